"""Numbers as people read them: ¤2.1m, 31 %, +1.3 points, 1,204, 3 years."""

from math import isfinite

from babel.numbers import format_decimal

from sim.text.catalogue import language, say, say_count

WEEKS_PER_YEAR = 52
MONEY = ("¤", "¤ each")
"""Units of outcomes that are amounts of money."""
MINUS = "\u2212"
UNDEFINED = "–"
_SCALES = ((1e9, "billions"), (1e6, "millions"), (1e3, "thousands"))
_SMALL_DIFFERENCE = 0.0995
_ROUNDS_UP = 0.99995  # 999,960 is a million to the reader, not 1,000.0 thousand


def money(amount: float, *, signed: bool = False, like: float | None = None) -> str:
    """Money in ¤ with a scale word: ¤2.1m.

    Parameters
    ----------
    amount : ¤
    signed : show a plus as well
    like : ¤; an amount whose scale is taken over, so that the ends of a range read alike
    """
    scale, word = _scale(amount if like is None else like)
    digits = _digits(amount if like is None else like, scale)
    return _with_sign(amount, say(f"numbers.{word}", number=_decimal(abs(amount) / scale, digits)), signed)


def money_step(like: float) -> float:
    """Smallest difference, ¤, that ``money`` shows between amounts at the scale of this one."""
    scale, _ = _scale(like)
    return float(scale / 10 ** _digits(like, scale))


def _scale(like: float) -> tuple[float, str]:
    size = abs(like)
    return next(((scale, word) for scale, word in _SCALES if size >= scale * _ROUNDS_UP), (1.0, "money"))


def _digits(like: float, scale: float) -> int:
    return 1 if scale > 1.0 and abs(like) / scale < 100 else 0


def money_range(low: float, high: float, *, like: float = 0.0) -> str:
    """Both ends of a range of ¤ in the scale of the largest amount: ¤0.4m to ¤3.8m.

    An end that is too small to show in it keeps its own scale, so that its sign can be read: ¤12.0k to ¤3.8m.
    """
    scale = max(abs(low), abs(high), abs(like))
    ends = (money(end, like=scale if 2.0 * abs(end) > money_step(scale) else end) for end in (low, high))
    return say("numbers.range", **dict(zip(("low", "high"), ends, strict=True)))


def share(value: float | None) -> str:
    """Share between 0 and 1 in per cent: 31 %; below 10 % with one decimal; a dash where it is undefined."""
    if value is None or not isfinite(value):
        return UNDEFINED
    percent = 100 * abs(value)
    text = say("numbers.share", number=_decimal(percent, 1 if percent < 10 else 0))
    return _with_sign(value, text, signed=False)


def points(value: float) -> str:
    """Difference of two shares in percentage points, signed: +1.3 points."""
    return _with_sign(value, say("numbers.points", number=_decimal(100 * abs(value), 1)), signed=True)


def count(value: float, *, signed: bool = False) -> str:
    """Number of things: 1,204; below 10 an average keeps one decimal."""
    digits = 1 if abs(value) < 10 and value != round(value) else 0
    return _with_sign(value, _decimal(abs(value), digits), signed)


def index(value: float, *, signed: bool = False) -> str:
    """Index between 0 and 1, such as trust: 0.62; a small difference keeps a third decimal."""
    digits = 3 if signed and abs(value) < _SMALL_DIFFERENCE else 2
    return _with_sign(value, _decimal(abs(value), digits), signed)


def amount(value: float | None, unit: str, *, signed: bool = False) -> str:
    """Value of an outcome in its unit; a dash where it is undefined.

    Parameters
    ----------
    value : in the unit
    unit : ``¤``, ``¤ each``, ``share``, ``index``, or whatever is counted
    signed : show a plus; a signed share is a difference, in points
    """
    if value is None or not isfinite(value):
        return UNDEFINED
    if unit in MONEY:
        return money(value, signed=signed)
    if unit == "share":
        return points(value) if signed else share(value)
    return index(value, signed=signed) if unit == "index" else count(value, signed=signed)


def amount_range(
    low: float | None, high: float | None, unit: str, *, like: float | None, signed: bool = False
) -> str:
    """Both ends of a range of an outcome, in its unit; a dash where it is undefined.

    Parameters
    ----------
    low, high : in the unit
    unit, signed : as in ``amount``
    like : mean of the range
    """
    if low is None or high is None or not isfinite(low):
        return UNDEFINED
    if unit in MONEY:
        return money_range(low, high, like=like or 0.0)
    if unit == "share" and signed:
        bare = [_with_sign(end, _decimal(100 * abs(end), 1), signed=True) for end in (low, high)]
        return say("numbers.points", number=say("numbers.range", low=bare[0], high=bare[1]))
    ends = [amount(end, unit, signed=signed) for end in (low, high)]
    return say("numbers.range", low=ends[0], high=ends[1])


def figure(value: float, unit: str) -> str:
    """Value of a lever or parameter that has no form of its own: 40 %, ¤80k, 0.03, 1.5.

    Parameters
    ----------
    value : in the unit
    unit : of the schema; shares and chances become per cent, all others plain numbers
    """
    if unit.startswith("¤") and "per ¤" not in unit:
        return money(value)
    if unit.startswith(("share", "chance")):
        return share(value)
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 0.1 else 4
    return _with_sign(value, _decimal(size, digits), signed=False)


def period(weeks: int) -> str:
    """Length of time: 3 years where it is whole years, else weeks."""
    if weeks % WEEKS_PER_YEAR == 0 and weeks:
        return say_count("numbers.years", weeks // WEEKS_PER_YEAR)
    return say_count("numbers.weeks", weeks)


def _decimal(value: float, digits: int) -> str:
    return format_decimal(value, format="#,##0." + "0" * digits if digits else "#,##0", locale=language())


def _with_sign(value: float, text: str, signed: bool) -> str:
    if not any(digit in text for digit in "123456789"):
        return text
    if value < 0:
        return MINUS + text
    return "+" + text if signed else text
