"""Explanations of a design, kept so that a page that is drawn again has them at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any, Final, TypeVar

import polars as pl
import streamlit as st

from sim.experiment.bench import Bench
from sim.experiment.cache import digest
from sim.experiment.designs import Design, levers_of
from sim.experiment.explain.assumed import Assumed
from sim.experiment.explain.assumed import assumed as assumed_of
from sim.experiment.explain.conflict import conflicts_of
from sim.experiment.explain.crowd import crowd_of, silences_of
from sim.experiment.explain.gaming import gaming_of
from sim.experiment.explain.hits import hits_of
from sim.experiment.explain.layers import Layers, layers_of
from sim.experiment.explain.levers import Credit, Tell, credit_of, lever_groups
from sim.experiment.explain.reaction import reactions_of
from sim.experiment.explain.returns import returns_of
from sim.experiment.explain.shock import shock_of
from sim.experiment.sensitivity import USUAL
from sim.experiment.weekly import Array
from sim.text.catalogue import say
from sim.text.numbers import count
from sim.ui import runs

FEW: Final = 40
"""Futures in which a design with many levers is explained."""
LEDGER: Final = 10
"""Futures whose conflicts are written down."""
MOVED: Final = USUAL
"""How often every assumption is moved, where that is asked for."""
MOST_MIXTURES: Final = 8
"""Mixtures of levers up to which all futures are taken."""
_KEPT: Final = 48

R = TypeVar("R")


def kept(kind: str, lab: Bench, design: Design, make: Callable[[], R], *more: object) -> R:
    """An explanation, made where it is not known yet. What is being made may draw its progress on the page.

    Parameters
    ----------
    kind : of explanation
    lab, design : that it is about
    make : makes it
    more : what else it depends on
    """
    shelf, key = _place(kind, lab, design, *more)
    found: R | None = shelf.get(key)
    if found is None:
        found = make()
        shelf.put(key, found)
    return found


def known(kind: str, lab: Bench, design: Design) -> Any:
    """An explanation that was made before; None for one that was not."""
    shelf, key = _place(kind, lab, design)
    return shelf.get(key)


def _place(kind: str, lab: Bench, design: Design, *more: object) -> tuple[_Shelf, str]:
    shelf = _own_shelf() if lab.setting.is_private else _shared_shelf()
    return shelf, digest(kind, lab.key, levers_of(design.programme), design.start_week, *map(str, more))


def _counted(key: str, work: Callable[[Tell], R]) -> R:
    """Let some work count its runs where the page stands; the count goes when it is done."""
    place = st.empty()

    def tell(done: int, total: int) -> None:
        place.progress(done / total, say(key, done=count(done), all=count(total)))

    found = work(tell)
    place.empty()
    return found


class _Shelf:
    """What was made last, the oldest given up first; several visitors may use it at once."""

    def __init__(self) -> None:
        self._things: OrderedDict[str, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> Any:
        with self._lock:
            found = self._things.get(key)
            if found is not None:
                self._things.move_to_end(key)
            return found

    def put(self, key: str, thing: Any) -> None:
        with self._lock:
            self._things[key] = thing
            while len(self._things) > _KEPT:
                self._things.popitem(last=False)


@st.cache_resource(show_spinner=False)
def _shared_shelf() -> _Shelf:
    return _Shelf()


@st.cache_resource(show_spinner=False, scope="session")
def _own_shelf() -> _Shelf:
    """What is made of a table of real partners stays with the session that uploaded it."""
    return _Shelf()


def layers(lab: Bench, design: Design) -> Layers:
    """Mechanics, reaction and second round of a design."""
    return kept("layers", lab, design, lambda: layers_of(lab, design, lab.futures(runs.FUTURES)))


def credit(lab: Bench, design: Design) -> Credit:
    """Shares of the levers that were moved; its runs are counted on the page while it is made."""
    levers = len(lever_groups(lab.today.programme, design.programme))
    futures = lab.futures(runs.FUTURES if 2**levers <= MOST_MIXTURES else FEW)
    return kept(
        "credit", lab, design, lambda: _counted("why.counting", partial(credit_of, lab, design, futures))
    )


def gaming(lab: Bench, design: Design) -> pl.DataFrame:
    """What gaming costs under a design, or under today's programme, and the rules that invite it."""
    work = partial(gaming_of, lab, design, lab.futures(FEW))
    return kept("gaming", lab, design, lambda: _counted("side.counting", work))


def partners(lab: Bench, design: Design) -> pl.DataFrame:
    """Every partner at the end of the first future."""
    return kept("partners", lab, design, lambda: crowd_of(lab, design))


def silences(lab: Bench, design: Design) -> pl.DataFrame:
    """Who fell silent in the first future: every partner must be followed week by week."""

    def followed() -> pl.DataFrame:
        with st.spinner(say("partners.following"), show_time=True):
            return silences_of(lab, design)

    return kept("silences", lab, design, followed)


def reactions(lab: Bench, design: Design) -> pl.DataFrame:
    """How partners react, month by month."""
    return kept("reactions", lab, design, lambda: reactions_of(lab, design, lab.futures(FEW)))


def returns(lab: Bench, design: Design) -> pl.DataFrame:
    """What selling for us earns each kind of partner, beside what it earns elsewhere."""
    return kept("returns", lab, design, lambda: returns_of(lab, design, lab.futures(runs.FUTURES)))


def assumed(lab: Bench, design: Design, name: str, value: float) -> Assumed:
    """Today and the design with one assumption held at a value."""
    futures = lab.futures(FEW)
    return kept("assumed", lab, design, lambda: assumed_of(lab, design, name, value, futures), name, value)


def shock(lab: Bench, design: Design) -> Array:
    """Weeks for which the change itself disturbs partners, in each of a few futures."""
    return kept("shock", lab, design, lambda: shock_of(lab, design, lab.futures(FEW)))


def conflicts(lab: Bench, design: Design) -> pl.DataFrame:
    """The conflict ledger of a design, or of today's programme."""
    return kept("conflicts", lab, design, lambda: conflicts_of(lab, design, lab.futures(LEDGER)))


def hits(lab: Bench, design: Design) -> pl.DataFrame:
    """Deals that partners lose to direct sales under a design and keep today."""
    return kept("hits", lab, design, lambda: hits_of(lab, design, lab.futures(LEDGER)))
