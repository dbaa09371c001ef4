"""`partnerlab validate`: one row for each figure, and one message for what does not exist."""

import json

import pytest

from sim.cli import main, validating
from sim.evidence.table import Row

FIELDS = {"id", "gated", "published", "simulated", "low", "high", "verdict", "evidence"}


def ended(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["validate", *words])
    return int(end.value.code or 0)


def test_json_has_the_figures_of_theory_inside_their_range(capsys) -> None:
    assert ended("CF19", "F16", "--json") == 0
    theory, absent = json.loads(capsys.readouterr().out)[:-1], "F16"
    assert len(theory) == 4
    assert all(set(row) >= FIELDS and row["gated"] and row["verdict"] == "pass" for row in theory)
    assert theory[0]["low"] <= theory[0]["simulated"] <= theory[0]["high"]
    assert absent not in {row["id"] for row in theory}


def test_a_fact_without_a_mechanism_is_not_a_failure(capsys) -> None:
    assert ended("F16", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["verdict"], row["simulated"], row["gated"]) == ("not_applicable", None, False)


def test_the_cost_of_every_row_and_of_all_is_told(monkeypatch, capsys) -> None:
    rows = [
        Row(name, "effort", "", "", "1", 1.0, 1.0, 1.0, "pass", None, gated, seconds)
        for name, gated, seconds in (
            ("CF1", True, 0.2),
            ("CF1", True, 0.3),
            ("F55", False, 4.0),
            ("F16", False, None),
        )
    ]
    monkeypatch.setattr(validating, "validated", lambda *_ids, **_how: rows)
    assert ended() == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines() if line.split()]
    cost = {line[0]: line[-1] for line in shown}
    assert (cost["CF1"], cost["F55"], cost["F16"], cost["All"]) == ("0.5", "4.0", "–", "4.5")


def test_what_is_measured_has_a_cost_and_what_is_not_has_none(capsys) -> None:
    assert ended("CF19", "F16", "--json") == 0
    for row in json.loads(capsys.readouterr().out):
        assert (row["seconds"] is None) == (row["simulated"] is None)


def test_a_row_that_does_not_exist_is_one_message(capsys) -> None:
    assert ended("CF91") == 2
    assert "CF91" in capsys.readouterr().err


@pytest.mark.parametrize(("gated", "code"), [(True, 1), (False, 0)])
def test_only_a_gated_failure_ends_in_an_error(monkeypatch, gated: bool, code: int) -> None:
    row = Row("CF1", "effort", "", "", "1", 2.0, 2.0, 2.0, "fail", None, gated)
    monkeypatch.setattr(validating, "validated", lambda *_ids, **_how: [row])
    assert ended("CF1") == code
