"""Every design's difference to today on one axis: mean, 80 % and 95 % of the futures."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt
import polars as pl

from sim.charts.axes import round_ticks, tick_texts
from sim.charts.blocks import along, block_axis, block_lines
from sim.charts.frame import pixels, room, rows, words
from sim.charts.picture import Picture, composed, side_by_side
from sim.charts.theme import INK, coloured_text, role_colour, role_of
from sim.experiment.comparison import Comparison
from sim.experiment.headline import is_harvest
from sim.experiment.outcomes import HEADLINE
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say, say_count
from sim.text.numbers import money, money_range, period

ROW: Final = 44
ROOM_RIGHT: Final = 62
BELOW: Final = 30
STEPS: Final = 4
HEAD: Final = 0.45
"""Share of a row that its name takes."""

NAME_LIFT: Final = 13
BAR_DROP: Final = 8
BAR: Final = 9
WHISKER: Final = 2
DOT: Final = 130


def intervals(comparison: Comparison, scale: float = 1.0) -> Picture:
    """Net contribution of every design less today over the horizon: dot, thick bar (80 %), thin bar (95 %).

    Parameters
    ----------
    comparison : with at least one design
    scale : of type, strokes and height; 1.35 on a projector
    """
    found = _found(comparison)
    ends = [*found["lowest"], *found["highest"], 0.0]
    ticks = round_ticks(min(ends), max(ends), STEPS)
    axis = block_axis(ticks, tick_texts(ticks, "¤", signed=True), found.height)
    data = side_by_side(found, axis, pl.DataFrame({"zero": [0.0]}))
    height = round((ROW * found.height + BELOW) * scale)
    return Picture(
        spec=_spec(scale, height, found.height),
        data=data,
        table=intervals_table(comparison),
        title=_counted_title(comparison),
        alt=say("charts.intervals.alt", today=say("charts.today")),
        height=height,
    )


@cache
def _spec(scale: float, height: int, designs: int) -> Mapping[str, Any]:
    low, name = BAR_DROP * scale, NAME_LIFT * scale
    middle = f"(datum.place + 0.5) * (height / {designs})"
    design = rows("mean")
    bar = design.encode(y=pixels(f"{middle} + {low}"), color=role_colour())
    names = words(design, "name", scale, align="left", fontWeight=600)
    figures = words(design, "figure", scale, align="right", fill=INK)
    return composed(
        *room(0, ROOM_RIGHT * scale),
        *block_lines(designs, HEAD, scale),
        bar.mark_rule(strokeWidth=WHISKER * scale, opacity=0.8, aria=False).encode(
            x=along("lowest"), x2="highest:Q"
        ),
        bar.mark_rule(strokeWidth=BAR * scale, opacity=0.45, aria=False).encode(x=along("low"), x2="high:Q"),
        bar.mark_point(size=DOT * scale**2, filled=True, opacity=1.0, aria=False).encode(
            x=along("mean"), tooltip=alt.Tooltip("hover:N")
        ),
        *coloured_text(names.encode(x=alt.value(0), y=pixels(f"{middle} - {name}"))),
        figures.encode(x=pixels(f"width + {ROOM_RIGHT * scale}"), y=pixels(f"{middle} + {low}")),
        height=height,
    )


def _found(comparison: Comparison) -> pl.DataFrame:
    found = []
    for place, name in enumerate(comparison.designs):
        total = comparison.findings[name][HEADLINE].difference
        role = role_of(comparison, name)
        label = say("charts.design", design=role, name=name)
        found.append(
            {
                "place": float(place),
                "role": role,
                "mean": total.mean,
                "low": total.p10,
                "high": total.p90,
                "lowest": total.p2_5,
                "highest": total.p97_5,
                "name": label,
                "figure": money(total.mean, signed=True),
                "hover": say("charts.intervals.hover", design=label, range=money_range(total.p10, total.p90)),
            }
        )
    return pl.DataFrame(found)


def _counted_title(comparison: Comparison) -> str:
    """How many designs are clearly better than today, and how many worse."""
    verdicts = [found[HEADLINE].verdict for found in comparison.findings.values()]
    better, worse = verdicts.count(Verdict.BETTER), verdicts.count(Verdict.WORSE)
    return say_count(
        "charts.intervals.counted", len(verdicts), better=better, worse=worse, today=say("charts.today")
    )


def leader_title(comparison: Comparison) -> str:
    """Which design earns most, clear of today; or that none does."""
    words = {"today": say("charts.today"), "period": period(comparison.horizon_weeks)}
    better = [
        name for name, found in comparison.findings.items() if found[HEADLINE].verdict is Verdict.BETTER
    ]
    if not better:
        return say_count("charts.intervals.none_better", len(comparison.designs), **words)
    lasting = [name for name in better if not is_harvest(comparison.findings[name])]
    gains = {name: comparison.findings[name][HEADLINE].difference.mean for name in lasting or better}
    leader = max(gains, key=gains.__getitem__)
    return say(
        "charts.intervals.leader", design=role_of(comparison, leader), amount=money(gains[leader]), **words
    )


def intervals_table(comparison: Comparison) -> pl.DataFrame:
    """Difference of every design over the horizon, with its ranges, in words."""
    totals = {name: comparison.findings[name][HEADLINE].difference for name in comparison.designs}
    length, today = period(comparison.horizon_weeks), say("charts.today")
    return pl.DataFrame(
        {
            say("charts.column.design"): [
                say("charts.design", design=role_of(comparison, name), name=name) for name in totals
            ],
            say("charts.column.total", today=today, period=length): [
                money(total.mean, signed=True) for total in totals.values()
            ],
            say("charts.column.range"): [money_range(total.p10, total.p90) for total in totals.values()],
            say("charts.column.wide_range"): [
                money_range(total.p2_5, total.p97_5) for total in totals.values()
            ],
        }
    )
