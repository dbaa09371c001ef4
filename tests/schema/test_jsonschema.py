"""The JSON Schema agrees with the loader on what a file may hold."""

import json
import re

import pytest

from sim.schema.comparison import Comparison
from sim.schema.jsonschema import json_schema
from sim.schema.market import Market
from sim.schema.programme import Programme
from sim.schema.units import UNITS


def field(model: type, name: str, path: str) -> dict[str, object]:
    found: dict[str, object] = json_schema(model)["$defs"][name]["properties"][path]
    return found


def test_bounds_and_sentences_come_from_the_field() -> None:
    size = field(Programme, "Rebate", "size")
    assert (size["type"], size["minimum"], size["maximum"], size["default"]) == ("number", 0, 4, 1.0)
    assert (
        size["description"]
        == "Makes every rate of the rebate larger or smaller at once; 1 pays the rates as written."
    )
    assert size["unit"] == "multiple of the rates as written"


def test_notation_is_allowed_where_the_unit_has_one() -> None:
    lag = field(Programme, "Rebate", "lag_weeks")
    assert lag["anyOf"] == [
        {"type": "number", "minimum": 0, "maximum": 52},
        {"type": "string", "pattern": "[%/a-z]", "examples": ["90 d"]},
    ]
    for unit in UNITS.values():
        assert re.search("[%/a-z]", unit.example)
    assert not re.search("[%/a-z]", "0.3")


def test_lists_choices_and_money() -> None:
    shares = field(Programme, "Front", "discount_share")
    assert len(shares["prefixItems"]) == 4  # type: ignore[arg-type]
    assert field(Programme, "Front", "tier_threshold_list")["default"] == [50_000.0, 300_000.0, 1_500_000.0]
    assert field(Programme, "Rebate", "shape")["enum"] == ["none", "flat", "incremental", "retroactive"]
    steps = field(Programme, "Rebate", "steps")
    assert (steps["minItems"], steps["maxItems"]) == (0, 6)


@pytest.mark.parametrize("model", [Programme, Market, Comparison])
def test_a_file_needs_its_header_and_nothing_unknown(model: type) -> None:
    schema = json_schema(model)  # type: ignore[arg-type]
    assert schema["required"] == ["schema", "name"]
    assert schema["properties"]["schema"]["const"] == 1
    assert schema["additionalProperties"] is False
    assert "partnerlab" not in json.dumps(schema)
