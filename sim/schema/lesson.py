"""A lesson: a short story, one change of a programme, and a prediction before it is run."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from sim.schema.fields import Model, broken_check, fact

# One field reads best as one short paragraph.
# fmt: off

Says = Literal["better", "worse", "depends"]


class Choice(Model):
    """One sentence a class may choose before the run."""

    sentence: str = Field(min_length=1, max_length=200, description="What will happen, in one sentence.")
    says: Says = Field(description="What that means for the outcome of the lesson, against today.")


class Lesson(Model):
    """One lesson for a class.

    Parameters
    ----------
    name, intent : as in a programme
    title : what the lesson is called
    order : place among the lessons
    story : what the class hears first
    market, today, design, start_week, weeks : what is run, as in a comparison
    outcome : key of the outcome that is predicted
    question : asked before the run
    choices : sentences to choose from; none where a line is drawn
    line : between what a line can be drawn, quarter by quarter; empty where a sentence is chosen
    explains : what explains the result, told after it
    class_questions : three questions for the class
    """

    name: str = Field(min_length=1, max_length=80)
    intent: str = Field("", max_length=2000)
    title: str = Field(min_length=1, max_length=80, description="What the lesson is called.")
    order: int = fact(
        1, unit="place", low=1, high=99,
        says="Place among the lessons.",
    )
    story: str = Field(min_length=1, max_length=1200, description="What the class hears first.")
    market: str = Field("baseline", min_length=1, description="Name of the market.")
    today: str = Field(min_length=1, description="Name of today's programme.")
    design: str = Field(min_length=1, description="Name of the programme that is tried.")
    start_week: int = fact(
        0, unit="deadline weeks", low=0, high=520,
        says="Week in which the design is announced.",
    )
    weeks: int = fact(
        104, unit="deadline weeks", low=13, high=260,
        says="Horizon.",
    )
    outcome: str = Field(min_length=1, description="Key of the outcome that is predicted.")
    question: str = Field(min_length=1, max_length=300, description="Asked before the run.")
    choices: tuple[Choice, ...] = Field((), max_length=3, description="Sentences to choose from.")
    line: tuple[float, ...] = Field(
        (), max_length=2,
        description="Lowest and highest difference to today that can be drawn, in the outcome's unit.",
    )
    explains: str = Field(min_length=1, max_length=1200, description="What explains the result.")
    class_questions: tuple[str, str, str] = Field(description="Three questions for the class.")

    @model_validator(mode="after")
    def _one_way_to_predict(self) -> Self:
        said = [choice.says for choice in self.choices]
        if bool(said) == bool(self.line):
            raise broken_check("choices", "a lesson has either sentences to choose from or a line to draw")
        if said and sorted(said) != ["better", "depends", "worse"]:
            raise broken_check("choices", "one sentence each must say better, worse and depends")
        if self.line and not (len(self.line) == 2 and self.line[0] < 0.0 < self.line[1]):
            raise broken_check("line", "two numbers, one below and one above 0")
        if self.start_week >= self.weeks:
            raise broken_check("start_week", f"the design starts after the horizon of {self.weeks} weeks")
        return self
