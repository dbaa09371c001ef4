"""Nothing is lost and nothing appears: deals, money, stock, on every shipped programme."""

from pathlib import Path

import numpy as np
import pytest

from sim.engine.run import PARTNER_TOTALS, Engine, Run, Week0
from sim.schema.loading import load_programme
from tests.engine.small import (
    assert_deals_end_or_are_open,
    assert_payments_are_their_parts,
    assert_stock_is_bought_and_not_sold,
    week,
)

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "scenarios" / "programmes").glob("*.yaml"))


def test_there_are_programmes_to_look_at() -> None:
    assert len(SHIPPED) >= 5


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda file: file.stem)
def run(request: pytest.FixtureRequest, few: Engine, start: Week0, two_futures) -> Run:
    """A year of a shipped programme in two futures."""
    return few.run(start, load_programme(request.param), two_futures, 52)


def test_every_opportunity_ends_or_is_open(run: Run, few: Engine, start: Week0) -> None:
    assert np.all(np.isfinite(run.weekly))
    assert np.all(np.sum(week(run, "won"), axis=1) > 0)
    assert_deals_end_or_are_open(run, start, few.partners.size)


def test_payments_are_the_sum_of_their_parts(run: Run) -> None:
    assert_payments_are_their_parts(run)


def test_stock_is_what_was_bought_and_not_sold(run: Run, few: Engine, start: Week0) -> None:
    assert_stock_is_bought_and_not_sold(run, start, few.partners.size)


def test_partners_and_vendor_keep_the_same_books(run: Run) -> None:
    totals = dict(zip(PARTNER_TOTALS, np.sum(run.partner, axis=1).T, strict=True))
    sold = week(run, "list_product") + week(run, "list_solution")
    earned = [week(run, f"partner_{part}") for part in ("margin", "services", "payout")]
    profit = np.sum(earned, axis=0) - week(run, "partner_selling_cost")
    pairs = {
        "payout": week(run, "partner_payout"),
        "list_sales": sold,
        "won": week(run, "won"),
        "profit": profit,
        "weeks_selling": week(run, "active"),
        "own_cost": week(run, "partner_selling_cost"),
    }
    for name, weekly in pairs.items():
        np.testing.assert_allclose(totals[name], np.sum(weekly, axis=1), rtol=0, atol=0.005, err_msg=name)
    contact = totals["given"] - totals["payout"]
    assert np.all(contact > 0.0)
    assert np.all(contact < np.sum(week(run, "contact_cost"), axis=1)), (
        "managers are paid for no single partner"
    )


def test_stock_is_held_somewhere(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, load_programme("retro-volume"), two_futures, 52)
    assert np.max(week(run, "stock_list")) > 0
