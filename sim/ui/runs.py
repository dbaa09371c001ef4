"""Warm experiments for the pages: one bench per market, today's programme and size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

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
_MOST_BENCHES: Final = 6


def bench(scene: Scene) -> Bench:
    """The bench of a scene; made at the first call."""
    today = scene.today.model_copy(update={"name": say("studio.today")})
    request = Request(weeks=scene.weeks, futures=FUTURES, seed=scene.seed)
    table = state.table()
    known = digest(levers_of(today))
    if table is None:
        return _shared(scene.market, known, request, today)
    return _private(scene.market, known, request, id(table), today, table)


@st.cache_resource(max_entries=_MOST_BENCHES, show_spinner=False)
def _shared(market: str, known: str, request: Request, _today: Programme) -> Bench:
    return Bench(prepare(_today, market), _today, request)


@st.cache_resource(max_entries=2, show_spinner=False, scope="session")
def _private(
    market: str, known: str, request: Request, number: int, _today: Programme, _table: PartnerTable
) -> Bench:
    return Bench(prepare(_today, market, _table), _today, request)


def refine(lab: Bench, designs: Sequence[Design]) -> None:
    """Run the futures that a preview left out, then draw the page again.

    Every count shown is a point at which the visitor's next move ends this run.
    """
    place = st.empty()

    def tell(done: int, total: int) -> None:
        place.progress(done / total, say("page.counting", done=count(done), all=count(total)))

    lab.whole(designs, progress=tell)
    st.rerun()
