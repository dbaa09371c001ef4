"""Text that a page shows as it stands: names from files never become Markdown, links or HTML."""

from typing import Final

_MARKS: Final = frozenset("\\`*_{}[]()<>#+-.!$|~:&")


def plain(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return "".join(f"\\{mark}" if mark in _MARKS else mark for mark in " ".join(text.split()))


def strong(text: str) -> str:
    """The same in bold type."""
    return f"**{plain(text)}**"


def muted(text: str) -> str:
    """The same, small and grey, dark enough to be read."""
    return f":small[:gray[{plain(text)}]]"
