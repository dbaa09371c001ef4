"""A market to read: the compiled engine's weeks with one object per partner, and bit for bit its results."""

from itertools import count
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np

from sim.engine import common, records
from sim.engine.calendar import calendar
from sim.engine.layout import (
    QUARTER,
    WEEK_OFFSET,
    Derived,
    H,
    Levers,
    Parameters,
    State,
    Step,
    Vendor,
    W,
    Weekly,
)
from sim.engine.loops.deals import engagement
from sim.engine.loops.replay import FIELDS, NONE
from sim.engine.loops.sums import vendor_week
from sim.engine.mesa_agents import Partner
from sim.engine.one_partner import week_sums
from sim.kernel.block import BLOCK, LANES
from sim.kernel.draws import Purpose, stream_key
from sim.kernel.sums import fold
from sim.population.partners import Facts
from sim.rules import payout


def _no_keys() -> list[int]:
    return [0 for _ in (0, *range(max(Purpose)))]


class PartnerModel(mesa.Model):  # type: ignore[misc]
    """One future of a market: what ``driver.run_future`` takes, with partners as objects."""

    def __init__(
        self, world: records.World, designs: records.Designs, future: records.Future, weeks: records.Weeks,
        memory: records.Memory, mode: int = NONE, tape: Any = None,
    ) -> None:  # fmt: skip
        super().__init__(seed=0)
        self.change_week, self.memory, self.mode = designs.change_week, memory, mode
        self.stream = int(future.seed), int(future.luck), 0
        self.par: Any = Parameters._make(future.par.tolist())
        self.vend = Vendor._make(world.vend.tolist())
        self.levers = [Levers._make(row) for row in designs.levers.tolist()]
        self.rebates = [[Step._make(row) for row in steps] for steps in designs.steps.tolist()]
        self.hours, self.level = memory.shared.tolist(), memory.territory_level.tolist()
        self.references, self.saturation = world.territory_list.tolist(), memory.territory_level.tolist()
        self.keys, self.deal_keys = _no_keys(), {"p": _no_keys(), "s": _no_keys()}
        for offer, keys in enumerate(self.deal_keys.values()):
            common.fill_keys(keys, *self.stream, offer)
        self.direct_today = self._direct(self.levers[0], engagement(self.levers[0], self.par))
        self.days = zip(count(weeks.first), *(numbers.tolist() for numbers in weeks[1:]), strict=False)
        self._enrol(world, tape)

    def _direct(self, lev: Levers, rule: Any) -> float:
        return common.direct_intensity(lev, rule, self.vend)

    def _enrol(self, world: records.World, tape: Any) -> None:
        """One agent per partner, in the order of blocks and lanes; places without a partner stay empty."""
        blocks = len(world.facts)
        facts, derived, state = (
            rows.reshape(blocks, -1, BLOCK) for rows in (world.facts, self.memory.derived, self.memory.state)
        )
        tapes = None if tape is None else tape.reshape(len(tape), blocks, len(FIELDS), BLOCK)
        places = zip(
            np.ndindex(blocks, BLOCK),
            world.ids.ravel().tolist(),
            world.territory.ravel().tolist(),
            strict=True,
        )
        for (block, lane), number, territory in places:
            known = Facts._make(facts[block, :, lane].tolist())
            if known.real:
                own = dict(zip(Derived._fields, derived[block, :, lane].tolist(), strict=True))
                figures = known, SimpleNamespace(**own), state[block, :, lane].tolist()
                partner = Partner(self, number, territory, divmod(lane, LANES)[1], figures)
                partner.kept = derived[block, :, lane], state[block, :, lane]
                partner.tape = None if tapes is None else tapes[:, block, :, lane]

    def step(self) -> None:
        """One week: what all partners share, each partner's week, and the sums."""
        week, growth, speed, self.learn = next(self.days)
        design = 1 if week >= self.change_week else 0
        self.lev, segments = self.levers[design], self.rebates[design]
        stamp, steps = int(payout.added(week, WEEK_OFFSET)), int(self.lev.steps)
        self.plan, self.segments = segments[:steps], segments[: int(payout.added(steps, 1))]
        self.now = calendar(week, int(self.lev.clock_weeks), growth, speed)
        common.fill_keys(self.keys, *self.stream, stamp)
        quarter = stream_key(*self.stream, divmod(stamp, QUARTER)[0], Purpose.MARKET)
        self.all_ = common.weekly_numbers(self.lev, self.par, self.vend, self.hours, quarter, growth)
        direct = self._direct(self.lev, self.all_.rule)
        references = self.level, self.references
        worked = common.fill_saturation(self.saturation, *references, direct, self.direct_today, self.par)
        self.agents.do("step")
        self.week = self._sums()
        rule, elasticity = self.all_.rule, self.par.effort_elasticity
        vendor_week(
            self.week, self.lev, self.vend, rule.cost_per_year, rule.accounts, worked, growth, elasticity
        )
        self.hours[H.hours] = self.week[W.hours]

    def _sums(self) -> Any:
        """Sums lane by lane, then folded; selling is added up by territory, partner by partner."""
        lanes = {name: np.zeros(LANES) for name in Weekly._fields}
        self.level = [0.0 for _ in self.level]
        for partner in self.agents:
            for name, amount in week_sums(partner).items():
                lanes[name][partner.lane] = payout.added(lanes[name][partner.lane], amount)
            self.level[partner.territory] = payout.added(self.level[partner.territory], partner.z.level)
        return np.array([fold(lane, 0) for lane in lanes.values()])

    def keep(self) -> None:
        """Write what happened back into the memory the model was made from."""
        for partner in self.agents:
            derived, state = partner.kept
            derived[:] = [getattr(partner.d, name) for name in Derived._fields]
            state[:] = [getattr(partner, name) for name in State._fields]
        self.memory.shared[:], self.memory.territory_level[:] = self.hours, self.level
