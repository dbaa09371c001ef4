"""What one more ¤ of sales is worth to a partner: the perceived margin on each offer.

Money is ¤ per ¤ of list price. Sales inside a rebate period are measured in multiples of the partner's
target. A payout plan is a sum of *steps*: at its threshold a step adds a lump (``jump``) and changes the
rate on everything above (``slope``). The same plan read as *segments* is ``level + slope * sales``
between two thresholds.
"""

from math import sqrt

from sim.kernel.compile import rule
from sim.kernel.step import PER_YEAR
from sim.kernel.vmath import exp, log, mills, normal_cdf, normal_pdf

SMALLEST_KAPPA = 1e-4
SMALLEST_GAP = 1e-9


@rule
def kept_front(front_share: float, pass_through_share: float) -> float:
    """Part of the front discount that stays with the partner, ¤ per ¤ of list.

    front_share : discount off list, 0 to 0.6
    pass_through_share : part of the discount handed on to the customer, 0 to 1

    Source: identity (list-price convention).
    """
    return front_share * (1.0 - pass_through_share)


@rule
def street_price(front_share: float, pass_through_share: float) -> float:
    """What the customer pays, ¤ per ¤ of list; arguments as in ``kept_front``. Source: identity."""
    return 1.0 - front_share * pass_through_share


@rule
def below_list(index: float, given_share: float) -> float:
    """How far the vendor's net price lies below the list of index 1, ¤ per ¤ of that list.

    index : price list as a multiple of that list
    given_share : discounts off the list, 0 to 1

    Source: identity.
    """
    return 1.0 - index + index * given_share


@rule
def tier_front(tier: float, registered: float, silver: float, gold: float, platinum: float) -> float:
    """Front discount of the tier held, share of list.

    tier : 0 registered, 1 silver, 2 gold, 3 platinum
    registered, silver, gold, platinum : discount of each tier, share of list

    Source: lever front.discount_share.
    """
    upper = platinum if tier > 2.5 else gold
    lower = silver if tier > 0.5 else registered
    return upper if tier > 1.5 else lower


@rule
def credence(trust: float, credence_floor_share: float) -> float:
    """How much of a promised payment is believed, 0 to 1.

    trust : 0 to 1
    credence_floor_share : belief at trust 0

    Source: assumption (linear between the floor and full belief).
    """
    return credence_floor_share + (1.0 - credence_floor_share) * trust


@rule
def perception(
    understanding: float, credence_share: float, certainty_share: float, visibility_share: float
) -> float:
    """Share of a back-end payment that the decision maker counts on, 0 to 1.

    understanding : knows what would be earned, 0 to 1
    credence_share : believes that it will be paid, 0 to 1
    certainty_share : discount for conditions and claims, 0 to 1
    visibility_share : share seen by the person deciding; 1 for owner and purchasing, who set dates

    Source: industry survey product of awareness, visibility, trust and certainty (assumption as a product).
    """
    return understanding * credence_share * certainty_share * visibility_share


@rule
def payment_discount(discount_per_week: float, weeks_to_payment: float) -> float:
    """Present value of 1 ¤ paid later.

    discount_per_week : continuous rate per week, >= 0
    weeks_to_payment : weeks until the money arrives, >= 0

    Source: closed form.
    """
    return exp(-discount_per_week * weeks_to_payment)


@rule
def nothing_chance(deals: float) -> float:
    """Chance that no deal at all falls into the rest of the period, for a Poisson number of ``deals``.

    Source: CF6.
    """
    return exp(-deals)


@rule
def rest_mean(deals: float, mean_deal: float, nothing: float) -> float:
    """Mean sales in the rest of the period, given at least one deal, in targets.

    deals : expected number of deals, > 0
    mean_deal : mean deal in targets
    nothing : chance of no deal (``nothing_chance``)

    Source: CF6 (compound Poisson).
    """
    return deals * mean_deal / (1.0 - nothing)


@rule
def rest_log_sd(deals: float, size_spread: float, nothing: float, smallest_log_sd: float) -> float:
    """Log standard deviation of those sales, matched in mean and variance to a lognormal.

    deals : expected number of deals, > 0
    size_spread : squared coefficient of variation of a deal
    nothing : chance of no deal
    smallest_log_sd : floor, > 0

    Source: CF6 moments; lognormal shape is an assumption for fewer than 15 deals.
    """
    spread = log(((1.0 + size_spread) / deals + 1.0) * (1.0 - nothing))
    floor = smallest_log_sd * smallest_log_sd
    return sqrt(spread if spread > floor else floor)


