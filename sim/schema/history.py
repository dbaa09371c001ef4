"""A case of history: a change that a vendor made, what was observed, and what the model must show to pass."""

from __future__ import annotations

from typing import Any, Final, Literal, Self

from pydantic import Field, model_validator

from sim.schema.fields import Model, broken_check, fact

Expected = Literal["higher", "lower", "unchanged", "restored"]
TODAY: Final = "today"

# One field reads best as one short paragraph.
# fmt: off


class Change(Model):
    """One design of the case: today's programme with other levers."""

    name: str = Field(min_length=1, max_length=80, description="Short name.")
    changes: dict[str, Any] = Field(default_factory=dict, description="Dotted path of a lever → its value.")
    start_week: int = fact(
        0, unit="deadline weeks", low=0, high=520,
        says="Week in which the change is announced.",
    )


class Expectation(Model):
    """What must come out: an outcome that is higher, lower, unchanged or restored."""

    outcome: str = Field(min_length=1, description="Name of an outcome.")
    expect: Expected = Field(description="Higher, lower, unchanged, or restored: a loss is made good.")
    design: str = Field(min_length=1, description="Name of the change that is looked at.")
    than: str = Field(TODAY, min_length=1, description="What it is compared with: today, or another change.")
    by: float = fact(
        0.002, unit="share", low=0, high=10,
        says="Least relative difference; largest one for unchanged; least part of the loss for restored.",
    )


class History(Model):
    """A case of history.

    Parameters
    ----------
    name, intent : as in a programme
    shock : what the vendor did
    observed : what happened
    missing : what of the shock has no place in the model
    source : keys of the bibliography
    market, today : names of the market and of the programme before
    before : levers in which that programme differed: dotted path → value
    designs : the changes
    tests : what must come out
    weeks, futures : of the runs
    """

    name: str = Field(min_length=1, max_length=80)
    intent: str = Field("", max_length=2000)
    shock: str = Field(min_length=1, max_length=600)
    observed: str = Field(min_length=1, max_length=600)
    missing: str = Field("", max_length=600)
    source: str = Field("", max_length=200)
    market: str = Field("baseline", min_length=1)
    today: str = Field(min_length=1)
    before: dict[str, Any] = Field(default_factory=dict)
    designs: tuple[Change, ...] = Field(min_length=1, max_length=7)
    tests: tuple[Expectation, ...] = Field(min_length=1, max_length=12)
    weeks: int = fact(104, unit="deadline weeks", low=1, high=1040, says="Horizon.")
    futures: int = fact(60, unit="futures", low=2, high=100_000, says="Draws of doubt and luck.")

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        known = {TODAY, *(design.name for design in self.designs)}
        for test in self.tests:
            for name in (test.design, test.than):
                if name not in known:
                    raise broken_check("tests", f"found {name}, allowed are {', '.join(sorted(known))}")
        return self
