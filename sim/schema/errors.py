"""What can be wrong with a file, said in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MESSAGES: Final = {
    "alias": "YAML anchors and aliases are not allowed; write the value out",
    "bounds": "found {found}, allowed {allowed}",
    "check": "{found}",
    "cycle": "extends itself through {found}",
    "deep": "nested more than {allowed} levels deep",
    "duplicate": "found twice; keep one",
    "empty": "the file is empty",
    "encoding": "the file is not UTF-8 text",
    "extends": "found {found}, allowed the plain name of a file in the same folder",
    "folder": "this is a folder, a file is needed",
    "large": "the file has {found} kB, allowed up to {allowed} kB",
    "missing": "missing; it must be given",
    "nan": "found {found}, allowed finite numbers",
    "newer": "found {found}, this version reads schema {allowed}; update the program",
    "none": "there is no {allowed} with the name {found}",
    "quoted": "found the number {found} as text, allowed {allowed}; remove the quotes",
    "several": "several YAML documents in one file, allowed one",
    "tag": "YAML tags such as {found} are not allowed",
    "type": "found {found}, allowed {allowed}",
    "unknown": "there is no such field",
    "unreadable": "the file cannot be read: {found}",
    "yaml": "not valid YAML: {found}",
}
MORE: Final = "… and {count} more"
MOST_LISTED: Final = 50


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one file.

    Parameters
    ----------
    kind : key into `MESSAGES`
    file : the file as the user knows it
    line : line in the file, from 1; 0 when the whole file is meant
    path : dotted path of the field; empty when the whole file is meant
    found, allowed : what is there and what may be there
    nearest : the valid name or word most like the one found
    """

    kind: str
    file: str
    line: int = 0
    path: str = ""
    found: str = ""
    allowed: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        """`file:line  path: message`, without the parts that are not known."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        message = MESSAGES[self.kind].format(found=self.found, allowed=self.allowed)
        hint = f"; did you mean {self.nearest}?" if self.nearest else ""
        return f"{where}  {self.path}: {message}{hint}" if self.path else f"{where}  {message}{hint}"


class SchemaError(ValueError):
    """A file that cannot be used; its text lists every problem, one line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - MOST_LISTED
        listed = [str(problem) for problem in self.problems[:MOST_LISTED]]
        super().__init__("\n".join([*listed, MORE.format(count=more)] if more > 0 else listed))
