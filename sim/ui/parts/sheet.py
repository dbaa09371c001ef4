"""The sheet: a short table with swatches, pills and bars, whose rows may be buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

import streamlit as st

from sim.charts.theme import DASHES
from sim.text.catalogue import say_count
from sim.ui.parts.assets import source

Tone = Literal["", "muted", "strong", "good", "bad"]
_SHEET: Final = st.components.v2.component(
    "partnerlab_sheet",
    html='<div class="sheet" role="group">\n</div>',
    css=source("sheet.css"),
    js=source("dom.js", "sheet.js"),
)


@dataclass(frozen=True)
class Column:
    """One column.

    Parameters
    ----------
    title : its heading; may be empty
    align : start for words, end for figures
    """

    title: str
    align: Literal["start", "end"] = "start"


@dataclass(frozen=True)
class Text:
    """Words or a figure; the tone `good` or `bad` is never the only sign of its meaning."""

    text: str
    tone: Tone = ""
    kind: Literal["text"] = "text"


@dataclass(frozen=True)
class Swatch:
    """A name with the colour and dash of its role: today, B to H."""

    text: str
    role: str
    kind: Literal["swatch"] = "swatch"


@dataclass(frozen=True)
class Pill:
    """A verdict, with the word in it."""

    text: str
    tone: Literal["", "good", "bad"] = ""
    kind: Literal["pill"] = "pill"


@dataclass(frozen=True)
class Bar:
    """A figure with a bar.

    Parameters
    ----------
    text : the figure as it is read
    length : -1 to 1, as a share of the longest bar; negative to the left of the zero line
    tone : good or bad
    """

    text: str
    length: float
    tone: Literal["", "muted", "good", "bad"] = ""
    kind: Literal["bar"] = "bar"


Cell = Text | Swatch | Pill | Bar


@dataclass(frozen=True)
class SheetRow:
    """One row.

    Parameters
    ----------
    id : what a click gives back
    cells : one for each column; the first names the row
    button : the row can be clicked
    folded : the row stands behind a line that counts the folded ones
    """

    id: str
    cells: tuple[Cell, ...]
    button: bool = False
    folded: bool = False


def sheet(
    columns: Sequence[Column],
    rows: Sequence[SheetRow],
    key: str,
    chosen: str | None = None,
    *,
    caption: str = "",
    folded: str | None = None,
    scale: float = 1.0,
) -> str | None:
    """Show a table; tell which row was just clicked.

    Parameters
    ----------
    columns, rows : what to show, plain text throughout
    key : of the component on the page
    chosen : id of the row that is shown as pressed
    caption : what the table holds, for those who hear it
    folded : what the line says behind which rows are folded; by default how many are identical
    scale : size of everything; 1.35 on a projector

    Returns
    -------
    id of the row whose click caused this drawing of the page, if one did

    Raises
    ------
    ValueError : a row with more or fewer cells than there are columns
    """
    if any(len(row.cells) != len(columns) for row in rows):
        raise ValueError("every row needs one cell for each column")
    identical = say_count("parts.identical", sum(row.folded for row in rows))
    data = {
        "columns": [asdict(column) for column in columns],
        "rows": [asdict(row) for row in rows],
        "chosen": chosen,
        "caption": caption,
        "folded": identical if folded is None else folded,
        "scale": scale,
        "dashes": [" ".join(map(str, dash)) for dash in DASHES],
    }
    result = _SHEET(key=key, data=data, on_row_change=_nothing)
    return clicked(result.row, rows)


def clicked(sent: Any, rows: Sequence[SheetRow]) -> str | None:
    """The id in what a browser sent, if it is that of a row that can be clicked."""
    known = {row.id for row in rows if row.button}
    return next((row for row in known if isinstance(sent, dict) and sent.get("id") == row), None)


def _nothing() -> None:
    """Streamlit gives a trigger back only where a callback waits for it."""
