"""Tables: tidy, documented, and the same numbers as the findings."""

import numpy as np
import polars as pl
import pytest

from sim.experiment.compare import compare_in
from sim.experiment.outcomes import ACCOUNTS, HEADLINE, OUTCOMES, Unit
from sim.experiment.tables import BANDS, COLUMNS
from sim.experiment.tables.partners import band
from tests.experiment.toy import design, futures, setting

TRIED = (design("big", 2.0), design("small", 0.5))
RESULT = compare_in(setting(), design("today", 0.0), TRIED, futures(np.linspace(0.2, 2.0, 30)), 52)
ALONE = compare_in(setting(), design("today", 0.0), (), futures(np.linspace(0.2, 2.0, 30)), 5)


def rows(table: pl.DataFrame, **where: str) -> pl.DataFrame:
    return table.filter(*(pl.col(column) == value for column, value in where.items()))


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_documented_and_in_its_place(name: str) -> None:
    assert getattr(RESULT, name).columns == list(COLUMNS[name])


@pytest.mark.parametrize("name", COLUMNS)
def test_a_programme_alone_has_the_same_columns_of_the_same_kinds(name: str) -> None:
    assert getattr(ALONE, name).schema == getattr(RESULT, name).schema


@pytest.mark.parametrize("name", COLUMNS)
def test_what_is_undefined_is_null_and_never_nan(name: str) -> None:
    for table in (getattr(RESULT, name), getattr(ALONE, name)):
        assert not any(table[c].is_nan().any() for c in table.columns if table[c].dtype == pl.Float64)


def test_a_win_rate_without_deals_is_undefined() -> None:
    assert RESULT.runs["win_rate"].null_count() == 90


def test_runs_hold_every_future_of_every_design_once() -> None:
    runs = RESULT.runs
    assert runs.height == 90
    assert runs.select("design", "future").is_duplicated().sum() == 0
    wide = runs.pivot("design", index="future", values=HEADLINE)
    difference = RESULT.findings["big"][HEADLINE].difference
    assert (wide["big"] - wide["today"]).mean() == pytest.approx(difference.mean)


def test_the_cumulative_difference_ends_at_the_headline() -> None:
    last = rows(RESULT.weeks, design="big", outcome=HEADLINE).row(-1, named=True)
    difference = RESULT.findings["big"][HEADLINE].difference
    shares = ("mean", "p2_5", "p10", "p90", "p97_5")
    ends = [last[f"cumulative_{share}"] for share in shares]
    assert ends == pytest.approx([getattr(difference, share) for share in shares])


def test_weeks_hold_every_outcome_in_its_order() -> None:
    assert RESULT.weeks.height == 3 * len(OUTCOMES) * 52
    one = rows(RESULT.weeks, design="small", outcome="trust")
    assert one["mean"].to_list() == [0.5] * 52
    assert one["week"].to_list() == list(range(52))
    gain = rows(RESULT.weeks, design="small", outcome="revenue")["difference_mean"]
    np.testing.assert_allclose(gain, 0.5 * np.linspace(0.2, 2.0, 30).mean())


def test_weeks_add_up_amounts_and_nothing_else() -> None:
    summed = RESULT.weeks.filter(pl.col("cumulative_mean").is_not_null())["outcome"].unique().to_list()
    money = {outcome.name for outcome in OUTCOMES if outcome.unit is Unit.MONEY}
    assert set(summed) == money - {"going_rate", "rivals_sales"}, "no rival is named in this market"


def test_today_differs_from_itself_by_nothing_where_it_is_defined() -> None:
    today = rows(RESULT.weeks, design="today")
    assert set(rows(today, outcome="trust")["difference_p90"]) == {0.0}
    assert set(rows(today, outcome=HEADLINE)["cumulative_p2_5"]) == {0.0}
    assert set(rows(today, outcome="win_rate")["difference_mean"]) == {None}


def test_partners_show_yearly_means_and_who_gains() -> None:
    big = rows(RESULT.partners, design="big")
    np.testing.assert_allclose(big["profit_per_year_difference"], [0.0, 2.2, 4.4])
    assert big["band"].to_list() == ["same", "gains", "gains"]
    assert big["partner"].to_list() == ["P-0001", "P-0002", "P-0003"]


def test_bands_of_profit() -> None:
    level = np.array([100.0, 100.0, 100.0, 100.0, 100.0, -100.0, 0.0, 0.0])
    change = np.array([-10.1, -5.0, 0.0, 2.1, 11.0, -11.0, 5.0, 0.0])
    assert band(change, level) == [*BANDS, "loses much", "gains much", "same"]


