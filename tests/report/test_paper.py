"""What stands on a paper is what was found, in words that hold."""

from datetime import date

import pytest

from sim.experiment.outcomes import HEADLINE
from sim.report.changes import change_rows
from sim.report.doubt import doubts, hinge_of
from sim.report.effects import SHOWN, effects_table
from sim.report.paper import paper
from sim.report.timing import timing_table
from sim.schema.loading import load_programme
from sim.text.levers import lever_name
from tests.charts.toys import compared, with_rebates
from tests.report.conftest import renamed


def test_the_paper_is_on_the_design_the_headline_speaks_of_unless_told(comparison) -> None:
    assert paper(comparison).answer == comparison.headlines[comparison.leader].answer
    for name in comparison.designs:
        assert paper(comparison, name).answer == comparison.headlines[name].answer


def test_a_programme_alone_and_a_name_that_is_none_have_no_paper(comparison) -> None:
    with pytest.raises(ValueError, match="one, two"):
        paper(comparison, "three")
    with pytest.raises(ValueError, match="before"):
        paper(compared(), None)


def test_a_paper_carries_a_date_only_when_it_is_given_one(comparison) -> None:
    assert paper(comparison, on=date(2026, 11, 5)).kicker.endswith("5 November 2026")
    assert "2026" not in paper(comparison).kicker


def test_every_lever_that_differs_is_named_or_counted() -> None:
    comparison = with_rebates(before={"size": 1.0}, after={"size": 1.5})
    assert [row[0] for row in change_rows(comparison, "after").rows] == [lever_name("rebate.size")]
    far = renamed_pair("flat-margin", "solution-first")
    whole, cut = change_rows(far, "b", most=99), change_rows(far, "b", most=3)
    assert len(whole.rows) > 3
    assert cut.rows[:2] == whole.rows[:2]
    assert f"{len(whole.rows) - 2} more" in cut.rows[2][0]


def renamed_pair(today: str, design: str):
    """A toy comparison whose programmes are two shipped ones."""
    comparison = renamed(compared(1.0), before="a", one="b")
    programmes = {"a": load_programme(today), "b": load_programme(design)}
    return type(comparison)(**{**vars_of(comparison), "programmes": programmes})


def vars_of(comparison) -> dict:
    return {name: getattr(comparison, name) for name in comparison.__dataclass_fields__}


def test_the_effects_are_those_that_were_found(comparison) -> None:
    table = effects_table(comparison, "one")
    assert len(table.rows) == len(SHOWN)
    for name, row in zip(SHOWN, table.rows, strict=True):
        assert row[-1] == str(comparison.findings["one"][name].verdict)


def test_the_sum_so_far_ends_with_the_headline() -> None:
    comparison = compared(1.0, weeks=104)
    table = timing_table(comparison, "one")
    assert [row[0] for row in table.rows] == ["3 months", "6 months", "12 months", "24 months"]
    mean = comparison.findings["one"][HEADLINE].difference.mean
    assert table.rows[-1][1].lstrip("+−¤") == f"{abs(mean):,.0f}"


def test_the_assumption_that_decides_is_the_one_that_flips_the_sign() -> None:
    assert hinge_of(compared(1.0), "one").name == "response"
    assert hinge_of(compared(1.0, response=4.0), "one") is None
    assert "response" in doubts(compared(1.0), "one")[1]
