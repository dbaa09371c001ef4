"""JSON Schema of scenario files, for editors and for programs that write them."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from sim.schema.fields import KEY
from sim.schema.units import UNITS

_NUMERIC: Final = ("number", "integer")
_HEADER: Final = {
    "schema": {"const": 1, "description": "Version of the file format."},
    "extends": {
        "type": "string",
        "description": "A file of the same kind whose values hold where this one is silent.",
    },
}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of one kind.

    Parameters
    ----------
    model : Programme, Market or Comparison

    Returns
    -------
    schema with bounds and sentences; a number may also be a text in the notation of its unit
    """
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        part["properties"] = {name: _described(field) for name, field in part["properties"].items()}
        part.pop("required", None)
    schema["properties"] = _HEADER | schema["properties"]
    schema["required"] = ["schema", "name"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def _described(field: dict[str, Any]) -> dict[str, Any]:
    if field.pop("named", False):
        return {"anyOf": [{"type": "string"}, {"$ref": field["$ref"]}], "description": field["description"]}
    meta = field.pop(KEY, None)
    if meta is None:
        return {name: value for name, value in field.items() if name != "default" or "$ref" not in field}
    field["default"] = _plain(field["default"])
    field = field | {"unit": meta["unit"], "source": meta["source"], "grade": meta["grade"]}
    field.pop("title", None)
    return _bounded(field, meta) if meta["low"] is not None else field


def _bounded(field: dict[str, Any], meta: dict[str, Any]) -> dict[str, Any]:
    if field.get("type") != "array":
        return field | _amount(field.pop("type"), meta)
    if "prefixItems" in field:
        return field | {"prefixItems": [_amount(item["type"], meta) for item in field["prefixItems"]]}
    return field | {"minItems": int(meta["low"]), "maxItems": int(meta["high"])}


def _amount(kind: str, meta: dict[str, Any]) -> dict[str, Any]:
    number = {"type": kind, "minimum": meta["low"], "maximum": meta["high"]}
    if meta["unit"] not in UNITS:
        return number
    return {
        "anyOf": [number, {"type": "string", "pattern": "[%/a-z]", "examples": [UNITS[meta["unit"]].example]}]
    }


def _plain(value: Any) -> Any:
    """A default without the type of its money."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value["amount"] if isinstance(value, dict) else value
