"""How hard a text is to read: LIX, which counts long words and so needs no dictionary of any language."""

import re
from dataclasses import dataclass
from typing import Final

LONG: Final = 6
"""Letters beyond which a word counts as long."""

LEVELS: Final = ((30.0, "very_easy"), (40.0, "easy"), (50.0, "medium"), (60.0, "hard"))
"""Upper bounds of LIX and what a text below them is called."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END: Final = re.compile(r"[.!?:]+(?=\s|$)|\n\s*\n")


@dataclass(frozen=True)
class Reading:
    """How a text reads.

    Attributes
    ----------
    words, sentences, long_words : counted
    """

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """Words per sentence plus long words per hundred; 0 for a text without words."""
        return self.words / self.sentences + 100.0 * self.long_words / self.words if self.words else 0.0

    @property
    def level(self) -> str:
        """very_easy, easy, medium, hard or very_hard."""
        return next((name for bound, name in LEVELS if self.lix < bound), "very_hard")


def reading(text: str) -> Reading:
    """Words, sentences and long words of a text; a colon and an empty line end a sentence as well.

    Parameters
    ----------
    text : plain, without markup

    Source: bjornsson-1983
    """
    sentences = [piece for piece in _END.split(text) if _WORD.search(piece)]
    words = _WORD.findall(text)
    return Reading(len(words), len(sentences), sum(len(word) > LONG for word in words))
