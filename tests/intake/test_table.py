import numpy as np
import pytest


def test_the_last_quarter_is_held_out_and_the_year_ends_before_it(weekly_table) -> None:
    table = weekly_table(np.ones((2, 104)))
    assert table.held_out == slice(91, 104)
    assert table.year == slice(39, 91)
    assert table.per_year == 1.0


def test_a_short_table_holds_nothing_out_and_is_scaled_to_a_year(weekly_table) -> None:
    table = weekly_table(np.full((2, 26), 3.0))
    assert table.held_out == slice(26, 26)
    assert table.per_year == 2.0
    assert table.yearly_sales().tolist() == [156.0, 156.0]
    assert table.yearly_orders().tolist() == [52.0, 52.0]


def test_the_held_out_quarter_does_not_reach_the_target(weekly_table) -> None:
    sales = np.ones((2, 104))
    changed = sales.copy()
    changed[:, 91:] = 1000.0
    one, other = weekly_table(sales), weekly_table(changed)
    np.testing.assert_array_equal(one.yearly_sales(), other.yearly_sales())
    np.testing.assert_array_equal(one.yearly_orders(), other.yearly_orders())


def test_orders_in_some_weeks_are_those_dated_there(weekly_table) -> None:
    sales = np.ones((1, 104))
    sales[0, 50:] = 2.0
    orders = weekly_table(sales).orders_in(slice(40, 60))
    assert orders.week.tolist() == list(range(40, 60))
    assert orders.value.tolist() == [1.0] * 10 + [2.0] * 10


def test_more_returns_than_sales_count_as_none(weekly_table) -> None:
    sales = np.ones((2, 104))
    sales[1, 60] = -500.0
    assert sorted(weekly_table(sales).yearly_sales()) == pytest.approx([0.0, 52.0])
