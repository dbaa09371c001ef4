"""The ledger says what another rule would have done: here the other rules are run, on the same deals.

In the first week nothing has had time to answer, so every rule meets the same deals in the same state.
"""

from functools import cache

import numpy as np
import pytest

from sim.engine.flatten import RULES, levers_of
from sim.engine.layout import W
from sim.engine.ledger import CHECKING, ENFORCEMENT, NOTHING, Row, ledger_of
from sim.engine.loops.deals import rules_cost
from sim.engine.run import Engine, Week0
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme
from tests.engine.small import futures

FUTURES = 12
FREE = "first-come"
Deal = tuple[int, int, str, int]


def under(rule: str, enforcement: float = 0.6) -> Programme:
    levers = {"direct.rule": rule, "direct.enforcement_share": enforcement, "direct.clarity_share": 0.7}
    return changed(load_programme("weak-rules"), levers)


@cache
def world() -> tuple[Engine, Week0]:
    market = load_market("baseline")
    engine = Engine(market, under(FREE), from_market(market))
    return engine, engine.week0(futures(FUTURES))


@cache
def incidents(rule: str, enforcement: float = 0.6) -> dict[Deal, Row]:
    """Incidents of the first week by future, partner, offer and number."""
    (engine, start), programme, drawn = world(), under(rule, enforcement), futures(FUTURES)
    run = engine.run(start, programme, drawn, 1, with_ledger=True, smoothly=True)
    return {
        (place, row.partner, row.offer, row.number): row
        for place, recorded in enumerate(run.ledger)
        for row in ledger_of(
            recorded, engine.partners, programme, (drawn.rows[place], drawn.seed, int(drawn.luck_ids[place]))
        )
    }


def cheapest_first(place: int) -> list[str]:
    """Rules by what they cost to run under the assumptions of a future."""
    row = np.asarray(futures(FUTURES).rows[place], dtype=np.float64)
    return sorted(RULES, key=lambda rule: rules_cost(levers_of(under(rule)), row))


def test_there_are_incidents_of_every_kind() -> None:
    named = {row.prevented_by for row in incidents(FREE).values()}
    assert {NOTHING, ENFORCEMENT} < named


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != FREE])
def test_a_deal_that_a_rule_prevents_is_no_incident_when_that_rule_runs(rule: str) -> None:
    prevented = {deal for deal, row in incidents(FREE).items() if row.prevented_by == rule}
    assert prevented.isdisjoint(incidents(rule))


@pytest.mark.parametrize("rule", RULES)
def test_what_no_rule_prevents_happens_under_every_rule(rule: str) -> None:
    never = {deal for deal, row in incidents(FREE).items() if row.prevented_by in (NOTHING, ENFORCEMENT)}
    assert never <= set(incidents(rule))


def test_the_cheapest_rule_is_named() -> None:
    for deal, row in incidents(FREE).items():
        order = cheapest_first(deal[0])
        if row.prevented_by in order:
            cheaper = order[: order.index(row.prevented_by)]
            assert all(deal in incidents(rule) for rule in cheaper)


def test_full_enforcement_prevents_what_it_is_named_for_and_nothing_else_left_over() -> None:
    strict = incidents(FREE, 1.0)
    for deal, row in incidents(FREE).items():
        if row.prevented_by == ENFORCEMENT:
            assert deal not in strict
        if row.prevented_by == NOTHING:
            assert deal in strict


def test_a_quarrel_between_two_partners_is_told_as_one_and_direct_sales_take_nothing() -> None:
    (engine, start), drawn = world(), futures(FUTURES, hurried_share=0.5)
    careful, hasty = (
        changed(load_programme("retro-volume"), {"registration.approval_hours": hours}) for hours in (24, 1)
    )
    rows = {}
    for programme in (careful, hasty):
        run = engine.run(start, programme, drawn, 1, with_ledger=True, smoothly=True)
        keys = [(drawn.rows[place], drawn.seed, int(drawn.luck_ids[place])) for place in range(FUTURES)]
        rows[programme.registration.approval_hours] = [
            row
            for recorded, future in zip(run.ledger, keys, strict=True)
            for row in ledger_of(recorded, engine.partners, programme, future)
        ]
    quarrels = [row for row in rows[1.0] if row.prevented_by == CHECKING]
    assert not [row for row in rows[24.0] if row.prevented_by == CHECKING]
    assert len(quarrels) > 20
    assert all(row.registered and not row.taken for row in quarrels)
    assert len(rows[1.0]) - len(quarrels) >= len(rows[24.0])


def test_protection_that_ends_protects_deals_that_are_quick() -> None:
    (engine, start), drawn = world(), futures(FUTURES)
    programmes = [
        changed(load_programme("retro-volume"), {"registration.protection_weeks": weeks})
        for weeks in (0, 13, 4)
    ]
    runs = [engine.run(start, one, drawn, 1, smoothly=True).weekly for one in programmes]
    registered = [run[:, :, W.registered_won].sum() / run[:, :, W.won].sum() for run in runs]
    assert registered[0] > registered[1] > registered[2] > 0.0
