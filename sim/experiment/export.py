"""Tables as CSV that a spreadsheet reads as figures and words, never as formulas."""

from typing import Final

import polars as pl

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet calculate or call (OWASP, CSV injection)."""


def csv_of(table: pl.DataFrame) -> str:
    """A table as CSV; text that a spreadsheet would take for a formula gets an apostrophe in front.

    Parameters
    ----------
    table : of numbers and text; headings are texts as well
    """
    texts = [name for name, kind in table.schema.items() if kind == pl.String]
    tame = table.with_columns(pl.col(name).map_elements(tamed, return_dtype=pl.String) for name in texts)
    return tame.rename({name: tamed(name) for name in tame.columns}).write_csv()


def tamed(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a signed amount of ours, such as −¤2.1m, is none."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text
