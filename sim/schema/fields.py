"""Constructors for fields that carry their own unit, bounds, sentence and source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from sim.schema.money import Money

Grade = Literal["A", "B", "C", "assumption"]
Kind = Literal["lever", "fact", "parameter"]
WORDS: Final = ("very low", "low", "medium", "high", "very high")
ASSUMPTION: Final = "assumption"
KEY: Final = "partnerlab"
NAMED: Final[dict[str, Any]] = {"named": True}
"""Marks a field that holds a whole file, which others give by its name."""


@dataclass(frozen=True)
class Meta:
    """What is known about one field besides its type and default.

    Parameters
    ----------
    kind : lever (a programme may change it), fact (of a market) or parameter (of behaviour)
    unit : unit inside the model; also names the notation allowed in files
    low, high : bounds, both included; None for a choice or a switch
    says : one plain sentence
    source : key into docs/bibliography.md, or `assumption`
    grade : A primary, B survey, C weak, or assumption
    rule : the rule that reads the field; None when no rule reads it yet
    words : upper edges of the first four word bands
    principle : 1 to 10, the principle of good channel work the lever belongs to
    typical : a typical step of change, in the unit
    main : True for the levers shown first
    moves : outcome that rises (+name) or falls (-name) when the lever is raised, or goes from one to the
        other of ``between``
    between : two values, where raising by a typical step means nothing
    """

    kind: Kind
    unit: str
    low: float | None
    high: float | None
    says: str
    source: str
    grade: Grade
    rule: str | None = None
    words: tuple[float, ...] = ()
    principle: int | None = None
    typical: float | None = None
    main: bool = False
    moves: str = ""
    between: tuple[Any, ...] = ()

    def allows(self, number: float) -> bool:
        """Whether a number lies inside the bounds; never true for a NaN."""
        return self.low is None or self.high is None or self.low <= number <= self.high

    def word(self, number: float) -> str:
        """The word band a number falls into, or an empty text where there are no bands."""
        return WORDS[bisect_left(self.words, number)] if self.words else ""

    @property
    def allowed(self) -> str:
        """The bounds with their unit, as a person reads them."""
        if self.low is None or self.high is None:
            return self.unit
        return f"{plain(self.low)} to {plain(self.high)} ({self.unit})"


def lever(
    default: Any,
    *,
    unit: str,
    low: float | None = None,
    high: float | None = None,
    says: str,
    words: tuple[float, ...] = (),
    principle: int,
    typical: float | None = None,
    rule: str,
    source: str = ASSUMPTION,
    grade: Grade = "assumption",
    main: bool = False,
    moves: str = "",
    between: tuple[Any, ...] = (),
) -> Any:
    """A field of a programme, which the vendor may change; arguments as in `Meta`."""
    return _field(
        default,
        Meta(
            "lever",
            unit,
            low,
            high,
            says,
            source,
            grade,
            rule,
            words,
            principle,
            typical,
            main,
            moves,
            between,
        ),
    )


def fact(
    default: Any,
    *,
    unit: str,
    low: float,
    high: float,
    says: str,
    rule: str | None = None,
    source: str = ASSUMPTION,
    grade: Grade = "assumption",
) -> Any:
    """A field of a market, which nobody in the simulation sets; arguments as in `Meta`."""
    return _field(default, Meta("fact", unit, low, high, says, source, grade, rule))


def parameter(
    default: float,
    *,
    low: float,
    high: float,
    unit: str,
    says: str,
    rule: str | None = None,
    source: str = ASSUMPTION,
    grade: Grade = "assumption",
) -> Any:
    """A belief about behaviour, drawn between `low` and `high` in every future; arguments as in `Meta`."""
    return _field(default, Meta("parameter", unit, low, high, says, source, grade, rule))


def assumptions_of(rule: str) -> Callable[[float, float, float, str, str], Any]:
    """A short way to write beliefs without a source: default, low, high, unit, sentence.

    Parameters
    ----------
    rule : the rule that reads them
    """

    def assumed(default: float, low: float, high: float, unit: str, says: str) -> Any:
        return parameter(default, low=low, high=high, unit=unit, says=says, rule=rule)

    return assumed


def _field(default: Any, meta: Meta) -> Any:
    return Field(default, description=meta.says, json_schema_extra={KEY: asdict(meta)})


def meta_of(field: FieldInfo) -> Meta | None:
    """What a field carries, or None for a field built without a constructor of this module."""
    extra = field.json_schema_extra
    if not isinstance(extra, dict) or KEY not in extra:
        return None
    return Meta(**extra[KEY])  # type: ignore[arg-type]


def is_named(field: FieldInfo) -> bool:
    """Whether a field holds a whole file that is given by its name."""
    return field.json_schema_extra == NAMED


def plain(number: float) -> str:
    """A number as it may be written in a file: no exponent, no trailing zeros."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


class Model(BaseModel):
    """Base of everything read from files: frozen, strict, no extra fields, every number inside its bounds."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, validate_default=True)

    @field_validator("*", mode="after")
    @classmethod
    def _within_bounds(cls, value: Any, info: ValidationInfo) -> Any:
        meta = meta_of(cls.model_fields[info.field_name or ""])
        if meta is None:
            return value
        for place, number in _numbers(value):
            if not meta.allows(number):
                context = {"place": place, "found": plain(number), "allowed": meta.allowed}
                raise PydanticCustomError("bounds", "found {found}, allowed {allowed}", context)
        return value


def _numbers(value: Any) -> Iterator[tuple[int | None, float]]:
    if isinstance(value, tuple):
        if value and isinstance(value[0], BaseModel):
            yield None, len(value)
            return
        yield from ((place, float(item)) for place, item in enumerate(value))
    elif isinstance(value, int | float | Money) and not isinstance(value, bool):
        yield None, float(value)


def broken_check(field: str, message: str) -> PydanticCustomError:
    """The error of a check between several fields, told at one of them."""
    return PydanticCustomError("check", "{field}: {message}", {"field": field, "message": message})
