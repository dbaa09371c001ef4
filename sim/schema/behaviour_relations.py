"""What we believe about relations: contact, rhythm, direct sales, hearsay, monitoring, change.

The second half of ``Behaviour``; what is said there holds here.
"""

from sim.schema.behaviour_organisation import Inside
from sim.schema.fields import parameter

P = "assumption"

# One field reads best as one short paragraph.
# fmt: off


class Relations(Inside):
    """Parameters of the relation between vendor and partner."""

    # touch
    teach_review: float = parameter(
        0.144, low=0.07, high=0.25, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What a business review teaches about the programme.")
    bond_review: float = parameter(
        0.06, low=0.03, high=0.1, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Personal bond gained in a business review.")
    trust_review: float = parameter(
        0.01, low=0.0, high=0.02, unit="trust", rule="touch",
        source="industry-priors", grade="assumption",
        says="Trust gained in a business review, beside that of a personal contact.")
    review_hours: float = parameter(
        8.0, low=5.0, high=12.0, unit="hours", rule="touch",
        source=P, grade="assumption",
        says="Time a partner manager needs for a business review, preparation included.")
    teach_council: float = parameter(
        0.1, low=0.05, high=0.2, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What a partner council teaches its members.")
    bond_council: float = parameter(
        0.1, low=0.05, high=0.15, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Personal bond gained in a partner council.")
    trust_council: float = parameter(
        0.015, low=0.005, high=0.03, unit="trust", rule="touch",
        source=P, grade="assumption",
        says="Trust gained by being heard in a partner council.")
    council_reach_share: float = parameter(
        0.04, low=0.02, high=0.08, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Chance of a partner with the attention of a reseller to sit in the council.")
    council_focus: float = parameter(
        3.0, low=1.5, high=4.0, unit="exponent", rule="touch",
        source=P, grade="assumption",
        says="How far invitations to the council follow attention.")
    teach_conference: float = parameter(
        0.3, low=0.15, high=0.5, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What a conference of presentations only teaches.")
    bond_conference: float = parameter(
        0.1, low=0.05, high=0.2, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Personal bond gained at a conference of talks only.")
    trust_conference: float = parameter(
        0.02, low=0.01, high=0.04, unit="trust", rule="touch",
        source=P, grade="assumption",
        says="Trust gained at a conference of talks only that charges nothing.")
    conference_fee_loss: float = parameter(
        1e-5, low=4e-6, high=2e-5, unit="trust per ¤", rule="touch",
        source=P, grade="assumption",
        says="Trust lost per ¤ that a conference charges.")
    conference_reach_share: float = parameter(
        0.35, low=0.2, high=0.5, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Partners with the attention of a reseller that come to a free conference.")
    conference_focus: float = parameter(
        0.5, low=0.2, high=0.8, unit="exponent", rule="touch",
        source=P, grade="assumption",
        says="How far coming to a conference follows attention.")
    fee_effect: float = parameter(
        0.0004, low=0.0002, high=0.0008, unit="log chance per ¤", rule="touch",
        source=P, grade="assumption",
        says="How much a fee keeps partners away from a conference.")
    teach_event: float = parameter(
        0.06, low=0.02, high=0.12, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What presence at an independent event teaches those who come.")
    bond_event: float = parameter(
        0.05, low=0.02, high=0.08, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Personal bond gained at an independent event.")
    event_reach_share: float = parameter(
        0.15, low=0.05, high=0.25, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Partners met at one independent event.")
    teach_press: float = parameter(
        0.01, low=0.0, high=0.03, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What an article in the trade press teaches those who read it.")
    press_reach_share: float = parameter(
        0.2, low=0.1, high=0.3, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Partners that read an article in the trade press.")
    bond_table: float = parameter(
        0.1, low=0.05, high=0.2, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Personal bond gained at the chief executive's round table.")
    trust_table: float = parameter(
        0.03, low=0.01, high=0.05, unit="trust", rule="touch",
        source=P, grade="assumption",
        says="Trust gained at the chief executive's round table.")
    table_reach_share: float = parameter(
        0.03, low=0.015, high=0.06, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Chance of a partner with the attention of a reseller to be asked to the round table.")
    table_focus: float = parameter(
        3.0, low=1.5, high=4.0, unit="exponent", rule="touch",
        source=P, grade="assumption",
        says="How far invitations to the round table follow attention.")
    teach_briefing: float = parameter(
        0.2, low=0.1, high=0.35, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="What a product briefing teaches about the programme.")
    briefing_reach_share: float = parameter(
        0.4, low=0.2, high=0.6, unit="chance", rule="touch",
        source=P, grade="assumption",
        says="Partners that attend a product briefing.")
    briefing_skill: float = parameter(
        0.03, low=0.01, high=0.06, unit="share of the gap", rule="touch",
        source=P, grade="assumption",
        says="Skill gained in a product briefing.")
    problems_per_deal: float = parameter(
        0.3, low=0.1, high=0.6, unit="per deal", rule="touch",
        source=P, grade="assumption",
        says="Problems of a customer that a partner brings to the vendor, for each deal.")
    patience_hours: float = parameter(
        36.0, low=18.0, high=72.0, unit="hours", rule="touch",
        source=P, grade="assumption",
        says="Hours after which an answer has lost most of its worth.")
    trust_helped: float = parameter(
        0.006, low=0.002, high=0.01, unit="trust", rule="touch",
        source=P, grade="assumption",
        says="Trust gained when a problem is solved at once.")
    trust_let_down: float = parameter(
        0.006, low=0.002, high=0.01, unit="trust", rule="touch",
        source=P, grade="assumption",
        says="Trust lost when a problem is never answered.")
    answer_free_hours: float = parameter(
        24.0, low=12.0, high=36.0, unit="hours", rule="touch",
        source="industry-priors", grade="assumption",
        says="Hours of waiting for an answer that no customer minds.")
    answer_points_per_hour: float = parameter(
        0.0002, low=0.0, high=0.0006, unit="win chance per hour", rule="touch",
        source="industry-priors", grade="assumption",
        says="Win chance lost per further hour.")
    repetition_saving: float = parameter(
        0.3, low=0.1, high=0.5, unit="exponent", rule="touch",
        source=P, grade="assumption",
        says="How fast contacts of a kind become cheaper with repetition.")
    repetition_floor_share: float = parameter(
        0.5, low=0.4, high=0.7, unit="share", rule="touch",
        source=P, grade="assumption",
        says="Cost that no routine can save.")
    automation_quality_loss: float = parameter(
        0.2, low=0.1, high=0.4, unit="share", rule="touch",
        source=P, grade="assumption",
        says="Quality of personal contact lost when all routine is automated.")
    automation_lift_share: float = parameter(
        0.5, low=0.3, high=0.7, unit="share", rule="touch",
        source=P, grade="assumption",
        says="Missed contacts that full automation saves.")
    usual_contacts: float = parameter(
        0.42, low=0.3, high=0.6, unit="per week", rule="touch",
        source=P, grade="assumption",
        says="Personal contacts with a reseller at which they cost what they usually cost.")
    news_per_year: float = parameter(
        4.0, low=2.0, high=8.0, unit="per year", rule="touch",
        source=P, grade="assumption",
        says="News of a year that are worth a product briefing or an article.")
    usual_round_tables: float = parameter(
        2.0, low=1.0, high=4.0, unit="per year", rule="touch",
        source=P, grade="assumption",
        says="Round tables a year at which the chief executive's time costs twice as much as at first.")
    attendance_cost: float = parameter(
        2000.0, low=1000.0, high=4000.0, unit="¤", rule="touch",
        source=P, grade="assumption",
        says="What it costs a partner to take part in a council, a conference or a round table.")
    attendance_cost_near: float = parameter(
        400.0, low=200.0, high=800.0, unit="¤", rule="touch",
        source=P, grade="assumption",
        says="What it costs a partner to take part in a briefing or an event nearby.")
    # rhythm
    rhythm_early: float = parameter(
        0.5, low=0.3, high=0.7, unit="intervals", rule="rhythm",
        source=P, grade="assumption",
        says="Earliest contact that still counts as on time.")
    rhythm_late: float = parameter(
        1.6, low=1.3, high=2.0, unit="intervals", rule="rhythm",
        source=P, grade="assumption",
        says="Latest contact that still counts as on time.")
    rhythm_learning: float = parameter(
        0.15, low=0.08, high=0.25, unit="share of the gap", rule="rhythm",
        source=P, grade="assumption",
        says="How fast a partner comes to count on the next contact.")
    rhythm_forgetting: float = parameter(
        0.15, low=0.08, high=0.25, unit="share", rule="rhythm",
        source=P, grade="assumption",
        says="Confidence in the rhythm lost with a missed contact.")
    trust_on_time: float = parameter(
        0.006, low=0.002, high=0.01, unit="trust", rule="rhythm",
        source=P, grade="assumption",
        says="Trust gained by a contact at the expected time.")
    trust_lapse: float = parameter(
        0.03, low=0.01, high=0.05, unit="trust", rule="rhythm",
        source=P, grade="assumption",
        says="Trust lost by a missed contact that was firmly expected.")
    received_speed: float = parameter(
        0.08, low=0.04, high=0.15, unit="share per week", rule="rhythm",
        source=P, grade="assumption",
        says="How fast a partner notices that it gets more or less contact.")
    letter_weight: float = parameter(
        0.03, low=0.01, high=0.08, unit="personal contacts", rule="rhythm",
        source=P, grade="assumption",
        says="What a newsletter weighs in a partner's sense of too much or too little.")
    wish_tolerance: float = parameter(
        0.4, low=0.2, high=0.6, unit="share", rule="rhythm",
        source=P, grade="assumption",
        says="Difference from its own wish that a partner does not mind.")
    fatigue_effect: float = parameter(
        0.4, low=0.2, high=0.8, unit="log factor per multiple", rule="rhythm",
        source="venkatesan-kumar-2004", grade="assumption",
        says="How much less contact beyond the own wish teaches and binds.")
    trust_fatigue: float = parameter(
        0.002, low=0.0005, high=0.004, unit="trust per week", rule="rhythm",
        source=P, grade="assumption",
        says="Trust lost in a week with twice the contact wanted.")
    trust_neglect: float = parameter(
        0.002, low=0.0005, high=0.004, unit="trust per week", rule="rhythm",
        source=P, grade="assumption",
        says="Trust lost in a week without any of the contact wanted.")
    # direct
    deck_factor: float = parameter(
        0.11, low=0.05, high=0.2, unit="factor", rule="direct",
        source="hp-hard-deck-2001", grade="assumption",
        says="Incidents left when direct sales keep to a fixed list of top accounts.")
    deck_lose_share: float = parameter(
        0.2, low=0.1, high=0.3, unit="chance", rule="direct",
        source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident under a hard deck.")
    deck_accounts_share: float = parameter(
        0.62, low=0.5, high=0.75, unit="share", rule="direct",
        source=P, grade="assumption",
        says="Business that direct sales may still work under a hard deck.")
    deck_cost_per_year: float = parameter(
        40_000.0, low=20_000.0, high=80_000.0, unit="¤ per year", rule="direct",
        source=P, grade="assumption",
        says="What it costs to keep a hard deck.")
    choice_factor: float = parameter(
        0.7, low=0.5, high=0.9, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents left when the customer chooses and partners may complain.")
    choice_lose_share: float = parameter(
        0.15, low=0.08, high=0.25, unit="chance", rule="direct",
        source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident when the customer chooses.")
    choice_accounts_share: float = parameter(
        0.97, low=0.9, high=1.0, unit="share", rule="direct",
        source=P, grade="assumption",
        says="Business that direct sales may still work when the customer chooses.")
    choice_cost_per_year: float = parameter(
        150_000.0, low=80_000.0, high=300_000.0, unit="¤ per year", rule="direct",
        source=P, grade="assumption",
        says="What it costs to hear complaints.")
    choice_hours: float = parameter(
        5.0, low=2.0, high=8.0, unit="hours", rule="direct",
        source=P, grade="assumption",
        says="Time of partner managers for an incident when the customer chooses.")
    incident_hours: float = parameter(
        2.0, low=1.0, high=4.0, unit="hours", rule="direct",
        source=P, grade="assumption",
        says="Time of partner managers for an incident under any other rule.")
    desk_factor: float = parameter(
        0.35, low=0.2, high=0.5, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents left under two strikes and a neutral desk once it has settled.")
    desk_lose_share: float = parameter(
        0.12, low=0.06, high=0.2, unit="chance", rule="direct",
        source=P, grade="assumption",
        says="Chance that a partner loses the deal in an incident before a neutral desk.")
    desk_accounts_share: float = parameter(
        0.92, low=0.85, high=1.0, unit="share", rule="direct",
        source=P, grade="assumption",
        says="Business that direct sales may still work under two strikes.")
    desk_cost_per_year: float = parameter(
        320_000.0, low=160_000.0, high=500_000.0, unit="¤ per year", rule="direct",
        source=P, grade="assumption",
        says="What a neutral desk costs.")
    desk_settling_weeks: float = parameter(
        39.0, low=13.0, high=78.0, unit="weeks", rule="direct",
        source=P, grade="assumption",
        says="Time until two strikes and a neutral desk are taken seriously.")
    accelerator_factor: float = parameter(
        0.6, low=0.4, high=0.8, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents left when direct sellers earn more on deals through partners.")
    accelerator_cost_share: float = parameter(
        0.012, low=0.006, high=0.02, unit="share of channel net", rule="direct",
        source=P, grade="assumption",
        says="What that costs.")
    gate_factor: float = parameter(
        0.7, low=0.5, high=0.9, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents left when direct sellers need a share of deals through partners for their bonus.")
    gate_cost_share: float = parameter(
        0.004, low=0.002, high=0.008, unit="share of channel net", rule="direct",
        source=P, grade="assumption",
        says="What that costs.")
    against_factor: float = parameter(
        1.6, low=1.2, high=2.2, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents when direct sellers earn less on deals through partners.")
    against_cost_share: float = parameter(
        -0.004, low=-0.008, high=-0.002, unit="share of channel net", rule="direct",
        source=P, grade="assumption",
        says="What that saves, below 0.")
    head_factor: float = parameter(
        0.75, low=0.6, high=0.9, unit="factor", rule="direct",
        source=P, grade="assumption",
        says="Incidents left under one head for direct and channel.")
    head_direct_share: float = parameter(
        0.97, low=0.93, high=1.0, unit="share", rule="direct",
        source=P, grade="assumption",
        says="Direct sales left under one head that weighs both sides.")
    enforcement_loss_share: float = parameter(
        0.04, low=0.01, high=0.08, unit="share", rule="direct",
        source=P, grade="assumption",
        says="Direct sales lost when every breach has consequences.")
    clarity_cost_per_year: float = parameter(
        60_000.0, low=30_000.0, high=120_000.0, unit="¤ per year", rule="direct",
        source=P, grade="assumption",
        says="What it costs to write and teach a rule that decides every case.")
    approval_cost_per_year: float = parameter(
        90_000.0, low=45_000.0, high=180_000.0, unit="¤ per year", rule="direct",
        source=P, grade="assumption",
        says="Desk that answers registrations within the usual time.")
    refusal_felt_share: float = parameter(
        0.26, low=0.1, high=0.4, unit="share", rule="direct",
        source="dell-registration-2014", grade="assumption",
        says="Refused registrations that a partner holds for wrong.")
    trust_refusal: float = parameter(
        0.03, low=0.01, high=0.05, unit="trust", rule="direct",
        source=P, grade="assumption",
        says="Trust lost by a registration that is wrongly refused.")
    # demand
    spill_lift: float = parameter(
        1.12, low=0.0, high=1.6, unit="share", rule="demand",
        source="kim-jap-2021", grade="assumption",
        says="Extra demand of a brand that is seen everywhere.")
    spill_steepness: float = parameter(
        2.2, low=1.5, high=3.0, unit="per intensity", rule="demand",
        source=P, grade="assumption",
        says="How fast presence in a territory gets there.")
    # rumour
    telling_share: float = parameter(
        0.25, low=0.1, high=0.4, unit="share", rule="rumour",
        source=P, grade="assumption",
        says="Part of what happened to it that a partner tells a neighbour.")
    retelling_share: float = parameter(
        0.04, low=0.0, high=0.055, unit="share", rule="rumour",
        source=P, grade="assumption",
        says="Part of what it heard that a partner tells on.")
    smallest_news: float = parameter(
        0.02, low=0.01, high=0.05, unit="deals lost", rule="rumour",
        source=P, grade="assumption",
        says="What is too little to tell.")
    heard_trust_share: float = parameter(
        0.5, low=0.25, high=0.75, unit="share", rule="rumour",
        source="industry-priors", grade="assumption",
        says="What losses of others weigh against own ones, in trust.")
    heard_belief_share: float = parameter(
        0.15, low=0.05, high=0.3, unit="share", rule="rumour",
        source=P, grade="assumption",
        says="What a lost deal of others weighs against an own one, in the fear of conflict.")
    # benefits
    trust_benefits: float = parameter(
        0.003, low=0.001, high=0.006, unit="trust per week", rule="benefits",
        source=P, grade="assumption",
        says="Trust won in a week by many benefits that are not money.")
    benefits_half: float = parameter(
        1000.0, low=500.0, high=3000.0, unit="¤ per year", rule="benefits",
        source=P, grade="assumption",
        says="Benefits that win half of that trust.")
    # tales
    smallest_tale: float = parameter(
        0.001, low=0.0005, high=0.003, unit="trust", rule="tales",
        source=P, grade="assumption",
        says="Trust lost or won that is too little to tell.")
    heard_well_share: float = parameter(
        0.25, low=0.1, high=0.4, unit="share", rule="tales",
        source=P, grade="assumption",
        says="What a word kept to others weighs against one kept to oneself, in trust.")
    slight_tolerance: float = parameter(
        0.5, low=0.2, high=1.0, unit="wishes", rule="tales",
        source=P, grade="assumption",
        says="Contact that another partner of the same tier may have more, in one's own wishes.")
    trust_slight: float = parameter(
        0.012, low=0.005, high=0.02, unit="trust per week", rule="tales",
        source="samaha-palmatier-dant-2011", grade="assumption",
        says="Trust lost in a week by knowing a partner of the same tier that is treated much better.")
    # monitoring
    portal_per_week: float = parameter(
        0.3, low=0.1, high=0.6, unit="per week", rule="monitoring",
        source=P, grade="assumption",
        says="Visits of the portal by a partner that sells.")
    watch_speed: float = parameter(
        0.01, low=0.005, high=0.02, unit="share per week", rule="monitoring",
        source=P, grade="assumption",
        says="How fast the vendor's picture of a partner's pace follows its deals.")
    believed_dropout: float = parameter(
        0.006, low=0.003, high=0.012, unit="chance per week", rule="monitoring",
        source=P, grade="assumption",
        says="Chance to stop that the vendor reckons with.")
    survey_flattery_share: float = parameter(
        0.4, low=0.2, high=0.6, unit="share", rule="monitoring",
        source=P, grade="assumption",
        says="Distance to full trust that a partner hides from a stranger.")
    winback_strength: float = parameter(
        1.5, low=0.5, high=3.0, unit="multiple per root hour", rule="monitoring",
        source=P, grade="assumption",
        says="Extra returns from an hour a week spent on a partner that just stopped.")
    winback_trust: float = parameter(
        1.5, low=0.5, high=3.0, unit="log factor per trust", rule="monitoring",
        source=P, grade="assumption",
        says="How much easier a partner is won back that trusts the vendor more than usual.")
    winback_bond: float = parameter(
        0.8, low=0.2, high=1.5, unit="log factor per bond", rule="monitoring",
        source=P, grade="assumption",
        says="How much easier a partner is won back that knows the vendor's people better than usual.")
    winback_memory_weeks: float = parameter(
        58.0, low=30.0, high=90.0, unit="weeks", rule="monitoring",
        source=P, grade="assumption",
        says="How fast an effort to win back comes too late.")
    # renewal
    renewal_skill: float = parameter(
        1.0, low=0.3, high=2.0, unit="log-odds per skill", rule="renewal",
        source=P, grade="assumption",
        says="How much a partner's skill speaks for the renewal of a contract.")
    renewal_bond: float = parameter(
        1.0, low=0.3, high=2.0, unit="log-odds per bond", rule="renewal",
        source=P, grade="assumption",
        says="How much care by people who know each other speaks for renewal.")
    renewal_margin: float = parameter(
        5.0, low=2.0, high=10.0, unit="log-odds per share of list", rule="renewal",
        source=P, grade="assumption",
        says="How much less care a renewal gets that pays the partner less.")
    renewal_neglect: float = parameter(
        0.7, low=0.3, high=1.2, unit="log-odds", rule="renewal",
        source=P, grade="assumption",
        says="What is lost where a silent partner no longer cares for its customers' contracts.")
    trust_renewal_taken: float = parameter(
        0.02, low=0.005, high=0.04, unit="trust per week", rule="renewal",
        source=P, grade="assumption",
        says="Trust lost in a week in which all sales are renewals and the vendor takes them all.")
    # transition
    change_sudden: float = parameter(
        0.15, low=0.1, high=0.25, unit="trust", rule="transition",
        source="industry-priors", grade="assumption",
        says="Trust lost by a change for the worse without notice.")
    change_announced: float = parameter(
        0.03, low=0.02, high=0.04, unit="trust", rule="transition",
        source="industry-priors", grade="assumption",
        says="Trust lost by the same change with half a year's notice.")
    notice_short_weeks: float = parameter(
        8.6, low=4.0, high=13.0, unit="weeks", rule="transition",
        source="industry-priors", grade="assumption",
        says="Notice that nobody counts as notice.")
    notice_more_weeks: float = parameter(
        17.1, low=13.0, high=26.0, unit="weeks", rule="transition",
        source="industry-priors", grade="assumption",
        says="Notice beyond that after which more does not help.")
    change_whole_share: float = parameter(
        0.25, low=0.15, high=0.4, unit="share", rule="transition",
        source=P, grade="assumption",
        says="Part of a partner's margin whose loss is felt in full.")
    change_rules_whole: float = parameter(
        0.3, low=0.15, high=0.5, unit="factor", rule="transition",
        source=P, grade="assumption",
        says="Rise of covered incidents that is felt in full.")
    reversal_healed_share: float = parameter(
        0.8, low=0.6, high=0.95, unit="share", rule="transition",
        source="industry-priors", grade="assumption",
        says="Hurt of a change that a quick reversal heals.")
    reversal_window_weeks: float = parameter(
        4.0, low=2.0, high=8.0, unit="weeks", rule="transition",
        source="industry-priors", grade="assumption",
        says="Time within which a reversal counts as quick.")
    council_softens_share: float = parameter(
        0.5, low=0.2, high=0.7, unit="share", rule="transition",
        source="industry-priors", grade="assumption",
        says="Surprise of a change that a council of partners takes away.")
    councils_enough: float = parameter(
        2.0, low=1.0, high=3.0, unit="per year", rule="transition",
        source=P, grade="assumption",
        says="Council meetings a year from which more do not help.")
    invite_hours: float = parameter(
        1.0, low=0.5, high=3.0, unit="hours", rule="transition",
        source=P, grade="assumption",
        says="Hours of partner managers to ask one silent partner back.")
    invite_accepted_share: float = parameter(
        0.4, low=0.2, high=0.6, unit="share", rule="transition",
        source=P, grade="assumption",
        says="Partners with usual trust that sign again when a vendor that ended their contract asks them.")
    leak_share: float = parameter(
        0.5, low=0.2, high=0.8, unit="share", rule="transition",
        source=P, grade="assumption",
        says="Cost of a rumour of a change against that of a sudden change.")
    # contact
    minutes_base: float = parameter(
        0.5, low=0.2, high=1.0, unit="minutes", rule="contact",
        source=P, grade="assumption",
        says="Minutes to explain a programme before its first rule.")
