"""The other pictures draw the tables as they are: figures, order, sums, names."""

import itertools
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from sim.charts.bands import bands
from sim.charts.costs import costs
from sim.charts.fans import TOGETHER, fans
from sim.charts.intervals import intervals
from sim.charts.lines import lines
from sim.charts.lorenz import lorenz
from sim.charts.payout import payout
from sim.charts.quarter import quarter
from sim.charts.segments import segments
from sim.experiment.outcomes import ACCOUNTS, HEADLINE
from sim.experiment.verdict import Verdict
from sim.text.numbers import money, share
from tests.charts.toys import compared, with_rebates

STEPS = ({"from_target": 0.8, "rate_share": 0.02}, {"from_target": 1.25, "rate_share": 0.06})
RETRO = {"shape": "retroactive", "steps": STEPS}
SLICES = {"shape": "incremental", "steps": STEPS}
FLAT = {"shape": "flat", "steps": ({"from_target": 0.0, "rate_share": 0.03},)}


def column(picture, name):
    return picture.data[name].drop_nulls().to_list()


def test_lines_show_today_and_designs_by_role_and_name_their_ends():
    comparison = compared(1.0, 2.0, response=2.0)
    picture = lines(comparison, comparison.designs, "active_partners")
    assert set(column(picture, "role")) == {"today", "B", "C"}
    assert column(picture, "end_text") == ["Today B C"], "all three keep their partners"
    means = comparison.weeks.filter((pl.col("design") == "one") & (pl.col("outcome") == "active_partners"))
    drawn = picture.data.filter(pl.col("role") == "B")["value"]
    assert drawn.to_list() == pytest.approx(means["mean"].to_list())


def test_sums_are_drawn_as_the_mean_of_the_last_quarter():
    comparison = compared(2.0, response=2.0)
    picture = lines(comparison, comparison.designs, "revenue")
    weeks = comparison.weeks.filter((pl.col("design") == "one") & (pl.col("outcome") == "revenue"))
    drawn = picture.data.filter(pl.col("role") == "B")["value"]
    assert drawn[12] == pytest.approx(weeks["mean"][:13].mean(), rel=1e-5)
    assert drawn[:12].null_count() == 12
    assert column(picture, "end_text") == ["Today", "B"]


def test_a_band_is_drawn_for_a_single_design_around_today_and_its_difference():
    comparison = compared(2.0, 3.0)
    single, several = (lines(comparison, names, "trust") for names in (("one",), ("one", "two")))
    band = single.data.filter(pl.col("role") == "B")
    assert band["low"].null_count() == 0
    assert single.data.filter(pl.col("role") == "today")["low"].null_count() == 104
    assert column(several, "low") == []
    today = comparison.weeks.filter((pl.col("design") == "before") & (pl.col("outcome") == "trust"))
    assert band["high"].to_list() == pytest.approx(today["mean"].to_list(), rel=1e-5)


def test_the_band_leaves_today_s_line_out_where_the_difference_is_clear():
    comparison = replace(compared(2.0))
    apart = {"difference_mean": 2.0, "difference_p10": 1.0, "difference_p90": 3.0}
    moved = comparison.path("one", "active_partners").with_columns(
        pl.col("mean") + 2.0, *(pl.lit(value).alias(name) for name, value in apart.items())
    )
    vars(comparison)["_paths"] = {("one", "active_partners"): moved}
    data = lines(comparison, ("one",), "active_partners").data
    today, design = (data.filter(pl.col("role") == role) for role in ("today", "B"))
    assert (design["low"] - today["value"]).to_list() == pytest.approx([1.0] * 104)
    assert (design["high"] - today["value"]).to_list() == pytest.approx([3.0] * 104)


@pytest.mark.parametrize("outcome", ["last_four_weeks_share", "going_rate"])
def test_outcomes_without_a_path_have_no_lines(outcome):
    with pytest.raises(ValueError, match=outcome):
        lines(compared(1.0), ("one",), outcome)


def test_more_designs_than_can_be_told_apart_have_no_lines():
    comparison = compared(1.0, 2.0, 3.0, 0.5)
    with pytest.raises(ValueError, match="4 designs"):
        lines(comparison, comparison.designs, "trust")


