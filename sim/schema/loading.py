"""Scenario files by name or path: programmes, markets, comparisons, lessons."""

from __future__ import annotations

import re
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar

from pydantic import BaseModel
from ruamel.yaml import YAML

from sim.schema.comparison import Comparison
from sim.schema.conversion import convert
from sim.schema.errors import Problem, SchemaError
from sim.schema.history import History
from sim.schema.lesson import Lesson
from sim.schema.market import Market
from sim.schema.programme import Programme
from sim.schema.reading import Document, Place, parse, read_bytes

Kind = Literal["programmes", "markets", "comparisons", "lessons", "history"]
KINDS: Final[tuple[Kind, ...]] = ("programmes", "markets", "comparisons", "lessons")
SCHEMA: Final = 1
M = TypeVar("M", bound=BaseModel)
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_OWN: Final = ("name", "intent")


PACKAGE = Path(__file__).resolve().parent.parent
"""Where this package stands."""


class Case(NamedTuple):
    """A comparison with everything it names, loaded."""

    comparison: Comparison
    market: Market
    today: Programme
    designs: tuple[Programme, ...]


def scenarios_folder() -> Path:
    """Where the shipped files are: inside an installed package, or in the checkout."""
    package = PACKAGE
    installed = package / "_scenarios"
    return installed if installed.is_dir() else package.parent / "scenarios"


def list_scenarios() -> dict[Kind, tuple[str, ...]]:
    """Names of the shipped files of each kind, in alphabetical order."""
    return {kind: tuple(_names(scenarios_folder() / kind)) for kind in KINDS}


def load_programme(ref: str | Path) -> Programme:
    """A programme by name (`retro-volume`) or by path.

    Raises
    ------
    SchemaError : listing everything that is wrong with the file
    """
    return _load("programmes", Programme, ref)


def load_market(ref: str | Path) -> Market:
    """A market by name (`baseline`) or by path; raises like `load_programme`."""
    return _load("markets", Market, ref)


def load_comparison(ref: str | Path) -> Comparison:
    """A comparison by name or path, which must name files that exist; raises like `load_programme`."""
    path = _path("comparisons", ref, None)
    comparison = _load("comparisons", Comparison, path)
    _see_that_all_are_there(path, _named(comparison))
    return comparison


def load_lesson(ref: str | Path) -> Lesson:
    """A lesson by name or path, which must name files that exist; raises like `load_programme`."""
    path = _path("lessons", ref, None)
    lesson = _load("lessons", Lesson, path)
    places: list[tuple[Kind, str, Place]] = [
        ("markets", lesson.market, ("market",)),
        ("programmes", lesson.today, ("today",)),
        ("programmes", lesson.design, ("design",)),
    ]
    _see_that_all_are_there(path, places)
    return lesson


def _see_that_all_are_there(path: Path, places: list[tuple[Kind, str, Place]]) -> None:
    """Refuse a file that names others which do not exist."""
    document = parse(read_bytes(path, _label(path)), _label(path))
    for kind, name, place in places:
        if _find(kind, name, path.parent.parent) is None:
            near = _nearest(kind, name, path.parent.parent)
            document.report("none", place, found=name, allowed=kind[:-1], nearest=near)
    if document.problems:
        raise SchemaError(document.problems)


def load_history(ref: str | Path) -> History:
    """A case of history by name or path; raises like `load_programme`."""
    return _load("history", History, ref)


def list_history() -> tuple[str, ...]:
    """Names of the shipped cases of history, in alphabetical order."""
    return tuple(_names(scenarios_folder() / "history"))


def load_case(ref: str | Path) -> Case:
    """A comparison together with its market and programmes; raises like `load_programme`."""
    root = _path("comparisons", ref, None).parent.parent
    comparison = load_comparison(ref)
    market = _load("markets", Market, _path("markets", comparison.market, root))
    today, *designs = (
        _load("programmes", Programme, _path("programmes", name, root))
        for name in (comparison.today, *(design.programme for design in comparison.designs))
    )
    return Case(comparison, market, today, tuple(designs))


def read_programme(content: bytes, label: str) -> Programme:
    """A programme from the bytes of a file that has no place on this disk; raises like `load_programme`."""
    return convert(_document("programmes", content, label, None, ()), Programme)


def read_market(content: bytes, label: str) -> Market:
    """A market from bytes; raises like `load_programme`."""
    document = _document("markets", content, label, None, ())
    _take_rivals(document, None)
    return convert(document, Market)


def read_comparison(content: bytes, label: str) -> Comparison:
    """A comparison from bytes, whose names are not looked up; raises like `load_programme`."""
    return convert(_document("comparisons", content, label, None, ()), Comparison)


def to_yaml(model: BaseModel) -> str:
    """The text of a file that loads as an equal model; numbers in the units used inside."""
    stream = StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.representer.sort_base_mapping_type_on_output = False
    yaml.dump({"schema": SCHEMA} | model.model_dump(mode="json"), stream)
    return stream.getvalue()


