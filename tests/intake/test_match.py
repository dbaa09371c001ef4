"""A matched population sells what its table says, and says so where it does not."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from sim.engine.layout import W
from sim.engine.run import PARTNER_TOTALS, Engine
from sim.experiment.futures import behaviour_doubts, draw_futures
from sim.intake import match as matching
from sim.intake.columns import guess_columns
from sim.intake.loading import build_table
from sim.intake.market import TableStart, from_table
from sim.intake.match import Match, match_table
from sim.intake.measures import hold_out, judge
from sim.intake.staying import settle, starting_odds
from sim.intake.table import PartnerTable
from sim.intake.telling import on_match
from sim.intake.trial import Trial, bundled, quarters_active, simulate_year, window_edges
from sim.population.building import comeback_rate
from sim.schema.loading import load_market, load_programme

MARKET, TODAY = load_market("baseline"), load_programme("retro-volume")
PARTNERS, SILENT = 120, 6
FUTURES = draw_futures(behaviour_doubts(), 32, 1)


def generated(last_quarter: float = 1.0) -> PartnerTable:
    """Two years of orders in good and bad quarters, partners small and large; the last sold early only."""
    chance = np.random.default_rng(5)
    orders_per_year = np.exp(chance.normal(2.2, 0.8, PARTNERS))
    sizes = np.exp(chance.normal(9.0, 0.6, PARTNERS))
    moods = np.repeat(chance.gamma(6.0, 1.0 / 6.0, (PARTNERS, 8)), 13, axis=1)
    weeks = chance.poisson(orders_per_year[:, None] / 52 * moods, (PARTNERS, 104))
    sales = np.where(weeks > 0, sizes[:, None] * np.exp(0.7 * chance.standard_normal(weeks.shape)), 0.0)
    sales[-SILENT:, 30:] = 0.0
    sales[:-SILENT, 91:] *= last_quarter
    sales[0, [0, 103]] = 5_000.0
    sales[-SILENT:, 3] = 7_000.0
    partner, week = np.nonzero(sales)
    frame = pl.DataFrame(
        {
            "partner": [f"firm {p:03d}" for p in partner],
            "week": [dt.date(2023, 1, 2) + dt.timedelta(weeks=int(w)) for w in week],
            "revenue": sales[partner, week],
        }
    )
    return build_table(frame, guess_columns(frame))[0]


@pytest.fixture(scope="module")
def table() -> PartnerTable:
    return generated()


@pytest.fixture(scope="module")
def match(table: PartnerTable) -> Match:
    return match_table(table, MARKET, TODAY, FUTURES)


def test_the_first_simulated_year_meets_the_table(match: Match) -> None:
    gated = {row.measure for row in match.report if row.allowed is not None}
    assert {"total", "rank", "top", "gini", "activity", "sizes"} <= gated
    assert any(measure.startswith("segment.") for measure in gated)
    assert match.met, [row for row in match.report if not row.met]


def test_reach_makes_up_for_deals_that_start_too_few(table: PartnerTable, monkeypatch) -> None:
    def halved(*given) -> TableStart:
        start = from_table(*given)
        return replace(start, partners=start.partners.scaled(np.full(PARTNERS, 0.5)))

    monkeypatch.setattr(matching, "from_table", halved)
    report = match_table(table, MARKET, TODAY, FUTURES).report
    sums = {row.measure.partition(".")[0] for row in report if not row.met}
    assert not {"total", "segment", "rank", "top", "gini"} & sums


def test_a_match_tells_what_it_found_after_what_the_table_could_not_tell(
    table: PartnerTable, match: Match
) -> None:
    told = from_table(table, MARKET, TODAY).warnings
    assert match.warnings[: len(told)] == told
    assert match.warnings[len(told)].startswith("First simulated year under today's programme")
    assert match.warnings[-1].startswith("The last quarter was held out")


def test_what_is_allowed_is_what_is_promised(match: Match) -> None:
    allowed = {row.measure.partition(".")[0]: row.allowed for row in match.report if row.allowed is not None}
    sums, shapes = {"total": 0.02, "segment": 0.05}, {"top": 0.03, "gini": 0.03, "activity": 0.03}
    assert allowed == {**sums, **shapes, "rank": 0.1, "sizes": 0.05}


def test_the_report_is_that_of_the_partners_handed_over(table: PartnerTable, match: Match) -> None:
    trial = simulate_year(MARKET, TODAY, match.partners, FUTURES)
    sold = {row.measure: row.simulated for row in match.report}
    assert sold["total"] == pytest.approx(trial.yearly.mean(axis=0).sum())


def test_silent_partners_have_no_reach_and_never_sell(table: PartnerTable, match: Match) -> None:
    silent = table.yearly_sales() == 0.0
    facts = match.partners.facts
    assert SILENT <= silent.sum() < 2 * SILENT
    assert np.all(facts.wins_p[silent] + facts.wins_s[silent] == 0.0)
    engine = Engine(MARKET, TODAY, match.partners)
    run = engine.run(engine.week0(FUTURES), TODAY, FUTURES, 26, with_sales=True)
    assert not run.sales[:, :, :, silent].any()
    assert run.sales[:, :, :, ~silent].any()
    assert not run.partner[:, silent, PARTNER_TOTALS.index("end_willing")].any(), "nobody is ready to sell"
    assert np.isfinite(run.weekly).all()
    assert np.isfinite(run.partner).all()


def test_recorded_sales_are_those_of_the_weekly_sums(match: Match) -> None:
    engine = Engine(MARKET, TODAY, match.partners)
    start = engine.week0(FUTURES)
    plain, recorded = (engine.run(start, TODAY, FUTURES, 13, with_sales=asked) for asked in (False, True))
    assert plain.sales.size == 0
    assert np.array_equal(plain.weekly, recorded.weekly)
    assert recorded.sales[:, :, 0].sum(axis=2) == pytest.approx(recorded.weekly[:, :, W.bought_list])
    assert recorded.sales[:, :, 1].sum(axis=2) == pytest.approx(recorded.weekly[:, :, W.won])


def test_the_quarter_held_out_moves_its_own_rows_only(match: Match) -> None:
    other = match_table(generated(last_quarter=3.0), MARKET, TODAY, FUTURES)
    for one, two in zip(other.partners.facts, match.partners.facts, strict=True):
        assert np.array_equal(one, two)
    rows, others = ({row.measure: row for row in each.report} for each in (match, other))
    assert others["held_out.total"].table > 2.0 * rows["held_out.total"].table
    assert all(others[name] == rows[name] for name in rows if not name.startswith("held_out"))
    assert all(row.allowed is None for name, row in rows.items() if name.startswith("held_out"))


def test_a_short_table_holds_nothing_out(table: PartnerTable, match: Match) -> None:
    trial = simulate_year(MARKET, TODAY, match.partners, FUTURES)
    grid = table.grid._replace(weeks=38)
    short = replace(table, grid=grid, revenue=table.revenue[:, :38], orders=table.orders[:, :38])
    assert hold_out(short, trial, TODAY.front) == ()
    assert len(hold_out(table, trial, TODAY.front)) == 3


def test_threads_change_nothing(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    several = simulate_year(MARKET, TODAY, match.partners, FUTURES)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone = simulate_year(MARKET, TODAY, match.partners, FUTURES)
    assert np.array_equal(several.sales, alone.sales)
    assert np.array_equal(several.selling, alone.selling)


def twins(table: PartnerTable, factor: float) -> Trial:
    """A trial in which every partner sells its target times a factor, spread like the table's own weeks."""
    start = from_table(table, MARKET, TODAY)
    year = np.maximum(table.revenue[:, table.year], 0.0)
    discount = np.asarray(TODAY.front.discount_share)[start.partners.facts.start_tier.astype(int)]
    weekly = factor * year.T / (1.0 - discount)
    orders = table.orders[:, table.year].T
    return Trial(np.stack([weekly, weekly]), np.stack([orders, orders]), np.ones(len(table.ids)))


