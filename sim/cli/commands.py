"""The commands: what each takes, and who carries it out; each brings what it needs when it is called."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from sim.cli import options as given
from sim.cli.failing import BAD_INPUT, guarded
from sim.cli.library import library
from sim.text.catalogue import say

cli = typer.Typer(name="partnerlab", help=say("cli.about"), no_args_is_help=True, add_completion=False)
cli.add_typer(library)


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line and leave the program.

    Parameters
    ----------
    arguments : words after the program's name; by default those the program was called with
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(guarded(partial(_carry_out, words)))


def _carry_out(words: list[str]) -> int | None:
    command = get_command(cli)
    with command.make_context("partnerlab", words) as context:
        code: int | None = command.invoke(context)
    return code


@cli.command("run", help=say("cli.run"))
def run_command(
    programme: Annotated[str, typer.Argument(help=say("cli.help.programme"))],
    market: given.Market = None,
    partners: given.Partners = None,
    futures: given.Futures = None,
    weeks: given.Weeks = None,
    seed: given.Seed = 1,
    luck_only: given.LuckOnly = False,
    doubt_only: given.DoubtOnly = False,
    as_json: given.AsJson = False,
    out: given.Out = None,
    cache: given.UseCache = True,
    partner_column: given.PartnerColumn = None,
    date_column: given.DateColumn = None,
    revenue_column: given.RevenueColumn = None,
    orders_column: given.OrdersColumn = None,
    type_column: given.TypeColumn = None,
    region_column: given.RegionColumn = None,
    channel_column: given.ChannelColumn = None,
) -> None:
    """Run one programme alone."""
    from sim.cli.answering import answer

    answer([programme], locals())


@cli.command("compare", help=say("cli.compare"))
def compare_command(
    today: Annotated[str, typer.Argument(help=say("cli.help.today"))],
    new: Annotated[list[str] | None, typer.Argument(help=say("cli.help.new"))] = None,
    market: given.Market = None,
    partners: given.Partners = None,
    futures: given.Futures = None,
    weeks: given.Weeks = None,
    seed: given.Seed = 1,
    luck_only: given.LuckOnly = False,
    doubt_only: given.DoubtOnly = False,
    as_json: given.AsJson = False,
    out: given.Out = None,
    cache: given.UseCache = True,
    partner_column: given.PartnerColumn = None,
    date_column: given.DateColumn = None,
    revenue_column: given.RevenueColumn = None,
    orders_column: given.OrdersColumn = None,
    type_column: given.TypeColumn = None,
    region_column: given.RegionColumn = None,
    channel_column: given.ChannelColumn = None,
) -> None:
    """Compare new programmes with today's, or answer a comparison file."""
    from sim.cli.answering import answer

    answer([today, *(new or [])], locals(), is_case=not new)


@cli.command("report", help=say("cli.report"))
def report_command(
    today: Annotated[str, typer.Argument(help=say("cli.help.today"))],
    new: Annotated[list[str] | None, typer.Argument(help=say("cli.help.new"))] = None,
    out: given.OutFolder = Path("report"),
    design: given.DesignName = None,
    question: given.Question = "",
    dated: given.Dated = None,
    pdf: given.Pdf = False,
    pptx: given.Pptx = False,
    xlsx: given.Xlsx = False,
    csv: given.Csv = False,
    charts: given.Charts = False,
    letter: given.Letter = False,
    recipe: given.Recipe = False,
    market: given.Market = None,
    partners: given.Partners = None,
    futures: given.Futures = None,
    weeks: given.Weeks = None,
    seed: given.Seed = 1,
    luck_only: given.LuckOnly = False,
    doubt_only: given.DoubtOnly = False,
    cache: given.UseCache = True,
) -> None:
    """Write the report on one design: board paper, data, pictures, letter, recipe."""
    from sim.cli.reporting import write_report

    write_report([today, *(new or [])], locals(), is_case=not new)


@cli.command("scenarios", help=say("cli.scenarios"))
def scenarios_command() -> None:
    """List what is shipped."""
    from sim.cli.listing import show_scenarios

    show_scenarios()


@cli.command("check", help=say("cli.check"))
def check_command(files: Annotated[list[Path], typer.Argument(help=say("cli.help.files"))]) -> int:
    """Check files and report every problem of each."""
    from sim.cli.checking import check_file

    fine = [check_file(path) for path in files]
    return 0 if all(fine) else BAD_INPUT


@cli.command("history", help=say("cli.history"))
def history_command(
    file: Annotated[Path | None, typer.Argument(help=say("cli.help.history"))] = None,
    futures: given.Futures = None,
    as_json: given.AsJson = False,
    cache: given.UseCache = True,
) -> None:
    """Run cases of history and say what the model shows of them."""
    from sim.cli.replaying import replay_history

    replay_history(file, futures, as_json=as_json, cache=cache)


@cli.command("validate", help=say("cli.validate"))
def validate_command(
    ids: Annotated[list[str] | None, typer.Argument(help=say("cli.help.ids"))] = None,
    full: Annotated[bool, typer.Option("--full/--quick", help=say("cli.help.full"))] = False,
    write: Annotated[bool, typer.Option("--write", help=say("cli.help.write"))] = False,
    as_json: given.AsJson = False,
) -> int:
    """Set theory and published facts beside the model."""
    from sim.cli.validating import validate

    return validate(ids or [], is_full=full, as_json=as_json, is_written=write)


@cli.command("sensitivity", help=say("cli.sensitivity"))
def sensitivity_command(
    today: Annotated[str, typer.Argument(help=say("cli.help.programme_today"))],
    new: Annotated[str, typer.Argument(help=say("cli.help.programme_new"))],
    outcome: Annotated[str | None, typer.Option(metavar="NAME", help=say("cli.help.outcome"))] = None,
    walks: Annotated[int | None, typer.Option(help=say("cli.help.walks"))] = None,
    market: given.Market = None,
    partners: given.Partners = None,
    futures: given.Futures = None,
    weeks: given.Weeks = None,
    seed: given.Seed = 1,
    as_json: given.AsJson = False,
    cache: given.UseCache = True,
) -> None:
    """Move every assumption and say which one the answer hangs on."""
    from sim.cli.sensing import show_sensitivity

    show_sensitivity(today, new, locals())


@cli.command("app", help=say("cli.app"))
def app_command(
    port: Annotated[int, typer.Option(min=1, max=65535, help=say("cli.help.port"))] = 8501,
    browser: Annotated[bool, typer.Option("--open/--no-open", help=say("cli.help.open"))] = True,
) -> int:
    """Open the page."""
    from sim.cli.page import open_page

    return open_page(port, opens_browser=browser)
