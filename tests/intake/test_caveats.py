import numpy as np
import polars as pl

from sim.intake.columns import guess_columns
from sim.intake.loading import build_table
from sim.text.catalogue import say

STEADY = np.ones((40, 104))


def text(table) -> str:
    return " ".join(table.warnings)


def full(weekly_frame, sales=STEADY) -> pl.DataFrame:
    data = weekly_frame(sales)
    channel = pl.Series(["reseller"] * data.height)
    return data.with_columns(orders=pl.lit(1), type=pl.lit("Reseller"), region=pl.lit("N"), channel=channel)


def of(data: pl.DataFrame) -> str:
    return text(build_table(data, guess_columns(data))[0])


def test_what_is_missing_is_said_and_what_is_there_is_not(weekly_frame) -> None:
    missing = {key: say(f"intake.{key}") for key in ("no_orders", "no_type", "no_region", "no_channel")}
    complete, bare = of(full(weekly_frame)), of(weekly_frame(STEADY))
    assert not any(sentence in complete for sentence in missing.values())
    assert all(sentence in bare for sentence in missing.values())


def test_the_columns_used_are_told_first(weekly_table) -> None:
    assert (
        weekly_table(STEADY).warnings[0] == "Columns used: partner = partner, date = week, revenue = revenue."
    )


def test_returns_and_direct_sales_are_told_with_their_shares(weekly_frame) -> None:
    data = full(weekly_frame)
    changed = data.with_columns(
        revenue=pl.when(pl.int_range(pl.len()) < 41).then(-1.0).otherwise(1.0),
        channel=pl.when(pl.int_range(pl.len()) < data.height // 4)
        .then(pl.lit("direct"))
        .otherwise(pl.lit("dealer")),
    )
    assert "41 rows have negative revenue" in of(changed)
    assert "direct sales (2" in of(changed)
    assert "direct" not in of(data).replace(say("intake.no_direct_rows"), "")


def test_span_silence_and_size_are_told(weekly_table) -> None:
    silent = STEADY.copy()
    silent[:3, :91] = 0.0
    assert "3 partners sold nothing" in text(weekly_table(silent))
    assert "too few to hold out" in text(weekly_table(STEADY[:, :30]))
    assert "scaled up from 30 weeks" in text(weekly_table(STEADY[:, :30]))
    assert "2 partners: with so few" in text(weekly_table(STEADY[:2]))
    assert not any(word in text(weekly_table(STEADY)) for word in ("silent", "too few", "scaled", "so few"))


def test_an_unfinished_last_period_is_told(weekly_table) -> None:
    ending = STEADY.copy()
    ending[:30, -4:] = 0.0
    assert say("intake.last_period_short") in weekly_table(ending).warnings
    assert say("intake.last_period_short") not in weekly_table(STEADY).warnings
