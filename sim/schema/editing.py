"""Change fields of a model by their dotted paths, with every check of a file; move single levers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import floor
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from sim.schema.catalogue import as_data
from sim.schema.conversion import convert
from sim.schema.fields import meta_of
from sim.schema.programme import LADDERS, STANDARD_REBATE, Front, Programme, Rebate, Step
from sim.schema.reading import Document

M = TypeVar("M", bound=BaseModel)


def changed(model: M, changes: Mapping[str, Any]) -> M:
    """A copy with other values at some paths, checked as a whole, like a file.

    Parameters
    ----------
    model : what to start from
    changes : dotted path → new value, as a value of the model or in file notation (`"90 d"`)

    Raises
    ------
    SchemaError : listing every value that is not allowed
    """
    data = model.model_dump(mode="json")
    for path, value in changes.items():
        _set(data, path.split("."), as_data(value))
    return convert(Document(str(data.get("name", type(model).__name__)), data), type(model))


def _set(data: dict[str, Any], names: list[str], value: Any) -> None:
    *above, last = names
    for name in above:
        inner = data.get(name)
        data[name] = data = dict(inner) if isinstance(inner, dict) else {}
    data[last] = value


def edited(programme: Programme, today: Programme, path: str, value: Any) -> Programme:
    """A programme with one lever moved, and what must follow so that the lever does what it says.

    Another shape brings its steps: none has none; flat pays on everything what the plan before paid at
    target; a ladder is today's, or the standard one so large that its rate at target is the flat rate before.
    Steps where there was no rebate make it incremental. Registration points that are moved are offered. A cap
    stays above the first step.

    Parameters
    ----------
    programme : with the levers as they stand
    today : today's programme, whose ladder comes back
    path : of the lever
    value : as a value of the model or as plain data

    Raises
    ------
    SchemaError : a value that is not allowed
    """
    follow = _FOLLOWS.get(path)
    more = follow(programme, today, as_data(value)) if follow else {}
    return changed(programme, {path: value} | more)


def shifted(discounts: Sequence[float], by: float) -> tuple[float, ...]:
    """Discounts of all tiers moved by the same points; a shift beyond the bounds ends at them.

    Parameters
    ----------
    discounts : share of list by tier, in rising order
    by : share of list
    """
    low, high = _bounds(Front, "discount_share")
    shift = min(max(by, low - min(discounts)), high - max(discounts))
    return tuple(round(discount + shift, 6) for discount in discounts)


def scaled(thresholds: Sequence[Any], factor: float) -> tuple[float, ...]:
    """Thresholds of all tiers made larger or smaller by the same factor; the largest ends at its bound.

    Parameters
    ----------
    thresholds : ¤ list per year, in rising order
    factor : above 0

    Raises
    ------
    ValueError : a factor that is not above 0
    """
    if not factor > 0.0:
        raise ValueError(f"found the factor {factor}, allowed are numbers above 0")
    amounts = [float(threshold) for threshold in thresholds]
    _, high = _bounds(Front, "tier_threshold_list")
    return tuple(round(amount * min(factor, high / max(amounts)), 2) for amount in amounts)


def paid_at_target(rebate: Rebate) -> float:
    """Rates as written, paid when sales just reach the target: share of the target's sales."""
    end = min(1.0, rebate.cap_target or 1.0)
    reached = [step for step in rebate.steps if step.from_target <= end]
    if not reached:
        return 0.0
    if rebate.shape != "incremental":
        return reached[-1].rate_share * end
    ends = [*(step.from_target for step in reached[1:]), end]
    return sum(
        step.rate_share * (upper - step.from_target) for step, upper in zip(reached, ends, strict=True)
    )


def _bounds(model: type[BaseModel], name: str) -> tuple[float, float]:
    meta = meta_of(model.model_fields[name])
    if meta is None or meta.low is None or meta.high is None:
        raise KeyError(name)
    return meta.low, meta.high


def _shape(programme: Programme, today: Programme, shape: Any) -> dict[str, Any]:
    steps = _steps_of(shape, programme.rebate, today.rebate)
    return {"rebate.steps": steps, "rebate.cap_target": _fitting_cap(programme.rebate.cap_target, steps)}


def _steps_of(shape: str, before: Rebate, today: Rebate) -> tuple[Step, ...]:
    if shape == before.shape or (shape in LADDERS and before.shape in LADDERS):
        return before.steps
    if shape == today.shape:
        return today.steps
    if shape == "flat":
        return (Step(from_target=0.0, rate_share=_flat_rate(before, today)),)
    if shape in LADDERS:
        return today.steps if today.shape in LADDERS else _standard_ladder(before)
    return ()


def _flat_rate(before: Rebate, today: Rebate) -> float:
    """What the last plan that paid anything pays at target; its first rate if it pays nothing there."""
    plan = next(plan for plan in (before, today, STANDARD_REBATE) if plan.steps)
    return round(paid_at_target(plan), 6) or plan.steps[0].rate_share


def _standard_ladder(before: Rebate) -> tuple[Step, ...]:
    steps = STANDARD_REBATE.steps
    if not before.steps:
        return steps
    _, most = _bounds(Step, "rate_share")
    factor = before.steps[0].rate_share / paid_at_target(STANDARD_REBATE)
    return tuple(
        Step(from_target=step.from_target, rate_share=round(min(step.rate_share * factor, most), 6))
        for step in steps
    )


def _steps(programme: Programme, _today: Programme, steps: Any) -> dict[str, Any]:
    shape, starts = programme.rebate.shape, [step["from_target"] for step in steps]
    if not steps:
        shape = "none"
    elif shape == "none" or (shape == "flat" and starts != [0.0]):
        shape = "incremental"
    return {"rebate.shape": shape, "rebate.cap_target": _cap_above(programme.rebate.cap_target, starts)}


def _cap(programme: Programme, _today: Programme, cap: Any) -> dict[str, Any]:
    return {"rebate.cap_target": _fitting_cap(cap, programme.rebate.steps)}


def _fitting_cap(cap: Any, steps: Sequence[Step]) -> Any:
    return _cap_above(cap, [step.from_target for step in steps])


def _cap_above(cap: Any, starts: Sequence[float]) -> Any:
    """The cap, or the next one in typical steps that leaves something to be paid; 0 stays: no cap."""
    if not (starts and 0.0 < cap <= starts[0]):
        return cap
    meta = meta_of(Rebate.model_fields["cap_target"])
    stride = (meta and meta.typical) or 1.0
    return (floor(starts[0] / stride) + 1.0) * stride


def _points(_programme: Programme, _today: Programme, _points: Any) -> dict[str, Any]:
    return {"registration.offered": True}


_FOLLOWS: Final[dict[str, Callable[[Programme, Programme, Any], dict[str, Any]]]] = {
    "rebate.shape": _shape,
    "rebate.steps": _steps,
    "rebate.cap_target": _cap,
    "registration.points_share": _points,
}
