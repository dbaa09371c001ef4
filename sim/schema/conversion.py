"""Plain data into models: units once, then types, bounds and checks, with every problem listed."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sim.schema.catalogue import catalogue, nested, options
from sim.schema.errors import Problem, SchemaError
from sim.schema.fields import Meta, is_named, meta_of, plain
from sim.schema.money import Money
from sim.schema.reading import Document, Place, dotted
from sim.schema.units import UNITS, NotationError, read_amount

M = TypeVar("M", bound=BaseModel)
_TYPE_NAMES: Final[dict[Any, str]] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


def convert(document: Document, model: type[M]) -> M:
    """Build a model from a document.

    Parameters
    ----------
    document : plain data in file notation, without `schema` and `extends`
    model : what it should become

    Raises
    ------
    SchemaError : with every problem, those found while reading included
    """
    data = _mapping(document.data, model, (), document)
    try:
        result = model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(details, model, document)
        raise SchemaError(_in_order(document.problems)) from None
    if document.problems:
        raise SchemaError(_in_order(document.problems))
    return result


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def _mapping(value: Any, model: type[BaseModel], place: Place, document: Document) -> Any:
    if not isinstance(value, dict):
        return value
    known = model.model_fields
    return {
        name: _field(item, known[name], (*place, name), document) if name in known else item
        for name, item in value.items()
    }


def _field(value: Any, field: FieldInfo, place: Place, document: Document) -> Any:
    inner, meta = nested(field.annotation), meta_of(field)
    if inner is not None and isinstance(value, list):
        return [_mapping(item, inner, (*place, index), document) for index, item in enumerate(value)]
    if inner is not None:
        return _mapping(value, inner, place, document)
    if meta is None or meta.low is None:
        return value
    if isinstance(value, list):
        return [_amount(item, meta, (*place, index), document) for index, item in enumerate(value)]
    return _amount(value, meta, place, document)


def _amount(value: Any, meta: Meta, place: Place, document: Document) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return read_amount(value, meta.unit)
    except NotationError as error:
        example = f", such as {error.example}" if meta.unit in UNITS and not error.quoted else ""
        kind = "quoted" if error.quoted else "type"
        document.report(kind, place, found=_shown(value), allowed=meta.allowed + example)
        return value


def _report(details: ErrorDetails, model: type[BaseModel], document: Document) -> None:
    """Translate one error of pydantic, unless the value or a part of it was reported before."""
    place, kind, context = tuple(details["loc"]), details["type"], details.get("ctx", {})
    missing_item = kind == "missing" and isinstance(place[-1], int)
    place = place[:-1] if missing_item else place
    if any(reported[: len(place)] == place for reported in document.reported if reported):
        return
    found = _shown(details["input"])
    if kind == "extra_forbidden":
        document.report("unknown", place, nearest=_nearest_field(place, model))
    elif kind == "missing" and not missing_item:
        document.report("missing", place)
    elif kind in {"missing", "too_long", "too_short"}:
        document.report("type", place, found=_count(document.raw(place)), allowed=_items(place, model))
    elif kind == "bounds":
        place = place if context["place"] is None else (*place, context["place"])
        found = _bounded(document.raw(place), context["found"])
        document.report("bounds", place, found=found, allowed=context["allowed"])
    elif kind == "check":
        document.report("check", (*place, context["field"]), at=place, found=context["message"])
    elif kind == "literal_error":
        words = options(_field_at(place, model).annotation)
        nearest = _nearest(found, words)
        document.report("type", place, found=found, allowed="one of " + ", ".join(words), nearest=nearest)
    else:
        document.report("type", place, found=found, allowed=_type_name(place, model, details))


def _model_at(place: Place, model: type[BaseModel]) -> type[BaseModel]:
    for part in place:
        inner = nested(model.model_fields[part].annotation) if isinstance(part, str) else model
        model = inner or model
    return model


def _field_at(place: Place, model: type[BaseModel]) -> FieldInfo:
    names = [index for index, part in enumerate(place) if isinstance(part, str)]
    last = names[-1]
    return _model_at(place[:last], model).model_fields[str(place[last])]


def _nearest_field(place: Place, model: type[BaseModel]) -> str:
    name, holder = str(place[-1]), _model_at(place[:-1], model)
    sibling = _nearest(name, tuple(holder.model_fields))
    if sibling:
        return dotted((*place[:-1], sibling))
    paths = [entry.path for entry in catalogue(model)]
    return next((path for path in paths if path.rpartition(".")[2] == name), "")


def _nearest(name: str, names: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(name, names, n=1, cutoff=0.5)), "")


def _type_name(place: Place, model: type[BaseModel], details: ErrorDetails) -> str:
    context, field = details.get("ctx", {}), _field_at(place, model)
    if details["type"] == "string_too_short":
        return "a text that is not empty"
    if details["type"] == "string_too_long":
        return f"a text of up to {context['max_length']} characters"
    annotation = field.annotation
    if get_origin(annotation) is tuple:
        if isinstance(place[-1], str):
            return _items(place, model)
        annotation = get_args(annotation)[0]
    if is_named(field):
        return "the name of a programme"
    if nested(annotation) is not None:
        return "field names with values"
    is_money = isinstance(annotation, type) and issubclass(annotation, Money)
    name, meta = _TYPE_NAMES[float if is_money else annotation], meta_of(field)
    return f"{name}, {meta.allowed}" if meta and meta.low is not None else name


def _items(place: Place, model: type[BaseModel]) -> str:
    field = _field_at(place, model)
    if nested(field.annotation) is None:
        return f"a list of {len(get_args(field.annotation))} values"
    limits = {type(limit).__name__: limit for limit in field.metadata}
    return (
        f"{limits['MinLen'].min_length} to {limits['MaxLen'].max_length} items"
        if limits
        else "a list of items"
    )


def _count(value: Any) -> str:
    size = len(value) if isinstance(value, list | dict) else 0
    return f"{size} item" if size == 1 else f"{size} items"


def _bounded(raw: Any, found: str) -> str:
    return f"{_shown(raw)} = {found}" if isinstance(raw, str) else found


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return plain(value)
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "field names with values"
    text = str(value) or "an empty text"
    return text if len(text) <= 40 else text[:39] + "…"
