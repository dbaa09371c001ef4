"""What must not matter does not: company of other futures, threads, other partners, the order of a list."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from sim.engine.layout import State
from sim.engine.run import Engine, Week0
from sim.population.building import Firms, assemble, draw_firms
from tests.engine.small import TODAY, columns, futures, same, small_market, unequal, unequal_state, variant

NEW = variant("incremental-growth", rewards__growth_share=0.05)


def whole(engine: Engine, drawn, weeks: int = 20):
    return engine.run(engine.week0(drawn), NEW, drawn, weeks)


def joined(runs) -> list[np.ndarray]:
    """Arrays of several runs as one run would hold them."""
    ends = [[getattr(run.end, name) for run in runs] for name in vars(runs[0].end)]
    return [
        np.concatenate(parts)
        for parts in ([run.weekly for run in runs], [run.partner for run in runs], *ends)
    ]


def test_futures_one_by_one_are_futures_together(few: Engine) -> None:
    drawn = futures(5)
    together, alone = whole(few, drawn), [whole(few, drawn.part(i, i + 1)) for i in range(5)]
    assert all(map(same, joined([together]), joined(alone)))


def test_threads_and_chunks_change_nothing(few: Engine) -> None:
    drawn = futures(6)
    chunks = [drawn.part(0, 1), drawn.part(1, 4), drawn.part(4, 6)]
    with ThreadPoolExecutor(3) as pool:
        parallel = list(pool.map(lambda part: whole(few, part), chunks))
    assert all(map(same, joined([whole(few, drawn)]), joined(parallel)))


def test_the_first_futures_of_many_are_the_futures_of_few(few: Engine) -> None:
    many, some = whole(few, futures(5)), whole(few, futures(2))
    assert same(many.weekly[:2], some.weekly)
    assert same(many.end.state[:2], some.end.state)


# What couples partners: territories that are worked too hard, the load of partner managers, and the mean
# reference levels that silent partners take from the active ones of their segment. The first is off where the
# intensity is next to nothing, the second where contacts are as reliable and as good at any load; the third
# cannot reach other segments, and the added partner is the only one of its own.
UNCOUPLED = {"intensity_reference": 0.0, "comfortable_load": 1e9, "quality_dilution": 0.0}


@pytest.mark.parametrize(("counts", "added"), [((3, 10, 12, 1), -1), ((1, 10, 12, 4), 0)])
def test_another_partner_leaves_all_paths_equal(counts: tuple[int, ...], added: int) -> None:
    market = small_market(*counts)
    firms = draw_firms(market, seed=1)
    others = np.delete(np.arange(len(firms.ids)), added)
    drawn = futures(2, **UNCOUPLED)
    with_it = whole(Engine(market, TODAY, assemble(market, firms)), drawn)
    without = whole(Engine(market, TODAY, assemble(market, chosen(firms, others))), drawn)
    more = columns(with_it.end.state, len(firms.ids), State)
    fewer = columns(without.end.state, len(others), State)
    assert [name for name in State._fields if not same(more[name][:, others], fewer[name])] == []
    assert np.sum(fewer["total_won"]) > 0


def test_coupled_partners_do_feel_another_one() -> None:
    market = small_market(3, 10, 12, 1)
    firms = draw_firms(market, seed=1)
    drawn, others = futures(1), np.arange(len(firms.ids) - 1)
    with_it = whole(Engine(market, TODAY, assemble(market, firms)), drawn)
    without = whole(Engine(market, TODAY, assemble(market, chosen(firms, others))), drawn)
    assert not same(with_it.partner[:, others], without.partner)


def chosen(firms: Firms, places: np.ndarray) -> Firms:
    return Firms(*(column[places] for column in firms))


def test_the_order_in_which_firms_are_listed_changes_nothing() -> None:
    market, drawn = small_market(2, 8, 9, 6), futures(1)
    firms = draw_firms(market, seed=1)
    shuffled = chosen(firms, np.random.default_rng(5).permutation(len(firms.ids)))
    one, other = (Engine(market, TODAY, assemble(market, listed)) for listed in (firms, shuffled))
    assert unequal(whole(one, drawn), whole(other, drawn), len(firms.ids)) == []


def test_week0_is_left_as_it_was(few: Engine, start: Week0, two_futures) -> None:
    before = Week0(*(array.copy() for array in vars(start).values()))
    few.run(start, NEW, two_futures, 8)
    assert unequal_state(before, start, few.partners.size) == []
