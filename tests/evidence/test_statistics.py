"""Statistics of facts on panels made by hand, whose answer is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.engine.layout import W
from sim.engine.run import Run, Week0
from sim.evidence.facts import f11, f22, f23, f33
from sim.evidence.moments import NUMBERS, gini, moments, top_share
from sim.evidence.protocol import SETTLE, TO_THE_END

NOTHING = np.zeros((0, 0))
RUN = Run(np.zeros((1, TO_THE_END, len(W))), NOTHING, NOTHING, Week0(*[NOTHING] * 5))


def with_column(place: int, weeks: np.ndarray) -> Run:
    """A run in which one weekly column has given values and all others are 0."""
    weekly = np.zeros((1, TO_THE_END, len(W)))
    weekly[0, :, place] = weeks
    return replace(RUN, weekly=weekly)


def test_a_last_week_with_half_of_a_quarter_is_seen_as_half() -> None:
    quarter = np.array([1.0] * 12 + [12.0])
    weeks = f23.by_week(with_column(W.bought_list, np.tile(quarter, TO_THE_END // 13)), W.bought_list)
    assert weeks[0, -1] / weeks.sum() == pytest.approx(0.5)
    assert weeks[0].sum() == pytest.approx(24.0 * (TO_THE_END - SETTLE) / 13)


def test_seasons_of_a_year_are_read_as_logs() -> None:
    year = np.repeat([1.0, 2.0, 2.0, 4.0], 13)
    quarters = f22._quarters(with_column(W.bought_list, np.tile(year, TO_THE_END // 52)))[0]
    assert quarters - quarters[1] == pytest.approx(np.log([0.5, 1.0, 1.0, 2.0]))


def test_a_slope_is_that_of_the_line() -> None:
    near = np.array([-1.0, -0.5, 0.0, 0.2])
    assert f33._slope(near, 0.3 + 0.25 * near) == pytest.approx(0.25)


def test_years_just_below_a_cap_are_counted_against_those_above() -> None:
    class Facts:
        deals, mean_deal = np.ones(3), np.ones(3)

    class Here:
        class engine:  # noqa: N801
            class partners:  # noqa: N801
                facts = Facts

    sales = np.zeros((1, TO_THE_END, 2, 3))
    sales[0, :, 0, :] = (1.17, 1.18, 1.22)
    assert f11._bunching(Here, replace(RUN, sales=sales)) == pytest.approx([2.0])


def test_a_steady_panel_has_the_moments_of_one() -> None:
    with np.errstate(invalid="ignore"):
        found = moments(np.tile([1.0, 1.0, 2.0], (104, 1)))
    assert found["active_partners_mean"] == 3.0
    assert found["p_stay"] == 1.0
    assert found["order_weeks_share"] == 1.0
    assert found["gap_w_mean"] == 1.0
    assert found["fano_order_weeks"] == 0.0
    assert found["sd_within"] == pytest.approx(0.0, abs=1e-12)
    assert found["sd_between"] == pytest.approx(np.log(2.0) * np.sqrt(2.0) / 3.0)
    assert found["last_weeks_share"] == pytest.approx(2.0 / 13.0)
    assert [found[f"{name}_index"] for name in NUMBERS] == pytest.approx([1.0] * 4)
    assert found["med_yoy"] == 0.0


def test_a_hockey_stick_growth_and_silence_are_seen() -> None:
    weekly = np.zeros((104, 2))
    weekly[12::13, 0] = np.repeat([1.0, 3.0], 4)
    weekly[:13, 1] = 1.0
    weekly[52:65, 1] = 1.0
    found = moments(weekly)
    assert found["last_weeks_share"] == pytest.approx((16.0 + 4.0) / (16.0 + 26.0))
    assert found["med_yoy"] == pytest.approx(np.log(3.0))
    assert found["p_stay"] == pytest.approx(7.0 / 9.0)
    assert found["p_reactivate"] == pytest.approx(1.0 / 5.0)
    assert found["gap_w_mean"] == pytest.approx((7 * 13 + 12 + 40 + 12) / (7 + 12 + 1 + 12))


def test_concentration_of_equal_partners_and_of_one() -> None:
    assert top_share(np.ones(100)) == pytest.approx(0.2)
    assert top_share(np.array([0.0] * 9 + [1.0])) == 1.0
    assert gini(np.ones(10)) == pytest.approx(0.0)
    assert gini(np.array([1e-12] * 99 + [1.0])) == pytest.approx(0.99)
