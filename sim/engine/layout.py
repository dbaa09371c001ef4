"""Where every number of the engine lives: the single table of fields that both engines share.

Arrays are block-major: ``facts[block]`` and ``state[vendor, block]`` are rows in which field after field
holds the values of ``BLOCK`` partners, so that a loop over one block touches constant offsets. ``S.bond + j``
is the place of partner ``j``'s bond in such a row.
"""

from typing import Any, Final, NamedTuple

from sim.kernel.block import BLOCK, LANES
from sim.population.partners import Facts
from sim.schema.behaviour import Behaviour


class State(NamedTuple):
    """What happens to a partner: kept from week to week."""

    # belief
    trust: int
    reputation: int
    goodwill: int
    hurt: int
    bond: int
    understanding: int
    belief: int
    """believed conflict per opportunity"""
    hurt_change: int
    """hurt of one announced change, apart so that its reversal can heal it"""
    heard: int
    """conflicts of neighbours heard of last week, in deals lost"""
    tale_leak: int
    """what is left to tell of a leaked change, of words broken and kept, in trust lost or won"""
    tale_ill: int
    tale_well: int
    heard_leak: int
    """the same, of neighbours, heard last week"""
    heard_ill: int
    heard_well: int
    strange: int
    """how strange a new chief still is, 0 where one is known"""
    treated: int
    """how well it is treated, in weeks of contact as wished: a slow mean"""
    slight: int
    """how much better the best treated neighbour of the same tier is treated, in own wishes"""
    # contact
    gap: int
    """weeks since the last personal contact"""
    confidence: int
    """how firmly the next contact is expected"""
    received: int
    """contacts per week as this partner knows them"""
    # what the vendor knows
    unseen: int
    """weeks without a sign of life"""
    known_pace: int
    """deals per week as the vendor knows them"""
    believed: int
    """1 when the vendor counts it as active"""
    enrolled: int
    """1 while its contract holds"""
    ended: int
    """1 when the vendor ended it"""
    started: int
    """1 once it has sold under its contract"""
    since: int
    """weeks since it signed"""
    ease: int
    """how easily it starts to sell, 0 when it never can"""
    early: int
    """deals won in the first weeks after signing"""
    base: int
    """running contracts of its customers, 1 at the reference"""
    # effort
    share_p: int
    share_s: int
    output_p: int
    """selling output of the share"""
    output_s: int
    pace: int
    """selling output of both shares relative to the reference shares"""
    weight: int
    """of our offers in the last split"""
    outside: int
    """weight of everything else: other vendors and own business"""
    most: int
    """share of capacity that our offers may take"""
    noise: int
    norm: int
    willing: int
    """1 normal, below 1 drifting away, 0 silent"""
    silent: int
    """weeks silent"""
    skill_p: int
    skill_s: int
    # pipeline, counts
    early_p: int
    early_s: int
    late_p: int
    late_s: int
    ready_p: int
    ready_s: int
    held_p: int
    held_s: int
    index_p: int
    """deals decided so far: the number of the next one"""
    index_s: int
    # terms and plan
    tier: int
    warned: int
    """1 in a year of grace before a tier is lost"""
    target: int
    period: int
    """sales of this rebate period, ¤ list"""
    year: int
    quarter: int
    quarter_1: int
    """sales of the last four full quarters, ¤ list"""
    quarter_2: int
    quarter_3: int
    quarter_4: int
    last_year: int
    stock: int
    price: int
    """pay that one more deal brings under the plan, ¤ per ¤"""
    price_start: int
    value_start: int
    hold: int
    """share of ready deals held back"""
    # totals since week 0
    total_sales: int
    total_profit: int
    total_payout: int
    total_effort: int
    total_won: int
    total_selling: int


