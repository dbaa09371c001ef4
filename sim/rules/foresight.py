"""What customers do about a price they know of: wait for a lower one, decide before a higher one."""

from sim.kernel.compile import rule


@rule
def asked_price(index: float, discount_share: float) -> float:
    """What a customer is asked to pay, per ¤ of today's list.

    index : price list as a multiple of that list, > 0
    discount_share : discount off it that the vendor gives customers, below 1

    Source: identity.
    """
    return index * (1.0 - discount_share)


@rule
def price_to_come(now: float, then: float, weeks_left: float, known_weeks: float) -> float:
    """Change of the price that customers act on, as a share of the price they see; 0 where there is none.

    now, then : index of the price they see, > 0, and of the one that is announced
    weeks_left : until it holds, at least 1; later ones are not acted on yet
    known_weeks : how far ahead customers look

    Source: assumption.
    """
    return then / now - 1.0 if 0.5 < weeks_left <= known_weeks else 0.0


@rule
def waiting_for_price(change: float, waiting: float) -> float:
    """Share of buyers, whose decision is due, who wait for the lower price.

    change : ``price_to_come``
    waiting : share of buyers who wait, per share of the price saved

    Source: iowa-retail-panel (6 % less in the month before a cut of 7 %).
    """
    share = -waiting * change if change < 0.0 else 0.0
    return share if share < 1.0 else 1.0


@rule
def hurried_by_price(change: float, hurrying: float, hazard: float) -> float:
    """Chance in a step that a deal not yet due is decided before the price rises.

    change : ``price_to_come``
    hurrying : share more decisions, per share of the price saved
    hazard : chance in a step that a ready deal falls due

    Source: iowa-retail-panel (5 % less in the month after a cut of 7 %).
    """
    share = hurrying * change * hazard if change > 0.0 else 0.0
    return share if share < 1.0 else 1.0


@rule
def share_for_price(price_wait: float, other_wait: float) -> float:
    """Part of the deals that wait which wait for the price, 0 to 1.

    price_wait, other_wait : chance that a due deal waits for the price, and for another reason

    Source: independent reasons.
    """
    both = price_wait + other_wait - price_wait * other_wait
    return price_wait / both if price_wait > 0.0 else 0.0


@rule
def no_longer(part_before: float, part_now: float) -> float:
    """Part of the waiting deals whose reason has gone: the price is there, or will not come.

    part_before, part_now : ``share_for_price`` a step ago and now

    Source: identity.
    """
    return part_before if part_now <= 0.0 else 0.0
