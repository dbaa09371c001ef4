import importlib.util
from pathlib import Path

import numpy as np

from sim.intake.loading import load_partners
from sim.intake.market import from_table
from sim.schema.loading import load_market, load_programme


def test_the_script_writes_the_sample_again(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_partners", root / "examples" / "make_partners.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.table() == (root / "examples" / "partners.csv").read_text(encoding="utf-8")


def test_the_sample_shows_every_column_and_segment(root: Path) -> None:
    table = load_partners(root / "examples" / "partners.csv")
    start = from_table(table, load_market("baseline"), load_programme("retro-volume"))
    assert len(table.ids) == 60
    assert table.grid.weeks == 104
    assert np.bincount(start.partners.segment).tolist() == [4, 18, 22, 16]
    assert start.direct_sales_list > 0
    assert not any("No column" in sentence or "far from" in sentence for sentence in start.warnings)
