"""A setting kept warm, so that a design answers at once."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from threading import Event, Lock
from typing import Any, Final

from sim.experiment.cache import digest
from sim.experiment.compare import concluded
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design, levers_of
from sim.experiment.futures import Futures
from sim.experiment.measured import Piece
from sim.experiment.request import Request, check_designs
from sim.experiment.running import Cancel, Progress, Simulation, gather, parts_of, piece_of, stop_if
from sim.experiment.setting import Setting
from sim.schema.programme import Programme

PREVIEW_FUTURES: Final = 10
MOST_DESIGNS_KEPT: Final = 12
MOST_KEPT: Final = 250_000
"""Futures times partners times vendors whose week 0 and runs stay in memory: of 250,000 some 150 MB."""


class Bench:
    """One setting kept warm: week 0 and runs stay in memory, so that a design answers at once.

    Sessions may share a bench. Making one runs today's programme in the futures of a preview.

    Parameters
    ----------
    setting : prepared under today's programme
    today : today's programme
    request : horizon, futures and seed of whole comparisons
    """

    def __init__(self, setting: Setting, today: Programme, request: Request) -> None:
        self._setting, self._today, self._request = setting, Design(today), request
        self._futures = request.draw()
        self._few = self._futures.part(0, PREVIEW_FUTURES)
        self._memory = _Memory(setting.simulation, request.weeks)
        gather(self._memory.pieces, [self._today], self._few)

    def preview(self, designs: Sequence[Design]) -> Comparison:
        """Compare designs with today's programme in the first futures alone.

        Raises
        ------
        RequestError : too many designs
        """
        return self._compare(designs, self._few)

    def whole(
        self,
        designs: Sequence[Design],
        *,
        progress: Progress | None = None,
        cancel: Event | Cancel | None = None,
    ) -> Comparison:
        """Compare designs with today's programme in all futures of the request.

        Parameters
        ----------
        designs : up to seven
        progress : told (futures done, futures in all) in the caller's thread; may raise to stop
        cancel : an event or a question; once set, the comparison stops

        Raises
        ------
        RequestError : too many designs
        Cancelled : ``cancel`` was set
        """
        asked = cancel.is_set if isinstance(cancel, Event) else cancel
        return self._compare(designs, self._futures, progress, asked)

    def best(self, designs: Sequence[Design]) -> tuple[Comparison, bool]:
        """What can be said at once: all futures where they are in memory, else the preview.

        Returns
        -------
        comparison, and whether it holds all futures

        Raises
        ------
        RequestError : too many designs
        """
        is_whole = self._memory.holds((self._today, *designs), self._futures)
        return self._compare(designs, self._futures if is_whole else self._few), is_whole

    @property
    def setting(self) -> Setting:
        """The market, or the table of partners, with its engine."""
        return self._setting

    @property
    def key(self) -> str:
        """Digest of all that its answers depend on but the design."""
        return digest(self._setting.simulation.identity, asdict(self._request))

    @property
    def today(self) -> Design:
        """Today's programme."""
        return self._today

    @property
    def weeks(self) -> int:
        """Horizon."""
        return self._request.weeks

    def futures(self, count: int) -> Futures:
        """The first futures of the request, at most as many as it has."""
        return self._futures.part(0, min(count, len(self._futures)))

    def week0(self, futures: Futures) -> Any:
        """State of these futures at week 0, kept for the next question."""
        return self._memory.week0(futures)

    @property
    def partners(self) -> int:
        """Number of partners in the setting."""
        return len(self._setting.roster.ids)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the market or table could not tell."""
        return self._setting.warnings

    def _compare(
        self,
        designs: Sequence[Design],
        futures: Futures,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> Comparison:
        check_designs(designs)
        everyone = (self._today, *designs)
        runs = gather(self._memory.pieces, everyone, futures, progress=progress, cancel=cancel)
        warnings = replace(self._request, futures=len(futures)).warnings()
        return concluded(self._setting, everyone, runs, futures, self._request.weeks, warnings)


class _Memory:
    """Week 0 of the first futures, and what was measured of the designs asked for last.

    The lock guards the tables, never a run: two sessions that want the same run at once both make it.
    """

    def __init__(self, simulation: Simulation, weeks: int) -> None:
        self._simulation, self._weeks = simulation, weeks
        self._kept_futures = MOST_KEPT // max(1, len(simulation.segment) * simulation.vendors)
        self._states: dict[tuple[int, int], Any] = {}
        self._pieces: OrderedDict[str, dict[tuple[int, int], Piece]] = OrderedDict()
        self._lock = Lock()

    def pieces(self, designs: Sequence[Design], part: Futures, cancel: Cancel) -> Iterator[Piece]:
        """What is measured of each design, run where it is not known."""
        state: Any = None
        for design in designs:
            stop_if(cancel)
            found = self._recall(design, part)
            if found is None:
                state = self.week0(part) if state is None else state
                found = piece_of(self._simulation, state, design, part, self._weeks)
                self._remember(design, part, found)
            yield found

    def holds(self, designs: Sequence[Design], futures: Futures) -> bool:
        """Whether everything measured of these designs in these futures is in memory."""
        parts = parts_of(futures)
        return all(self._recall(design, part) is not None for design in designs for part in parts)

    def week0(self, part: Futures) -> Any:
        """State at week 0, kept where there is room."""
        place = _place(part)
        state = self._states.get(place)
        if state is None:
            state = self._simulation.week0(part)
            if self._keeps(part):
                self._states[place] = state
        return state

    def _recall(self, design: Design, part: Futures) -> Piece | None:
        with self._lock:
            return self._known(_key(design)).get(_place(part))

    def _remember(self, design: Design, part: Futures, found: Piece) -> None:
        if self._keeps(part):
            with self._lock:
                self._known(_key(design))[_place(part)] = found

    def _known(self, key: str) -> dict[tuple[int, int], Piece]:
        known = self._pieces.setdefault(key, {})
        self._pieces.move_to_end(key)
        while len(self._pieces) > MOST_DESIGNS_KEPT:
            self._pieces.popitem(last=False)
        return known

    def _keeps(self, part: Futures) -> bool:
        return int(part.ids[-1]) < self._kept_futures


def _key(design: Design) -> str:
    return digest(levers_of(design.programme), design.start_week)


def _place(part: Futures) -> tuple[int, int]:
    return int(part.ids[0]), len(part)
