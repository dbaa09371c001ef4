"""A page for looking and for tests only: the panel of levers, the sheet, and what came back from them."""

from __future__ import annotations

import time

import streamlit as st

import sim
from sim.schema.editing import changed
from sim.ui.forms import Notes, lever_rows
from sim.ui.parts.levers import Edit, levers_panel
from sim.ui.parts.sheet import Bar, Column, Pill, SheetRow, Swatch, Text, sheet

HOSTILE = "<img src=x onerror=\"document.title='broken'\"> **bold**"


COLUMNS = [
    Column("Design"),
    Column("mean", "end"),
    Column("verdict"),
    Column("moved"),
    Column("mainly because"),
]


def sheet_rows(name: str) -> list[SheetRow]:
    best = (Swatch(name, "B"), Text("+1.7m", "good"), Pill("better", "good"), Bar("+0.06", 0.8, "good"))
    other = (Swatch("C More bonus", "C"), Text("−0.4m"), Pill("depends"), Bar("−0.02", -0.3, "bad"))
    today = (Swatch("Today", "today"), Text("0"), Pill("too few futures"), Bar("0", 0))
    rows = [
        SheetRow("b", (*best, Text("rule for direct sales", "muted")), button=True),
        SheetRow("c", (*other, Text("overpays the top tier", "muted")), button=True),
        SheetRow("today", (*today, Text("", "muted"))),
    ]
    same = (Text("Approved at once"), Text("74 %"), Pill("depends"), Bar("0", 0), Text("=", "muted"))
    return [*rows, *(SheetRow(f"same{place}", same, folded=True) for place in range(3))]


def main() -> None:
    st.set_page_config(layout="wide")
    today = sim.load_programme("retro-volume")
    state = st.session_state
    state.setdefault("design", today)
    state.setdefault("week", 0)
    state.setdefault("edits", [])

    def on_edit(edit: Edit) -> None:
        time.sleep(float(st.query_params.get("slow", 0)))
        state.edits.append(f"{edit.path}={edit.value}")
        if edit.path == "start_week":
            state.week = edit.value
        else:
            try:
                state.design = changed(state.design, {edit.path: edit.onto(state.design)})
            except sim.SchemaError as error:
                state.edits.append(f"refused {edit.path}: {error}")

    options = st.query_params
    width = int(options.get("width", 280))
    scale = float(options.get("scale", 1))
    idle = {"direct.threshold_list": "Idle: only the size rule reads it."} if "idle" in options else {}
    idle["registration.points_share"] = f"drawn {len(state.edits)} edits" if "stamp" in options else ""
    rows = lever_rows(today, state.design, state.week, notes=Notes(idle=idle))
    if "hostile" in options:
        rows = [{**row, "name": HOSTILE, "text": HOSTILE, "word": HOSTILE} for row in rows]
    with st.container(border=True, width=width + 34):
        edit = levers_panel(rows, "panel", on_edit=on_edit, scale=scale)
    with st.container(border=True, width=int(options.get("sheet", 640))):
        name = HOSTILE if "hostile" in options else "B Clear rules + solutions"
        row = sheet(COLUMNS, sheet_rows(name), "sheet", state.get("row"), caption="Verdicts", scale=scale)
    if row:
        state.row = row
        st.rerun()
    st.text(f"row {state.get('row')}")
    st.text(f"count {len(state.edits)}")
    st.text(state.edits[-1] if state.edits else "none")
    st.text(f"returned {edit}")


if __name__ == "__main__":
    main()
