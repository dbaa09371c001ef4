import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.intake.offers import fit_offer_sizes
from sim.population.building import from_market
from sim.schema.loading import load_market

FACTS = from_market(load_market("baseline")).facts


@given(st.floats(0.05, 2.5), st.floats(1.0, 6.0))
def test_the_mixture_has_the_log_mean_and_log_sd_of_all_deals(log_sd: float, ratio: float) -> None:
    count = FACTS.deals.size
    facts = fit_offer_sizes(FACTS, np.full(count, 9.0), np.full(count, log_sd), ratio)
    won = FACTS.wins_s / (FACTS.wins_p + FACTS.wins_s)
    log_mean = (1 - won) * facts.log_size_p + won * facts.log_size_s
    between = (1 - won) * (facts.log_size_p - log_mean) ** 2 + won * (facts.log_size_s - log_mean) ** 2
    assert log_mean == pytest.approx(np.full(count, 9.0))
    assert np.sqrt(facts.log_size_sd**2 + between) == pytest.approx(np.full(count, log_sd))
    assert np.all(facts.log_size_s - facts.log_size_p <= np.log(ratio) + 1e-9)


def test_mean_and_spread_are_those_of_drawn_deals() -> None:
    count = FACTS.deals.size
    facts = fit_offer_sizes(FACTS, np.full(count, 9.0), np.full(count, 0.8), 3.0)
    chance = np.random.default_rng(1)
    won = FACTS.wins_s[0] / (FACTS.wins_p[0] + FACTS.wins_s[0])
    log_size = np.where(chance.random(400_000) < won, facts.log_size_s[0], facts.log_size_p[0])
    value = np.exp(log_size + facts.log_size_sd[0] * chance.normal(size=log_size.size))
    assert value.mean() == pytest.approx(facts.mean_deal[0], rel=0.01)
    assert value.var() / value.mean() ** 2 == pytest.approx(facts.size_spread[0], rel=0.05)
    assert facts.weekly_list == pytest.approx(facts.deals * facts.mean_deal)
