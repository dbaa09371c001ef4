"""Run futures in the compiled engine: week 0 under today's programme, then any design from there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from math import exp, log1p
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from sim.engine import driver
from sim.engine.announcing import NEVER, answer_of, designs_of, is_change
from sim.engine.flatten import (
    padded,
    world_of,
)
from sim.engine.layout import OFFERS, D, F, G, L, P, S, W, Z
from sim.engine.loops.deals import new_deals
from sim.engine.loops.replay import BEHAVIOUR, BELIEFS, FIELDS, NONE, RECORD
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.engine.settling import begun, column, search, share_references
from sim.engine.vendors import Lane, run_vendors, unnamed_weights
from sim.kernel.block import BLOCK, LANES
from sim.kernel.counts import new_draws
from sim.kernel.draws import Purpose
from sim.population.building import per_segment
from sim.population.neighbours import STABLE, spectral_radius
from sim.population.partners import Partners
from sim.population.rivals import rivals_of
from sim.schema.market import Market
from sim.schema.programme import Programme
from sim.schema.rival import Answer

Floats = NDArray[np.float64]

BURN_IN_WEEKS: Final = 156
SEARCH_WEEKS: Final = 104
"""Weeks at the start of the burn-in in which reputation moves fast and reference levels are learned."""
LEDGER_ROWS: Final = 100_000
"""Incidents that are recorded of one future, at most."""
MODES: Final = {"none": NONE, "record": RECORD, "behaviour": BEHAVIOUR, "beliefs": BELIEFS}
PARTNER_TOTALS: Final = (
    "list_sales",
    "profit",
    "payout",
    "effort",
    "won",
    "weeks_selling",
    "end_trust",
    "end_willing",
    "end_tier",
)


class FutureRows(Protocol):
    """Futures as the engine needs them."""

    @property
    def seed(self) -> int:
        """Seed of all draws."""

    @property
    def luck_ids(self) -> NDArray[np.uint64]:
        """[futures], stream of luck of each."""

    @property
    def rows(self) -> Floats:
        """[futures, parameters], in the order of the schema."""


@dataclass(frozen=True)
class Week0:
    """State of every future when the comparison starts; we are the first of the vendors.

    Attributes
    ----------
    state : [futures, vendors, blocks, fields]
    derived : [futures, vendors, blocks, fields]
    shared : [futures, vendors, shared fields]
    desks : [futures, vendors, desks, desk fields]
    territory_level : [futures, vendors, territories]
    """

    state: Floats
    derived: Floats
    shared: Floats
    desks: Floats
    territory_level: Floats


@dataclass(frozen=True)
class Run:
    """What one design did.

    Attributes
    ----------
    weekly : [futures, weeks, columns of ``layout.Weekly``]
    partner : [futures, partners, ``PARTNER_TOTALS``]
    tape : [futures, weeks, blocks, tape fields], empty unless recorded
    end : state after the last week
    sales : [futures, weeks, 2, partners], weekly purchases, ¤ list, and deals won; empty unless recorded
    ledger : [incidents, 9] of each future; empty unless recorded
    """

    weekly: Floats
    partner: Floats
    tape: Floats
    end: Week0
    sales: Floats = field(default_factory=lambda: np.zeros((0, 0, 2, 0)))
    ledger: tuple[Floats, ...] = ()


class Engine:
    """A market under today's programme.

    Parameters
    ----------
    market : the market
    today : today's programme
    partners : partners of the market, in the order of their ids
    number : of the vendor whose programme it is, 0 for ours
    answer : what this vendor does once we change our programme
    """

    run_future: Any = staticmethod(driver.run_future)
    """All weeks of one future; the engine for reading puts its own in this place."""

    def __init__(
        self,
        market: Market,
        today: Programme,
        partners: Partners,
        number: int = 0,
        answer: Answer | None = None,
    ) -> None:
        self.market, self.today, self.partners, self.answer = market, today, partners, answer
        self.world = world_of(market, partners, number)
        self.vendors = (self, *(type(self)(*seen) for seen in rivals_of(market, partners)))
        usual = padded(per_segment(market, partners.segment, "active_share"), len(self.world.facts))
        self._unnamed = unnamed_weights([one.world for one in self.vendors], usual)
        neighbours = self.world.neighbours
        self._hearsay = spectral_radius(neighbours.reshape(-1, neighbours.shape[2])[: partners.size])

    def week0(self, futures: FutureRows, weeks: int = BURN_IN_WEEKS) -> Week0:
        """State at week 0: today's programme in its own steady state, one per future.

        futures : the futures
        weeks : length of the burn-in, a multiple of 52
        """
        self._check_hearsay(futures.rows)
        start = self._begin(futures.rows)
        self._burn_in(start, futures, -weeks, SEARCH_WEEKS, searching=True)
        for v, one in enumerate(self.vendors):
            share_references(start.derived[:, v], start.state[:, v], one.partners.segment)
        self._burn_in(start, futures, SEARCH_WEEKS - weeks, weeks - SEARCH_WEEKS, searching=False)
        return start

    def _check_hearsay(self, rows: Floats) -> None:
        """Refuse futures in which hearsay would feed itself."""
        most = float(np.max(rows[:, P.retelling_share], initial=0.0)) * self._hearsay
        if most >= STABLE:
            raise ValueError(f"hearsay does not die out: retelling times spectral radius is {most:.2f}")

    def _burn_in(self, start: Week0, futures: FutureRows, first: int, weeks: int, *, searching: bool) -> None:
        calendar = Weeks(first, np.ones(weeks), *search(weeks, searching))
        designs, room = [designs_of(one.today, one.today, NEVER) for one in self.vendors], room_of(self.world)
        records = [_aside(weeks) for _ in self.vendors]
        for i in range(len(futures.rows)):
            lanes = self._lanes(designs, start, i, records)
            run_vendors(lanes, _future(futures, i), calendar, room, NONE)

    def _lanes(
        self, designs: Sequence[Designs], start: Week0, i: int, records: Sequence[Record]
    ) -> list[Lane]:
        """All vendors in one future."""
        rows = zip(self.vendors, designs, records, self._unnamed, strict=True)
        return [
            Lane(one.run_future, one.world, design, _memory(start, i, v), record, unnamed)
            for v, (one, design, record, unnamed) in enumerate(rows)
        ]

    def run(
        self,
        start: Week0,
        programme: Programme,
        futures: FutureRows,
        weeks: int,
        *,
        change_week: int = 0,
        replay: str = "none",
        tape: Floats | None = None,
        with_sales: bool = False,
        with_ledger: bool = False,
        smoothly: bool = False,
    ) -> Run:
        """One design from week 0; ``start`` is left as it was.

        Parameters
        ----------
        start : state at week 0 of the same futures
        programme : the design
        futures : the futures
        weeks : horizon
        change_week : week of the announcement; today's programme holds until the design's notice is over
        replay : none, record (keep a tape), behaviour or beliefs (taken from ``tape``)
        tape : tape of today's run, [futures, weeks, blocks, fields]
        with_sales : record every partner's purchases by week
        with_ledger : record every deal that met direct sales
        smoothly : the twin without a transition: nobody is hurt, nothing must be learned anew
        """
        count, blocks = len(futures.rows), self.world.facts.shape[0]
        end = Week0(*(np.copy(getattr(start, place.name)) for place in fields(Week0)))
        calendar = Weeks(0, growth_path(self.market.growth_per_year, weeks), np.ones(weeks), np.zeros(weeks))
        designs = designs_of(self.today, programme, change_week)
        if smoothly:
            designs = designs._replace(announce_week=NEVER, changed_share=0.0)
        everybody = [designs, *self._answers(programme, change_week)]
        aside = [_aside(weeks) for _ in self.vendors[1:]]
        weekly = np.zeros((count, weeks, len(W)))
        if tape is None:
            length = weeks if replay != "none" else 0
            tape = np.zeros((count, length, blocks, len(FIELDS) * BLOCK))
        sales = np.zeros((count, weeks * with_sales, 2, blocks * BLOCK))
        room, ledgers = room_of(self.world), list[Floats]()
        for i in range(count):
            kept = Record(weekly[i], tape[i], sales[i], np.zeros((LEDGER_ROWS * with_ledger, 9)))
            lanes = self._lanes(everybody, end, i, [kept, *aside])
            run_vendors(lanes, _future(futures, i), calendar, room, MODES[replay])
            ledgers += [kept.ledger[1 : 1 + int(kept.ledger[0, 0])]] if with_ledger else []
        partners = self.partners.size
        totals = _partner_totals(end.state, partners)
        return Run(weekly, totals, tape, end, sales[..., :partners], tuple(ledgers))

    def _begin(self, rows: Floats) -> Week0:
        parts = [begun(one.world, one.market, one.today, one.partners, rows) for one in self.vendors]
        return Week0(*(np.stack(arrays, axis=1) for arrays in zip(*parts, strict=True)))

    def _answers(self, programme: Programme, announced: int) -> list[Designs]:
        """What each rival does under one of our designs."""
        changes = is_change(self.today, programme)
        return [answer_of(one.today, one.answer if changes else None, announced) for one in self.vendors[1:]]


def growth_path(per_year: float, weeks: int) -> Floats:
    """Demand relative to week 0 in every week: float64[weeks]."""
    return np.array([exp(log1p(per_year) * week / 52.0) for week in range(weeks)])


def _future(futures: FutureRows, i: int) -> Future:
    row = np.array(futures.rows[i], dtype=np.float64)
    return Future(row, np.uint64(futures.seed), np.uint64(futures.luck_ids[i]))


def _memory(week0: Week0, i: int, v: int) -> Memory:
    return Memory(*(getattr(week0, place.name)[i, v] for place in fields(Week0)))


def _aside(weeks: int) -> Record:
    """A record of weekly sums alone, to be written over."""
    return Record(np.zeros((weeks, len(W))), _no_tape(), _no_tape())


def _no_tape() -> Floats:
    return np.zeros((0, 0, 0))


def room_of(world: World) -> Room:
    """Scratch for one thread."""
    purposes = max(Purpose) + 1
    z, own_x, own_f, own_d, own_z = (np.zeros(len(fields) * BLOCK) for fields in (Z, S, F, D, Z))
    lanes, saturation = np.zeros(len(L) * LANES), np.zeros(len(world.territory_list))
    heard = np.zeros(len(world.facts) * BLOCK)
    keys, deal_keys = np.zeros(purposes, np.uint64), np.zeros((OFFERS, purposes), np.uint64)
    own = own_x, own_f, own_d, own_z
    told, tables = np.zeros((3, len(heard))), (keys, deal_keys, np.zeros(len(G)))
    return Room(z, *own, lanes, heard, told, saturation, *tables, new_draws(), new_deals())


def _partner_totals(state: Floats, count: int) -> Floats:
    places = (
        S.total_sales, S.total_profit, S.total_payout, S.total_effort,
        S.total_won, S.total_selling, S.trust, S.willing, S.tier,
    )  # fmt: skip
    columns = [column(state[:, 0], place)[:, :count] for place in places]
    return np.stack(columns, axis=2)
