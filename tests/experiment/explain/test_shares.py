"""Shares of players: the laws that define them, and games whose shares are known."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.explain.shares import MOST_EXACT, PAIRS, coalitions_in, orders_of, shares


def game(players: int, seed: int = 3) -> dict[frozenset[int], np.ndarray]:
    """Random worth of every coalition in two futures; nobody together is worth nothing."""
    random = np.random.default_rng(seed)
    everyone = [
        frozenset(group) for size in range(players + 1) for group in combinations(range(players), size)
    ]
    return {group: random.normal(size=2) * bool(group) for group in everyone}


def test_orders_are_all_of_them_up_to_six() -> None:
    assert [len(orders_of(players)) for players in (1, 2, 3, 6)] == [1, 2, 6, 720]
    assert len(coalitions_in(orders_of(6))) == 2**6


def test_above_six_every_random_order_is_followed_by_its_reverse() -> None:
    orders = orders_of(MOST_EXACT + 2)
    assert len(orders) == 2 * PAIRS
    assert all(there == back[::-1] for there, back in zip(orders[0::2], orders[1::2], strict=True))
    assert all(sorted(order) == list(range(MOST_EXACT + 2)) for order in orders)


@pytest.mark.parametrize("players", [1, 2, 4, 8])
def test_shares_add_up_to_the_worth_of_all_in_every_future(players: int) -> None:
    worth = game(players)
    found = shares(orders_of(players), worth)
    assert found.amounts.sum(axis=1) == pytest.approx(worth[frozenset(range(players))])


@given(alone=st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=7))
def test_where_nobody_needs_another_one_each_gets_its_own(alone: list[float]) -> None:
    orders = orders_of(len(alone))
    worth = {group: np.array([sum(alone[one] for one in group)]) for group in coalitions_in(orders)}
    assert shares(orders, worth).amounts[0] == pytest.approx(alone, abs=1e-6)


def test_two_who_need_each_other_share_equally_and_a_dummy_gets_exactly_nothing() -> None:
    orders = orders_of(3)
    worth = {group: np.array([10.0 if {0, 1} <= group else 0.0]) for group in coalitions_in(orders)}
    assert shares(orders, worth).amounts[0].tolist() == [5.0, 5.0, 0.0]


def test_the_airport_game_has_its_textbook_shares() -> None:
    """A runway as long as the longest plane needs; costs 1, 2, 4 (Littlechild and Owen, 1973)."""
    cost = (1.0, 2.0, 4.0)
    orders = orders_of(3)
    worth = {
        group: np.array([max((cost[one] for one in group), default=0.0)]) for group in coalitions_in(orders)
    }
    assert shares(orders, worth).amounts[0] == pytest.approx([1 / 3, 1 / 3 + 1 / 2, 1 / 3 + 1 / 2 + 2])


def test_only_a_choice_of_orders_has_an_error_and_it_covers_the_truth() -> None:
    assert np.all(shares(orders_of(4), game(4)).errors == 0.0)
    orders, players = orders_of(8), 8
    worth = game(players)
    found = shares(orders, worth)
    exact = exact_shares(players, worth)
    assert np.all(found.errors > 0.0)
    assert np.all(np.abs(found.amounts.mean(axis=0) - exact) < 4.0 * found.errors)


def exact_shares(players: int, worth: dict[frozenset[int], np.ndarray]) -> np.ndarray:
    """By the formula over coalitions, without orders."""
    from math import factorial

    exact = np.zeros(players)
    for group, value in worth.items():
        for one in set(range(players)) - group:
            weight = factorial(len(group)) * factorial(players - len(group) - 1) / factorial(players)
            exact[one] += weight * float((worth[group | {one}] - value).mean())
    return exact
