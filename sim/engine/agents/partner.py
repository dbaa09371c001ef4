"""One partner to read: the week of the compiled engine, part after part, by the same rule calls.

Attributes of a partner carry the names of ``layout.State``, scratch of the week (``z``) those of
``layout.Week``.
"""

from types import SimpleNamespace
from typing import Any, NamedTuple

import mesa

from sim.engine.agents.changing import Changing
from sim.engine.agents.joining import Joining
from sim.engine.agents.meeting import Meeting
from sim.engine.agents.paying import Paying
from sim.engine.agents.planning import Planning
from sim.engine.agents.relating import Relating
from sim.engine.agents.selling import Selling
from sim.engine.agents.tales import Tales
from sim.engine.layout import State
from sim.engine.loops.replay import BEHAVIOUR, BELIEFS, FIELDS, FIRST_BELIEF, RECORD
from sim.kernel.draws import Purpose, uniform
from sim.rules import effort


class Event(NamedTuple):
    """Something that happened to a partner: what, and how much of it (¤, a count or a share)."""

    week: int
    what: str
    amount: float


class Partner(Meeting, Planning, Selling, Paying, Relating, Changing, Joining, Tales, mesa.Agent):  # type: ignore[misc]
    """One partner of one future: number, territory, lane (place in the order of sums), and its figures."""

    def __init__(
        self: Any, model: Any, number: int, territory: int, lane: int, figures: tuple[Any, Any, list[float]]
    ) -> None:
        super().__init__(model)
        self.number, self.territory, self.lane, (self.f, self.d, state) = number, territory, lane, figures
        self.z, self.tape, self.diary = SimpleNamespace(), None, None
        vars(self).update(zip(State._fields, state, strict=True))

    def step(self: Any) -> None:
        """One week: its parts in their order."""
        m, f, d, now = self.model, self.f, self.d, self.model.now
        z = self.z = SimpleNamespace(ahead=0.0)
        p, lev = m.par, m.lev
        if now.quarter_starts > 0.5:
            self.noise = effort.quarter_noise(self._draw(Purpose.EFFORT_NOISE), p.quarter_noise_sd)
        self._meeting(f, d, z, p, lev, now)
        self._planning(f, d, z, p, lev, now)
        self._selling(f, d, z, p, lev, now)
        self._paying(f, d, z, p, lev, now)
        if m.talk:
            self._hear_tales(z, p, lev)
        self._relating(f, d, z, p, lev, now)
        if m.vend.turnover > 0.0:
            self._join_or_leave(f, d, z, p, lev)
        if m.talk:
            self._tell_tales(p)

    def _draw(self: Any, purpose: Purpose) -> float:
        return uniform(self.model.keys[purpose], self.number)

    def _tell(self: Any, **happened: float) -> None:
        if self.diary is not None:
            week = int(self.model.now.week)
            self.diary.extend(Event(week, what, amount) for what, amount in happened.items() if amount != 0.0)

    def _replay(self: Any, holder: Any, *names: str) -> None:
        for place, name in enumerate(FIELDS if self.tape is not None else ()):
            if self.model.mode == RECORD and name in names:
                self.tape[self.model.place, place] = getattr(holder, name)
            elif self.model.mode == (BELIEFS if place >= FIRST_BELIEF else BEHAVIOUR) and name in names:
                setattr(holder, name, float(self.tape[self.model.place, place]))
