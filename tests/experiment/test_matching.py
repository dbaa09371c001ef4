"""A table is matched once, and its partners are those that the experiment runs with."""

import datetime as dt

import numpy as np
import polars as pl
import pytest

import sim
from sim.experiment import matching
from sim.experiment.cache import Cache
from sim.experiment.matching import futures_of, matched
from sim.experiment.setting import prepare
from sim.intake.columns import guess_columns
from sim.intake.loading import build_table
from sim.intake.match import Match
from sim.intake.measures import Row
from sim.population.building import from_market

MARKET, TODAY = sim.load_market("baseline"), sim.load_programme("retro-volume")
ROWS = (Row("total", 100.0, 101.0, 0.01, 0.02), Row("held_out.total", 25.0, 20.0, 0.2, None))


@pytest.fixture
def table():
    weeks = [dt.date(2023, 1, 2) + dt.timedelta(weeks=w) for w in range(60) for _ in "AB"]
    frame = pl.DataFrame({"partner": ["A", "B"] * 60, "week": weeks, "revenue": [9e3, 5e3] * 60})
    return build_table(frame, guess_columns(frame))[0]


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Stand-in for the match, and a list that grows with every match solved."""
    calls: list[int] = []

    def solve(table, market, _today, futures) -> Match:
        calls.append(len(futures.rows))
        return Match(from_market(market), ROWS, ("a note",), 3)

    monkeypatch.setattr(matching, "match_table", solve)
    monkeypatch.setattr(matching, "_KEPT", {})
    return calls


def same(one: Match, two: Match) -> bool:
    pairs = zip(one.partners.facts, two.partners.facts, strict=True)
    facts = all(np.array_equal(a, b) for a, b in pairs)
    names = one.partners.names == two.partners.names
    rest = (one.report, one.warnings, one.rounds) == (two.report, two.warnings, two.rounds)
    places = np.array_equal(one.partners.territory, two.partners.territory)
    return facts and names and rest and places and np.array_equal(one.partners.segment, two.partners.segment)


def test_a_table_is_matched_once_per_programme(table, solved) -> None:
    first = matched(table, MARKET, TODAY)
    assert matched(table, MARKET, TODAY) is first
    assert len(solved) == 1
    matched(table, MARKET, sim.load_programme("flat-margin"))
    assert len(solved) == 2


def test_the_memory_forgets_the_oldest(table, solved, monkeypatch) -> None:
    monkeypatch.setattr(matching, "MOST_KEPT", 1)
    for name in ("retro-volume", "flat-margin", "retro-volume"):
        matched(table, MARKET, sim.load_programme(name))
    assert len(solved) == 3


def test_a_match_kept_on_disk_comes_back_whole(table, solved, tmp_path, monkeypatch) -> None:
    first = matched(table, MARKET, TODAY, Cache(tmp_path))
    monkeypatch.setattr(matching, "_KEPT", {})
    again = matched(table, MARKET, TODAY, Cache(tmp_path))
    assert len(solved) == 1
    assert again is not first
    assert same(again, first)


def test_nothing_of_a_table_is_written_unasked(table, solved, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PARTNERLAB_CACHE", str(tmp_path))
    matched(table, MARKET, TODAY)
    assert not list(tmp_path.rglob("*.npz"))


def test_an_experiment_with_a_table_runs_with_the_matched_partners(table, solved) -> None:
    setting = prepare(TODAY, MARKET, table)
    assert setting.is_private
    assert setting.warnings == ("a note",)
    assert len(setting.roster.ids) == from_market(MARKET).size
    assert solved == [len(futures_of(2).rows)]


def test_fewer_partners_take_more_futures() -> None:
    assert [len(futures_of(partners).rows) for partners in (2, 200, 100_000)] == [128, 50, 12]
