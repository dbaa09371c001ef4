"""What we believe about behaviour: every parameter with its range, unit and source.

A future draws each parameter once, between ``low`` and ``high`` with its peak at the default. Sources are
keys of the bibliography; ``assumption`` marks a judgement for which no measurement was found.
"""

from sim.schema.behaviour_relations import Relations
from sim.schema.fields import parameter

P = "assumption"


class Behaviour(Relations):
    """One set of behavioural parameters; the defaults are the best guess."""

    # reward
    services_rent_share: float = parameter(
        0.10, low=0.05, high=0.25, unit="share of services margin", rule="reward",
        source=P, grade="assumption",
        says="Part of a partner's services margin that depends on selling our line rather than another.")
    selling_cost_share: float = parameter(
        0.04, low=0.02, high=0.06, unit="share of list", rule="reward", source=P, grade="assumption",
        says="What it costs a partner to sell, per ¤ of list price.")
    credence_floor_share: float = parameter(
        0.5, low=0.3, high=0.7, unit="share", rule="reward", source=P, grade="assumption",
        says="Belief in a promised payment of a partner with no trust at all.")
    certainty_share: float = parameter(
        0.75, low=0.6, high=0.9, unit="share", rule="reward", source="industry-rebate-surveys", grade="C",
        says="Discount a partner takes for conditions and claims of back-end money.")
    foresight_share: float = parameter(
        0.5, low=0.0, high=1.0, unit="share", rule="reward", source=P, grade="assumption",
        says="How far a partner minds that selling more today raises tomorrow's target.")
    target_memory_share: float = parameter(
        0.25, low=0.1, high=0.5, unit="share", rule="reward", source=P, grade="assumption",
        says="Weight a partner gives this period's sales in its next target.")
    kappa_cap: float = parameter(
        0.10, low=0.05, high=0.3, unit="target of drift per week", rule="reward",
        source=P, grade="assumption",
        says="Bound on how much extra selling a partner expects of itself from a payout plan.")
    smallest_log_sd: float = parameter(
        0.05, low=0.03, high=0.1, unit="log", rule="reward", source=P, grade="assumption",
        says="Smallest uncertainty about the rest of a period.")
    # effort
    effort_elasticity: float = parameter(
        0.34, low=0.2, high=0.45, unit="elasticity", rule="effort",
        source="albers-mantrala-sridhar-2010", grade="A",
        says="Per cent more opportunities found for one per cent more selling effort.")
    substitution: float = parameter(
        1.515, low=1.2, high=2.2, unit="exponent", rule="effort", source=P, grade="assumption",
        says="How readily effort moves to the better paid offer; 1/(1 - elasticity) for a rational seller.")
    trust_curvature: float = parameter(
        0.75, low=0.5, high=0.9, unit="share", rule="effort", source=P, grade="assumption",
        says="Willingness lost by a partner that does not trust at all.")
    trust_reference: float = parameter(
        0.6, low=0.55, high=0.65, unit="trust", rule="effort", source="industry-priors", grade="assumption",
        says="Usual level of trust, at which nothing is added or taken away.")
    bond_lift_share: float = parameter(
        0.35, low=0.1, high=0.6, unit="share", rule="effort", source="industry-priors", grade="assumption",
        says="Largest lift of effort from personal bonds.")
    bond_half: float = parameter(
        0.25, low=0.15, high=0.4, unit="bond", rule="effort", source=P, grade="assumption",
        says="Bond at which half of that lift is reached.")
    bond_reference: float = parameter(
        0.15, low=0.1, high=0.2, unit="bond", rule="effort", source=P, grade="assumption",
        says="Usual bond, at which nothing is added or taken away.")
    quarter_noise_sd: float = parameter(
        0.15, low=0.05, high=0.25, unit="log", rule="effort", source=P, grade="assumption",
        says="A partner's own ups and downs from quarter to quarter.")
    touch_time_share: float = parameter(
        0.012, low=0.004, high=0.02, unit="share of a week", rule="effort", source=P, grade="assumption",
        says="Selling time that one personal contact takes.")
    smallest_ratio: float = parameter(
        0.05, low=0.02, high=0.1, unit="ratio", rule="effort", source=P, grade="assumption",
        says="Floor of the margin ratio: habit keeps a partner selling a little at any pay.")
    dead_band_share: float = parameter(
        0.03, low=0.0, high=0.05, unit="share", rule="effort", source=P, grade="assumption",
        says="Change of effort too small to act on.")
    habit_share: float = parameter(
        0.5, low=0.2, high=0.8, unit="share", rule="effort", source=P, grade="assumption",
        says="Part of the way to the best split that habit holds back at each re-planning.")
    # demand
    intensity_reference: float = parameter(
        0.8, low=0.4, high=1.2, unit="intensity", rule="demand", source=P, grade="assumption",
        says="How hard territories are worked by partners at the start.")
    direct_pond_share: float = parameter(
        0.25, low=0.0, high=0.6, unit="share", rule="demand", source=P, grade="assumption",
        says="How far direct sales look for the same opportunities as partners.")
    price_elasticity: float = parameter(
        0.3, low=0.0, high=0.8, unit="elasticity", rule="demand", source=P, grade="assumption",
        says="Per cent more demand for one per cent lower street price.")
    list_elasticity: float = parameter(
        1.5, low=1.0, high=2.2, unit="elasticity", rule="demand", source=P, grade="assumption",
        says="Per cent of demand lost for one per cent higher list prices; near the value at which "
        "a vendor of this margin has set its prices right.")
    funds_lift: float = parameter(
        2.5, low=0.5, high=5.0, unit="multiple", rule="demand", source=P, grade="assumption",
        says="Extra demand per ¤ of market development funds spent, for the first ¤.")
    funds_tiring: float = parameter(
        20.0, low=10.0, high=40.0, unit="per share of purchases", rule="demand", source=P, grade="assumption",
        says="How fast more market development funds do less.")
    funds_half_weeks: float = parameter(
        4.0, low=2.0, high=8.0, unit="weeks", rule="demand", source=P, grade="assumption",
        says="Claim window at which half of the funds that could be claimed are claimed.")
    # pipeline and closing
    closing_hazard: float = parameter(
        0.25, low=0.15, high=0.4, unit="chance per week", rule="closing", source=P, grade="assumption",
        says="Chance that a ready deal falls due in a week.")
    pull_share: float = parameter(
        0.30, low=0.1, high=0.5, unit="share", rule="pipeline", source="industry-priors", grade="assumption",
        says="Share of late deals that can be pulled forward at full hurry.")
    timing_control: float = parameter(
        0.4, low=0.0, high=0.8, unit="share", rule="closing", source="oyer-1998, larkin-2014", grade="B",
        says="How far sellers decide when a ready deal is signed.")
    holding_cost: float = parameter(
        0.0006, low=0.0003, high=0.0012, unit="share of list per week", rule="closing",
        source=P, grade="assumption",
        says="Margin a partner gives up for each week it holds a ready deal back.")
    timing_stiffness: float = parameter(
        0.03, low=0.02, high=0.15, unit="¤ per ¤ of list", rule="closing", source=P, grade="assumption",
        says="Difference of pay between two periods that moves every deal a seller can move.")
    give_away_share: float = parameter(
        0.30, low=0.15, high=0.4, unit="share of list", rule="closing", source="larkin-2014", grade="B",
        says="Price cut on deals moved at full hurry.")
    buyer_wait_share: float = parameter(
        0.07, low=0.0, high=0.12, unit="share", rule="closing", source=P, grade="assumption",
        says="Buyers who wait for the end of the quarter.")
    price_known_weeks: float = parameter(
        4.0, low=2.0, high=8.0, unit="weeks", rule="foresight", source="iowa-retail-panel", grade="C",
        says="How many weeks ahead customers act on a price that is announced.")
    price_waiting: float = parameter(
        0.9, low=0.3, high=2.0, unit="share per share of price", rule="foresight",
        source="iowa-retail-panel", grade="C",
        says="Share of buyers who wait for a lower price they know of, for each share of it they save.")
    price_hurrying: float = parameter(
        0.7, low=0.2, high=1.5, unit="share per share of price", rule="foresight",
        source="iowa-retail-panel", grade="C",
        says="Share more decisions a week before a higher price, for each share of it they save.")
    carrying_cost_share: float = parameter(
        0.25, low=0.15, high=0.4, unit="share of list", rule="closing", source=P, grade="assumption",
        says="What it costs a partner to carry a ¤ of stock until it is sold.")
    top_up_gap: float = parameter(
        0.10, low=0.05, high=0.2, unit="share of target", rule="closing", source=P, grade="assumption",
        says="Largest gap to a rebate step that a partner would fill by ordering ahead.")
    stock_use_share: float = parameter(
        0.5, low=0.25, high=0.9, unit="share of an order", rule="closing", source=P, grade="assumption",
        says="Part of an order that can be served from stock.")
    bond_win_points: float = parameter(
        0.05, low=0.0, high=0.1, unit="win chance per bond", rule="closing", source=P, grade="assumption",
        says="Gain in win chance from selling jointly with people one knows.")
    registered_win_points: float = parameter(
        0.03, low=0.0, high=0.06, unit="win chance", rule="closing",
        source="industry-priors", grade="assumption",
        says="Gain in win chance of a registered deal.")
    skill_effect: float = parameter(
        0.25, low=0.1, high=0.5, unit="relative win chance", rule="learning", source="industry-priors",
        grade="assumption", says="Gain in win chance from no skill to full skill.")
    # learning
    skill_per_win: float = parameter(
        0.02, low=0.01, high=0.04, unit="share of the gap", rule="learning", source=P, grade="assumption",
        says="Skill gained with one deal won.")
    skill_fading: float = parameter(
        0.01, low=0.005, high=0.02, unit="share per week", rule="learning", source=P, grade="assumption",
        says="Skill forgotten in a week without practice.")
    # conflict
    incident_chance: float = parameter(
        0.18, low=0.1, high=0.3, unit="chance per covered deal", rule="conflict", source="industry-priors",
        grade="assumption", says="Chance that direct sales step into a covered deal when nothing forbids it.")
    first_come_lose_share: float = parameter(
        0.45, low=0.3, high=0.6, unit="chance", rule="conflict", source="industry-priors", grade="assumption",
        says="Chance that a partner loses the deal in an incident without rules.")
    named_factor: float = parameter(
        0.28, low=0.2, high=0.45, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Incidents left when direct sales keep to a list of named accounts.")
    named_lose_share: float = parameter(
        0.15, low=0.08, high=0.3, unit="chance", rule="conflict", source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident under named accounts.")
    named_accounts_share: float = parameter(
        0.80, low=0.6, high=0.9, unit="share", rule="conflict", source=P, grade="assumption",
        says="Accounts that direct sales may still work under named accounts.")
    named_cost_per_year: float = parameter(
        80_000.0, low=40_000.0, high=160_000.0, unit="¤ per year", rule="conflict",
        source=P, grade="assumption",
        says="What it costs to keep the list of named accounts.")
    threshold_below_factor: float = parameter(
        0.11, low=0.02, high=0.25, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Incidents left on deals below the size threshold.")
    threshold_lose_share: float = parameter(
        0.30, low=0.2, high=0.4, unit="chance", rule="conflict", source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident under a size threshold.")
    threshold_accounts_share: float = parameter(
        0.78, low=0.6, high=0.9, unit="share", rule="conflict", source=P, grade="assumption",
        says="Business that direct sales may still work under a size threshold.")
    threshold_cost_per_year: float = parameter(
        20_000.0, low=10_000.0, high=50_000.0, unit="¤ per year", rule="conflict",
        source=P, grade="assumption",
        says="What it costs to police the size threshold.")
    indirect_factor: float = parameter(
        0.02, low=0.0, high=0.05, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Incidents left when everything is sold through partners.")
    indirect_lose_share: float = parameter(
        0.15, low=0.05, high=0.3, unit="chance", rule="conflict", source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident when everything goes through partners.")
    breach_share: float = parameter(
        0.35, low=0.2, high=0.5, unit="share", rule="conflict", source=P, grade="assumption",
        says="Incidents that also hit registered deals when nobody enforces the rule.")
    incident_price_cut: float = parameter(
        0.05, low=0.02, high=0.1, unit="share of list", rule="conflict", source=P, grade="assumption",
        says="Price lost on a deal that a partner keeps against direct sales.")
    registration_ease: float = parameter(
        1.3, low=1.0, high=1.6, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Willingness to register deals at full understanding and trust.")
    registration_free_hours: float = parameter(
        24.0, low=12.0, high=48.0, unit="hours", rule="conflict",
        source="industry-priors", grade="assumption",
        says="Hours of waiting for an approval that nobody minds.")
    checking_hours: float = parameter(
        8.0, low=4.0, high=16.0, unit="hours", rule="conflict", source=P, grade="assumption",
        says="Hours that it takes to see whether another partner works on a deal.")
    hurried_share: float = parameter(
        0.1, low=0.03, high=0.2, unit="share", rule="conflict", source=P, grade="assumption",
        says="Registrations approved at once, without looking, of deals that another partner holds.")
    deserved_share: float = parameter(
        0.8, low=0.74, high=0.9, unit="share", rule="conflict", source="dell-registration-2014",
        grade="assumption",
        says="Registrations that deserve approval; at Dell 74 % passed first time, some refused wrongly.")
    lenient_share: float = parameter(
        0.3, low=0.1, high=0.5, unit="share", rule="conflict", source=P, grade="assumption",
        says="Approvals beyond those deserved that are of deals which another partner holds.")
    registration_hours_cost: float = parameter(
        0.004, low=0.002, high=0.006, unit="share per hour", rule="conflict", source="industry-priors",
        grade="assumption", says="Registrations lost per further hour of waiting.")
    amplifier_base: float = parameter(
        0.05, low=0.0, high=0.2, unit="factor", rule="conflict",
        source="samaha-palmatier-dant-2011", grade="B",
        says="How much a conflict is felt by partners that feel treated fairly.")
    amplifier_slope: float = parameter(
        4.5, low=2.0, high=6.0, unit="factor", rule="conflict",
        source="samaha-palmatier-dant-2011", grade="B",
        says="How fast that rises with felt unfairness.")
    amplifier_most: float = parameter(
        2.5, low=2.0, high=3.0, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Upper bound of that amplification.")
    belief_learning: float = parameter(
        0.02, low=0.01, high=0.04, unit="weight per deal", rule="conflict", source=P, grade="assumption",
        says="How fast partners learn from each deal what to expect of direct sales.")
    belief_loss_weight: float = parameter(
        1.6, low=1.0, high=2.5, unit="factor", rule="conflict", source=P, grade="assumption",
        says="How much better a loss is remembered.")
    belief_mild_weight: float = parameter(
        0.25, low=0.1, high=0.5, unit="factor", rule="conflict", source=P, grade="assumption",
        says="Weight of an incident that ended well.")
    belief_fading: float = parameter(
        0.00444, low=0.003, high=0.009, unit="share per week", rule="conflict", source=P, grade="assumption",
        says="How fast old conflicts are forgotten.")
    trust_lost_deal: float = parameter(
        0.08, low=0.04, high=0.12, unit="trust", rule="trust", source="industry-priors", grade="assumption",
        says="Trust lost with a deal taken by direct sales.")
    trust_incident: float = parameter(
        0.04, low=0.02, high=0.06, unit="trust", rule="trust", source=P, grade="assumption",
        says="Trust lost in an incident that ended well.")
    trust_breach: float = parameter(
        0.15, low=0.1, high=0.25, unit="trust", rule="trust", source="industry-priors", grade="assumption",
        says="Trust lost when the protection of a registered deal is broken.")
    breach_felt_share: float = parameter(
        0.6, low=0.3, high=0.9, unit="share", rule="trust", source=P, grade="assumption",
        says="Part of that loss which depends on felt fairness.")
    # contact
    newsletter_reach_share: float = parameter(
        0.22, low=0.1, high=0.4, unit="share", rule="contact", source="industry-priors", grade="assumption",
        says="Newsletters that are read.")
    call_hours: float = parameter(
        0.7, low=0.4, high=1.2, unit="hours", rule="contact", source=P, grade="assumption",
        says="Time a partner manager needs for a call.")
    visit_hours: float = parameter(
        6.0, low=4.0, high=9.0, unit="hours", rule="contact", source=P, grade="assumption",
        says="Time a partner manager needs for a visit, travel included.")
    care_hours: float = parameter(
        0.7, low=0.4, high=1.2, unit="hours per week", rule="contact", source=P, grade="assumption",
        says="Everyday care of a partner with the attention of a reseller.")
    manager_hours: float = parameter(
        24.0, low=18.0, high=30.0, unit="hours per week", rule="contact", source=P, grade="assumption",
        says="Hours a partner manager has for partners.")
    reliability_base: float = parameter(
        0.93, low=0.85, high=0.98, unit="chance", rule="contact", source=P, grade="assumption",
        says="Planned contacts that take place without pressure.")
    comfortable_load: float = parameter(
        0.8, low=0.7, high=0.9, unit="share", rule="contact", source=P, grade="assumption",
        says="Load up to which no contact is skipped for lack of time.")
    reliability_slope: float = parameter(
        0.7, low=0.4, high=1.0, unit="chance per load", rule="contact", source=P, grade="assumption",
        says="Contacts skipped per unit of load above that.")
    reliability_floor: float = parameter(
        0.15, low=0.05, high=0.25, unit="chance", rule="contact", source=P, grade="assumption",
        says="Contacts that take place even under the worst load.")
    quality_dilution: float = parameter(
        0.3, low=0.1, high=0.5, unit="exponent", rule="contact", source=P, grade="assumption",
        says="How much load dilutes the quality of a contact.")
    teach_newsletter: float = parameter(
        0.05, low=0.02, high=0.1, unit="share of the gap", rule="contact", source=P, grade="assumption",
        says="What a newsletter that is read teaches about the programme.")
    teach_call: float = parameter(
        0.054, low=0.02, high=0.1, unit="share of the gap", rule="contact", source=P, grade="assumption",
        says="What a call teaches about the programme.")
    teach_visit: float = parameter(
        0.108, low=0.05, high=0.2, unit="share of the gap", rule="contact", source=P, grade="assumption",
        says="What a visit teaches about the programme.")
    difficulty_share: float = parameter(
        0.4, low=0.2, high=0.6, unit="share per complexity", rule="contact", source=P, grade="assumption",
        says="Teaching lost on a programme of full complexity.")
    understanding_fading: float = parameter(
        0.024, low=0.01, high=0.04, unit="share per week", rule="contact", source="industry-priors",
        grade="assumption", says="Understanding lost in a week without contact.")
    understanding_rest_share: float = parameter(
        0.4, low=0.2, high=0.6, unit="share", rule="contact", source=P, grade="assumption",
        says="Understanding that is never lost.")
    understanding_lift: float = parameter(
        1.0, low=0.5, high=1.5, unit="log-odds", rule="contact", source=P, grade="assumption",
        says="How far well-informed partners exceed the usual understanding of their kind.")
    complexity_effect: float = parameter(
        2.5, low=1.5, high=3.5, unit="log-odds", rule="contact", source="industry-priors", grade="assumption",
        says="Understanding lost from the simplest to the most complex programme.")
    complexity_reference: float = parameter(
        0.5, low=0.45, high=0.55, unit="complexity", rule="contact",
        source="industry-priors", grade="assumption",
        says="Complexity of the usual programme.")
    complexity_half_minutes: float = parameter(
        7.0, low=5.0, high=10.0, unit="minutes", rule="contact", source=P, grade="assumption",
        says="Minutes to explain a programme of one half complexity.")
    minutes_per_rule: float = parameter(
        0.4, low=0.2, high=0.6, unit="minutes", rule="contact", source=P, grade="assumption",
        says="Minutes to explain one rule of a programme.")
    minutes_per_threshold: float = parameter(
        0.3, low=0.15, high=0.5, unit="minutes", rule="contact", source=P, grade="assumption",
        says="Minutes to explain one threshold.")
    minutes_per_exception: float = parameter(
        0.6, low=0.3, high=1.0, unit="minutes", rule="contact", source=P, grade="assumption",
        says="Minutes to explain one exception or formula.")
    minutes_per_claim_step: float = parameter(
        0.2, low=0.1, high=0.4, unit="minutes", rule="contact", source=P, grade="assumption",
        says="Minutes to explain one step of a claim.")
    bond_call: float = parameter(
        0.03, low=0.01, high=0.05, unit="share of the gap", rule="contact", source=P, grade="assumption",
        says="Personal bond gained in a call.")
    bond_visit: float = parameter(
        0.10, low=0.05, high=0.15, unit="share of the gap", rule="contact", source=P, grade="assumption",
        says="Personal bond gained in a visit.")
    bond_fading: float = parameter(
        0.02, low=0.01, high=0.03, unit="share per week", rule="contact", source=P, grade="assumption",
        says="Personal bond lost in a week without contact.")
    # trust
    goodwill_decay: float = parameter(
        0.95, low=0.93, high=0.97, unit="factor per week", rule="trust", source=P, grade="assumption",
        says="Goodwill left after a week; .95 is a half-life of a quarter.")
    goodwill_most: float = parameter(
        0.35, low=0.25, high=0.45, unit="trust", rule="trust", source=P, grade="assumption",
        says="Most goodwill that is carried over.")
    hurt_decay: float = parameter(
        0.987, low=0.978, high=0.993, unit="factor per week", rule="trust", source=P, grade="assumption",
        says="Hurt left after a week; .987 is a half-life of a year.")
    healing: float = parameter(
        0.06, low=0.03, high=0.12, unit="per 0.01 of good conduct", rule="trust",
        source="schweitzer-hershey-bradlow-2006", grade="A",
        says="How much faster hurt heals under good conduct.")
    reputation_pull: float = parameter(
        0.004, low=0.002, high=0.008, unit="share per week", rule="trust", source=P, grade="assumption",
        says="How fast reputation returns to what a partner believes without experience.")
    reputation_learning: float = parameter(
        0.004, low=0.002, high=0.008, unit="share per week", rule="trust", source=P, grade="assumption",
        says="How fast reputation follows experience.")
    lasting_share: float = parameter(
        0.02, low=0.0, high=0.1, unit="share", rule="trust", source=P, grade="assumption",
        says="Part of an honest event that goes into reputation at once.")
    trust_boundedness: float = parameter(
        1.0, low=0.5, high=1.0, unit="share", rule="trust", source=P, grade="assumption",
        says="How far gains shrink near full trust and losses near none.")
    trust_contact: float = parameter(
        0.010, low=0.004, high=0.015, unit="trust", rule="trust", source=P, grade="assumption",
        says="Trust gained in a personal contact.")
    trust_win: float = parameter(
        0.0025, low=0.0, high=0.005, unit="trust", rule="trust", source=P, grade="assumption",
        says="Trust gained with a deal won and paid.")
    # loyalty
    loyalty_trust: float = parameter(
        3.0, low=1.5, high=5.0, unit="log hazard per trust", rule="loyalty", source=P, grade="assumption",
        says="How strongly trust keeps partners from falling silent.")
    loyalty_bond: float = parameter(
        0.8, low=0.2, high=1.5, unit="log hazard per bond", rule="loyalty", source=P, grade="assumption",
        says="How strongly personal bonds keep partners from falling silent.")
    adrift_factor: float = parameter(
        1.8, low=1.2, high=2.5, unit="factor", rule="loyalty", source=P, grade="assumption",
        says="How much likelier a partner falls silent that already gives less than it used to.")
    settled_factor: float = parameter(
        0.97, low=0.85, high=1.0, unit="factor", rule="loyalty", source=P, grade="assumption",
        says="How much less likely one does that gives what it used to.")
    adrift_threshold: float = parameter(
        0.8, low=0.7, high=0.9, unit="share of the norm", rule="loyalty", source=P, grade="assumption",
        says="Share of its own peak below which a partner counts as adrift.")
    norm_fading: float = parameter(
        0.99336, low=0.987, high=0.997, unit="factor per week", rule="loyalty", source=P, grade="assumption",
        says="How slowly a partner's own peak is forgotten; .99336 is a half-life of two years.")
    drift_fading: float = parameter(
        0.9737, low=0.95, high=0.985, unit="factor per week", rule="loyalty", source=P, grade="assumption",
        says="Willingness left after a week of drifting; .9737 is a half-life of half a year.")
    drift_end: float = parameter(
        0.3, low=0.2, high=0.4, unit="share", rule="loyalty", source=P, grade="assumption",
        says="Willingness at which a drifting partner falls silent.")
    silence_memory_weeks: float = parameter(
        26.0, low=13.0, high=52.0, unit="weeks", rule="loyalty", source="iowa-retail-panel", grade="B",
        says="How fast a silent partner becomes unlikely to return.")
    silence_fresh_factor: float = parameter(
        3.0, low=2.0, high=5.0, unit="factor", rule="loyalty", source="iowa-retail-panel", grade="B",
        says="Return of partners just fallen silent, against the average.")
    silence_late_factor: float = parameter(
        0.4, low=0.2, high=0.6, unit="factor", rule="loyalty", source="iowa-retail-panel", grade="B",
        says="Return of partners silent for long, against the average.")
    target_floor_share: float = parameter(
        0.2, low=0.1, high=0.3, unit="share", rule="payout", source=P, grade="assumption",
        says="Smallest target, as a share of a partner's usual sales.")
