"""Small markets, and what it means that two runs are the same bit for bit."""

import numpy as np

from sim.engine.layout import Derived, State, Weekly
from sim.engine.run import Engine, Run, Week0
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.kernel.block import BLOCK
from sim.population.building import from_market
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.market import SEGMENTS, Market
from sim.schema.programme import Programme

BASELINE = load_market("baseline")
TODAY = load_programme("retro-volume")
DOUBTS = behaviour_doubts()


def small_market(*counts: int, **facts: float) -> Market:
    """The baseline market with so many partners per segment, and other facts for all segments."""
    segments = {
        name: BASELINE.segments[name].model_copy(update={"partners": count, **facts})
        for name, count in zip(SEGMENTS, counts, strict=True)
    }
    return BASELINE.model_copy(update={"segments": segments})


def futures(count: int, seed: int = 7, **assumptions: float) -> Futures:
    """Futures with drawn assumptions, some of them set."""
    drawn = draw_futures(DOUBTS, count, seed)
    for name, value in assumptions.items():
        drawn.rows[:, drawn.names.index(name)] = value
    return drawn


def engine(market: Market, today: Programme = TODAY, kind: type[Engine] = Engine) -> Engine:
    return kind(market, today, from_market(market))


def variant(name: str, **changes: object) -> Programme:
    """A shipped programme with other levers; ``rebate__clock`` stands for rebate.clock."""
    return changed(load_programme(name), {path.replace("__", "."): value for path, value in changes.items()})


def columns(rows: np.ndarray, count: int, kind: type) -> dict[str, np.ndarray]:
    """Fields of the real partners: name → [futures, partners]."""
    fields = kind._fields
    table = rows.reshape(len(rows), -1, len(fields), BLOCK)
    return {name: table[:, :, i].reshape(len(rows), -1)[:, :count] for i, name in enumerate(fields)}


def unequal_state(one: Week0, other: Week0, count: int) -> list[str]:
    """Names of what differs between two states, looking at bits."""
    pairs = [(one.state, other.state, State), (one.derived, other.derived, Derived)]
    found = []
    for left, right, kind in pairs:
        ours, theirs = columns(left, count, kind), columns(right, count, kind)
        found += [f"{kind.__name__}.{name}" for name in kind._fields if not same(ours[name], theirs[name])]
    shared = [
        name for name in ("shared", "territory_level") if not same(getattr(one, name), getattr(other, name))
    ]
    return found + shared


def unequal(one: Run, other: Run, count: int) -> list[str]:
    """Names of what differs between two runs: weekly sums, totals and state at the end."""
    weekly = [
        name for i, name in enumerate(Weekly._fields) if not same(one.weekly[..., i], other.weekly[..., i])
    ]
    totals = [] if same(one.partner, other.partner) else ["partner totals"]
    return weekly + totals + unequal_state(one.end, other.end, count)


def same(one: np.ndarray, other: np.ndarray) -> bool:
    """Equal shapes and equal bits; -0.0 and 0.0 differ, a NaN equals itself."""
    bits = [np.ascontiguousarray(array).view(np.uint64) for array in (one, other)]
    return one.shape == other.shape and np.array_equal(*bits)


def week(run: Run, name: str) -> np.ndarray:
    """A weekly sum: [futures, weeks]."""
    return run.weekly[:, :, Weekly._fields.index(name)]


def open_deals(state: Week0, count: int) -> np.ndarray:
    """Deals on their way in every future."""
    fields = columns(state.state, count, State)
    stages = [fields[f"{stage}_{offer}"] for stage in ("early", "late", "ready", "held") for offer in "ps"]
    return np.sum(stages, axis=(0, 2))


def assert_conserved(run: Run, start: Week0, count: int) -> None:
    """Deals, payments and stock add up."""
    assert_deals_end_or_are_open(run, start, count)
    assert_payments_are_their_parts(run)
    assert_stock_is_bought_and_not_sold(run, start, count)


def assert_deals_end_or_are_open(run: Run, start: Week0, count: int) -> None:
    """Every opportunity is won, lost, taken or open, exactly, in every week."""
    before = open_deals(start, count)[:, None]
    ended = week(run, "won") + week(run, "lost") + week(run, "taken")
    left = before + np.cumsum(week(run, "arrivals") - ended, axis=1)
    np.testing.assert_array_equal(left, week(run, "open_deals"))
    np.testing.assert_array_equal(open_deals(run.end, count), week(run, "open_deals")[:, -1])


def assert_payments_are_their_parts(run: Run) -> None:
    """What partners receive is what the vendor books by element, to half a hundredth of a ¤."""
    parts = [week(run, f"{part}_cost") for part in ("rebate", "growth", "solution", "new_logo", "funds")]
    np.testing.assert_allclose(np.sum(parts, axis=0), week(run, "partner_payout"), rtol=0, atol=0.005)


def assert_stock_is_bought_and_not_sold(run: Run, start: Week0, count: int) -> None:
    """Stock grows by what is ordered ahead and falls by what is used."""
    sold = week(run, "list_product") + week(run, "list_solution")
    stock = np.sum(columns(start.state, count, State)["stock"], axis=1)[:, None]
    into_stock = week(run, "bought_list") - sold
    np.testing.assert_allclose(
        stock + np.cumsum(into_stock, axis=1), week(run, "stock_list"), rtol=0, atol=0.005
    )
