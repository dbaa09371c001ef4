"""Run futures in the compiled engine: week 0 under today's programme, then any design from there."""

from dataclasses import dataclass, field, fields
from math import exp, log1p
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from sim.engine import driver
from sim.engine.flatten import ENDS, INVITES, changed_share, deferred_at_start, levers_of, steps_of, world_of
from sim.engine.layout import OFFERS, D, F, G, H, L, M, P, S, W, Z
from sim.engine.loops.deals import new_deals
from sim.engine.loops.prepare import begin, derive
from sim.engine.loops.replay import BEHAVIOUR, BELIEFS, FIELDS, NONE, RECORD
from sim.engine.records import Designs, Future, Memory, Record, Room, Weeks, World
from sim.kernel.block import BLOCK, LANES
from sim.kernel.counts import new_draws
from sim.kernel.draws import Purpose
from sim.population.neighbours import STABLE, spectral_radius
from sim.population.partners import Partners
from sim.schema.market import Market
from sim.schema.programme import Programme

Floats = NDArray[np.float64]

BURN_IN_WEEKS: Final = 156
SEARCH_WEEKS: Final = 104
"""Weeks at the start of the burn-in in which reputation moves fast and reference levels are learned."""
SEARCH_SPEED: Final = 20.0
SEARCH_WEIGHT: Final = 0.06
"""Weight of one re-planning in the reference levels."""
NEVER: Final = 1_000_000
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
    """State of every future when the comparison starts.

    Attributes
    ----------
    state : [futures, vendors, blocks, fields]
    derived : [futures, blocks, fields]
    shared : [futures, shared fields]
    desks : [futures, desks, desk fields]
    territory_level : [futures, territories]
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
    """

    run_future: Any = staticmethod(driver.run_future)
    """All weeks of one future; the engine for reading puts its own in this place."""

    def __init__(self, market: Market, today: Programme, partners: Partners) -> None:
        self.market, self.today, self.partners = market, today, partners
        self.world = world_of(market, partners)
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
        _share_references(start.derived, start.state, self.partners.segment)
        self._burn_in(start, futures, SEARCH_WEEKS - weeks, weeks - SEARCH_WEEKS, searching=False)
        return start

    def _check_hearsay(self, rows: Floats) -> None:
        """Refuse futures in which hearsay would feed itself."""
        most = float(np.max(rows[:, P.retelling_share], initial=0.0)) * self._hearsay
        if most >= STABLE:
            raise ValueError(f"hearsay does not die out: retelling times spectral radius is {most:.2f}")

    def _burn_in(self, start: Week0, futures: FutureRows, first: int, weeks: int, *, searching: bool) -> None:
        calendar = Weeks(first, np.ones(weeks), *_search(weeks, searching))
        designs, room = self._designs(self.today, NEVER), room_of(self.world)
        record = Record(np.zeros((weeks, len(W))), _no_tape(), _no_tape())
        for i in range(len(futures.rows)):
            future, memory = _future(futures, i), _memory(start, i)
            self.run_future(self.world, designs, future, calendar, memory, room, record, NONE)

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
        designs = self._designs(programme, change_week)
        if smoothly:
            designs = designs._replace(announce_week=NEVER, changed_share=0.0)
        weekly = np.zeros((count, weeks, len(W)))
        if tape is None:
            length = weeks if replay != "none" else 0
            tape = np.zeros((count, length, blocks, len(FIELDS) * BLOCK))
        sales = np.zeros((count, weeks * with_sales, 2, blocks * BLOCK))
        room, ledgers = room_of(self.world), list[Floats]()
        for i in range(count):
            kept = Record(weekly[i], tape[i], sales[i], np.zeros((LEDGER_ROWS * with_ledger, 9)))
            future, memory = _future(futures, i), _memory(end, i)
            self.run_future(self.world, designs, future, calendar, memory, room, kept, MODES[replay])
            ledgers += [kept.ledger[1 : 1 + int(kept.ledger[0, 0])]] if with_ledger else []
        partners = self.partners.size
        totals = _partner_totals(end.state, partners)
        return Run(weekly, totals, tape, end, sales[..., :partners], tuple(ledgers))

    def _begin(self, rows: Floats) -> Week0:
        facts, count = self.world.facts, len(rows)
        blocks = facts.shape[0]
        state = np.zeros((count, 1, blocks, len(S) * BLOCK))
        derived = np.zeros((count, blocks, len(D) * BLOCK))
        levers = levers_of(self.today)
        for i in range(count):
            for b in range(blocks):
                derive(facts[b], derived[i, b], rows[i])
                begin(state[i, 0, b], facts[b], derived[i, b], rows[i], levers)
        level = np.tile(self.world.territory_list, (count, 1))
        shared = np.zeros((count, len(H)))
        shared[:, H.deferred] = deferred_at_start(self.world.vend, levers, self.partners)
        desks = np.zeros((count, self._desks(), len(M)))
        desks[:, :, M.tenure] = NEVER
        return Week0(state, derived, shared, desks, level)

    def _desks(self) -> int:
        """Partner managers; where nobody ever leaves all are alike, and one stands for all."""
        moves = self.market.house.turmoil_share > 0.0
        return int(np.max(self.partners.facts.manager, initial=0.0)) + 1 if moves else 1

    def _designs(self, programme: Programme, announced: int) -> Designs:
        """Today's programme and one announced in a week: levers, rebates, and the days of the change."""
        change, today = programme.transition, levers_of(self.today)
        rows = [today, levers_of(programme), levers_of(programme)]
        for row in rows:
            row[G.price_ratio] = row[G.price] / today[G.price]
        fronts = slice(G.front_registered, G.front_platinum + 1)
        rows[2][fronts] = np.maximum(rows[1][fronts], today[fronts])
        steps = [steps_of(one) for one in (self.today, programme, programme)]
        effect = announced + change.notice_weeks
        undone = announced + change.reversed_after_weeks if change.reversed_after_weeks else NEVER
        share = changed_share(self.today, programme)
        protects, below = ENDS[change.ends]
        return Designs(
            np.array(rows), np.array(steps), announced, effect, effect + change.grandfathering_weeks, undone,
            float(change.leaked), share, protects, below, *INVITES[change.reinvites],
        )  # fmt: skip


