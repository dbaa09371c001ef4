"""The deal that a partner will tell of is one that it really lost, and that it does not lose today."""

import polars as pl
import pytest

import sim
from sim.engine.ledger import CHECKING, Row, ledger_of
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.hits import hits_of
from sim.experiment.explain.petition import petition
from sim.experiment.request import Request
from sim.experiment.setting import prepare

WEAK = sim.load_programme("weak-rules")
MORE = Design(sim.changed(WEAK, {"name": "more", "direct.coverage": 1.5 * WEAK.direct.coverage}))
FUTURES = 2


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(prepare(WEAK, "baseline"), WEAK, Request(weeks=26, futures=FUTURES))


def taken(bench: Bench, design: Design) -> list[tuple[int, Row]]:
    """Deals taken by direct sales: future and row of the conflict ledger."""
    futures, simulation = bench.futures(FUTURES), bench.setting.simulation
    run = simulation.run(bench.week0(futures), design, futures, bench.weeks, with_ledger=True)
    cases = ((futures.rows[place], futures.seed, int(futures.luck_ids[place])) for place in range(FUTURES))
    found = [
        ledger_of(one, simulation.partners, design.programme, case)
        for one, case in zip(run.ledger, cases, strict=True)
    ]
    return [
        (place, row)
        for place, rows in enumerate(found)
        for row in rows
        if row.taken and row.prevented_by != CHECKING
    ]


def test_the_dearest_deal_that_only_the_design_loses_is_told(bench: Bench) -> None:
    before = {(future, row.partner, row.offer, row.number) for future, row in taken(bench, bench.today)}
    own: dict[str, list[tuple[int, Row]]] = {}
    ids = dict(zip(bench.setting.simulation.partners.ids.tolist(), bench.setting.roster.ids, strict=True))
    for future, row in taken(bench, MORE):
        if (future, row.partner, row.offer, row.number) not in before:
            own.setdefault(ids[row.partner], []).append((future, row))
    hits = hits_of(bench, MORE, bench.futures(FUTURES))
    assert set(hits["partner"]) == set(own)
    assert len(own) > 5
    for hit in hits.iter_rows(named=True):
        _, dearest = max(own[hit["partner"]], key=lambda one: one[1].value_list)
        assert (hit["hit_list"], hit["hit_week"]) == (dearest.value_list, dearest.week)
        assert hit["hit"] == ("broken" if dearest.registered else "taken")
        assert hit["hit_futures"] == len({future for future, _ in own[hit["partner"]]})


def test_what_is_lost_today_too_is_no_reason(bench: Bench) -> None:
    assert taken(bench, bench.today)
    assert hits_of(bench, bench.today, bench.futures(FUTURES)).is_empty()


def test_a_complaint_names_the_deal_of_its_own_partner(bench: Bench) -> None:
    result, hits = bench.preview([MORE]), hits_of(bench, MORE, bench.futures(FUTURES))
    listed = petition(result, "more", hits=hits, most=1000)
    known = listed.drop_nulls("hit").select(hits.columns)
    assert known.height > 0
    assert known.sort("partner").equals(hits.filter(pl.col("partner").is_in(known["partner"].to_list())))