@rule
def step_depth(distance: float, mean: float, log_sd: float) -> float:
    """How far a step lies within reach of the rest of the period, standard deviations of its logarithm.

    distance : threshold less sales to date, targets; negative once reached
    mean, log_sd : of the rest, given at least one deal

    Source: lognormal partial expectation.
    """
    gap = distance if distance > SMALLEST_GAP else SMALLEST_GAP
    return log(mean / gap) / log_sd - 0.5 * log_sd


@rule
def step_value_few(
    jump: float, slope: float, distance: float, depth: float, mean: float, log_sd: float, nothing: float
) -> float:
    """Expected pay from one step when few deals remain, in targets.

    The rest of the period brings nothing with chance ``nothing``, else a lognormal amount. Its chance to fill
    the gap and its mean beyond the gap share one density: mean * pdf(depth + log_sd) = gap * pdf(depth).

    jump, slope : the step's lump and change of rate
    distance : threshold less sales to date, targets; negative once reached
    depth : ``step_depth``
    mean, log_sd : of the rest, given at least one deal

    Source: lognormal partial expectation; CF17 in the limit of one period.
    """
    some = 1.0 - nothing
    gap = distance if distance > SMALLEST_GAP else SMALLEST_GAP
    deeper = depth + log_sd
    bell = normal_pdf(depth)
    short = bell * mills(depth if depth > 0.0 else -depth)
    beyond = gap * bell * mills(deeper if deeper > 0.0 else -deeper)
    reach = 1.0 - short if depth > 0.0 else short
    above = (mean - beyond if deeper > 0.0 else beyond) - gap * reach
    later = some * (jump * reach + slope * above)
    now = jump + slope * (some * mean - distance)
    return later if distance > 0.0 else now


@rule
def segment_weight(
    kappa: float, level: float, slope: float, low: float, high: float, centre: float, spread: float
) -> float:
    """One segment's part of W = E exp(kappa * pay) under normal sales at the period's end.

    kappa : responsiveness of own effort per target of pay, > 0
    level, slope : pay on the segment is level + slope * sales, targets
    low, high : the segment's ends, targets
    centre, spread : mean and standard deviation of sales at the end without incentives, targets

    Source: CF5 (exact for every piecewise-linear plan).
    """
    tilt = kappa * slope
    mean = centre + tilt * spread * spread
    size = exp(kappa * level + tilt * (centre + 0.5 * tilt * spread * spread))
    return size * (normal_cdf((high - mean) / spread) - normal_cdf((low - mean) / spread))


@rule
def plan_value(weight: float, kappa: float) -> float:
    """Value of standing where the partner stands, targets: ln W / kappa. Source: CF5."""
    return log(weight) / kappa


@rule
def price_of_deal(value_after: float, value_now: float, deal: float) -> float:
    """Pay that one deal brings, per ¤ of the deal.

    value_after, value_now : plan value with and without the deal, targets
    deal : size of the deal, targets, > 0

    Source: CF5; its derivative is the limit of a small deal.
    """
    return (value_after - value_now) / deal


@rule
def effort_kappa(
    drift_response: float, perceived_share: float, variance: float, slope_max: float, cap: float
) -> float:
    """Kappa of the plan value as the partner perceives it, per target of pay.

    drift_response : change of expected sales per unit of pay rate and week, targets per week
    perceived_share : perception of the plan, 0 to 1
    variance : variance of weekly sales, targets squared per week, > 0
    slope_max : steepest slope of the plan
    cap : largest allowed kappa * slope * variance per week, so that expectations do not outgrow
        what concave effort can deliver

    Source: CF5 with kappa = m^2/(c sigma^2); cap is an assumption.
    """
    free = drift_response / variance * perceived_share
    bound = cap / ((slope_max if slope_max > 0.01 else 0.01) * variance)
    kappa = free if free < bound else bound
    return kappa if kappa > SMALLEST_KAPPA else SMALLEST_KAPPA