def growth_path(per_year: float, weeks: int) -> Floats:
    """Demand relative to week 0 in every week: float64[weeks]."""
    return np.array([exp(log1p(per_year) * week / 52.0) for week in range(weeks)])


def _search(weeks: int, searching: bool) -> tuple[Floats, Floats]:
    """How fast reputation moves, and the weight of each week in the reference levels."""
    if not searching:
        return np.ones(weeks), np.zeros(weeks)
    return np.full(weeks, SEARCH_SPEED), np.full(weeks, SEARCH_WEIGHT)


REFERENCES: Final = (D.margin_p, D.margin_s, D.relation, D.trust, D.bond, D.register, D.street, D.marketing)


def _share_references(derived: Floats, state: Floats, segment: NDArray[np.int64]) -> None:
    """Give silent partners the mean reference levels of the active ones of their segment."""
    futures, blocks = derived.shape[:2]
    active = _column(state[:, 0], S.willing)[:, : len(segment)] > 0.0
    for place in REFERENCES:
        levels = _column(derived, place)
        for kind in np.unique(segment):
            here = np.flatnonzero(segment == kind)
            selling = active[:, here]
            known = np.sum(selling, axis=1)
            total = np.array([np.sum(row) for row in np.ascontiguousarray(levels[:, here] * selling)])
            mean = total / np.maximum(known, 1)
            levels[:, here] = np.where(selling | (known == 0)[:, None], levels[:, here], mean[:, None])
        derived[:, :, place : place + BLOCK] = levels.reshape(futures, blocks, BLOCK)


def _column(rows: Floats, place: int) -> Floats:
    return rows[:, :, place : place + BLOCK].reshape(len(rows), -1).copy()


def _future(futures: FutureRows, i: int) -> Future:
    row = np.array(futures.rows[i], dtype=np.float64)
    return Future(row, np.uint64(futures.seed), np.uint64(futures.luck_ids[i]))


def _memory(week0: Week0, i: int) -> Memory:
    one = week0.state[i, 0], week0.derived[i], week0.shared[i], week0.desks[i], week0.territory_level[i]
    return Memory(*one)


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
    columns = [_column(state[:, 0], place)[:, :count] for place in places]
    return np.stack(columns, axis=2)
