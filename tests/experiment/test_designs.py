"""Designs by name, file and value."""

from pathlib import Path

import pytest

from sim.experiment.designs import Design, as_design, as_designs, changed_levers, unique_names
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from tests.experiment.toy import programme


def test_a_design_may_be_a_name_a_programme_or_a_design() -> None:
    named = as_design("retro-volume")
    assert named.programme.name == "retro-volume"
    assert as_design(named.programme) == named
    assert as_design(Design(named.programme, 26)).start_week == 26


def test_a_design_replaces_today_when_its_notice_is_over() -> None:
    today = as_design("retro-volume").programme
    assert Design(today, 26).launch_week == 26
    assert Design(changed(today, {"transition.notice_weeks": 13}), 26).launch_week == 39


def test_all_that_is_wrong_with_several_designs_is_said_at_once() -> None:
    with pytest.raises(SchemaError) as error:
        as_designs(["retro-volum", "flat-margin", Path("nowhere.yaml")])
    assert len(error.value.problems) == 2


def test_levers_differ_but_names_do_not_count() -> None:
    assert changed_levers(programme("a"), programme("b")) == ()
    assert changed_levers(programme("a", 1.0), programme("b", 2.0)) == ("rebate.size",)


def test_names_that_come_twice_are_numbered() -> None:
    assert unique_names(["a", "b", "a", "a"]) == ("a", "b", "a (2)", "a (3)")
