"""The partners of a market as plain arrays, one value per partner.

A partner's facts are the same in every future and do not change; what happens to it is the engine's state.
Partners stand in the order of their ids, so that the order in which a file lists them changes nothing.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Facts(NamedTuple):
    """What is known about each partner, float64[n] each.

    Money is ¤ list, time weeks, chances per week, shares 0 to 1; ``_p`` product, ``_s`` solution.
    """

    wins_p: Floats
    """deals won per year at the reference"""
    wins_s: Floats
    log_size_p: Floats
    """mean of the logarithm of a deal's list value"""
    log_size_s: Floats
    log_size_sd: Floats
    win_p: Floats
    """chance to win a decided deal at the reference"""
    win_s: Floats
    develop_p: Floats
    """weeks until an opportunity is ready to be decided"""
    develop_s: Floats
    cycle_p: Floats
    """weeks from opportunity to decision"""
    cycle_s: Floats
    solution_share: Floats
    """solutions among opportunities"""
    wallet: Floats
    """share of selling capacity our vendor has at the reference"""
    services_p: Floats
    """services margin attached, ¤ per ¤ of list"""
    services_s: Floats
    pass_through: Floats
    reference_front: Floats
    discount: Floats
    """continuous discount rate per week"""
    awareness_logit: Floats
    visibility: Floats
    staff_ease: Floats
    """ease of claims and paperwork, 0 to 1"""
    new_logo: Floats
    renewal: Floats
    """renewals among sales"""
    retention: Floats
    """contract value kept over a year"""
    term: Floats
    """length of a customer's contract, weeks"""
    overlap: Floats
    """accounts that direct sales cover too"""
    attention: Floats
    """contacts relative to a reseller's"""
    phase: Floats
    """place in the contact rhythm, 0 to 1"""
    wanted: Floats
    """personal contacts per week that this partner wants"""
    manager: Floats
    """number of its manager"""
    manager_quality: Floats
    """quality of contact of its manager, 1 on average"""
    size_log: Floats
    """logarithm of its yearly wins against the mean of its segment"""
    size_sd: Floats
    """spread of that logarithm in the segment"""
    unfairness: Floats
    """felt unfairness: sense of justice of this partner"""
    prior: Floats
    """trust without experience"""
    dormancy: Floats
    """rate per week of falling silent, at the reference relation"""
    comeback: Floats
    """rate per week of coming back, before its fall with the length of silence"""
    quiet: Floats
    """share of exits that drift"""
    group: Floats
    """week of the four in which it re-plans: 0 to 3"""
    start_willing: Floats
    """1 when it sells at the start, else 0"""
    start_silent: Floats
    """weeks silent at the start"""
    start_tier: Floats
    """0 registered to 3 platinum"""
    weekly_list: Floats
    """sales per week at the reference, ¤ list"""
    mean_deal: Floats
    """¤ list"""
    size_spread: Floats
    """squared coefficient of variation of a deal, both offers together"""
    deals: Floats
    """deals won per week at the reference"""
    joining: Floats
    """rate per week at which this firm signs while it is a prospect"""
    leaving: Floats
    """rate per week at which it leaves the programme of its own will, at the usual trust"""
    start_enrolled: Floats
    """1 under contract at the start, 0 for a prospect"""
    start_started: Floats
    """1 when it has sold under its contract, 0 for beginners and prospects"""
    start_ease: Floats
    """how easily a beginner starts to sell, 0 when it never can"""
    start_since: Floats
    """weeks since it signed"""
    real: Floats
    """1 for a partner or prospect, 0 for padding"""


class Partners(NamedTuple):
    """All partners of a market."""

    ids: NDArray[np.int64]
    """stable number of each partner; draws are keyed by it"""
    names: tuple[str, ...]
    """pseudonyms, P-0001 and so on"""
    segment: NDArray[np.int64]
    """index into ``SEGMENTS``"""
    territory: NDArray[np.int64]
    facts: Facts

    @property
    def size(self) -> int:
        """Number of partners."""
        return len(self.ids)

    @property
    def enrolled(self) -> int:
        """Number of those under contract at the start."""
        return int(np.sum(self.facts.start_enrolled))

    @property
    def active_list(self) -> float:
        """Reference sales per week of all partners that sell at the start, ¤ list."""
        return float(np.sum(self.facts.weekly_list * self.facts.start_willing))

    def scaled(self, factor: Floats) -> "Partners":
        """The same partners with yearly wins multiplied.

        factor : float64[n], > 0
        """
        f = self.facts
        changed = f._replace(
            wins_p=f.wins_p * factor,
            wins_s=f.wins_s * factor,
            weekly_list=f.weekly_list * factor,
            deals=f.deals * factor,
        )
        return self._replace(facts=changed)


REPLANNING_GROUPS: Final = 4
