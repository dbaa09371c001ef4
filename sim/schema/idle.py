"""Levers that can do nothing in the present programme, and why."""

from __future__ import annotations

from collections.abc import Iterator

from sim.schema.programme import Direct, Programme, Rebate

Idle = tuple[str, str]


def idle(programme: Programme) -> dict[str, str]:
    """Levers that change no payment and no conduct while the others stand as they do.

    Parameters
    ----------
    programme : with the levers as they stand

    Returns
    -------
    path → key of the reason, in the catalogue as ``idle.<key>``; levers that do something are not in it
    """
    found: dict[str, str] = {}
    for path, reason in _all(programme):
        found.setdefault(path, reason)
    return found


def _all(programme: Programme) -> Iterator[Idle]:
    yield from _rebate(programme.rebate)
    if programme.price.invoiced_by == "partner":
        yield "price.customer_discount_share", "partner_invoices"
    if not programme.registration.offered:
        for name in ("approval_hours", "approval_share", "minimum_list", "protection_weeks"):
            yield f"registration.{name}", "no_registration"
    if len(set(programme.front.discount_share)) == 1:
        yield "front.tier_threshold_list", "one_discount"
    if programme.bids.discount_share == 0.0:
        yield "bids.answer_hours", "no_bids"
    if programme.route.serves == "serves-nobody":
        yield "route.distributor_margin_share", "no_distributor"
    if programme.leads.per_year == 0.0:
        yield "leads.rule", "no_leads"
    if programme.rewards.funds_share == 0.0:
        yield "rewards.funds_window_weeks", "no_funds"
    yield from _direct(programme.direct, programme.registration.offered)


def _rebate(rebate: Rebate) -> Iterator[Idle]:
    has_rates = any(step.rate_share > 0.0 for step in rebate.steps)
    if not has_rates:
        yield "rebate.size", "no_rebate"
    if not has_rates or rebate.size == 0.0:
        yield "rebate.lag_weeks", "no_rebate"
        yield "rebate.target_growth_share", "no_rebate"
        yield "rebate.clock", "clock_of_no_rebate"
        yield "rebate.cap_target", "cap_of_no_rebate"


def _direct(direct: Direct, has_registration: bool) -> Iterator[Idle]:
    if direct.rule != "size-threshold":
        yield "direct.threshold_list", "no_size_rule"
    if direct.coverage == 0.0:
        for name in ("threshold_list", "enforcement_share"):
            yield f"direct.{name}", "no_direct_team"
    if direct.rule == "first-come" and not has_registration:
        yield "direct.enforcement_share", "nothing_to_enforce"
    if direct.enforcement_share == 0.0:
        yield "direct.threshold_list", "not_enforced"
    if direct.coverage == 0.0 or direct.enforcement_share == 0.0 or direct.rule == "first-come":
        yield "direct.clarity_share", "clarity_of_nothing"
    if direct.clarity_share == 0.0:
        yield "direct.threshold_list", "not_clear"
