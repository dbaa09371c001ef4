"""Where a step stands in quarter, year and rebate period; steps count from 0, the start of a year."""

from typing import NamedTuple

from sim.kernel.compile import inlined
from sim.kernel.step import QUARTER, STEPS, YEAR

RETIMING_STEPS = 2 * STEPS
CLOSE_STEPS = 4 * STEPS


class Now(NamedTuple):
    """The calendar of one week; switches are 1 or 0."""

    week: float
    left: float
    """weeks to the end of the rebate period, this one included"""
    left_year: float
    period_starts: float
    period_ends: float
    quarter_starts: float
    quarter_ends: float
    year_ends: float
    late: float
    """in the weeks in which dates are moved"""
    turn: float
    """re-planning group whose turn it is; plans are made once a week, however short a step"""
    all_plan: float
    """everybody re-plans: first week and last weeks of a period"""
    growth: float
    """demand relative to week 0"""
    speed: float
    """how fast reputation moves"""
    measured: float
    """1 from week 0 on"""


@inlined
def calendar(week: int, clock_weeks: int, growth: float, speed: float) -> Now:
    """Calendar of a week under a rebate clock.

    week : number of the week, negative before the start
    clock_weeks : length of a rebate period: 13, 26 or 52
    growth : demand relative to week 0
    speed : how fast reputation moves, 1 in measured weeks
    """
    place = (week + 100 * YEAR) % clock_weeks
    in_quarter = (week + 100 * YEAR) % QUARTER
    in_year = (week + 100 * YEAR) % YEAR
    left = clock_weeks - place
    return Now(
        float(week),
        float(left),
        float(YEAR - in_year),
        1.0 if place == 0 else 0.0,
        1.0 if left == 1 else 0.0,
        1.0 if in_quarter == 0 else 0.0,
        1.0 if in_quarter == QUARTER - 1 else 0.0,
        1.0 if in_year == YEAR - 1 else 0.0,
        1.0 if left <= RETIMING_STEPS else 0.0,
        float((week + 100 * YEAR) // STEPS % 4) if week % STEPS == 0 else -1.0,
        1.0 if (place == 0 or left <= CLOSE_STEPS) and week % STEPS == 0 else 0.0,
        growth,
        speed,
        1.0 if week >= 0 else 0.0,
    )