def test_bands_count_every_partner_once_in_every_grouping() -> None:
    for tried in RESULT.designs:
        bands = rows(RESULT.bands, design=tried)
        counts = bands.group_by("grouping").agg(pl.col("partners").sum())
        assert dict(counts.iter_rows()) == {"all": 3, "segment": 3, "tier": 3, "size": 3}
        np.testing.assert_allclose(
            bands.group_by("grouping", "member").agg(pl.col("share").sum())["share"], 1
        )


def test_bands_agree_with_the_table_of_partners_and_tell_tiers_of_today() -> None:
    big = rows(RESULT.bands, design="big")
    found = {row[:3]: row[3] for row in big.select("grouping", "member", "band", "partners").iter_rows()}
    assert (found["all", "all", "same"], found["all", "all", "gains"]) == (1, 2)
    assert found["segment", "boutique", "gains"] == 2
    assert (found["tier", "registered", "same"], found["tier", "gold", "gains"]) == (1, 1)
    assert list(dict.fromkeys(big["band"])) == list(BANDS)


def test_costs_add_up_to_the_difference_in_net_contribution() -> None:
    for tried in RESULT.designs:
        costs = rows(RESULT.costs, design=tried)
        finding = RESULT.findings[tried][HEADLINE]
        assert costs["account"].to_list() == list(ACCOUNTS)
        assert costs["difference_mean"].sum() == pytest.approx(finding.difference.mean, abs=0.005)
        assert costs["today"].sum() == pytest.approx(finding.baseline_mean, abs=0.005)
        assert costs["amount"].sum() == pytest.approx(finding.design_mean, abs=0.005)


def test_a_cost_is_negative_as_in_net_contribution_and_has_its_range() -> None:
    rebate = rows(RESULT.costs, design="big", account="rebate").row(0, named=True)
    assert (rebate["today"], rebate["amount"], rebate["difference_mean"]) == (0.0, -104.0, -104.0)
    margin = rows(RESULT.costs, design="big", account="sales_margin").row(0, named=True)
    gains = 52 * 2.0 * np.linspace(0.2, 2.0, 30)
    assert margin["difference_p10"] == pytest.approx(np.quantile(gains, 0.1, method="weibull"))
    assert margin["difference_p90"] == pytest.approx(np.quantile(gains, 0.9, method="weibull"))


def test_a_quarter_is_whole_in_every_programme() -> None:
    whole = RESULT.profile.group_by("design", maintain_order=True).agg(pl.col("share_mean").sum())
    assert whole["design"].to_list() == ["today", "big", "small"]
    np.testing.assert_allclose(whole["share_mean"], 1.0)


def test_a_quarter_shows_the_weeks_in_which_it_is_bought() -> None:
    """The toy buys 13 in the last week of a quarter and 1 in every other."""
    shares = rows(RESULT.profile, design="today")
    assert shares["week_of_quarter"].to_list() == list(range(1, 14))
    np.testing.assert_allclose(shares["share_mean"], [0.04] * 12 + [0.52])
    last = RESULT.findings["big"]["last_week_share"].baseline_mean
    assert shares["share_mean"][-1] == pytest.approx(last)


def test_without_a_full_quarter_there_is_no_profile() -> None:
    assert ALONE.profile["share_mean"].null_count() == 13


def test_segments_add_up_to_the_partners() -> None:
    for measure in ("sales_list_per_year", "profit_per_year"):
        segments = rows(RESULT.segments, design="big", measure=measure)
        partners = rows(RESULT.partners, design="big").group_by("segment").agg(pl.col(measure).sum())
        assert segments["segment"].to_list() == ["reseller", "boutique"]
        expected = dict(partners.iter_rows())
        np.testing.assert_allclose(segments["mean"], [expected[name] for name in segments["segment"]])


def test_segments_have_ranges_over_futures() -> None:
    boutiques = rows(RESULT.segments, design="big", segment="boutique", measure="profit_per_year")
    gains = 2.0 * np.linspace(0.2, 2.0, 30) * 3.0
    row = boutiques.row(0, named=True)
    assert row["today_mean"] == pytest.approx(200.0)
    found = [row[f"difference_{share}"] for share in ("mean", "p10", "p90")]
    assert found == pytest.approx(
        [gains.mean(), np.quantile(gains, 0.1, method="weibull"), np.quantile(gains, 0.9, method="weibull")]
    )


def test_effort_is_counted_while_partners_sell_and_activity_over_all_weeks() -> None:
    """The toy's partners sell in 13 of 52 weeks with a tenth of their time, or a fifth at size 2."""
    levels = {
        measure: rows(RESULT.segments, design="big", segment="boutique", measure=measure).row(0, named=True)
        for measure in ("effort_share", "active_share")
    }
    assert levels["effort_share"]["today_mean"] == pytest.approx(0.1)
    assert levels["effort_share"]["difference_mean"] == pytest.approx(0.1)
    assert levels["active_share"]["mean"] == pytest.approx(0.25)
