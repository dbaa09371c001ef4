"""The protocol of plan shapes: what sellers see, equal payout, and chance effort that answers nothing."""

from __future__ import annotations

import numpy as np
import pytest

from sim.engine.layout import S, W
from sim.evidence import protocol
from sim.evidence.protocol import Setting, after, bonus, equal_pay, equal_size, paid, planned, sellers
from sim.evidence.world import World, column

SEEDS = 3


@pytest.fixture(scope="module")
def world() -> World:
    return World(SEEDS)


@pytest.mark.parametrize("wanted", [0.2, 1.0, 1.7])
@pytest.mark.parametrize("power", [0.6, 1.0, 1.4])
def test_the_scale_that_pays_an_amount_is_found(wanted: float, power: float) -> None:
    found = equal_size(lambda size: size**power, wanted)
    assert found**power == pytest.approx(wanted, rel=protocol.TOLERANCE)


@pytest.mark.parametrize("wanted", [100.0, 1e-6])
def test_an_amount_out_of_reach_is_refused(wanted: float) -> None:
    with pytest.raises(ValueError, match="sign"):
        equal_size(lambda size: size, wanted)


def test_plans_of_other_shapes_are_made_to_pay_the_same(world) -> None:
    here = sellers(world)
    wanted = paid(after(here, planned(here.today, "retroactive", [(0.8, 0.02), (1.0, 0.05)])))
    for plan in (planned(here.today, "flat", [(0.0, 0.01)]), bonus(here.today, 0.05)):
        assert paid(after(here, plan)) != pytest.approx(wanted, rel=0.2)
        assert paid(after(here, equal_pay(here, plan, wanted))) == pytest.approx(
            wanted, rel=protocol.TOLERANCE
        )


def test_a_bonus_pays_its_share_of_the_quota_and_nothing_beyond(world) -> None:
    setting = Setting(quota=1.0)
    here = sellers(world, setting)
    run = after(here, bonus(here.today, 0.05), with_sales=True)
    facts, sales = here.engine.partners.facts, run.sales[:, protocol.SETTLE :, 0]
    quota = facts.weekly_list * 13.0
    reached = sales.reshape(SEEDS, -1, 13, here.engine.partners.size).sum(axis=2) >= quota
    front = here.today.front.discount_share[0]
    expected = 0.05 * (1.0 - front) * float((reached * quota).sum(axis=(1, 2)).mean())
    assert paid(run) == pytest.approx(expected, rel=1e-5)


def test_sellers_all_sell_see_their_pay_and_meet_no_direct_seller(world) -> None:
    run = after(sellers(world))
    assert np.all(run.weekly[:, :, W.active] == protocol.SELLERS)
    assert np.all(run.weekly[:, :, W.incidents] == 0.0)
    assert np.all(run.weekly[:, :, W.understanding_sum] > 0.98 * protocol.SELLERS)


def test_one_quota_for_all_is_that_of_the_mean_seller(world) -> None:
    here = sellers(world, Setting(quota=1.25, common=True))
    targets = column(after(here, bonus(here.today, 0.02)), S.target, protocol.SELLERS)
    facts = here.engine.partners.facts
    usual = 1.25 * 13.0 * float((facts.deals * facts.mean_deal).mean())
    assert targets == pytest.approx(np.full_like(targets, usual))
    assert np.std(facts.deals * facts.mean_deal) > 0.3 * np.mean(facts.deals * facts.mean_deal)


def test_thirds_are_equal_and_ordered(world) -> None:
    here = sellers(world)
    facts = here.engine.partners.facts
    parts = protocol.thirds(here)
    assert [part.sum() for part in parts] == [100.0, 100.0, 100.0]
    sizes = [(facts.deals * facts.mean_deal)[part > 0.0] for part in parts]
    assert sizes[0].max() <= sizes[1].min()
    assert sizes[1].max() <= sizes[2].min()


def test_chance_effort_moves_and_answers_no_pay() -> None:
    here = sellers(World(2, "placebo"))
    usual, rich = after(here), after(here, planned(here.today, "flat", [(0.0, 0.30)]))
    efforts = [column(run, S.share_p, protocol.SELLERS) for run in (usual, rich)]
    assert np.array_equal(*efforts)
    assert np.std(np.log(efforts[0]), axis=1).min() > 0.3
    assert np.array_equal(usual.weekly[:, :, W.bought_list], rich.weekly[:, :, W.bought_list])


def test_the_model_itself_answers_pay(world) -> None:
    here = sellers(world)
    assert np.all(protocol.lift(after(here, planned(here.today, "flat", [(0.0, 0.10)])), after(here)) > 0.02)


def test_a_ratio_of_means_keeps_its_spread() -> None:
    amounts, whole = np.array([2.0, 4.0, 6.0]), np.array([1.0, 2.0, 3.0])
    assert protocol.ratio_of_means(amounts, whole) == pytest.approx([2.0, 2.0, 2.0])
    uneven = protocol.ratio_of_means(amounts, np.array([3.0, 2.0, 1.0]))
    assert uneven.mean() == pytest.approx(2.0)
    assert uneven.std() > 1.0
