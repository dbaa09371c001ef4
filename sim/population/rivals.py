"""The same partners as named rivals meet them."""

from typing import Final, NamedTuple

import numpy as np

from sim.kernel.draws import name_number
from sim.population.building import drawn, per_segment, start_tiers, weeks_silent
from sim.population.partners import Partners
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme
from sim.schema.rival import Answer, Rival
from sim.schema.roster import Roster

EXACT: Final = 52
"""Bits of a whole number that a float holds exactly."""
ALWAYS: Final = 1000.0
"""Weeks for which everybody has been with a rival."""


class Seen(NamedTuple):
    """What an engine of a rival needs."""

    market: Market
    today: Programme
    partners: Partners
    number: int
    answer: Answer | None


def rivals_of(market: Market, partners: Partners) -> list[Seen]:
    """The rivals of a market, each with the same partners under its own programme.

    Parameters
    ----------
    market : the market
    partners : as they are for us
    """
    own = market.model_copy(update={"rivals": (), "roster": Roster(turnover_share=0.0)})
    return [
        Seen(own, rival.programme, seen_by(rival, market, partners), number_of(rival.name), rival.answer)
        for rival in market.rivals
    ]


def number_of(name: str) -> int:
    """Stable number of a rival: a positive whole number of 52 bits."""
    return name_number(name) % 2**EXACT or 1


def seen_by(rival: Rival, market: Market, partners: Partners) -> Partners:
    """Partners as a rival has them: everybody under contract, sales in proportion to its share of wallet.

    Who sells for it at the start is drawn anew with the market's share of active partners.

    Parameters
    ----------
    rival : the rival
    market, partners : as ``rivals_of`` takes them
    """
    ids, segment = partners.ids, partners.segment
    wallet = np.array([getattr(rival.wallet_share, name) for name in SEGMENTS])[segment]
    scaled = partners.scaled(wallet / partners.facts.wallet)
    u = {what: drawn(1, f"{what} of {rival.name}", ids) for what in ("active", "silence", "tier")}
    active = (u["active"] < per_segment(market, segment, "active_share")).astype(float)
    silent = weeks_silent(market, segment, active, u["silence"])
    everybody, nobody = np.ones(len(ids)), np.zeros(len(ids))
    facts = scaled.facts._replace(
        wallet=wallet,
        start_willing=active,
        start_silent=silent,
        start_tier=start_tiers(market, segment, active, u["tier"]),
        joining=nobody,
        leaving=nobody,
        start_enrolled=everybody,
        start_started=everybody,
        start_ease=nobody,
        start_since=np.full(len(ids), ALWAYS),
    )
    return scaled._replace(facts=facts)
