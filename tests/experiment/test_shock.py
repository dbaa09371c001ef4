"""How long a change is felt."""

import numpy as np

from sim.experiment.shock import change_shock
from sim.experiment.weekly import Weekly

COLUMNS = {"active": 0, "trust_sum": 1, "share_sum": 2}


def sums(trust: np.ndarray, effort: float = 20.0) -> Weekly:
    values = np.zeros((1, len(trust), 3))
    values[0, :, 0], values[0, :, 1], values[0, :, 2] = 100.0, 100.0 * trust, effort
    return Weekly(values, COLUMNS)


def test_nothing_disturbed_is_no_shock() -> None:
    flat = np.full(52, 0.6)
    assert change_shock(sums(flat), sums(flat)).tolist() == [0.0]


def test_the_shock_lasts_until_trust_is_within_two_per_cent_for_good() -> None:
    flat = np.full(52, 0.6)
    hurt = flat.copy()
    hurt[4:20] = 0.5
    hurt[20:] = 0.595
    assert change_shock(sums(hurt), sums(flat)).tolist() == [20.0]


def test_effort_counts_as_well_and_some_changes_never_heal() -> None:
    flat = np.full(52, 0.6)
    assert change_shock(sums(flat, effort=15.0), sums(flat)).tolist() == [52.0]
