"""What is measured: each outcome once, with its unit, period, direction and definition.

This is the only file of the experiments that knows the names of the engine's weekly columns.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from sim.experiment.calendar import WEEKS_PER_QUARTER, WEEKS_PER_YEAR
from sim.experiment.weekly import (
    Array,
    Measure,
    Weekly,
    account,
    at_end,
    mean_of_defined,
    mean_of_last,
    over_horizon,
    quarter_end_share,
    ratio,
    share,
    share_over_horizon,
    yearly_rate,
)

GOING_RATE_WEEKS: Final = 26
HEADLINE: Final = "net_contribution"
GOING_RATE: Final = "going_rate"


class Unit(StrEnum):
    """Unit of an outcome."""

    MONEY = "¤"
    EACH = "¤ each"
    SHARE = "share"
    PARTNERS = "partners"
    DEALS = "deals"
    INDEX = "index"
    WEEKS = "weeks"
    ALARMS = "alarms per partner and year"


class Period(StrEnum):
    """Stretch of time an outcome speaks about."""

    HORIZON = "horizon"
    YEAR = "year at the pace of the last 26 weeks"
    LAST_QUARTER = "last 13 weeks"
    END = "end"
    QUARTER = "mean quarter"


class Direction(StrEnum):
    """Which way is the good one."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    INFORM = "informs"

    @property
    def sign(self) -> float:
        """-1 where lower is better, else +1."""
        return -1.0 if self is Direction.LOWER else 1.0


@dataclass(frozen=True)
class Outcome:
    """One measure of a run.

    Attributes
    ----------
    name : stable key, also of its label in the catalogue (``outcomes.<name>``)
    unit, period, direction : how to read it
    value : weekly sums → one number per future; NaN where it has no meaning (a win rate without deals)
    series : weekly sums → [futures, weeks], for charts over time
    """

    name: str
    unit: Unit
    period: Period
    direction: Direction
    value: Measure
    series: Measure


ACCOUNTS: Final[dict[str, Measure]] = {
    "sales_margin": account("net_revenue", less=("goods_cost",)),
    "rebate": account(less=("rebate_cost",)),
    "growth_bonus": account(less=("growth_cost",)),
    "solution_reward": account(less=("solution_cost",)),
    "new_logo_bonus": account(less=("new_logo_cost",)),
    "funds": account(less=("funds_cost",)),
    "contact": account(less=("contact_cost",)),
    "occasions": account(less=("occasions_cost",)),
    "monitoring": account(less=("monitoring_cost",)),
    "organisation": account(less=("organisation_cost",)),
    "rules": account(less=("rules_cost",)),
    "benefits": account(less=("benefits_cost",)),
    "recruiting": account(less=("recruiting_cost",)),
    "direct": account("direct_revenue", less=("direct_cost",)),
}
"""The accounts whose sum is net contribution, each with the sign it has there."""


def net_contribution(weekly: Weekly) -> Array:
    """Net contribution per week, channel plus direct: the accounts, added in their order."""
    first, *others = (measure(weekly) for measure in ACCOUNTS.values())
    for element in others:
        first = first + element
    return first


_REVENUE = account("net_revenue", "direct_revenue")
_PAYOUTS = ("rebate_cost", "growth_cost", "solution_cost", "new_logo_cost", "funds_cost")
_RUNNING = (
    "contact_cost", "occasions_cost", "monitoring_cost", "organisation_cost", "rules_cost", "benefits_cost",
    "recruiting_cost",
)  # fmt: skip
_PROGRAMME_COST = account(*_PAYOUTS, *_RUNNING)
_PARTNER_GAINS = ("partner_margin", "partner_services", "partner_payout")
_PARTNER_PROFIT = account(*_PARTNER_GAINS, less=("partner_selling_cost",))
_SALES = account("list_product", "list_solution")
_PURCHASES = account("bought_list")
_SOLUTION = account("list_solution")
_WON = account("won")
_DECIDED = account("won", "lost", "taken")
_REGISTERED = account("registered_won")
_CONFLICT_LOSS = account("taken_list", "price_cut_list")
_ACTIVE = account("active")
_SILENT = account("silent")
_PIPELINE = account("open_deals")
_TRUST = share(account("trust_sum"), _ACTIVE)
_STATED_TRUST = share(account("survey_sum"), _ACTIVE)
_RELATIONAL = share(account("relational_sum"), _ACTIVE)
_TRANSACTIONAL = share(account("transactional"), account("active", "silent"))
_DEPENDENCE = share(account("share_sum"), _ACTIVE)
_CONTRACTS = share(account("base_sum"), _ACTIVE)
_BLIND_SPOT = account("believed", less=("active",))
_PARTNER_COST = account("partner_selling_cost")
_BESIDE = account("beside_rivals")
_RIVALS_SHARE = share(account("rivals_share_sum"), _BESIDE)
_CONCENTRATION = share(account("concentration_sum"), _BESIDE)
_VENDORS_PROFIT = account(*_PARTNER_GAINS, "rivals_profit", less=("partner_selling_cost",))
_RIVALS_SALES = account("rivals_list")


