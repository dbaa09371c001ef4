"""The accounts of a paper add up as they are printed, to the headline's figure."""

from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as some

from sim.experiment.outcomes import ACCOUNTS, HEADLINE
from sim.report.accounts import MOST_ROWS, accounts_table
from sim.text.numbers import money
from tests.charts.toys import compared

AMOUNTS = some.floats(-3e8, 3e8).map(lambda amount: round(amount, 2))


class Costs:
    """Stands for a comparison whose table of costs is given."""

    today, designs = "before", ("one",)

    def __init__(self, changes: list[float], levels: list[float]) -> None:
        self.costs = pl.DataFrame(
            {
                "design": ["one"] * len(ACCOUNTS),
                "account": list(ACCOUNTS),
                "today": levels,
                "difference_mean": changes,
            }
        )


def number(text: str) -> Decimal:
    """The figure in front of the scale word."""
    digits = text.replace("−", "-").replace("¤", "").replace(",", "")
    return Decimal(digits.rstrip("kmbn"))


@given(
    changes=some.lists(AMOUNTS, min_size=len(ACCOUNTS), max_size=len(ACCOUNTS)),
    levels=some.lists(AMOUNTS, min_size=len(ACCOUNTS), max_size=len(ACCOUNTS)),
)
def test_rows_and_columns_add_up_as_printed(changes: list[float], levels: list[float]) -> None:
    table = accounts_table(Costs(changes, levels), "one")
    for column in (1, 2, 3):
        assert sum(number(row[column]) for row in table.rows) == number(table.total[column])
    for _, today, design, difference in (*table.rows, table.total):
        assert number(today) + number(difference) == number(design)


def test_the_last_figure_is_that_of_the_headline() -> None:
    comparison = compared(1.0, 2.0)
    for name in comparison.designs:
        mean = comparison.findings[name][HEADLINE].difference.mean
        assert accounts_table(comparison, name).total[-1] == money(mean, signed=True)
        assert money(abs(mean)) in str(comparison.headlines[name])


def test_accounts_that_moved_stand_by_name_the_largest_first_and_the_rest_together() -> None:
    moved = {"growth_bonus": 2e6, "direct": -5e6}
    changes = [moved.get(account, 0.0) for account in ACCOUNTS]
    table = accounts_table(Costs(changes, [1e6] * len(ACCOUNTS)), "one")
    assert [row[0] for row in table.rows] == [
        "Direct sales",
        "Growth bonus",
        f"{len(ACCOUNTS) - 2} other accounts",
    ]
    assert table.rows[2][3] == "¤0.0m"
    everything = accounts_table(Costs([1e6 + place for place in range(len(ACCOUNTS))], changes), "one")
    assert len(everything.rows) == MOST_ROWS + 1


def test_a_design_that_changes_nothing_has_levels_and_no_differences() -> None:
    comparison = compared(0.0)
    table = accounts_table(comparison, "one")
    assert number(table.total[3]) == 0
    assert number(table.total[1]) == number(table.total[2]) > 0
