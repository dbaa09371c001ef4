"""Tables as a paper shows them: texts in cells, headings above, perhaps a sum below."""

from __future__ import annotations

from dataclasses import dataclass

from sim.report.signs import printable

Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Texts in rows.

    Attributes
    ----------
    heads : headings of the columns
    rows : as many texts each
    total : a last row that sums up the others; empty where nothing is summed
    """

    heads: Row
    rows: tuple[Row, ...]
    total: Row = ()

    def printable(self) -> Table:
        """The same without signs that cannot be printed."""
        heads, total = (tuple(map(printable, row)) for row in (self.heads, self.total))
        return Table(heads, tuple(tuple(map(printable, row)) for row in self.rows), total)
