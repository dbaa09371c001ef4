"""Letters that may stand in a file: names come from users, and some signs are no letters at all."""

from typing import Final
from unicodedata import category

INVISIBLE: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""Control, format, unassigned, private and half signs (Unicode's categories)."""


def printable(text: str) -> str:
    """The text without signs that cannot be printed; line breaks stay.

    Parameters
    ----------
    text : anything
    """
    return "".join(sign for sign in text if sign == "\n" or category(sign) not in INVISIBLE)
