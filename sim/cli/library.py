"""The commands of the library; each brings what it needs when it is called."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qsl, urlsplit

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sim.cli.failing import CommandError
from sim.text.catalogue import say

if TYPE_CHECKING:
    from sim.store.library import Kept, Library

Name = Annotated[str, typer.Argument(help=say("cli.help.kept_name"))]
Note = Annotated[str, typer.Option(metavar="TEXT", help=say("cli.help.kept_note"))]
Version = Annotated[int | None, typer.Option(min=1, help=say("cli.help.kept_version"))]

library = typer.Typer(name="library", help=say("cli.library"), no_args_is_help=True)


@library.command("list", help=say("cli.library.list"))
def list_command(
    deleted: Annotated[bool, typer.Option("--deleted", help=say("cli.help.kept_deleted"))] = False,
) -> None:
    """The newest version of everything."""
    kept = _library().list(deleted=deleted)
    if kept:
        _show(kept)
    else:
        typer.echo(say("cli.library.empty"))


@library.command("show", help=say("cli.library.show"))
def show_command(name: Name, version: Version = None) -> None:
    """All versions, then the text of one."""
    here = _library()
    _show(here.versions(name))
    typer.echo(here.get(name, version).text, nl=False)


@library.command("save", help=say("cli.library.save"))
def save_command(
    item: Annotated[str, typer.Argument(help=say("cli.help.kept_item"))],
    name: Annotated[str, typer.Option(metavar="NAME", help=say("cli.help.kept_as"))] = "",
    note: Note = "",
) -> None:
    """A programme or a link as the newest version."""
    if item.startswith(("http://", "https://", "?")):
        if not name:
            raise CommandError(say("cli.library.name_of_link"))
        link = dict(parse_qsl(urlsplit(item).query, keep_blank_values=True))
        _told(_library().save(name, link, note))
        return
    from sim.schema.loading import load_programme

    programme = load_programme(item)
    _told(_library().save(name or programme.name, programme, note))


@library.command("delete", help=say("cli.library.delete"))
def delete_command(name: Name) -> None:
    """Out of sight."""
    _library().delete(name)
    typer.echo(say("cli.library.deleted", name=name))


@library.command("restore", help=say("cli.library.restore"))
def restore_command(name: Name, version: Version = None) -> None:
    """Back in sight, or an older version on top."""
    _told(_library().restore(name, version))


@library.command("export", help=say("cli.library.export"))
def export_command(
    name: Name,
    version: Version = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help=say("cli.help.kept_out"))] = None,
) -> None:
    """The text of one version, shown or written."""
    from sim.experiment.cache import write_whole

    text = _library().get(name, version).text
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        write_whole(out, text.encode())
    except OSError as error:
        raise CommandError(say("cli.out_unusable", folder=out, reason=error.strerror)) from None


@library.command("import", help=say("cli.library.import"))
def import_command(
    files: Annotated[list[Path], typer.Argument(help=say("cli.help.kept_files"))], note: Note = ""
) -> None:
    """Each file under the name it carries."""
    from sim.schema.reading import read_bytes

    here = _library()
    for path in files:
        _told(here.add(read_bytes(path, str(path)), str(path), note))


def _library() -> Library:
    from sim.store.library import Library as Opened

    return Opened()


def _told(kept: Kept) -> None:
    numbers = {"number": kept.number, "versions": kept.versions}
    typer.echo(say("cli.library.saved", name=kept.name, **numbers))


def _show(kept: Iterable[Kept]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("name", "kind", "version", "saved", "note"):
        table.add_column(say(f"cli.library.head.{head}"), overflow="fold")
    for one in kept:
        kind = say(f"cli.library.kind.{one.kind}")
        saved = f"{one.saved_at:%Y-%m-%d %H:%M}"
        table.add_row(escape(one.name), kind, str(one.number), saved, escape(one.note))
    Console().print(table)
