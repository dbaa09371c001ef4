"""Change some fields of a model by their dotted paths, with every check a file goes through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from sim.schema.catalogue import as_data
from sim.schema.conversion import convert
from sim.schema.reading import Document

M = TypeVar("M", bound=BaseModel)


def changed(model: M, changes: Mapping[str, Any]) -> M:
    """A copy with other values at some paths, checked as a whole, like a file.

    Parameters
    ----------
    model : what to start from
    changes : dotted path → new value, as a value of the model or in file notation (`"90 d"`)

    Raises
    ------
    SchemaError : listing every value that is not allowed
    """
    data = model.model_dump(mode="json")
    for path, value in changes.items():
        _set(data, path.split("."), as_data(value))
    return convert(Document(str(data.get("name", type(model).__name__)), data), type(model))


def _set(data: dict[str, Any], names: list[str], value: Any) -> None:
    *above, last = names
    for name in above:
        inner = data.get(name)
        data[name] = data = dict(inner) if isinstance(inner, dict) else {}
    data[last] = value
