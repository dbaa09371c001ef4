"""Names from files are shown as they stand."""

import re

from hypothesis import given
from hypothesis import strategies as some

from sim.ui.words import plain, strong


def test_marks_of_markdown_html_and_icons_lose_their_meaning() -> None:
    assert plain("**a** <b> [c](d) :red[e] `f` $g$") == (r"\*\*a\*\* \<b\> \[c\]\(d\) \:red\[e\] \`f\` \$g\$")


def test_a_name_stays_on_its_line() -> None:
    assert plain("one\n# two") == r"one \# two"


@given(some.text())
def test_every_mark_is_escaped_and_nothing_is_lost(text: str) -> None:
    shown = plain(text)
    assert re.sub(r"\\(.)", r"\1", shown) == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]$]", shown)
    assert strong(text) == f"**{shown}**"