class Derived(NamedTuple):
    """Facts of a partner that depend on the future's parameters; made once per future."""

    reach_p: int
    reach_s: int
    margin_p: int
    """reference margin, ¤ per ¤ of list"""
    margin_s: int
    share_p: int
    """reference shares of capacity"""
    share_s: int
    rent_p: int
    rent_s: int
    skill_p: int
    skill_s: int
    develop_p: int
    """weekly chance to leave a developing stage"""
    develop_s: int
    relation: int
    """reference levels, met under today's programme: relation, trust, bond, chance to register, prices"""
    trust: int
    bond: int
    register: int
    street: int
    marketing: int
    problem: int
    """weekly chance that a customer has a problem"""
    renews: int
    """chance that a contract is renewed"""
    per_week: int
    """1 / sales per week at the reference"""


class Week(NamedTuple):
    """Scratch of one block in one week; nothing survives it. ``_p`` product, ``_s`` solution."""

    # contact
    attention: int
    chance: int
    """that a planned contact takes place"""
    calls: int
    visits: int
    reviews: int
    newsletters: int
    planned: int
    hours: int
    quality: int
    fresh: int
    """what contact still teaches and binds, 1 without fatigue"""
    cordial: int
    """trust gained beside calls, visits and wins"""
    affront: int
    """trust lost beside conflict"""
    taught: int
    """what occasions teach"""
    bonded: int
    asked: int
    """requests of the week, those granted, those rightly answered, and what granting costs, ¤"""
    granted: int
    well: int
    favour_cost: int
    here: int
    """1 for those of the tier that is added up; how they are treated, and its square"""
    treated: int
    square: int
    extra: int
    """opportunities that come of requests and leads"""
    lead_weight: int
    leads: int
    met: int
    """1 for those who take part in the occasion at hand"""
    occasions_cost: int
    attended_cost: int
    """what taking part costs the partner, ¤"""
    # renewal
    renewed: int
    """share of contracts due that are renewed"""
    renewing: int
    """opportunities with renewals, against the reference"""
    renewals: int
    """renewals among opportunities"""
    renewed_direct: int
    base: int
    # terms
    front: int
    kept: int
    points: int
    """registration points that the ceiling on discounts leaves, ¤ per ¤ of list"""
    room: int
    """discount off list that the ceiling still leaves"""
    bid_discount: int
    """special price that a deal may get, ¤ per ¤ of list, and the chance of it"""
    bid_chance: int
    street: int
    visible: int
    """perception of back-end pay for effort"""
    owner: int
    """the same for dates and orders"""
    worth: int
    """present value of 1 ¤ of the plan's pay"""
    amplifier: int
    register: int
    # plan
    sales: int
    deal: int
    centre: int
    spread: int
    mean: int
    log_sd: int
    nothing: int
    kappa: int
    value: int
    value_after: int
    price: int
    next: int
    end: int
    """sales at the period's end at a node"""
    option: int
    pay: int
    pay_after: int
    expected: int
    tiers: int
    # effort
    growth_price: int
    plan_p: int
    """present worth of the rebate on one more ¤"""
    plan_s: int
    relation: int
    margin_p: int
    margin_s: int
    pull_p: int
    pull_s: int
    # demand and pipeline
    price_factor: int
    marketing: int
    relative_marketing: int
    claimed: int
    worked: int
    mean_p: int
    mean_s: int
    new_p: int
    new_s: int
    advance_p: int
    advance_s: int
    ripen_p: int
    ripen_s: int
    moved_p: int
    moved_s: int
    ripe_p: int
    ripe_s: int
    # closing
    retiming: int
    close: int
    delay: int
    release: int
    closed_p: int
    closed_s: int
    kept_p: int
    kept_s: int
    freed_p: int
    freed_s: int
    decided_p: int
    decided_s: int
    skill_p: int
    """effect of skill on the win chance"""
    skill_s: int
    joint: int
    # decided deals
    won_p: int
    won_s: int
    list_p: int
    list_s: int
    registered_list: int
    registered_won: int
    taken: int
    taken_list: int
    incidents: int
    breaches: int
    refused: int
    bid_list: int
    """discount given by special prices, ¤ list"""
    price_lost: int
    # money
    used: int
    ahead: int
    bought: int
    concession: int
    rebate: int
    growth: int
    solution: int
    new_logo: int
    funds: int
    # accounts
    net: int
    routed: int
    """what distributors sold to partners, ¤ net"""
    goods: int
    letters: int
    contact_cost: int
    sold: int
    margin: int
    services: int
    back: int
    own_cost: int
    profit: int
    # relations
    adrift: int
    selling: int
    silent: int
    effort: int
    level: int
    leaves: int
    # hearsay, watching
    told: int
    alarm: int
    false_alarm: int
    overdue: int
    """weeks between silence and the alarm"""
    survey: int
    comeback: int
    """weekly rate of return under efforts to win back"""
    relational: int
    transactional: int
    alternative: int
    # joining
    joined: int
    left: int
    begun: int
    second: int
    joining_hours: int
    # sums
    arrivals: int
    won: int
    lost: int
    open_deals: int
    touches: int
    trust: int
    """of partners that sell for us, as the next four"""
    understanding: int
    bond: int
    belief: int
    skill: int


