"""Runs over chunks and threads: same result, told progress, stopped when asked."""

import threading

import numpy as np
import pytest

from sim.experiment.errors import Cancelled
from sim.experiment.measured import Measured, _by_segment
from sim.experiment.outcomes import ACCOUNTS, HEADLINE, OUTCOMES
from sim.experiment.running import measure
from sim.schema.market import SEGMENTS
from tests.experiment.toy import COLUMNS, TOTALS, Toy, ToyRun, design, futures

PLACES = {outcome.name: place for place, outcome in enumerate(OUTCOMES)}
DESIGNS = (design("today", 0.0), design("big", 2.0))


def run(batches: int = 1, threads: int = 2, count: int = 43, **options: object) -> list[Measured]:
    drawn = futures(np.linspace(0.1, 3.0, count))
    return measure(Toy(), DESIGNS, drawn, 40, batches=batches, threads=threads, **options)  # type: ignore[arg-type]


def same(one: Measured, other: Measured) -> bool:
    return all(
        np.array_equal(a, b, equal_nan=True)
        for a, b in zip(vars(one).values(), vars(other).values(), strict=True)
    )


@pytest.mark.parametrize(("batches", "threads"), [(1, 1), (1, 5), (2, 2), (3, 1), (10, 3)])
def test_results_do_not_depend_on_chunks_or_threads(batches: int, threads: int) -> None:
    assert all(map(same, run(batches, threads), run()))


def test_futures_keep_their_order() -> None:
    today, big = run(batches=2)
    gains = (big.values - today.values)[:, PLACES[HEADLINE]]
    np.testing.assert_allclose(gains, 40 * 2.0 * (np.linspace(0.1, 3.0, 43) - 1.0), atol=1e-6)


def test_the_first_futures_of_many_give_the_values_of_few() -> None:
    drawn = futures(np.linspace(0.1, 3.0, 43))
    few = measure(Toy(), DESIGNS, drawn.part(0, 9), 40)
    assert np.array_equal(few[1].values, run()[1].values[:9], equal_nan=True)


def test_accounts_add_up_to_the_headline() -> None:
    one = run()[1]
    assert one.accounts.shape == (43, len(ACCOUNTS))
    np.testing.assert_allclose(one.accounts.sum(axis=1), one.values[:, PLACES[HEADLINE]], rtol=1e-12)


def test_partners_are_means_over_futures() -> None:
    profit = run()[1].partners[:, 1]
    np.testing.assert_allclose(profit, 100.0 + 2.0 * np.linspace(0.1, 3.0, 43).mean() * np.arange(3))


def test_segments_are_sums_over_their_partners_future_by_future() -> None:
    one = run()[1]
    reseller, boutique = SEGMENTS.index("reseller"), SEGMENTS.index("boutique")
    gain = 2.0 * np.linspace(0.1, 3.0, 43)
    np.testing.assert_allclose(one.segments[:, reseller, TOTALS["profit"]], 100.0)
    np.testing.assert_allclose(one.segments[:, boutique, TOTALS["profit"]], 200.0 + gain * 3.0)
    assert not one.segments[:, SEGMENTS.index("large_integrator")].any()
    np.testing.assert_allclose(one.segments.sum(axis=1).mean(axis=0), one.partners.sum(axis=0))


def test_segments_are_told_apart_whatever_the_order_of_the_partners() -> None:
    partner = np.random.default_rng(1).normal(size=(4, 50, 3))
    segment = np.random.default_rng(2).choice([0, 1, 3], size=50)
    sums = _by_segment(partner, segment)
    for kind in range(len(SEGMENTS)):
        np.testing.assert_allclose(sums[:, kind], partner[:, segment == kind].sum(axis=1), atol=1e-12)
    assert np.array_equal(_by_segment(partner[2:3], segment)[0], sums[2]), "to the bit, alone or among others"


def test_progress_is_told_in_the_callers_thread_and_ends_with_all() -> None:
    told: list[tuple[int, int, int]] = []
    run(progress=lambda done, total: told.append((done, total, threading.get_ident())))
    assert [entry[:2] for entry in told] == [(min(done, 43), 43) for done in range(5, 48, 5)]
    assert {entry[2] for entry in told} == {threading.get_ident()}


def test_a_wish_to_stop_stops() -> None:
    stop = threading.Event()
    with pytest.raises(Cancelled):
        run(threads=1, progress=lambda _done, _total: stop.set(), cancel=stop.is_set)


def test_a_wish_to_stop_is_heard_between_designs() -> None:
    toy = Toy()
    with pytest.raises(Cancelled):
        measure(toy, DESIGNS, futures([1.0, 2.0]), 40, cancel=lambda: toy.runs > 0)
    assert toy.runs == 2, "the first design ran, the second did not"


def test_undefined_numbers_of_a_run_are_a_fault_and_named() -> None:
    class Leaky(Toy):
        def run(self, *asked: object) -> ToyRun:  # type: ignore[override]
            made = super().run(*asked)  # type: ignore[arg-type]
            made.weekly[0, 3, COLUMNS["rebate_cost"]] = np.nan
            return made

    with pytest.raises(ArithmeticError, match="rebate_cost"):
        measure(Leaky(), DESIGNS, futures([1.0, 2.0]), 40)


def test_a_fault_in_a_run_is_not_swallowed() -> None:
    class Broken(Toy):
        def run(self, *_arguments: object) -> None:  # type: ignore[override]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        measure(Broken(), DESIGNS, futures([1.0, 2.0]), 40)