def _load(kind: Kind, model: type[M], ref: str | Path) -> M:
    path = _path(kind, ref, None)
    label = _label(path)
    document = _document(kind, read_bytes(path, label), label, path.parent, (path.resolve(),))
    if kind == "markets":
        _take_rivals(document, path.parent.parent)
    return convert(document, model)


def _take_rivals(document: Document, root: Path | None) -> None:
    """Put the programmes of named rivals, and of their answers, in the place of their names."""
    rivals = document.data.get("rivals")
    for index, rival in enumerate(rivals if isinstance(rivals, list) else []):
        place: Place = ("rivals", index)
        for holder, at in ((rival, place), (document.raw((*place, "answer")), (*place, "answer"))):
            if isinstance(holder, dict) and isinstance(holder.get("programme"), str):
                _take_programme(document, holder, (*at, "programme"), root)


def _take_programme(document: Document, holder: dict[str, Any], place: Place, root: Path | None) -> None:
    name = holder["programme"]
    path = _find("programmes", name, root)
    if path is None:
        near = _nearest("programmes", name, root)
        document.report("none", place, found=name, allowed="programme", nearest=near)
        return
    holder["programme"] = _load("programmes", Programme, path).model_dump(mode="json")


def _document(
    kind: Kind, content: bytes, label: str, folder: Path | None, chain: tuple[Path, ...]
) -> Document:
    document = parse(content, label)
    _take_schema(document)
    name = document.data.pop("extends", None)
    if name is None:
        return document
    path = _parent(kind, name, document, folder)
    if path is None:
        return document
    if path.resolve() in chain:
        document.report("cycle", ("extends",), found=str(name))
        raise SchemaError(document.problems)
    parent_label = _label(path)
    content = read_bytes(path, parent_label)
    parent = _document(kind, content, parent_label, path.parent, (*chain, path.resolve()))
    return _merged(parent, document)


def _take_schema(document: Document) -> None:
    place: Place = ("schema",)
    if "schema" not in document.data:
        document.report("missing", place)
        return
    number = document.data.pop("schema")
    if isinstance(number, int) and not isinstance(number, bool) and number > SCHEMA:
        document.report("newer", place, found=str(number), allowed=str(SCHEMA))
        raise SchemaError(document.problems)
    if number != SCHEMA or isinstance(number, bool):
        found = f"the text {number}" if isinstance(number, str) else str(number)
        document.report("type", place, found=found, allowed=f"the number {SCHEMA}")


def _parent(kind: Kind, name: Any, document: Document, folder: Path | None) -> Path | None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        document.report("extends", ("extends",), found=str(name))
        return None
    path = _in_folder(folder, name) or _in_folder(scenarios_folder() / kind, name)
    if path is None:
        document.report(
            "none", ("extends",), found=name, allowed=kind[:-1], nearest=_nearest(kind, name, None)
        )
    return path


def _merged(parent: Document, child: Document) -> Document:
    inherited = {key: value for key, value in parent.data.items() if key not in _OWN}
    lines = {place: line for place, line in parent.lines.items() if place and place[0] not in _OWN}
    return Document(
        child.label,
        _over(inherited, child.data),
        lines | child.lines,
        parent.problems + child.problems,
        parent.reported | child.reported,
    )


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    data = dict(below)
    for key, value in above.items():
        old = data.get(key)
        data[key] = _over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return data


def _named(comparison: Comparison) -> list[tuple[Kind, str, Place]]:
    designs: list[tuple[Kind, str, Place]] = [
        ("programmes", design.programme, ("designs", index, "programme"))
        for index, design in enumerate(comparison.designs)
    ]
    return [
        ("markets", comparison.market, ("market",)),
        ("programmes", comparison.today, ("today",)),
        *designs,
    ]


def _path(kind: Kind, ref: str | Path, root: Path | None) -> Path:
    if isinstance(ref, Path) or "/" in ref or "\\" in ref or ref.endswith((".yaml", ".yml")):
        return Path(ref)
    path = _find(kind, ref, root)
    if path is None:
        raise SchemaError(
            [Problem("none", ref, found=ref, allowed=kind[:-1], nearest=_nearest(kind, ref, root))]
        )
    return path


def _find(kind: Kind, name: str, root: Path | None) -> Path | None:
    if not _NAME.fullmatch(name):
        return None
    return _in_folder(root / kind if root else None, name) or _in_folder(scenarios_folder() / kind, name)


def _in_folder(folder: Path | None, name: str) -> Path | None:
    """The file of that name, if it is there and really inside the folder."""
    if folder is None:
        return None
    path = folder / f"{name}.yaml"
    return path if path.is_file() and path.resolve().parent == folder.resolve() else None


def _names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.yaml"))


def _nearest(kind: Kind, name: str, root: Path | None) -> str:
    names = _names(scenarios_folder() / kind) + (_names(root / kind) if root else [])
    return next(iter(get_close_matches(name, names, n=1)), "")


def _label(path: Path) -> str:
    folder = scenarios_folder()
    if path.is_relative_to(folder):
        return f"scenarios/{path.relative_to(folder).as_posix()}"
    return str(path)
