"""Nothing is lost and nothing appears: deals, money, stock, on every shipped programme."""

from pathlib import Path

import numpy as np
import pytest

from sim.engine.run import PARTNER_TOTALS, Engine, Week0
from sim.schema.loading import load_programme
from tests.engine.small import assert_conserved, week

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "scenarios" / "programmes").glob("*.yaml"))


def test_there_are_programmes_to_look_at() -> None:
    assert len(SHIPPED) >= 5


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_conserved(file: Path, few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, load_programme(file), two_futures, 52)
    assert np.all(np.isfinite(run.weekly))
    assert np.all(np.sum(week(run, "won"), axis=1) > 0)
    assert_conserved(run, start, few.partners.count)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_partners_and_vendor_keep_the_same_books(file: Path, few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, load_programme(file), two_futures, 52)
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
    }
    for name, weekly in pairs.items():
        np.testing.assert_allclose(totals[name], np.sum(weekly, axis=1), rtol=0, atol=0.005, err_msg=name)


def test_stock_is_held_somewhere(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, load_programme("retro-volume"), two_futures, 52)
    assert np.max(week(run, "stock_list")) > 0
