"""Writes the generated pages of docs/: `python -m tools.make_reference`.

What a page says comes from the schema, the rules and the engine themselves; tests/docs/test_reference.py
fails while a page on disk differs from what is made here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.reference import code, schema, theory

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
COMMAND = "python -m tools.make_reference"
MADE = f"<!-- Made by `{COMMAND}`; do not edit. -->\n\n"
PAGES = {
    "levers.md": schema.levers,
    "parameters.md": schema.parameters,
    "market.md": schema.market,
    "outcomes.md": schema.outcomes,
    "rules.md": code.rules,
    "week.md": code.week,
    "state.md": code.state,
    "validation.md": theory.validation,
}


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    return {DOCS / name: MADE + make().strip() + "\n" for name, make in PAGES.items()}


def main() -> int:
    """Write the pages that differ."""
    for path, text in pages().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
