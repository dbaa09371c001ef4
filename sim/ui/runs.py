"""Warm experiments for the pages: one bench per market, today's programme and size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any, Final

import streamlit as st

from sim.experiment.bench import Bench
from sim.experiment.cache import digest
from sim.experiment.designs import Design, levers_of
from sim.experiment.request import Request
from sim.experiment.setting import prepare
from sim.intake.table import PartnerTable
from sim.schema.programme import Programme
from sim.text.catalogue import say
from sim.text.numbers import count
from sim.ui import state
from sim.ui.scene import Scene

FUTURES: Final = 200
INTERVAL_SECONDS: Final = 0.15
_MOST_BENCHES: Final = 6
_MOST_PRIVATE: Final = 2


def bench(now: Scene) -> Bench:
    """The bench of a scene; made at the first call."""
    return _bench(now, state.table())


def shipped_bench(now: Scene) -> Bench:
    """The bench of a scene among the partners of its market, whatever table was uploaded."""
    return _bench(now, None)


def _bench(now: Scene, table: PartnerTable | None) -> Bench:
    today = now.today.model_copy(update={"name": say("studio.today")})
    request = Request(weeks=now.weeks, futures=FUTURES, seed=now.seed)
    known = _shared if table is None else _private
    with st.spinner(say("page.preparing", market=now.market), show_time=True):
        return known(now.market, table, today, request)


def _make(market: str, table: PartnerTable | None, today: Programme, request: Request) -> Bench:
    return Bench(prepare(today, market, table), today, request)


def _levers(programme: Programme) -> str:
    return digest(levers_of(programme))


_HASHED: Final[dict[str | type[Any], Callable[[Any], Any]]] = {Programme: _levers, PartnerTable: id}
_shared = st.cache_resource(max_entries=_MOST_BENCHES, show_spinner=False, hash_funcs=_HASHED)(_make)
_private = st.cache_resource(
    max_entries=_MOST_PRIVATE, show_spinner=False, hash_funcs=_HASHED, scope="session"
)(_make)
"""A table of real partners, and everything made of it, is seen by the session that uploaded it alone."""


def refine(lab: Bench, designs: Sequence[Design], place: st.delta_generator.DeltaGenerator) -> None:
    """Run the futures that a preview left out, then draw the page again.

    Every count shown is a point at which the visitor's next move ends this run; the browser takes its time to
    show one, so they come at intervals.

    Parameters
    ----------
    lab, designs : whose preview is on the page
    place : where the futures are counted up
    """
    shown = monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if monotonic() - shown >= INTERVAL_SECONDS:
            shown = monotonic()
            place.progress(done / total, say("page.counting", done=count(done), all=count(total)))

    lab.whole(designs, progress=tell)
    st.rerun()
