from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.check_data import CHECKS, Check


@pytest.mark.data
@pytest.mark.parametrize("checks", CHECKS)
def test_known_facts_come_out(checks: Callable[[Path], Iterator[Check]], data_folder: Path) -> None:
    wrong = [check for check in checks(data_folder) if not check.holds]
    assert not wrong
