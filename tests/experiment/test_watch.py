"""What is worth watching."""

import numpy as np

from sim.experiment.findings import find
from sim.experiment.measured import Measured
from sim.experiment.outcomes import ACCOUNTS, OUTCOMES
from sim.experiment.watch import lasting_loss, watch_line
from tests.experiment.toy import futures

PLACES = {outcome.name: place for place, outcome in enumerate(OUTCOMES)}
WEEKS, RUNS = 52, 20


def measured(**levels: float | np.ndarray) -> Measured:
    """Runs in which active partners are 100 and trust .6 unless said otherwise."""
    series = np.zeros((RUNS, WEEKS, len(OUTCOMES)))
    for name, level in ({"active_partners": 100.0, "trust": 0.6} | levels).items():
        series[:, :, PLACES[name]] = level
    accounts, totals = np.zeros((RUNS, len(ACCOUNTS))), np.zeros((3, 8))
    segments, largest = np.zeros((RUNS, 5, 8)), np.zeros((RUNS, 21))
    return Measured(series[:, -1], accounts, series, totals, segments, largest)


def line(today: Measured, design: Measured, lost: dict[str, float] | None = None) -> str | None:
    return watch_line(today, design, find("B", today, design, futures(np.arange(RUNS))), lost or {})


def test_a_loss_has_happened_by_the_month_in_which_nine_tenths_are_gone() -> None:
    fall = np.full(WEEKS, 86.0)
    fall[:20], fall[20:30] = 100.0, 90.0
    paths = np.tile(fall, (RUNS, 1))
    loss = lasting_loss(np.full((RUNS, WEEKS), 100.0), paths)
    assert loss == (14.0, 8), "week 31 lies in month 8"


def test_a_loss_in_some_futures_only_is_not_reported() -> None:
    some = np.full((RUNS, WEEKS), 100.0)
    some[:15] = 50.0
    assert lasting_loss(np.full((RUNS, WEEKS), 100.0), some) is None


def test_a_small_loss_is_not_worth_a_word() -> None:
    today = np.full((RUNS, WEEKS), 100.0)
    assert lasting_loss(today, today - 1.99) is None
    assert lasting_loss(today, today - 2.01) is not None


def test_lost_partners_come_first_with_the_segment_that_loses_most() -> None:
    design = measured(active_partners=86.0, trust=0.3)
    assert line(measured(), design) == "14 active partners fewer by month 1"
    mostly = line(measured(), design, {"boutique": 11.0, "reseller": 3.0, "large_integrator": -4.0})
    assert mostly == "14 active partners fewer by month 1 (mostly: boutiques)"
    assert (
        line(measured(), design, {"boutique": 7.0, "reseller": 7.0}) == "14 active partners fewer by month 1"
    )


def test_then_trust_then_money() -> None:
    assert line(measured(), measured(trust=0.5)) == "trust of the active partners falls by 0.10 by month 1"
    poorer = line(measured(partner_profit=100.0), measured(partner_profit=90.0))
    assert poorer == "partners earn ¤10 less over 1 year"
    assert line(measured(), measured(conflict_loss=50.0)) == "conflict costs ¤50 more over 1 year"


def test_nothing_to_watch_says_nothing() -> None:
    assert line(measured(), measured()) is None
    assert line(measured(), measured(active_partners=120.0, trust=0.9)) is None


def test_trust_that_is_never_defined_is_no_loss() -> None:
    assert line(measured(trust=np.nan), measured(trust=np.nan)) is None
