"""The rules and the partners of the shipped market give the market's own figures."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest

from sim.population.building import comeback_rate, comeback_rates, draw_firms, from_market
from sim.rules import demand, effort, loyalty, reward
from sim.schema.behaviour import Behaviour
from sim.schema.loading import load_market
from sim.schema.market import SEGMENTS
from sim.validation.concentration import SAMPLE_OF_300, top_share

PAR = Behaviour()
SEEDS = range(1, 9)
places = pytest.mark.parametrize("place", range(len(SEGMENTS)), ids=SEGMENTS)


@pytest.fixture(scope="module")
def market():
    return load_market("baseline")


@pytest.fixture(scope="module")
def partners(market):
    return from_market(market)


@pytest.fixture(scope="module")
def draws(market):
    return [from_market(market, seed) for seed in SEEDS]


def reference_margins(fact) -> tuple[float, float]:
    """Reference margins on product and solution, as the engine prepares them."""
    kept = reward.kept_front(fact["reference_front"], fact["pass_through"])
    rents = (
        reward.services_rent(fact[name], PAR.services_rent_share) for name in ("services_p", "services_s")
    )
    product, solution = (
        effort.reference_margin(kept, rent, PAR.selling_cost_share, PAR.smallest_ratio) for rent in rents
    )
    return product, solution


def reference_shares(fact) -> tuple[float, float]:
    product, solution = reference_margins(fact)
    solutions = fact["solution_share"]
    return (
        effort.reference_share(fact["wallet"], effort.outside_weight(solutions), product, solution),
        effort.reference_share(fact["wallet"], solutions, solution, product),
    )


def one_of(partners, place: int) -> dict[str, float]:
    """Facts of the first partner of a segment."""
    first = int(np.argmax(partners.segment == place))
    return {name: float(values[first]) for name, values in partners.facts._asdict().items()}


def odds(fact, extra: float) -> float:
    """Odds that the partner works for us rather than for others, with a perceived margin that much higher."""
    pulls = [
        effort.own_weight(
            share, effort.attraction(margin + extra, margin, 1.0, PAR.substitution, PAR.smallest_ratio)
        )
        for share, margin in zip(reference_shares(fact), reference_margins(fact), strict=True)
    ]
    outside = effort.outside_weight(fact["wallet"])
    ours = effort.capacity_share(
        effort.wanted_share(pulls[0], pulls[1], outside), effort.wanted_share(pulls[1], pulls[0], outside)
    )
    return ours / (1.0 - ours)


@places
def test_a_point_of_perceived_margin_raises_own_odds_by_5_to_20_per_cent(partners, place):
    fact = one_of(partners, place)
    assert 1.05 < odds(fact, 0.01) / odds(fact, 0.0) < 1.20


@places
def test_the_reference_gives_the_wallet_the_wins_and_the_opportunities_of_the_segment(
    market, partners, place
):
    fact, segment = one_of(partners, place), market.segments[SEGMENTS[place]]
    shares = reference_shares(fact)
    assert effort.capacity_share(*shares) == pytest.approx(segment.wallet_share)
    outputs = [effort.output(share, PAR.effort_elasticity) for share in shares]
    found = [
        52.0 * output * demand.reach(fact["wins_" + offer], fact["win_" + offer], output)
        for offer, output in zip("ps", outputs, strict=True)
    ]  # fmt: skip
    wins = fact["wins_p"] + fact["wins_s"]
    assert sum(found) * segment.win_share == pytest.approx(wins)
    assert found[1] / sum(found) == pytest.approx(segment.solution_share)
    if place:
        usual = segment.opportunities_per_year / segment.wins_per_year
        assert sum(found) / wins == pytest.approx(usual, rel=0.1)


@places
def test_firms_win_as_many_deals_as_their_segment_on_average(market, draws, place):
    segment = market.segments[SEGMENTS[place]]
    wins = np.concatenate([(p.facts.wins_p + p.facts.wins_s)[p.segment == place] for p in draws])
    error = segment.wins_per_year * sqrt(np.expm1(segment.wins_log_sd**2) / len(wins))
    assert wins.mean() == pytest.approx(segment.wins_per_year, abs=3.5 * error)
    assert np.log(wins).std() == pytest.approx(segment.wins_log_sd, rel=4.0 / sqrt(2.0 * len(wins)))


@places
def test_firms_sell_what_their_segment_sells(market, draws, place):
    segment = market.segments[SEGMENTS[place]]
    yearly = np.concatenate([52.0 * p.facts.weekly_list[p.segment == place] for p in draws])
    error = float(segment.revenue_per_active_list) * sqrt(np.expm1(segment.wins_log_sd**2) / len(yearly))
    assert yearly.mean() == pytest.approx(float(segment.revenue_per_active_list), abs=3.5 * error)


def test_offers_mix_to_the_deals_of_the_firm(partners):
    f = partners.facts
    mean = np.exp([f.log_size_p + 0.5 * f.log_size_sd**2, f.log_size_s + 0.5 * f.log_size_sd**2])
    wins = np.array([f.wins_p, f.wins_s])
    assert np.allclose((wins * mean).sum(axis=0) / wins.sum(axis=0), f.mean_deal)
    won = wins / np.array([f.win_p, f.win_s])
    assert np.allclose(won[1] / won.sum(axis=0), f.solution_share)


def test_the_channel_sells_what_the_market_is_said_to_sell(draws):
    yearly = [52e-6 * p.active_list for p in draws]
    assert 122.0 < np.mean(yearly) < 173.0


@places
def test_as_many_are_active_as_the_market_says(market, draws, place):
    share = market.segments[SEGMENTS[place]].active_share
    active = np.concatenate([p.facts.start_willing[p.segment == place] for p in draws])
    assert active.mean() == pytest.approx(share, abs=3.5 * sqrt(share * (1.0 - share) / len(active)))


def test_three_hundred_lognormal_firms_are_as_concentrated_as_theory_says(market):
    mean, low, high = SAMPLE_OF_300
    name = "reseller"
    like = market.segments[name].model_copy(update={"partners": 300, "wins_log_sd": 1.683})
    others = {key: value.model_copy(update={"partners": 0}) for key, value in market.segments.items()}
    market = market.model_copy(update={"segments": {**others, name: like}})
    tops = [top_share(draw_firms(market, seed).wins_per_year) for seed in range(1, 21)]
    assert np.mean(tops) == pytest.approx(mean, abs=0.025)
    assert sum(low <= top <= high for top in tops) >= 16


def silence(rate: float) -> tuple[float, np.ndarray]:
    """Mean length of a silence under the rule, and the chance that one lasts at least so many weeks."""
    fresh, late, memory = PAR.silence_fresh_factor, PAR.silence_late_factor, PAR.silence_memory_weeks
    lasts = [1.0]
    for week in range(20_000):
        lasts.append(lasts[-1] * (1.0 - loyalty.return_chance(rate, week + 1.0, fresh, late, memory)))
        if lasts[-1] < 1e-9:
            break
    return float(np.sum(lasts)), np.array(lasts)


@pytest.mark.parametrize("mean_weeks", [50.0, 100.0, 400.0])
def test_silences_last_as_long_as_the_return_rate_says(mean_weeks):
    assert silence(comeback_rate(1.0 / mean_weeks))[0] == pytest.approx(mean_weeks, rel=0.035)


@places
def test_leaving_and_returning_keep_the_active_share(market, place):
    segment = market.segments[SEGMENTS[place]]
    leaving = loyalty.dormancy_chance(-log(1.0 - segment.dormancy_per_year) / 52.0, 0.0, 0.0, 1.0, 3.0, 0.8)
    away = silence(float(comeback_rates(market)[place]))[0]
    assert 1.0 / (1.0 + leaving * away) == pytest.approx(segment.active_share, abs=0.01)


@places
def test_silent_partners_at_the_start_have_been_silent_as_long_as_at_rest(market, draws, place):
    weeks = np.concatenate([p.facts.start_silent[p.segment == place] for p in draws])
    _, lasts = silence(float(comeback_rates(market)[place]))
    ages = np.arange(1, len(lasts) + 1)
    mean = float(ages @ lasts / lasts.sum())
    spread = sqrt(float((ages - mean) ** 2 @ lasts / lasts.sum()) / np.count_nonzero(weeks))
    assert weeks[weeks > 0].mean() == pytest.approx(mean, abs=4.0 * spread + 0.02 * mean)
