"""How a partner splits its selling capacity over our offers and everything else."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, inverse_normal, log


@rule
def trust_pull(trust: float, trust_reference: float, curvature: float) -> float:
    """Willingness to sell for a vendor one trusts, relative to the reference level.

    trust, trust_reference : 0 to 1
    curvature : loss of willingness at trust 0; concave and saturating at trust 1

    Source: prototype, assumption; de-emphasis by dissatisfied partners in surveys.
    """
    doubt = 1.0 - trust
    usual = 1.0 - trust_reference
    return (1.0 - curvature * doubt * doubt) / (1.0 - curvature * usual * usual)


@rule
def bond_pull(bond: float, bond_reference: float, bond_lift_share: float, bond_half: float) -> float:
    """Extra effort for people one knows, relative to the reference bond.

    bond, bond_reference : 0 to 1
    bond_lift_share : largest lift
    bond_half : bond at half of it

    Source: prototype, assumption; managed partners sell up to 1.35 times as much.
    """
    lift = 1.0 + bond_lift_share * bond / (bond + bond_half)
    usual = 1.0 + bond_lift_share * bond_reference / (bond_reference + bond_half)
    return lift / usual


@rule
def quarter_noise(u: float, noise_sd: float) -> float:
    """A partner's own ups and downs in one quarter, mean 1.

    u : uniform number
    noise_sd : log standard deviation

    Source: assumption.
    """
    return exp(noise_sd * inverse_normal(u) - 0.5 * noise_sd * noise_sd)


@rule
def contact_time(touches_per_week: float, time_share_per_touch: float) -> float:
    """Share of the selling week left after contacts with the vendor.

    touches_per_week : personal contacts planned
    time_share_per_touch : share of a week that one takes

    Source: prototype, assumption.
    """
    return 1.0 - time_share_per_touch * touches_per_week


@rule
def attraction(
    margin: float, margin_reference: float, relation: float, substitution: float, smallest: float
) -> float:
    """Weight of an offer in the split of effort, 1 at the reference.

    margin, margin_reference : perceived margin now and at the reference terms, ¤ per ¤ of list
    relation : product of trust, bond, time and noise factors
    substitution : exponent; 1/(1-h) for concave output with elasticity h
    smallest : floor of the margin ratio, > 0

    Source: CF19.
    """
    ratio = margin / margin_reference * relation
    return exp(substitution * log(ratio if ratio > smallest else smallest))


@rule
def wanted_share(own: float, other: float, outside: float) -> float:
    """Share of capacity an offer gets.

    own : reference share times attraction of the offer
    other : the same summed over the vendor's other offers
    outside : weight of rivals and own business

    Source: CF19 (shares in proportion to weights).
    """
    return own / (own + other + outside)


@rule
def settle(
    current: float, wanted: float, total_now: float, total_wanted: float, dead_band: float, habit: float
) -> float:
    """Share after re-planning: unchanged inside the dead band, else part of the way.

    current, wanted : share of the offer
    total_now, total_wanted : share of all our offers together
    dead_band : relative change too small to act on
    habit : part of the way not gone, 0 to 1

    Source: prototype, assumption.
    """
    change = total_wanted / total_now - 1.0
    size = change if change > 0.0 else -change
    moved = wanted + habit * (current - wanted)
    return moved if size > dead_band else current


@rule
def output(share: float, elasticity: float) -> float:
    """Selling output of a share of capacity: share to the power of the elasticity.

    Source: Albers, Mantrala and Sridhar 2010 (elasticity of selling effort 0.34).
    """
    return exp(elasticity * log(share))


@rule
def reference_margin(kept: float, rent: float, selling_cost_share: float, smallest_share: float) -> float:
    """Margin on an offer at the reference terms, ¤ per ¤ of list, above a small part of the front margin.

    kept, rent, selling_cost_share : as in ``reward.perceived_margin``
    smallest_share : floor as a share of the front margin

    Source: calibration by construction.
    """
    margin = kept + rent - selling_cost_share
    floor = smallest_share * kept
    return margin if margin > floor else floor


@rule
def reference_share(wallet: float, part: float, margin: float, other_margin: float) -> float:
    """Reference share of capacity of an offer.

    wallet : share of all our offers together
    part : the offer's share of opportunities
    margin, other_margin : reference margins of this and of the other offer

    Source: calibration by construction (shares in proportion to what they earn).
    """
    earned = part * margin
    return wallet * earned / (earned + (1.0 - part) * other_margin)


@rule
def relation(trust_factor: float, bond_factor: float, time_factor: float) -> float:
    """Everything but money that moves effort. Source: model assumption (product)."""
    return trust_factor * bond_factor * time_factor


@rule
def relative_ease(relation_now: float, relation_reference: float, noise: float) -> float:
    """Relation against the partner's own reference, times its ups and downs. Source: identity."""
    return relation_now / relation_reference * noise


