"""The one place that touches the session and the address: which scene a visitor is in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from sim.charts.hero import Bounds
from sim.intake.table import PartnerTable
from sim.ui.links import from_query, to_query
from sim.ui.scene import Scene

_SCENE: Final = "scene"
_TABLE: Final = "table"
_NOTES: Final = "notes"
_AXIS: Final = "axis"
PROJECTOR: Final = "projector"
PROJECTOR_SCALE: Final = 1.35


def current() -> Scene:
    """The visitor's scene; on the first run it comes from the link."""
    if _SCENE not in st.session_state:
        scene, refused = from_query(st.query_params.to_dict())
        st.session_state[_SCENE] = scene
        st.session_state[_NOTES] = refused
    found: Scene = st.session_state[_SCENE]
    return found


def become(scene: Scene) -> None:
    """Go on with another scene, and let the address say so."""
    st.session_state[_SCENE] = scene
    st.session_state[_NOTES] = ()
    _write_address()


def change(step: Callable[[Scene], Scene]) -> None:
    """Go on with what a step makes of the scene; for callbacks of buttons."""
    become(step(current()))


def shown(key: str, value: object) -> str:
    """Let a widget show what the scene says, whatever it showed before; returns the widget's key."""
    st.session_state[key] = value
    return key


def axis(step: Callable[[Bounds], Bounds]) -> Bounds:
    """Bounds of the big picture, kept from one drawing to the next in the same setting."""
    now = current()
    setting = (now.market, now.weeks, now.seed, now.today, id(table()))
    before, kept = st.session_state.get(_AXIS, (setting, (0.0, 0.0)))
    bounds = step(kept if before == setting else (0.0, 0.0))
    st.session_state[_AXIS] = (setting, bounds)
    return bounds


def refused_parameters() -> tuple[str, ...]:
    """Parameters of the link that could not be used; told until the visitor goes on."""
    found: tuple[str, ...] = st.session_state.get(_NOTES, ())
    return found


def table() -> PartnerTable | None:
    """Sales of real partners that this session holds; nobody else sees them."""
    found: PartnerTable | None = st.session_state.get(_TABLE)
    return found


def keep_table(found: PartnerTable | None) -> None:
    """Hold a table of real partners in this session, or let it go."""
    st.session_state[_TABLE] = found


def scale() -> float:
    """Size of type and charts: larger for a projector."""
    return PROJECTOR_SCALE if st.session_state.get(PROJECTOR) else 1.0


def _write_address() -> None:
    query = to_query(current())
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)
