import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from sim.intake import describe

amounts = arrays(float, st.integers(2, 60), elements=st.floats(0, 1e6))
# Concentration of a lognormal with log sd s and of a Pareto with tail a: top-20 % share and Gini (CF8).
LOGNORMAL = [(1.095, 0.60, 0.561), (1.282, 0.67, 0.635), (1.454, 0.73, 0.696), (1.683, 0.80, 0.766)]
PARETO = [(1.465, 0.60, 0.518), (1.331, 0.67, 0.602)]


def at_quantiles(law, count: int) -> np.ndarray:
    return law.ppf((np.arange(count) + 0.5) / count)


@pytest.mark.parametrize(("log_sd", "top", "gini"), LOGNORMAL)
def test_concentration_of_a_lognormal(log_sd: float, top: float, gini: float) -> None:
    values = at_quantiles(stats.lognorm(log_sd), 100_000)
    assert describe.top_share(values) == pytest.approx(top, abs=0.002)
    assert describe.gini(values) == pytest.approx(gini, abs=0.002)
    assert describe.gini(values) == pytest.approx(2 * stats.norm.cdf(log_sd / np.sqrt(2)) - 1, abs=0.002)


@pytest.mark.parametrize(("tail", "top", "gini"), PARETO)
def test_concentration_of_a_pareto(tail: float, top: float, gini: float) -> None:
    values = at_quantiles(stats.pareto(tail), 1_000_000)
    assert describe.top_share(values) == pytest.approx(top, abs=0.01)
    assert describe.gini(values) == pytest.approx(gini, abs=0.01)
    assert describe.gini(values) == pytest.approx(1 / (2 * tail - 1), abs=0.01)


@given(amounts)
def test_gini_is_the_mean_difference(values: np.ndarray) -> None:
    if values.sum() < 1.0:
        return
    difference = np.abs(values[:, None] - values).mean() / (2 * values.mean())
    assert describe.gini(values) == pytest.approx(difference, abs=1e-9)


@given(amounts, st.floats(0, 1))
def test_the_top_holds_at_least_its_share_and_scale_is_nothing(values: np.ndarray, top: float) -> None:
    if values.sum() < 1.0:
        return
    share = describe.top_share(values, top)
    assert top - 1e-9 <= share <= 1 + 1e-9
    assert describe.top_share(3 * values, top) == pytest.approx(share)


def test_one_has_all() -> None:
    assert describe.top_share([0, 0, 0, 0, 5]) == 1.0
    assert describe.gini([0, 0, 0, 0, 5]) == pytest.approx(0.8)


@given(arrays(float, 20, elements=st.integers(0, 9)), arrays(float, 20, elements=st.integers(0, 9)))
def test_rank_correlation_is_spearmans(first: np.ndarray, second: np.ndarray) -> None:
    if first.std() == 0 or second.std() == 0:
        assert describe.rank_correlation(first, second) == 0.0
    else:
        assert describe.rank_correlation(first, second) == pytest.approx(stats.spearmanr(first, second)[0])


@given(
    arrays(float, st.integers(1, 40), elements=st.floats(-5, 5)), arrays(float, 30, elements=st.floats(-5, 5))
)
def test_kolmogorov_distance_is_the_two_sample_statistic(first: np.ndarray, second: np.ndarray) -> None:
    assert describe.kolmogorov_distance(first, second) == pytest.approx(
        stats.ks_2samp(first, second, method="asymp").statistic
    )


@given(arrays(float, 10, elements=st.floats(-5, 5)), arrays(int, 10, elements=st.integers(1, 4)))
def test_a_weight_is_a_number_of_repeats(values: np.ndarray, times: np.ndarray) -> None:
    other = np.linspace(-5, 5, 7)
    repeated = describe.kolmogorov_distance(np.repeat(values, times), other)
    assert describe.kolmogorov_distance(values, other, times) == pytest.approx(repeated)


def test_activity_counts_quarters_back_from_the_end() -> None:
    sales = np.zeros((2, 30))
    sales[0, [0, 5, 29]] = 1.0, -4.0, 1.0
    sales[1, [4, 17]] = 1.0, 2.0
    assert describe.active_quarters(sales).tolist() == [[False, True], [True, True]]
    assert describe.activity(sales) == 0.75


def test_staying_and_returning_are_conditional_shares() -> None:
    active = np.array([[0, 1, 0, 1, 1], [0, 0, 0, 0, 1], [1, 1, 0, 0, 0]], dtype=bool)
    assert describe.stay_share(active) == pytest.approx(2 / 4)
    assert describe.return_share(active) == pytest.approx(1 / 3)


def test_steady_sales_have_no_late_weeks() -> None:
    steady = np.ones((3, 30))
    assert describe.late_share(steady, 4) == pytest.approx(4 / 13)
    steady[:, [16, 29]] = 2.0
    assert describe.late_share(steady, 1) == pytest.approx(2 / 14)


def test_totals_are_sums_by_group() -> None:
    assert describe.totals([1.0, 2.0, 4.0], [0, 2, 0], 4).tolist() == [5.0, 0.0, 2.0, 0.0]