def test_a_simulation_equal_to_the_table_deviates_nowhere(table: PartnerTable) -> None:
    rows = judge(table, from_table(table, MARKET, TODAY), twins(table, 1.0), TODAY.front)
    assert max(row.deviation for row in rows) == pytest.approx(0.0, abs=0.002)


def test_twice_the_sales_miss_the_sums_and_sizes_but_not_the_shape(table: PartnerTable) -> None:
    rows = judge(table, from_table(table, MARKET, TODAY), twins(table, 2.0), TODAY.front)
    missed = {row.measure.partition(".")[0] for row in rows if not row.met}
    assert missed == {"total", "segment", "sizes"}
    assert next(row for row in rows if row.measure == "total").deviation == pytest.approx(1.0)


def test_several_orders_of_a_week_count_by_their_mean(table: PartnerTable) -> None:
    orders = table.order_list
    threefold = orders._replace(number=3.0 * orders.number, value=orders.value / 3.0)
    busy = replace(table, orders=3.0 * table.orders, order_list=threefold)
    rows = judge(busy, from_table(busy, MARKET, TODAY), twins(busy, 1.0), TODAY.front)
    assert next(row for row in rows if row.measure == "sizes").deviation == pytest.approx(0.0, abs=0.002)


def test_what_is_missed_is_said(table: PartnerTable) -> None:
    rows = judge(table, from_table(table, MARKET, TODAY), twins(table, 2.0), TODAY.front)
    said = on_match(rows, 0.9, 0.0)
    assert sum("misses the table" in sentence for sentence in said) == sum(not row.met for row in rows)
    assert any("sales of all partners" in sentence for sentence in said)
    fine = judge(table, from_table(table, MARKET, TODAY), twins(table, 1.0), TODAY.front)
    assert not any("misses" in sentence for sentence in on_match(fine, 0.9, 0.0))


