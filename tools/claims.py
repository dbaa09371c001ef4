"""What channel people say, as comparisons: ``python -m tools.claims`` writes docs/claims.md."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import sim
from sim.experiment.comparison import Comparison
from sim.schema.editing import changed
from sim.schema.market import Market
from sim.text.catalogue import say
from sim.text.levers import lever_name, lever_value
from sim.text.numbers import amount
from tools.reference.words import table

HERE: Final = Path(__file__).resolve().parent
PAGE: Final = HERE.parent / "docs" / "claims.md"
FUTURES, WEEKS = 60, 156
TODAY: Final = "retro-volume"
MONEY: Final = "Is money the problem?"


def compared(
    market: str, facts: Mapping[str, Any], today: str, before: Mapping[str, Any], change: Mapping[str, Any]
) -> Comparison:
    """One claim in one market, against the programme before."""
    place: Market = changed(sim.load_market(market), facts)
    programme = changed(sim.load_programme(today), {"name": "before", **before})
    design = changed(programme, {"name": "after", **change})
    return sim.compare(programme, design, place, weeks=WEEKS, futures=FUTURES)


def figure(result: Comparison, outcome: str) -> str:
    """The difference of an outcome with its range and verdict."""
    found = result.findings[result.designs[0]][outcome]
    unit, gap = found.outcome.unit, found.difference
    low, mean, high = (amount(value, unit, signed=True) for value in (gap.p10, gap.mean, gap.p90))
    return f"{say(f'outcomes.{outcome}')} {mean} ({low} to {high}): {found.verdict}"


def levers(changes: Mapping[str, Any]) -> str:
    """Levers and their values in words."""
    return "; ".join(f"{lever_name(path)}: {lever_value(path, value)}" for path, value in changes.items())


def row(claim: Mapping[str, Any]) -> list[str]:
    """One line of the page."""
    today, change = claim.get("today", TODAY), claim["change"]
    held = compared(claim["market"], {}, today, claim.get("before", {}), change)
    shown = f"{figure(held, claim['shows'])}; {figure(held, 'net_contribution')}"
    named = "" if today == TODAY else f", {today}"
    where = claim["market"] + named + _with(claim.get("before"))
    return [claim["says"], levers(change), where, shown, _not(claim, today, change)]


def _not(claim: Mapping[str, Any], today: str, change: Mapping[str, Any]) -> str:
    if "not_in" not in claim:
        return "none found"
    facts, before = claim.get("not_facts", {}), claim.get("not_before", {})
    other = compared(claim["not_in"], facts, today, before, change)
    named = ", ".join(f"`{path}` {value:g}" for path, value in facts.items())
    place = claim["not_in"] + (f" with {named}" if named else "") + _with(before)
    return f"{place}: {figure(other, claim['not_shows'])}"


def _with(before: Mapping[str, Any] | None) -> str:
    return f", before: {levers(before)}" if before else ""


def main() -> None:
    """Write the page."""
    texts = tomllib.loads((HERE / "reference" / "claims.toml").read_text("utf-8"))
    rows = [row(claim) for claim in texts["claim"]]
    heads = ("claim", "levers", "market", "what the comparison shows", "where it does not hold")
    head = (HERE / "reference" / "claims.md").read_text("utf-8")
    PAGE.write_text(head + "\n" + table(heads, rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
