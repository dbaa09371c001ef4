import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.intake.columns import guess_columns
from sim.intake.loading import build_table
from sim.intake.market import from_table, list_sales, territories
from sim.schema.loading import load_market, load_programme

MARKET, TODAY = load_market("baseline"), load_programme("retro-volume")
FRONT = TODAY.front


@given(arrays(float, 30, elements=st.floats(0, 1e8)))
def test_net_is_list_less_the_discount_of_a_tier_whose_threshold_is_reached(net: np.ndarray) -> None:
    tier, at_list = list_sales(net, FRONT)
    threshold = np.array([0.0, *map(float, FRONT.tier_threshold_list)])
    discount = np.array(FRONT.discount_share)
    assert at_list * (1 - discount[tier]) == pytest.approx(net)
    assert np.all(at_list >= threshold[tier])
    above = np.minimum(tier + 1, 3)
    assert np.all((net / (1 - discount[above]) < threshold[above]) | (tier == 3))


def test_each_region_is_a_territory_and_unknown_regions_are_dealt_out() -> None:
    assert territories(("N", "S", "N", "S"), 10).tolist() == [0, 1, 0, 1]
    assert np.bincount(territories(("",) * 20, 10)).tolist() == [2] * 10
    assert territories(tuple("abcdefghijkl"), 10).max() == 9


def steady(weekly_table, amounts: list[float]):
    sales = np.repeat(np.array(amounts)[:, None], 104, axis=1)
    sales[:, ::2] = 0.0
    return weekly_table(sales)


def test_partners_have_the_sales_of_the_table_at_list_prices(weekly_table) -> None:
    table = steady(weekly_table, [800.0, 9_000.0, 60_000.0])
    start = from_table(table, MARKET, TODAY)
    discount = np.asarray(FRONT.discount_share)[start.partners.facts.start_tier.astype(int)]
    assert start.sales_list * (1 - discount) == pytest.approx(table.yearly_sales())
    assert start.partners.facts.deals * 52 == pytest.approx([26.0] * 3)
    assert np.median(np.exp(start.partners.facts.log_size_p)) > 0
    assert start.partners.facts.weekly_list * 52 == pytest.approx(start.sales_list, rel=0.05)


def test_pseudonyms_stand_in_the_same_order_in_table_and_partners(weekly_table) -> None:
    table = steady(weekly_table, [800.0, 9_000.0, 60_000.0])
    assert from_table(table, MARKET, TODAY).partners.names == table.ids


def test_a_partner_silent_for_long_starts_inactive(weekly_table) -> None:
    sales = np.ones((3, 104))
    sales[1, 60:] = 0.0
    sales[2, 88:] = 0.0
    start = from_table(weekly_table(sales), MARKET, TODAY)
    assert sorted(start.partners.facts.start_willing) == [0.0, 1.0, 1.0]
    assert sorted(start.partners.facts.start_silent) == [0.0, 0.0, 31.0]
    assert any(sentence.startswith("1 partners have been silent") for sentence in start.warnings)


def test_direct_rows_give_direct_sales_at_list_and_none_without(weekly_frame) -> None:
    data = weekly_frame(np.ones((3, 104))).with_columns(
        channel=pl.when(pl.col("partner") == "A").then(pl.lit("direct")).otherwise(pl.lit("dealer"))
    )
    table, _ = build_table(data, guess_columns(data))
    net = 52.0
    assert from_table(table, MARKET, TODAY).direct_sales_list == pytest.approx(
        net / (1 - MARKET.vendor.direct_discount_share)
    )
    plain = data.drop("channel")
    assert from_table(build_table(plain, guess_columns(plain))[0], MARKET, TODAY).direct_sales_list is None


def test_bundles_rhythms_and_foreign_scales_are_told(weekly_frame, weekly_table) -> None:
    busy = weekly_frame(np.ones((2, 104))).with_columns(orders=pl.lit(20))
    told = from_table(build_table(busy, guess_columns(busy))[0], MARKET, TODAY).warnings
    assert any("2 partners have more than 520 orders" in sentence for sentence in told)
    quarterly = np.zeros((3, 104))
    quarterly[:, ::13] = 30_000.0
    told = from_table(weekly_table(quarterly), MARKET, TODAY).warnings
    assert any("about every 13 weeks" in sentence for sentence in told)
    assert any(
        "far from the market's" in sentence
        for sentence in from_table(steady(weekly_table, [1.0] * 3), MARKET, TODAY).warnings
    )
    assert not any(
        "far from" in sentence
        for sentence in from_table(steady(weekly_table, [9e3] * 3), MARKET, TODAY).warnings
    )
