"""How partners react to a design: five reactions by kind of partner after so many months."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from sim.charts.picture import Picture
from sim.charts.stacks import member_name, stack_data, stack_height, stack_spec
from sim.charts.theme import REACTION_COLOURS
from sim.experiment.explain.reaction import REACTIONS, STARTS, starts_of
from sim.experiment.roster import Roster
from sim.experiment.tables.partners import EVERYBODY
from sim.text.catalogue import say, say_count
from sim.text.numbers import count, share


def reactions(found: pl.DataFrame, roster: Roster, role: str, month: int, scale: float = 1.0) -> Picture:
    """Share of the partners of each kind that reacts in each way after some months.

    Parameters
    ----------
    found : as ``reactions_of`` gives it
    roster : of the partners
    role : of the design, B to H
    month : one of the table's
    scale : of type, strokes and height; 1.35 on a projector
    """
    now = found.filter(month=month)
    members = now["group"].unique(maintain_order=True).to_list()
    sizes = {name: _size(roster, name) for name in members}
    return Picture(
        spec=stack_spec(REACTIONS, REACTION_COLOURS, len(members), scale),
        data=stack_data(now.rename({"group": "member", "reaction": "kind"}), sizes, _names()),
        table=_table(found),
        title=_title(now, role, month),
        alt=say("charts.reactions.alt", today=say("charts.today")),
        height=stack_height(len(members), scale),
    )


def _names() -> dict[str, str]:
    return {name: say(f"charts.reaction.{name}") for name in REACTIONS}


def _size(roster: Roster, group: str) -> int:
    return len(roster.ids) if group == EVERYBODY else list(roster.segments).count(group)


def _title(now: pl.DataFrame, role: str, month: int) -> str:
    """What becomes of all partners, in one sentence."""
    shares = dict(now.filter(group=EVERYBODY).select("reaction", "share").iter_rows())
    names = {"design": role, "today": say("charts.today")}
    if shares["stays"] == 1.0:
        return say_count("charts.reactions.all_stay", month, **names)
    return say_count(
        "charts.reactions.title", month, **names, more=share(shares["more"]),
        drifts=share(shares["drifts"]), gone=share(shares["silent"] + shares["leaves"]),
    )  # fmt: skip


def _table(found: pl.DataFrame) -> pl.DataFrame:
    """Share in the last month and the month in which a reaction starts, by kind of partner."""
    starts = starts_of(found)
    columns = {
        say("charts.column.partners"): [
            member_name(one) for one in starts["group"].unique(maintain_order=True)
        ]
    }
    for reaction, name in _names().items():
        columns[name] = [_cell(row) for row in starts.filter(reaction=reaction).iter_rows(named=True)]
    return pl.DataFrame(columns)


def _cell(row: Mapping[str, Any]) -> str:
    if row["starts"] is None:
        return say("charts.reactions.few", share=share(STARTS))
    if row["reaction"] == "stays":
        return share(row["share"])
    return say("charts.reactions.cell", share=share(row["share"]), month=count(row["starts"]))
