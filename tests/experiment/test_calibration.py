"""Stated ranges hold what they say: worlds drawn by another generator lie in them as often as told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from benchmarks import calibration as study
from sim.experiment.futures import Doubt
from sim.validation import studies
from tests.experiment.toy import Toy, design

DOUBTS = (Doubt("response", 0.5, 0.7, 2.0), Doubt("idle", 0.0, 1.0, 1.0))
WORLDS = 400


class Lucky(Toy):
    """The toy market with a luck that does not cancel between the programmes."""

    def run(self, state, programme, futures, weeks):
        plain = super().run(state, programme, futures, weeks)
        plain.weekly[:] *= 1.0 + programme.programme.rebate.size
        return plain


def band(share: float, worlds: int) -> tuple[float, float]:
    """99 % of the coverages that ranges with this share show in so many worlds."""
    low, high = binom.ppf((0.005, 0.995), worlds, share) / worlds
    return float(low), float(high)


@pytest.fixture(scope="module")
def toy_worlds() -> studies.Calibration:
    pair = design("before", 1.0), design("after", 2.0)
    found = [study.set_beside(Lucky(), pair, number, DOUBTS, 199, 4) for number in range(WORLDS)]
    return study.summed(found)


def test_ranges_hold_worlds_as_often_as_they_say(toy_worlds) -> None:
    low, high = band(0.80, WORLDS)
    assert low <= toy_worlds.in_80 <= high
    low, high = band(0.95, WORLDS)
    assert low <= toy_worlds.in_95 <= high


def test_a_world_is_as_likely_at_every_place_among_the_futures(toy_worlds) -> None:
    assert sum(toy_worlds.ranks) == WORLDS
    assert toy_worlds.uniform_p > 0.005


@given(values=st.lists(st.integers(-5, 5), min_size=1, max_size=30), value=st.integers(-5, 5))
def test_places_cover_the_whole_way_without_gaps(values: list[int], value: int) -> None:
    others = np.array(values, dtype=float)
    first, last = (study.place_among(value, others, between) for between in (0.0, 1.0))
    assert 0.0 <= first < last <= 1.0
    steps = len(values) + 1
    assert first * steps == pytest.approx(sum(one < value for one in values))
    assert (1.0 - last) * steps == pytest.approx(sum(one > value for one in values))


def test_committed_coverage_lies_in_its_binomial_band() -> None:
    found = studies.calibration()
    assert found.worlds == study.WORLDS
    for told, share in ((0.80, found.in_80), (0.95, found.in_95)):
        low, high = band(told, found.worlds)
        assert low <= share <= high
    assert found.uniform_p > 0.005
    assert sum(found.ranks) == found.worlds


@pytest.mark.slow
def test_the_shipped_market_holds_what_it_says_in_few_worlds() -> None:
    found = study.summed([study.held(number) for number in range(10_000, 10_100)])
    low, high = band(0.80, found.worlds)
    assert low <= found.in_80 <= high
    assert found.uniform_p > 0.005
