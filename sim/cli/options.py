"""Arguments and options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sim.text.catalogue import say

ROLES = ("partner", "date", "revenue", "orders", "type", "region", "channel")
"""What a column of a table may hold."""


def _column(role: str) -> Any:
    return typer.Option(f"--{role}-column", metavar="NAME", help=say("cli.help.column", role=role))


Market = Annotated[str | None, typer.Option(metavar="NAME|FILE", help=say("cli.help.market"))]
Partners = Annotated[Path | None, typer.Option(metavar="TABLE", help=say("cli.help.partners"))]
Futures = Annotated[int | None, typer.Option(help=say("cli.help.futures"))]
Weeks = Annotated[int | None, typer.Option(help=say("cli.help.weeks"))]
Seed = Annotated[int, typer.Option(help=say("cli.help.seed"))]
LuckOnly = Annotated[bool, typer.Option("--luck-only", help=say("cli.help.luck_only"))]
DoubtOnly = Annotated[bool, typer.Option("--doubt-only", help=say("cli.help.doubt_only"))]
AsJson = Annotated[bool, typer.Option("--json", help=say("cli.help.json"))]
Out = Annotated[Path | None, typer.Option(metavar="FOLDER", help=say("cli.help.out"))]
UseCache = Annotated[bool, typer.Option("--cache/--no-cache", help=say("cli.help.cache"))]
PartnerColumn = Annotated[str | None, _column("partner")]
DateColumn = Annotated[str | None, _column("date")]
RevenueColumn = Annotated[str | None, _column("revenue")]
OrdersColumn = Annotated[str | None, _column("orders")]
TypeColumn = Annotated[str | None, _column("type")]
RegionColumn = Annotated[str | None, _column("region")]
ChannelColumn = Annotated[str | None, _column("channel")]
OutFolder = Annotated[Path, typer.Option("--out", metavar="FOLDER", help=say("cli.help.report_out"))]
DesignName = Annotated[
    str | None, typer.Option("--design", metavar="NAME", help=say("cli.help.report_design"))
]
Question = Annotated[str, typer.Option("--question", metavar="TEXT", help=say("cli.help.report_question"))]
Dated = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help=say("cli.help.report_date"))
]


def _kind(name: str) -> Any:
    return Annotated[bool, typer.Option(f"--{name}", help=say(f"cli.help.kind.{name}"))]


Pdf = _kind("pdf")
Pptx = _kind("pptx")
Xlsx = _kind("xlsx")
Csv = _kind("csv")
Charts = _kind("charts")
Letter = _kind("letter")
Recipe = _kind("recipe")
