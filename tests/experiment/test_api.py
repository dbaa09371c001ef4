"""The public names, and what importing them costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).resolve().parents[2]


def test_there_are_few_public_names_and_each_is_there() -> None:
    assert len(sim.__all__) <= 15
    assert all(getattr(sim, name).__doc__ for name in sim.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        sim.nothing  # noqa: B018


def loaded_after(code: str) -> set[str]:
    listing = f"import sys; {code}; print(*sys.modules)"
    outcome = subprocess.run(
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(outcome.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = {"numba", "numpy", "polars", "pandas", "mesa", "streamlit", "altair", "scipy", "pydantic"}
    assert not loaded_after("import sim") & heavy


def test_a_comparison_needs_neither_page_nor_charts_nor_mesa() -> None:
    assert not loaded_after("import sim; sim.compare") & {"pandas", "mesa", "streamlit", "altair"}
