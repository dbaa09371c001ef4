"""Figures of the long studies on how sure the answers are, as they were last found and committed."""

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_FIGURES: Final = Path(__file__).with_name("figures")
CALIBRATION_FILE: Final = _FIGURES / "calibration.toml"
BUDGET_FILE: Final = _FIGURES / "error_budget.toml"
STEP_FILE: Final = _FIGURES / "step_size.toml"
DIGITS: Final = 4


@dataclass(frozen=True)
class Calibration:
    """How often stated ranges held the difference of a synthetic world.

    Attributes
    ----------
    worlds : synthetic worlds, each with a range of its own
    futures : that each range is made of
    weeks : horizon
    code : digest of the compiled code that ran
    in_80, in_95 : shares of the worlds inside the 80 % and the 95 % range
    preview : futures of a preview
    preview_in_80 : share inside the 80 % range of so few futures
    preview_by_ends : the same, had the smallest and the largest future been taken for the ends of all
    ranks : worlds by their place among the futures, in bins of equal width from the lowest up
    uniform_p : chance that places as uneven as these come from ranges that are right (chi-squared)
    """

    worlds: int
    futures: int
    weeks: int
    code: str
    in_80: float
    in_95: float
    preview: int
    preview_in_80: float
    preview_by_ends: float
    ranks: tuple[int, ...]
    uniform_p: float


@dataclass(frozen=True)
class ErrorBudget:
    """What shortcuts cost an answer about net contribution.

    Attributes
    ----------
    changes : random changes of a programme
    futures, weeks : that each ran in
    code : digest of the compiled code that ran
    verdicts : each with its number of changes
    clear : changes whose 80 % range is clear of zero in all futures
    preview : futures of a preview
    preview_same_sign : share of the clear changes whose preview has a mean of the same sign
    preview_clear : share of them whose preview's range is clear of zero on the same side
    sizes : numbers of futures
    mean_error : by size, sampling error of the mean in half-widths of the 80 % range; median change
    same_sign : by size, share of the clear changes whose mean has the same sign
    other_verdict : by size, share of all changes called better where all futures say worse, or the reverse
    coverage_80 : by size but the last, share of the futures left out that the 80 % range holds
    partner_changes : changes that ran with other partners; where none did, what follows says nothing
    partner_factors : partners as a multiple of the shipped market's
    partner_width : by factor, width of the 80 % range per partner as a multiple of the shipped market's
    partner_draw_error : standard deviation of the mean over draws of partners, in half-widths of the range
    """

    changes: int
    futures: int
    weeks: int
    code: str
    verdicts: tuple[str, ...]
    clear: int
    preview: int
    preview_same_sign: float
    preview_clear: float
    sizes: tuple[int, ...]
    mean_error: tuple[float, ...]
    same_sign: tuple[float, ...]
    other_verdict: tuple[float, ...]
    coverage_80: tuple[float, ...]
    partner_changes: int
    partner_factors: tuple[float, ...]
    partner_width: tuple[float, ...]
    partner_draw_error: float


@dataclass(frozen=True)
class StepSize:
    """What a shorter step does to the mean difference in net contribution, in widths of its 80 % range.

    Attributes
    ----------
    cases : names of shipped comparisons
    futures : that each ran in, at either step
    steps : steps in a week of the shorter one
    code : digest of the compiled code that ran last
    shift : by case, of the mean when the step goes from a week to the shorter one, same assumptions
    shift_error : standard error of that shift
    luck_shift : by case, shift between two lucks at a step of a week: noise alone
    """

    cases: tuple[str, ...]
    futures: int
    steps: int
    code: str
    shift: tuple[float, ...]
    shift_error: tuple[float, ...]
    luck_shift: tuple[float, ...]


def write(file: Path, figures: Any) -> None:
    """Write the figures of a study.

    Parameters
    ----------
    file : to be replaced
    figures : a dataclass of numbers, words and tuples of numbers
    """
    file.parent.mkdir(exist_ok=True)
    lines = [f"{name} = {_value(value)}" for name, value in asdict(figures).items()]
    file.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


@cache
def error_budget() -> ErrorBudget:
    """The last error budget."""
    return ErrorBudget(**_read(BUDGET_FILE))


@cache
def calibration() -> Calibration:
    """The last calibration."""
    return Calibration(**_read(CALIBRATION_FILE))


@cache
def step_size() -> StepSize:
    """The last study of the step."""
    return StepSize(**_read(STEP_FILE))


def _read(file: Path) -> dict[str, Any]:
    values = tomllib.loads(file.read_text("utf-8"))
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _value(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return f"{value:.{DIGITS}f}" if isinstance(value, float) else str(value)
