import datetime as dt

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.intake.columns import Columns, guess_columns
from sim.intake.errors import IntakeError
from sim.intake.loading import build_table, load_partners, pseudonym

MONDAY = dt.date(2023, 1, 2)
COLUMNS = Columns("partner", "date", "revenue", channel="channel")
rows = st.tuples(
    st.sampled_from(["Amber", "Birch", "Cobalt"]),
    st.integers(0, 400),
    st.integers(-500, 5000),
    st.sampled_from(["reseller", "direct"]),
)


def frame(cells: list[tuple[str, int, float, str]]) -> pl.DataFrame:
    partner, day, revenue, channel = zip(*cells, strict=True)
    dates = [MONDAY + dt.timedelta(days=d) for d in day]
    return pl.DataFrame({"partner": partner, "date": dates, "revenue": revenue, "channel": channel})


ENDS = [("Amber", 0, 7, "reseller"), ("Amber", 200, 7, "reseller"), ("Birch", 400, 7, "direct")]


@settings(max_examples=20)
@given(st.lists(rows, min_size=40, max_size=60))
def test_every_amount_lands_once_by_partner_and_direct(cells: list[tuple[str, int, float, str]]) -> None:
    cells = cells + ENDS
    table, names = build_table(frame(cells), COLUMNS)
    for position, who in enumerate(table.ids):
        sold = sum(r for p, _, r, channel in cells if p == names[who] and channel == "reseller")
        assert table.revenue[position].sum() == pytest.approx(sold)
    assert table.direct.sum() == pytest.approx(sum(r for *_, r, channel in cells if channel == "direct"))


@settings(max_examples=20)
@given(st.lists(rows, min_size=40, max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(cells: list, random) -> None:
    mixed = cells + ENDS
    random.shuffle(mixed)
    one, other = (build_table(frame(c), COLUMNS)[0] for c in (cells + ENDS, mixed))
    np.testing.assert_allclose(one.revenue, other.revenue)
    np.testing.assert_array_equal(one.orders, other.orders)


def test_no_real_name_is_in_the_table(weekly_frame) -> None:
    data = weekly_frame(np.ones((2, 20))).with_columns(
        pl.col("partner").replace({"A": "Geheim AG", "B": "Tajne SA"})
    )
    table, names = build_table(data, guess_columns(data))
    everything = repr(table) + repr(vars(table))
    assert set(names) == {"P-0001", "P-0002"} == set(table.ids)
    assert set(names.values()) == {"Geheim AG", "Tajne SA"}
    assert not any(name in everything for name in names.values())


def test_numbers_of_partners_do_not_follow_names_or_size() -> None:
    cells = [
        (f"{letter}", day, 100 * rank, "reseller")
        for rank, letter in enumerate("ABCDEFGHIJ", 1)
        for day in (0, 200, 400)
    ]
    names = [*build_table(frame(cells), COLUMNS)[1].values()]
    assert names not in (sorted(names), sorted(names, reverse=True))


def test_sales_of_one_day_are_one_order_and_returns_are_none() -> None:
    cells = [("Amber", 0, 30, "reseller"), ("Amber", 0, 50, "reseller"), ("Amber", 9, -20, "reseller"), *ENDS]
    orders = build_table(frame(cells), COLUMNS)[0].order_list
    assert orders.value.tolist() == [87.0, 7.0]
    assert orders.number.tolist() == [1.0, 1.0]


def test_an_order_column_gives_numbers_and_mean_values() -> None:
    data = frame([*ENDS, ("Amber", 100, 90, "reseller")]).with_columns(orders=pl.Series([1, 1, 1, 3]))
    orders = build_table(data, guess_columns(data))[0].order_list
    assert orders.value.tolist() == [7.0, 30.0, 7.0]
    assert orders.number.tolist() == [1.0, 3.0, 1.0]


def test_types_and_regions_are_those_of_the_latest_row(weekly_frame) -> None:
    data = weekly_frame(np.ones((1, 20))).with_columns(region=pl.Series(["N"] * 10 + ["S"] * 10))
    assert build_table(data, guess_columns(data))[0].regions == ("S",)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([("A", 0, 1, "direct"), ("B", 200, 1, "direct"), ("C", 230, 1, "online")], "all are direct"),
        ([("A", day, 1, "reseller") for day in range(80)], "12 weeks"),
    ],
)
def test_tables_that_cannot_be_used_are_refused(cells: list, words: str) -> None:
    with pytest.raises(IntakeError, match=words):
        build_table(frame(cells), COLUMNS)


def test_a_file_goes_all_the_way(tmp_path) -> None:
    lines = [
        "Kunde;Monat;Umsatz",
        *(f"Firma {k};{m:02d}.2024;1.{k}00,50" for k in (1, 2) for m in range(1, 13)),
    ]
    file = tmp_path / "umsatz.csv"
    file.write_bytes("\n".join(lines).encode("latin-1"))
    table = load_partners(file)
    assert table.grid.monthly
    assert sorted(table.revenue.sum(axis=1)) == pytest.approx([12 * 1100.5, 12 * 1200.5])


def test_pseudonyms_count_from_one() -> None:
    assert (pseudonym(0), pseudonym(12345)) == ("P-0001", "P-12346")
