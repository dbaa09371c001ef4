"""Explanations of a design, kept so that a page that is drawn again has them at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from sim.experiment.bench import Bench
from sim.experiment.cache import digest
from sim.experiment.designs import Design, levers_of
from sim.experiment.explain.layers import Layers, layers_of
from sim.experiment.explain.levers import Credit, Tell, credit_of, lever_groups
from sim.ui import runs

FEW: Final = 40
"""Futures in which a design with many levers is explained."""
MOST_MIXTURES: Final = 8
"""Mixtures of levers up to which all futures are taken."""
_KEPT: Final = 24


def _bench_key(bench: Bench) -> str:
    return bench.key


def _design_key(design: Design) -> str:
    return digest(levers_of(design.programme), design.start_week)


HASHED: Final[dict[str | type[Any], Callable[[Any], Any]]] = {Bench: _bench_key, Design: _design_key}
"""What tells one explanation from another."""


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=HASHED)
def layers(lab: Bench, design: Design) -> Layers:
    """Mechanics, reaction and second round of a design."""
    return layers_of(lab, design, lab.futures(runs.FUTURES))


@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs=HASHED)
def credit(lab: Bench, design: Design, _tell: Tell | None = None) -> Credit:
    """Shares of the levers that were moved."""
    levers = len(lever_groups(lab.today.programme, design.programme))
    count = runs.FUTURES if 2**levers <= MOST_MIXTURES else FEW
    return credit_of(lab, design, lab.futures(count), _tell)
