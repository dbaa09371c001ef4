"""Random counts are exact inversions, and every form of them gives the same bits."""

from __future__ import annotations

import numba
import numpy as np
import pytest
from scipy import stats

from sim.kernel.block import BLOCK
from sim.kernel.compile import INTERPRETED
from sim.kernel.counts import (
    SHORT,
    UNRESOLVED,
    binomial,
    binomial_short,
    draw_binomial,
    draw_poisson,
    list_positive,
    name_draws,
    new_draws,
    pick,
    pick_of_partner,
    poisson,
    poisson_short,
    put,
)
from sim.kernel.draws import uniform

GRID = 150 if INTERPRETED else 4001
MEANS = [0.0, 1e-9, 0.02, 0.7, 3.0, 11.5, 90.0, 600.0]
TRIALS = [
    (0, 0.3), (1, 0.25), (1, 0.8), (2, 0.5), (5, 0.02), (7, 0.9), (40, 0.3), (127, 0.01), (128, 0.01),
    (127, 0.99), (255, 0.5), (600, 0.2), (1000, 0.5), (1000, 0.501), (1000, 1e-4), (1000, 0.9999),
    (1000, 1e-12),
]  # fmt: skip
KEY = 0x676C6A5AA9D7CAC0


@pytest.fixture(scope="module")
def grid():
    """Uniform numbers, dense in the middle and reaching into both ends."""
    ends = 2.0 ** -np.arange(5, 54)
    return np.sort(np.concatenate([np.linspace(0.0003, 0.9997, GRID), ends, 1 - ends]))


def assert_inversion(got, u, steps):
    """Compare with the first step at or above u; leave out draws nearer to a step than rounding."""
    clear = np.min(np.abs(steps[:, None] - u[None, :]), axis=0) > 1e-12
    assert clear.mean() > 0.7
    assert got[clear].tolist() == np.searchsorted(steps, u[clear]).tolist()


@pytest.mark.parametrize("mean", MEANS)
def test_poisson_counts_invert_the_distribution(mean, grid, in_loop):
    steps = stats.poisson.cdf(np.arange(1000), mean)
    assert_inversion(in_loop(poisson, grid, np.full_like(grid, mean)), grid, steps)


@pytest.mark.parametrize(("trials", "chance"), TRIALS)
def test_binomial_counts_invert_the_distribution(trials, chance, grid, in_loop):
    steps = stats.binom.cdf(np.arange(trials + 1), trials, chance)
    got = in_loop(binomial, grid, np.full_like(grid, trials), np.full_like(grid, chance))
    assert_inversion(got, grid, np.append(steps[:-1], 2.0))


def test_sure_and_impossible_trials(grid, in_loop):
    for trials in (0.0, 1.0, 64.0, 1000.0):
        n = np.full_like(grid, trials)
        assert np.all(in_loop(binomial, grid, n, np.zeros_like(grid)) == 0)
        assert np.all(in_loop(binomial, grid, n, np.ones_like(grid)) == trials)


def test_chances_and_means_beyond_their_range_are_held():
    assert binomial(0.999, 10, -0.2) == 0
    assert binomial(0.001, 10, 1.2) == 10
    assert poisson(0.999, -1.0) == 0
    assert poisson(0.5, 1e6) == poisson(0.5, 600.0)


def test_the_last_uniform_gives_no_wild_counts():
    last = 1 - 2.0**-53
    assert binomial(last, 1000, 0.001) < 30
    assert binomial(last, 1000, 0.5) < 640
    assert binomial(2.0**-53, 1000, 0.5) > 360
    assert poisson(last, 0.001) < 8
    assert poisson(last, 600.0) < 830


def test_counts_never_fall_when_the_uniform_or_the_chance_rises(grid, in_loop):
    for chance in (0.1, 0.5, 0.9):
        counts = in_loop(binomial, grid, np.full_like(grid, 30), np.full_like(grid, chance))
        assert np.all(np.diff(counts) >= 0)
    chances = np.linspace(0, 1, GRID)
    for u in (0.05, 0.37, 0.94):
        counts = in_loop(binomial, np.full_like(chances, u), np.full_like(chances, 9), chances)
        assert np.all(np.diff(counts) >= 0)


@pytest.mark.parametrize("mean", MEANS)
def test_short_poisson_gives_the_same_count_or_says_that_it_cannot(mean, grid, in_loop):
    means = np.full_like(grid, mean)
    full, short = in_loop(poisson, grid, means), in_loop(poisson_short, grid, means)
    assert short.tolist() == np.where(full < SHORT, full, UNRESOLVED).tolist()


