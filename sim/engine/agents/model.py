"""A market to read: the compiled engine's weeks with one object per partner, and bit for bit its results."""

from itertools import count
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np

from sim.engine import common, records
from sim.engine.agents.partner import Partner
from sim.engine.agents.sums import week_sums
from sim.engine.agents.tales import tales_arrive
from sim.engine.calendar import calendar
from sim.engine.foreseeing import foresee
from sim.engine.house import organise
from sim.engine.layout import (
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
from sim.engine.loops.changing import FOR_EVER, design_of, invitations, price_of_change
from sim.engine.loops.deals import engagement
from sim.engine.loops.replay import FIELDS, NONE
from sim.engine.loops.sums import vendor_week
from sim.engine.loops.tales import begun
from sim.kernel.block import BLOCK, LANES
from sim.kernel.draws import Purpose, stream_key
from sim.kernel.step import QUARTER
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
        self.designs, self.memory, self.mode = designs, memory, mode
        self.par: Any = Parameters._make(future.par.tolist())
        self.vend = Vendor._make(world.vend.tolist())
        self.luck = int(future.seed), int(future.luck)
        self.stream = *self.luck, int(self.vend.number)
        self.levers = [Levers._make(row) for row in designs.levers.tolist()]
        self.rebates = [[Step._make(row) for row in steps] for steps in designs.steps.tolist()]
        self.hours, self.level = memory.shared.tolist(), memory.territory_level.tolist()
        self.desks = memory.desks.tolist()
        self.references, self.saturation = world.territory_list.tolist(), memory.territory_level.tolist()
        self.keys, self.deal_keys = _no_keys(), {"p": _no_keys(), "s": _no_keys()}
        for offer, keys in enumerate(self.deal_keys.values()):
            common.fill_keys(keys, *self.stream, offer)
        self.direct_today = self._direct(self.levers[0], engagement(self.levers[0], self.par, FOR_EVER))
        self.days = zip(count(weeks.first), *(numbers.tolist() for numbers in weeks[1:]), strict=False)
        self.heard = [0.0 for _ in world.ids.ravel()]
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
        columns = (array.ravel().tolist() for array in (world.ids, world.territory))
        for place, ((block, lane), number, territory) in enumerate(
            zip(np.ndindex(blocks, BLOCK), *columns, strict=True)
        ):
            known = Facts._make(facts[block, :, lane].tolist())
            if known.real:
                own = dict(zip(Derived._fields, derived[block, :, lane].tolist(), strict=True))
                figures = known, SimpleNamespace(**own), state[block, :, lane].tolist()
                partner = Partner(self, number, territory, divmod(lane, LANES)[1], figures)
                partner.kept = derived[block, :, lane], state[block, :, lane]
                known_to = world.neighbours[block, lane].tolist()
                partner.place, partner.neighbours = place, [other for other in known_to if other >= 0]
                partner.tape = None if tapes is None else tapes[:, block, :, lane]

    def step(self) -> None:
        """One week: what all partners share, each partner's week, and the sums."""
        week, growth, speed, self.learn = next(self.days)
        design, in_force = design_of(week, self.designs)
        lev, segments = self.levers[design], self.rebates[design]
        stamp, steps = int(payout.added(week, WEEK_OFFSET)), int(lev.steps)
        self.plan, self.segments = segments[:steps], segments[: int(payout.added(steps, 1))]
        self.now = calendar(week, int(lev.clock_weeks), growth, speed)
        common.fill_keys(self.keys, *self.stream, stamp)
        inside = self.hours, self.desks, self.level
        house = organise(lev, self.par, self.vend, *inside, self.keys, week, in_force)
        carried_out: Any = payout.part(lev.funds, house.budget)
        open_promise: Any = {"hope": house.hope, "mending": house.mending}
        price = foresee(week, self.designs, self.par)
        foreseen: Any = {f"price_{name}": share for name, share in price._asdict().items()}
        self.lev = lev._replace(funds=carried_out, **open_promise, **foreseen)
        quarter = stream_key(*self.luck, 0, divmod(stamp, QUARTER)[0], Purpose.MARKET)
        self.in_force = in_force
        self.all_ = common.weekly_numbers(
            self.lev, self.par, self.vend, self.hours, house, quarter, growth, float(week), in_force
        )
        direct = self._direct(self.lev, self.all_.rule)
        references = self.level, self.references
        worked = common.fill_saturation(self.saturation, *references, direct, self.direct_today, self.par)
        self.talk = begun(self.designs, self.lev, self.vend, week)
        self._change(week)
        self.agents.do("step")
        self.week = self._sums()
        self._hear()
        if self.talk:
            tales_arrive(self)
        vendor_week(self.week, self.lev, self.vend, self.par, self.all_, worked, growth, self.hours)
        asked = invitations(self.designs, self.par, week, self.week[W.silent], self.week[W.ended])
        self.hours[H.hours] = payout.added(self.week[W.hours], asked)

    def _change(self, week: int) -> None:
        """Whatever happens to partners on this day of a change; nothing on other days."""
        designs, (old, new) = self.designs, self.levers[:2]
        if week == designs.announce_week:
            factors = engagement(old, self.par, FOR_EVER).below, engagement(new, self.par, FOR_EVER).below
            notice = payout.rest(float(designs.change_week), float(week), 0.0)
            told = price_of_change(old, self.par, notice, designs.leaked)
            self.agents.do("announced", *told, factors)
        if week == designs.change_week and week < designs.reverse_week:
            ends = designs.protects, designs.ended_below
            self.agents.do("takes_effect", designs.changed_share, *ends, designs.invites)
        if week == designs.reverse_week:
            after = payout.rest(float(week), float(designs.announce_week), 0.0)
            self.agents.do("reversed", after, designs.invites_ended)

    def _hear(self) -> None:
        """The week ends: what was told becomes what is heard, in the order of partners and neighbours."""
        told = [0.0 for _ in self.heard]
        for partner in self.agents:
            for place in partner.neighbours if partner.z.told > 0.0 else ():
                told[place] = payout.added(told[place], partner.z.told)
        for partner in self.agents:
            partner.heard = told[partner.place]

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
        self.memory.desks[:] = self.desks
