"""Every lever of the schema moves something, in the direction it declares, and nothing is free.

A lever is covered the day it is added: these tests go over the whole schema.
"""

from __future__ import annotations

import numpy as np
import pytest

from sim.experiment.outcomes import BY_NAME
from sim.schema.catalogue import Entry, as_data, value_at
from sim.schema.editing import changed
from sim.schema.programme import Programme
from tests.experiment.levers import FEW, LEVERS, MANY, Stage, arm, base, measured, moved, stepped

CUT = (("front.discount_share", (0.17, 0.20, 0.23, 0.26)), ("registration.points_share", 0.0))
"""A change for the worse, for levers that say how a change is made."""
TALKS = Stage(changes=(("occasions.conferences_per_year", 4.0),), vendor=(("conference_cost", 10_000.0),))
MISSED = Stage(changes=(("monitoring.winback_hours", 0.2),))
DECK = Stage(today="hard-deck", design=CUT)
BUSY = Stage(changes=(("contact.managers_per_100_partners", 1.2),))
SLOW_PAY = Stage(changes=(("rebate.size", 4.0), ("front.discount_share", (0.06, 0.07, 0.08, 0.09))))
CLAIMS = Stage(changes=(("rewards.funds_share", 0.06), ("rewards.funds_window_weeks", 2)))
LOUD = (("turmoil_share", 1.0), ("support_share", 0.45), ("sabotage_per_year", 0.95))
DIVIDED = Stage(house=LOUD, vendor=(("incident_per_year", 0.9), ("manager_leaving_per_year", 0.6)))
PROMISING = Stage(changes=(("organisation.promises_per_year", 4.0),))
MOVING = Stage(roster=(("turnover_share", 1.0),))
TOLD = Stage(house=LOUD, changes=(("organisation.promises_per_year", 6.0),))
STRANGERS = Stage(house=(*LOUD, ("chief_leaves_per_year", 0.9)))
LEAVING = Stage(
    house=(*LOUD, ("technical_managers_share", 0.6), ("hiring_weeks", 20.0)),
    vendor=(("manager_leaving_per_year", 0.6),),
)
TECHNICAL = Stage(house=(("technical_managers_share", 0.6),))
ASKING = Stage(house=(("requests_per_partner_year", 6.0),))
FED = Stage(changes=(("leads.per_year", 3000.0),))
TAKEN_BACK = (("transition.ends", "below-silver"), ("transition.reversed_after_weeks", 13))
BUDGET = Stage(changes=(("rewards.funds_share", 0.03),), house=(("turmoil_share", 1.0),))
LOCAL: dict[str, tuple[Stage, str]] = {
    "occasions.conference_fee": (
        TALKS,
        "a conference reaches 60 of 500 partners; it matters where it is frequent and dear",
    ),
    "occasions.conference_talks_share": (TALKS, "the same"),
    "occasions.press_per_year": (
        Stage(vendor=(("press_cost", 100_000.0),)),
        "articles teach next to nothing: they matter by their cost",
    ),
    "monitoring.threshold_share": (MISSED, "seeing changes nothing unless somebody acts on it"),
    "monitoring.telemetry_share": (MISSED, "the same"),
    "contact.automation_share": (BUSY, "saves contacts that a busy team would miss"),
    "rebate.lag_weeks": (
        SLOW_PAY,
        "a delay of some weeks takes a per cent off a rebate: felt where it is most of what partners earn",
    ),
    "rewards.funds_window_weeks": (
        CLAIMS,
        "decides on a part of the funds: felt where there are many and the window is narrow",
    ),
    "organisation.advocacy_hours": (DIVIDED, "support is full enough in a quiet house"),
    "organisation.early_involvement_share": (DIVIDED, "nothing is spoiled in a quiet house"),
    "organisation.admits_incidents": (DIVIDED, "nothing goes wrong in a quiet house"),
    "organisation.care_share": (DIVIDED, "nobody leaves a quiet house"),
    "organisation.planning_hours": (PROMISING, "acts on promises only"),
    "organisation.checks_first": (PROMISING, "acts on promises only"),
    "organisation.marketing_owner": (BUDGET, "nobody cuts a budget in a quiet house"),
    "price.customer_discount_share": (
        Stage(changes=(("price.invoiced_by", "vendor"),)),
        "only a vendor that sends the invoice gives customers a discount",
    ),
    "front.requalification": (
        Stage(changes=(("front.discount_share", (0.14, 0.22, 0.3, 0.38)),)),
        "a tier kept is felt where tiers differ much",
    ),
    "front.ceiling_share": (
        Stage(changes=(("front.ceiling_share", 0.3),)),
        "a ceiling above all discounts binds nobody",
    ),
    "bids.answer_hours": (
        Stage(changes=(("bids.discount_share", 0.25),)),
        "nobody asks where none are given",
    ),
    "route.distributor_margin_share": (
        Stage(changes=(("route.serves", "serves-everybody"),)),
        "nobody buys from a distributor in the baseline",
    ),
    "organisation.fight_hours": (TOLD, "acts on promises that are broken"),
    "organisation.deputy_hours": (STRANGERS, "acts where a chief leaves"),
    "organisation.seminar_share": (TECHNICAL, "teaches what managers of another time lack"),
    "organisation.certified_share": (TECHNICAL, "the same"),
    "organisation.hires": (LEAVING, "nobody leaves and nobody is hired in a quiet house"),
    "requests.answer": (ASKING, "nobody asks in the baseline"),
    "requests.hours_each": (ASKING, "nobody asks in the baseline"),
    "requests.reasons": (
        Stage(house=(("requests_per_partner_year", 6.0),), changes=(("requests.answer", "refused"),)),
        "nobody asks in the baseline",
    ),
    "leads.rule": (FED, "there are no leads to hand out"),
    "recruitment.pitch": (MOVING, "nobody joins where the roster stands still"),
    "recruitment.experience_per_year": (MOVING, "nobody joins where the roster stands still"),
    "recruitment.way": (MOVING, "nobody joins where the roster stands still"),
    "recruitment.pace": (MOVING, "nobody joins where the roster stands still"),
    "recruitment.onboarding_hours": (MOVING, "there are no beginners where the roster stands still"),
    "transition.notice_weeks": (DECK, "acts on a change only"),
    "transition.grandfathering_weeks": (DECK, "acts on a change only"),
    "transition.leaked": (DECK, "acts on a change only"),
    "transition.reversed_after_weeks": (DECK, "acts on a change only"),
}
"""Levers without effect in the baseline market, where they have one, and why."""
HEADLINES = ("net_contribution", "going_rate", "active_partners")


