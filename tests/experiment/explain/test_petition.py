"""Who will come to complain, and over what."""

import numpy as np
import polars as pl
import pytest

import sim
from sim.experiment.bench import Bench
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design
from sim.experiment.explain.levers import Credit, credit_of
from sim.experiment.explain.petition import petition, tiers_lost
from sim.experiment.request import Request
from sim.experiment.setting import prepare

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


MIXED = {
    "name": "mixed",
    "rebate.size": 0.25,
    "front.discount_share": (0.21, 0.24, 0.27, 0.30),
    "direct.rule": "hard-deck",
}


@pytest.fixture(scope="module")
def mixed() -> tuple[Comparison, Credit]:
    today = sim.load_programme("retro-volume")
    bench = Bench(prepare(today, "baseline"), today, Request(weeks=52, futures=5))
    design = Design(sim.changed(today, MIXED))
    return bench.whole([design]), credit_of(bench, design, bench.futures(5))


def test_what_the_levers_do_to_a_partner_adds_up_to_its_change(mixed: tuple[Comparison, Credit]) -> None:
    result, credit = mixed
    change = result.partners.filter(design="mixed")["profit_per_year_difference"]
    np.testing.assert_allclose(credit.partners.sum(axis=1), change, atol=1e-3)
    assert credit.partners.shape == (len(result.roster.ids), len(credit.groups))


def test_the_rule_behind_a_complaint_is_the_lever_that_takes_most(mixed: tuple[Comparison, Credit]) -> None:
    result, credit = mixed
    told = petition(result, "mixed", credit, most=1000)
    assert told.height > 10
    for row in told.filter(pl.col("change") < 0.0).iter_rows(named=True):
        own = credit.partners[result.roster.ids.index(row["partner"])]
        assert row["by_levers"] == pytest.approx(own.min())
        assert row["levers"] == " ".join(credit.groups[own.argmin()])
    assert "direct.rule" not in told.filter(pl.col("payout") < 0.9 * pl.col("change"))["levers"].to_list()


def test_without_shares_of_the_levers_there_is_no_rule(result: Comparison) -> None:
    assert petition(result, "cut").select("levers", "by_levers").null_count().row(0) == (10, 10)


def test_who_can_no_longer_reach_a_tier_loses_it_and_is_on_the_list() -> None:
    """Thresholds nobody reaches: everybody with a tier loses it, and nobody else."""
    today = sim.load_programme("retro-volume")
    out_of_reach = {"name": "far", "front.tier_threshold_list": (18e6, 19e6, 20e6)}
    result = sim.compare(today, sim.changed(today, out_of_reach), weeks=104, futures=5)
    lost = tiers_lost(result, "far")
    held = result.roster.tiers(result.measured[result.today])
    assert [tier or "registered" for tier in lost["tier_before"]] == held
    named = set(petition(result, "far", most=1000).drop_nulls("tier_after")["partner"])
    losers = lost["tier_after"].is_not_null().to_list()
    assert named == {name for name, loses in zip(result.roster.ids, losers, strict=True) if loses}
    assert len(named) > 10
