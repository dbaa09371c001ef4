"""When ready deals are decided, and who wins them."""

from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import closing

shares = st.floats(0.0, 1.0)
moves = st.floats(-1.0, 1.0)
switches = st.sampled_from([0.0, 1.0])


@given(now=shares, then=shares, control=shares)
def test_deals_move_to_the_better_paid_period_and_not_beyond_control(now, then, control):
    move = closing.retiming(now, then, 0.05, control)
    assert -control <= move <= control
    assert move * (now - then) >= 0.0
    assert move == -closing.retiming(then, now, 0.05, control)


@given(hazard=shares, held=shares, buyers=shares, move=moves, ends=switches, hurried=shares)
def test_a_ready_deal_is_decided_held_or_still_ready(hazard, held, buyers, move, ends, hurried):
    waiting = closing.hold_chance(held, buyers, move, ends)
    due = closing.due_chance(hazard, waiting)
    close = closing.close_chance(due, hazard, move, hurried)
    holds = closing.to_hold_chance(hazard, waiting, close)
    assert all(-1e-12 <= chance <= 1.0 + 1e-12 for chance in (waiting, due, close, holds))


@given(hazard=st.floats(0.0, 0.99), held=shares, buyers=shares)
def test_without_hurry_a_due_deal_is_decided_or_held(hazard, held, buyers):
    waiting = closing.hold_chance(held, buyers, 0.0, 0.0)
    close = closing.close_chance(closing.due_chance(hazard, waiting), hazard, 0.0, 0.0)
    holds = (1.0 - close) * closing.to_hold_chance(hazard, waiting, close)
    assert close + holds == pytest.approx(hazard)


def test_reasons_to_wait_are_independent():
    assert closing.hold_chance(0.0, 0.0, 0.0, 0.0) == 0.0
    assert closing.hold_chance(0.2, 0.1, -0.5, 0.0) == pytest.approx(1.0 - 0.8 * 0.9 * 0.5)
    assert closing.hold_chance(0.2, 0.1, 0.5, 1.0) == pytest.approx(0.1)
    assert closing.buyers_wait(0.07, 0.0, 0.0) == 0.07
    assert closing.buyers_wait(0.07, 1.0, 0.0) == 0.0
    assert closing.buyers_wait(0.07, 1.0, 0.2) == 0.2
    assert closing.buyers_wait(0.1, 0.0, 0.2) == pytest.approx(1.0 - 0.9 * 0.8)


def test_held_deals_are_all_decided_when_the_period_ends_unless_they_are_put_off():
    assert closing.release_chance(1.0, 1.0, 0.3, 0.5, 0.0, 0.0) == 1.0
    assert closing.release_chance(1.0, 1.0, -0.4, 0.5, 0.0, 0.0) == pytest.approx(0.6)
    assert closing.release_chance(1.0, 0.0, 0.0, 0.5, 0.0, 0.0) == 0.5


def test_deals_that_wait_for_a_price_are_decided_when_it_is_there_and_not_before():
    assert closing.release_chance(1.0, 1.0, 0.0, 0.0, 0.4, 0.0) == pytest.approx(0.6)
    assert closing.release_chance(0.0, 0.0, 0.0, 0.0, 0.0, 0.4) == pytest.approx(0.4)
    assert closing.release_chance(0.0, 0.0, 0.0, 0.5, 0.0, 0.4) == pytest.approx(0.2)
    assert closing.release_chance(0.0, 0.0, 0.0, 0.5, 0.4, 0.0) == 0.0


@given(worth=st.floats(0.0, 0.5), weeks=st.floats(1.0, 52.0), control=shares)
def test_waiting_is_rarer_when_it_is_worth_less_or_takes_longer(worth, weeks, control):
    held = closing.holding(worth, weeks, 0.0004, control)
    assert 0.0 <= held <= control
    assert closing.holding(worth, weeks + 5.0, 0.0004, control) <= held
    assert closing.holding(0.5 * worth, weeks, 0.0004, control) <= held
    assert (
        closing.holding(0.0, weeks, 0.0004, control) == closing.holding(-1.0, weeks, 0.0004, control) == 0.0
    )


def test_one_week_of_waiting_costs_one_week():
    assert closing.holding(0.0004, 2.0, 0.0004, 1.0) == pytest.approx(1.0 - exp(-1.0))
    assert closing.holding(0.0004, 1.0, 0.0004, 1.0) == pytest.approx(1.0 - exp(-1.0))


