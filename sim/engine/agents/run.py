"""The engine for reading, behind the same door as the compiled one."""

from functools import partial
from typing import Any

from sim.engine import records
from sim.engine.agents.model import PartnerModel
from sim.engine.agents.partner import Event
from sim.engine.agents.sums import week_sums
from sim.engine.loops.replay import NONE
from sim.engine.run import Engine, FutureRows, Week0
from sim.schema.programme import Programme


def run_future(
    world: records.World, designs: records.Designs, future: records.Future, weeks: records.Weeks,
    memory: records.Memory, _room: Any, record: records.Record, mode: int, told: Any = None,
) -> None:  # fmt: skip
    """All weeks of one future, as ``driver.run_future``; ``memory`` and ``record`` are changed in place.

    told : (place of a partner, list that its events are appended to)
    """
    model = PartnerModel(world, designs, future, weeks, memory, mode, record.tape if mode != NONE else None)
    if told is not None:
        model.agents[told[0]].diary = told[1]
    for place in range(len(weeks.growth)):
        model.place = place
        model.step()
        record.weekly[place] = model.week
        if len(record.sales):
            for at, partner in enumerate(model.agents):
                record.sales[place, :, at] = partner.z.bought, week_sums(partner)["won"]
    model.keep()


class MesaEngine(Engine):
    """A market under today's programme, one object per partner: slow, readable, bit for bit the same."""

    run_future: Any = staticmethod(run_future)

    def story(
        self,
        start: Week0,
        programme: Programme,
        futures: FutureRows,
        weeks: int,
        *,
        partner: int,
        change_week: int = 0,
    ) -> list[Event]:
        """What happens to one partner in one future, week by week.

        Parameters
        ----------
        start, futures : of a single future
        programme, weeks, change_week : as in ``run``
        partner : its place among the partners
        """
        events: list[Event] = []
        teller = MesaEngine(self.market, self.today, self.partners)
        teller.run_future = partial(run_future, told=(partner, events))
        teller.run(start, programme, futures, weeks, change_week=change_week)
        return events
