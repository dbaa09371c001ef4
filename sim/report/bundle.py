"""All files of a report by their path, made one after the other."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from typing import Final

from sim.charts.costs import costs
from sim.charts.intervals import intervals
from sim.charts.payout import payout
from sim.experiment.comparison import Comparison
from sim.experiment.export import csv_of
from sim.experiment.tables import COLUMNS
from sim.report import recipe
from sim.report.drawing import png, svg
from sim.report.letter import letter
from sim.report.paper import Paper, paper
from sim.report.pdf import pdf
from sim.report.pptx import pptx
from sim.report.workbook import xlsx

File = tuple[str, bytes]


def report_files(
    comparison: Comparison,
    design: str | None = None,
    kinds: Collection[str] = (),
    question: str = "",
    on: date | None = None,
) -> Iterator[File]:
    """Path and content of every file of the kinds that are asked for.

    Parameters
    ----------
    comparison : with the design
    design : its name; None for the one the headline speaks of
    kinds : keys of ``KINDS``; all of them where none is given
    question, on : title and date of the paper, as in ``paper``

    Raises
    ------
    ValueError : no such design
    """
    contents = paper(comparison, design, question, on)
    for kind, make in KINDS.items():
        if not kinds or kind in kinds:
            yield from make(comparison, contents, design or comparison.leader)


def _one(
    path: str, make: Callable[[Paper], bytes], _comparison: Comparison, contents: Paper, _design: str
) -> Iterator[File]:
    yield path, make(contents)


def _workbook(comparison: Comparison, contents: Paper, _design: str) -> Iterator[File]:
    yield "data.xlsx", xlsx(comparison, contents)


def _csv(comparison: Comparison, _contents: Paper, _design: str) -> Iterator[File]:
    for name in COLUMNS:
        yield f"data/{name}.csv", csv_of(getattr(comparison, name)).encode()


def _charts(comparison: Comparison, contents: Paper, _design: str) -> Iterator[File]:
    pictures = {
        "difference": contents.hero,
        "winners": contents.groups,
        "accounts": costs(comparison),
        "rebate": payout(comparison),
        "designs": intervals(comparison),
    }
    for name, picture in pictures.items():
        yield f"charts/{name}.svg", svg(picture).encode()
        yield f"charts/{name}.png", png(picture)


def _letter(comparison: Comparison, _contents: Paper, design: str) -> Iterator[File]:
    yield "letter.md", letter(comparison, design).markdown.encode()


def _recipe(comparison: Comparison, _contents: Paper, _design: str) -> Iterator[File]:
    yield "again/again.sh", recipe.shell(comparison).encode()
    yield "again/again.py", recipe.python(comparison).encode()
    for path, text in recipe.files(comparison).items():
        yield f"again/{path}", text.encode()


KINDS: Final[dict[str, Callable[[Comparison, Paper, str], Iterator[File]]]] = {
    "pdf": partial(_one, "paper.pdf", pdf),
    "pptx": partial(_one, "paper.pptx", pptx),
    "xlsx": _workbook,
    "csv": _csv,
    "charts": _charts,
    "letter": _letter,
    "recipe": _recipe,
}
"""What a report is made of: paper, slides, data, pictures, letter, and how to get the same figures again."""
