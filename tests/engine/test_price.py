"""The price list and who sends the invoice."""

import numpy as np
import pytest

from sim.engine.run import Engine, Week0
from sim.schema.loading import load_programme
from tests.engine.small import engine, futures, small_market, variant, week

FEE = 0.12
AGENCY = variant(
    "flat-margin",
    price__invoiced_by="vendor",
    price__customer_discount_share=0.18,
    front__discount_share=[FEE] * 4,
)


def sold(run):
    return week(run, "list_product") + week(run, "list_solution")


def test_a_fee_is_kept_whole_and_the_vendor_gets_what_customers_pay_less_the_fee(
    few: Engine, start: Week0
) -> None:
    run = few.run(start, AGENCY, futures(2), 40)
    given = week(run, "concession_list") + week(run, "price_cut_list")
    np.testing.assert_allclose(week(run, "partner_margin"), FEE * sold(run), rtol=1e-9)
    net = (1.0 - FEE - 0.18) * week(run, "bought_list") - given
    np.testing.assert_allclose(week(run, "net_revenue"), net, rtol=1e-9)


def test_nobody_orders_ahead_who_does_not_buy(few: Engine, start: Week0) -> None:
    ladder = variant("retro-volume", price__invoiced_by="vendor")
    assert np.any(week(few.run(start, variant("retro-volume"), futures(2), 40), "ahead_list"))
    assert not np.any(week(few.run(start, ladder, futures(2), 40), "ahead_list"))


def test_a_dearer_list_is_paid_on_the_same_goods(few: Engine, start: Week0) -> None:
    dearer = few.run(start, variant("flat-margin", price__list_index=1.2), futures(2), 40)
    given = week(dearer, "concession_list") + week(dearer, "price_cut_list")
    net = 1.2 * 0.70 * week(dearer, "bought_list") - given
    np.testing.assert_allclose(week(dearer, "net_revenue"), net, rtol=1e-9)
    np.testing.assert_allclose(
        week(dearer, "goods_cost"),
        few.market.vendor.goods_cost_share * week(dearer, "bought_list"),
        rtol=1e-9,
    )


def test_direct_customers_buy_less_of_a_dearer_list_by_its_elasticity(few: Engine, start: Week0) -> None:
    drawn = futures(2, list_elasticity=1.5, incident_chance=0.0)
    designs = [variant("weak-rules", price__list_index=index) for index in (1.0, 1.2)]
    runs = [few.run(start, design, drawn, 1) for design in designs]
    usual, dearer = (week(run, "direct_revenue")[:, 0] for run in runs)
    assert np.all(usual > 0.0)
    np.testing.assert_allclose(dearer / usual, 1.2 * 1.2**-1.5, rtol=1e-6)


def test_direct_sales_follow_the_ratio_to_today_s_list(few: Engine) -> None:
    """Today's own list is where the market file was written, whatever its index: demand is as ever."""
    drawn = futures(2, incident_chance=0.0)
    revenue = []
    for index in (1.0, 1.3):
        today = variant("weak-rules", price__list_index=index)
        market = Engine(few.market, today, few.partners)
        revenue.append(week(market.run(market.week0(drawn), today, drawn, 1), "direct_revenue"))
    np.testing.assert_allclose(revenue[1] / revenue[0], 1.3, rtol=0.05)


CUT = {"price__list_index": 0.9, "transition__notice_weeks": 4}
FOR_A_MONTH = {**CUT, "transition__reversed_after_weeks": 8}
TIMING_ALONE = {"list_elasticity": 0.0, "price_waiting": 3.0, "price_hurrying": 3.0}
"""Customers who buy no more at a lower price, and time what they buy."""


@pytest.fixture(scope="module")
def many() -> Engine:
    return engine(small_market(10, 60, 90, 96), load_programme("flat-margin"))


def decided(run, first: int, last: int) -> float:
    """Deals that were decided in some weeks, won, lost or taken."""
    return float(sum(week(run, name)[:, first:last].sum() for name in ("won", "lost", "taken")))


def against_usual(many: Engine, drawn, **levers) -> list[float]:
    """Deals decided in the month before a price holds and in two months after, against no change."""
    start = many.week0(drawn)
    runs = [many.run(start, one, drawn, 12) for one in (variant("flat-margin", **levers), many.today)]
    parts = [[decided(run, first, first + 4) for first in (0, 4, 8)] for run in runs]
    return [tried / usual - 1.0 for tried, usual in zip(*parts, strict=True)]


def test_a_cut_that_is_known_and_ends_gives_a_wait_a_surge_and_a_dip(many: Engine) -> None:
    before, during, after = against_usual(many, futures(8, **TIMING_ALONE), **FOR_A_MONTH)
    assert before < -0.1
    assert during > 0.1
    assert after < -0.03


def test_a_dearer_list_that_is_known_is_bought_ahead_of(many: Engine) -> None:
    dearer = {**CUT, "price__list_index": 1.1}
    before, after, _ = against_usual(many, futures(8, **TIMING_ALONE), **dearer)
    assert before > 0.03
    assert after < -0.03


def test_waiting_moves_deals_and_makes_none(many: Engine) -> None:
    """Whoever waits for a lower price decides when it is there: in the end nothing is gained or lost."""
    drawn = futures(8, list_elasticity=0.0, price_waiting=100.0, price_hurrying=0.0)
    start, slightly = many.week0(drawn), variant("flat-margin", **{**CUT, "price__list_index": 0.995})
    runs = [many.run(start, one, drawn, 39) for one in (slightly, many.today)]
    waited, all_ = ([decided(run, 0, last) for run in runs] for last in (4, 39))
    assert waited[0] < 0.8 * waited[1]
    assert all_[0] == pytest.approx(all_[1], rel=0.01)


@pytest.mark.parametrize(
    "levers",
    [{"price__list_index": 0.9}, {**CUT, "price__list_index": 1.0}],
    ids=["unannounced", "no change"],
)
def test_nobody_waits_for_a_price_that_is_not_known_or_not_new(many: Engine, levers) -> None:
    drawn = futures(2, list_elasticity=0.0)
    start, design = many.week0(drawn), variant("flat-margin", **levers)
    assured = [futures(2, list_elasticity=0.0, price_waiting=share) for share in (0.0, 3.0)]
    runs = [many.run(start, design, one, 12, change_week=4) for one in assured]
    np.testing.assert_array_equal(runs[0].weekly, runs[1].weekly)


def test_a_cut_that_is_called_off_frees_those_who_waited(many: Engine) -> None:
    drawn = futures(8, **TIMING_ALONE)
    start = many.week0(drawn)
    off = variant("flat-margin", **{**CUT, "transition__reversed_after_weeks": 3})
    runs = [many.run(start, one, drawn, 4) for one in (off, many.today)]
    waited, freed = ([decided(run, *weeks) for run in runs] for weeks in ((0, 3), (3, 4)))
    assert waited[0] < waited[1]
    assert freed[0] > freed[1]
