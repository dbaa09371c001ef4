"""Words, tables and numbers of the generated pages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sim.schema.fields import Meta

TEXTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; bars inside cells are escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell(text) for text in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def number(value: Any) -> str:
    """A number as a reader writes it: five digits are enough, thousands are separated."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return ", ".join(number(item) for item in value) or "none"
    if isinstance(value, int | float):
        return f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:,.5g}"
    return str(value)


def bounds(meta: Meta) -> str:
    if meta.low is None or meta.high is None:
        return ""
    return f"{number(meta.low)} to {number(meta.high)}"


def source(meta: Meta) -> str:
    """Keys into the bibliography and the grade."""
    if meta.source == meta.grade:
        return meta.grade
    keys = ", ".join(f"[{key}](bibliography.md)" for key in meta.source.split(", "))
    return f"{keys} ({meta.grade})"


def reader(meta: Meta) -> str:
    return f"[{meta.rule}](rules.md#{meta.rule})" if meta.rule else "nothing yet"
