"""When a ready deal is decided, how large it is, and whether the partner wins it."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, in_a_step, inverse_normal


@rule
def retiming(price_now: float, price_next: float, stiffness: float, control: float) -> float:
    """Share of deals moved into this period (positive) or out of it (negative), -1 to 1.

    price_now, price_next : perceived pay per ¤ now, and next period's discounted to today
    stiffness : difference of pay that moves everything
    control : how far the seller decides dates, 0 to 1

    Source: CF12.
    """
    pull = (price_now - price_next) / stiffness
    pull = pull if pull < 1.0 else 1.0
    return control * (pull if pull > -1.0 else -1.0)


@rule
def step_pay(jump: float, slope: float, distance: float) -> float:
    """Pay from one step for sales already made, targets.

    jump, slope : the step
    distance : threshold less sales, targets

    Source: identity.
    """
    return 0.0 if distance > 0.0 else jump - slope * distance


@rule
def end_sales(sales: float, rest: float, spread: float, node: float) -> float:
    """Sales at the period's end at one node of the normal quadrature, never below those made.

    sales : so far, targets
    rest, spread : mean and standard deviation of the rest, targets
    node : standard normal node

    Source: Gauss-Hermite quadrature.
    """
    end = sales + rest + spread * node
    return end if end > sales else sales


@rule
def better_of(price_end: float, price_next: float) -> float:
    """Pay when the date can still be chosen at the end: the better of the two. Source: CF12."""
    return price_end if price_end > price_next else price_next


@rule
def holding(option_value: float, weeks_left: float, cost_per_week: float, control: float) -> float:
    """Share of ready deals held back because waiting keeps the choice of the better period open.

    option_value : expected gain from choosing the period at its end, ¤ per ¤, >= 0
    weeks_left : weeks to the end, this one included
    cost_per_week : margin lost per week of holding
    control : how far the seller decides dates, 0 to 1

    Source: prototype, assumption; a flat plan has no option value and holds nothing.
    """
    weeks = weeks_left - 1.0 if weeks_left > 1.5 else 1.0
    gain = option_value if option_value > 0.0 else 0.0
    return control * (1.0 - exp(-gain / (cost_per_week * weeks)))


@rule
def buyers_wait(share: float, quarter_ends: float, for_price: float) -> float:
    """Share of buyers who wait: for the end of the quarter, or for a lower price.

    share : who wait for the end of the quarter; none does in its last week
    quarter_ends : 1 in that week
    for_price : who wait for a price they know of

    Source: prototype, assumption (independent reasons).
    """
    deadline = 0.0 if quarter_ends > 0.5 else share
    return for_price + deadline * (1.0 - for_price)


@rule
def hold_chance(held_share: float, buyer_wait: float, delay: float, period_ends: float) -> float:
    """Chance that a deal due this week waits instead.

    held_share : held by the seller (``holding``); nothing is held in the period's last week
    buyer_wait : ``buyers_wait``
    delay : seller's re-timing; negative puts off
    period_ends : 1 in the last week of the rebate period

    Source: prototype, assumption (independent reasons).
    """
    late = 1.0 + delay if delay < 0.0 else 1.0
    seller = 1.0 if period_ends > 0.5 else 1.0 - held_share
    return 1.0 - seller * (1.0 - buyer_wait) * late


@rule
def due_chance(hazard: float, wait_chance: float) -> float:
    """Chance that a ready deal falls due this week and does not wait. Source: independent reasons."""
    return hazard * (1.0 - wait_chance)


@rule
def close_chance(due: float, hazard: float, hurry: float, hurried: float) -> float:
    """Chance that a ready deal is decided this week.

    due : ``due_chance``
    hazard : weekly chance to fall due
    hurry : seller's re-timing; positive also closes deals not yet due
    hurried : chance that a customer decides early, before a higher price

    Source: CF12 on top of a constant hazard; independent reasons.
    """
    extra = in_a_step(hurry if hurry > 0.0 else 0.0)
    return due + (1.0 - hazard) * (extra + hurried * (1.0 - extra))


@rule
def perceived_price(price: float, perceived_share: float, present_value: float) -> float:
    """Pay on one more ¤ as it counts for dates. Source: model assumption (product)."""
    return price * perceived_share * present_value


@rule
def to_hold_chance(hazard: float, wait_chance: float, closed: float) -> float:
    """Chance that a ready deal not decided this week joins the held ones.

    hazard, wait_chance : chance to fall due, and chance that a due deal waits
    closed : chance that it was decided this week

    Source: conditional probability.
    """
    left = 1.0 - closed
    return hazard * wait_chance / left if left > 1e-9 else 0.0


@rule
def release_chance(
    quarter_ends: float, period_ends: float, delay: float, held_share: float, stays: float, freed: float
) -> float:
    """Chance that a held deal is decided this week: it waits for the end of the quarter, or for a price.

    quarter_ends, period_ends : 1 in the last week of the quarter and of the rebate period, else 0
    delay : seller's re-timing; negative keeps part of them for the next period
    held_share : share the seller holds back beyond the quarter in a longer period (``holding``)
    stays, freed : part that waits for a price still, and part whose price is there; one of them is 0

    Source: prototype, assumption.
    """
    last = 1.0 + delay if delay < 0.0 else 1.0
    buyers = 1.0 - held_share
    ends = last if period_ends > 0.5 else buyers
    usual = ends if quarter_ends > 0.5 or period_ends > 0.5 else freed * buyers
    return usual * (1.0 - stays)


@rule
def top_up(jump: float, distance: float, perceived: float, carrying_cost: float, largest_gap: float) -> float:
    """Order placed in the last week to reach a jump that is just out of reach, targets.

    jump : lump at the threshold, targets
    distance : threshold less sales, targets
    perceived : owner's perception of the pay, 0 to 1
    carrying_cost : cost of carrying a unit of stock, share of list
    largest_gap : largest gap a partner would fill, targets

    Source: prototype, assumption; needed for bunching at cliffs.
    """
    worth = perceived * jump > carrying_cost * distance
    near = distance > 0.0 and distance < largest_gap
    return distance if worth and near else 0.0


@rule
def from_stock(order: float, stock: float, used_share: float) -> float:
    """Part of this week's deals served from goods ordered earlier, ¤ list.

    order : won this week, ¤ list
    stock : goods in stock, ¤ list
    used_share : share of an order that can be served from stock

    Source: prototype, assumption.
    """
    most = used_share * order
    return stock if stock < most else most


@rule
def deal_value(u: float, log_mean: float, log_sd: float) -> float:
    """List value of a deal, ¤.

    u : uniform number that belongs to this deal
    log_mean, log_sd : of the partner's deals

    Source: lognormal (deal-size tables); parameters from the market file or the partner's own sales.
    """
    return exp(log_mean + log_sd * inverse_normal(u))


@rule
def win_chance(
    base: float, skill_factor: float, bond_points: float, price: float, registered_points: float
) -> float:
    """Chance to win a decided deal, 0.01 to 0.97.

    base : at the reference, 0 to 1
    skill_factor : factor for skill, 1 at the reference
    bond_points : points from joint selling
    price : factor for the street price, 1 at the reference
    registered_points : points when the deal is registered

    Source: industry win rates; composition is an assumption.
    """
    chance = base * skill_factor * price + bond_points + registered_points
    chance = chance if chance < 0.97 else 0.97
    return chance if chance > 0.01 else 0.01


@rule
def bond_points(bond: float, bond_reference: float, points_per_bond: float) -> float:
    """Points of win chance from selling jointly, 0 at the reference bond. Source: assumption."""
    return points_per_bond * (bond - bond_reference)


@rule
def concession(value: float, hurry: float, give_away_share: float) -> float:
    """Price given away to move a deal into the period, ¤ list.

    value : list value of the deals decided, ¤
    hurry : seller's re-timing; only a positive one costs
    give_away_share : price cut at full hurry

    Source: CF12 (half of k x^2); Larkin 2014 for its size.
    """
    return 0.5 * give_away_share * hurry * hurry * value if hurry > 0.0 else 0.0


@rule
def happens(u: float, chance: float) -> float:
    """1 when the uniform number ``u`` falls below ``chance``, else 0. Source: identity."""
    return 1.0 if u < chance else 0.0


@rule
def active(willing: float) -> float:
    """1 for a partner that sells for us, 0 for a silent one. Source: identity."""
    return 1.0 if willing > 0.0 else 0.0


@rule
def is_won(u: float, chance: float, taken: float) -> float:
    """1 when the partner wins a deal that direct sales did not take, else 0. Source: identity."""
    return 1.0 if u < chance and taken < 0.5 else 0.0


@rule
def short_of(threshold: float, sales: float) -> float:
    """Distance to a threshold, negative once it is reached. Source: identity."""
    return threshold - sales


@rule
def next_price(price_at_start: float, present_value: float) -> float:
    """Next period's price as it counts today. Source: CF12."""
    return price_at_start * present_value


@rule
def weighted(total: float, weight: float, amount: float) -> float:
    """A running weighted sum. Source: identity."""
    return total + weight * amount


@rule
def option_worth(best: float, sure: float, perceived_share: float, present_value: float) -> float:
    """What the choice of the period is worth to the owner, ¤ per ¤ of list.

    best, sure : mean of the better price, and the better of the mean prices
    perceived_share : owner's perception of back-end pay
    present_value : of 1 ¤ paid when the rebate is paid

    Source: CF12 (value of waiting).
    """
    return (best - sure) * perceived_share * present_value


@rule
def registered_points(registered: float, usual_share: float, points: float) -> float:
    """Points of win chance of a registered deal, less what the usual share of registrations already gave.

    registered : 1 or 0
    usual_share : chance to register at the reference
    points : win chance gained by registration

    Source: industry prior, halved for selection.
    """
    return points * (registered - usual_share)


@rule
def as_order(gap: float, target: float, willing: float) -> float:
    """The order that fills a gap, ¤ list; none from a silent partner. Source: identity."""
    return gap * target if willing > 0.0 else 0.0
