"""Tables as a paper shows them: texts in cells, headings above, perhaps a sum below."""

from dataclasses import dataclass

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
