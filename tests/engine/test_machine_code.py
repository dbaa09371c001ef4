"""The hot loops run on vectors: read from the machine code of this processor."""

import inspect
import re

import pytest

from benchmarks.phases import Phase, baseline_engine, phases, repeated

HOT = (
    "value_few",
    "value_many",
    "option_value",
    "tiers",
    "margins",
    "pulls",
    "produce",
    "find",
    "arrive",
    "move",
    "decide",
    "judge",
    "leaving",
    "staying",
    "trusting",
    "add_block",
)
PACKED = re.compile(r"\bv(?:f?n?m(?:add|sub)\d+|mul|add|sub|div)pd\s+[^\n]*%[yz]mm")
LIBRARY = re.compile(r"\b(?:exp|log|erfc?|pow|fma|expm1|log1p)f?\b")


@pytest.fixture(scope="module")
def table() -> dict[str, Phase]:
    return {row.name: row for row in phases(baseline_engine())}


def test_every_loop_that_is_timed_gets_the_arguments_it_takes(table):
    for row in table.values():
        inspect.signature(row.loop).bind(*row.arguments)


@pytest.mark.compiled
@pytest.mark.parametrize("name", HOT)
def test_a_hot_loop_is_vectorised_and_calls_no_mathematics_library(table, name):
    row = table[name]
    compiled = repeated(row)
    compiled(1, *row.arguments)
    code = "\n".join(compiled.inspect_asm().values())
    assert len(PACKED.findall(code)) >= 8
    called = {name for name in re.findall(r"call\w*\s+(\w+)", code) if LIBRARY.fullmatch(name)}
    assert called == set()
