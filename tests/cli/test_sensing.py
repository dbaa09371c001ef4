"""`partnerlab sensitivity`: sentences, the strongest assumptions, all of them as JSON, one message."""

import json

import pytest

from sim.cli import main, sensing
from sim.experiment import examine
from sim.experiment.futures import behaviour_doubts
from sim.experiment.sensitivity import Effort
from tests.experiment.toy import setting

SMALL = ("--futures", "12", "--weeks", "30", "--no-cache", "--walks", "8")


@pytest.fixture(autouse=True)
def toy(monkeypatch) -> None:
    monkeypatch.setattr(examine, "prepare", lambda *_asked: setting())
    monkeypatch.setattr(sensing, "USUAL", Effort(screening=2, kept=3, walks=2))


def ended(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["sensitivity", *words])
    return int(end.value.code or 0)


def test_json_lists_every_assumption_and_the_one_that_counts_first(capsys) -> None:
    assert ended("weak-rules", "larger-bonus", "--json", *SMALL) == 0
    told = json.loads(capsys.readouterr().out)
    names = [doubt.name for doubt in behaviour_doubts()]
    assert sorted(effect["name"] for effect in told["effects"]) == sorted(names)
    assert told["effects"][0]["name"] == names[0], "the toy market answers to its first assumption alone"
    assert told["without_effect"] == len(names) - 1
    assert [effect["moved_again"] for effect in told["effects"]].count(True) == 3


def test_the_sentences_come_first(capsys) -> None:
    assert ended("weak-rules", "larger-bonus", *SMALL) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert "larger-bonus" in first
    assert "from low to high" in second


def test_an_outcome_that_does_not_exist_and_too_few_walks_are_one_message(capsys) -> None:
    assert ended("weak-rules", "larger-bonus", "--outcome", "revenu") == 2
    assert "revenue" in capsys.readouterr().err
    assert ended("weak-rules", "larger-bonus", "--walks", "1") == 2
    assert "at least 2" in capsys.readouterr().err
