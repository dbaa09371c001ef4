"""How to get the same figures again: in a shell and in Python, with everything written out that is needed."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sim.experiment.comparison import Comparison
from sim.experiment.designs import levers_of
from sim.schema.catalogue import as_data, differences
from sim.schema.comparison import Comparison as Question
from sim.schema.comparison import Design as Tried
from sim.schema.loading import list_scenarios, load_programme, to_yaml
from sim.schema.programme import Programme
from sim.text.catalogue import say

QUESTION: Final = "comparisons/question.yaml"
"""The comparison file among the files of a recipe."""


def shell(comparison: Comparison) -> str:
    """A shell script that answers the same question; it writes the files it needs where it is run.

    Parameters
    ----------
    comparison : whose market is shipped; for another one the script says what to put in its place
    """
    written = [_here_document(path, text) for path, text in files(comparison).items()]
    folders = ["mkdir -p comparisons programmes"] if written else []
    return "\n".join([f"# {_note(comparison)}", *folders, *written, shell_line(comparison)]) + "\n"


def shell_line(comparison: Comparison) -> str:
    """The command alone; where ``files`` has any, they must lie beside it."""
    if files(comparison):
        return " ".join(["partnerlab compare", QUESTION, *_options(comparison)])
    names = [comparison.today, *comparison.designs]
    sizes = [f"--weeks {comparison.horizon_weeks}", f"--futures {len(comparison.futures)}"]
    return " ".join(
        ["partnerlab compare", *names, f"--market {_market(comparison)}", *sizes, *_options(comparison)]
    )


def files(comparison: Comparison) -> dict[str, str]:
    """Files by path that the command reads: none where everything is shipped and starts now."""
    if all(map(_is_shipped, comparison.programmes.values())) and not any(_starts(comparison).values()):
        return {}
    paths = _file_names(comparison)
    programmes = {
        f"programmes/{paths[name]}.yaml": to_yaml(one) for name, one in comparison.programmes.items()
    }
    return {QUESTION: to_yaml(_question(comparison, paths)), **programmes}


def python(comparison: Comparison) -> str:
    """A Python script that answers the same question from shipped programmes and what differs from them.

    Parameters
    ----------
    comparison : as in ``shell``
    """
    starts = _starts(comparison)
    designs = [_as_design(comparison.programmes[name], starts[name]) for name in comparison.designs]
    sizes = {
        "weeks": comparison.horizon_weeks,
        "futures": len(comparison.futures),
        "seed": comparison.futures.seed,
    }
    options = sizes | dict.fromkeys(_kinds(comparison), True)
    lines = [
        f"# {_note(comparison)}",
        "import sim",
        "",
        f"today = {_as_programme(comparison.programmes[comparison.today])}",
        "designs = [",
        *(f"    {design}," for design in designs),
        "]",
        f"market = {_market(comparison)!r}",
        f"result = sim.compare(today, designs, market, {', '.join(f'{k}={v}' for k, v in options.items())})",
        "print(result.sentence)",
        f'print(result.digest == "{comparison.digest}")  # {say("report.recipe.same")}',
    ]
    return "\n".join(lines) + "\n"


def _note(comparison: Comparison) -> str:
    key = "report.recipe.whole" if _knows_market(comparison) else "report.recipe.own_market"
    return say(key, market=_one_line(comparison.market))


def _knows_market(comparison: Comparison) -> bool:
    return comparison.market in list_scenarios()["markets"]


def _market(comparison: Comparison) -> str:
    return comparison.market if _knows_market(comparison) else "your-market.yaml"


def _options(comparison: Comparison) -> list[str]:
    kinds = [f"--{kind.replace('_', '-')}" for kind in _kinds(comparison)]
    return [f"--seed {comparison.futures.seed}", *kinds]


def _kinds(comparison: Comparison) -> tuple[str, ...]:
    """Whether only chance, or only assumptions, differ between the futures."""
    futures = comparison.futures
    if len(futures) > 1 and not futures.luck_ids.any():
        return ("doubt_only",)
    return ("luck_only",) if len(futures) > 1 and (futures.rows == futures.rows[0]).all() else ()


def _starts(comparison: Comparison) -> dict[str, int]:
    """Week in which each design is announced."""
    notice = {name: one.transition.notice_weeks for name, one in comparison.programmes.items()}
    return {name: comparison.starts[name] - notice[name] for name in comparison.designs}


def _question(comparison: Comparison, paths: Mapping[str, str]) -> Question:
    starts = _starts(comparison)
    return Question(
        name="question",
        intent="",
        question=say("report.recipe.question"),
        market=comparison.market if _knows_market(comparison) else "your-market",
        today=paths[comparison.today],
        designs=tuple(Tried(programme=paths[name], start_week=starts[name]) for name in comparison.designs),
        weeks=comparison.horizon_weeks,
        futures=len(comparison.futures),
    )


def _file_names(comparison: Comparison) -> dict[str, str]:
    """A plain name for the file of each programme, different from all others and from what is shipped."""
    letters = ("today", *(f"design-{chr(ord('b') + place)}" for place in range(len(comparison.designs))))
    return dict(zip(comparison.programmes, letters, strict=True))


def _here_document(path: str, text: str) -> str:
    """Shell lines that write a file; the closing word is none of its lines, whatever it holds."""
    end = "END"
    while end in text.splitlines():
        end += "_"
    return f"cat > {path} <<'{end}'\n{text}{end}"


def _as_design(programme: Programme, start: int) -> str:
    written = _as_programme(programme)
    return f"sim.Design({written}, start_week={start})" if start else written


def _as_programme(programme: Programme) -> str:
    base, changes = _nearest(programme)
    loaded = f"sim.load_programme({base!r})"
    return f"sim.changed({loaded}, {changes!r})" if changes else loaded


def _nearest(programme: Programme) -> tuple[str, dict[str, Any]]:
    """The shipped programme from which the fewest fields differ, and those."""
    found = {name: differences(one, programme) for name, one in _shipped().items()}
    base = min(found, key=lambda name: len(found[name]))
    return base, {path: as_data(value) for path, (_, value) in found[base].items()}


def _is_shipped(programme: Programme) -> bool:
    shipped = _shipped().get(programme.name)
    return shipped is not None and levers_of(shipped) == levers_of(programme)


@cache
def _shipped() -> dict[str, Programme]:
    return {name: load_programme(name) for name in list_scenarios()["programmes"]}


def _one_line(text: str) -> str:
    return " ".join(text.split())
