"""Parameters of people: the chief, partner managers, what partners ask for; see ``behaviour``."""

from sim.schema.fields import Model, assumptions_of

_chief = assumptions_of("chief")
_managers = assumptions_of("managers")
_asking = assumptions_of("requests")
_recruits = assumptions_of("recruitment")
_route = assumptions_of("route")


class People(Model):
    """The chief, managers as persons, requests and leads."""

    promise_open_weeks: float = _chief(
        8.0, 4.0, 16.0, "weeks", "Time between giving a promise and the day on which it is due."
    )
    promise_lift_share: float = _chief(
        0.03, 0.0, 0.06, "share", "Effort that hope adds while a promise stands open."
    )
    promise_mending: float = _chief(
        0.5, 0.0, 1.0, "factor", "How much faster hurt heals under good conduct while a promise stands open."
    )
    fight_half_hours: float = _chief(
        8.0, 4.0, 16.0, "hours", "Fighting that is seen after which half of a broken promise is forgiven."
    )
    deputy_half_hours: float = _chief(
        3.0, 1.5, 6.0, "hours per week", "Time with partners after which half of them know the deputy."
    )
    stranger_weeks: float = _chief(
        26.0, 13.0, 39.0, "weeks", "Time after which partners are used to a new chief, met or not."
    )
    stranger_touch: float = _chief(
        0.5, 0.3, 0.8, "share per contact", "Strangeness that one personal contact takes away."
    )
    stranger_slower: float = _chief(
        0.5, 0.2, 0.8, "share", "Part of a step in effort that partners wait with under a chief nobody knows."
    )
    chief_bond_share: float = _chief(
        0.15, 0.05, 0.3, "share", "Part of personal bonds that is with the chief and leaves with them."
    )
    manager_ramp_weeks: float = _managers(
        26.0, 13.0, 52.0, "weeks", "Time until a new partner manager works as well as they will."
    )
    manager_start_share: float = _managers(
        0.5, 0.3, 0.7, "share", "Work of a new partner manager in the first week."
    )
    cover_share: float = _managers(
        0.4, 0.2, 0.6, "share", "Quality of contact by colleagues while a desk is empty."
    )
    seminar_skill: float = _managers(
        0.15, 0.05, 0.25, "skill", "Skill of a partner manager who is sent to seminars again and again."
    )
    seminar_half_weeks: float = _managers(
        13.0, 6.0, 26.0, "weeks", "Time in which half of what a seminar taught is forgotten."
    )
    seminar_cost_share: float = _managers(
        0.06, 0.03, 0.12, "share of a manager's cost", "Cost of sending a manager to seminars all year."
    )
    certificate_skill: float = _managers(0.12, 0.05, 0.2, "skill", "Skill that a certificate stands for.")
    certificate_weeks: float = _managers(
        13.0, 8.0, 26.0, "weeks", "Time at the desk until a new manager is certified."
    )
    certificate_cost_share: float = _managers(
        0.05, 0.02, 0.1, "share of a manager's cost", "Cost of a certificate that is kept up."
    )
    consultant_skill: float = _managers(
        0.3, 0.15, 0.45, "skill", "Skill that a hired consultant of partners' business brings along."
    )
    consultant_weeks: float = _managers(26.0, 15.0, 40.0, "weeks", "How much longer it takes to find one.")
    consultant_cost_share: float = _managers(
        0.2, 0.1, 0.4, "share of a manager's cost", "How much dearer a consultant is than people as ever."
    )
    initiative_loss: float = _managers(
        0.3, 0.1, 0.5, "share", "Planned contacts that full room for new ideas leaves out."
    )
    novelty_lift: float = _managers(
        0.03, 0.0, 0.06, "share", "Quality of contact that new ideas add at first."
    )
    novelty_half_weeks: float = _managers(
        9.0, 4.0, 18.0, "weeks", "Time in which half of what is new wears off."
    )
    looking_half_hours: float = _asking(
        1.5, 0.75, 3.0, "hours", "Looking into a request that halves the errors."
    )
    reasons_hours: float = _asking(0.5, 0.25, 1.0, "hours", "Time to explain a refusal.")
    trust_granted: float = _asking(0.02, 0.01, 0.04, "trust", "Trust won by a request that is granted.")
    trust_ignored: float = _asking(
        0.03, 0.015, 0.06, "trust", "Trust lost by a sensible request that nobody answers."
    )
    trust_blunt: float = _asking(
        0.02, 0.01, 0.04, "trust", "Trust lost by a sensible request that is refused without reasons."
    )
    trust_told_why: float = _asking(
        0.008, 0.0, 0.02, "trust", "Trust lost by a sensible request that is refused with reasons."
    )
    envy_of_favour: float = _asking(
        0.02, 0.01, 0.04, "trust", "Trust lost by a neighbour who hears of a favour that made no sense."
    )
    request_cost_share: float = _asking(
        0.04, 0.02, 0.08, "share of a usual deal", "What granting a request costs the vendor."
    )
    request_deals: float = _asking(
        0.3, 0.1, 0.6, "deals", "Opportunities that come of a sensible request that is granted."
    )
    favour_weight: float = _asking(
        4.0, 2.0, 8.0, "weeks", "A granted request in weeks of contact as wished, in how one is treated."
    )
    treatment_weeks: float = _asking(26.0, 13.0, 52.0, "weeks", "Memory of how one is treated.")
    lead_quality: float = _asking(
        0.3, 0.1, 0.5, "share", "Leads worth having that turn out to be an opportunity."
    )
    trust_lead: float = _asking(0.004, 0.0, 0.01, "trust", "Trust won by a lead that is worth having.")
    launch_ages_share: float = _asking(
        0.08, 0.03, 0.15, "share", "Part of skill that a product launch makes old."
    )
    bid_asked_share: float = _route(
        0.15, 0.05, 0.3, "share", "Deals in which the customer has a rival's price."
    )
    bid_half_hours: float = _route(
        72.0, 24.0, 144.0, "hours", "Waiting for a special price after which half of customers have decided."
    )
    bid_win_points: float = _route(
        1.2,
        0.5,
        2.0,
        "win chance per share",
        "Win chance that a unit of extra discount adds.",
    )
    bid_cost_per_year: float = _route(
        120e3, 60e3, 240e3, "¤ per year", "Cost of a desk for special prices that answers in a usual time."
    )
    distributor_lag_weeks: float = _route(3.5, 2.0, 5.0, "weeks", "Delay of a distributor's figures.")
    distributor_care_share: float = _route(
        0.5, 0.2, 0.8, "share", "Everyday care of partners that a distributor takes over."
    )
    distributor_cover_weeks: float = _route(
        5.0, 3.0, 8.0, "weeks", "Sales that a distributor wants to have in stock."
    )
    distributor_speed: float = _route(
        0.2, 0.1, 0.4, "share per week", "Part of a gap in its stock that a distributor fills in a week."
    )
    business_pitch_lift: float = _recruits(
        0.8,
        0.4,
        1.4,
        "factor per quality",
        "What a pitch about the prospect's business brings with better people.",
    )
    business_pitch_break: float = _recruits(
        0.9,
        0.75,
        1.0,
        "quality",
        "Quality of those who pitch at which it brings as much as one about the product.",
    )
    business_pitch_hours: float = _recruits(
        1.3, 1.1, 1.6, "factor", "Hours for a signature where the prospect's business is looked into."
    )
    experience_lift: float = _recruits(
        0.3, 0.1, 0.6, "factor", "How much likelier prospects sign under endless care for their experience."
    )
    experience_half: float = _recruits(
        400e3, 150e3, 900e3, "¤ per year", "Spending on the experience that brings half of that."
    )
