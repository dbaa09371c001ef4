"""What goes on inside the vendor: equal in both engines, nothing where nothing goes on."""

import numpy as np
import pytest

from sim.engine.layout import H
from sim.engine.run import Engine
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market
from sim.schema.market import SEGMENTS, Market
from tests.engine.small import TODAY, engine, futures, small_market, unequal, unequal_state, variant, week
from tests.engine.test_parity import twin

LOUD = {"incident_per_year": 0.8, "manager_leaving_per_year": 0.8}
EVERYTHING = {
    "name": "everything", "organisation.checks_first": True, "organisation.coaching_share": 0.5,
    "organisation.care_share": 0.5, "organisation.admits_incidents": False,
    "organisation.early_involvement_share": 0.5, "organisation.advocacy_hours": 5.0,
    "organisation.marketing_owner": True,
}  # fmt: skip


def divided(*counts: int, **house: float) -> Market:
    """The divided house with few partners and much going on."""
    market = load_market("divided-house")
    segments = {
        name: market.segments[name].model_copy(update={"partners": count})
        for name, count in zip(SEGMENTS, counts, strict=True)
    }
    return market.model_copy(
        update={
            "segments": segments,
            "house": market.house.model_copy(update={"sabotage_per_year": 0.9, **house}),
            "vendor": market.vendor.model_copy(update=LOUD),
        }
    )


@pytest.fixture(scope="module")
def loud() -> Engine:
    today = variant("retro-volume", organisation__promises_per_year=8.0, rewards__funds_share=0.02)
    return engine(divided(1, 3, 3, 3), today)


def test_engines_agree_where_everything_goes_on(loud: Engine) -> None:
    drawn = futures(1, seed=3)
    start, other = (kind.week0(drawn, 156) for kind in (loud, twin(loud)))
    assert unequal_state(start, other, loud.partners.size) == []
    assert start.shared[0, 0, H.budget_cut] > 0.0
    new = changed(loud.today, EVERYTHING)
    runs = [kind.run(start, new, drawn, 70, change_week=4) for kind in (loud, twin(loud))]
    assert unequal(*runs, loud.partners.size) == []
    assert np.sum(week(runs[0], "promises_due")) > 0.0
    assert np.sum(week(runs[0], "spoiled")) > 0.0


def test_acts_for_a_quiet_house_cost_money_and_change_no_partner() -> None:
    ours, drawn = engine(small_market(2, 5, 5, 5)), futures(2)
    start = ours.week0(drawn)
    acts = {"name": "acts", "organisation.care_share": 1.0, "organisation.early_involvement_share": 1.0}
    plain, acting = (ours.run(start, one, drawn, 60) for one in (TODAY, changed(TODAY, acts)))
    assert unequal(acting, plain, ours.partners.size) == ["organisation_cost"]
    assert np.all(week(acting, "organisation_cost") > week(plain, "organisation_cost"))


def test_support_follows_how_hard_partners_sell() -> None:
    ours, drawn = engine(divided(3, 20, 20, 20, sabotage_per_year=0.0)), futures(6)
    start = ours.week0(drawn)
    poor = changed(ours.today, {"name": "poor", "front.discount_share": [0.05, 0.05, 0.05, 0.05]})
    usual, worse = (ours.run(start, one, drawn, 104) for one in (ours.today, poor))
    gap = week(worse, "support")[:, -1] - week(usual, "support")[:, -1]
    assert np.all(gap < -0.01)


def test_all_partners_of_a_manager_lose_the_same_manager() -> None:
    facts = from_market(load_market("baseline")).facts
    numbers = facts.manager
    for number in np.unique(numbers):
        assert len(set(facts.manager_quality[numbers == number].tolist())) == 1
