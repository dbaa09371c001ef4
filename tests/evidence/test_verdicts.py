"""Verdicts are those committed, in either direction, each with its reason; the list of facts is whole."""

from __future__ import annotations

import re
from math import inf

import numpy as np
import pytest

from sim.evidence import committed, table
from sim.evidence.fact import Fact, Measured, judged, summary
from sim.evidence.listing import ABSENT, ALL, FACTS, PARTS_ABSENT
from sim.evidence.world import VARIANTS, World
from sim.text.catalogue import say
from sim.ui.views.model import WEAKEST

RESERVED = {"F17", "F26", "F29", "F34", "F38", "F41", "F54", "F58"}
"""Numbers that no fact has."""
NOTHING = Measured(float("nan"), float("nan"), float("nan"))
THEORY = {"F27", "F28"}
"""Nulls: checked as closed forms."""
QUICK = tuple(fact for fact in ALL if fact.is_quick)


@pytest.fixture(scope="module")
def known():
    return committed.read_committed()


@pytest.fixture(scope="module")
def world() -> World:
    return World(committed.QUICK_SEEDS)


@pytest.mark.parametrize("fact", QUICK, ids=lambda fact: fact.name)
def test_the_quick_verdict_is_the_committed_one(fact, known, world) -> None:
    found, verdict = committed.verdict_of(fact, world)
    assert verdict == known[fact.name].quick, f"{found}; write the verdicts anew and give a reason"


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_full_verdict_is_the_committed_one(variant, known) -> None:
    world = World(committed.FULL_SEEDS, variant)
    found = {fact.name: committed.verdict_of(fact, world)[1] for fact in ALL}
    assert found == {name: one.verdicts[variant] for name, one in known.items()}


def test_every_verdict_has_its_reason(known) -> None:
    assert set(known) == {fact.name for fact in ALL}
    assert [name for name, one in known.items() if len(one.reason.split()) < 4] == []


def test_a_changed_verdict_loses_its_reason(known, monkeypatch) -> None:
    name, nothing = FACTS[0].name, Measured(0.0, 0.0, 0.0)
    turned = {name: "fail" if known[name].verdicts["model"] == "pass" else "pass"}
    monkeypatch.setattr(committed, "ALL", FACTS[:1])
    monkeypatch.setattr(committed, "verdict_of", lambda fact, _world: (nothing, turned[fact.name]))
    assert committed.measured_anew()[name].reason == ""
    turned[name] = known[name].verdicts["model"]
    assert committed.measured_anew()[name].reason == known[name].reason


def test_what_is_written_is_what_is_read(known, tmp_path, monkeypatch) -> None:
    copy = tmp_path / "verdicts.toml"
    copy.write_text(committed.as_toml(known), encoding="utf-8")
    monkeypatch.setattr(committed, "FILE", copy)
    assert committed.as_toml(committed.read_committed()) == committed.as_toml(known)


def test_every_fact_is_measured_or_said_not_to_be() -> None:
    measured = {fact.id for fact in FACTS}
    groups = (measured, set(ABSENT), RESERVED, THEORY)
    everything = {f"F{number:02d}" for number in range(1, 63)}
    assert set.union(*groups) == everything
    assert sum(map(len, groups)) == len(set.union(*groups))
    assert set(PARTS_ABSENT) <= measured


def test_a_band_wants_the_mean_and_a_sign_the_whole_range() -> None:
    band, sign = Fact("", "", "", np.ndarray, 0.1, 0.2), Fact("", "", "", np.ndarray, 0.0, inf)
    assert judged(band, Measured(0.19, 0.05, 0.33)) == "pass"
    assert judged(band, Measured(0.21, 0.15, 0.27)) == "fail"
    assert judged(sign, Measured(0.5, 0.01, 0.99)) == "pass"
    assert judged(sign, Measured(0.5, -0.01, 1.01)) == "fail"
    assert judged(sign, NOTHING) == "fail"


def test_a_null_wants_a_range_that_holds_nothing() -> None:
    null = Fact("", "", "", np.ndarray, 0.0, 0.0)
    assert judged(null, Measured(0.01, -0.01, 0.03)) == "pass"
    assert judged(null, Measured(0.02, 0.01, 0.03)) == "fail"


def test_a_size_from_another_setting_is_shown_and_not_judged() -> None:
    size = Fact("", "", "", np.ndarray, 0.1, 0.2, is_other_setting=True)
    assert {judged(size, Measured(mean, mean, mean)) for mean in (0.0, 0.15, 9.0)} == {"other_setting"}
    assert judged(size, NOTHING) == "fail"


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_variant_touches_rules_alone(variant) -> None:
    alone = Fact("", "", "", np.ndarray, 0.0, inf, rules_alone=True)
    expected = "pass" if variant == "model" else "not_applicable"
    assert judged(alone, Measured(1.0, 1.0, 1.0), variant) == expected


def test_the_range_is_that_of_a_mean() -> None:
    found = summary(np.array([0.0, 1.0, 2.0, 3.0]))
    assert found.mean == 1.5
    assert found.high - found.mean == pytest.approx(1.96 * np.sqrt(5.0 / 3.0) / 2.0)


def test_theory_gates_and_facts_do_not() -> None:
    rows = table.validated(["CF19", "F07", "F55"])
    assert {row.id for row in rows if row.gated} == {"CF19"}
    assert all(row.verdict == "pass" for row in rows if row.gated)
    assert [row.verdict for row in rows if row.id == "F07"] == ["not_applicable"]


def test_what_the_placebo_passes_is_no_evidence(known) -> None:
    for fact in ALL:
        if committed.is_evidence(fact, known[fact.name]):
            assert known[fact.name].verdicts["placebo"] == "fail"
            assert not any((fact.is_calibration, fact.rules_alone, fact.is_other_setting))


def test_the_weakest_results_on_the_page_failed_or_were_never_measured() -> None:
    passed = {row.id for row in table.committed_rows() if row.verdict == "pass"}
    failed = {row.id for row in table.committed_rows() if row.verdict == "fail"}
    named = set(re.findall(r"F\d\d", " ".join(say(f"model.weak.{name}_why") for name in WEAKEST)))
    assert {"F53", "F44", "F50", "F14"} <= named <= failed
    assert "F53" not in passed