@rule
def counts(weight: float, willing: float) -> float:
    """Weight of this week's plan in a reference level: none for partners that do not sell.

    Source: calibration by construction.
    """
    return weight if willing > 0.0 else 0.0


@rule
def plans(willing: float, group: float, turn: float, all_plan: float, quarter_starts: float) -> float:
    """1 when a partner plans anew this week, else 0. A silent partner looks at the programme once a quarter.

    willing : 0 for a silent partner
    group, turn : the partner's group, and the group whose turn it is
    all_plan : 1 in the first and the last weeks of a rebate period, when all that sell plan
    quarter_starts : 1 in the first week of a quarter

    Source: prototype, assumption.
    """
    due = group == turn or all_plan > 0.5
    selling = 1.0 if due else 0.0
    return selling if willing > 0.0 else quarter_starts


@rule
def towards(level: float, now: float, weight: float) -> float:
    """A reference level moved towards what is met now. Source: calibration by construction (running mean)."""
    return level + weight * (now - level)


@rule
def at_least(margin: float) -> float:
    """A margin as a reference: at least .001 of list, so that ratios stay finite. Source: identity."""
    return margin if margin > 0.001 else 0.001


@rule
def own_weight(share_reference: float, pull: float) -> float:
    """Weight of an offer: reference share times ``attraction``. Source: CF19."""
    return share_reference * pull


@rule
def outside_weight(wallet: float) -> float:
    """Weight of rivals and own business: what our offers leave at the reference. Source: CF19."""
    return 1.0 - wallet


@rule
def weight_now(weight: float, willing: float) -> float:
    """Weight of a vendor's offers as the partner's other vendors meet it: none while it is silent.

    weight : of the offers in the last split
    willing : 1 normal, below 1 drifting away, 0 silent

    Source: CF19.
    """
    return weight * willing


@rule
def weight_of_others(everything: float, own: float) -> float:
    """Weight of other vendors and of own business. Source: identity."""
    return everything - own


@rule
def held(share: float, willing: float) -> float:
    """Share of capacity that a vendor holds: none while the partner is silent. Source: identity."""
    return share if willing > 0.0 else 0.0


@rule
def unnamed_weight(wallet: float, others: float) -> float:
    """Weight of own business and of vendors without a name, for a vendor that is sold for.

    Where others are sold for as often as is usual, the vendor's share of capacity is its wallet.

    wallet : of the vendor
    others : wallets of the other named vendors, each times the usual share of partners that sell for it

    Source: CF19, calibration by construction.
    """
    return 1.0 - wallet - others


@rule
def room(share: float, free: float, weight: float, everything: float) -> float:
    """Share of capacity that a vendor may take: what it has, and its part of what no vendor has.

    share : that the vendor holds now
    free : share of capacity that no named vendor has
    weight, everything : of the vendor, and of all that wants the time, silent partners' vendors included

    Source: conservation (time is sold once).
    """
    return share + free * (weight / everything)


@rule
def within(share: float, total: float, most: float) -> float:
    """Share of an offer when all offers of its vendor together may take at most ``most``.

    share, total : of the offer, and of all of them

    Source: conservation (time is sold once).
    """
    return share if total <= most else share * (most / total)


@rule
def capacity_share(share_p: float, share_s: float) -> float:
    """Share of capacity of all our offers. Source: identity."""
    return share_p + share_s


@rule
def pace(share: float, usual_share: float, elasticity: float) -> float:
    """Selling output relative to the reference share of capacity. Source: ``output`` of both."""
    return exp(elasticity * log(share / usual_share))