def test_rates_give_the_odds_and_move_by_one_factor(table: PartnerTable) -> None:
    start = from_table(table, MARKET, TODAY)
    sold = start.sales_list > 0.0
    usual = start.partners.facts
    one, two = (settle(start.partners, MARKET, start.sales_list, odds).facts for odds in (5.0, 20.0))
    assert np.all(usual.dormancy[sold] > one.dormancy[sold])
    assert one.dormancy[sold] / two.dormancy[sold] == pytest.approx(2.0)
    back = [comeback_rate(float(rate)) for rate in 20.0 * two.dormancy[sold]]
    assert two.comeback[sold] == pytest.approx(back)
    assert not one.comeback[~sold].any()
    assert starting_odds(start.partners, start.sales_list) > 1.0


def test_windows_end_with_the_year_and_keep_sums() -> None:
    weekly = np.arange(52.0)[None, :, None] * np.ones((2, 52, 3))
    for rhythm, windows in ((13, 4), (26, 2), (8, 6), (1, 52)):
        edges = window_edges(rhythm, monthly=False)
        assert edges[-1] == 52
        assert bundled(weekly[:, edges[0] :], edges - edges[0]).shape == (2, windows, 3)
        assert bundled(weekly, edges).sum() == weekly[:, edges[0] :].sum()
    assert np.diff(window_edges(1, monthly=True)).tolist() == [4, 5, 4] * 4


def test_orders_of_a_rhythm_fall_on_the_ends_of_its_windows() -> None:
    sales = np.zeros((1, 52, 2))
    sales[0, [1, 30], 0] = 1.0
    trial = Trial(sales, sales, np.ones(2))
    assert quarters_active(trial, window_edges(1, monthly=False)).tolist() == [0.5, 0.0]
    assert quarters_active(trial, window_edges(26, monthly=False)).tolist() == [0.5, 0.0]
    sales[0, [5, 13], 1] = 1.0
    assert quarters_active(trial, window_edges(8, monthly=False)).tolist() == [0.25, 0.5]
    sales[0, [5, 13], 1] = 0.0
    sales[0, 14, 0] = 1.0
    assert quarters_active(trial, window_edges(1, monthly=False)).tolist() == [0.75, 0.0]
    assert quarters_active(trial, window_edges(26, monthly=False)).tolist() == [0.5, 0.0]
