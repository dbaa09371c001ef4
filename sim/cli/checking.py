"""Check a file of any kind and say what is wrong with it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from sim.intake.errors import IntakeError
from sim.intake.loading import load_partners
from sim.schema.comparison import Comparison
from sim.schema.errors import SchemaError
from sim.schema.history import History
from sim.schema.lesson import Lesson
from sim.schema.loading import load_comparison, load_history, load_lesson, load_market, load_programme
from sim.schema.market import Market
from sim.schema.programme import Programme
from sim.schema.reading import parse, read_bytes
from sim.text.catalogue import say

YAML: Final = (".yaml", ".yml")
LOADERS: Final[dict[str, tuple[type[BaseModel], Callable[[Path], Any]]]] = {
    "programmes": (Programme, load_programme),
    "markets": (Market, load_market),
    "comparisons": (Comparison, load_comparison),
    "lessons": (Lesson, load_lesson),
    "history": (History, load_history),
}


def check_file(path: Path) -> bool:
    """Say on stdout that a file is fine, or on stderr everything that is wrong with it."""
    try:
        warnings = _load(path)
    except (SchemaError, IntakeError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return False
    print(say("cli.fine", file=path))  # noqa: T201
    for warning in warnings:
        print(say("cli.warning", warning=warning), file=sys.stderr)  # noqa: T201
    return True


def kind_of(path: Path) -> str:
    """Kind of a scenario file: by its folder, else by what it mostly contains.

    Raises
    ------
    SchemaError : it cannot be read
    """
    if path.parent.name in LOADERS:
        return path.parent.name
    fields = set(parse(read_bytes(path, str(path)), str(path)).data)
    return max(LOADERS, key=lambda kind: len(fields & set(LOADERS[kind][0].model_fields)))


def _load(path: Path) -> tuple[str, ...]:
    if path.suffix.lower() in YAML or path.is_dir():
        LOADERS[kind_of(path)][1](path)
        return ()
    return load_partners(path).warnings