def _total(name: str, series: Measure, direction: Direction) -> Outcome:
    return Outcome(name, Unit.MONEY, Period.HORIZON, direction, over_horizon(series), series)


def _count(name: str, column: str, direction: Direction) -> Outcome:
    series = account(column)
    return Outcome(name, Unit.PARTNERS, Period.HORIZON, direction, over_horizon(series), series)


def _level(name: str, unit: Unit, series: Measure, direction: Direction) -> Outcome:
    return Outcome(name, unit, Period.END, direction, at_end(series), series)


def _part(name: str, part: Measure, whole: Measure, direction: Direction) -> Outcome:
    return Outcome(
        name, Unit.SHARE, Period.HORIZON, direction, share_over_horizon(part, whole), share(part, whole)
    )


def _relation(name: str, unit: Unit, series: Measure, direction: Direction) -> Outcome:
    value = mean_of_last(series, WEEKS_PER_QUARTER)
    return Outcome(name, unit, Period.LAST_QUARTER, direction, value, series)


def _ratio(name: str, unit: Unit, part: Measure, whole: Measure, direction: Direction) -> Outcome:
    value = share_over_horizon(part, whole)
    return Outcome(name, unit, Period.HORIZON, direction, value, share(part, whole))


def _yearly(series: Measure) -> Measure:
    """A series per week and partner as its mean over the horizon, times 52."""
    return lambda weekly: mean_of_defined(series(weekly)) * WEEKS_PER_YEAR


def _rush(name: str, last_weeks: int) -> Outcome:
    value = quarter_end_share(_PURCHASES, last_weeks)
    return Outcome(name, Unit.SHARE, Period.QUARTER, Direction.LOWER, value, _PURCHASES)


def _beside(measure: Measure) -> Measure:
    """A measure that means nothing where no rival sells."""

    def value(weekly: Weekly) -> Array:
        found = measure(weekly)
        sold = _RIVALS_SALES(weekly)
        return np.where(sold if found.ndim > 1 else sold.sum(axis=1), found, np.nan)

    return value


def _among_rivals(name: str, unit: Unit, value: Measure, series: Measure) -> Outcome:
    return Outcome(name, unit, Period.HORIZON, Direction.INFORM, _beside(value), _beside(series))


_PACE = yearly_rate(net_contribution, GOING_RATE_WEEKS, WEEKS_PER_YEAR)
_END_TRUST = mean_of_last(_TRUST, WEEKS_PER_QUARTER)
_SPOILED = account("spoiled")


def _given(promises: str, deals: tuple[str, ...]) -> Measure:
    """Promises to every active partner and registrations, per week."""
    own = account(*deals)
    return lambda weekly: own(weekly) + weekly[promises] * weekly["active"]


_WORDS = _given("promises_due", ("registered_won", "breaches"))
_WORDS_KEPT = _given("promises_kept", ("registered_won",))
_VACANT = account("vacant")
TIERS: Final = range(4)


def _mean(series: Measure) -> Measure:
    """A series per week as its mean over the horizon."""
    return lambda weekly: mean_of_defined(series(weekly))


def _spread_of_treatment(weekly: Weekly) -> Array:
    """Standard deviation of how partners of one tier are treated, around the mean of their tier."""
    square, count = np.zeros(weekly.values.shape[:2]), account(*(f"tier_{tier}" for tier in TIERS))(weekly)
    for tier in TIERS:
        here, treated = weekly[f"tier_{tier}"], weekly[f"treated_{tier}"]
        own = np.divide(treated * treated, here, out=np.zeros_like(here), where=here > 0.0)
        square += weekly[f"square_{tier}"] - own
    return np.sqrt(np.maximum(ratio(square, count), 0.0))


_FALSE_ALARMS = share(account("false_alarms"), _ACTIVE)

