"""How opportunities move through the pipeline: early, late, ready to be decided."""

from sim.kernel.compile import rule
from sim.kernel.vmath import in_a_step


@rule
def stage_chance(develop_weeks: float) -> float:
    """Weekly chance to leave one of the two developing stages.

    develop_weeks : mean time over both stages, weeks; two weeks or less moves every week

    Source: closed form (mean of a geometric time).
    """
    return 2.0 / develop_weeks if develop_weeks > 2.0 else 1.0


@rule
def hurried_chance(chance: float, retiming: float, pull_share: float) -> float:
    """Chance to become ready this week when deals are pulled forward.

    chance : without hurry
    retiming : -1 (put off) to 1 (pull forward)
    pull_share : share of late deals that can be pulled at full hurry

    Source: up to 15 % of next quarter's pipeline is pulled (industry); share is an assumption.
    """
    pull = pull_share * retiming if retiming > 0.0 else 0.0
    return chance + (1.0 - chance) * in_a_step(pull)


@rule
def moved(count: float, inflow: float, outflow: float) -> float:
    """Deals in a stage after those that came and those that left. Source: conservation."""
    return count + inflow - outflow
