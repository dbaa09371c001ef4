"""Cases of history: the shipped ones can be run, and a test passes exactly when its difference says so."""

import json
from pathlib import Path

import pytest

from sim.cli.commands import main
from sim.experiment.errors import RequestError
from sim.experiment.history import replay
from sim.schema.catalogue import catalogue
from sim.schema.editing import changed
from sim.schema.errors import SchemaError
from sim.schema.loading import list_history, load_history, load_market, load_programme
from sim.schema.programme import Programme

CASE = """schema: 1
name: own
shock: A tenth of front discount goes.
observed: Partners earn less.
today: flat-margin
designs:
  - name: less
    changes: {front.discount_share: [20 %, 20 %, 20 %, 20 %]}
  - name: same
tests:
  - {outcome: partner_profit, expect: lower, design: less, by: 0.1}
  - {outcome: partner_profit, expect: higher, design: less, by: 0.1}
  - {outcome: partner_profit, expect: unchanged, design: same, by: 0}
  - {outcome: partner_profit, expect: restored, design: same, than: less, by: 1}
  - {outcome: partner_profit, expect: restored, design: less, than: less, by: 0.1}
weeks: 20
futures: 4
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(CASE, "utf-8")
    return path


@pytest.mark.parametrize("name", list_history())
def test_shipped_cases_name_what_exists(name: str) -> None:
    case, paths = load_history(name), {entry.path for entry in catalogue(Programme)}
    load_market(case.market)
    today = changed(load_programme(case.today), case.before)
    for design in case.designs:
        assert set(design.changes) <= paths
        assert changed(today, design.changes) != today


def test_a_test_passes_when_its_difference_says_so(own: Path) -> None:
    assert [one.passed for one in replay(own, cache=False)] == [True, False, True, True, False]


def test_a_file_of_ones_own_on_the_command_line(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["history", str(own), "--json", "--no-cache"])
    assert end.value.code == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["passed"] for row in rows] == [True, False, True, True, False]
    assert set(rows[0]) == {"case", "expected", "simulated", "passed"}


def test_an_outcome_that_does_not_exist_is_refused(own: Path) -> None:
    own.write_text(CASE.replace("outcome: partner_profit, expect: lower", "outcome: profit, expect: lower"))
    with pytest.raises(RequestError, match="no outcome profit"):
        replay(own, cache=False)


def test_a_name_that_no_design_has_is_refused(own: Path) -> None:
    own.write_text(CASE.replace("than: less, by: 1}", "than: more, by: 1}"))
    with pytest.raises(SchemaError, match="found more, allowed are less, same, today"):
        replay(own, cache=False)
