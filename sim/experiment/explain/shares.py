"""Shapley shares: what each of several players adds, averaged over the orders in which they may come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import sqrt
from typing import Final

import numpy as np

from sim.experiment.weekly import Array

MOST_EXACT: Final = 6
"""Players up to which every order is taken."""
PAIRS: Final = 32
"""Pairs of a random order and its reverse, above that."""

Order = tuple[int, ...]
Coalition = frozenset[int]


@dataclass(frozen=True)
class Shares:
    """Shares of players.

    Attributes
    ----------
    amounts : [futures, players]; in every future they add up to the worth of all together
    errors : [players], standard error of the mean share by the choice of orders; 0 where all were taken
    """

    amounts: Array
    errors: Array


def orders_of(players: int, seed: int = 0) -> tuple[Order, ...]:
    """Every order of up to six players; above that 32 random ones, each followed by its reverse.

    Parameters
    ----------
    players : how many, >= 1
    seed : of the random orders
    """
    if players <= MOST_EXACT:
        return tuple(permutations(range(players)))
    random = np.random.default_rng(seed)
    drawn = [tuple(int(player) for player in random.permutation(players)) for _ in range(PAIRS)]
    return tuple(order for one in drawn for order in (one, one[::-1]))


def coalitions_in(orders: Sequence[Order]) -> tuple[Coalition, ...]:
    """Every group that is together at some place of some order, the empty one too; smallest first."""
    found = {frozenset(order[:place]) for order in orders for place in range(len(order) + 1)}
    return tuple(sorted(found, key=lambda group: (len(group), sorted(group))))


def shares(orders: Sequence[Order], worth: Mapping[Coalition, Array]) -> Shares:
    """What each player adds when it comes, averaged over the orders.

    Parameters
    ----------
    orders : from ``orders_of``; the same players in each
    worth : [futures] of every one of ``coalitions_in(orders)``
    """
    gains = np.stack([_gains(order, worth) for order in orders])
    exact = len(orders[0]) <= MOST_EXACT
    players = gains.shape[2]
    return Shares(gains.mean(axis=0), np.zeros(players) if exact else _errors(gains.mean(axis=1)))


def _gains(order: Order, worth: Mapping[Coalition, Array]) -> Array:
    """[futures, players] in one order."""
    steps = [worth[frozenset(order[:place])] for place in range(len(order) + 1)]
    gains = np.empty((len(steps[0]), len(order)))
    gains[:, order] = np.diff(np.stack(steps, axis=1), axis=1)
    return gains


def _errors(means: Array) -> Array:
    """Standard error from pairs; means : [orders, players], reverse after order."""
    pairs = (means[0::2] + means[1::2]) / 2.0
    error: Array = pairs.std(axis=0, ddof=1) / sqrt(len(pairs))
    return error
