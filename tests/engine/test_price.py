"""The price list and who sends the invoice."""

import numpy as np

from sim.engine.run import Engine, Week0
from tests.engine.small import futures, variant, week

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
