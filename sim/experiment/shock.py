"""The shock of a change: how long trust and effort stay away from their twin without a transition."""

from typing import Final

import numpy as np

from sim.experiment.weekly import Array, Weekly, account, share

CLOSE: Final = 0.02
"""Relative distance from the twin at which a run counts as back."""
_ACTIVE: Final = account("active")
_MEASURES: Final = (share(account("trust_sum"), _ACTIVE), share(account("share_sum"), _ACTIVE))


def change_shock(changed: Weekly, twin: Weekly) -> Array:
    """Weeks until mean trust and mean effort are back for good, one number per future.

    Parameters
    ----------
    changed : weekly sums of a run with its transition
    twin : weekly sums of the same programme from the same day, without announcement and without learning anew

    Returns
    -------
    0 where nothing was disturbed; the length of the run where it never comes back
    """
    futures, length = changed.values.shape[0], changed.values.shape[1]
    away = np.zeros((futures, length), dtype=bool)
    for measure in _MEASURES:
        here, there = measure(changed), measure(twin)
        away |= np.abs(here - there) > CLOSE * np.abs(there)
    weeks = np.arange(1.0, length + 1.0)
    last: Array = np.max(away * weeks, axis=1, initial=0.0)
    return last
