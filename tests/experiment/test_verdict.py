"""Verdicts at their boundaries, and the assumption a verdict hinges on."""

from dataclasses import replace

import numpy as np
import pytest

from sim.experiment.futures import explicit_futures
from sim.experiment.outcomes import Direction
from sim.experiment.paired import Difference, summarise
from sim.experiment.verdict import Hinge, Verdict, deciding_assumption, judge

UP, DOWN, INFORM = Direction.HIGHER, Direction.LOWER, Direction.INFORM
SPANNING = Difference(
    mean=1.0, p2_5=-8, p10=-4.0, p90=6.0, p97_5=9, mean_se=0.5, better_share=0.6, futures=200
)


def test_clear_of_zero_is_better_or_worse_by_direction() -> None:
    gain = replace(SPANNING, p10=0.001)
    loss = replace(SPANNING, p90=-0.001)
    assert [judge(gain, way) for way in (UP, DOWN, INFORM)] == [Verdict.BETTER, Verdict.WORSE, Verdict.HIGHER]
    assert [judge(loss, way) for way in (UP, DOWN, INFORM)] == [Verdict.WORSE, Verdict.BETTER, Verdict.LOWER]


def test_a_range_that_touches_zero_is_not_clear_of_it() -> None:
    assert judge(replace(SPANNING, p10=0.0, mean_se=0.1), UP) is Verdict.DEPENDS
    assert judge(replace(SPANNING, p90=0.0, mean_se=0.1), UP) is Verdict.DEPENDS


def test_sampling_error_up_to_a_tenth_of_the_half_width_lets_the_range_speak() -> None:
    assert judge(replace(SPANNING, mean_se=0.5), UP) is Verdict.DEPENDS
    assert judge(replace(SPANNING, mean_se=0.5001), UP) is Verdict.TOO_FEW


def test_clear_of_zero_comes_before_sampling_error() -> None:
    assert judge(replace(SPANNING, p10=0.1, mean_se=100.0), UP) is Verdict.BETTER


def test_too_few_futures_to_have_a_tenth() -> None:
    assert judge(summarise(np.full(9, 5.0)), UP) is Verdict.TOO_FEW
    assert judge(summarise(np.full(10, 5.0)), UP) is Verdict.BETTER


@pytest.mark.parametrize("futures", [1, 5, 10, 200])
def test_zero_in_every_future_is_unchanged(futures: int) -> None:
    assert judge(summarise(np.zeros(futures)), UP) is Verdict.UNCHANGED


def test_a_few_futures_that_move_do_not_move_the_range() -> None:
    mostly = np.zeros(200)
    mostly[:10] = 5.0
    assert judge(summarise(mostly), UP) is Verdict.UNCHANGED
    assert judge(summarise(mostly[5:14]), UP) is Verdict.TOO_FEW, "with nine futures none is negligible"


def test_what_is_never_defined_has_no_verdict() -> None:
    assert judge(summarise(np.full(20, np.nan)), UP) is Verdict.UNDEFINED


def hinge(differences: np.ndarray, rows: np.ndarray, names: list[str]) -> Hinge | None:
    return deciding_assumption(differences, rows, explicit_futures(rows, [], seed=1).upper, names)


def named(differences: np.ndarray, rows: np.ndarray, names: list[str]) -> str | None:
    found = hinge(differences, rows, names)
    return None if found is None else found.name


def world(futures: int = 200, parameters: int = 30) -> tuple[np.ndarray, np.ndarray, list[str]]:
    generator = np.random.default_rng(3)
    rows = generator.random((futures, parameters))
    return generator.normal(size=futures), rows, [f"p{i}" for i in range(parameters)]


def test_the_assumption_that_flips_the_sign_is_named() -> None:
    noise, rows, names = world()
    differences = 4.0 * (rows[:, 7] - 0.5) + 1.0 * (rows[:, 3] - 0.5) + noise
    assert named(differences, rows, names) == "p7"


def test_an_assumption_that_matters_but_does_not_flip_the_sign_is_not_named() -> None:
    noise, rows, names = world()
    assert named(4.0 * rows[:, 7] + 9.0 + 0.1 * noise, rows, names) is None


def test_pure_chance_names_no_assumption() -> None:
    count = 0
    for seed in range(100):
        generator = np.random.default_rng(seed)
        rows = generator.random((100, 40))
        count += named(generator.normal(size=100), rows, list(map(str, range(40)))) is not None
    assert count <= 12, "the level of 5 % holds over all assumptions together"


def test_assumptions_that_do_not_vary_decide_nothing() -> None:
    noise, rows, names = world()
    assert named(noise, np.ones_like(rows), names) is None


def test_undefined_futures_do_not_decide() -> None:
    noise, rows, names = world()
    differences = 4.0 * (rows[:, 7] - 0.5) + noise
    differences[::9] = np.nan
    assert named(differences, rows, names) == "p7"


def test_a_hinge_says_where_it_splits_and_what_each_side_brings() -> None:
    _, rows, names = world()
    differences = np.where(rows[:, 7] > np.median(rows[:, 7]), 3.0, -2.0)
    assert hinge(differences, rows, names) == Hinge("p7", float(np.median(rows[:, 7])), 3.0, -2.0)
