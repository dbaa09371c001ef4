"""Where a difference in net contribution comes from: one bar per account, one column per design."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, MUTED, ZERO, coloured_text, role_colour, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import ACCOUNTS
from sim.text.catalogue import say
from sim.text.numbers import money, money_range, period

ROW: Final = 24
HEADING: Final = 26
NAMES: Final = 132
FIGURE: Final = 56
GAP: Final = 10
BAR: Final = 13
NARROWEST: Final = 4
RULE: Final = 0.3
BARS: Final = len(ACCOUNTS) + 1


def costs(comparison: Comparison, scale: float = 1.0) -> Picture:
    """Difference of every account to today over the horizon, and their sum, largest accounts first.

    Parameters
    ----------
    comparison : with at least one design
    scale : of type, strokes and height; 1.35 on a projector
    """
    roles = {name: role_of(comparison, name) for name in comparison.designs}
    parts = comparison.costs.with_columns(role=pl.col("design").replace_strict(roles, return_dtype=pl.String))
    order = _order(parts)
    bars = _bars(parts, order, list(roles.values()))
    data = side_by_side(bars, _names(order), _headings(bars), pl.DataFrame({"zero": [0.0]}))
    height = round((ROW * BARS + HEADING) * scale)
    return Picture(
        spec=_spec(scale, height, len(roles)),
        data=data,
        table=_table(parts, order, period(comparison.horizon_weeks)),
        title=_title(parts, order[0]),
        alt=say("charts.costs.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, designs: int) -> Mapping[str, Any]:
    top = HEADING * scale
    row = f"(height - {top}) / {BARS}"
    weight = alt.ExprRef("datum.bar_role == datum.role ? 600 : 400")
    faint = alt.ExprRef(f"datum.bar_to == datum.bar_from ? {MUTED} : 1")
    at_row = {"y": pixels(f"{top} + (datum.row + 0.5) * {row}")}
    at_zero = {"x": _along("bar_from", designs, scale)}
    at_right = {"x": pixels(f"(datum.column + 1) * width / {designs}")}
    bar = rows("bar_to").mark_rule(strokeWidth=BAR * scale, aria=False)
    figure = words(rows("bar_to"), "figure", scale, align="right", fill=INK, fontWeight=weight, opacity=faint)
    name = words(rows("name"), "name", scale, align="left", fill=INK)
    zero = rows("heading").mark_rule(stroke=INK, opacity=ZERO, strokeWidth=1.25 * scale, aria=False)
    sum_up = rows("zero").mark_rule(stroke=INK, opacity=RULE, aria=False)
    heading = words(rows("heading"), "heading", scale, fontWeight=600, size=14)
    to_bar = {"x2": _along("bar_to", designs, scale), "color": role_colour("bar_role")}
    return composed(
        *room(NAMES * scale, 0),
        sum_up.encode(x=alt.value(-NAMES * scale), x2=pixels("width"), y=pixels(f"height - {row}")),
        bar.encode(**at_zero, **at_row, **to_bar),
        zero.encode(**at_zero, y=alt.value(top), y2=pixels("height")),
        figure.encode(**at_right, **at_row),
        name.encode(x=alt.value(-NAMES * scale), y=pixels(f"{top} + (datum.name_row + 0.5) * {row}")),
        *coloured_text(heading.encode(**at_zero, y=alt.value(top / 2)), "heading"),
        height=height,
    )


def _along(share: str, designs: int, scale: float) -> Any:
    """Horizontal place of a share of the bars' stretch in the column of a design, left of its figures."""
    stretch = f"max(width / {designs} - {(FIGURE + GAP) * scale}, {NARROWEST})"
    return pixels(f"datum.column * width / {designs} + {GAP * scale} + datum.{share} * {stretch}")


def _order(parts: pl.DataFrame) -> list[str]:
    sizes = parts.group_by("account", maintain_order=True).agg(pl.col("difference_mean").abs().max())
    return [
        str(name) for name in sizes.sort("difference_mean", descending=True, maintain_order=True)["account"]
    ]


def _bars(parts: pl.DataFrame, order: list[str], roles: list[str]) -> pl.DataFrame:
    values = {role: _values(parts, role, order) for role in roles}
    everything = [value for column in values.values() for value in column]
    low, high = min(*everything, 0.0), max(*everything, 0.0)
    reach = (high - low) or 1.0
    return pl.DataFrame(
        [
            {
                "role": role,
                "column": float(column),
                "row": float(row),
                "bar_from": -low / reach,
                "bar_to": (value - low) / reach,
                "bar_role": role if row == len(order) else "good" if value > 0.0 else "bad",
                "figure": money(value, signed=True),
            }
            for column, role in enumerate(roles)
            for row, value in enumerate(values[role])
        ]
    )


def _values(parts: pl.DataFrame, role: str, order: list[str]) -> list[float]:
    """Differences of one design in the order of the accounts, and their sum."""
    own = dict(parts.filter(pl.col("role") == role).select("account", "difference_mean").iter_rows())
    found = [float(own[account]) for account in order]
    return [*found, sum(found)]


def _names(order: list[str]) -> pl.DataFrame:
    texts = [*(say(f"charts.account.{account}") for account in order), say("charts.costs.sum")]
    return pl.DataFrame({"name": texts, "name_row": [float(row) for row in range(len(texts))]})


def _headings(bars: pl.DataFrame) -> pl.DataFrame:
    """Names of the columns; they stand in the first rows of the bars, which hold one column each."""
    roles = bars["role"].unique(maintain_order=True).to_list()
    texts: list[str | None] = [None] * bars.height
    for column, role in enumerate(roles):
        texts[column * BARS] = role
    return pl.DataFrame({"heading": texts}, schema={"heading": pl.String})


def _title(parts: pl.DataFrame, account: str) -> str:
    here = parts.filter(pl.col("account") == account)
    role, value = max(here.select("role", "difference_mean").iter_rows(), key=lambda found: abs(found[1]))
    if value == 0.0:
        return say("charts.costs.same", today=say("charts.today"))
    side = "gain" if value > 0.0 else "loss"
    return say(
        "charts.costs.largest",
        reason=say(f"because.{account}.{side}"),
        amount=money(value, signed=True),
        today=say("charts.today"),
        design=role,
    )


def _table(parts: pl.DataFrame, order: list[str], length: str) -> pl.DataFrame:
    columns: dict[str, list[str]] = {say("charts.column.account"): _names(order)["name"].to_list()}
    for (role,), own in parts.group_by("role", maintain_order=True):
        values = _values(parts, str(role), order)
        ends = {
            account: money_range(low, high)
            for account, low, high in own.select("account", "difference_p10", "difference_p90").iter_rows()
        }
        heading = say("charts.column.less_today", design=role, today=say("charts.today"), period=length)
        columns[heading] = [money(value, signed=True) for value in values]
        columns[say("charts.column.range_of", design=role)] = [*(ends[account] for account in order), "–"]
    return pl.DataFrame(columns)