@given(end=shares, following=shares)
def test_a_choice_is_worth_at_least_either_period(end, following):
    assert closing.better_of(end, following) == max(end, following)


def test_pay_of_a_step_starts_at_its_threshold():
    assert closing.short_of(1.0, 0.4) == pytest.approx(0.6)
    assert closing.step_pay(0.3, 0.6, 0.01) == 0.0
    assert closing.step_pay(0.3, 0.6, 0.0) == 0.3
    assert closing.step_pay(0.3, 0.6, -0.5) == pytest.approx(0.6)


@given(node=st.floats(-4.0, 4.0))
def test_sales_never_fall(node):
    assert closing.end_sales(0.7, 0.1, 0.3, node) == pytest.approx(max(0.7, 0.8 + 0.3 * node))


def test_a_gap_is_filled_only_when_it_is_small_and_pays():
    assert closing.top_up(0.05, 0.08, 0.8, 0.25, 0.10) == 0.08
    assert closing.top_up(0.02, 0.08, 0.8, 0.25, 0.10) == 0.0
    assert closing.top_up(0.50, 0.11, 0.8, 0.25, 0.10) == 0.0
    assert closing.top_up(0.50, -0.01, 0.8, 0.25, 0.10) == 0.0
    assert closing.as_order(0.08, 1e5, 1.0) == pytest.approx(8e3)
    assert closing.as_order(0.08, 1e5, 0.0) == 0.0


@given(order=st.floats(0.0, 1e6), stock=st.floats(0.0, 1e6), used=shares)
def test_stock_serves_no_more_than_there_is_and_than_fits(order, stock, used):
    taken = closing.from_stock(order, stock, used)
    assert 0.0 <= taken <= min(stock, order) * (1 + 1e-12)


def test_the_middle_deal_has_the_median_value():
    assert closing.deal_value(0.5, log(22e3), 1.0) == pytest.approx(22e3)
    assert closing.deal_value(0.8413447, log(22e3), 1.0) == pytest.approx(22e3 * exp(1.0), rel=1e-5)


@given(base=shares, skill=st.floats(0.0, 3.0), bond=moves, price=st.floats(0.0, 3.0), registered=moves)
def test_a_chance_to_win_is_a_chance(base, skill, bond, price, registered):
    assert 0.01 <= closing.win_chance(base, skill, bond, price, registered) <= 0.97


def test_the_reference_gives_the_reference_chance_to_win():
    usual = closing.registered_points(1.0, 1.0, 0.03) + closing.registered_points(0.0, 0.0, 0.03)
    assert closing.win_chance(0.3, 1.0, closing.bond_points(0.15, 0.15, 0.05), 1.0, usual) == 0.3
    assert closing.registered_points(1.0, 0.6, 0.03) == pytest.approx(0.012)
    assert closing.registered_points(0.0, 0.6, 0.03) == pytest.approx(-0.018)
    assert closing.win_chance(0.3, 1.1, 0.02, 1.05, 0.012) == pytest.approx(0.3 * 1.1 * 1.05 + 0.032)


@given(hurry=moves)
def test_only_hurry_costs_price(hurry):
    given_away = closing.concession(1e4, hurry, 0.3)
    assert given_away == pytest.approx(0.15 * max(hurry, 0.0) ** 2 * 1e4)


def test_chances_come_true_below_themselves():
    assert closing.happens(0.29, 0.3) == 1.0
    assert closing.happens(0.3, 0.3) == 0.0
    assert closing.is_won(0.1, 0.3, 0.0) == 1.0
    assert closing.is_won(0.1, 0.3, 1.0) == closing.is_won(0.4, 0.3, 0.0) == 0.0


def test_silent_partners_do_not_sell():
    assert closing.active(1.0) == closing.active(0.4) == 1.0
    assert closing.active(0.0) == 0.0


def test_pay_counts_as_far_as_it_is_seen_and_soon():
    assert closing.perceived_price(0.1, 0.5, 0.9) == pytest.approx(0.045)
    assert closing.next_price(0.1, 0.95) == pytest.approx(0.095)
    assert closing.option_worth(0.12, 0.10, 0.5, 0.9) == pytest.approx(0.009)
    assert closing.weighted(1.0, 0.25, 2.0) == 1.5
