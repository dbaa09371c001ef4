"""Futures: keyed draws of assumptions."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.futures import (
    Doubt,
    Varied,
    behaviour_doubts,
    draw_futures,
    explicit_futures,
    triangular,
)
from sim.schema.behaviour import Behaviour

DOUBTS = (Doubt("loss", 1.0, 1.5, 3.0), Doubt("gain", 0.0, 0.0, 1.0), Doubt("fixed", 2.0, 2.0, 2.0))


def test_the_first_futures_of_many_are_the_futures_of_few() -> None:
    few, many = draw_futures(DOUBTS, 7, seed=5), draw_futures(DOUBTS, 40, seed=5)
    assert np.array_equal(few.rows, many.rows[:7])
    assert np.array_equal(few.luck_ids, many.luck_ids[:7])


def test_a_draw_depends_on_the_name_of_the_parameter_and_not_on_its_place() -> None:
    there, back = draw_futures(DOUBTS, 5, seed=5), draw_futures(DOUBTS[::-1], 5, seed=5)
    assert np.array_equal(there.rows, back.rows[:, ::-1])
    renamed = draw_futures([DOUBTS[0]._replace(name="other")], 5, seed=5)
    assert not np.any(renamed.rows[:, 0] == there.rows[:, 0])


def test_another_seed_draws_other_futures() -> None:
    assert not np.any(draw_futures(DOUBTS, 5, 1).rows[:, :2] == draw_futures(DOUBTS, 5, 2).rows[:, :2])


def test_luck_only_holds_every_assumption_at_its_default() -> None:
    drawn = draw_futures(DOUBTS, 4, 1, luck_only=True)
    assert np.array_equal(drawn.rows, np.tile([1.5, 0.0, 2.0], (4, 1)))
    assert len(set(drawn.luck_ids)) == 4


def test_doubt_only_gives_every_future_the_same_luck_and_the_usual_assumptions() -> None:
    drawn = draw_futures(DOUBTS, 4, 1, doubt_only=True)
    assert not drawn.luck_ids.any()
    assert np.array_equal(drawn.rows, draw_futures(DOUBTS, 4, 1).rows)


def test_draws_follow_the_triangle() -> None:
    low, peak, high = 1.0, 1.5, 3.0
    rows = draw_futures(DOUBTS, 4000, 1).rows[:, 0]
    assert low <= rows.min() <= rows.max() <= high
    assert abs(rows.mean() - (low + peak + high) / 3) < 0.03
    assert abs((rows < peak).mean() - (peak - low) / (high - low)) < 0.03


@given(st.floats(1e-9, 1 - 1e-9), st.floats(-5, 5), st.floats(0, 3), st.floats(0, 3))
def test_the_inverse_of_the_triangle_undoes_its_distribution_function(
    u: float, low: float, a: float, b: float
) -> None:
    peak, high = low + a, low + a + b
    x = triangular(u, low, peak, high)
    assert low - 1e-9 <= x <= high + 1e-9
    if min(a, b) > 0.01:
        below = (x - low) ** 2 / ((high - low) * a) if x <= peak else 1 - (high - x) ** 2 / ((high - low) * b)
        assert below == pytest.approx(u, abs=1e-6)


def test_every_parameter_of_behaviour_is_drawn_inside_its_bounds() -> None:
    doubts = behaviour_doubts()
    assert tuple(doubt.name for doubt in doubts) == tuple(Behaviour.model_fields)
    assert all(doubt.low <= doubt.default <= doubt.high for doubt in doubts)


def test_given_rows_are_taken_as_they_are() -> None:
    rows = np.arange(6.0).reshape(3, 2)
    futures = explicit_futures(rows, ["a", "b"], seed=9)
    assert np.array_equal(futures.rows, rows)
    assert futures.luck_ids.tolist() == [0, 1, 2]


def test_futures_know_what_differs_between_them() -> None:
    assert draw_futures(DOUBTS, 6, 1).varied is Varied.BOTH
    assert draw_futures(DOUBTS, 6, 1, luck_only=True).varied is Varied.LUCK
    assert draw_futures(DOUBTS, 6, 1, doubt_only=True).varied is Varied.ASSUMPTIONS


def test_a_part_keeps_ids_rows_and_luck_together() -> None:
    futures = replace(draw_futures(DOUBTS, 6, 1), luck_ids=np.arange(10, 16, dtype=np.uint64))
    part = futures.part(2, 4)
    assert (part.ids.tolist(), part.luck_ids.tolist()) == ([2, 3], [12, 13])
    assert np.array_equal(part.rows, futures.rows[2:4])
