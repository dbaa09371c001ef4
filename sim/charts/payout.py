"""What a rebate pays for a period's sales, and what the next sale adds: two panels over the same axis."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, cast

import altair as alt
import numpy as np
import polars as pl

from sim.charts.axes import bare, round_ticks, tick_texts
from sim.charts.frame import END_GAP, across, pixels, role_lines, room, rows, time_texts, words
from sim.charts.labels import Span, end_labels, spread
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import (
    FONT,
    GRID,
    INK,
    MUTED,
    TODAY,
    coloured_text,
    letter,
    role_colour,
    role_of,
    today_on_top,
)
from sim.experiment.comparison import Comparison
from sim.text.catalogue import say
from sim.text.numbers import share

HEIGHT: Final = 270
ROOM_LEFT: Final = 40
ROOM_RIGHT: Final = 84
BELOW: Final = 26
STEPS: Final = 3
TIMES: Final = (0.0, 0.5, 1.0, 1.5)
TOLD: Final = (0.5, 0.8, 1.0, 1.2, 1.5)
"""Multiples of the target that the table shows."""

CLIFF_GAP: Final = 13
MOST_LABELLED: Final = 2
STANDING: Final = 110.0
PANELS: Final = {"pay": (0.09, 0.57), "rate": (0.74, 1.0)}
"""Top and bottom of the two panels, as shares of the height."""


def payout(
    comparison: Comparison, scale: float = 1.0, *, standing: Mapping[str, float] | None = None
) -> Picture:
    """Payout as a share of target sales, with its cliffs, and the marginal rate below, every programme.

    Parameters
    ----------
    comparison : with at least one design
    scale : of type, strokes and height; 1.35 on a projector
    standing : where a partner stands under each programme, × target; marked on the curves
    """
    roles = {name: role_of(comparison, name) for name in (comparison.today, *comparison.designs)}
    curve = _with_roles(comparison.payout, roles)
    cliffs = _with_roles(comparison.cliffs, roles)
    alike = _alike(curve)
    drawn = curve.filter(pl.col("role").is_in(list(alike)))
    data = side_by_side(
        today_on_top(drawn.rename({"pay_share": "pay", "marginal_share": "rate"})),
        *_panel(curve, "pay_share", "pay"),
        *_panel(curve, "marginal_share", "rate"),
        _cliff_labels(cliffs.filter(pl.col("role").is_in(list(alike))), drawn),
        _standing(curve, {roles[name]: at for name, at in (standing or {}).items()}),
        _targets(),
        pl.DataFrame({"zero": [0.0]}),
    )
    height = round(HEIGHT * scale)
    about = say("charts.payout.alt", today=say("charts.today"))
    return Picture(_spec(scale, height), data, _table(curve), _title(cliffs), about, height)


@cache
def _spec(scale: float, height: int) -> Mapping[str, Any]:
    pay = alt.layer(*_layers("pay", scale), *_cliffs(scale), _stands(scale))
    rate = alt.layer(*_layers("rate", scale, interpolate="step-after"))
    apart = cast(alt.LayerChart, alt.layer(pay, rate).resolve_scale(y="independent"))
    return composed(*room(ROOM_LEFT * scale, ROOM_RIGHT * scale), time_texts(scale), apart, height=height)


def _layers(panel: str, scale: float, **mark: Any) -> list[alt.Chart]:
    ticks = rows(f"{panel}_tick")
    texts = words(ticks, f"{panel}_tick_text", scale, align="right", fill=INK, opacity=MUTED)
    lines = role_lines("attainment", panel, scale, **mark)
    weight = alt.ExprRef(f"datum.{panel}_role == '{TODAY}' ? 400 : 600")
    ends = words(rows(f"{panel}_end"), f"{panel}_end_text", scale, align="left", fontWeight=weight)
    ends = ends.encode(x=pixels(f"width + {END_GAP * scale}"), y=_up(f"{panel}_end", panel))
    caption = words(
        rows(f"{panel}_caption"), f"{panel}_caption", scale, align="left", fill=INK, fontWeight=600
    )
    return [
        ticks.mark_rule(stroke=INK, opacity=GRID, aria=False).encode(y=_up(f"{panel}_tick", panel)),
        texts.encode(x=alt.value(-8 * scale), y=_up(f"{panel}_tick", panel)),
        lines.encode(y=_up(panel, panel)),
        *coloured_text(ends, f"{panel}_role"),
        caption.encode(x=alt.value(0), y=pixels(f"height * {PANELS[panel][0]} - {14 * scale}")),
    ]


def _up(field: str, panel: str) -> alt.Y:
    top, bottom = PANELS[panel]
    ends = [alt.ExprRef(f"height * {bottom}"), alt.ExprRef(f"height * {top}")]
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(nice=False, zero=False, range=ends))


def _cliffs(scale: float) -> list[alt.Chart]:
    corner = {"align": "right", "dx": -4 * scale, "dy": -7 * scale}
    text = words(rows("cliff"), "cliff_text", scale, size=FONT - 1, **corner)
    placed = text.encode(x=across("cliff"), y=_up("cliff_at", "pay"))
    return coloured_text(placed, "cliff_role")


def _stands(scale: float) -> alt.Chart:
    points = rows("stand").mark_point(filled=True, size=STANDING * scale**2, opacity=1.0, aria=False)
    placed = points.encode(x=across("stand"), y=_up("stand_pay", "pay"), color=role_colour("stand_role"))
    return cast(alt.Chart, placed)


def _standing(curve: pl.DataFrame, places: Mapping[str, float]) -> pl.DataFrame:
    """Where a partner stands, for programmes whose curve reaches that far."""
    found: dict[str, list[Any]] = {"stand": [], "stand_pay": [], "stand_role": []}
    for role, at in places.items():
        own = curve.filter(pl.col("role") == role)
        if own["attainment"][0] <= at <= own["attainment"][-1]:
            pay = float(np.interp(at, own["attainment"].to_numpy(), own["pay_share"].to_numpy()))
            for name, value in zip(found, (at, pay, role), strict=True):
                found[name].append(value)
    kinds = {"stand": pl.Float64, "stand_pay": pl.Float64, "stand_role": pl.String}
    return pl.DataFrame(found, schema=kinds)


def _with_roles(table: pl.DataFrame, roles: Mapping[str, str]) -> pl.DataFrame:
    role = pl.col("design").replace_strict(roles, return_dtype=pl.String)
    return table.with_columns(role=role).drop("design")


def _alike(curve: pl.DataFrame) -> dict[str, list[str]]:
    """Roles that pay the same, under the first of them."""
    curves: dict[str, list[str]] = {}
    shapes: list[tuple[str, pl.DataFrame]] = []
    for (role,), own in curve.group_by("role", maintain_order=True):
        shape = own.drop("role")
        first = next((name for name, known in shapes if known.equals(shape)), None)
        if first is None:
            shapes.append((str(role), shape))
        curves.setdefault(first or str(role), []).append(str(role))
    return curves


def _panel(curve: pl.DataFrame, field: str, panel: str) -> tuple[pl.DataFrame, ...]:
    values = curve[field].drop_nulls()
    ticks = round_ticks(min(0.0, *values), max(*values, 0.0), STEPS)
    top, bottom = PANELS[panel]
    span = Span(ticks[0], max(ticks[-1], *values), (HEIGHT - BELOW) * (bottom - top))
    last = curve.filter(pl.col(field).is_not_null()).group_by("role", maintain_order=True).last()
    ends = end_labels(dict(last.select("role", field).iter_rows()), span)
    named = ends.rename({"end": f"{panel}_end", "end_text": f"{panel}_end_text", "end_role": f"{panel}_role"})
    axis = {f"{panel}_tick": ticks, f"{panel}_tick_text": tick_texts(ticks, "share")}
    caption = say(f"charts.payout.{panel}")
    return pl.DataFrame(axis), named, pl.DataFrame({f"{panel}_caption": [caption]})


def _cliff_labels(cliffs: pl.DataFrame, curve: pl.DataFrame) -> pl.DataFrame:
    """One label per place and size of a jump; only each programme's largest where there are many curves."""
    kinds = {"cliff": pl.Float64, "cliff_at": pl.Float64, "cliff_text": pl.String, "cliff_role": pl.String}
    highest = max(*curve["pay_share"], 0.0)
    span = Span(0.0, highest or 1.0, (HEIGHT - BELOW) * (PANELS["pay"][1] - PANELS["pay"][0]))
    found: list[dict[str, Any]] = []
    if curve["role"].n_unique() > MOST_LABELLED:
        cliffs = cliffs.filter(pl.col("jump_share") == pl.col("jump_share").max().over("role"))
    for (place,), here in cliffs.group_by("attainment", maintain_order=True):
        same = here.group_by("jump_share", maintain_order=True).agg(pl.col("role"))
        tops = [_top(curve, place, roles[0]) for roles in same["role"]]
        for at, (jump, roles) in zip(spread(tops, span, CLIFF_GAP), same.iter_rows(), strict=True):
            text = say("charts.payout.jump", jump=share(jump))
            found.append({"cliff": place, "cliff_at": at, "cliff_text": text, "cliff_role": roles[0]})
    return pl.DataFrame(found, schema=kinds)


