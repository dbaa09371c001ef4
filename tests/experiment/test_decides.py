"""What decides: one rule for the verdict, the walks beside it, and a reason where they differ."""

from dataclasses import replace

import pytest

from sim.experiment.decides import decides, luck_share
from sim.experiment.examine import examine
from sim.experiment.findings import Finding
from sim.experiment.outcomes import BY_NAME, HEADLINE
from sim.experiment.paired import Difference
from sim.experiment.sensitivity import Effect, Effort, Sensitivity
from sim.experiment.verdict import Hinge, Verdict

FINDING = Finding(
    BY_NAME[HEADLINE], "new", 0.0, 1e6, Difference(1e6, -9e6, -5e6, 6e6, 9e6, 1e5, 0.6, 200), Verdict.DEPENDS
)
FIRST, SECOND = "habit_share", "spill_lift"


def effect(name: str, mean: float, error: float = 1e5, *, clear: bool = True) -> Effect:
    return Effect(name, mean, error, abs(mean), error, error, clear)


def walks(*effects: Effect, chance: float = 2e6, luck_sd: float = 1e6) -> Sensitivity:
    return Sensitivity(HEADLINE, effects, (), chance, luck_sd)


def hinging(name: str) -> Finding:
    return replace(FINDING, hinge=Hinge(name, 0.5, 1.0, -1.0))


def test_where_rule_and_walks_agree_one_assumption_decides() -> None:
    told = decides(hinging(FIRST), walks(effect(FIRST, 4e6), effect(SECOND, 1e6)))
    assert "decides: from low to high it moves the difference by +¤4.0m (95 % range ¤3.9m to ¤4.1m)" in told


def test_where_they_differ_both_are_named_with_the_reason() -> None:
    told = decides(hinging(SECOND), walks(effect(FIRST, -4e6), effect(SECOND, 1e6)))
    assert "turns with" in told
    assert "+¤1.0m" in told
    assert "moves it further, by −¤4.0m" in told
    assert "in the 200 futures" in told
    near = decides(hinging(SECOND), walks(effect(FIRST, 4e6, 2e6), effect(SECOND, 3e6, 2e6)))
    assert "about as far" in near


def test_without_a_hinge_none_is_said_to_turn_the_verdict() -> None:
    told = decides(FINDING, walks(effect(FIRST, 4e6), luck_sd=0.5e6))
    assert "no single one does" in told
    assert "moves the difference most, by +¤4.0m" in told
    clear = replace(hinging(FIRST), verdict=Verdict.BETTER)
    assert "turns" not in decides(clear, walks(effect(FIRST, 4e6)))


def test_what_cannot_be_told_from_chance_is_not_named() -> None:
    unsure = walks(effect(FIRST, 1e6, 2e6, clear=False))
    assert "chance" in decides(FINDING, unsure)
    assert "¤2.0m" in decides(FINDING, unsure)
    assert "none stands out: chance alone" in decides(hinging(SECOND), unsure)
    still = walks(effect(FIRST, 0.0, 0.0, clear=False), chance=0.0, luck_sd=0.0)
    assert decides(FINDING, still).startswith("Nothing")


@pytest.mark.parametrize(
    ("luck_sd", "share", "words"),
    [
        (1.3e6, 0.845, "Luck turns the verdict, no assumption does"),
        (1.0e6, 0.5, "Luck and all assumptions together turn the verdict"),
        (0.4e6, 0.08, "All assumptions together turn the verdict, no single one does"),
    ],
)
def test_what_turns_an_open_verdict_is_told_by_variances(luck_sd: float, share: float, words: str) -> None:
    spread = 2e6**0.5 * 1e3
    wide = replace(FINDING, difference=replace(FINDING.difference, mean_se=spread / 200**0.5))
    found = walks(effect(FIRST, 1e5), luck_sd=luck_sd)
    assert luck_share(wide, found) == pytest.approx(share)
    assert decides(wide, found).startswith(words)


@pytest.mark.slow
def test_the_same_programme_in_the_engine_has_no_effect_of_any_assumption() -> None:
    few = Effort(screening=2, kept=2, walks=2)
    same = examine("flat-margin", "flat-margin", weeks=2, futures=10, effort=few, cache=False)
    found = same.sensitivity
    every = (*found.effects, *found.others)
    assert len(every) == len(same.comparison.futures.names)
    assert all(one.mean == one.size == one.spread == 0.0 for one in every)
    assert found.chance == 0.0
    assert same.to_dict()["without_effect"] == len(every)
    assert same.sentence.startswith("Nothing moves")
