"""Partners that join and leave."""

from functools import cache

import numpy as np
import pytest

from sim.engine.layout import State
from sim.engine.run import Engine, Run, Week0
from sim.population.building import from_market
from sim.population.joining import at_rest, prospects
from sim.schema.behaviour import Behaviour
from sim.schema.loading import load_market
from sim.schema.market import SEGMENTS
from sim.schema.programme import Programme
from tests.engine.small import TODAY, assert_conserved, columns, futures, unequal, variant, week

WEEKS = 104
COUNT = 8


@cache
def moving(name: str = "moving-roster") -> tuple[Engine, Week0]:
    market = load_market(name)
    engine = Engine(market, TODAY, from_market(market))
    return engine, engine.week0(futures(COUNT))


@cache
def ran(**changes: object) -> Run:
    engine, start = moving()
    programme: Programme = variant("retro-volume", **changes)
    return engine.run(start, programme, futures(COUNT), WEEKS)


def enrolled(run: Run) -> np.ndarray:
    return week(run, "active") + week(run, "silent")


def test_everybody_under_contract_has_signed_and_has_not_left() -> None:
    run = ran(recruitment__pace=2.0)
    moves = np.cumsum(week(run, "joined") - week(run, "left"), axis=1)
    before = enrolled(run)[:, :1]
    np.testing.assert_array_equal(enrolled(run)[:, 1:], before + moves[:, :-1])
    assert np.all(week(run, "joined").sum(axis=1) > 0)


def test_deals_payments_and_stock_add_up_while_partners_come_and_go() -> None:
    engine, start = moving()
    assert_conserved(ran(), start, engine.partners.size)


def test_the_roster_and_its_activity_stay_as_the_market_file_has_them() -> None:
    run, market = ran(), load_market("moving-roster")
    partners = sum(segment.partners for segment in market.segments.values())
    active = sum(segment.partners * segment.active_share for segment in market.segments.values())
    assert enrolled(run).mean() == pytest.approx(partners, rel=0.06)
    assert week(run, "active").mean() == pytest.approx(active, rel=0.10)


@pytest.mark.parametrize("name", SEGMENTS)
def test_at_rest_every_flow_into_a_state_is_one_out_of_it(name: str) -> None:
    """Signatures feed beginners; beginners that start make good for partners that leave."""
    segment, par, reachable = load_market("moving-roster").segments[name], Behaviour(), 100
    rest = at_rest(segment, 1.0, reachable)
    signed = rest.joining * reachable / segment.partners
    active, beginners = segment.active_share, rest.beginners_share
    silent = 1.0 - active - beginners
    sold_and_left = rest.leaving * (par.exit_active_factor * active + par.exit_silent_factor * silent)
    gave_up = par.unsold_exit_per_week * beginners
    assert signed == pytest.approx(sold_and_left + gave_up, rel=1e-9)
    assert 0.0 < beginners < 1.0 - active


def test_without_recruiting_the_roster_only_shrinks_and_nothing_is_paid_for_it() -> None:
    run = ran(recruitment__pace=0.0)
    assert not np.any(week(run, "joined"))
    assert np.all(np.diff(enrolled(run), axis=1) <= 0.0)
    assert not np.any(week(run, "recruiting_cost"))


def test_a_roster_that_stands_still_knows_no_prospects() -> None:
    market = load_market("baseline")
    assert prospects(market) == [0, 0, 0, 0]
    assert from_market(market).enrolled == from_market(market).size


def test_fees_are_paid_by_the_signature_and_hunters_by_the_year() -> None:
    roster = load_market("moving-roster").roster
    agency = ran(recruitment__way="outsourced")
    np.testing.assert_allclose(week(agency, "recruiting_cost"), roster.signature_fee * week(agency, "joined"))
    hunted = ran(recruitment__way="hunters", recruitment__pace=2.0)
    engine, _ = moving()
    outside = 1.0 - engine.partners.facts.start_enrolled
    people = 2.0 * 52.0 * np.sum(engine.partners.facts.joining * outside) / roster.hunter_signatures_per_year
    np.testing.assert_allclose(
        week(hunted, "recruiting_cost"), people * roster.hunter_cost_per_year / 52.0, rtol=1e-12
    )
    assert not np.any(week(hunted, "joined")[:, :6]), "nobody is hired yet"


def test_an_agency_signs_as_many_of_whom_fewer_start() -> None:
    own, agency = ran(), ran(recruitment__way="outsourced")
    assert week(agency, "joined").sum() == pytest.approx(week(own, "joined").sum(), rel=0.05)
    assert week(agency, "begun").sum() < week(own, "begun").sum()


def test_a_new_firm_brings_nothing_of_the_old_one_along() -> None:
    engine, start = moving()
    week_1 = engine.run(start, TODAY, futures(COUNT), 1)
    state = columns(week_1.end.state, engine.partners.size, State)
    new = (state["since"] == 0.0) & (state["enrolled"] > 0.5)
    assert new.sum() == week(week_1, "joined").sum() > 0
    for name in ("bond", "tier", "year", "last_year", "base", "goodwill", "hurt", "willing", "early"):
        assert not np.any(state[name][new]), name
    np.testing.assert_array_equal(
        state["trust"][new], np.broadcast_to(engine.partners.facts.prior, new.shape)[new]
    )


def test_levers_of_recruiting_do_nothing_where_the_roster_stands_still(few: Engine, start: Week0) -> None:
    busy = variant(
        "retro-volume", recruitment__pace=4.0, recruitment__way="hunters", recruitment__onboarding_hours=2.0
    )
    runs = [few.run(start, programme, futures(2), 30) for programme in (TODAY, busy)]
    assert unequal(*runs, few.partners.size) == []