def stage_of(entry: Entry) -> Stage:
    return LOCAL[entry.path][0] if entry.path in LOCAL else Stage()


levers = pytest.mark.parametrize("entry", LEVERS, ids=lambda entry: entry.path)


def test_every_local_lever_is_a_lever() -> None:
    assert set(LOCAL) <= {entry.path for entry in LEVERS}


@levers
def test_a_lever_declares_what_it_moves(entry: Entry) -> None:
    assert entry.meta is not None
    assert entry.meta.moves[:1] in ("+", "-")
    assert entry.meta.moves[1:] in BY_NAME
    assert bool(entry.meta.between) == (
        bool(entry.options)
        or entry.path
        in ("rebate.cap_target", "registration.protection_weeks", "transition.reversed_after_weeks")
    )


def steps_of(entry: Entry, today: Programme) -> list[Programme]:
    """One step up, one step down, and every other option of a choice."""
    steps = [stepped(entry, today, sign) for sign in (1, -1)]
    if entry.options:
        others = set(entry.options) - {as_data(value_at(today, entry.path)), "none", "flat"}
        steps += [changed(today, {entry.path: option}) for option in sorted(others)]
    return [step for step in steps if step is not None]


def is_felt(stage: Stage, steps: list[Programme], count: int) -> bool:
    """Whether one of the steps moves one of the headlines clearly."""
    runs = [measured(stage, step, count) for step in steps]
    return any(moved(outcome, run, base(stage, count)).is_clear for run in runs for outcome in HEADLINES)


@pytest.mark.slow
@levers
def test_a_step_of_a_lever_is_felt(entry: Entry) -> None:
    stage = stage_of(entry)
    steps = steps_of(entry, arm(stage))
    assert is_felt(stage, steps, FEW) or is_felt(stage, steps, MANY)


@pytest.mark.slow
@levers
def test_a_lever_moves_what_it_declares_in_the_direction_it_declares(entry: Entry) -> None:
    stage, meta = stage_of(entry), entry.meta
    assert meta is not None
    today = arm(stage)
    if meta.between:
        low, high = (changed(today, {entry.path: value}) for value in meta.between)
    else:
        low, high = stepped(entry, today, -1) or today, stepped(entry, today, 1) or today
    sign = 1.0 if meta.moves[0] == "+" else -1.0
    for count in (FEW, MANY):
        found = moved(meta.moves[1:], measured(stage, high, count), measured(stage, low, count))
        if sign * found.errors > 3.0:
            return
    pytest.fail(f"{entry.path} {meta.moves}: {found}")


BOUNDED = [
    entry
    for entry in LEVERS
    if entry.meta
    and entry.meta.typical
    and "[]" not in entry.path
    and not entry.path.startswith("transition")
]


@pytest.mark.slow
@pytest.mark.parametrize("entry", BOUNDED, ids=lambda entry: entry.path)
def test_no_lever_gives_more_to_both_sides_without_limit(entry: Entry) -> None:
    meta, today = entry.meta, arm(Stage())
    assert meta is not None
    now = as_data(value_at(today, entry.path))
    for bound in (meta.low, meta.high):
        grid = [_towards(now, bound, share) for share in (0.0, 0.5, 1.0)]
        try:
            sums = [measured(Stage(), changed(today, {entry.path: value})) for value in grid]
        except ValueError:
            continue
        steps = [
            moved(outcome, after, before).errors > 3.0
            for outcome in ("net_contribution", "partner_profit", "going_rate")
            for before, after in ((sums[0], sums[2]), (sums[1], sums[2]))
        ]
        assert not all(steps), f"{entry.path}: still rising at {bound}"


def _towards(now: object, bound: float | None, share: float) -> object:
    assert bound is not None
    if isinstance(now, list):
        return [one + share * (bound - one) for one in now]
    value = float(now) + share * (bound - float(now))  # type: ignore[arg-type]
    return int(value) if isinstance(now, int) else value


def test_steps_are_what_the_schema_says() -> None:
    today = arm(Stage())
    size = next(entry for entry in LEVERS if entry.path == "rebate.size")
    up, down = stepped(size, today, 1), stepped(size, today, -1)
    assert up is not None
    assert down is not None
    assert (up.rebate.size, down.rebate.size) == (1.25, 0.75)
    assert np.isfinite(up.rebate.size)