OUTCOMES: Final[tuple[Outcome, ...]] = (
    _total(HEADLINE, net_contribution, Direction.HIGHER),
    Outcome(GOING_RATE, Unit.MONEY, Period.YEAR, Direction.HIGHER, _PACE, net_contribution),
    _total("revenue", _REVENUE, Direction.HIGHER),
    _total("programme_cost", _PROGRAMME_COST, Direction.LOWER),
    _total("partner_profit", _PARTNER_PROFIT, Direction.HIGHER),
    _level("active_partners", Unit.PARTNERS, _ACTIVE, Direction.HIGHER),
    _level("silent_partners", Unit.PARTNERS, _SILENT, Direction.LOWER),
    Outcome("trust", Unit.INDEX, Period.LAST_QUARTER, Direction.HIGHER, _END_TRUST, _TRUST),
    _part("solution_share", _SOLUTION, _SALES, Direction.HIGHER),
    _total("conflict_loss", _CONFLICT_LOSS, Direction.LOWER),
    _rush("last_four_weeks_share", 4),
    _rush("last_week_share", 1),
    _part("win_rate", _WON, _DECIDED, Direction.HIGHER),
    _part("registered_share", _REGISTERED, _WON, Direction.INFORM),
    _level("pipeline", Unit.DEALS, _PIPELINE, Direction.HIGHER),
    _relation("installed_base", Unit.INDEX, _CONTRACTS, Direction.HIGHER),
    _relation("relational_engagement", Unit.INDEX, _RELATIONAL, Direction.HIGHER),
    _relation("transactional_engagement", Unit.SHARE, _TRANSACTIONAL, Direction.HIGHER),
    _ratio("partner_return", Unit.INDEX, _PARTNER_PROFIT, account("alternative"), Direction.HIGHER),
    _ratio("leverage", Unit.INDEX, _PARTNER_COST, _PROGRAMME_COST, Direction.HIGHER),
    _relation("dependence", Unit.SHARE, _DEPENDENCE, Direction.INFORM),
    _relation("stated_trust", Unit.INDEX, _STATED_TRUST, Direction.INFORM),
    _relation("blind_spot", Unit.PARTNERS, _BLIND_SPOT, Direction.LOWER),
    _ratio("detection_delay", Unit.WEEKS, account("delay_sum"), account("alarms"), Direction.LOWER),
    _relation("support", Unit.INDEX, account("support"), Direction.HIGHER),
    _part("word_kept_share", _WORDS_KEPT, _WORDS, Direction.HIGHER),
    _part("funds_used_share", account("funds_cost"), account("net_revenue"), Direction.INFORM),
    Outcome("spoiled_weeks", Unit.WEEKS, Period.YEAR, Direction.LOWER, _yearly(_SPOILED), _SPOILED),
    Outcome("false_alarms", Unit.ALARMS, Period.YEAR, Direction.LOWER, _yearly(_FALSE_ALARMS), _FALSE_ALARMS),
    _total("recognised_revenue", account("recognised"), Direction.HIGHER),
    _count("signed_partners", "joined", Direction.INFORM),
    _count("left_partners", "left", Direction.LOWER),
    _part("activation_share", account("begun"), account("joined"), Direction.HIGHER),
    _count("second_orders", "second", Direction.HIGHER),
    _ratio(
        "cost_per_second_order", Unit.EACH, account("recruiting_effort"), account("second"), Direction.LOWER
    ),
    _part("requests_well_answered_share", account("well"), account("asked"), Direction.HIGHER),
    _relation("treatment_spread", Unit.INDEX, _spread_of_treatment, Direction.LOWER),
    Outcome("vacant_desks_share", Unit.SHARE, Period.HORIZON, Direction.LOWER, _mean(_VACANT), _VACANT),
    _relation("rivals_share", Unit.SHARE, _RIVALS_SHARE, Direction.INFORM),
    _among_rivals("rivals_sales", Unit.MONEY, over_horizon(_RIVALS_SALES), _RIVALS_SALES),
    _among_rivals(
        "income_from_us",
        Unit.SHARE,
        share_over_horizon(_PARTNER_PROFIT, _VENDORS_PROFIT),
        share(_PARTNER_PROFIT, _VENDORS_PROFIT),
    ),
    _relation("vendor_concentration", Unit.INDEX, _CONCENTRATION, Direction.INFORM),
)
"""All outcomes, the headline first."""

CORE: Final = (
    HEADLINE, GOING_RATE, "revenue", "programme_cost", "partner_profit", "active_partners", "trust",
    "solution_share", "conflict_loss", "last_four_weeks_share",
)  # fmt: skip
"""The outcomes that a short table shows."""

BY_NAME: Final[dict[str, Outcome]] = {outcome.name: outcome for outcome in OUTCOMES}


@dataclass(frozen=True)
class PartnerColumn:
    """One column of the table of partners.

    Attributes
    ----------
    name : in the table
    total : the engine's total per partner and run that it is made of
    is_yearly : whether it is a sum over the horizon, shown per year
    """

    name: str
    total: str
    is_yearly: bool


END_WILLING: Final = "end_willing"

PARTNER_COLUMNS: Final = (
    PartnerColumn("sales_list_per_year", "list_sales", is_yearly=True),
    PartnerColumn("profit_per_year", "profit", is_yearly=True),
    PartnerColumn("payout_per_year", "payout", is_yearly=True),
    PartnerColumn("end_trust", "end_trust", is_yearly=False),
    PartnerColumn("end_willing_share", END_WILLING, is_yearly=False),
)
"""What is shown of each partner: means over futures."""