@rule
def tier_price(
    jump_money: float, threshold: float, sales: float, rest: float, spread: float, deal: float
) -> float:
    """What a ¤ sold this year adds to the chance of next year's better tier, ¤ per ¤ of list.

    jump_money : present value of the better terms, ¤
    threshold : yearly sales that earn the tier, ¤ list
    sales : this year so far, ¤ list
    rest, spread : mean and standard deviation of sales in the rest of the year, ¤ list
    deal : size of a deal, ¤ list

    Source: CF4 (marginal value of a lump), 0 once the tier is secured.
    """
    deviation = (threshold - sales - rest - 0.5 * deal) / spread
    price = jump_money * normal_pdf(deviation) / spread
    return price if sales < threshold else 0.0


@rule
def growth_price(growth_share: float, last_year: float, sales: float, rest: float, spread: float) -> float:
    """Expected marginal growth bonus, ¤ per ¤ of list.

    growth_share : bonus on sales above last year's, 0 to 0.2
    last_year, sales, rest, spread : last year, this year so far, mean and spread of the rest, ¤ list

    Source: CF17 (expected marginal pay of a kink).
    """
    return growth_share * normal_cdf((sales + rest - last_year) / spread)


@rule
def ratchet_cost(
    price_at_start: float, value_at_start: float, pace: float, memory_share: float, discount: float
) -> float:
    """What today's sale costs tomorrow through a higher target, ¤ per ¤ of list.

    price_at_start, value_at_start : price of a deal and value of the plan when a period starts
    pace : expected sales of a period in targets
    memory_share : weight of this period's sales in the next target, 0 to 1
    discount : present value of 1 ¤ one period later, 0 to 1

    Source: CF18, exact for a linear plan.
    """
    burden = price_at_start * pace - value_at_start
    weight = discount * memory_share / (1.0 - discount * (1.0 - memory_share))
    return weight * burden


@rule
def close_in_period(weeks_left: float, cycle_weeks: float) -> float:
    """Chance that an opportunity opened now is decided before the period ends.

    weeks_left : weeks to the end of the period, this one included
    cycle_weeks : mean sales cycle, > 0

    Source: assumption (exponential cycle).
    """
    return 1.0 - exp(-weeks_left / cycle_weeks)


@rule
def prospecting_price(price_now: float, price_at_start: float, in_period: float) -> float:
    """Price that guides prospecting: this period's and the next ones', mixed by the closing date.

    price_now, price_at_start : this period's price and the one at a period's start, ¤ per ¤ of list
    in_period : chance to close in this period, 0 to 1

    Source: model assumption.
    """
    return in_period * price_now + (1.0 - in_period) * price_at_start


@rule
def conflict_discount(belief: float, amplifier: float) -> float:
    """Share of the margin still expected after the fear of losing the deal to direct sales, 0 to 1.

    belief : believed conflict per opportunity, 0 to 1
    amplifier : how strongly felt unfairness magnifies it (``fairness_amplifier``)

    Source: Samaha, Palmatier and Dant 2011 (sign of the interaction); size is an assumption.
    """
    kept = 1.0 - amplifier * belief
    return kept if kept > 0.0 else 0.0


@rule
def services_rent(services_margin: float, rent_share: float) -> float:
    """What the seller's own services add to a deal, ¤ per ¤ of list.

    services_margin : gross services margin attached to a ¤ of list
    rent_share : part of it that other use of the same people would not earn

    Source: prototype, assumption (gross margins would drown every lever).
    """
    return services_margin * rent_share


@rule
def in_targets(amount_list: float, target: float) -> float:
    """An amount in multiples of the target. Source: identity."""
    return amount_list / target


@rule
def expected(per_week: float, weeks: float) -> float:
    """Deals or sales expected over some weeks at a steady pace. Source: identity."""
    return per_week * weeks


@rule
def sales_spread(deals: float, mean_deal: float, size_spread: float) -> float:
    """Standard deviation of the sales that a Poisson number of deals brings, in the unit of ``mean_deal``.

    deals : expected number, > 0
    mean_deal : mean size
    size_spread : squared coefficient of variation of a size

    Source: CF6.
    """
    return mean_deal * sqrt(deals * (1.0 + size_spread))


