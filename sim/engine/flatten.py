"""From checked schema objects to the plain numbers the engine runs on."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.engine.layout import MOST_STEPS, YEAR, F, G, T, V
from sim.engine.records import World
from sim.kernel.block import BLOCK
from sim.population.neighbours import small_world
from sim.population.partners import Partners
from sim.rules import renewal
from sim.schema.catalogue import as_data, catalogue, differences, value_at
from sim.schema.idle import idle
from sim.schema.market import Market
from sim.schema.programme import Programme

Floats = NDArray[np.float64]

CLOCK_WEEKS: Final = {"quarter": 13, "half-year": 26, "year": 52}
RULES: Final = (
    "first-come", "named-accounts", "size-threshold", "all-indirect", "hard-deck", "customer-choice",
    "two-strikes",
)  # fmt: skip
WAYS: Final = ("in-house", "hunters", "outsourced", "on-the-job")
SERVES: Final = {
    "serves-nobody": 0.0, "serves-registered": 1.0, "serves-below-gold": 2.0, "serves-everybody": 4.0,
}  # fmt: skip
"""Tier below which partners buy from a distributor."""
REQUALIFICATIONS: Final = ("to-earned", "one-step", "year-of-grace")
ANSWERS: Final = ("unanswered", "refused", "looked-at", "granted")
LEAD_RULES: Final = ("equal", "tier", "skill", "favour")
PAYS: Final = ("neutral", "accelerator", "quota-gate", "against-partners")
ENDS: Final = {"nobody": (0.0, 0.0), "silent": (1.0, 4.0), "below-silver": (0.0, 1.0)}
"""Whether those that sell are spared, and the tier below which contracts are ended."""
INVITES: Final = {"nobody-asked": (0.0, 0.0), "silent-asked": (1.0, 0.0), "ended-asked": (1.0, 1.0)}
"""Whether silent partners are asked back, and whether those are whose contract was ended."""
FAR: Final = 1e3
"""Beyond any attainment, targets."""


def world_of(market: Market, partners: Partners, number: int = 0) -> World:
    """Blocks of partners and the vendor's figures.

    Parameters
    ----------
    market : the market
    partners : its partners, in the order of their ids
    number : of the vendor, 0 for ours
    """
    count = partners.size
    blocks = max(1, -(-count // BLOCK))
    facts = np.zeros((blocks, len(F) * BLOCK))
    for place, values in zip(F, partners.facts, strict=True):
        facts[:, place : place + BLOCK] = padded(values, blocks)
    silence = F.real
    facts[:, silence : silence + BLOCK] = (np.arange(blocks * BLOCK) < count).reshape(blocks, BLOCK)
    for place in (F.start_willing, F.comeback, F.start_enrolled, F.start_started, F.joining, F.leaving):
        facts[:, place : place + BLOCK] *= facts[:, silence : silence + BLOCK]
    ids = np.zeros(blocks * BLOCK, dtype=np.uint64)
    ids[:count] = partners.ids
    territory = np.zeros(blocks * BLOCK, dtype=np.int64)
    territory[:count] = partners.territory
    selling = partners.facts.weekly_list * partners.facts.start_willing
    territory_list = np.bincount(partners.territory, weights=selling, minlength=market.territories).astype(
        float
    )
    shape = blocks, BLOCK
    vendor = vendor_of(market, partners)
    vendor[V.number] = number
    return World(
        facts,
        ids.reshape(shape),
        territory.reshape(shape),
        territory_list,
        vendor,
        _neighbours(market, partners, blocks),
    )


def _neighbours(market: Market, partners: Partners, blocks: int) -> NDArray[np.int64]:
    """Places of everybody's acquaintances: int64[blocks, BLOCK, most]; -1 for none."""
    known = small_world(market, partners.ids, partners.segment)
    table = np.full((blocks * BLOCK, known.shape[1]), -1, dtype=np.int64)
    table[: len(known)] = known
    return table.reshape(blocks, BLOCK, -1)


def padded(values: Floats, blocks: int) -> Floats:
    """One value per partner as blocks: float64[blocks, BLOCK]; the rest is filled with the first."""
    filler = values[0] if len(values) else 1.0
    padded = np.full(blocks * BLOCK, filler)
    padded[: len(values)] = values
    return padded.reshape(blocks, BLOCK)