@pytest.mark.parametrize(("trials", "chance"), TRIALS)
def test_short_binomial_gives_the_same_count_or_says_that_it_cannot(trials, chance, grid, in_loop):
    columns = grid, np.full_like(grid, trials), np.full_like(grid, chance)
    full, short = in_loop(binomial, *columns), in_loop(binomial_short, *columns)
    drawn = full if chance <= 0.5 else trials - full
    resolved = (drawn < SHORT) & (trials < 16)
    assert short.tolist() == np.where(resolved, full, UNRESOLVED).tolist()


def turning_point(draw, count):
    """The largest uniform number at which a draw is still at or below a count, found by halving."""
    low, high = 0.0, 1.0
    while np.nextafter(low, 1) < high:
        middle = (low + high) / 2
        low, high = (low, middle) if draw(middle) > count else (middle, high)
    return low


@pytest.mark.parametrize("chance", np.linspace(0.03, 0.4, 12))
def test_both_forms_turn_at_the_very_same_uniform(chance):
    for count in range(SHORT - 1):
        last = turning_point(lambda u: poisson(u, 10 * chance), count)
        assert poisson_short(last, 10 * chance) == count
        assert poisson_short(np.nextafter(last, 1), 10 * chance) == count + 1
        last = turning_point(lambda u: binomial(u, 13, chance), count)
        assert binomial_short(last, 13, chance) == count
        assert binomial_short(np.nextafter(last, 1), 13, chance) == count + 1


def test_python_callers_get_the_bits_of_compiled_loops(in_loop):
    u = np.random.default_rng(3).uniform(size=200)
    trials, chance = np.arange(200.0), np.roll(u, 1)
    single = [poisson(*pair) for pair in zip(u, 9 * chance, strict=True)]
    assert single == in_loop(poisson, u, 9 * chance).tolist()
    single = [binomial(*row) for row in zip(u, trials, chance, strict=True)]
    assert single == in_loop(binomial, u, trials, chance).tolist()


@pytest.fixture
def fields():
    """Two offers of a block: trials, many of them 0, chances, means, and an empty field; ids and keys."""
    rng = np.random.default_rng(11)
    trials = np.floor(rng.exponential(8, 2 * BLOCK)) * (rng.uniform(0, 1, 2 * BLOCK) < 0.4)
    trials[5] = 700
    z = np.concatenate([rng.uniform(0, 1, 2 * BLOCK), rng.exponential(1.5, 2 * BLOCK) * (trials > 0)])
    ids, keys = (
        np.arange(500, 500 + BLOCK, dtype=np.uint64),
        np.arange(7, 17, dtype=np.uint64) * np.uint64(KEY),
    )
    return trials, np.concatenate([z, np.zeros(2 * BLOCK)]), ids, keys


@numba.njit(error_model="numpy")
def poisson_list(z, ids, keys, draws):
    count = list_positive(z, 2 * BLOCK, 2 * BLOCK, draws.at)
    name_draws(draws, count, ids, keys, 3)
    pick(z, 2 * BLOCK, draws, count, draws.chance)
    draw_poisson(draws, count)
    put(draws, count, z, 4 * BLOCK)
    return count


@numba.njit(error_model="numpy")
def binomial_list(x, z, ids, keys, draws):
    count = list_positive(x, 0, 2 * BLOCK, draws.at)
    name_draws(draws, count, ids, keys, 3)
    pick(x, 0, draws, count, draws.trials)
    pick_of_partner(z, 0, draws, count, draws.chance)
    draw_binomial(draws, count)
    put(draws, count, z, 4 * BLOCK)
    return count


def single(ids, keys, place):
    """The uniform number of a place: its partner's, under the key of its offer."""
    return uniform(keys[3 + place // BLOCK], int(ids[place % BLOCK]))


def test_listed_poisson_counts_are_what_single_partners_draw(fields):
    trials, z, ids, keys = fields
    assert poisson_list(z, ids, keys, new_draws()) == np.count_nonzero(trials)
    drawn = [poisson(single(ids, keys, i), z[2 * BLOCK + i]) for i in range(2 * BLOCK)]
    assert z[4 * BLOCK :].tolist() == drawn
    assert max(drawn) >= SHORT


def test_listed_binomial_counts_are_what_single_partners_draw(fields):
    trials, z, ids, keys = fields
    assert binomial_list(trials, z, ids, keys, new_draws()) == np.count_nonzero(trials)
    drawn = [binomial(single(ids, keys, i), trials[i], z[i % BLOCK]) for i in range(2 * BLOCK)]
    assert z[4 * BLOCK :].tolist() == drawn
    assert max(drawn) >= SHORT


def test_lists_leave_other_fields_alone(fields):
    trials, z, ids, keys = fields
    before = z.copy()
    binomial_list(trials, z, ids, keys, new_draws())
    assert z[: 4 * BLOCK].tolist() == before[: 4 * BLOCK].tolist()
