"""The command that moves every assumption and shows which one an answer hangs on."""

import json
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sim.cli.failing import CommandError
from sim.cli.showing import progress_bar, show_note
from sim.experiment.decides import effect_range
from sim.experiment.examine import Examined, examine
from sim.experiment.headline import assumption_in_words
from sim.experiment.outcomes import BY_NAME, HEADLINE
from sim.experiment.sensitivity import USUAL
from sim.text.catalogue import say
from sim.text.numbers import amount, count

SHOWN: Final = 12


def show_sensitivity(today: str, new: str, options: Mapping[str, Any]) -> None:
    """Compare, move the assumptions, show.

    Parameters
    ----------
    today, new : programmes, by name or file
    options : of the command, by name

    Raises
    ------
    CommandError : no such outcome, or fewer than 2 walks
    SchemaError, IntakeError, RequestError : as in ``compare``
    """
    found = _examined(today, new, options)
    if options["as_json"]:
        typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2, allow_nan=False))
        return
    console = Console()
    for sentence in (found.comparison.sentence, found.sentence):
        console.print(sentence, markup=False, highlight=False, soft_wrap=True)
    console.print()
    console.print(_table(found))
    rest = len(found.sensitivity.effects) + len(found.sensitivity.others) - SHOWN - found.sensitivity.without
    words = {"count": count(max(rest, 0)), "idle": count(found.sensitivity.without)}
    console.print(say("sensitivity.rest", **words), highlight=False)
    for warning in found.comparison.warnings:
        show_note(warning)


def _examined(today: str, new: str, options: Mapping[str, Any]) -> Examined:
    outcome, walks = options["outcome"] or HEADLINE, options["walks"]
    if outcome not in BY_NAME:
        nearest = next(iter(get_close_matches(outcome, BY_NAME, n=1)), next(iter(BY_NAME)))
        raise CommandError(say("sensitivity.no_outcome", found=outcome, nearest=nearest))
    if walks is not None and walks < 2:
        raise CommandError(say("sensitivity.few_walks", found=walks))
    effort = USUAL if walks is None else replace(USUAL, walks=walks)
    sizes = ("futures", "weeks", "seed", "cache")
    asked = {name: options[name] for name in sizes if options[name] is not None}
    market = options["market"] or "baseline"
    with progress_bar() as progress:
        return examine(
            today,
            new,
            market,
            options["partners"],
            outcome=outcome,
            effort=effort,
            progress=progress,
            **asked,
        )


def _table(found: Examined) -> Table:
    unit, outcome = found.finding.outcome.unit, found.sensitivity.outcome
    columns = ("assumption", "mean", "range", "size", "spread", "stands_out")
    heads = [say(f"sensitivity.column.{column}") for column in columns]
    table = Table(title=escape(say(f"outcomes.{outcome}")), title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column(heads[0], overflow="fold", min_width=30)
    for head in heads[1:]:
        table.add_column(head, justify="right")
    for effect in found.sensitivity.effects[:SHOWN]:
        table.add_row(
            escape(assumption_in_words(effect.name)),
            amount(effect.mean, unit, signed=True),
            effect_range(effect, outcome),
            amount(effect.size, unit),
            amount(effect.spread, unit),
            say("sensitivity.yes" if effect.stands_out else "sensitivity.no"),
        )
    chance = amount(found.sensitivity.chance, unit)
    table.add_row(say("sensitivity.luck"), "", "", chance, "", "", style="dim")
    return table
