"""Comparisons from end to end, in a toy market."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sim.experiment import compare as comparing
from sim.experiment.compare import compare_in
from sim.experiment.comparison import Comparison
from sim.experiment.conclude import Case, conclude
from sim.experiment.designs import Design
from sim.experiment.outcomes import GOING_RATE, HEADLINE, OUTCOMES
from sim.experiment.verdict import Verdict
from sim.schema.catalogue import catalogue
from sim.schema.programme import Programme
from tests.experiment.toy import design, futures, programme, setting

TODAY = design("today", 0.0)
EVEN = np.linspace(0.2, 2.0, 100)


def compare(*designs: Design, response: np.ndarray = EVEN, weeks: int = 52) -> Comparison:
    return compare_in(setting(), TODAY, designs, futures(response), weeks)


def test_a_paired_difference_is_free_of_luck() -> None:
    difference = compare(design("big", 2.0)).findings["big"][HEADLINE].difference
    assert difference.mean == pytest.approx(52 * 2.0 * (EVEN.mean() - 1.0))
    assert difference.p10 == pytest.approx(np.quantile(52 * 2.0 * (EVEN - 1.0), 0.1, method="weibull"))
    assert difference.better_share == np.mean(EVEN > 1.0)


def test_the_deciding_assumption_is_found() -> None:
    result = compare(design("big", 2.0))
    assert result.verdict is Verdict.DEPENDS
    hinge = result.findings["big"][HEADLINE].hinge
    assert hinge is not None
    assert (hinge.name, hinge.above > 0.0 > hinge.below) == ("response", True)
    assert "“response”" in result.sentence


def test_the_reasons_add_up_to_the_difference_to_the_cent() -> None:
    result = compare(design("big", 2.0), response=EVEN + 2.0)
    cents = [reason.cents for reason in result.reasons["big"]]
    mean = result.findings["big"][HEADLINE].difference.mean
    assert sum(cents) == round(100 * mean)
    by_account = {reason.account: reason.cents for reason in result.reasons["big"]}
    assert by_account["rebate"] == -52 * 2 * 100
    assert "Main reason: more margin on partner sales" in result.sentence


@pytest.mark.parametrize(
    ("still", "why"),
    [
        (Design(programme("another name", 0.0)), "all levers are the same"),
        (design("late", 2.0, start_week=52), "the change starts in week 52, the horizon ends after 52 weeks"),
        (
            Design(programme("rules", 0.0, direct={"clarity_share": 0.9})),
            "no partner is reached by the changed levers (Rule is clear)",
        ),
    ],
)
def test_zero_is_zero_and_says_why(still: Design, why: str) -> None:
    result = compare(still)
    name = result.designs[0]
    assert result.verdict is Verdict.UNCHANGED
    assert all(
        f.difference.mean == 0.0 for f in result.findings[name].values() if f.verdict is not Verdict.UNDEFINED
    )
    assert result.sentence.endswith(f"{why}.")


def test_weeks_before_a_change_are_equal() -> None:
    weeks = compare(design("late", 2.0, start_week=20)).weeks
    moved = weeks.filter((weeks["design"] == "late") & (weeks["outcome"] == HEADLINE))[
        "difference_p90"
    ].to_numpy()
    assert (moved[:20] == 0.0).all()
    assert (moved[20:] > 0.0).all()


def test_a_harvest_does_not_lead() -> None:
    """What earns most by the end but leaves a poorer business is not what the headline speaks of."""
    toy_result = compare(design("small", 1.0), design("big", 2.0), response=EVEN + 2.0)
    assert toy_result.leader == "big"
    runs = dict(toy_result.measured)
    place = [outcome.name for outcome in OUTCOMES].index(GOING_RATE)
    runs["big"].values[:, place] = runs["today"].values[:, place] - 50.0
    everyone = {"today": TODAY, "small": design("small", 1.0), "big": design("big", 2.0)}
    again = conclude(Case(setting(), everyone, runs, toy_result.futures, 52), ())
    assert again.leader == "small"
    assert "but leaves a business that earns ¤50 a year less" in str(again.headlines["big"])


def test_what_moved_is_clear_of_zero_and_what_stands_out_most_comes_first() -> None:
    result = compare(design("big", 2.0), response=EVEN + 2.0)
    moved = result.moved("big")
    assert {finding.outcome.name for finding in moved} == {
        "net_contribution", "going_rate", "revenue", "programme_cost",
    }  # fmt: skip
    assert moved[0].outcome.name == "programme_cost", "it costs as much in every future"
    difference = result.findings["big"][HEADLINE].difference
    assert difference.strength == pytest.approx(difference.mean / ((difference.p90 - difference.p10) / 2))
    strengths = [finding.difference.strength for finding in moved]
    assert strengths == sorted(strengths, reverse=True)


def test_nothing_has_moved_where_the_range_spans_zero_or_futures_are_too_few() -> None:
    names = [finding.outcome.name for finding in compare(design("big", 2.0)).moved("big")]
    assert names == ["programme_cost", "revenue"]
    assert compare(design("big", 2.0), response=np.array([5.0, 6.0])).moved("big") == ()


def test_levers_that_differ_are_told_in_the_order_of_the_schema_and_the_rest_is_counted() -> None:
    late = Design(programme("late", 0.0, contact={"calls_per_quarter": 9.0}), 13)
    result = compare(design("big", 2.0), late)
    assert [change.path for change in result.levers] == ["rebate.size", "contact.calls_per_quarter"]
    size, calls = result.levers
    assert size.values == {"today": 0.0, "big": 2.0, "late": 0.0}
    assert calls.values == {"today": 5.0, "big": 5.0, "late": 9.0}
    levers = [entry for entry in catalogue(Programme) if entry.meta and "[]" not in entry.path]
    assert result.same_levers == len(levers) - 2
    assert result.starts == {"today": 0, "big": 0, "late": 13}
    assert list(result.programmes) == ["today", "big", "late"]
    assert result.programmes["late"] is late.programme


def test_equal_names_are_told_apart() -> None:
    result = compare(Design(programme("today", 1.0)), Design(programme("today", 2.0)))
    assert result.designs == ("today (2)", "today (3)")


def test_the_json_has_the_promised_shape() -> None:
    answer = json.loads(compare(design("big", 2.0), design("small", 1.0)).to_json())
    assert list(answer) == [
        "sentence", "verdict", "market", "weeks", "futures", "seed", "schema", "engine", "digest", "warnings",
        "outcomes",
    ]  # fmt: skip
    assert len(answer["outcomes"]) == 2 * len(OUTCOMES)
    for row in answer["outcomes"]:
        assert list(row) == [
            "name", "unit", "period", "design", "baseline_mean", "design_mean", "difference", "mean_se",
            "better_share", "verdict",
        ]  # fmt: skip
        assert list(row["difference"]) == ["mean", "p2_5", "p10", "p90", "p97_5"]
    undefined = next(row for row in answer["outcomes"] if row["name"] == "win_rate")
    assert undefined["difference"]["mean"] is None
    assert undefined["verdict"] == "undefined"


def test_a_private_table_is_written_to_disk_only_when_asked(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PARTNERLAB_CACHE", str(tmp_path))
    private = replace(setting(), is_private=True)
    monkeypatch.setattr(comparing, "prepare", lambda *_asked: private)
    size = {"weeks": 20, "futures": 3}
    comparing.compare(programme("a"), programme("b"), **size)
    assert not list(tmp_path.iterdir())
    comparing.compare(programme("a"), programme("b"), keep_private=True, **size)
    assert len(list((tmp_path / "results").iterdir())) == 1, "a and b have the same levers"


def test_the_digest_is_that_of_the_inputs() -> None:
    first, again = compare(design("big", 2.0)), compare(design("big", 2.0))
    other = compare(design("big", 2.5))
    assert first.digest == again.digest != other.digest


def test_a_programme_alone_has_a_sentence_and_no_verdict_on_anything() -> None:
    result = compare()
    assert result.sentence.startswith("today earns ¤41.6k net contribution over 1 year")
    assert result.to_dict()["outcomes"] == []
    assert (result.leader, result.verdict) == ("today", Verdict.UNDEFINED)