class Weekly(NamedTuple):
    """Sums over all partners of one week, as the engine records them."""

    list_product: int
    list_solution: int
    net_revenue: int
    goods_cost: int
    rebate_cost: int
    growth_cost: int
    solution_cost: int
    new_logo_cost: int
    funds_cost: int
    contact_cost: int
    occasions_cost: int
    monitoring_cost: int
    organisation_cost: int
    rules_cost: int
    benefits_cost: int
    direct_revenue: int
    direct_cost: int
    partner_margin: int
    partner_services: int
    partner_payout: int
    partner_selling_cost: int
    arrivals: int
    won: int
    lost: int
    taken: int
    open_deals: int
    incidents: int
    breaches: int
    taken_list: int
    price_cut_list: int
    concession_list: int
    registered_won: int
    bought_list: int
    ahead_list: int
    stock_list: int
    active: int
    silent: int
    adrift: int
    trust_sum: int
    understanding_sum: int
    bond_sum: int
    belief_sum: int
    skill_sum: int
    share_sum: int
    touches: int
    hours: int
    refused: int
    renewed_direct_list: int
    base_sum: int
    ended: int
    """partners whose contract the vendor ended"""
    heard_sum: int
    believed: int
    """partners that the vendor counts as active"""
    alarms: int
    """partners that stopped selling and are noticed this week"""
    false_alarms: int
    delay_sum: int
    survey_sum: int
    relational_sum: int
    transactional: int
    alternative: int
    """what the same effort would earn at the reference, ¤"""
    joined: int
    """firms that signed this week"""
    left: int
    """partners that left of their own will"""
    begun: int
    """beginners that started to sell"""
    second: int
    """partners whose second order came within half a year of signing"""
    joining_hours: int
    """of partner managers, for signatures and for beginners"""
    recruiting_cost: int
    recruiting_effort: int
    """the same with the time of managers, ¤"""
    recognised: int
    """revenue of both routes as it is recognised over the terms of contracts, ¤ net"""
    level: int
    """partner selling relative to the reference, ¤ list"""
    support: int
    """of the chief executive, as the engine knows it this week"""
    promises_due: int
    promises_kept: int
    spoiled: int
    """1 while a department spoils an element of the programme"""
    bid_list: int
    """discount given by special prices, ¤ list"""
    routed: int
    """what distributors sold to partners, ¤ net"""
    vacant: int
    """part of the partner managers' desks that is empty"""
    asked: int
    """requests of partners, those granted, and those rightly answered"""
    granted: int
    well: int
    favour_cost: int
    leads: int
    """leads worth having that were handed out"""
    lead_weight: int
    tier_0: int
    """partners of each tier that sell for us; the sum of how they are treated, and of its square"""
    tier_1: int
    tier_2: int
    tier_3: int
    treated_0: int
    treated_1: int
    treated_2: int
    treated_3: int
    square_0: int
    square_1: int
    square_2: int
    square_3: int
    beside_rivals: int
    """partners that sell for us in a market with named rivals; what follows is of these"""
    rivals_share_sum: int
    """share of capacity that sells for named rivals"""
    rivals_profit: int
    """what they earn with named rivals, ¤"""
    concentration_sum: int
    """sum of squares of each named vendor's part in what they sell with"""
    rivals_list: int
    """sales of all partners for named rivals, ¤ list"""


