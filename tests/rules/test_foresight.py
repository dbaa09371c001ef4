"""Customers who know of a price: who waits, who hurries, and who has waited long enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import foresight

prices = st.floats(0.5, 1.5)
shares = st.floats(0.0, 1.0)
rates = st.floats(0.0, 3.0)


def test_what_a_customer_is_asked_to_pay_is_list_less_discount():
    assert foresight.asked_price(1.1, 0.0) == 1.1
    assert foresight.asked_price(1.1, 0.2) == pytest.approx(0.88)


def test_a_price_is_acted_on_in_the_weeks_before_it_and_not_on_its_day():
    acted = [foresight.price_to_come(1.0, 0.9, left, 4.0) for left in (6.0, 5.0, 4.0, 1.0, 0.0)]
    assert acted == [0.0, 0.0, pytest.approx(-0.1), pytest.approx(-0.1), 0.0]
    assert foresight.price_to_come(0.8, 1.0, 1.0, 4.0) == pytest.approx(0.25)


@given(price=prices, left=st.floats(0.0, 20.0), waiting=rates, hurrying=rates, hazard=shares, other=shares)
def test_the_same_price_moves_nobody(price, left, waiting, hurrying, hazard, other):
    change = foresight.price_to_come(price, price, left, 4.0)
    assert change == 0.0
    assert foresight.waiting_for_price(change, waiting) == 0.0
    assert foresight.hurried_by_price(change, hurrying, hazard) == 0.0
    assert foresight.share_for_price(0.0, other) == 0.0


@given(change=st.floats(-0.9, 0.9), waiting=rates, hurrying=rates, hazard=shares)
def test_nobody_waits_for_a_dearer_price_or_hurries_before_a_cheaper_one(change, waiting, hurrying, hazard):
    waits = foresight.waiting_for_price(change, waiting)
    hurried = foresight.hurried_by_price(change, hurrying, hazard)
    assert 0.0 <= waits <= 1.0
    assert 0.0 <= hurried <= 1.0
    assert waits == 0.0 if change >= 0.0 else hurried == 0.0


def test_a_cut_of_seven_per_cent_keeps_six_of_a_hundred_waiting():
    assert foresight.waiting_for_price(-0.068, 0.9) == pytest.approx(0.0612)
    assert foresight.hurried_by_price(1.0 / 0.932 - 1.0, 0.7, 0.25) == pytest.approx(0.01277, abs=1e-5)


@given(price=st.floats(0.01, 1.0), other=shares)
def test_who_waits_for_the_price_is_a_part_of_those_who_wait(price, other):
    part = foresight.share_for_price(price, other)
    assert 0.0 < part <= 1.0 + 1e-12
    both = 1.0 - (1.0 - price) * (1.0 - other)
    assert part * both == pytest.approx(price)


def test_who_waits_decides_once_there_is_nothing_to_wait_for():
    assert foresight.no_longer(0.4, 0.0) == 0.4
    assert foresight.no_longer(0.4, 0.3) == 0.0
    assert foresight.no_longer(0.0, 0.0) == 0.0