def test_intervals_show_every_design_with_its_ranges():
    comparison = compared(1.0, 2.0, response=2.0)
    picture = intervals(comparison)
    totals = [comparison.findings[name][HEADLINE].difference for name in comparison.designs]
    assert column(picture, "mean") == pytest.approx([total.mean for total in totals])
    assert column(picture, "low") == pytest.approx([total.p10 for total in totals])
    assert column(picture, "highest") == pytest.approx([total.p97_5 for total in totals])
    assert column(picture, "name") == ["B one", "C two"]
    assert column(picture, "figure") == [money(total.mean, signed=True) for total in totals]
    assert 0.0 in column(picture, "tick")


def test_the_title_speaks_of_the_best_design_that_is_clear_of_today():
    assert fans(compared(1.0, 2.0, response=2.0)).title.startswith("C earns ¤")
    assert fans(compared(1.0, 2.0)).title.startswith("None of the 2 designs clearly earns more")


def test_intervals_count_the_designs_that_are_clear_of_today():
    comparison = compared(1.0, 2.0, response=2.0)
    assert intervals(comparison).title == "2 of 2 designs clearly better than Today, 0 worse"
    findings = dict(comparison.findings)
    findings["one"] = {**findings["one"], HEADLINE: replace(findings["one"][HEADLINE], verdict=Verdict.WORSE)}
    mixed = replace(comparison, findings=findings)
    assert intervals(mixed).title == "1 of 2 designs clearly better than Today, 1 worse"


def test_a_design_that_earns_more_but_is_open_is_not_spoken_of():
    comparison = compared(1.0, 2.0, response=2.0)
    findings = dict(comparison.findings)
    unclear = replace(findings["two"][HEADLINE], verdict=Verdict.DEPENDS)
    findings["two"] = {**findings["two"], HEADLINE: unclear}
    unsure = replace(comparison, findings=findings)
    assert fans(unsure).title.startswith("B earns ¤")
    assert intervals(unsure).title.startswith("1 of 2 designs clearly better")


def test_fans_share_a_panel_up_to_three_and_then_have_one_each():
    together, apart = fans(compared(1.0, 2.0, 3.0)), fans(compared(1.0, 2.0, 3.0, 0.5))
    assert TOGETHER == 3
    assert max(column(together, "week")) == 104.0
    assert [text.split()[0] for text in column(together, "end_text")] == ["B", "C", "D"]
    assert column(apart, "panel_text") == ["B", "C", "D", "E"]
    ends = [apart.data.filter(pl.col("role") == role)["week"] for role in "BCDE"]
    assert all(one.max() < other.min() for one, other in itertools.pairwise(ends))


def test_bars_of_the_accounts_add_up_to_net_contribution():
    comparison = compared(2.0, response=2.0)
    picture = costs(comparison)
    zero = picture.data["bar_from"][0]
    lengths = [end - zero for end in column(picture, "bar_to")]
    assert len(lengths) == len(ACCOUNTS) + 1
    assert sum(lengths[:-1]) == pytest.approx(lengths[-1], abs=1e-6)
    total = comparison.findings["one"][HEADLINE].difference.mean
    assert column(picture, "figure")[-1] == money(total, signed=True)
    sizes = np.abs(lengths[:-1])
    assert list(sizes) == sorted(sizes, reverse=True)


def test_a_bar_is_good_or_bad_by_its_sign_and_the_sum_has_the_design_s_colour():
    picture = costs(compared(2.0, response=2.0))
    by_name = dict(zip(column(picture, "name"), column(picture, "bar_role"), strict=True))
    assert by_name["Margin on partner sales"] == "good"
    assert by_name["Rebate"] == "bad"
    assert by_name["Net contribution"] == "B"
    assert picture.title.startswith("Largest part: more margin on partner sales")


def test_the_payout_shows_a_cliff_as_a_vertical_and_names_it():
    picture = payout(with_rebates(now=RETRO, slices=SLICES))
    today = picture.data.filter(pl.col("role") == "today")
    at = today.filter(pl.col("attainment") == pl.lit(1.25, pl.Float32))["pay"].to_list()
    assert at == pytest.approx([0.02 * 1.25, 0.06 * 1.25])
    assert column(picture, "cliff") == pytest.approx([0.8, 1.25])
    assert [text.strip() for text in column(picture, "cliff_text")] == ["+1.6 %", "+5.0 %"]
    assert picture.title == "Today jumps by 5.0 % of target sales at 1.25 × target, no design does"


def test_the_payout_s_title_tells_whose_cliff_it_is():
    new = payout(with_rebates(now=SLICES, retro=RETRO)).title
    assert new == "B jumps by 5.0 % of target sales at 1.25 × target, Today does not"
    none = payout(with_rebates(now=FLAT, slices=SLICES)).title
    assert none == "The rebate has no cliff, neither under Today nor under a design"


