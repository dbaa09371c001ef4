"""Size budgets of the code in sim/: reported, never enforced.

Functions: body of 8 lines at the median, 80 % up to 15, none above 40. Files: up to 300 lines.
Rules: up to 8 arguments.
"""

from __future__ import annotations

import ast
import statistics
from pathlib import Path
from typing import NamedTuple

SIM = Path(__file__).resolve().parent.parent / "sim"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Size(NamedTuple):
    """One function."""

    where: str
    lines: int
    arguments: int


def report() -> str:
    """The budgets and what the code makes of them, one line each."""
    files = {path.relative_to(SIM.parent).as_posix(): path.read_text("utf-8") for path in SIM.rglob("*.py")}
    functions = [size for name, text in sorted(files.items()) for size in _functions(name, text)]
    if not functions:
        return "Sizes: no functions yet"
    bodies = [size.lines for size in functions]
    short = sum(lines <= 15 for lines in bodies) / len(bodies)
    long_files = [f"{name} {text.count(chr(10))}" for name, text in files.items() if text.count("\n") > 300]
    long_bodies = [f"{size.where} {size.lines}" for size in functions if size.lines > 40]
    wide_rules = [f"{size.where} {size.arguments}" for size in functions if _is_wide_rule(size)]
    return "\n".join(
        [
            f"Sizes: {len(files)} files, {len(functions)} functions",
            f"  median body (8 lines): {statistics.median(bodies):.0f}; up to 15 lines (80%): {short:.0%}",
            f"  files above 300 lines: {', '.join(long_files) or 'none'}",
            f"  bodies above 40 lines: {', '.join(long_bodies) or 'none'}",
            f"  rules above 8 arguments: {', '.join(wide_rules) or 'none'}",
        ]
    )


def _functions(name: str, text: str) -> list[Size]:
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, Function)]
    return [Size(f"{name}:{node.name}", _body_lines(node), _arguments(node)) for node in nodes]


def _body_lines(node: Function) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _arguments(node: Function) -> int:
    return len(node.args.posonlyargs) + len(node.args.args) + len(node.args.kwonlyargs)


def _is_wide_rule(size: Size) -> bool:
    return size.where.startswith("sim/rules/") and size.arguments > 8


if __name__ == "__main__":
    print(report())
