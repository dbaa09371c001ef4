"""One partner's story in one future, told by the engine for reading."""

from typing import Any

from sim.engine.agents.partner import Event
from sim.engine.agents.run import MesaEngine
from sim.experiment.bench import Bench
from sim.experiment.designs import Design


def events_of(bench: Bench, design: Design, place: int, weeks: int) -> list[Event]:
    """What happens to one partner in the first future; takes some seconds for each year.

    Parameters
    ----------
    bench : setting and today's programme
    design : that is tried; may be today's
    place : of the partner
    weeks : how far the story goes
    """
    own, future = _engine(bench), bench.futures(1)
    teller = MesaEngine(own.market, own.today, own.partners)
    start, change = bench.week0(future), design.start_week
    return teller.story(start, design.programme, future, weeks, partner=place, change_week=change)


def _engine(bench: Bench) -> Any:
    simulation: Any = bench.setting.simulation
    return simulation.engine
