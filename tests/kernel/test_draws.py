"""Keyed draws: fixed for ever, uniform, and unrelated to each other."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sim.kernel import draws
from sim.kernel.compile import INTERPRETED, inlined
from sim.kernel.draws import Purpose, deal_uniform, name_number, stream_key, uniform

# Seed, future, vendor, week, purpose, entity, deal: key and two draws, printed by `crush vectors`
# (benchmarks/random_numbers), which is a second implementation. These numbers never change.
KNOWN = [
    ((0, 0, 0, 0, 0, 0, 0), 0x57FD4136589761B8, 0.77605735401216525, 0.25903284110086011),
    ((12345, 0, 0, 0, 0, 0, 0), 0x676C6A5AA9D7CAC0, 0.95599021388896277, 0.84298250402635444),
    ((12345, 0, 0, 0, 0, 1, 0), 0x676C6A5AA9D7CAC0, 0.04287674830228505, 0.66476176429398792),
    ((12345, 1, 0, 0, 0, 0, 0), 0x1B4AB48DC9E0FE84, 0.50264110816770413, 0.76235692435823343),
    ((12345, 0, 1, 0, 0, 0, 0), 0x299002DA2F1BAE2E, 0.72093954123502491, 0.78825936466297641),
    ((12345, 0, 0, 1, 0, 0, 0), 0xD95F46FBADC55B28, 0.74382812100501028, 0.1382605924879895),
    ((12345, 0, 0, 0, 1, 0, 0), 0x919FEA891EEFA748, 0.046290653924939806, 0.4052649957192479),
    ((12345, 0, 0, 0, 0, 0, 1), 0x676C6A5AA9D7CAC0, 0.95599021388896277, 0.3861341593042017),
    ((2**63, 99999, 7, 155, 31, 999999, 40), 0xBBF998E03158522F, 0.74309158477486503, 0.86187002589444683),
]
FUTURE_KEY, FUTURE_DRAW = KNOWN[3][1:3]
COUNT = 2_000 if INTERPRETED else 200_000


@inlined
def by_entity(i):
    return uniform(stream_key(9, 2, 1, 30, 4), i)


@inlined
def by_week(i):
    return uniform(stream_key(9, 2, 1, i, 4), 17)


@inlined
def by_future(i):
    return uniform(stream_key(9, i, 1, 30, 4), 17)


@inlined
def by_purpose(i):
    return uniform(stream_key(9, 2, 1, 30, i), 17)


@inlined
def by_vendor(i):
    return uniform(stream_key(9, 2, i, 30, 4), 17)


@inlined
def by_seed(i):
    return uniform(stream_key(i, 2, 1, 30, 4), 17)


@inlined
def by_deal(i):
    return deal_uniform(stream_key(9, 2, 1, 30, 4), 17, i)


FIELDS = [by_entity, by_week, by_future, by_purpose, by_vendor, by_seed, by_deal]


@pytest.fixture(scope="module", params=FIELDS, ids=lambda field: field.__name__)
def sequence(request, in_loop):
    """Draws when one field counts upwards and everything else stands still."""
    return in_loop(request.param, np.arange(COUNT, dtype=np.uint64))


@pytest.mark.parametrize(("at", "key", "draw", "deal"), KNOWN)
def test_known_answers(at, key, draw, deal):
    *stream, entity, index = at
    assert stream_key(*stream) == key
    assert uniform(key, entity) == draw
    assert deal_uniform(key, entity, index) == deal


@pytest.mark.parametrize("number", [int, np.uint64, np.int64])
def test_any_kind_of_whole_number_gives_the_same_draw(number):
    key = stream_key(number(12345), number(1), number(0), number(0), number(0))
    assert key == FUTURE_KEY
    assert uniform(np.uint64(key), number(0)) == FUTURE_DRAW


def test_compiled_loops_draw_the_numbers_that_python_draws(in_loop):
    entity = np.arange(300, dtype=np.uint64)
    key = np.full(300, FUTURE_KEY, dtype=np.uint64)
    single = [uniform(FUTURE_KEY, e) for e in range(300)]
    assert in_loop(uniform, key, entity).tolist() == single
    assert in_loop(uniform, key, entity.astype(np.int64)).tolist() == single
    deals = in_loop(deal_uniform, key, entity, entity)
    assert deals.tolist() == [deal_uniform(FUTURE_KEY, e, e) for e in range(300)]


def test_purposes_never_change_their_numbers():
    names = """
        ARRIVALS_PRODUCT ARRIVALS_SOLUTION EARLY_PRODUCT EARLY_SOLUTION LATE_PRODUCT LATE_SOLUTION
        CLOSE_PRODUCT CLOSE_SOLUTION HOLD_PRODUCT HOLD_SOLUTION RELEASE_PRODUCT RELEASE_SOLUTION
        NEWSLETTER CALL VISIT LOYALTY RETURN EFFORT_NOISE
        DEAL_SIZE DEAL_WIN DEAL_REGISTERED DEAL_INCIDENT DEAL_OUTCOME PARAMETER POPULATION DRIFT
    """
    for number, name in enumerate(names.split(), 1):
        assert Purpose[name] == number


def test_names_have_fixed_numbers_that_differ():
    assert name_number("rumour_weight") == 1754942338041806178
    assert name_number("rumour_weight ") != name_number("rumour_weight")
    assert all(0 <= name_number(str(n)) < 2**63 for n in range(1000))


def test_draws_stay_strictly_between_zero_and_one(in_loop):
    ends = np.array([0, 2**64 - 1], dtype=np.uint64)
    assert in_loop(draws._unit, ends).tolist() == [2.0**-53, 1 - 2.0**-53]


def test_draws_are_uniform(sequence):
    assert abs(sequence.mean() - 0.5) < 4 * np.sqrt(1 / 12 / COUNT)
    assert abs(sequence.var() - 1 / 12) < 4 * np.sqrt(1 / 180 / COUNT)
    counts = np.bincount((sequence * 256).astype(int), minlength=256)
    assert stats.chisquare(counts).pvalue > 1e-4
    fine = np.bincount((sequence * 2**40).astype(np.int64) % 256, minlength=256)
    assert stats.chisquare(fine).pvalue > 1e-4


@pytest.mark.parametrize("lag", [1, 2, 13, 52, 64])
def test_neighbouring_draws_are_unrelated(sequence, lag):
    first, second = sequence[:-lag], sequence[lag:]
    limit = 4.5 / np.sqrt(len(first))
    assert abs(np.corrcoef(first, second)[0, 1]) < limit
    assert abs(np.corrcoef((first - 0.5) ** 2, (second - 0.5) ** 2)[0, 1]) < limit
    cells = (first * 16).astype(int) * 16 + (second * 16).astype(int)
    assert stats.chisquare(np.bincount(cells, minlength=256)).pvalue > 1e-5


def test_different_fields_do_not_stand_in_for_each_other(in_loop):
    numbers = np.arange(COUNT // 10, dtype=np.uint64)
    everything = np.concatenate([in_loop(field, numbers) for field in FIELDS])
    assert len(np.unique(everything)) == len(everything) - 5  # all but the deals meet in one draw


@pytest.mark.parametrize("place", range(5))
def test_one_bit_of_a_field_changes_half_of_all_bits_of_the_key(place):
    changes = np.zeros((64, 12))
    for bit in range(64):
        for case in range(12):
            plain = [9, case, 1, 30 + case, 4]
            changed = plain.copy()
            changed[place] ^= 1 << bit
            changes[bit, case] = (int(stream_key(*plain)) ^ int(stream_key(*changed))).bit_count()
    assert changes.mean() == pytest.approx(32, abs=0.6)
    assert changes.mean(axis=1).min() > 27
