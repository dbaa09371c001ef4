"""Ceiling, special prices, distribution, losing a tier: equal in both engines, and what each of them does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.layout import H, S
from sim.engine.run import Engine, Run
from sim.rules import route
from sim.schema.editing import changed
from tests.engine.small import TODAY, columns, engine, futures, small_market, unequal, week
from tests.engine.test_parity import twin

DESIGNS = {
    "special prices under a ceiling": {
        "bids.discount_share": 0.15, "bids.answer_hours": 12.0, "front.ceiling_share": 0.33,
        "registration.offered": True,
    },
    "two steps of distribution, one step down": {
        "route.serves": "serves-below-gold", "route.distributor_margin_share": 0.08,
        "front.requalification": "one-step",
    },
    "everybody through distribution, a year of grace, dearer list": {
        "route.serves": "serves-everybody", "front.requalification": "year-of-grace", "price.list_index": 1.1,
        "bids.discount_share": 0.1,
    },
}  # fmt: skip
TIERS = st.integers(0, 3).map(float)


@pytest.fixture(scope="module")
def small() -> Engine:
    return engine(small_market(2, 6, 6, 6))


@pytest.mark.parametrize("name", DESIGNS)
def test_engines_agree(small: Engine, name: str) -> None:
    drawn = futures(1, seed=3)
    start, new = small.week0(drawn), changed(TODAY, {"name": "new", **DESIGNS[name]})
    runs = [kind.run(start, new, drawn, 110, change_week=3) for kind in (small, twin(small))]
    assert unequal(*runs, small.partners.size) == []


def run(changes: dict[str, object], weeks: int = 156, count: int = 8) -> Run:
    ours, drawn = engine(small_market(6, 25, 25, 25)), futures(count, seed=2)
    return ours.run(ours.week0(drawn), changed(TODAY, {"name": "new", **changes}), drawn, weeks)


@given(TIERS, TIERS, st.sampled_from([0.0, 1.0, 2.0]), st.sampled_from([0.0, 1.0]))
def test_a_tier_is_never_lost_faster_than_the_programme_says(
    tier: float, earned: float, way: float, warned: float
) -> None:
    after = route.requalified(tier, earned, way, warned)
    assert after == earned if earned >= tier or way == 0.0 else after >= max(earned, tier - 1.0)
    if way == 2.0 and not warned:
        assert after >= tier
    assert route.warned_after(tier, earned, after) in (0.0, 1.0)


@given(TIERS.filter(bool), TIERS, st.sampled_from([0.0, 1.0, 2.0]), st.sampled_from([0.0, 1.0]))
def test_what_is_at_stake_is_what_can_be_lost(at: float, tier: float, way: float, warned: float) -> None:
    """A threshold decides on something exactly when missing and reaching it end in different tiers."""
    missed, reached = (route.requalified(tier, earned, way, warned) for earned in (at - 1.0, at))
    assert bool(route.at_stake(at, tier, way, warned)) == (missed != reached)


@given(st.floats(0.0, 0.6), st.floats(0.0, 0.25), st.floats(0.1, 1.0))
def test_discounts_together_stay_under_the_ceiling(front: float, points: float, ceiling: float) -> None:
    first = route.under_ceiling(front, ceiling, 0.0)
    both = first + route.under_ceiling(points, ceiling, first)
    assert both <= ceiling + 1e-12
    assert both == front + points or front + points >= ceiling - 1e-12


def test_nobody_gets_more_than_the_ceiling() -> None:
    """Net revenue per ¤ of list is at least what the ceiling leaves, where nothing else takes from it."""
    dear = {"registration.offered": True, "registration.points_share": 0.2, "bids.discount_share": 0.3}
    result = run({**dear, "front.ceiling_share": 0.35}, weeks=60)
    given_away = week(result, "price_cut_list").sum() + week(result, "concession_list").sum()
    net, bought = week(result, "net_revenue").sum(), week(result, "bought_list").sum()
    ahead = week(result, "stock_list")[:, -1].sum() + week(result, "ahead_list").sum()
    assert net + given_away >= 0.65 * bought - 0.2 * ahead


def test_special_prices_win_deals_and_cost_what_they_give() -> None:
    plain, special = run({}), run({"bids.discount_share": 0.15, "bids.answer_hours": 1.0})
    rates = [week(one, "won").sum() / week(one, "lost").sum() for one in (plain, special)]
    assert rates[1] > rates[0]
    assert 0.0 < week(special, "bid_list").sum() < 0.15 * week(special, "bought_list").sum()


def test_a_slow_desk_gives_fewer_special_prices() -> None:
    quick, slow = (
        run({"bids.discount_share": 0.15, "bids.answer_hours": hours}, weeks=60) for hours in (1.0, 200.0)
    )
    assert week(slow, "bid_list").sum() < 0.5 * week(quick, "bid_list").sum()


def test_a_distributor_takes_its_margin_and_fills_its_shelves() -> None:
    """Conservation: what the vendor sold to distributors is what partners bought of them and the stock."""
    plain = run({"route.serves": "serves-everybody", "route.distributor_margin_share": 0.0})
    sold, stock = week(plain, "routed").sum(axis=1), plain.end.shared[:, 0, H.route_stock]
    assert np.allclose(week(plain, "net_revenue").sum(axis=1), sold + stock, rtol=1e-12)
    assert np.all(stock > 0.0)
    weekly = week(plain, "routed")[:, -52:].mean(axis=1)
    assert np.all((stock / weekly > 2.0) & (stock / weekly < 10.0))


def test_a_vendor_behind_distribution_learns_later_who_has_gone() -> None:
    """By the delay of a distributor's figures, 2 to 5 weeks."""
    delays = [
        week(one, "delay_sum").sum() / week(one, "alarms").sum()
        for one in (run({}, count=16), run({"route.serves": "serves-everybody"}, count=16))
    ]
    assert 1.0 < delays[1] - delays[0] < 6.0


def test_grace_keeps_tiers_and_so_discounts() -> None:
    tiers = [
        columns(run({"front.requalification": way}).end.state[:, 0], 81, type(S))["tier"].mean()
        for way in ("to-earned", "one-step", "year-of-grace")
    ]
    assert tiers[0] < tiers[1] < tiers[2]
