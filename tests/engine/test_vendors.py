"""Several vendors on the same partners: time is sold once, and whoever pays better gets more of it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engine.agents.run import MesaEngine
from sim.engine.layout import State, W
from sim.engine.run import Engine, Run, Week0
from sim.engine.vendors import unnamed_weights
from sim.population.rivals import rivals_of
from sim.rules import effort
from sim.schema.loading import load_programme
from sim.schema.market import Market
from sim.schema.programme import Programme
from sim.schema.rival import Answer, Rival, Wallets
from tests.engine.conftest import COUNTS
from tests.engine.small import TODAY, columns, engine, futures, same, small_market, unequal, variant, week

BETTER = load_programme("more-money")


def rival(
    name: str,
    wallet: float = 0.15,
    programme: Programme = TODAY,
    answer: Programme | None = None,
    after: int = 6,
) -> Rival:
    wallets = Wallets(**dict.fromkeys(Wallets.model_fields, wallet))
    dated = Answer(programme=answer, after_weeks=after) if answer else None
    return Rival(name=name, programme=programme, wallet_share=wallets, answer=dated)


def beside(*rivals: Rival, counts: tuple[int, ...] = COUNTS, **facts: float) -> Market:
    return small_market(*counts, **facts).model_copy(update={"rivals": rivals})


@pytest.fixture(scope="module")
def three() -> Engine:
    """38 partners with two rivals, of which one answers after six weeks."""
    return engine(
        beside(rival("leader", 0.2, answer=BETTER), rival("other", 0.1, load_programme("flat-margin")))
    )


@pytest.fixture(scope="module")
def at_start(three: Engine, two_futures) -> Week0:
    return three.week0(two_futures)


def shares(run: Run | Week0, count: int) -> np.ndarray:
    """Share of capacity that each vendor holds: [futures, vendors, partners]."""
    state = run.end.state if isinstance(run, Run) else run.state
    found = []
    for v in range(state.shape[1]):
        fields = columns(np.ascontiguousarray(state[:, v]), count, State)
        found.append((fields["share_p"] + fields["share_s"]) * (fields["willing"] > 0.0))
    return np.stack(found, axis=1)


def sum_of(run: Run, name: str) -> float:
    return float(week(run, name).sum())


def test_both_engines_agree_with_three_vendors(three: Engine, at_start: Week0, two_futures) -> None:
    twin = MesaEngine(three.market, three.today, three.partners)
    runs = [kind.run(at_start, BETTER, two_futures, 20, change_week=2) for kind in (three, twin)]
    assert week(runs[0], "rivals_list").min() > 0.0
    assert unequal(*runs, three.partners.size) == []
    rivals = [np.ascontiguousarray(run.end.state[:, 1:, ..., :38]) for run in runs]
    assert same(*rivals)


def test_both_engines_agree_on_the_burn_in_with_a_rival_and_a_roster_that_moves() -> None:
    moving = beside(rival("leader", 0.3), counts=(1, 3, 4, 4), exit_per_year=0.6)
    roster = moving.roster.model_copy(update={"turnover_share": 1.0, "reachable_share": 0.004})
    ours, drawn = engine(moving.model_copy(update={"roster": roster})), futures(1, seed=5)
    twin = MesaEngine(ours.market, ours.today, ours.partners)
    starts = [kind.week0(drawn, 156) for kind in (ours, twin)]
    places = np.s_[..., : ours.partners.size]
    assert same(*(start.state.reshape(1, 2, -1, len(State._fields), 128)[places] for start in starts))


def test_time_is_split_by_the_closed_form() -> None:
    """Margins of .10, .12 and .12 and an elasticity of one half: .2577, .3711, .3711 of all time (CF19)."""
    pulls = [margin ** (1.0 / (1.0 - 0.5)) for margin in (0.10, 0.12, 0.12)]
    everything = sum(effort.weight_now(pull, 1.0) for pull in pulls)
    found = [effort.wanted_share(pull, 0.0, effort.weight_of_others(everything, pull)) for pull in pulls]
    assert found == pytest.approx([0.2577, 0.3711, 0.3711], abs=5e-5)


def test_where_everybody_sells_for_everybody_the_rest_is_what_the_wallets_leave() -> None:
    ours = engine(beside(rival("leader", 0.2), rival("other", 0.1)))
    worlds = [one.world for one in ours.vendors]
    wallet = ours.partners.facts.wallet
    always = unnamed_weights(worlds, np.ones_like(worlds[0].ids, dtype=float))
    never = unnamed_weights(worlds, np.zeros_like(worlds[0].ids, dtype=float))
    count = ours.partners.size
    assert always[0].ravel()[:count] == pytest.approx(1.0 - wallet - 0.3)
    assert always[1].ravel()[:count] == pytest.approx(1.0 - wallet - 0.3)
    assert never[0].ravel()[:count] == pytest.approx(1.0 - wallet)


def test_a_rivals_partners_are_ours_with_sales_by_its_wallet() -> None:
    market = beside(rival("leader", 0.36))
    partners = engine(market).partners
    (seen,) = rivals_of(market, partners)
    assert np.array_equal(seen.partners.ids, partners.ids)
    ratio = seen.partners.facts.weekly_list / partners.facts.weekly_list
    assert ratio == pytest.approx(0.36 / partners.facts.wallet)
    assert np.all(seen.partners.facts.start_enrolled == 1.0)
    assert seen.partners.facts.start_willing.tolist() != partners.facts.start_willing.tolist()


def test_naming_rivals_leaves_our_usual_share_where_the_market_file_puts_it() -> None:
    counts, drawn = (6, 40, 60, 60), futures(4)
    alone = engine(small_market(*counts))
    named = engine(beside(rival("leader", 0.25), rival("other", 0.15), counts=counts))
    usual = [one.run(one.week0(drawn), TODAY, drawn, 26) for one in (alone, named)]
    per_active = [sum_of(run, "share_sum") / sum_of(run, "active") for run in usual]
    assert per_active[1] == pytest.approx(per_active[0], rel=0.05)


HARD = variant("retro-volume", front__discount_share=(0.6, 0.6, 0.6, 0.6), rewards__solution_share=0.2)


@settings(max_examples=12)
@given(st.integers(0, 5), st.integers(4, 40), st.integers(0, 10), st.sampled_from([BETTER, HARD]))
def test_no_hour_is_sold_twice(crowded: tuple[Engine, Week0], change, weeks, seed, design) -> None:
    ours, start = crowded
    run = ours.run(start, design, futures(1, seed=seed), weeks, change_week=change)
    held = shares(run, ours.partners.size)
    assert np.all(held.sum(axis=1) < 1.0)
    assert np.all(held >= 0.0)
    assert sum_of(run, "rivals_share_sum") + sum_of(run, "share_sum") < sum_of(run, "active")


@pytest.fixture(scope="module")
def crowded() -> tuple[Engine, Week0]:
    """Wallets that leave next to nothing, and a rival that answers in kind."""
    market = beside(
        rival("leader", 0.35, answer=HARD, after=0),
        rival("other", 0.25),
        wallet_share=0.39,
        dormancy_per_year=0.8,
    )
    ours = engine(market)
    return ours, ours.week0(futures(1))


def test_the_order_of_rivals_changes_nothing(three: Engine, at_start: Week0, two_futures) -> None:
    market = three.market.model_copy(update={"rivals": three.market.rivals[::-1]})
    turned = engine(market)
    runs = [
        one.run(start, BETTER, two_futures, 20)
        for one, start in ((three, at_start), (turned, turned.week0(two_futures)))
    ]
    names = [name for name in W._fields if name.startswith("rivals_")]
    for name in (*names, "share_sum", "net_revenue"):
        np.testing.assert_allclose(week(runs[0], name), week(runs[1], name), rtol=1e-12)


def test_a_programme_with_another_name_changes_nothing(three: Engine, at_start: Week0, two_futures) -> None:
    runs = [
        three.run(at_start, one, two_futures, 30)
        for one in (TODAY, TODAY.model_copy(update={"name": "same"}))
    ]
    assert unequal(*runs, three.partners.size) == []


def test_a_rival_answers_on_its_day_and_takes_time_back(three: Engine, at_start: Week0, two_futures) -> None:
    still = engine(three.market.model_copy(update={"rivals": _without_answers(three.market)}))
    answered, unanswered = (one.run(at_start, BETTER, two_futures, 78) for one in (three, still))
    assert same(answered.weekly[:, :6], unanswered.weekly[:, :6])
    assert not same(answered.weekly[:, 6:8], unanswered.weekly[:, 6:8])
    assert sum_of(answered, "share_sum") < sum_of(unanswered, "share_sum")
    assert sum_of(answered, "rivals_share_sum") > sum_of(unanswered, "rivals_share_sum")


def _without_answers(market: Market) -> tuple[Rival, ...]:
    return tuple(one.model_copy(update={"answer": None}) for one in market.rivals)


def test_what_we_win_rivals_lose(three: Engine, at_start: Week0, two_futures) -> None:
    still = engine(three.market.model_copy(update={"rivals": _without_answers(three.market)}))
    today, better = (still.run(at_start, one, two_futures, 78) for one in (TODAY, BETTER))
    assert sum_of(better, "share_sum") > sum_of(today, "share_sum")
    assert sum_of(better, "rivals_share_sum") < sum_of(today, "rivals_share_sum")
    assert sum_of(better, "rivals_list") < sum_of(today, "rivals_list")


def test_a_market_without_rivals_has_no_sums_of_them(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, TODAY, two_futures, 4)
    names = [name for name in W._fields if name.startswith(("rivals_", "beside_", "concentration_"))]
    assert len(names) == 5
    assert all(np.all(week(run, name) == 0.0) for name in names)


def test_seven_rivals_fit(two_futures) -> None:
    market = beside(*(rival(f"r{number}", 0.08) for number in range(7)), counts=(1, 2, 2, 2))
    ours = engine(market)
    drawn = futures(1)
    run = ours.run(ours.week0(drawn), BETTER, drawn, 8)
    assert np.all(np.isfinite(run.end.state))
    assert np.all(shares(run, ours.partners.size).sum(axis=1) < 1.0)
    assert 1 / 8 <= sum_of(run, "concentration_sum") / sum_of(run, "beside_rivals") <= 1.0


def test_recording_and_replay_go_on_week_by_week(three: Engine, at_start: Week0, two_futures) -> None:
    plain = three.run(at_start, TODAY, two_futures, 14)
    taped = three.run(at_start, TODAY, two_futures, 14, replay="record", with_sales=True)
    assert unequal(plain, taped, three.partners.size) == []
    np.testing.assert_allclose(taped.sales[:, :, 0].sum(axis=2), week(plain, "bought_list"), rtol=1e-12)
    again = three.run(at_start, BETTER, two_futures, 14, replay="behaviour", tape=taped.tape)
    held, usual = (columns(run.end.state[:, 0], three.partners.size, State) for run in (again, plain))
    assert same(held["share_p"], usual["share_p"])
    assert same(held["share_s"], usual["share_s"])


def test_a_partner_tells_of_us_alone(three: Engine, at_start: Week0, two_futures) -> None:
    run = three.run(at_start, TODAY, two_futures, 13)
    busiest = int(np.argmax(run.partner[1, :, 4]))
    alone = Week0(*(array[1:2] for array in vars(at_start).values()))
    twin = MesaEngine(three.market, three.today, three.partners)
    story = twin.story(alone, TODAY, two_futures.part(1, 2), 13, partner=busiest)
    assert len([event for event in story if event.what == "won"]) == run.partner[1, busiest, 4]
