"""How many opportunities a partner finds in a week."""

from sim.kernel.compile import rule
from sim.kernel.step import PER_YEAR
from sim.kernel.vmath import exp, inverse_normal, log


@rule
def market_factor(u: float, noise_cv: float) -> float:
    """Common up or down of the market in one quarter, mean 1.

    u : uniform number, one per quarter
    noise_cv : log standard deviation

    Source: assumption (market file).
    """
    return exp(noise_cv * inverse_normal(u) - 0.5 * noise_cv * noise_cv)


@rule
def intensity(
    partner_level: float, direct_level: float, intensity_reference: float, direct_overlap: float
) -> float:
    """How hard a territory is worked.

    partner_level : partner selling relative to the reference, 1 at the reference
    direct_level : direct selling relative to partner selling at the reference
    intensity_reference : level that stands for 1
    direct_overlap : how far direct sales fish in the same pond, 0 to 1

    Source: prototype, assumption.
    """
    return intensity_reference * (partner_level + direct_overlap * direct_level)


@rule
def saturation(level: float) -> float:
    """Opportunities per unit of selling in a territory worked at ``level``: (1 - e^-x) / x.

    Source: random coverage (closed form); 1 where nobody works.
    """
    safe = level if level > 1e-6 else 1e-6
    return (1.0 - exp(-safe)) / safe


@rule
def spill_over(
    partner_level: float, direct_level: float, reference: float, lift: float, steepness: float
) -> float:
    """Demand that presence itself makes, against a territory where nobody sells: strongest where few do.

    partner_level : partner selling relative to the reference, 1 at the reference
    direct_level : direct selling relative to partner selling at the reference
    reference : intensity that stands for 1
    lift : extra demand of a brand that is seen everywhere
    steepness : how fast presence gets there

    Source: Kim and Jap 2021 (sign, where brand density is low); size is a prototype assumption.
    """
    return 1.0 + lift * (1.0 - exp(-steepness * reference * (partner_level + direct_level)))


@rule
def territory_factor(crowding: float, presence: float) -> float:
    """Demand of a territory: ``saturation`` and ``spill_over`` together. Source: independent reasons."""
    return crowding * presence


@rule
def price_response(street: float, street_reference: float, elasticity: float) -> float:
    """Demand relative to the reference street price.

    street, street_reference : ¤ per ¤ of list
    elasticity : relative gain per relative price cut

    Source: assumption.
    """
    return 1.0 + elasticity * (street_reference - street) / street_reference


@rule
def list_response(ratio: float, elasticity: float) -> float:
    """Demand under a price list relative to demand under today's.

    ratio : index of the list over that of today's, > 0
    elasticity : per cent of demand lost for one per cent of price

    Source: assumption (constant elasticity).
    """
    return exp(-elasticity * log(ratio))


@rule
def funds_claimed(
    understanding: float, window_weeks: float, window_half_weeks: float, staff_ease: float
) -> float:
    """Share of market development funds that is really claimed, 0 to 1.

    understanding : 0 to 1
    window_weeks, window_half_weeks : claim window, and the window at which half the effect is reached
    staff_ease : 1 for a large administration, less for a small one

    Source: unclaimed funds by partner size (industry surveys); shape is an assumption.
    """
    return understanding * staff_ease * window_weeks / (window_weeks + window_half_weeks)


@rule
def funds_lift(funds_share: float, claimed_share: float, lift: float, tiring: float) -> float:
    """Demand factor from marketing paid by the vendor.

    funds_share : funds accrued, share of net purchases
    claimed_share : share claimed
    lift : extra demand per ¤ spent, as a multiple of purchases, for the first ¤
    tiring : how fast more money does less

    Source: assumption, in the range of selling elasticities.
    """
    spent = funds_share * claimed_share
    return 1.0 + lift * spent / (1.0 + tiring * spent)


@rule
def opportunities(
    reach: float,
    output_share: float,
    territory: float,
    market: float,
    price: float,
    marketing: float,
    willing: float,
) -> float:
    """Mean number of new opportunities in a week.

    reach : opportunities per week at full output, territory and market at reference
    output_share : output of the effort given (``effort.output``)
    territory, market, price, marketing : factors, 1 at the reference
    willing : 1 normal, less while drifting away, 0 silent

    Source: model assumption (product of factors).
    """
    return reach * output_share * territory * market * price * marketing * willing


@rule
def reach(wins_per_year: float, win_chance: float, output_reference: float) -> float:
    """Opportunities per week at full output that give the yearly wins of the reference.

    wins_per_year : deals won in a year at the reference
    win_chance : at the reference, 0 to 1
    output_reference : output of the reference share

    Source: calibration by construction (closed form).
    """
    return wins_per_year / (win_chance * PER_YEAR * output_reference)


@rule
def relative(amount: float, reference: float) -> float:
    """An amount relative to its reference; 1 where the reference is nothing. Source: identity."""
    return amount / reference if reference > 0.0 else 1.0


@rule
def direct_level(base_level: float, coverage: float, accounts_share: float) -> float:
    """Direct selling relative to partner selling at the reference.

    base_level : of the market's present direct team
    coverage : size of the team relative to that
    accounts_share : accounts the rule of engagement leaves to it

    Source: identity.
    """
    return base_level * coverage * accounts_share


@rule
def grown(market: float, growth: float) -> float:
    """Market factor of a week: this quarter's ups and downs on top of growth. Source: identity."""
    return market * growth