def vendor_of(market: Market, partners: Partners) -> Floats:
    """The vendor's own figures: float64[len(V)]."""
    vendor, out = market.vendor, np.zeros(len(V))
    out[V.goods] = vendor.goods_cost_share
    out[V.reference_list] = partners.active_list
    out[V.direct_level] = vendor.direct_to_channel_share
    out[V.direct_list] = partners.active_list * vendor.direct_to_channel_share
    out[V.direct_discount] = vendor.direct_discount_share
    out[V.direct_cost] = vendor.direct_selling_cost_share
    out[V.manager_cost] = vendor.manager_cost_per_year
    out[V.visit_cost] = vendor.visit_cost
    out[V.newsletter_cost] = vendor.newsletter_cost
    out[V.review_cost], out[V.council_cost] = vendor.review_cost, vendor.council_cost
    out[V.conference_cost], out[V.event_cost] = vendor.conference_cost, vendor.event_cost
    out[V.press_cost], out[V.round_table_cost] = vendor.press_cost, vendor.round_table_cost
    out[V.briefing_cost], out[V.help_cost] = vendor.briefing_cost, vendor.help_cost_per_year
    out[V.automation_cost] = vendor.automation_cost_per_year
    out[V.telemetry_cost] = vendor.telemetry_cost_per_year
    out[V.partners] = partners.enrolled
    out[V.noise] = market.noise_share
    _house(out, market)
    _roster(out, market, partners)
    return out


def _house(out: Floats, market: Market) -> None:
    house, vendor = market.house, market.vendor
    out[V.turmoil], out[V.support] = house.turmoil_share, house.support_share
    out[V.sabotage], out[V.technical] = house.sabotage_per_year, house.technical_managers_share
    out[V.budget_survival], out[V.chief_hour_cost] = house.budget_survival_share, house.chief_hour_cost
    out[V.delay_cost] = house.launch_delay_cost_per_year
    out[V.owner_cost] = house.marketing_owner_cost_per_year
    out[V.incident], out[V.severity] = vendor.incident_per_year, vendor.incident_severity_share
    out[V.recovery], out[V.recovery_silent] = (
        vendor.incident_recovery_weeks,
        vendor.incident_recovery_silent_weeks,
    )
    out[V.compensation] = vendor.incident_compensation_share
    out[V.leaving], out[V.chief_leaves] = vendor.manager_leaving_per_year, house.chief_leaves_per_year
    out[V.helping], out[V.hiring_weeks] = house.helper_hours_share, house.hiring_weeks
    out[V.discipline_sd] = house.discipline_sd
    out[V.requests], out[V.sensible] = house.requests_per_partner_year, house.sensible_requests_share
    out[V.lead_cost], out[V.lead_pool] = vendor.lead_cost, vendor.lead_pool_per_year
    out[V.launches], out[V.usage] = vendor.launches_per_year, vendor.usage_growth_per_year / YEAR


def _roster(out: Floats, market: Market, partners: Partners) -> None:
    roster, facts = market.roster, partners.facts
    outside = 1.0 - facts.start_enrolled
    out[V.turnover] = roster.turnover_share
    out[V.signatures] = float(np.sum(facts.joining * outside))
    out[V.hunter_cost] = roster.hunter_cost_per_year
    out[V.hunter_signatures] = roster.hunter_signatures_per_year
    out[V.signature_fee] = roster.signature_fee
    out[V.subscriptions] = market.vendor.subscription_share
    selling = facts.weekly_list * facts.start_willing
    out[V.term] = float(np.sum(selling * facts.term)) / max(float(np.sum(selling)), 1e-9) or YEAR


def deferred_at_start(vend: Floats, lev: Floats, partners: Partners) -> float:
    """Revenue booked and not yet recognised where both routes have always sold as much, ¤ net."""
    facts = partners.facts
    channel = float(np.sum(facts.weekly_list * facts.start_willing * (1.0 - facts.reference_front)))
    direct = vend[V.direct_list] * lev[G.coverage] * (1.0 - vend[V.direct_discount])
    return renewal.deferred_at_rest(channel + direct, vend[V.subscriptions], vend[V.term])


