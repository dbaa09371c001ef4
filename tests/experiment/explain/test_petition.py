"""Who will come to complain, and over what."""

import numpy as np
import polars as pl
import pytest

import sim
from sim.experiment.comparison import Comparison
from sim.experiment.explain.petition import petition

NO_REBATE = {"name": "none", "rebate.shape": "none", "rebate.steps": ()}
CUT = {"name": "cut", "front.discount_share": (0.15, 0.17, 0.19, 0.21)}


@pytest.fixture(scope="module")
def result() -> Comparison:
    today = sim.load_programme("retro-volume")
    designs = [sim.changed(today, change) for change in (CUT, NO_REBATE, {"name": "same"})]
    return sim.compare(today, designs, weeks=52, futures=5)


def test_without_a_rebate_its_part_of_the_loss_is_what_is_no_longer_paid(result: Comparison) -> None:
    found = petition(result, "none").sort("partner")
    paid = result.partners.filter(pl.col("partner").is_in(found["partner"].to_list())).sort("partner")
    before, after = (paid.filter(design=name)["payout_per_year"] for name in (result.today, "none"))
    assert found.height > 0
    np.testing.assert_allclose(found["payout"], after - before)
    assert found["payout"].sum() < 0.0


def test_a_loss_is_the_sum_of_its_parts(result: Comparison) -> None:
    found = petition(result, "cut")
    assert found.height == 10
    np.testing.assert_allclose(found["payout"] + found["business"], found["change"])


def test_those_who_lose_most_come_first_and_nobody_who_loses_more_is_left_out(result: Comparison) -> None:
    found = petition(result, "cut")
    assert found["change"].is_sorted()
    others = result.partners.filter(design="cut", band="loses much").filter(
        ~result.partners.filter(design="cut", band="loses much")["partner"].is_in(found["partner"].to_list())
    )
    assert others["profit_per_year_difference"].min() >= found["change"].max()


def test_a_cut_of_the_discount_is_lost_in_business_not_in_rebates(result: Comparison) -> None:
    found = petition(result, "cut")
    assert (found["business"] < 0.0).all()
    assert -found["business"].sum() > 5.0 * abs(found["payout"].sum())


def test_where_nothing_changes_nobody_complains(result: Comparison) -> None:
    assert petition(result, "same").is_empty()