class Shared(NamedTuple):
    """What all partners of a future share from last week."""

    hours: int
    level: int
    deferred: int
    """revenue that is booked and not yet recognised, ¤ net"""
    support_gap: int
    """support of the chief executive that is missing, against where it rests"""
    spoiled: int
    """weeks for which an element of the programme stays spoiled"""
    crisis: int
    """share of the win rate that an incident still costs"""
    hidden: int
    """1 while an incident is denied"""
    skill: int
    """of partner managers, above the usual; mean of all desks"""
    budget_cut: int
    lead_weight: int
    """of all partners, when leads were handed out last"""
    route_stock: int
    """of distributors, and their sales as a slow mean, ¤ net"""
    route_pace: int


class Desk(NamedTuple):
    """A partner manager's desk, and who sits there."""

    learned: int
    """skill above the usual, by coaching or brought along"""
    taught: int
    """the same by seminars"""
    vacant: int
    """weeks for which nobody sits there"""
    tenure: int
    """weeks that its manager has been there"""
    keeps: int
    """discipline of its manager, 1 in the middle; 0 until somebody was ever there"""
    dear: int
    """1 where a consultant was hired"""
    quality: int
    """of contact this week, 1 for a usual manager"""
    left: int
    """1 if its manager leaves this week"""


class Levers(NamedTuple):
    """A programme as numbers; amounts of list are in the prices of index 1."""

    price: int
    """index of the price list"""
    price_ratio: int
    """the same against that of today's programme"""
    resells: int
    """1 when partners invoice the customer, 0 when the vendor does"""
    customer_discount: int
    """discount that the vendor itself gives customers, share of list"""
    front_registered: int
    front_silver: int
    front_gold: int
    front_platinum: int
    tier_silver: int
    tier_gold: int
    tier_platinum: int
    requalification: int
    """how a tier is lost, by number"""
    ceiling: int
    bid_discount: int
    bid_hours: int
    served_below: int
    """tier below which partners buy from a distributor, 0 for none"""
    distributor: int
    """its margin, share of list"""
    offered: int
    points: int
    approval_hours: int
    approval_share: int
    minimum: int
    protection: int
    """weeks for which a registered deal is protected; 0 until it is decided"""
    clock_weeks: int
    steps: int
    """number of steps of the rebate plan"""
    linear: int
    """1 when the plan pays one rate on everything, so that waiting never helps"""
    rate: int
    """that rate"""
    slope_most: int
    target_growth: int
    lag_weeks: int
    solution: int
    new_logo: int
    growth: int
    funds: int
    funds_weeks: int
    benefits: int
    """that are not money, ¤ per partner and year"""
    rule: int
    threshold: int
    enforcement: int
    clarity: int
    coverage: int
    pay: int
    one_head: int
    renewal_less: int
    renewals_direct: int
    newsletters: int
    calls: int
    visits: int
    reviews: int
    regularity: int
    focus: int
    automation: int
    answer_hours: int
    managers: int
    councils: int
    conferences: int
    conference_fee: int
    conference_talks: int
    events: int
    press: int
    round_tables: int
    briefings: int
    watch_threshold: int
    telemetry: int
    winback_hours: int
    advocacy: int
    promises: int
    planning_hours: int
    checks_first: int
    early: int
    admits: int
    coaching: int
    care: int
    marketing_owner: int
    fight_hours: int
    deputy_hours: int
    seminars: int
    certified: int
    consultants: int
    """1 where consultants of partners' business are hired"""
    initiative: int
    answer: int
    """what happens to requests, by number"""
    look_hours: int
    reasons: int
    leads: int
    """handed out, per year"""
    lead_rule: int
    hope: int
    """effort and healing while a promise stands open, this week; 1 without one"""
    mending: int
    recruiting: int
    """way of recruiting, by number"""
    business_pitch: int
    experience: int
    pace: int
    onboarding: int
    plan_usual: int
    """rebate at attainment 1, share of net purchases"""
    rules_count: int
    thresholds_count: int
    exceptions_count: int
    claim_steps_count: int


