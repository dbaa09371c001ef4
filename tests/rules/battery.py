"""Tools for checks of every rule: ranges of arguments by their names, and its source as a tree."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import sim.rules
from sim.kernel.compile import RULES

for _module in pkgutil.iter_modules(sim.rules.__path__, "sim.rules."):
    importlib.import_module(_module.name)

Rule = Callable[..., float]


class Range(NamedTuple):
    """Where an argument lies; a switch is 0 or 1."""

    low: float
    high: float
    switch: bool = False


SWITCHES = (
    "active|condition|due_now|ends|incident|leaves|offered|period_ends|planning|quarter_ends|quietly|registered|"
    "returns|taken|was_active|won"
)
# The first pattern that a whole name matches says where the argument lies. What rules divide by or take the
# logarithm of stays away from 0.
CONVENTIONS: tuple[tuple[str, Range], ...] = (
    (SWITCHES, Range(0, 1, switch=True)),
    ("u", Range(1e-9, 1 - 1e-9)),
    (
        "share|usual_share|share_reference|current|wanted|total_now|total_wanted|own|wallet|part",
        Range(0.01, 0.95),
    ),
    ("win_chance|output_reference|bond_half|smallest|smallest_share|smallest_log_sd|log_sd", Range(0.01, 1)),
    ("nothing|discount|curvature", Range(0, 0.9)),
    (
        "margin_reference|other_margin|margin|relation_reference|street_reference|trust_reference",
        Range(0.05, 0.9),
    ),
    (
        "stiffness|cost_per_week|weight|deal|kappa|variance|spread|mean|mean_deal|hours_per_manager",
        Range(0.01, 2),
    ),
    (".*_share|.*_chance|chance|hazard|due|closed|end|norm|fading|decay|force|phase", Range(0, 1)),
    ("trust|bond|understanding|belief|skill|complexity.*|prior|reputation|credence|difficulty", Range(0, 1)),
    ("goodwill|hurt|unfairness|boundedness|willing|drift|control|ease|perceived|cap", Range(0, 1)),
    ("bond_reference|skill_reference|intensity_reference|direct_overlap|balance|buyer_wait", Range(0, 1)),
    ("hurry|delay|retiming|node|effect|bond_points|registered_points|awareness_logit", Range(-1, 1)),
    ("pull|learning|lasting|gained|lost|size|gain|speed|present_value|in_period|pass_through", Range(0, 1)),
    (".*_hours|hours.*|minutes.*|half_minutes|per_(rule|threshold|exception|claim_step)", Range(1, 240)),
    (".*weeks.*|week|weeks", Range(1, 156)),
    (
        ".*_list|list_.|target|jump_money|value|minimum|year|last_year|next_year_list|quarter_.|used",
        Range(0.5, 1e6),
    ),
    ("silver|gold|platinum|tier|kind|month.*|visit_cost|newsletter_cost", Range(0, 3)),
    (
        "price.*|.*_price|points.*|plan.*|flat|tiers|rent.*|kept|services.*|rewards|rate|rates|slope.*|jump",
        Range(0, 2),
    ),
    (
        "deals.*|wins.*|breaches|incidents|bad|mild|other|visits|calls|newsletters|personal|count|inflow",
        Range(0.1, 40),
    ),
    (
        ".*_factor|factor|relation.*|noise.*|market.*|territory|growth|coverage|level|centre|low|high",
        Range(0.1, 3),
    ),
    (".*", Range(0.05, 3)),
)


def range_of(name: str) -> Range:
    """Where an argument of this name lies."""
    return next(where for pattern, where in CONVENTIONS if re.fullmatch(pattern, name))


def names_of(rule: Rule) -> list[str]:
    """Arguments of a rule."""
    return list(inspect.signature(rule).parameters)


def draw(rule: Rule, rows: int, seed: int = 7) -> np.ndarray:
    """Random arguments of a rule, one row a call; the first rows hold the ends of all ranges."""
    random = np.random.default_rng(seed)
    ranges = [range_of(name) for name in names_of(rule)]
    low, high = (np.array([getattr(where, end) for where in ranges]) for end in ("low", "high"))
    position = random.random((rows, len(ranges)))
    position[: rows // 4] = np.round(position[: rows // 4])
    position[:, [where.switch for where in ranges]] = np.round(
        position[:, [where.switch for where in ranges]]
    )
    return low + position * (high - low)


def interpreted(rule: Rule, rows: np.ndarray) -> np.ndarray:
    """A rule called from Python, row by row."""
    return np.array([rule(*row) for row in rows.tolist()])


def modules() -> list[str]:
    """Files that hold rules."""
    return sorted({rule.__module__ for rule in RULES.values()})


def compiled(rules: list[Rule], tables: list[np.ndarray]) -> np.ndarray:
    """The same rules inside a compiled loop, as the engine calls them: one column per rule."""
    numba: Any = importlib.import_module("numba")
    scope: dict[str, Any] = {f"f{place}": rule for place, rule in enumerate(rules)}
    lines, first = ["def loop(table, out):", "    for i in range(len(out)):"], 0
    for place, rule in enumerate(rules):
        after = first + len(names_of(rule))
        columns = ", ".join(f"table[i, {column}]" for column in range(first, after))
        lines.append(f"        out[i, {place}] = f{place}({columns})")
        first = after
    exec("\n".join(lines), scope)
    out = np.empty((len(tables[0]), len(rules)))
    numba.njit(error_model="numpy", fastmath=False)(scope["loop"])(np.hstack(tables), out)
    return out


def trees() -> dict[str, ast.FunctionDef]:
    """Source of every rule by its name."""
    files = sorted(Path(sim.rules.__file__).parent.glob("*.py"))
    nodes = [node for file in files for node in ast.parse(file.read_text("utf-8")).body]
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef) and node.name in RULES}


def numbers_in(node: ast.AST) -> list[float]:
    """Numbers written in a piece of code."""
    constants = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return [
        float(value) for value in constants if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def module_numbers() -> dict[str, float]:
    """Numbers that the rule files name outside their rules."""
    found: dict[str, float] = {}
    for file in sorted(Path(sim.rules.__file__).parent.glob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and numbers_in(node.value):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                found[ast.unparse(target)] = numbers_in(node.value)[0]
    return found


def names_used(node: ast.FunctionDef) -> set[str]:
    """Names that a rule reads but neither receives nor sets."""
    body = [part for statement in node.body for part in ast.walk(statement)]
    names = [part for part in body if isinstance(part, ast.Name)]
    own = {part.id for part in names if isinstance(part.ctx, ast.Store)} | {a.arg for a in node.args.args}
    return {part.id for part in names if isinstance(part.ctx, ast.Load)} - own
