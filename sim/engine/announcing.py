"""What a vendor announces: today's programme, the one that replaces it, and the days of the change."""

from typing import Final

import numpy as np

from sim.engine.flatten import ENDS, INVITES, changed_share, levers_of, steps_of
from sim.engine.layout import G
from sim.engine.records import Designs
from sim.kernel.step import STEPS
from sim.schema.catalogue import LABELS, differences
from sim.schema.programme import Programme
from sim.schema.rival import Answer

NEVER: Final = 1_000_000


def is_change(today: Programme, programme: Programme) -> bool:
    """Whether a programme is another one than today's."""
    return not set(differences(today, programme)) <= LABELS


def answer_of(today: Programme, answer: Answer | None, announced: int) -> Designs:
    """What a rival does once we announce a change in a week: its answer, or what it has always done."""
    if answer is None:
        return designs_of(today, today, NEVER)
    return designs_of(today, answer.programme, announced + answer.after_weeks)


def designs_of(today: Programme, programme: Programme, announced: int) -> Designs:
    """Today's programme and one announced in a week: levers, rebates, and the days of the change."""
    change, levers = programme.transition, levers_of(today)
    rows = [levers, levers_of(programme), levers_of(programme)]
    for row in rows:
        row[G.price_ratio] = row[G.price] / levers[G.price]
    fronts = slice(G.front_registered, G.front_platinum + 1)
    rows[2][fronts] = np.maximum(rows[1][fronts], levers[fronts])
    steps = [steps_of(one) for one in (today, programme, programme)]
    announced = announced * STEPS
    effect = announced + change.notice_weeks * STEPS
    protected = effect + change.grandfathering_weeks * STEPS
    undone = announced + change.reversed_after_weeks * STEPS if change.reversed_after_weeks else NEVER
    share = changed_share(today, programme)
    protects, below = ENDS[change.ends]
    return Designs(
        np.array(rows), np.array(steps), announced, effect, protected, undone,
        float(change.leaked), share, protects, below, *INVITES[change.reinvites],
    )  # fmt: skip
