"""Partner sales under pseudonyms, on a weekly grid."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.intake.grid import WEEKS_PER_QUARTER, WEEKS_PER_YEAR, Grid

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

_FEWEST_WEEKS_TO_HOLD_OUT = 39


class Orders(NamedTuple):
    """Orders in long form, one row per partner and date with a sale.

    Attributes
    ----------
    partner, week : positions in the table's partners and weeks
    value : mean net value of the orders in the row, ¤
    number : how many they are
    """

    partner: Counts
    week: Counts
    value: Floats
    number: Floats


@dataclass(frozen=True, eq=False)
class PartnerTable:
    """Sales of partners by week; real names are not in it.

    Attributes
    ----------
    ids : pseudonyms P-0001, P-0002, ...
    types, regions : per partner, empty where unknown
    revenue : net ¤, returns netted, shape (partners, weeks)
    orders : number of orders, shape (partners, weeks)
    direct : the vendor's own net sales, ¤, shape (weeks,)
    order_list : single orders, for their sizes
    grid : dates of the weeks
    warnings : what could not be inferred, and what stands in
    """

    ids: tuple[str, ...] = field(repr=False)
    types: tuple[str, ...] = field(repr=False)
    regions: tuple[str, ...] = field(repr=False)
    revenue: Floats = field(repr=False)
    orders: Floats = field(repr=False)
    direct: Floats = field(repr=False)
    order_list: Orders = field(repr=False)
    grid: Grid
    warnings: tuple[str, ...]

    @property
    def held_out(self) -> slice:
        """Weeks kept back for the check: the last quarter, none in a table under three quarters."""
        return slice(self.training.stop, self.grid.weeks)

    @property
    def training(self) -> slice:
        """Weeks that the match may see."""
        kept_back = WEEKS_PER_QUARTER if self.grid.weeks >= _FEWEST_WEEKS_TO_HOLD_OUT else 0
        return slice(0, self.grid.weeks - kept_back)

    @property
    def year(self) -> slice:
        """Last year of the training weeks, or all of them where they are fewer."""
        stop = self.training.stop
        return slice(max(stop - WEEKS_PER_YEAR, 0), stop)

    @property
    def per_year(self) -> float:
        """Factor that turns sums over the year's weeks into sums per 52 weeks."""
        year = self.year
        return WEEKS_PER_YEAR / float(year.stop - year.start)

    def yearly_sales(self) -> Floats:
        """Net sales per partner and year in the last training year, ¤, not below 0, shape (partners,)."""
        return np.asarray(np.maximum(self.revenue[:, self.year].sum(axis=1), 0.0) * self.per_year)

    def yearly_orders(self) -> Floats:
        """Orders per partner and year in the last training year, shape (partners,)."""
        return np.asarray(self.orders[:, self.year].sum(axis=1) * self.per_year)

    def orders_in(self, weeks: slice) -> Orders:
        """Single orders of some weeks, such as ``table.year``."""
        inside = (self.order_list.week >= weeks.start) & (self.order_list.week < weeks.stop)
        return Orders(*(column[inside] for column in self.order_list))
