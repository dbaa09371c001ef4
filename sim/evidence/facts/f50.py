"""F50: partners see more conflict than vendors; registration is the best tool against it."""

from math import inf
from typing import Final

from sim.engine.layout import W
from sim.engine.run import Run
from sim.evidence.fact import Fact
from sim.evidence.protocol import after, total
from sim.evidence.world import QUARTER, Floats, World
from sim.schema.editing import changed


def end_trust(run: Run) -> Floats:
    """Mean trust of active partners in the last quarter of a run: [seeds]."""
    late = run.weekly[:, -QUARTER:]
    mean: Floats = late[:, :, W.trust_sum].sum(axis=1) / late[:, :, W.active].sum(axis=1)
    return mean


def fear(world: World) -> Floats:
    """Believed conflict per deal over incidents per deal decided."""
    weekly = world.stand().run().weekly.sum(axis=1)
    rate = weekly[:, W.incidents] / weekly[:, [W.won, W.lost, W.taken]].sum(axis=1)
    ratio: Floats = weekly[:, W.belief_sum] / weekly[:, W.active] / rate
    return ratio


def _with_and_without(world: World) -> tuple[Run, Run]:
    here = world.stand()
    return after(here), after(here, changed(here.today, {"registration.offered": False}))


def registration_collisions(world: World) -> Floats:
    """Change of incidents by registration, relative."""
    with_it, without = (total(run, W.incidents) for run in _with_and_without(world))
    change: Floats = with_it / without - 1.0
    return change


def registration_trust(world: World) -> Floats:
    """Change of trust by registration."""
    with_it, without = _with_and_without(world)
    return end_trust(with_it) - end_trust(without)


FACTS: Final = (
    Fact("fear_of_conflict", "F50", "", fear, 1.2, inf),
    Fact("registration_conflict", "F50", "", registration_collisions, -inf, 0.0),
    Fact("registration_trust", "F50", "", registration_trust, 0.0, inf),
)