@rule
def plan_pay(price: float, ratchet: float, foresight_share: float, present_value: float) -> float:
    """Present worth of the rebate on one more ¤ of net purchases.

    price : ``prospecting_price``
    ratchet : ``ratchet_cost``
    foresight_share : how far the partner minds the next target
    present_value : of 1 ¤ paid when the rebate is paid

    Source: CF18 through the ratchet.
    """
    return (price - foresight_share * ratchet) * present_value


@rule
def flat_pay(share: float, eligible_share: float) -> float:
    """Reward in proportion to sales, counted on the eligible part, ¤ per ¤ of net. Source: identity."""
    return share * eligible_share


@rule
def kept_next_year(pass_through_share: float, next_year_list: float, present_value: float) -> float:
    """Next year's sales as far as their discount stays with the partner, today's worth, ¤ list.

    pass_through_share : part of the discount handed on to customers
    next_year_list : sales expected next year, ¤ list
    present_value : of 1 ¤ earned in the course of next year

    Source: model assumption.
    """
    return (1.0 - pass_through_share) * next_year_list * present_value


@rule
def tier_worth(better_share: float, kept_list: float) -> float:
    """Worth of holding a better tier next year, ¤.

    better_share : extra front discount of the tier
    kept_list : ``kept_next_year``

    Source: model assumption.
    """
    return better_share * kept_list


@rule
def rewards(visible_share: float, plan: float, flat: float, tiers: float, front_share: float) -> float:
    """Perceived back-end pay on one more ¤ of list.

    visible_share : ``perception`` of the person who sells
    plan, flat : rebate and flat rewards, ¤ per ¤ of net
    tiers : worth of coming closer to a tier, ¤ per ¤ of list
    front_share : discount that turns list into net

    Source: model assumption (sum of the elements).
    """
    return visible_share * ((1.0 - front_share) * (plan + flat) + tiers)


@rule
def with_registration(kept: float, points_share: float, pass_through_share: float, chance: float) -> float:
    """Front margin kept, registration points included, ¤ per ¤ of list.

    kept : ``kept_front``
    points_share : extra discount of a registered deal
    pass_through_share : handed on
    chance : ``conflict.registration_chance``

    Source: identity.
    """
    return kept + chance * points_share * (1.0 - pass_through_share)


@rule
def perceived_margin(
    kept: float, rent: float, selling_cost_share: float, rewards: float, conflict_share: float
) -> float:
    """Margin on an offer as the seller sees it, ¤ per ¤ of list.

    kept : front margin kept, registration points included
    rent : services rent of the offer
    selling_cost_share : cost of selling
    rewards : perceived back-end pay, all elements
    conflict_share : share expected after conflict (``conflict_discount``)

    Source: model assumption (sum of the elements).
    """
    return (kept + rent - selling_cost_share + rewards) * conflict_share


@rule
def has_many(deals_per_week: float, clock_weeks: float, many_deals: float) -> float:
    """1 when a partner has so many deals a period that normal sales describe them, else 0.

    deals_per_week : at the reference
    clock_weeks : length of the period
    many_deals : deals a period from which the normal law is close enough

    Source: CF6 against CF5 (below 15 deals the normal value is up to a quarter too low).
    """
    return 1.0 if deals_per_week * clock_weeks >= many_deals else 0.0


@rule
def weekly_variance(deals_per_week: float, deal: float, size_spread: float) -> float:
    """Variance of a week's sales, targets squared; deals per week, mean deal in targets, squared variation.

    Source: CF6.
    """
    return deals_per_week * deal * deal * (1.0 + size_spread)


@rule
def drift_response(
    elasticity: float, substitution: float, wallet: float, pace: float, margin: float
) -> float:
    """Change of expected sales per unit of pay rate, targets per week.

    elasticity, substitution : of selling effort
    wallet : share of capacity our offers have
    pace : usual sales per week, targets
    margin : reference margin, ¤ per ¤ of list

    Source: derivative of the split of effort (CF19).
    """
    return elasticity * substitution * (1.0 - wallet) * pace / margin


@rule
def flat_value(rate: float, pace: float) -> float:
    """Value of a plan that pays one rate, per target of expected sales. Source: identity."""
    return rate * pace


@rule
def to_middle_of_next_year(weeks_left: float) -> float:
    """Weeks until next year's terms are enjoyed, on average. Source: identity."""
    return weeks_left + 0.5 * PER_YEAR
