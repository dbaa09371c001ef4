import polars as pl
import pytest

from sim.intake.columns import Columns
from sim.intake.errors import IntakeError
from sim.intake.tidying import tidy_rows

COLUMNS = Columns("partner", "month", "revenue", channel="channel")


def frame(partner: list, channel: list | None = None, revenue: list | None = None) -> pl.DataFrame:
    count = len(partner)
    return pl.DataFrame(
        {
            "partner": pl.Series(partner, dtype=pl.String),
            "month": ["2024-01"] * count,
            "revenue": pl.Series(revenue or ["5"] * count, dtype=pl.String),
            "channel": channel or ["reseller"] * count,
        }
    )


@pytest.mark.parametrize(
    "channel", ["direct", "Direct sales", "Direktvertrieb direkt", "ONLINE", "web shop", "bezpośredni"]
)
def test_own_channels_are_direct(channel: str) -> None:
    assert tidy_rows(frame(["A"], [channel]), COLUMNS).rows["direct"].to_list() == [True]


@pytest.mark.parametrize(
    "channel", ["indirect", "in-direct", "reseller", "online reseller", "Partner direct ship", "", "indirekt"]
)
def test_partner_channels_are_not(channel: str) -> None:
    assert tidy_rows(frame(["A"], [channel]), COLUMNS).rows["direct"].to_list() == [False]


def test_direct_rows_need_no_partner_and_others_do() -> None:
    names = [None, None, *["A"] * 38]
    tidied = tidy_rows(frame(names, ["direct", *["reseller"] * 39]), COLUMNS)
    assert tidied.incomplete == 1
    assert tidied.rows.height == 39


def test_a_total_line_is_left_out_but_many_gaps_are_refused() -> None:
    assert tidy_rows(frame(["A"] * 20, revenue=["5"] * 19 + [""]), COLUMNS).incomplete == 1
    with pytest.raises(IntakeError, match="2 of 20 rows"):
        tidy_rows(frame(["A"] * 20, revenue=["5"] * 18 + ["", " "]), COLUMNS)


def test_a_cell_that_is_no_number_is_refused() -> None:
    with pytest.raises(IntakeError, match="Row 3, column revenue"):
        tidy_rows(frame(["A"] * 20, revenue=["5", "lots"] + ["5"] * 18), COLUMNS)
