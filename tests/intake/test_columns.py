import polars as pl
import pytest

from sim.intake.columns import OPTIONAL, WORDS, Columns, guess_columns, normal
from sim.intake.errors import IntakeError


def frame(**columns: list) -> pl.DataFrame:
    return pl.DataFrame(columns)


ENGLISH = frame(
    partner_id=["1", "2"], partner_name=["A", "B"], partner_type=["Reseller", "Boutique"],
    country=["US", "DE"], partner_annual_sales=["30", "40"],
    month=["2024-01", "2024-02"], revenue=["3.5", "4"], cost=["1.5", "2"],
    orders=["1", "2"], channel=["x", "y"],
)  # fmt: skip
GERMAN = frame(
    Kundennummer=["1", "2"], Monat=["01.2024", "02.2024"], Umsatzbetrag=["3,5", "4,1"],
    Bestellungen=["1", "2"], Partnertyp=["a", "b"], Gebiet=["N", "S"], Vertriebskanal=["x", "y"],
)  # fmt: skip
POLISH = frame(
    kontrahent=["1", "2"], miesiąc=["2024-01", "2024-02"], sprzedaż=["3.5", "4.5"], zamówienia=["1", "2"],
    typ=["a", "b"], województwo=["N", "S"], kanał=["x", "y"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (ENGLISH, ("partner_id", "month", "revenue", "orders", "partner_type", "country", "channel")),
        (
            GERMAN,
            (
                "Kundennummer",
                "Monat",
                "Umsatzbetrag",
                "Bestellungen",
                "Partnertyp",
                "Gebiet",
                "Vertriebskanal",
            ),
        ),
        (POLISH, ("kontrahent", "miesiąc", "sprzedaż", "zamówienia", "typ", "województwo", "kanał")),
    ],
)
def test_columns_are_found_in_three_languages(table: pl.DataFrame, expected: tuple[str, ...]) -> None:
    assert guess_columns(table) == Columns(*expected)


def test_content_decides_where_names_say_nothing() -> None:
    table = frame(a=["2024-01", "2024-02"], b=["x", "y"], c=[3.5, 4.5])
    assert guess_columns(table) == Columns("b", "a", "c")


def test_a_name_with_the_wrong_content_is_passed_over() -> None:
    table = frame(partner=["A", "B"], date=["soon", "later"], period=["2024-01", "2024-02"], sales=[1.0, 2.0])
    assert guess_columns(table).date == "period"


def test_the_user_is_right() -> None:
    chosen = guess_columns(ENGLISH, {"revenue": "cost", "channel": "", "partner": "partner_name"})
    assert (chosen.revenue, chosen.channel, chosen.partner) == ("cost", None, "partner_name")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"price": "cost"}, "price.*partner"),
        ({"revenue": "revenu"}, "Nearest: revenue"),
        ({"date": ""}, "date="),
    ],
)
def test_a_wrong_correction_says_what_is_allowed(given: dict[str, str], words: str) -> None:
    with pytest.raises(IntakeError, match=words):
        guess_columns(ENGLISH, given)


def test_candidates_are_listed_when_several_fit() -> None:
    table = frame(partner=["A", "B"], month=["2024-01", "2024-02"], x=[1.5, 2.5], y=[2.5, 3.5])
    with pytest.raises(IntakeError, match=r"revenue: x, y.*revenue=x"):
        guess_columns(table)


def test_columns_are_listed_when_none_fits() -> None:
    with pytest.raises(IntakeError, match=r"No column holds the date.*partner, sales"):
        guess_columns(frame(partner=["A", "B"], sales=[1.5, 2.5]))


def test_a_number_of_customers_is_no_partner() -> None:
    table = frame(region=["N", "S"], month=["2024-01", "2024-02"], revenue=[1.5, 2.5], customers=[3, 4])
    with pytest.raises(IntakeError, match="Several columns may hold the partner"):
        guess_columns(table)


@pytest.mark.parametrize(
    ("header", "words"), [("SalesAmount", "sales amount"), ("Erlös €", "erlos"), ("Kanał_2", "kanal 2")]
)
def test_headers_become_plain_words(header: str, words: str) -> None:
    assert normal(header) == words


def test_every_word_is_plain_and_every_role_is_a_field() -> None:
    assert set(WORDS) == set(Columns._fields)
    assert set(OPTIONAL) == set(Columns._field_defaults)
    assert all(normal(word) == word for words in WORDS.values() for word in words)
