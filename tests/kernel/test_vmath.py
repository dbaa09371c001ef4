"""The mathematical functions are right over their whole range."""

from __future__ import annotations

import mpmath as mp
import numpy as np
import pytest
from scipy import special

from sim.kernel import vmath
from sim.kernel.compile import INTERPRETED

NAMES = ["exp", "log", "mills", "normal_pdf", "normal_cdf", "inverse_normal"]
POINTS = 400 if INTERPRETED else 40_000
LOST = 2e-13 if INTERPRETED else 0.0  # what a product rounded twice costs


@pytest.fixture
def spread(request):
    """Numbers spread evenly over a range, with some noise in the low digits."""
    return lambda low, high: np.sort(np.random.default_rng(7).uniform(low, high, POINTS))


def largest_error(got, truth):
    return float(np.max(np.abs(got / truth - 1)))


def test_exp_is_right_within_a_unit_in_the_last_place(in_loop, spread):
    for low, high in ((-706.9, 706.9), (-1.0, 1.0), (-1e-8, 1e-8)):
        x = spread(low, high)
        truth = np.exp(x.astype(np.longdouble))
        assert largest_error(in_loop(vmath.exp, x), truth) < 2.3e-16 + LOST


def test_exp_holds_arguments_beyond_its_range(in_loop):
    x = np.array([-np.inf, -710.0, -707.0, 707.0, 710.0, np.inf])
    low, high = np.exp([-707.0, 707.0])
    assert in_loop(vmath.exp, x) == pytest.approx([low, low, low, high, high, high], rel=1e-12, abs=0.0)


def test_exp_of_zero_is_exactly_one():
    assert vmath.exp(0.0) == 1.0


def test_no_number_stays_no_number(in_loop):
    for function in (vmath.exp, vmath.mills, vmath.normal_cdf, vmath.inverse_normal):
        assert np.isnan(in_loop(function, np.array([np.nan])))[0]


def test_log_is_right_within_a_unit_in_the_last_place(in_loop, spread):
    for x in (np.exp(spread(-706, 706)), spread(0.5, 2.0), 1 + spread(-1e-6, 1e-6)):
        truth = np.log(x.astype(np.longdouble))
        assert largest_error(in_loop(vmath.log, x), truth) < 2.3e-16 + LOST


def test_log_of_one_is_exactly_zero_and_ends_of_range_hold():
    assert vmath.log(1.0) == 0.0
    assert vmath.log(2.2250738585072014e-308) == pytest.approx(-708.3964185322641, rel=1e-15, abs=0.0)
    assert vmath.log(1.7976931348623157e308) == pytest.approx(709.782712893384, rel=1e-15, abs=0.0)


def test_mills_ratio_is_right_from_zero_to_far_out(in_loop, spread):
    for x in (spread(0, 10), np.exp(spread(-12, 18))):
        truth = special.erfcx(x / np.sqrt(2)) * np.sqrt(np.pi / 2)
        assert largest_error(in_loop(vmath.mills, x), truth) < 5e-15


@pytest.mark.parametrize("x", [0.0, 0.125, 1.0, 3.0, 10.0, 50.0])
def test_mills_ratio_against_many_digits(x):
    with mp.workdps(40):
        truth = mp.erfc(mp.mpf(x) / mp.sqrt(2)) * mp.sqrt(mp.pi / 2) * mp.exp(mp.mpf(x) ** 2 / 2)
    assert vmath.mills(x) == pytest.approx(float(truth), rel=2e-15, abs=0.0)


def test_normal_density_is_right_far_into_the_tails(in_loop, spread):
    x = spread(-37, 37)
    wide = x.astype(np.longdouble)
    truth = np.exp(-wide * wide / 2) / np.sqrt(2 * np.longdouble(np.pi))
    assert largest_error(in_loop(vmath.normal_pdf, x), truth) < 1e-15 + LOST


def test_normal_distribution_is_right_far_into_the_lower_tail(in_loop, spread):
    x = spread(-37, 8)
    wide = x.astype(np.longdouble)
    tail = np.exp(-wide * wide / 2) * special.erfcx(np.abs(x) / np.sqrt(2)) / 2
    truth = np.where(x < 0, tail, 1 - tail)
    assert largest_error(in_loop(vmath.normal_cdf, x), truth) < 5e-15 + LOST
    assert largest_error(in_loop(vmath.normal_cdf, x[x > -5]), special.ndtr(x[x > -5])) < 1e-14


@pytest.mark.parametrize("x", [-37.0, -20.5, -8.0, -3.0, -0.25, 0.0, 0.5, 6.0])
def test_normal_distribution_against_many_digits(x):
    with mp.workdps(40):
        truth = mp.erfc(-mp.mpf(x) / mp.sqrt(2)) / 2
    assert vmath.normal_cdf(x) == pytest.approx(float(truth), rel=2e-15 + LOST, abs=0.0)


def test_normal_distribution_never_leaves_zero_to_one_nor_falls(in_loop):
    x = np.linspace(-60, 60, POINTS)
    values = in_loop(vmath.normal_cdf, x)
    assert values.min() >= 0
    assert values.max() == 1
    assert np.all(np.diff(values) >= -1.2e-16)


def test_normal_quantile_is_right_over_all_uniforms(in_loop, spread):
    lower = np.exp(spread(-690, -0.8))
    for p in (spread(1e-6, 0.499999), spread(0.500001, 1 - 1e-6), lower):
        assert largest_error(in_loop(vmath.inverse_normal, p), special.ndtri(p)) < 2e-15 + LOST


@pytest.mark.parametrize("p", [1e-300, 2.0**-53, 1e-9, 0.01, 0.075, 0.3, 0.5 - 2.0**-30, 0.6, 1 - 2.0**-53])
def test_normal_quantile_against_many_digits(p):
    with mp.workdps(40):
        x = mp.mpf(special.ndtri(p))
        for _ in range(3):
            x -= (mp.erfc(-x / mp.sqrt(2)) / 2 - mp.mpf(p)) / mp.npdf(x)
    assert vmath.inverse_normal(p) == pytest.approx(float(x), rel=2e-15 + LOST, abs=0.0)


def test_normal_quantile_is_symmetric_and_zero_in_the_middle():
    assert vmath.inverse_normal(0.5) == 0.0
    for p in (0.25, 0.0625, 2.0**-30):
        assert vmath.inverse_normal(p) == -vmath.inverse_normal(1 - p)


def test_normal_quantile_rises_across_the_seams(in_loop):
    for seam in (0.075, 0.925):
        p = seam + np.arange(-200, 200) * 2e-13
        assert np.all(np.diff(in_loop(vmath.inverse_normal, p)) > 0)


@pytest.mark.parametrize("name", NAMES)
def test_python_callers_get_the_bits_of_compiled_loops(name, in_loop, spread):
    function = getattr(vmath, name)
    x = spread(0.001, 0.999)[:: POINTS // 400]
    assert [function(float(value)) for value in x] == in_loop(function, x).tolist()


def test_python_callers_may_pass_whole_numbers():
    assert vmath.exp(1) == vmath.exp(1.0)
    assert vmath.normal_cdf(np.int64(-2)) == vmath.normal_cdf(-2.0)


def test_floor_goes_down_also_below_zero(in_loop):
    x = np.array([-2.5, -2.0, -0.1, 0.0, 0.9, 1.0, 7.99])
    assert in_loop(vmath.floor, x).tolist() == [-3, -2, -1, 0, 0, 1, 7]
