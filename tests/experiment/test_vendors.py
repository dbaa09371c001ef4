"""Comparisons in a market that names rivals."""

from math import isnan

import numpy as np
import pytest

from sim.experiment.compare import compare
from sim.experiment.comparison import Comparison
from sim.experiment.outcomes import BY_NAME, OUTCOMES
from sim.experiment.setting import prepare
from sim.schema.loading import load_case, load_market, load_programme
from sim.schema.market import SEGMENTS, Market, Segments

RIVALS = "rivals_share", "rivals_sales", "income_from_us", "vendor_concentration"
TODAY = load_programme("retro-volume")


def small(name: str) -> Market:
    whole = load_market(name)
    parts = {
        kind: whole.segments[kind].model_copy(update={"partners": count})
        for kind, count in zip(SEGMENTS, (3, 12, 14, 10), strict=True)
    }
    return whole.model_copy(update={"segments": Segments(**parts)})


def ask(name: str, *designs: str, weeks: int = 60) -> Comparison:
    others = [load_programme(one) for one in designs]
    return compare(TODAY, others, small(name), weeks=weeks, futures=10, cache=False)


@pytest.fixture(scope="module")
def answered() -> Comparison:
    return ask("three-vendors", "more-money")


def today_of(result: Comparison, name: str) -> np.ndarray:
    return result.measured[result.today].values[:, OUTCOMES.index(BY_NAME[name])]


def test_what_is_said_of_rivals_is_a_share(answered: Comparison) -> None:
    for name in ("rivals_share", "income_from_us", "vendor_concentration"):
        values = today_of(answered, name)
        assert np.all((values > 0.0) & (values < 1.0)), name
    assert np.all(today_of(answered, "rivals_share") + today_of(answered, "dependence") < 1.0)
    assert np.all(today_of(answered, "rivals_sales") > 0.0)


def test_where_nobody_is_named_they_mean_nothing() -> None:
    alone = ask("baseline", "more-money", weeks=30)
    for name in RIVALS:
        assert np.all(np.isnan(today_of(alone, name)))
        assert isnan(alone.findings["more-money"][name].difference.mean)


def test_no_change_is_no_difference_although_a_rival_would_answer() -> None:
    result = compare(
        TODAY, TODAY.model_copy(update={"name": "the same"}), small("three-vendors"),
        weeks=40, futures=5, cache=False,
    )  # fmt: skip
    one, other = (result.measured[name] for name in (result.today, "the same"))
    assert np.array_equal(one.values, other.values, equal_nan=True)
    assert np.array_equal(one.partners, other.partners)


def test_an_answer_takes_back_what_a_larger_margin_won(answered: Comparison) -> None:
    still = ask("three-still-vendors", "more-money")
    won, kept = (float(one.findings["more-money"]["dependence"].difference.mean) for one in (still, answered))
    assert won > 0.0
    assert kept < won
    assert still.findings["more-money"]["rivals_sales"].difference.mean < 0.0


def test_results_are_kept_apart_by_the_programmes_of_rivals() -> None:
    market = small("three-vendors")
    leader, challenger = market.rivals
    identities = {
        prepare(TODAY, market.model_copy(update={"rivals": rivals})).simulation.identity
        for rivals in (
            (),
            (leader, challenger),
            (leader.model_copy(update={"answer": None}), challenger),
            (leader.model_copy(update={"programme": load_programme("flat-margin")}), challenger),
        )
    }
    assert len(identities) == 4


def test_both_questions_differ_in_the_answer_alone() -> None:
    one, other = load_case("margin-answered"), load_case("margin-unanswered")
    assert one.designs == other.designs
    assert one.market.segments == other.market.segments
    silent = [rival.model_copy(update={"answer": None}) for rival in one.market.rivals]
    assert silent == list(other.market.rivals)
