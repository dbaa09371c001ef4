"""A letter to the partners about a change, with the questions they will ask: a draft."""

from dataclasses import dataclass

from sim.experiment.comparison import Comparison
from sim.experiment.explain.complaints import complaints
from sim.report.reading import Reading, reading
from sim.report.signs import printable
from sim.text.catalogue import say, say_count
from sim.text.levers import choice_meaning, lever_entries, lever_meta, lever_name, lever_value
from sim.text.numbers import count


@dataclass(frozen=True)
class Letter:
    """A draft.

    Attributes
    ----------
    title : of the letter
    paragraphs : before the questions; those that begin with a dash are points of a list
    questions : what partners will ask, with an answer each
    notes : what the writer should know; not part of the letter
    """

    title: str
    paragraphs: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def reading(self) -> Reading:
        """How hard the letter is to read."""
        asked = [part for question in self.questions for part in question]
        return reading("\n\n".join([*self.paragraphs, *asked]).replace("**", ""))

    @property
    def markdown(self) -> str:
        """Notes to the writer, then the letter."""
        lix = say(
            "report.letter.reading",
            lix=count(round(self.reading.lix)),
            level=say(f"report.reading.{self.reading.level}"),
        )
        notes = [f"> {note}" for note in (say("report.letter.draft"), lix, *self.notes)]
        asked = [part for question, answer in self.questions for part in (f"### {question}", answer)]
        blocks = ["\n>\n".join(notes), f"# {self.title}", *self.paragraphs]
        return printable("\n\n".join([*blocks, f"## {say('report.letter.faq')}", *asked])) + "\n"


def letter(comparison: Comparison, design: str | None = None) -> Letter:
    """Draft of a letter on what a design changes; it says nothing of what was simulated.

    Parameters
    ----------
    comparison : with the design
    design : its name; None for the one the headline speaks of
    """
    name = comparison.leader if design is None else design
    changes = [
        (change.path, *(change.values[one] for one in (comparison.today, name)))
        for change in comparison.levers
        if change.values[comparison.today] != change.values[name]
    ]
    points = tuple(_point(*change) for change in changes if not change[0].startswith("transition."))
    opening = say_count("report.letter.opening", len(points)) if points else say("report.letter.nothing")
    parts = (
        say("report.letter.dear"),
        opening,
        *points,
        say("report.letter.stays"),
        say("report.letter.closing"),
    )
    return Letter(
        say("report.letter.title"), parts, _questions(comparison, name), complaints(comparison, name)
    )


def _point(path: str, today: object, new: object) -> str:
    if lever_entries()[path].options:
        chosen = {"today": choice_meaning(str(today)), "new": choice_meaning(str(new))}
        return say("report.letter.choice", lever=lever_name(path), **chosen)
    values = {"today": lever_value(path, today), "new": lever_value(path, new)}
    about = lever_meta(path).says.rstrip(".")
    return say("report.letter.point", lever=lever_name(path), about=about, **values)


def _questions(comparison: Comparison, design: str) -> tuple[tuple[str, str], ...]:
    start = comparison.starts[design]
    kept = comparison.programmes[design].transition.grandfathering_weeks
    answers = {
        "why": say("report.letter.why.answer"),
        "when": say_count("report.letter.when.answer", start) if start else say("report.letter.when.now"),
        "old": say_count("report.letter.old.answer", kept) if kept else say("report.letter.old.none"),
        "less": say("report.letter.less.answer"),
        "direct": say("report.letter.direct.answer"),
        "who": say("report.letter.who.answer"),
    }
    touches_direct = any(change.path.startswith("direct.") for change in comparison.levers)
    asked = {key: answer for key, answer in answers.items() if key != "direct" or touches_direct}
    return tuple((say(f"report.letter.{key}.question"), answer) for key, answer in asked.items())