def levers_of(programme: Programme) -> Floats:
    """A programme's levers: float64[len(G)]."""
    front, registration, rewards = programme.front, programme.registration, programme.rewards
    direct, contact, rebate = programme.direct, programme.contact, programme.rebate
    out, index = np.zeros(len(G)), programme.price.list_index
    _price(out, programme)
    out[G.front_registered : G.front_platinum + 1] = front.discount_share
    out[G.tier_silver : G.tier_platinum + 1] = [float(amount) / index for amount in front.tier_threshold_list]
    out[G.requalification] = REQUALIFICATIONS.index(front.requalification)
    out[G.ceiling] = front.ceiling_share
    out[G.bid_discount], out[G.bid_hours] = programme.bids.discount_share, programme.bids.answer_hours
    route = programme.route
    out[G.served_below] = SERVES[route.serves]
    out[G.distributor] = route.distributor_margin_share if out[G.served_below] > 0.0 else 0.0
    out[G.offered] = registration.offered
    out[G.points] = registration.points_share * index if registration.offered else 0.0
    out[G.approval_hours], out[G.approval_share] = registration.approval_hours, registration.approval_share
    out[G.minimum] = float(registration.minimum_list) / index
    out[G.protection] = registration.protection_weeks
    out[G.clock_weeks] = CLOCK_WEEKS[rebate.clock]
    out[G.target_growth], out[G.lag_weeks] = rebate.target_growth_share, rebate.lag_weeks
    out[G.solution], out[G.new_logo] = rewards.solution_share, rewards.new_logo_share
    out[G.growth] = rewards.growth_share
    out[G.funds], out[G.funds_weeks] = rewards.funds_share, rewards.funds_window_weeks
    out[G.benefits] = rewards.benefits_per_year
    out[G.rule], out[G.threshold] = RULES.index(direct.rule), float(direct.threshold_list) / index
    out[G.enforcement], out[G.clarity] = direct.enforcement_share, direct.clarity_share
    out[G.coverage] = direct.coverage
    out[G.pay], out[G.one_head] = PAYS.index(direct.pay), direct.one_head
    out[G.renewal_less] = programme.renewal.less_share
    out[G.renewals_direct] = programme.renewal.direct_share
    out[G.newsletters] = contact.newsletters_per_month
    out[G.calls], out[G.visits] = contact.calls_per_quarter, contact.visits_per_quarter
    out[G.managers] = contact.managers_per_100_partners
    _relations(out, programme)
    _organisation(out, programme)
    _describe_plan(out, steps_of(programme))
    _count_rules(out, programme)
    return out


def _price(out: Floats, programme: Programme) -> None:
    """The price list; the ratio to today's is known once there is a today."""
    price = programme.price
    out[G.price], out[G.price_ratio] = price.list_index, 1.0
    out[G.resells] = price.invoiced_by == "partner"
    out[G.customer_discount] = 0.0 if out[G.resells] else price.customer_discount_share


def _relations(out: Floats, programme: Programme) -> None:
    contact, occasions, monitoring = programme.contact, programme.occasions, programme.monitoring
    out[G.reviews], out[G.regularity] = contact.reviews_per_year, contact.regularity_share
    out[G.focus], out[G.automation] = contact.focus, contact.automation_share
    out[G.answer_hours] = contact.answer_hours
    out[G.councils], out[G.conferences] = occasions.councils_per_year, occasions.conferences_per_year
    out[G.conference_fee] = occasions.conference_fee
    out[G.conference_talks] = occasions.conference_talks_share
    out[G.events], out[G.press] = occasions.events_per_year, occasions.press_per_year
    out[G.round_tables] = occasions.round_tables_per_year
    out[G.briefings] = occasions.briefings_per_year
    out[G.watch_threshold] = monitoring.threshold_share
    out[G.telemetry], out[G.winback_hours] = monitoring.telemetry_share, monitoring.winback_hours


def _organisation(out: Floats, programme: Programme) -> None:
    own = programme.organisation
    out[G.advocacy], out[G.promises] = own.advocacy_hours, own.promises_per_year
    out[G.planning_hours], out[G.checks_first] = own.planning_hours, own.checks_first
    out[G.early], out[G.admits] = own.early_involvement_share, own.admits_incidents
    out[G.coaching], out[G.care] = own.coaching_share, own.care_share
    out[G.marketing_owner] = own.marketing_owner
    out[G.fight_hours], out[G.deputy_hours] = own.fight_hours, own.deputy_hours
    out[G.seminars], out[G.certified] = own.seminar_share, own.certified_share
    out[G.consultants], out[G.initiative] = own.hires == "consultants", own.initiative_share
    out[G.hope] = out[G.mending] = 1.0
    requests, leads, recruitment = programme.requests, programme.leads, programme.recruitment
    out[G.answer], out[G.look_hours] = ANSWERS.index(requests.answer), requests.hours_each
    out[G.reasons] = requests.reasons
    out[G.leads], out[G.lead_rule] = leads.per_year, LEAD_RULES.index(leads.rule)
    out[G.business_pitch] = recruitment.pitch == "business"
    out[G.experience] = recruitment.experience_per_year
    out[G.recruiting], out[G.pace] = WAYS.index(recruitment.way), recruitment.pace
    out[G.onboarding] = recruitment.onboarding_hours


