"""What years of contact, rules and conflict leave behind in the shipped comparisons."""

import numpy as np

from sim.schema.loading import load_programme
from tests.experiment.levers import FEW, WEEKS, Stage, base, stand
from tests.experiment.levers import measured as run


def end_trust(name: str) -> np.ndarray:
    """Mean trust of active partners in the last half year, per future."""
    weekly = run(Stage(), load_programme(name)) if name != "retro-volume" else base(Stage())
    last = slice(WEEKS - 26, WEEKS)
    return np.mean(weekly["trust_sum"][:, last] / weekly["active"][:, last], axis=1)


def test_much_direct_with_clear_kept_rules_leaves_more_trust_than_little_direct_with_vague_ones() -> None:
    gap = end_trust("much-direct-clear-rules") - end_trust("little-direct-vague-rules")
    assert len(gap) == FEW == len(stand(Stage(), FEW).futures.rows)
    assert np.mean(gap) > 3.0 * np.std(gap, ddof=1) / np.sqrt(len(gap))
