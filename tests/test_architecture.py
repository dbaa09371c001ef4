"""Walls between the rooms of sim/, and what every file owes its reader."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tools import sizes

ROOT = Path(__file__).resolve().parent.parent
SIM = ROOT / "sim"
MODULES = sorted(SIM.rglob("*.py"))
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

# Which modules may import these libraries, as patterns of their paths below sim/.
WALLS = {
    "streamlit": ("ui/*", "ui/**/*"),
    "altair": ("ui/*", "ui/**/*", "charts/*", "charts/**/*"),
    "mesa": ("engine/agents/*",),
    "openpyxl": ("intake/*",),
    "typer": ("cli/*",),
    "typst": ("report/*",),
    "vl_convert": ("report/*",),
    "pptx": ("report/*",),
    "xlsxwriter": ("report/*",),
    "sqlalchemy": ("store/*", "store/**/*"),
    "alembic": ("store/*", "store/**/*"),
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> set[str]:
    """Modules that a file imports, with their dots."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_the_layers_import_one_way_only(capfd: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert outcome == 0, capfd.readouterr().out


@pytest.mark.parametrize("library", WALLS)
def test_a_library_stays_behind_its_wall(library: str) -> None:
    allowed = {path for pattern in WALLS[library] for path in SIM.glob(pattern)}
    outside = [
        name(path)
        for path in MODULES
        if path not in allowed and library in {module.split(".")[0] for module in imports(path)}
    ]
    assert not outside, f"{library} may be imported by {WALLS[library]} only, not by {outside}"


def test_rules_import_nothing_but_math_and_the_kernel() -> None:
    for path in sorted((SIM / "rules").rglob("*.py")):
        own = ("math", "sim.kernel", "sim.rules", "__future__")
        strange = {module for module in imports(path) if not module.startswith(own)}
        assert not strange, f"{name(path)} imports {strange}"


def public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Named]]:
    """Public functions and classes of a module, and public methods of public classes."""
    for node in body:
        if isinstance(node, (*FUNCTION, ast.ClassDef)) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{prefix}{node.name}.")


def public_names(path: Path) -> list[tuple[str, Named]]:
    return list(public(parsed(path).body))


def is_overload(node: Named) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def untyped(node: Named) -> list[str]:
    """Arguments of a function without a type, and `return` if that is missing."""
    if isinstance(node, ast.ClassDef):
        return []
    given = node.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    bare = [argument.arg for argument in arguments if argument and argument.annotation is None]
    return [argument for argument in bare if argument not in ("self", "cls")] + (
        [] if node.returns else ["return"]
    )


def test_every_module_says_what_it_holds() -> None:
    silent = [name(path) for path in MODULES if not ast.get_docstring(parsed(path))]
    assert not silent, f"no docstring: {silent}"


def test_every_public_name_is_documented() -> None:
    silent = [
        f"{name(path)}: {label}"
        for path in MODULES
        for label, node in public_names(path)
        if not ast.get_docstring(node) and not is_overload(node)
    ]
    assert not silent, "no docstring:\n" + "\n".join(silent)


def test_every_public_function_is_typed() -> None:
    bare = [
        f"{name(path)}: {label} ({', '.join(untyped(node))})"
        for path in MODULES
        for label, node in public_names(path)
        if untyped(node)
    ]
    assert not bare, "no type:\n" + "\n".join(bare)


def test_sizes_are_reported() -> None:
    report = sizes.report()
    print(report)
    assert report.startswith("Sizes:")


def project_files() -> list[Path]:
    """Text files of the project: what git tracks or would track, else all but made folders."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode == 0 and listing.stdout:
        paths = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        made = {".venv", "build", "dist", ".git", "__pycache__", ".hypothesis", ".ruff_cache"}
        paths = [path for path in ROOT.rglob("*") if not made & set(path.relative_to(ROOT).parts)]
    return [path for path in paths if path.is_file()]


# Written in pieces, so that this file does not contain what it looks for.
FORBIDDEN = {
    "address of a package registry": re.compile(
        "|".join(
            [
                r"py" + r"pi\.(?:org|python\.org)",
                r"python" + r"hosted\.org",
                r"registry\.npm" + r"js",
                r"npm" + r"js\.(?:org|com)",
                r"(?:deb|security|ftp)\.deb" + r"ian\.org",
                r"archive\.ubu" + r"ntu\.com",
                r"ana" + r"conda\.(?:org|com)",
                r"--(?:extra-)?index" + r"-url[ =]+http",
            ]
        )
    ),
    "path of one machine": re.compile(
        r"(?<![\w.\-/])/(?:wo" + r"rk|ro" + r"ot|home/\w+|Users/\w+|tmp/la" + r"b)(?:/|\b)"
    ),
    "number of an issue": re.compile(r"\biss" + r"ues? #?\d", re.IGNORECASE),
    "folder outside the project": re.compile(r"\.\./sha" + r"red"),
}
# `make check-data` shows where a folder of tables may lie.
EXCUSED = {("Makefile", "folder outside the project"), ("README.md", "folder outside the project")}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds_what_ties_it_to_one_place(what: str) -> None:
    found = []
    for path in project_files():
        if (name(path), what) in EXCUSED or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name(path)}: {match.group(0)}" for match in FORBIDDEN[what].finditer(text)]
    assert not found, f"{what}:\n" + "\n".join(found)
