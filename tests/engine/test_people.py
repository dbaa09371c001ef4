"""The chief, managers as persons, what partners ask for: equal in both engines, and what each does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.layout import M, S
from sim.engine.run import Engine, Run
from sim.rules import renewal
from sim.schema.editing import changed
from sim.schema.market import Market
from sim.schema.programme_asking import Leads, Requests
from tests.engine.small import (
    TODAY,
    columns,
    engine,
    futures,
    same,
    small_market,
    unequal,
    unequal_state,
    week,
)
from tests.engine.test_house import divided
from tests.engine.test_parity import twin

ASKING = {
    "chief_leaves_per_year": 0.9,
    "helper_hours_share": 0.3,
    "hiring_weeks": 5.0,
    "requests_per_partner_year": 12.0,
}
BUSY = {
    "organisation.promises_per_year": 6.0, "organisation.fight_hours": 6.0, "organisation.deputy_hours": 2.0,
    "organisation.seminar_share": 0.5, "organisation.certified_share": 0.5,
    "organisation.coaching_share": 0.3,
    "organisation.initiative_share": 0.3, "leads.per_year": 300.0,
}  # fmt: skip
ANSWERS = tuple(Requests.model_fields["answer"].annotation.__args__)
LEAD_RULES = tuple(Leads.model_fields["rule"].annotation.__args__)


def peopled(*counts: int, **house: float) -> Market:
    """The divided house with several managers, launches, requests and growing use."""
    market = divided(*counts, **{**ASKING, **house})
    vendor = market.vendor.model_copy(update={"launches_per_year": 4.0, "usage_growth_per_year": 0.1})
    return market.model_copy(update={"vendor": vendor, "partners_per_manager": 3})


@pytest.fixture(scope="module")
def lively() -> Engine:
    return engine(peopled(2, 4, 4, 4))


@pytest.mark.parametrize(("answer", "rule"), list(zip(ANSWERS, LEAD_RULES, strict=True)))
def test_engines_agree_where_people_act(lively: Engine, answer: str, rule: str) -> None:
    drawn = futures(1, seed=3)
    start = lively.week0(drawn)
    hires = "consultants" if answer in ("looked-at", "refused") else "as-ever"
    new = changed(
        lively.today,
        {
            **BUSY, "requests.answer": answer, "requests.reasons": answer == "looked-at", "leads.rule": rule,
            "organisation.hires": hires, "name": "new",
        },
    )  # fmt: skip
    runs = [kind.run(start, new, drawn, 80, change_week=4) for kind in (lively, twin(lively))]
    assert unequal(*runs, lively.partners.size) == []
    assert same(runs[0].end.desks, runs[1].end.desks)
    assert all(week(runs[0], name).sum() > 0 for name in ("asked", "leads", "vacant", "treated_0"))


def test_the_whole_burn_in_agrees() -> None:
    ours, drawn = engine(peopled(1, 3, 3, 3)), futures(1, seed=5)
    one, other = (kind.week0(drawn) for kind in (ours, twin(ours)))
    assert unequal_state(one, other, ours.partners.size) == []
    assert same(one.desks, other.desks)


def run(
    market: Market, changes: dict[str, object], weeks: int = 104, count: int = 12, **assumptions: float
) -> Run:
    """Many futures of a design under one market."""
    ours, drawn = engine(market), futures(count, seed=2, **assumptions)
    new = changed(TODAY, {"name": "new", **changes}) if changes else TODAY
    return ours.run(ours.week0(drawn), new, drawn, weeks)


@pytest.fixture(scope="module")
def answers() -> dict[str, Run]:
    market = peopled(6, 20, 20, 20)
    return {answer: run(market, {"requests.answer": answer}) for answer in ANSWERS}


def trust(result: Run) -> float:
    """Mean trust of partners that sell, over the last year."""
    return float(
        np.mean(week(result, "trust_sum")[:, -52:].sum(axis=1) / week(result, "active")[:, -52:].sum(axis=1))
    )


def test_who_asks_does_not_depend_on_the_answer(answers: dict[str, Run]) -> None:
    first = [week(answers[answer], "asked")[:, 0] for answer in ANSWERS]
    assert all(np.array_equal(first[0], other) for other in first)


def test_requests_are_granted_as_the_answer_says(answers: dict[str, Run]) -> None:
    asked, granted = (
        {name: week(one, what).sum() for name, one in answers.items()} for what in ("asked", "granted")
    )
    assert granted["unanswered"] == granted["refused"] == 0.0
    assert granted["granted"] == asked["granted"]
    assert 0.0 < granted["looked-at"] < asked["looked-at"]


def test_looking_is_right_as_often_as_the_hours_say() -> None:
    """1 - .5 * 2^-(hours / half): closed form with the default half of 1.5 hours."""
    market, drawn = peopled(6, 20, 20, 20), futures(12, looking_half_hours=1.5)
    ours = engine(market)
    start = ours.week0(drawn)
    for hours in (0.0, 1.5, 6.0):
        result = ours.run(start, changed(TODAY, {"name": "new", "requests.hours_each": hours}), drawn, 104)
        right, asked = week(result, "well").sum(), week(result, "asked").sum()
        expected = 1.0 - 0.5 * 0.5 ** (hours / 1.5)
        assert abs(right / asked - expected) < 4.0 * np.sqrt(0.25 / asked)


def test_a_look_with_reasons_keeps_more_trust_than_silence(answers: dict[str, Run]) -> None:
    assert trust(answers["looked-at"]) > trust(answers["refused"]) > trust(answers["unanswered"])


def test_a_favour_without_sense_is_paid_for_by_those_who_hear_of_it(answers: dict[str, Run]) -> None:
    """Granting everything pleases those who ask; their neighbours lose what the favoured do not."""
    heard = [columns(one.end.state[:, 0], 66, type(S))["heard_ill"].sum() for one in answers.values()]
    by_answer = dict(zip(answers, heard, strict=True))
    assert by_answer["granted"] > 0.0
    assert by_answer["granted"] > by_answer["looked-at"]


def test_leads_are_handed_out_to_the_last_one_and_found_by_chance() -> None:
    """All weights together get the worth of the pool: pool * (1 - exp(-n / pool)) a year."""
    result = run(peopled(6, 20, 20, 20), {"leads.per_year": 3000.0}, weeks=60)
    handed = week(result, "leads")[:, 8:].mean() * 52.0
    assert handed == pytest.approx(2000.0 * (1.0 - np.exp(-1.5)), rel=0.02)


def test_leads_become_opportunities() -> None:
    """As many more come as there are leads worth having times their quality, where leads please nobody."""
    market, plain = (
        peopled(6, 20, 20, 20, requests_per_partner_year=0.0),
        {"trust_lead": 0.0, "lead_quality": 0.3},
    )
    runs = [run(market, {"leads.per_year": leads}, 60, 24, **plain) for leads in (3000.0, 0.0)]
    more, none = (week(result, "arrivals")[:, 8:60].sum(axis=1) for result in runs)
    surplus = more - none - 0.3 * week(runs[0], "leads")[:, 8:60].sum(axis=1)
    assert abs(surplus.mean()) < 4.0 * surplus.std(ddof=1) / np.sqrt(24)


def test_a_desk_is_empty_for_as_long_as_hiring_takes() -> None:
    """Renewal: of the time, hiring / (hiring + 1 / hazard) is empty."""
    result = run(peopled(2, 40, 40, 40, hiring_weeks=20.0), {}, weeks=156)
    hazard = -np.log(1.0 - 0.8) / 52.0
    expected = 20.0 / (20.0 + 1.0 / (1.0 - np.exp(-hazard)))
    assert week(result, "vacant").mean() == pytest.approx(expected, rel=0.06)


def test_a_new_chief_is_a_stranger_for_half_a_year_or_two_contacts() -> None:
    ours, drawn = engine(peopled(2, 8, 8, 8)), futures(6, stranger_weeks=26.0, stranger_touch=0.5)
    start = ours.week0(drawn)
    result = ours.run(start, TODAY, drawn, 60)
    strange = columns(result.end.state[:, 0], ours.partners.size, type(S))["strange"]
    assert np.all((strange >= 0.0) & (strange <= 1.0))
    known = ours.run(start, changed(TODAY, {"name": "new", "organisation.deputy_hours": 20.0}), drawn, 60)
    less = columns(known.end.state[:, 0], ours.partners.size, type(S))["strange"]
    assert less.sum() < 0.2 * strange.sum()


def test_nobody_is_a_stranger_and_nobody_asks_in_the_baseline() -> None:
    ours, drawn = engine(small_market(2, 5, 5, 5)), futures(2)
    result = ours.run(ours.week0(drawn), TODAY, drawn, 30)
    state = columns(result.end.state[:, 0], ours.partners.size, type(S))
    assert not state["strange"].any()
    assert not any(week(result, name).any() for name in ("asked", "leads", "vacant"))
    assert result.end.desks.shape[2] == 1
    assert np.all(result.end.desks[..., M.quality] == 1.0)


@given(st.floats(0.3, 0.99), st.floats(13.0, 260.0), st.floats(0.0, 0.01))
def test_contracts_rest_with_and_without_growing_use(usual: float, term: float, usage: float) -> None:
    """Closed form: usual sales make up for what is not renewed beside growth through use."""
    grown = renewal.growth_by_use(usual, term, usage)
    sold = renewal.contracts_sold(usual, term, grown)
    after = renewal.base_after(1.0, 1.0 / term, usual / term, 1.0, sold, grown)
    assert after == pytest.approx(1.0, abs=1e-12)
    assert 0.0 <= sold <= (1.0 - usual) / term


def test_use_that_grows_makes_contracts_outlast_weak_sales() -> None:
    """Where nobody is won back and sales fall, a larger part of contracts is still there."""
    quiet = small_market(3, 20, 20, 20)
    used = quiet.model_copy(update={"vendor": quiet.vendor.model_copy(update={"usage_growth_per_year": 0.1})})
    cut = {"front.discount_share": (0.0, 0.0, 0.0, 0.0)}
    left = [week(run(market, cut, count=8), "base_sum")[:, -13:].sum(axis=1) for market in (quiet, used)]
    whole = [week(run(market, {}, count=8), "base_sum")[:, -13:].sum(axis=1) for market in (quiet, used)]
    kept = [one / other for one, other in zip(left, whole, strict=True)]
    assert np.all(kept[1] > kept[0])
