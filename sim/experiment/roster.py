"""Who the partners of an experiment are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sim.experiment.measured import Measured
from sim.experiment.outcomes import END_WILLING
from sim.schema.market import SEGMENTS
from sim.schema.programme import TIERS


@dataclass(frozen=True)
class Roster:
    """Partners in the engine's order.

    Attributes
    ----------
    ids : pseudonyms
    segments : segment of each
    totals : position of each of the engine's totals per partner
    """

    ids: Sequence[str]
    segments: Sequence[str]
    totals: Mapping[str, int]

    @property
    def segment_names(self) -> tuple[str, ...]:
        """Segments that have partners, in the order of the schema."""
        return tuple(name for name in SEGMENTS if name in self.segments)

    def tiers(self, today: Measured) -> list[str]:
        """Tier of each partner at the end of today's programme: the one nearest to its mean over futures."""
        held = np.rint(today.partners[:, self.totals["end_tier"]]).astype(int)
        return [TIERS[place] for place in held]


def lost_by_segment(today: Measured, design: Measured, roster: Roster) -> dict[str, float]:
    """Mean number of partners that a design has fewer than today at the end, by segment."""
    willing = roster.totals[END_WILLING]
    lost = today.partners[:, willing] - design.partners[:, willing]
    segments = np.asarray(roster.segments)
    return {str(segment): float(lost[segments == segment].sum()) for segment in np.unique(segments)}