def test_programmes_that_pay_the_same_are_drawn_once_and_named_together():
    picture = payout(with_rebates(now=SLICES, same=SLICES, flat=FLAT))
    assert set(column(picture, "role")) == {"today", "C"}
    assert column(picture, "pay_end_text") == ["Today B", "C"]


def test_the_marginal_rate_is_flat_for_a_flat_rebate():
    picture = payout(with_rebates(now=FLAT, slices=SLICES))
    rates = picture.data.filter(pl.col("role") == "today")["rate"].drop_nulls()
    assert rates.to_list() == pytest.approx([0.03] * len(rates))


def test_a_quarter_s_shares_add_up_and_are_measured_against_an_even_pace():
    comparison = compared(2.0)
    picture = quarter(comparison)
    shares = picture.data.filter(pl.col("role") == "B")["share"]
    assert shares.sum() == pytest.approx(1.0, abs=1e-5)
    assert column(picture, "even") == pytest.approx([1 / 13])
    level = share(comparison.findings["one"]["last_four_weeks_share"].baseline_mean)
    assert picture.title == f"The last four weeks book {level} of a quarter, as under Today"


def test_the_largest_partners_are_drawn_against_equal_ones():
    comparison = compared(2.0)
    picture = lorenz(comparison, "one")
    lines = picture.data.filter(pl.col("role") == "B")
    assert lines["share"].to_list() == pytest.approx(lines["partners"].to_list())
    assert picture.title == (
        "The largest fifth of partners make 20 % of sales under Today, and about as much under B"
    )
    assert picture.table.row(2)[:2] == ("20 %", "20 %")


def test_segments_show_the_change_of_each_with_its_range():
    comparison = compared(2.0, 4.0, response=2.0)
    picture = segments(comparison, "profit_per_year")
    found = comparison.segments.filter(pl.col("measure") == "profit_per_year")
    assert column(picture, "mean") == pytest.approx(found["difference_mean"].to_list(), rel=1e-5)
    assert column(picture, "high") == pytest.approx(found["difference_p90"].to_list(), rel=1e-5)
    assert column(picture, "name") == ["Resellers", "Boutiques"]
    assert column(picture, "tick").count(0.0) == len(column(picture, "name"))
    assert picture.title.startswith("Boutiques: profit a year +")


def test_bands_fill_every_bar_and_count_every_partner():
    comparison = compared(2.0, response=2.0)
    picture = bands(comparison, "one", "segment")
    stops = picture.data.filter(pl.col("kind") == "gains much")["stop"].to_list()
    assert stops == pytest.approx([1.0] * len(column(picture, "name")))
    assert sum(int(text.split()[0]) for text in column(picture, "total")) == len(comparison.roster.ids)
    assert column(picture, "key_text") == [
        "lose > 10 %", "lose 2–10 %", "within 2 %", "gain 2–10 %", "gain > 10 %"
    ]  # fmt: skip
    counts = comparison.bands.filter((pl.col("design") == "one") & (pl.col("grouping") == "segment"))
    widths = [
        stop - start for start, stop in zip(column(picture, "start"), column(picture, "stop"), strict=True)
    ]
    assert widths == pytest.approx(counts["share"].to_list(), abs=1e-6)
    gains = counts.filter(pl.col("band").str.starts_with("gains"))["partners"].sum()
    assert picture.title.endswith(f"of 3 partners and rises for {gains}")


def test_today_alone_has_a_picture_that_says_so():
    alone = compared()
    picture = lines(alone, (), "active_partners")
    assert picture.title == "Active partners under Today"
    assert picture.data["role"].drop_nulls().unique().to_list() == ["today"]


def test_a_partner_stands_on_the_curve_of_its_programme() -> None:
    rebate = {"shape": "retroactive", "steps": ({"from_target": 1.0, "rate_share": 0.1},)}
    result = with_rebates(before={}, tried=rebate)
    marks = payout(result, standing={"before": 1.2, "tried": 1.2}).data.select(
        "stand", "stand_pay", "stand_role"
    )
    assert marks.drop_nulls().rows() == [
        (pytest.approx(1.2), 0.0, "today"),
        (pytest.approx(1.2), pytest.approx(0.12), "B"),
    ]
    assert payout(result, standing={"tried": 9.0}).data["stand"].drop_nulls().len() == 0
