"""Reads the examples of a Markdown page and runs them."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FENCE = re.compile(r"^( *)```(\w+)([^\n`]*)\n(.*?)^\1```[ \t]*$", re.MULTILINE | re.DOTALL)
RUN = {"python", "console", "bash"}
# Setting up is what `make test` itself does; these lines of a page are not run.
SETTING_UP = ("cd", "git", "make", "pip", "source", ".venv/bin/activate", ".venv\\Scripts\\activate")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """One fenced example: language, what follows it on the fence, text, first line on the page."""

    language: str
    info: str
    text: str
    line: int


class Command(NamedTuple):
    """One command and the output shown under it."""

    words: list[str]
    shown: str


def blocks(page: str) -> list[Block]:
    """The examples of a page, in order."""
    return [
        Block(
            match[2], match[3].strip(), unindented(match[4], match[1]), page.count("\n", 0, match.start()) + 2
        )
        for match in FENCE.finditer(page)
        if match[2] in RUN
    ]


def unindented(text: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def run_page(page: Path, folder: Path) -> None:
    """Run all examples of a page in `folder`: Python in one namespace, commands one by one."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page.read_text("utf-8")):
        if block.language == "python":
            run_python(block, page, namespace)
        else:
            run_commands(block, page, folder)


def run_python(block: Block, page: Path, namespace: dict[str, Any]) -> None:
    """Execute a block; with `>>>` prompts its printed results must be right too."""
    if ">>>" in block.text:
        test = doctest.DocTestParser().get_doctest(
            block.text, namespace, page.name, str(page), block.line - 1
        )
        outcome = doctest.DebugRunner(optionflags=FLAGS).run(test, clear_globs=False)
        namespace.update(test.globs)
        assert outcome.failed == 0
        return
    exec(compile("\n" * (block.line - 1) + block.text, str(page), "exec"), namespace)


def run_commands(block: Block, page: Path, folder: Path) -> None:
    """Run each command; the exit code is 0 unless the fence says ```console exit=N."""
    expected = int(match[1]) if (match := re.search(r"exit=(\d+)", block.info)) else 0
    for command in commands(block):
        executable = runnable(command.words)
        if executable is None:
            continue
        place = f"{page.name}:{block.line}: {shlex.join(command.words)}"
        check(command, executable, expected, place, folder)


def check(command: Command, executable: list[str], expected: int, place: str, folder: Path) -> None:
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100", "PYTHONUTF8": "1"}
    outcome = subprocess.run(
        executable, cwd=folder, env=environment, encoding="utf-8", capture_output=True, check=False
    )
    output = outcome.stdout + outcome.stderr
    assert outcome.returncode == expected, f"{place}: exit code {outcome.returncode}\n{output}"
    same = doctest.OutputChecker().check_output(command.shown, output, FLAGS)
    assert same or not command.shown.strip(), f"{place}\nshown:\n{command.shown}\nprinted:\n{output}"


def commands(block: Block) -> Iterator[Command]:
    """Commands of a block: after `$ ` with the output under them, or each line of a bash block."""
    text = block.text.replace("\\\n", " ")
    if "$ " not in text:
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        yield from (Command(shlex.split(line, comments=True), "") for line in lines)
        return
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield Command(shlex.split(line, comments=True), shown)


def runnable(words: list[str]) -> list[str] | None:
    """How to start a command here; None for one that sets up; an error for any other."""
    program, *rest = words
    if program == "partnerlab":
        python = Path(sys.executable)
        return [str(python.with_name("partnerlab" + python.suffix)), *rest]
    if program in ("python", "python3") and rest[0].endswith(".py"):
        return [sys.executable, *rest]
    if program in SETTING_UP or (program.startswith("py") and rest[0] == "-m"):
        return None
    raise AssertionError(f"an example may not run {program}")
