"""A comparison: one market, today's programme, and the designs tried against it in the same futures."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from sim.schema.fields import Model, broken_check, fact

# One field reads best as one short paragraph.
# fmt: off


class Design(Model):
    """A programme to be tried, and when it starts."""

    programme: str = Field(min_length=1, description="Name of the programme to be tried.")
    start_week: int = fact(
        0, unit="deadline weeks", low=0, high=520,
        says="Week in which the design replaces today's programme.",
    )


class Comparison(Model):
    """One question to the model.

    Parameters
    ----------
    name, intent : as in a programme
    question : the question in one sentence
    market, today : names of the market and of today's programme
    designs : one to seven programmes to be tried
    weeks : horizon
    futures : draws of doubt and luck
    """

    name: str = Field(min_length=1, max_length=80)
    intent: str = Field("", max_length=2000)
    question: str = Field(min_length=1, max_length=300, description="The question in one sentence.")
    market: str = Field("baseline", min_length=1, description="Name of the market.")
    today: str = Field(min_length=1, description="Name of today's programme.")
    designs: tuple[Design, ...] = Field(min_length=1, max_length=7, description="Programmes to be tried.")
    weeks: int = fact(
        156, unit="deadline weeks", low=1, high=1040,
        says="Horizon.",
    )
    futures: int = fact(
        200, unit="futures", low=1, high=100_000,
        says="Draws of doubt and luck in which every design runs.",
    )

    @model_validator(mode="after")
    def _starts_inside_horizon(self) -> Self:
        late = [design.programme for design in self.designs if design.start_week >= self.weeks]
        if late:
            raise broken_check("designs", f"{late[0]} starts after the horizon of {self.weeks} weeks")
        return self