class Vendor(NamedTuple):
    """The vendor's own figures and the market's totals, as numbers."""

    goods: int
    direct_list: int
    """direct sales per week at coverage 1, ¤ list"""
    direct_level: int
    """direct sales relative to channel sales"""
    direct_discount: int
    direct_cost: int
    manager_cost: int
    visit_cost: int
    newsletter_cost: int
    review_cost: int
    council_cost: int
    conference_cost: int
    event_cost: int
    press_cost: int
    round_table_cost: int
    briefing_cost: int
    help_cost: int
    automation_cost: int
    telemetry_cost: int
    partners: int
    reference_list: int
    """channel sales per week of the partners active at the start, ¤ list"""
    noise: int
    turmoil: int
    """how much of the vendor's inner life takes place; what follows belongs to it"""
    support: int
    sabotage: int
    technical: int
    budget_survival: int
    chief_hour_cost: int
    delay_cost: int
    owner_cost: int
    incident: int
    severity: int
    recovery: int
    recovery_silent: int
    compensation: int
    leaving: int
    chief_leaves: int
    helping: int
    hiring_weeks: int
    discipline_sd: int
    requests: int
    """of each partner that sells for us, per year"""
    sensible: int
    lead_cost: int
    lead_pool: int
    launches: int
    usage: int
    """growth of running contracts through use, per week"""
    turnover: int
    """how much of joining and leaving takes place"""
    signatures: int
    """per week, at which the roster stays as large as it is"""
    hunter_cost: int
    hunter_signatures: int
    signature_fee: int
    subscriptions: int
    term: int
    """mean length of a contract, weeks"""
    number: int
    """of the vendor in the keys of its draws; 0 is ours"""


class Step(NamedTuple):
    """One row of a payout plan, in targets: a step, and the segment of the same number.

    Segment 0 lies below the first step, segment i + 1 begins at step i.
    """

    threshold: int
    jump: int
    slope: int
    low: int
    high: int
    level: int
    """pay on the segment is level + rate * sales"""
    rate: int


def _places(kind: type, step: int = 1) -> tuple[int, ...]:
    return tuple(range(0, step * len(kind._fields), step))  # type: ignore[attr-defined]


F: Final = Facts(*_places(Facts, BLOCK))  # type: ignore[arg-type]
S: Final = State(*_places(State, BLOCK))
D: Final = Derived(*_places(Derived, BLOCK))
Z: Final = Week(*_places(Week, BLOCK))
W: Final = Weekly(*_places(Weekly))
L: Final = Weekly(*_places(Weekly, LANES))
"""Places of the weekly sums among the lanes."""
H: Final = Shared(*_places(Shared))
M: Final = Desk(*_places(Desk))
G: Final = Levers(*_places(Levers))
V: Final = Vendor(*_places(Vendor))
T: Final = Step(*_places(Step))

Parameters = NamedTuple("Parameters", [(name, int) for name in Behaviour.model_fields])  # type: ignore[misc]
P: Final[Any] = Parameters(*range(len(Behaviour.model_fields)))

OFFERS: Final = 2
STAGES: Final = 2
"""Stages that a deal develops in: early, late."""
PRODUCT: Final = 0
SOLUTION: Final = BLOCK
"""Added to the place of a product field: the solution field stands right behind it."""
MOST_STEPS: Final = 8
MANY_DEALS: Final = 15.0
"""Deals a period from which normal sales describe a partner (checked against the exact law)."""
EARLY: Final = 26.0
"""Weeks after signing within which a second order counts as a success."""
QUARTER: Final = 13
YEAR: Final = 52
WEEK_OFFSET: Final = 5200
"""Added to week numbers so that keys of weeks before the start stay positive: a hundred years."""
