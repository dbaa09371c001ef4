"""What is told, what is heard, and that hearsay dies out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.population.neighbours import STABLE, small_world, spectral_radius
from sim.rules import rumour
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import catalogue
from sim.schema.loading import load_market

PAR = Behaviour()
shares = st.floats(0.0, 1.0)


def graph(seed: int = 1) -> np.ndarray:
    market = load_market("baseline")
    counts = [market.segments[name].partners for name in market.segments]
    segment = np.repeat(np.arange(4), counts)
    return small_world(market, np.arange(len(segment)), segment, seed)


def test_acquaintance_is_mutual_inside_a_segment_and_as_wide_as_the_market_says() -> None:
    table = graph()
    pairs = {(one, other) for one, row in enumerate(table) for other in row[row >= 0].tolist()}
    assert pairs
    assert all((other, one) in pairs and one != other for one, other in pairs)
    degree = np.sum(table >= 0, axis=1)
    assert 5.5 < np.mean(degree[12:]) < 6.1
    segment = np.repeat(np.arange(4), [12, 90, 220, 180])
    assert all(segment[one] == segment[other] for one, other in pairs)


def test_the_world_is_small() -> None:
    table = graph()
    reached, steps = {200}, 0
    while len(reached) < 220 and steps < 50:
        reached |= {other for one in reached for other in table[one][table[one] >= 0].tolist()}
        steps += 1
    assert steps <= 8


def test_the_spectral_radius_is_that_of_the_matrix() -> None:
    table = graph()
    matrix = np.zeros((len(table), len(table)))
    for one, row in enumerate(table):
        matrix[one, row[row >= 0]] = 1.0
    assert spectral_radius(table) == pytest.approx(np.max(np.linalg.eigvalsh(matrix)), rel=1e-3)
    assert spectral_radius(np.full((3, 1), -1)) == 0.0


def test_hearsay_dies_out_at_every_allowed_retelling() -> None:
    most = next(e.meta.high for e in catalogue(Behaviour) if e.path == "retelling_share")
    assert spectral_radius(graph()) * most < STABLE


def test_one_conflict_is_heard_by_neighbours_and_no_more_than_the_series_allows() -> None:
    table, heard, total = graph(), np.zeros(502), 0.0
    own = np.zeros(502)
    own[50] = 1.0
    for _ in range(30):
        out = [
            rumour.worth_telling(rumour.told(n, h, PAR.telling_share, PAR.retelling_share), PAR.smallest_news)
            for n, h in zip(own.tolist(), heard.tolist(), strict=True)
        ]
        heard = np.zeros(502)
        for one, amount in enumerate(out):
            others = table[one][table[one] >= 0]
            heard[others] += amount
        total, own = total + float(np.sum(heard)), np.zeros(502)
    degree = int(np.sum(table[50] >= 0))
    first = degree * PAR.telling_share
    assert first <= total + 1e-12 <= first / (1.0 - STABLE)
    assert np.max(heard) == 0.0


@given(belief=shares, heard=st.floats(0.0, 20.0))
def test_hearsay_frightens_and_hurts_less_than_experience(belief, heard):
    after = rumour.belief_heard(belief, heard, PAR.belief_learning, PAR.heard_belief_share)
    assert belief <= after <= 1.0
    assert rumour.heard_loss(1.0, 0.7, 0.08, 0.5) == pytest.approx(0.5 * 0.7 * 0.08)
    assert rumour.heard_loss(0.0, 0.7, 0.08, 0.5) == 0.0


def test_null_nobody_tells_nobody_hears() -> None:
    assert rumour.worth_telling(rumour.told(3.0, 5.0, 0.0, 0.0), 0.02) == 0.0
    assert rumour.news(1.0, 1.0, 2.0, 0.25) == 2.5