def _top(curve: pl.DataFrame, place: object, role: str) -> float:
    here = curve.filter((pl.col("role") == role) & (pl.col("attainment") == place))
    return float(here["pay_share"].to_numpy().max())


def _targets() -> pl.DataFrame:
    texts = [
        say("charts.payout.target" if at == 1.0 else "charts.payout.times", times=bare(at)) for at in TIMES
    ]
    return pl.DataFrame({"time": list(TIMES), "time_text": texts})


def _title(cliffs: pl.DataFrame) -> str:
    ordered = cliffs.sort("jump_share", descending=True)
    today, designs = ordered.filter(pl.col("role") == TODAY), ordered.filter(pl.col("role") != TODAY)
    words = {"today": say("charts.today")}
    for name, found in (("own", today), ("new", designs)):
        if found.height:
            place, jump, role = found.select("attainment", "jump_share", "role").row(0)
            words |= {f"{name}_jump": share(jump), f"{name}_at": bare(place), f"{name}_design": letter(role)}
    kinds = {(False, False): "none", (True, False): "gone", (False, True): "new", (True, True): "both"}
    return say(f"charts.payout.title.{kinds[bool(today.height), bool(designs.height)]}", **words)


def _table(curve: pl.DataFrame) -> pl.DataFrame:
    columns = {
        say("charts.column.pays", programme=letter(role)): _told(own)
        for (role,), own in curve.group_by("role", maintain_order=True)
    }
    return pl.DataFrame({say("charts.column.attainment"): [bare(at) for at in TOLD], **columns})


def _told(own: pl.DataFrame) -> list[str]:
    """Pay at the multiples of ``TOLD``; at a jump, after it."""
    pay = dict(own.select("attainment", "pay_share").iter_rows())
    return [share(pay[at]) for at in TOLD]
