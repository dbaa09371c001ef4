"""Pages made from the schema and the list of outcomes."""

from __future__ import annotations

import inspect
from itertools import groupby
from typing import Any, Final

from sim.experiment.outcomes import ACCOUNTS, OUTCOMES, Outcome
from sim.experiment.tables import COLUMNS
from sim.schema.behaviour import Behaviour
from sim.schema.catalogue import Entry, as_data, catalogue, value_at
from sim.schema.fields import Meta
from sim.schema.loading import load_market
from sim.schema.market import OFFERS, SEGMENTS, Market
from sim.schema.programme import Programme
from sim.text.catalogue import say
from tools.reference.words import TEXTS, bounds, number, reader, source, table

Known = tuple[Entry, Meta]


def known(model: type) -> list[Known]:
    """Fields that carry a meaning; names and texts do not."""
    return [(entry, entry.meta) for entry in catalogue(model) if entry.meta is not None]


LEVER_HEADS = (
    "lever", "what it is", "unit", "bounds", "default", "step", "words", "principle", "read by", "source",
)  # fmt: skip


def levers() -> str:
    """What a programme may change."""
    text = TEXTS["levers"]
    for part, group in groupby(known(Programme), lambda pair: pair[0].path.split(".")[0]):
        rows = [lever_row(entry, meta) for entry, meta in group]
        text += f"\n## {part}\n\n{doc(part)}\n\n" + table(LEVER_HEADS, rows)
    return text


def doc(part: str) -> str:
    """What a part of a programme is."""
    return inspect.getdoc(type(Programme.model_fields[part].default)) or ""


def lever_row(entry: Entry, meta: Meta) -> list[str]:
    name = f"`{entry.path}`"
    limits = bounds(meta) or ", ".join(entry.options) or "true, false"
    return [
        f"**{name}**" if meta.main else name,
        meta.says,
        meta.unit,
        limits,
        number(as_data(entry.default)),
        number(meta.typical) if meta.typical is not None else "",
        ", ".join(map(number, meta.words)),
        str(meta.principle),
        reader(meta),
        source(meta),
    ]


RIVALS: Final = "rivals[]."


def parameters() -> str:
    """What is believed about behaviour."""
    every = known(Behaviour)
    grades = [meta.grade for _, meta in every]
    counts = {grade: grades.count(grade) for grade in "ABC"}
    text = TEXTS["parameters"].format(every=len(every), judged=grades.count("assumption"), **counts)
    order = list(dict.fromkeys(meta.rule for _, meta in every))
    for rule in order:
        rows = [parameter_row(entry, meta) for entry, meta in every if meta.rule == rule]
        text += f"\n## {rule}\n\n"
        text += table(("parameter", "what it is", "default", "range", "unit", "source"), rows)
    return text


def parameter_row(entry: Entry, meta: Meta) -> list[str]:
    default = number(as_data(entry.default))
    return [f"`{entry.path}`", meta.says, default, bounds(meta), meta.unit, source(meta)]


def market() -> str:
    """What is there before anybody decides."""
    baseline = load_market("baseline")
    text = TEXTS["market"]
    apart = "segments.", "offers.", RIVALS
    whole = [pair for pair in known(Market) if not pair[0].path.startswith(apart)]
    text += "\n## Market, vendor, distribution\n\n" + table(
        ("fact", "what it is", "baseline", "unit", "bounds", "read by", "source"),
        [fact_row(baseline, entry, meta) for entry, meta in whole],
    )
    rivals = [pair for pair in known(Market) if pair[0].path.startswith(RIVALS)]
    text += (
        "\n## Rivals\n\n"
        + TEXTS["rivals"]
        + table(
            ("fact", "what it is", "where a file is silent", "unit", "bounds", "read by", "source"),
            [row_of(entry.default, entry, meta) for entry, meta in rivals],
        )
    )
    text += "\n## Offers\n\n" + spread(baseline, "offers", OFFERS)
    return text + "\n## Segments\n\n" + spread(baseline, "segments", SEGMENTS)


def fact_row(baseline: Market, entry: Entry, meta: Meta) -> list[str]:
    return row_of(value_at(baseline, entry.path), entry, meta)


def row_of(found: Any, entry: Entry, meta: Meta) -> list[str]:
    value = number(as_data(found))
    return [f"`{entry.path}`", meta.says, value, meta.unit, bounds(meta), reader_of_fact(meta), source(meta)]


def spread(baseline: Market, part: str, names: tuple[str, ...]) -> str:
    """Facts of parts of a kind, one column each."""
    prefix = f"{part}.{names[0]}."
    found = [(entry, meta) for entry, meta in known(Market) if entry.path.startswith(prefix)]
    rows = [spread_row(baseline, part, names, entry.path.removeprefix(prefix), meta) for entry, meta in found]
    heads = [name.replace("_", " ") for name in names]
    return table(("fact", "what it is", *heads, "unit", "read by", "source"), rows)


def spread_row(baseline: Market, part: str, names: tuple[str, ...], field: str, meta: Meta) -> list[str]:
    each = [number(as_data(value_at(baseline, f"{part}.{name}.{field}"))) for name in names]
    return [f"`{field}`", meta.says, *each, meta.unit, reader_of_fact(meta), source(meta)]


def reader_of_fact(meta: Meta) -> str:
    return "population" if meta.rule == "population" else reader(meta)


def outcomes() -> str:
    """What is measured."""
    heads = ("name", "label", "definition", "unit", "period", "direction")
    accounts = ", ".join(f"`{name}`" for name in ACCOUNTS)
    shown = table(heads, map(outcome_row, OUTCOMES))
    split = TEXTS["accounts"].replace("cent:", f"cent: {accounts}.")
    return TEXTS["outcomes"] + "\n" + shown + split + TEXTS["tables"] + "\n".join(map(columns_of, COLUMNS))


def columns_of(name: str) -> str:
    """Columns of one table of a comparison."""
    rows = [[f"`{column}`", says] for column, says in COLUMNS[name].items()]
    return f"### `{name}`\n\n" + table(("column", "what it holds"), rows)


def outcome_row(one: Outcome) -> list[str]:
    says = TEXTS["definitions"][one.name]
    return [f"`{one.name}`", say(f"outcomes.{one.name}"), says, one.unit, one.period, one.direction]
