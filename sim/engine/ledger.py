"""The conflict ledger: every incident with its ¤ and the rule of engagement that would have prevented it.

A row is worked out from what the run recorded: the uniform number that decided on an incident belongs to the
deal's number and is drawn again.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.flatten import RULES, levers_of
from sim.engine.layout import G, P
from sim.engine.loops.changing import FOR_EVER
from sim.engine.loops.deals import Engagement, engagement, rules_cost
from sim.kernel.draws import Purpose, deal_uniform, stream_key
from sim.population.partners import Partners
from sim.rules import conflict
from sim.schema.programme import Programme

Floats = NDArray[np.float64]
OFFER_NAMES: Final = ("product", "solution")
ENFORCEMENT: Final = "enforcement"
NOTHING: Final = "nothing"
CHECKING: Final = "checking"


class Row(NamedTuple):
    """One incident: a deal on which direct sales met a partner."""

    week: int
    partner: int
    """id of the partner"""
    offer: str
    number: int
    value_list: float
    registered: bool
    taken: bool
    loss_list: float
    """list value of a deal taken, or price given up on a deal kept"""
    prevented_by: str
    """cheapest rule of engagement under which it would not have happened; else enforcement, nothing, or
    checking for a deal that two partners hold an approval for"""


class Case(NamedTuple):
    """What decides on the incidents of one future: levers, parameters, seed and stream of luck."""

    lev: Floats
    par: Floats
    seed: int
    luck: int


def ledger_of(
    recorded: Floats, partners: Partners, programme: Programme, future: tuple[Floats, int, int]
) -> list[Row]:
    """Rows of one future, by week, partner, offer and number.

    Parameters
    ----------
    recorded : [incidents, 9], as the engine wrote them
    partners : partners of the market
    programme : the one under which the incidents happened
    future : parameters, seed, stream of luck
    """
    case = Case(levers_of(programme), *future)
    overlap = dict(zip(partners.ids.tolist(), partners.facts.overlap.tolist(), strict=True))
    rules = _by_cost(case)
    rows = [_row(line, overlap[int(line[1])], rules, case) for line in recorded.tolist()]
    return sorted(rows, key=lambda row: row[:4])


def _by_cost(case: Case) -> list[tuple[str, Engagement]]:
    """All rules of engagement that the vendor could have had, the cheapest first."""
    found = []
    for kind, name in enumerate(RULES):
        lev = case.lev.copy()
        lev[G.rule] = kind
        found.append((rules_cost(lev, case.par), name, engagement(lev, case.par, FOR_EVER)))
    return [(name, rule) for _, name, rule in sorted(found, key=lambda one: one[0])]


def _row(line: list[float], overlap: float, rules: list[tuple[str, Engagement]], case: Case) -> Row:
    week, partner, offer, number, value, registered, taken, cut, quarrel = line
    key = stream_key(case.seed, case.luck, 0, int(offer), Purpose.DEAL_INCIDENT)
    u = deal_uniform(key, int(partner), int(number))

    def happens(rule: Any, enforcement: float) -> bool:
        size = conflict.size_factor(value, rule.size, rule.below, rule.above)
        breach = conflict.breach_factor(registered, case.par[P.breach_share], enforcement)
        factor = conflict.both_factors(size, breach)
        return bool(
            u < conflict.incident_chance(overlap, case.lev[G.coverage], case.par[P.incident_chance], factor)
        )

    enforced = case.lev.copy()
    enforced[G.enforcement] = 1.0
    strict = engagement(enforced, case.par, FOR_EVER)
    prevents = [name for name, rule in rules if not happens(rule, case.lev[G.enforcement])]
    last = ENFORCEMENT if not happens(strict, 1.0) else NOTHING
    if quarrel > 0.5:
        prevents = [CHECKING]
    return Row(
        int(week), int(partner), OFFER_NAMES[int(offer)], int(number), value, registered > 0.5, taken > 0.5,
        value if taken > 0.5 else cut, prevents[0] if prevents else last,
    )  # fmt: skip
