"""A bench gives what a comparison gives, and runs nothing twice."""

import threading

import numpy as np
import pytest

import sim
from sim.experiment import bench as benching
from sim.experiment.bench import MOST_DESIGNS_KEPT, PREVIEW_FUTURES, Bench
from sim.experiment.compare import compare_in
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.errors import Cancelled, RequestError
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from tests.experiment.toy import Toy, programme, setting

TODAY = programme("today", 0.0)
BIG = Design(programme("big", 2.0))
REQUEST = Request(weeks=30, futures=43)


def bench(toy: Toy | None = None, request: Request = REQUEST) -> Bench:
    return Bench(setting(toy), TODAY, request)


def same(one: Comparison, other: Comparison) -> bool:
    measured = zip(one.measured.values(), other.measured.values(), strict=True)
    pairs = [pair for a, b in measured for pair in zip(vars(a).values(), vars(b).values(), strict=True)]
    return one.to_json() == other.to_json() and all(np.array_equal(*pair, equal_nan=True) for pair in pairs)


@pytest.mark.parametrize("count", [PREVIEW_FUTURES, 43])
def test_it_gives_what_a_comparison_of_as_many_futures_gives(count: int) -> None:
    drawn = Request(30, count).draw()
    expected = compare_in(setting(), Design(TODAY), (BIG,), drawn, 30)
    warm = bench()
    found = warm.preview((BIG,)) if count == PREVIEW_FUTURES else warm.whole((BIG,))
    assert same(found, expected)
    assert same(warm.whole((BIG,)), bench().whole((BIG,))), "what was kept and what was run"


def test_in_the_real_market_it_gives_what_compare_gives() -> None:
    today = sim.load_programme("retro-volume")
    larger = sim.changed(today, {"rebate.size": 2.0, "name": "larger"})
    warm = Bench(prepare(today, "baseline"), today, Request(weeks=14, futures=22))
    assert same(
        warm.preview((Design(larger),)),
        sim.compare(today, larger, weeks=14, futures=PREVIEW_FUTURES, cache=False),
    )
    assert same(warm.whole((Design(larger),)), sim.compare(today, larger, weeks=14, futures=22, cache=False))


def test_a_request_for_few_futures_is_previewed_in_all_of_them() -> None:
    small = bench(request=Request(weeks=30, futures=5))
    assert same(small.preview((BIG,)), small.whole((BIG,)))
    assert "5 futures have no 80 % range" in small.preview((BIG,)).warnings[0]


def test_moving_a_lever_runs_the_new_design_alone_and_going_back_runs_nothing() -> None:
    toy = Toy()
    few = PREVIEW_FUTURES
    warm = bench(toy)
    assert (toy.starts, toy.runs) == (few, few), "week 0 and today's programme for the first picture"
    warm.preview((BIG,))
    warm.preview((Design(programme("bigger", 3.0)),))
    warm.preview((Design(programme("back again", 2.0)),))
    assert (toy.starts, toy.runs) == (few, 3 * few)
    warm.whole((BIG,))
    assert (toy.starts, toy.runs) == (43, 3 * few + 2 * (43 - few))
    warm.whole((BIG,))
    assert (toy.starts, toy.runs) == (43, 3 * few + 2 * (43 - few))


def test_a_design_that_starts_later_is_another_design() -> None:
    warm = bench()
    late = Design(BIG.programme, 7)
    warm.preview((BIG,))
    assert same(warm.preview((late,)), bench().preview((late,)))


def test_the_designs_asked_for_longest_ago_are_forgotten_and_today_never() -> None:
    toy = Toy()
    warm = bench(toy)
    last = MOST_DESIGNS_KEPT  # with today's programme one more than are kept
    for size in range(1, last + 1):
        warm.preview((Design(programme("other", size / 4.0)),))
    runs = toy.runs
    warm.preview((Design(programme("other", last / 4.0)),))
    assert toy.runs == runs
    warm.preview((Design(programme("other", 0.25)),))
    assert toy.runs == runs + PREVIEW_FUTURES, "the first design runs again, today's programme does not"


def test_futures_beyond_the_bound_are_run_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    toy = Toy()
    monkeypatch.setattr(benching, "MOST_KEPT", 3 * 20)
    warm = bench(toy)
    first = warm.whole((BIG,))
    starts, runs = toy.starts, toy.runs
    assert same(warm.whole((BIG,)), first)
    assert (toy.starts - starts, toy.runs - runs) == (23, 2 * 23)


def test_named_rivals_count_in_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    toy = Toy()
    toy.vendors = 2
    monkeypatch.setattr(benching, "MOST_KEPT", 2 * 3 * 20)
    warm = bench(toy)
    warm.whole((BIG,))
    starts = toy.starts
    warm.whole((BIG,))
    assert toy.starts - starts == 23


def test_progress_may_stop_it_and_what_was_done_is_kept() -> None:
    class StopError(BaseException):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    toy = Toy()
    warm = bench(toy)
    with pytest.raises(StopError):
        warm.whole((BIG,), progress=stop)
    assert same(warm.whole((BIG,)), bench().whole((BIG,)))
    assert toy.runs == 2 * 43


def test_a_wish_to_stop_stops() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        bench().whole((BIG,), cancel=stop)


def test_sessions_share_a_bench() -> None:
    warm = bench()
    designs = [Design(programme("other", 1.0 + size % 3)) for size in range(12)]
    found: dict[int, Comparison] = {}
    threads = [
        threading.Thread(target=lambda n=n, d=d: found.update({n: warm.whole((d,))}))
        for n, d in enumerate(designs)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(found[n], bench().whole((designs[n],))) for n in range(12))


def test_more_than_seven_designs_are_refused() -> None:
    with pytest.raises(RequestError):
        bench().preview([BIG] * 8)
