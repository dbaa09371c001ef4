"""Benefits that are not money: licences for own use, help before the sale, the portal, the name on a page."""

from sim.kernel.compile import rule


@rule
def enjoyed(benefits: float, half: float, most: float) -> float:
    """Trust won in a week by benefits that are not money.

    benefits : what they cost the vendor, ¤ per partner and year
    half : amount at which half of the most is reached
    most : trust per week

    Source: assumption (returns fall; benefits please those who get them and pay nobody).
    """
    return most * benefits / (benefits + half)


@rule
def cost(benefits: float, active: float, silent: float) -> float:
    """What benefits cost in a year, ¤: every partner under contract has them.

    benefits : ¤ per partner and year
    active, silent : partners under contract that sell, and that do not

    Source: identity.
    """
    return benefits * (active + silent)
