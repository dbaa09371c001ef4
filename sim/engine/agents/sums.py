"""What a partner adds to the sums of the week."""

from typing import Any, Final

from sim.engine.layout import STATUSES
from sim.rules import payout, requests

# fmt: off
SAME: Final = (
    "contact_cost", "incidents", "breaches", "taken", "taken_list", "registered_won", "adrift", "hours",
    "level", "occasions_cost", "refused", "transactional", "alternative",
)
OF_WEEK: Final = dict(zip(SAME, SAME, strict=True)) | {
    "list_product": "list_p", "list_solution": "list_s", "net_revenue": "net", "goods_cost": "goods",
    "rebate_cost": "rebate", "growth_cost": "growth", "solution_cost": "solution",
    "new_logo_cost": "new_logo", "funds_cost": "funds", "partner_margin": "margin",
    "partner_services": "services", "partner_payout": "back", "partner_selling_cost": "own_cost",
    "price_cut_list": "price_lost", "concession_list": "concession", "bought_list": "bought",
    "ahead_list": "ahead", "active": "selling", "share_sum": "effort", "touches": "touches",
    "alarms": "alarm", "false_alarms": "false_alarm", "delay_sum": "overdue", "survey_sum": "survey",
    "relational_sum": "relational",
}
"""Weekly sums that add a field of the week as it is."""
OF_SOME: Final = (
    "bid_list", "routed", "joined", "left", "begun", "second", "joining_hours", "asked", "granted", "well",
    "favour_cost", "leads", "lead_weight",
)
"""Weekly sums that add a field of the week where the roster moves, partners ask, or leads are handed out."""
OF_ACTIVE: Final = {
    "trust_sum": "trust", "understanding_sum": "understanding", "bond_sum": "bond", "belief_sum": "belief",
    "skill_sum": "skill_s",
}
"""Weekly sums over partners that sell for us."""
# fmt: on


def week_sums(partner: Any) -> dict[str, float]:
    """What a partner adds to the sums of the week."""
    x, z = partner, partner.z
    won, decided = payout.added(z.won_p, z.won_s), payout.added(z.decided_p, z.decided_s)
    stages = payout.added(x.early_p, x.early_s), payout.added(x.late_p, x.late_s)
    waiting = payout.added(x.ready_p, x.ready_s), payout.added(x.held_p, x.held_s)
    sums = {name: getattr(z, field) for name, field in OF_WEEK.items()}
    sums |= {name: payout.only_when(getattr(x, field), z.selling) for name, field in OF_ACTIVE.items()}
    return sums | {
        "silent": z.silent,
        "heard_sum": x.heard,
        "ended": x.ended,
        **{name: getattr(z, name, 0.0) for name in OF_SOME},
        **(treatment_sums(x, z) if hasattr(z, "asked") else {}),
        "renewed_direct_list": z.renewed_direct,
        "base_sum": z.base,
        "believed": x.believed,
        "stock_list": x.stock,
        "open_deals": payout.four(*stages, *waiting),
        "arrivals": payout.added(z.new_p, z.new_s),
        "won": won,
        "lost": payout.rest(decided, won, z.taken),
    }


def treatment_sums(x: Any, z: Any) -> dict[str, float]:
    """How partners of each tier are treated: their number, the sum, and that of squares."""
    sums: dict[str, float] = {}
    for tier in range(STATUSES):
        here = payout.only_when(requests.of_tier(x.tier, float(tier)), z.selling)
        treated = payout.part(here, x.treated)
        sums |= {f"tier_{tier}": here, f"treated_{tier}": treated}
        sums[f"square_{tier}"] = payout.part(treated, x.treated)
    return sums
