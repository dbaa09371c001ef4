"""Outcomes: complete, readable, and true on hand-made weeks."""

import numpy as np
import pytest

from sim.experiment.outcomes import (
    ACCOUNTS,
    BY_NAME,
    GOING_RATE,
    HEADLINE,
    OUTCOMES,
    Direction,
    net_contribution,
)
from sim.experiment.weekly import Weekly
from sim.text.catalogue import say
from tests.experiment.toy import COLUMNS

ASKED_FOR = {
    "net_contribution", "going_rate", "revenue", "programme_cost", "partner_profit", "active_partners",
    "trust", "solution_share", "conflict_loss", "last_four_weeks_share",
}  # fmt: skip


def weeks(count: int = 52, **columns: float) -> Weekly:
    values = np.zeros((1, count, len(COLUMNS)))
    for name, value in columns.items():
        values[:, :, COLUMNS[name]] = value
    return Weekly(values, COLUMNS)


def value(name: str, sums: Weekly) -> float:
    return float(BY_NAME[name].value(sums)[0])


def test_the_outcomes_of_a_comparison_are_all_there_and_the_headline_is_first() -> None:
    assert set(BY_NAME) >= ASKED_FOR
    assert len(BY_NAME) == len(OUTCOMES)
    assert OUTCOMES[0].name == HEADLINE


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.name)
def test_every_outcome_has_a_label_and_gives_one_number_per_future(outcome) -> None:
    sums = Weekly(np.ones((3, 30, len(COLUMNS))), COLUMNS)
    assert say(f"outcomes.{outcome.name}")
    assert outcome.value(sums).shape == (3,)
    assert outcome.series(sums).shape == (3, 30)


def test_net_contribution_is_channel_plus_direct_less_every_cost() -> None:
    sums = weeks(
        count=1, net_revenue=100, goods_cost=20, rebate_cost=1, growth_cost=2, solution_cost=3,
        new_logo_cost=4, funds_cost=5, contact_cost=6, rules_cost=7, direct_revenue=50, direct_cost=10,
    )  # fmt: skip
    assert value(HEADLINE, sums) == 100 - 20 - (1 + 2 + 3 + 4 + 5 + 6 + 7) + 50 - 10


def test_the_accounts_add_up_to_net_contribution_exactly() -> None:
    sums = Weekly(np.random.default_rng(1).lognormal(8, 3, (20, 30, len(COLUMNS))), COLUMNS)
    total = sum(series(sums) for series in list(ACCOUNTS.values()))
    assert np.array_equal(net_contribution(sums), total)


def test_a_deal_taken_direct_is_on_both_sides() -> None:
    before = weeks(net_revenue=100.0, direct_revenue=0.0)
    after = weeks(net_revenue=40.0, direct_revenue=60.0)
    assert value(HEADLINE, before) == value(HEADLINE, after)


def test_the_going_rate_looks_at_the_last_half_year_alone() -> None:
    sums = weeks(count=78, net_revenue=10.0)
    sums.values[:, :52, COLUMNS["net_revenue"]] = 1e9
    assert value(GOING_RATE, sums) == 520.0


def test_trust_is_the_mean_of_active_partners() -> None:
    assert value("trust", weeks(trust_sum=3.0, active=4.0)) == 0.75
    assert np.isnan(value("trust", weeks(trust_sum=0.0, active=0.0)))


def test_cost_conflict_and_rush_are_better_when_lower() -> None:
    lower = {outcome.name for outcome in OUTCOMES if outcome.direction is Direction.LOWER}
    assert lower == {
        "programme_cost", "conflict_loss", "silent_partners", "last_four_weeks_share", "last_week_share",
        "blind_spot", "detection_delay", "false_alarms", "spoiled_weeks", "left_partners",
        "cost_per_second_order", "treatment_spread", "vacant_desks_share",
    }  # fmt: skip
