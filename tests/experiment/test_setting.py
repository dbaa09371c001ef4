"""Experiments and engine speak of the same columns; in the real market zero is zero."""

import numpy as np
import pytest

import sim
from sim.engine.layout import W
from sim.engine.run import PARTNER_TOTALS
from sim.experiment.outcomes import HEADLINE, PARTNER_COLUMNS
from sim.experiment.setting import prepare
from sim.experiment.verdict import Verdict
from tests.experiment.toy import COLUMNS

SMALL = {"futures": 3, "weeks": 14, "cache": False}


def test_every_column_that_an_outcome_reads_is_recorded() -> None:
    assert set(COLUMNS) <= set(W._fields)
    assert {column.total for column in PARTNER_COLUMNS} <= set(PARTNER_TOTALS)


def test_the_identity_sees_market_and_levers_but_no_names() -> None:
    today = sim.load_programme("retro-volume")
    market = sim.load_market("baseline")
    identity = prepare(today, market).simulation.identity
    renamed = today.model_copy(update={"name": "other"})
    grown = sim.changed(market, {"growth_per_year": 0.07})
    assert prepare(renamed, market).simulation.identity == identity
    assert prepare(sim.changed(today, {"rebate.size": 2.0}), market).simulation.identity != identity
    assert prepare(today, grown).simulation.identity != identity


def test_a_roster_names_every_partner_by_pseudonym() -> None:
    roster = prepare(sim.load_programme("retro-volume"), "baseline").roster
    assert len(roster.ids) == len(roster.segments) == len(set(roster.ids))
    assert all(name.startswith("P-") for name in roster.ids)


@pytest.fixture(scope="module")
def real() -> sim.Comparison:
    """Today against itself renamed, against a change after the horizon, and against another programme."""
    today = sim.load_programme("retro-volume")
    renamed = today.model_copy(update={"name": "renamed"})
    other = sim.load_programme("flat-margin")
    return sim.compare(today, [renamed, sim.Design(other, 14), sim.Design(other, 6)], **SMALL)


def test_a_new_name_and_a_change_after_the_horizon_change_nothing(real: sim.Comparison) -> None:
    for name in real.designs[:2]:
        assert real.findings[name][HEADLINE].verdict is Verdict.UNCHANGED
        assert np.array_equal(real.measured[name].series, real.measured[real.today].series, equal_nan=True)


def test_weeks_before_a_change_are_bit_equal_and_those_after_are_not(real: sim.Comparison) -> None:
    today, design = real.measured[real.today].series, real.measured[real.designs[2]].series
    assert np.array_equal(today[:, :6], design[:, :6], equal_nan=True)
    assert not np.array_equal(today[:, 6:], design[:, 6:], equal_nan=True)


def test_the_first_futures_of_many_are_the_futures_of_few(real: sim.Comparison) -> None:
    fewer = sim.compare("retro-volume", **{**SMALL, "futures": 2})
    assert np.array_equal(
        fewer.measured[fewer.today].values, real.measured[real.today].values[:2], equal_nan=True
    )
