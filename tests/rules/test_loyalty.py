"""How partners fall silent and come back."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import loyalty

shares = st.floats(0.0, 1.0)


@given(
    rate=st.floats(0.0, 0.1),
    trust=st.floats(-0.6, 0.4),
    bond=st.floats(-0.5, 0.85),
    factor=st.floats(0.5, 3.0),
)
def test_leaving_has_a_chance_that_falls_with_trust_and_bond(rate, trust, bond, factor):
    chance = loyalty.dormancy_chance(rate, trust, bond, factor, 3.0, 0.8)
    assert 0.0 <= chance < 1.0
    assert loyalty.dormancy_chance(rate, trust + 0.1, bond, factor, 3.0, 0.8) <= chance
    assert loyalty.dormancy_chance(rate, trust, bond + 0.1, factor, 3.0, 0.8) <= chance


def test_the_reference_leaves_at_the_reference_rate():
    assert loyalty.dormancy_chance(0.003, 0.0, 0.0, 1.0, 3.0, 0.8) == pytest.approx(1.0 - exp(-0.003))
    half = loyalty.dormancy_chance(0.003, 0.231, 0.0, 1.0, 3.0, 0.8) / loyalty.dormancy_chance(
        0.003, 0.0, 0.0, 1.0, 3.0, 0.8
    )
    assert half == pytest.approx(0.5, abs=0.001)


@given(rate=st.floats(0.0001, 0.1), weeks=st.floats(0.0, 300.0))
def test_return_gets_rarer_with_silence(rate, weeks):
    now, later = (loyalty.return_chance(rate, w, 3.0, 0.4, 26.0) for w in (weeks, weeks + 4.0))
    assert 0.0 <= later <= now < 1.0


def test_return_starts_fresh_and_ends_late():
    assert loyalty.return_chance(0.01, 0.0, 3.0, 0.4, 26.0) == pytest.approx(1.0 - exp(-0.03))
    assert loyalty.return_chance(0.01, 1e4, 3.0, 0.4, 26.0) == pytest.approx(1.0 - exp(-0.004))


@given(norm=shares, share=shares, fading=shares)
def test_a_norm_is_anchored_at_the_peak(norm, share, fading):
    assert loyalty.norm_after(norm, share, fading) == max(share, norm * fading)


def test_a_partner_is_adrift_below_its_norm():
    assert loyalty.adrift(0.079, 0.1, 1.0, 0.8) == 1.0
    assert loyalty.adrift(0.081, 0.1, 1.0, 0.8) == 0.0
    assert loyalty.adrift(0.1, 0.1, 0.7, 0.8) == 1.0


def test_an_abrupt_exit_ends_at_once():
    assert loyalty.drift_after(1.0, 1.0, 1.0, 0.0, 0.97, 0.3) == 0.0


def test_a_quiet_exit_fades_and_then_ends():
    drift, weeks = loyalty.drift_after(1.0, 1.0, 1.0, 1.0, 0.9737, 0.3), 1
    while drift > 0.0:
        later = loyalty.drift_after(drift, 1.0, 0.0, 0.0, 0.9737, 0.3)
        assert later < drift
        drift, weeks = later, weeks + 1
    assert weeks == 46


@given(leaves=st.sampled_from([0.0, 1.0]), quietly=st.sampled_from([0.0, 1.0]))
def test_who_stays_is_willing_and_who_is_silent_stays_silent(leaves, quietly):
    assert loyalty.drift_after(1.0, 1.0, 0.0, quietly, 0.97, 0.3) == 1.0
    assert loyalty.drift_after(0.0, 0.0, leaves, quietly, 0.97, 0.3) == 0.0


def test_silence_is_counted_until_the_partner_sells_again():
    assert loyalty.silence_after(4.0, 0.0) == 5.0
    assert loyalty.silence_after(4.0, 0.5) == 0.0
    assert loyalty.willing_again(0.0, 0.0, 1.0) == 1.0
    assert loyalty.willing_again(0.0, 0.0, 0.0) == 0.0
    assert loyalty.willing_again(0.4, 1.0, 1.0) == 0.4
    assert loyalty.above(0.7, 0.6) == pytest.approx(0.1)
