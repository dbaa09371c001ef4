"""How long a change disturbs partners, beside the programme it leads to."""

import numpy as np

from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.part import in_parts
from sim.experiment.futures import Futures
from sim.experiment.shock import change_shock
from sim.experiment.weekly import Array, Weekly


def shock_of(bench: Bench, design: Design, futures: Futures) -> Array:
    """Weeks for which trust or effort stay away from their twin without a transition: [futures].

    Parameters
    ----------
    bench : setting, today's programme and horizon
    design : the change
    futures : some of the bench's
    """
    simulation = bench.setting.simulation

    def weeks(part: Futures) -> Array:
        start = bench.week0(part)
        changed, twin = (
            Weekly(
                simulation.run(start, design, part, bench.weeks, smoothly=smoothly).weekly, simulation.columns
            )
            for smoothly in (False, True)
        )
        return change_shock(changed, twin)

    return np.concatenate(in_parts(futures, weeks))
