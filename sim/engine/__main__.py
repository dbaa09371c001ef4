"""Compile the engine, so that the first comparison does not have to: ``python -m sim.engine``."""

import time

import numpy as np

from sim.engine.run import Engine
from sim.population.building import from_market
from sim.schema.behaviour import Behaviour
from sim.schema.loading import load_market, load_programme


class _OneFuture:
    """The default parameters, once."""

    seed = 1
    luck_ids = np.zeros(1, dtype=np.uint64)
    rows = np.array([list(Behaviour().model_dump().values())])


def main() -> None:
    """Run one future of one quarter; compiled code is kept on disk."""
    started = time.monotonic()
    market = load_market("baseline")
    engine = Engine(market, load_programme("flat-margin"), from_market(market))
    engine.run(engine.week0(_OneFuture()), engine.today, _OneFuture(), 13)
    print(f"engine compiled and ready in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
