"""Which column says what: guessed by name and content, corrected by the user."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

import polars as pl

from sim.intake.errors import IntakeError
from sim.intake.values import parse_dates, parse_numbers
from sim.text.catalogue import say

REQUIRED = ("date", "revenue", "partner")
OPTIONAL = ("orders", "channel", "type", "region")

# Header words of each role, the surest first; English, German, Polish.
# fmt: off
WORDS: dict[str, tuple[str, ...]] = {
    "date": (
        "date", "month", "week", "order date", "invoice date", "day", "period", "datum", "monat", "woche",
        "tag", "periode", "data", "miesiac", "tydzien", "dzien", "okres",
    ),
    "revenue": (
        "revenue", "umsatz", "przychod", "sales amount", "net sales", "net revenue", "sales", "turnover",
        "amount",
        "net", "value", "erlos", "betrag", "sprzedaz", "obrot", "kwota", "wartosc", "total", "gross",
    ),
    "partner": (
        "partner id", "partner number", "partner", "reseller id", "reseller key", "reseller", "dealer id",
        "dealer", "customer id", "customer number", "customer", "kundennummer", "partnernummer", "kunde",
        "handler", "fachhandler", "klient", "kontrahent", "partner name", "account", "store",
        "company", "firma",
    ),
    "orders": (
        "orders", "order count", "number of orders", "invoices", "deals", "auftrage", "bestellungen",
        "zamowienia", "transactions", "transakcje",
    ),
    "channel": ("channel", "kanal", "vertriebskanal", "sales channel", "kanal sprzedazy", "route"),
    "type": (
        "partner type", "type", "segment", "partner segment", "reseller type", "customer type",
        "business type",
        "partnertyp", "typ", "partnerart", "kategorie", "typ partnera", "kategoria", "category",
    ),
    "region": (
        "region", "territory", "country", "area", "state", "land", "gebiet", "bundesland", "kraj",
        "wojewodztwo", "obszar", "city", "stadt", "miasto",
    ),
}
# fmt: on
_SAMPLE_ROWS = 2000
_FIT_SHARE = 0.9
_MOST_GROUPS = 500


class Columns(NamedTuple):
    """Name of the column for each role; optional roles may be absent."""

    partner: str
    date: str
    revenue: str
    orders: str | None = None
    type: str | None = None
    region: str | None = None
    channel: str | None = None


def guess_columns(frame: pl.DataFrame, given: Mapping[str, str] | None = None) -> Columns:
    """Find the column of every role.

    Parameters
    ----------
    frame : table as read
    given : role to column name, from the user; wins over guesses. An empty name switches an optional role off

    Returns
    -------
    the columns found

    Raises
    ------
    IntakeError : unknown role or column, or a required role with no or several candidates
    """
    given = dict(given or {})
    _check_given(frame, given)
    sample = frame.head(_SAMPLE_ROWS)
    found: dict[str, str | None] = {role: name or None for role, name in given.items()}
    for role in (*REQUIRED, *OPTIONAL):
        if role not in found:
            free = [column for column in frame.columns if column not in found.values()]
            found[role] = _pick(sample.select(free), role)
    return Columns(**found)  # type: ignore[arg-type]


def _check_given(frame: pl.DataFrame, given: Mapping[str, str]) -> None:
    for role, name in given.items():
        if role not in WORDS:
            raise IntakeError(say("intake.unknown_role", role=role, roles=", ".join(WORDS)))
        if name == "" and role in OPTIONAL:
            continue
        if name not in frame.columns:
            near = get_close_matches(name, frame.columns, 1)
            hint = say("intake.nearest", name=near[0]) if near else ""
            columns = ", ".join(frame.columns)
            raise IntakeError(say("intake.unknown_column", role=role, name=name, columns=columns, hint=hint))


def _pick(sample: pl.DataFrame, role: str) -> str | None:
    fitting = [column for column in sample.columns if FITS[role](sample[column])]
    scores = {column: _name_score(column, role) for column in fitting}
    best = [column for column in fitting if scores[column] == max(scores.values())]
    if role in OPTIONAL:
        return best[0] if best and scores[best[0]] else None
    if len(best) == 1:
        return best[0]
    key = "intake.several_columns" if best else "intake.no_column"
    names = best or sample.columns
    raise IntakeError(
        say(key, role=role, columns=", ".join(names), example=f"{role}={names[0] if names else ''}")
    )


def _name_score(column: str, role: str) -> int:
    """How well a header names a role: as a whole, by words in it, by the head of a compound; 0 for none."""
    header = normal(column)
    scores = [0]
    for rank, word in enumerate(WORDS[role]):
        surplus = len(header.split()) - len(word.split())
        if header == word:
            scores.append(1000 - rank)
        elif f" {word} " in f" {header} ":
            scores.append(500 - rank - 50 * surplus)
        elif len(word) >= 5 and " " not in word and _heads_compound(word, header):
            scores.append(100 - rank)
    return max(scores)


def _heads_compound(word: str, header: str) -> bool:
    return any(part.startswith(word) and part != f"{word}s" for part in header.split())


def normal(header: str) -> str:
    """Header as plain lower-case words: ``SalesAmount`` is ``sales amount``, ``Erlös_€`` is ``erlos``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", header)
    plain = unicodedata.normalize("NFKD", spaced.replace("ł", "l").replace("Ł", "L"))
    return " ".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower()))


def _is_date(cells: pl.Series) -> bool:
    return not cells.dtype.is_float() and _share_parsed(parse_dates(cells), cells) >= _FIT_SHARE


def _is_number(cells: pl.Series) -> bool:
    return not cells.dtype.is_temporal() and _share_parsed(parse_numbers(cells), cells) >= _FIT_SHARE


def _is_money(cells: pl.Series) -> bool:
    return _is_number(cells) and not (_is_date(cells) and _name_score(cells.name, "revenue") == 0)


def _is_count(cells: pl.Series) -> bool:
    return _is_number(cells) and bool((parse_numbers(cells).drop_nulls() % 1 == 0).all())


def _is_name(cells: pl.Series) -> bool:
    told_apart = cells.drop_nulls().n_unique() > 1 or _name_score(cells.name, "partner") > 0
    return not cells.dtype.is_float() and not cells.dtype.is_temporal() and told_apart


def _is_group(cells: pl.Series) -> bool:
    return not cells.dtype.is_float() and not cells.dtype.is_temporal() and cells.n_unique() <= _MOST_GROUPS


def _share_parsed(parsed: pl.Series, cells: pl.Series) -> float:
    filled = (cells.cast(pl.String).fill_null("").str.strip_chars() != "").sum()
    return float((len(parsed) - parsed.null_count()) / filled) if filled else 0.0


FITS: dict[str, Callable[[pl.Series], bool]] = {
    "date": _is_date,
    "revenue": _is_money,
    "partner": _is_name,
    "orders": _is_count,
    "channel": _is_group,
    "type": _is_group,
    "region": _is_group,
}