def _describe_plan(out: Floats, steps: Floats) -> None:
    count = int(np.sum(np.any(steps[:, [T.jump, T.slope]] != 0.0, axis=1)))
    out[G.steps] = count
    flat = count == 1 and steps[0, T.threshold] == 0.0 and steps[0, T.jump] == 0.0
    out[G.linear] = count == 0 or flat
    out[G.rate] = steps[0, T.slope] if flat else 0.0
    out[G.slope_most] = float(np.max(steps[:, T.rate], initial=0.0))
    reached = steps[: len(steps) - 1, T.threshold] <= 1.0
    pay = steps[:-1, T.jump] + steps[:-1, T.slope] * (1.0 - steps[:-1, T.threshold])
    out[G.plan_usual] = float(np.sum(pay[reached]))


def _count_rules(out: Floats, programme: Programme) -> None:
    """What has to be explained: rules, thresholds, exceptions and formulas, steps of a claim."""
    rebate, rewards, registration = programme.rebate, programme.rewards, programme.registration
    tiered = len(set(programme.front.discount_share)) > 1
    extras = sum(
        share > 0.0 for share in (rewards.solution_share, rewards.new_logo_share, rewards.growth_share)
    )
    out[G.rules_count] = (
        1 + tiered + (rebate.shape != "none") + extras + registration.offered + (rewards.funds_share > 0)
    )
    out[G.thresholds_count] = 3 * tiered + sum(step.from_target > 0.0 for step in rebate.steps)
    retroactive = rebate.shape == "retroactive"
    sized = programme.direct.rule in ("size-threshold", "customer-choice", "two-strikes")
    out[G.exceptions_count] = retroactive + (rebate.cap_target > 0.0) + (rewards.growth_share > 0.0) + sized
    out[G.claim_steps_count] = 3 * registration.offered + 4 * (rewards.funds_share > 0.0)


TOLD: Final = ("price", "front", "registration", "rebate", "rewards", "direct", "renewal")
"""Parts of a programme that partners are told of and must learn anew."""
NOT_TOLD: Final = (
    "price.list_index",
    "direct.coverage",
    "direct.enforcement_share",
    "direct.pay",
    "direct.one_head",
)


def changed_share(old: Programme, new: Programme) -> float:
    """Part of the levers that partners are told of and that are in use in either programme which differs.

    What does nothing in the new programme need not be learned.
    """
    defaults, resting = {entry.path: entry.default for entry in catalogue(Programme)}, idle(new)
    told = [
        path
        for path in defaults
        if path.partition(".")[0] in TOLD
        and path not in NOT_TOLD
        and "[]" not in path
        and path not in resting
    ]
    differs = differences(old, new)
    used = [
        path for path in told if path in differs or as_data(value_at(new, path)) != as_data(defaults[path])
    ]
    return sum(path in differs for path in told) / max(len(used), 1)


def steps_of(programme: Programme) -> Floats:
    """The rebate as steps and segments in targets: float64[MOST_STEPS + 1, len(T)].

    A cap is a last step that takes the rate back. Rates of all steps are scaled by the lever ``size``.
    """
    rebate = programme.rebate
    starts = [(step.from_target, step.rate_share * rebate.size) for step in rebate.steps]
    retroactive = rebate.shape == "retroactive"
    if rebate.cap_target > 0.0:
        starts = [start for start in starts if start[0] < rebate.cap_target]
    table = np.zeros((MOST_STEPS + 1, len(T)))
    before = 0.0
    for row, (threshold, rate) in enumerate(starts):
        jump = (rate - before) * threshold if retroactive else 0.0
        table[row, [T.threshold, T.jump, T.slope]] = threshold, jump, rate - before
        before = rate
    if rebate.cap_target > 0.0 and starts:
        table[len(starts), [T.threshold, T.jump, T.slope]] = rebate.cap_target, 0.0, -before
    _as_segments(table, len(starts) + (rebate.cap_target > 0.0 and bool(starts)))
    return table


def _as_segments(table: Floats, count: int) -> None:
    table[: count + 1, T.low] = [-FAR, *table[:count, T.threshold]]
    table[: count + 1, T.high] = [*table[:count, T.threshold], FAR]
    rate = level = 0.0
    for row in range(count):
        rate += table[row, T.slope]
        level += table[row, T.jump] - table[row, T.slope] * table[row, T.threshold]
        table[row + 1, [T.level, T.rate]] = level, rate
