"""What is shipped, by name."""

from collections.abc import Callable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sim.schema.loading import list_scenarios, load_comparison, load_lesson, load_market, load_programme
from sim.text.catalogue import say

INTENTS: dict[str, Callable[[str], str]] = {
    "programmes": lambda name: load_programme(name).intent,
    "markets": lambda name: load_market(name).intent,
    "comparisons": lambda name: load_comparison(name).intent,
    "lessons": lambda name: load_lesson(name).intent,
}


def show_scenarios() -> None:
    """Names of the shipped files and what each is for."""
    console = Console()
    for kind, names in list_scenarios().items():
        heads = (say("cli.head.name"), say("cli.head.intent"))
        table = Table(*heads, title=say(f"cli.kind.{kind}"), title_justify="left")
        for name in names:
            table.add_row(escape(name), escape(INTENTS[kind](name)))
        console.print(table)
