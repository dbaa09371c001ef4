"""Every field of a model in one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from sim.schema.fields import Meta, is_named, meta_of
from sim.schema.money import Money

LABELS: Final = frozenset({"name", "intent"})
"""What a programme is called; it changes nothing."""


@dataclass(frozen=True)
class Entry:
    """One field: where it is, what is known about it, what it holds when a file does not say.

    Parameters
    ----------
    path : dotted path; `[]` stands for each item of a list
    meta : unit, bounds, sentence, source; None for names and texts
    default : the value without a file; None where a file must say it
    options : the allowed words of a choice
    """

    path: str
    meta: Meta | None
    default: Any
    options: tuple[str, ...] = ()


@cache
def catalogue(model: type[BaseModel], prefix: str = "") -> tuple[Entry, ...]:
    """List every field of a model, nested models included.

    Parameters
    ----------
    model : a model class, such as `Programme`
    prefix : put before every path

    Returns
    -------
    entries in the order of the declaration
    """
    return tuple(_entries(model, prefix, None))


def _entries(model: type[BaseModel], prefix: str, holder: Any) -> Iterator[Entry]:
    for name, field in model.model_fields.items():
        inner, many = nested(field.annotation), get_origin(field.annotation) is tuple
        inner = None if is_named(field) else inner
        default = getattr(holder, name, None if field.default is PydanticUndefined else field.default)
        if inner is None or many:
            yield Entry(prefix + name, meta_of(field), default, options(field.annotation))
        if inner is not None:
            yield from _entries(inner, prefix + name + ("[]." if many else "."), None if many else default)


def nested(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation: itself, the item of a tuple of models, or what may also be missing."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is tuple:
        annotation = get_args(annotation)[0]
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def options(annotation: Any) -> tuple[str, ...]:
    """The words of a choice, or nothing."""
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def rows(model: type[BaseModel], prefix: str = "") -> list[dict[str, Any]]:
    """The catalogue as plain rows for documents and tables; one row for each field that carries a meaning.

    Returns
    -------
    dicts with path, default, options and every field of `Meta`
    """
    return [
        {"path": entry.path, "default": as_data(entry.default), "options": list(entry.options)}
        | asdict(entry.meta)
        for entry in catalogue(model, prefix)
        if entry.meta is not None
    ]


def as_data(value: Any) -> Any:
    """A value as a file would hold it: numbers for money, lists for tuples, mappings for models."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Money):
        return float(value)
    return [as_data(item) for item in value] if isinstance(value, list | tuple) else value


def value_at(model: BaseModel, path: str) -> Any:
    """The value at a dotted path such as `rebate.size` or `segments.reseller.win_share`.

    Raises
    ------
    KeyError : for a path that is not there
    """
    value: Any = model
    for name in path.split("."):
        if not isinstance(value, BaseModel) or name not in type(value).model_fields:
            raise KeyError(path)
        value = getattr(value, name)
    return value


def differences(one: BaseModel, other: BaseModel) -> dict[str, tuple[Any, Any]]:
    """Dotted path → (value in one, value in other), for every field in which two models of a kind differ."""
    found: dict[str, tuple[Any, Any]] = {}
    for name in type(one).model_fields:
        left, right = getattr(one, name), getattr(other, name)
        if isinstance(left, BaseModel):
            found |= {f"{name}.{path}": pair for path, pair in differences(left, right).items()}
        elif left != right:
            found[name] = (left, right)
    return found
