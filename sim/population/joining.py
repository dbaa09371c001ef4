"""Joining and leaving at rest: how many of the enrolled have never sold, and how fast prospects must sign."""

from math import log1p
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.schema.behaviour import Behaviour
from sim.schema.market import SEGMENTS, Market
from sim.schema.segment import Segment

Floats = NDArray[np.float64]

YEAR: Final = 52.0
ASSUMED: Final = Behaviour()
LONG_AGO: Final = 1000.0
"""Weeks since signing of those who have been there all along."""


class Rest(NamedTuple):
    """Joining and leaving of one segment at rest."""

    beginners_share: float
    """of the enrolled: those who have signed and never sold"""
    able_share: float
    """of the beginners: those who can sell at all"""
    joining: float
    """rate per week at which a prospect signs"""
    leaving: float
    """rate per week of leaving, at the usual trust"""


def prospects(market: Market) -> list[int]:
    """Firms of each segment that could still be met: none where the roster stands still."""
    share = market.roster.reachable_share if market.roster.turnover_share > 0.0 else 0.0
    return [round(share * market.segments[name].recruitable) for name in SEGMENTS]


def at_rest(segment: Segment, turnover: float, reachable: int) -> Rest:
    """Shares and rates with which a segment's roster stays as the market file has it.

    Parameters
    ----------
    segment : its facts
    turnover : how much of joining and leaving takes place, 0 to 1
    reachable : prospects
    """
    leaving = -log1p(-segment.exit_per_year) / YEAR * turnover
    starts, able_weeks, unable_weeks = _beginning(segment.awareness_share)
    able = ASSUMED.able_share
    weeks = able * able_weeks + (1.0 - able) * unable_weeks
    per_start = weeks / (able * starts)
    active = segment.active_share
    sells, silent = leaving * ASSUMED.exit_active_factor, leaving * ASSUMED.exit_silent_factor
    gone = sells * active + silent * (1.0 - active)
    beginners = per_start * gone / (1.0 + per_start * silent)
    signatures = segment.partners * beginners / weeks
    joining = signatures / reachable if reachable else 0.0
    return Rest(beginners, able * able_weeks / weeks, joining, leaving)


def _beginning(understanding: float) -> tuple[float, float, float]:
    """An able firm's chance to start at all, and the weeks that it and one that cannot sell stay beginners.

    understanding : of the programme in this segment, 0 to 1
    """
    leave, fresh = ASSUMED.unsold_exit_per_week, ASSUMED.fresh_weeks
    rate = ASSUMED.activation_per_week * understanding
    early, late = rate + leave, rate * ASSUMED.late_start_factor + leave
    lasting = np.exp(-early * fresh)
    starts = rate / early * (1.0 - lasting) + (late - leave) / late * lasting
    weeks = (1.0 - lasting) / early + lasting / late
    return float(starts), float(weeks), 1.0 / leave


def start_facts(
    market: Market, segment: NDArray[np.int64], signed: Floats, active: Floats, drawn: dict[str, Floats]
) -> dict[str, Floats]:
    """Who is under contract at the start, who of these is a beginner, and rates of joining and leaving.

    Parameters
    ----------
    market : the market
    segment : of each firm
    signed, active : 1 for firms under contract, and for those that sell
    drawn : uniform numbers of each firm by name: beginner, able, ease, since
    """
    reachable = prospects(market)
    turnover = market.roster.turnover_share
    rests = [
        at_rest(market.segments[name], turnover, count)
        for name, count in zip(SEGMENTS, reachable, strict=True)
    ]
    share, able, joining, leaving = (np.array(column)[segment] for column in zip(*rests, strict=True))
    idle = np.array([1.0 - market.segments[name].active_share for name in SEGMENTS])[segment]
    begins = signed * (1.0 - active) * (drawn["beginner"] * idle < share)
    can_sell = begins * (drawn["able"] < able)
    stay = np.where(can_sell > 0.0, ASSUMED.fresh_weeks, 1.0 / ASSUMED.unsold_exit_per_week)
    return {
        "joining": joining,
        "leaving": leaving,
        "start_enrolled": signed,
        "start_started": signed - begins,
        "start_ease": can_sell,
        "start_since": np.where(begins > 0.0, -stay * np.log(drawn["since"]), LONG_AGO),
    }
