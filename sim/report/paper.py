"""The board paper as values: what stands on its two pages, before any page is laid out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from babel.dates import format_date

from sim.charts.bands import bands
from sim.charts.hero import hero
from sim.charts.lines import lines
from sim.charts.picture import Picture
from sim.charts.segments import segments
from sim.charts.theme import role_of
from sim.experiment.comparison import Comparison
from sim.experiment.explain.complaints import complaints
from sim.experiment.explain.timing import when_clear
from sim.experiment.outcomes import HEADLINE
from sim.report import recipe
from sim.report.accounts import accounts_table
from sim.report.changes import change_rows
from sim.report.doubt import doubts
from sim.report.effects import effects_table
from sim.report.signs import printable
from sim.report.tables import Table
from sim.report.timing import timing_table
from sim.text.catalogue import language, say
from sim.text.numbers import count, period

LEFT: Final = ("active_partners", "trust")
"""Outcomes whose paths show what a design leaves behind."""

FEW: Final = 2
"""Designs that share a picture without crowding the page."""

_SPELLINGS: Final = {"en": "en_GB"}


@dataclass(frozen=True)
class Paper:
    """What a board reads of one design.

    Attributes
    ----------
    kicker : line above the question: market, horizon, futures, perhaps a date
    question : the title
    verdict, verdict_key : the verdict in a word, and its key, which decides its colour
    answer, doubt : the headline in its parts
    watch : what else to look at; empty where there is nothing
    role : of the design among the colours of the house
    names : which programmes stand behind Today and the letter of the design
    hero, groups, effort : pictures of the difference over time, of who wins and loses, of who works more
        (None where too many designs would share it)
    more : pictures at the end, where there is room: by default what is left over time
    accounts : table of reasons that adds up
    changes : table of the levers that differ
    effects : table of cost and of what is left at the end
    complaints : sentences on who will complain
    timing : table of the difference after some months
    timing_says : what it shows, one sentence
    unsure : sentences on what we are unsure of
    assumed : sentences on what was assumed
    recipe : what to type to get the same figures
    digest : of everything the result depends on
    recipe_note : what the command needs, and the digest
    """

    kicker: str
    question: str
    verdict: str
    verdict_key: str
    answer: str
    doubt: str
    watch: str
    role: str
    names: str
    hero: Picture
    groups: Picture
    effort: Picture | None
    more: tuple[Picture, ...]
    accounts: Table
    changes: Table
    effects: Table
    complaints: tuple[str, ...]
    timing: Table
    timing_says: str
    unsure: tuple[str, ...]
    assumed: tuple[str, ...]
    recipe: str
    digest: str
    recipe_note: str


def paper(
    comparison: Comparison,
    design: str | None = None,
    question: str = "",
    on: date | None = None,
    more: Sequence[Picture] = (),
) -> Paper:
    """The board paper on one design.

    Parameters
    ----------
    comparison : with the design
    design : its name; None for the one the headline speaks of
    question : the title; by default what the design brings against today's programme
    on : date that the paper carries; None for none
    more : up to two pictures for the end, instead of active partners and trust over time

    Raises
    ------
    ValueError : no such design, or a programme that ran alone
    """
    name = comparison.leader if design is None else design
    if name not in comparison.designs:
        raise ValueError(say("report.no_design", design=name, designs=", ".join(comparison.designs) or "–"))
    headline = comparison.headlines[name]
    verdict = comparison.findings[name][HEADLINE].verdict
    whole = Paper(
        kicker=_kicker(comparison, on),
        question=question or say("report.question", design=name, today=comparison.today),
        verdict=say(f"verdict.{verdict.name.lower()}"),
        verdict_key=verdict.name.lower(),
        answer=headline.answer,
        doubt=headline.doubt,
        watch=headline.watch or "",
        role=role_of(comparison, name),
        names=say("report.names", today=comparison.today, role=role_of(comparison, name), design=name),
        hero=hero(comparison, name),
        groups=bands(comparison, name, "segment"),
        effort=segments(comparison, "effort_share") if len(comparison.designs) <= FEW else None,
        more=tuple(more) or tuple(lines(comparison, (name,), outcome) for outcome in LEFT),
        accounts=accounts_table(comparison, name),
        changes=change_rows(comparison, name),
        effects=effects_table(comparison, name),
        complaints=complaints(comparison, name),
        timing=timing_table(comparison, name),
        timing_says=when_clear(comparison, name),
        unsure=doubts(comparison, name),
        assumed=_assumed(comparison, name),
        recipe=recipe.shell_line(comparison),
        digest=comparison.digest,
        recipe_note=_recipe_note(comparison),
    )
    return replace(whole, **{field.name: _printable(getattr(whole, field.name)) for field in fields(whole)})


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    return value.printable() if isinstance(value, Table) else value


def _kicker(comparison: Comparison, on: date | None) -> str:
    parts = [say("report.kind"), say("report.market", market=comparison.market)]
    parts += [period(comparison.horizon_weeks)]
    parts += [say("report.futures", futures=count(len(comparison.futures)))]
    parts += [_dated(on)] if on else []
    return " · ".join(parts)


def _recipe_note(comparison: Comparison) -> str:
    key = "report.digest_of_files" if recipe.files(comparison) else "report.digest"
    return say(key, digest=comparison.digest[:16])


def _dated(on: date) -> str:
    return format_date(on, "long", locale=_SPELLINGS.get(language(), language()))


def _assumed(comparison: Comparison, design: str) -> tuple[str, ...]:
    start = comparison.starts[design]
    begins = say("report.starts_in", week=count(start)) if start else say("report.starts_now")
    size = {"period": period(comparison.horizon_weeks), "futures": count(len(comparison.futures))}
    run = say("report.ran", market=comparison.market, partners=count(len(comparison.roster.ids)), **size)
    return run, begins, say("report.today_goes_on", today=comparison.today), *comparison.warnings
