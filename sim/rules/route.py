"""Special terms and distribution: a ceiling on discounts, prices of single deals, how a tier is lost."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def under_ceiling(share: float, ceiling: float, already: float) -> float:
    """A discount as far as the ceiling on all discounts of a deal leaves room for it.

    share : discount off list, >= 0
    ceiling : on the sum of all
    already : what a deal has before

    Source: lever front.ceiling_share.
    """
    room = ceiling - already
    room = room if room > 0.0 else 0.0
    return share if share < room else room


@rule
def requalified(tier: float, earned: float, way: float, warned: float) -> float:
    """Tier of the next year.

    tier : held, 0 to 3
    earned : by the sales of the year, 0 to 3
    way : 0 to what was earned, 1 one step at most, 2 one step and only in the second year
    warned : 1 where the year before was too weak as well

    Source: lever front.requalification.
    """
    if earned >= tier or way < 0.5:
        return earned
    down = tier - 1.0 if way < 1.5 or warned > 0.5 else tier
    return down if down > earned else earned


@rule
def warned_after(tier: float, earned: float, next_tier: float) -> float:
    """1 when a partner keeps its tier for a year of grace. Source: lever front.requalification."""
    return 1.0 if earned < tier and next_tier >= tier else 0.0


@rule
def at_stake(threshold_tier: float, tier: float, way: float, warned: float) -> float:
    """1 if reaching the threshold of a tier decides on next year's status, else 0.

    threshold_tier : tier that begins there, 1 to 3
    tier, way, warned : as in ``requalified``

    Source: lever front.requalification; a step that cannot be lost this year is nothing to work for.
    """
    if threshold_tier > tier or way < 0.5:
        return 1.0
    if way > 1.5 and warned < 0.5:
        return 0.0
    return 1.0 if threshold_tier >= tier else 0.0


@rule
def bid_chance(asked_share: float, hours: float, half_hours: float, understanding: float) -> float:
    """Chance that a deal gets a special price, 0 to 1.

    asked_share : deals in which a rival's price is known
    hours : until the desk answers
    half_hours : hours after which half of customers have decided without it
    understanding : of the programme, 0 to 1

    Source: assumption.
    """
    return asked_share * understanding * exp(hours * log(0.5) / half_hours)


@rule
def bid_points(bid: float, discount: float, points_per_share: float) -> float:
    """Win chance that a special price adds.

    bid : 1 if the deal has one
    discount : extra discount, share of list
    points_per_share : win chance per unit of it

    Source: assumption.
    """
    return bid * discount * points_per_share


@rule
def through_distribution(tier: float, below: float) -> float:
    """1 for partners that buy from a distributor: those below a tier. Source: lever route.serves."""
    return 1.0 if tier < below else 0.0


@rule
def known_late(unseen_weeks: float, through: float, lag_weeks: float) -> float:
    """Weeks without a sign of life in the figures that the vendor has.

    unseen_weeks : until today
    through : 1 where a distributor passes figures on
    lag_weeks : delay of its figures

    Source: channel-data-lag (two to five weeks).
    """
    known = unseen_weeks - through * lag_weeks
    return known if known > 0.0 else 0.0


@rule
def stock_order(sold: float, pace: float, stock: float, cover_weeks: float, speed: float) -> float:
    """What distributors order this week, ¤; below 0 what they give back.

    sold : to partners this week, ¤
    pace : the same as a slow mean
    stock : on their shelves, ¤
    cover_weeks : sales that they want to have on the shelf
    speed : part of a gap that they fill in a week

    Source: assumption (order up to a target).
    """
    return sold + speed * (cover_weeks * pace - stock)


@rule
def slow_mean(mean: float, now: float, speed: float) -> float:
    """A mean that follows. speed : part of the distance in a week. Source: identity."""
    return mean + speed * (now - mean)
