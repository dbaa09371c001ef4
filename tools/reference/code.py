"""Pages made from the text of rules, loops and layout."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sim.engine.groups import NAMES
from tools.reference.words import TEXTS, table

SIM = Path(__file__).resolve().parent.parent.parent / "sim"
ARGUMENT = re.compile(r"^(\w+(?:, \w+)*) : (.*)")


@cache
def tree(name: str) -> ast.Module:
    """Syntax tree of a file below sim/."""
    return ast.parse((SIM / name).read_text("utf-8"))


def functions(name: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in tree(name).body if isinstance(node, ast.FunctionDef)}


def is_rule(node: ast.FunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "rule" for mark in node.decorator_list)


def docstring(node: ast.FunctionDef | ast.Module) -> str:
    return ast.get_docstring(node) or ""


def rules() -> str:
    """Every rule: what it decides, its arguments, its equation."""
    text = TEXTS["rules"]
    for path in sorted((SIM / "rules").glob("[a-z]*.py")):
        text += f"\n## {path.stem}\n\n{docstring(tree(f'rules/{path.name}'))}\n"
        for node in functions(f"rules/{path.name}").values():
            if is_rule(node):
                text += "\n" + one_rule(node)
    return text


def one_rule(node: ast.FunctionDef) -> str:
    return f"### {node.name}\n\n{body_text(docstring(node))}\n```py\n{equation(node)}\n```\n"


def equation(node: ast.FunctionDef) -> str:
    """The function without its docstring and types."""
    arguments = ", ".join(argument.arg for argument in node.args.args)
    body = [ast.unparse(part) for part in node.body[1:]]
    return f"{node.name}({arguments}):\n" + "\n".join(indented(part) for part in body)


def indented(text: str) -> str:
    return "\n".join("    " + line for line in text.splitlines())


def body_text(text: str) -> str:
    """A docstring as Markdown: arguments become a list, code names keep their marks."""
    lines = []
    for line in text.replace("``", "`").splitlines():
        match = ARGUMENT.match(line)
        names = [f"`{name}`" for name in match[1].split(", ")] if match else []
        lines.append(f"- {', '.join(names)}: {match[2]}" if match else line)
    return "\n".join(lines) + "\n"


class Step(NamedTuple):
    """One loop of the week: where it is, when it runs, what it calls."""

    name: str
    says: str
    when: str
    rules: tuple[str, ...]


WHEN = {
    "now.quarter_starts > 0.5": "first week of a quarter",
    "count > 0": "some partner re-plans",
    "lev[G.linear] < 0.5": "the plan has steps",
    "not lev[G.linear] < 0.5": "the plan pays one rate",
    "many > 0": "partners with many deals",
    "learn > 0.0": "week 0 is sought",
    "now.late > 0.5": "last two weeks of a rebate period",
    "all_.house.pleased > 0.0 or all_.house.hurt > 0.0 or all_.house.deceived > 0.0": "news for everybody",
    "all_.house.leaves > 0.0": "managers leave",
    "mode == BEHAVIOUR": "behaviour is replayed",
    "now.period_ends > 0.5 and lev[G.linear] < 0.5": "last week of a rebate period, the plan has steps",
}
"""Conditions of the week in words; one that is not here is shown as code."""


def week() -> str:
    """The order of everything that happens in a week."""
    found = [step for name in NAMES for step in steps(f"engine/groups/{name}.py", name, ())]
    rows = [
        [str(place), f"`{step.name}`", step.says, step.when, ", ".join(f"`{rule}`" for rule in step.rules)]
        for place, step in enumerate(found, 1)
    ]
    return TEXTS["week"] + "\n" + table(("", "step", "what it does", "when", "rules"), rows)


def steps(file: str, function: str, when: tuple[str, ...]) -> Iterator[Step]:
    """Loops that a group calls, itself or through functions of its own file."""
    aliases, own = modules(file), functions(file)
    for call, here in calls(own[function].body, when):
        owner, _, name = ast.unparse(call.func).partition(".")
        if owner in aliases and name in functions(aliases[owner]):
            yield one_step(aliases[owner], name, " and ".join(here))
        elif owner in own and owner != function:
            yield from steps(file, owner, here)


def one_step(file: str, name: str, when: str) -> Step:
    node = functions(file)[name]
    says = docstring(node).split("\n\n")[0].replace("\n", " ").replace("``", "`")
    label = f"{Path(file).stem}.{name}"
    return Step(label, says, when, tuple(dict.fromkeys(rules_called(file, node))))


def modules(file: str) -> dict[str, str]:
    """Name of each loop module in a file → its path below sim/."""
    imports = [node for node in tree(file).body if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name: f"engine/loops/{alias.name}.py"
        for node in imports
        if node.module == "sim.engine.loops"
        for alias in node.names
    }


def calls(body: list[ast.stmt], when: tuple[str, ...]) -> Iterator[tuple[ast.Call, tuple[str, ...]]]:
    """Calls in the order they are made, with the conditions they stand under."""
    for part in body:
        if isinstance(part, ast.If):
            test = ast.unparse(part.test)
            yield from calls_in(part.test, when)
            yield from calls(part.body, (*when, WHEN.get(test, f"`{test}`")))
            yield from calls(part.orelse, (*when, WHEN.get(f"not {test}", f"`not {test}`")))
        elif isinstance(part, ast.While):
            yield from calls(part.body, when)
        else:
            yield from calls_in(part, when)


def calls_in(part: ast.AST, when: tuple[str, ...]) -> Iterator[tuple[ast.Call, tuple[str, ...]]]:
    yield from ((node, when) for node in ast.walk(part) if isinstance(node, ast.Call))


def rules_called(file: str, node: ast.FunctionDef) -> Iterator[str]:
    """Rules that a loop calls, itself or through loops of its own file."""
    own = functions(file)
    for call, _ in calls_in(node, ()):
        owner, _, name = ast.unparse(call.func).partition(".")
        if name in rules_of(owner):
            yield f"{owner}.{name}"
        elif owner in own and owner != node.name:
            yield from rules_called(file, own[owner])


@cache
def rules_of(module: str) -> frozenset[str]:
    path = SIM / "rules" / f"{module}.py"
    if not path.is_file():
        return frozenset()
    return frozenset(name for name, node in functions(f"rules/{path.name}").items() if is_rule(node))


STABLE = "Do not change in a run; the same in every future."
LEARNED = "Made once per future from its parameters; the reference levels are learned before week 0."
TABLES = {
    "Facts of a partner": ("population/partners.py", "Facts", STABLE),
    "Facts that depend on the future": ("engine/layout.py", "Derived", LEARNED),
    "State of a partner": ("engine/layout.py", "State", "Kept from week to week."),
    "Shared by all partners": ("engine/layout.py", "Shared", "Kept from week to week, for next week."),
    "Weekly sums": ("engine/layout.py", "Weekly", "What a run records every week."),
}


def state() -> str:
    """Everything the engine keeps."""
    text = TEXTS["state"]
    for title, (file, name, says) in TABLES.items():
        text += f"\n## {title}\n\n{says}\n\n" + table(("field", "note"), fields(file, name))
    return text


def fields(file: str, name: str) -> Iterator[list[str]]:
    """Fields of a named tuple and the text under each."""
    found = next(node for node in tree(file).body if isinstance(node, ast.ClassDef) and node.name == name)
    for here, below in zip(found.body, [*found.body[1:], None], strict=True):
        if isinstance(here, ast.AnnAssign):
            yield [f"`{ast.unparse(here.target)}`", note(below)]


def note(node: ast.stmt | None) -> str:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return inspect.cleandoc(str(node.value.value)) if is_text else ""
