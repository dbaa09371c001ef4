"""The report card of the ten principles says what the findings say."""

import sim
from sim.experiment.outcomes import BY_NAME
from sim.experiment.tables.card import CARD


def test_one_outcome_for_each_of_ten_principles() -> None:
    assert len(CARD) == 10
    assert set(CARD.values()) <= set(BY_NAME)
    assert len(set(CARD.values())) == 10


def test_the_card_repeats_the_findings() -> None:
    result = sim.compare("retro-volume", "ceo-high-touch", weeks=26, futures=3, cache=False)
    rows = result.card.rows(named=True)
    assert [row["outcome"] for row in rows] == list(CARD.values())
    for row in rows:
        found = result.findings[row["design"]][row["outcome"]]
        assert row["verdict"] == str(found.verdict)
        assert row["today"] is None or row["today"] == found.baseline_mean


def test_a_programme_alone_has_no_card() -> None:
    assert sim.run("retro-volume", weeks=13, futures=2, cache=False).card.is_empty()
