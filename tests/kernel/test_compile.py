"""Rules and primitives work in both worlds, and compiled code is never older than its sources."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numba.core.errors import NumbaError

from sim.kernel import compile as compiling
from sim.kernel.compile import RULES, apart, cache_directory, rule

ROOT = Path(__file__).resolve().parents[2]
COMPILED_ROOMS = ("sim.engine", "sim.kernel", "sim.rules")
RULE = "from sim.kernel.compile import rule\n\n@rule\ndef fee(x):\n    return {factor}.0 * x\n"
LOOP = """
import numpy as np
from numba import njit
from sim.rules.fees import fee
from sim.kernel.compile import phase

@phase("void(float64[::1])")
def charge(x):
    for j in range(len(x)):
        x[j] = fee(x[j])
"""
MAIN = """
import numpy as np
from sim.engine.loop import charge
x = np.ones(3)
charge(x)
print(x[0], sum(charge.stats.cache_hits.values()))
"""


@pytest.fixture
def project(tmp_path, root):
    """A small project with the kernel, one rule and one loop that uses it from another file."""
    shutil.copytree(root / "sim" / "kernel", tmp_path / "sim" / "kernel")
    for folder in ("", "rules", "engine"):
        (tmp_path / "sim" / folder).mkdir(exist_ok=True)
        (tmp_path / "sim" / folder / "__init__.py").touch()
    (tmp_path / "sim" / "rules" / "fees.py").write_text(RULE.format(factor=2))
    (tmp_path / "sim" / "engine" / "loop.py").write_text(LOOP)
    return tmp_path


def run(project, program=MAIN, **environment):
    settings = {**os.environ, "PARTNERLAB_CACHE": str(project / "cache"), "PYTHONPATH": str(project)}
    command = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(
        command, cwd=project, env=settings | environment, check=True, capture_output=True, text=True
    )
    return done.stdout.split()


@pytest.mark.compiled
def test_an_edited_rule_never_runs_as_stale_compiled_code(project):
    assert run(project) == ["2.0", "0"]
    assert run(project) == ["2.0", "1"]
    rule_file = project / "sim" / "rules" / "fees.py"
    before = rule_file.stat()
    rule_file.write_text(RULE.format(factor=3))
    os.utime(rule_file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(project) == ["3.0", "0"]


@pytest.mark.compiled
def test_a_copy_in_another_folder_finds_the_code_of_the_first(project, tmp_path_factory):
    assert run(project) == ["2.0", "0"]
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(project / "sim", copy / "sim")
    assert run(copy, PARTNERLAB_CACHE=str(project / "cache")) == ["2.0", "1"]


def fingerprint_of(project, **environment):
    program = "from sim.kernel.compile import cache_directory as c; print(c().name)"
    return run(project, program, **environment)[0]


def test_the_cache_folder_changes_with_sources_and_processor_settings(project):
    first = fingerprint_of(project)
    assert first.startswith("compiled-")
    assert fingerprint_of(project) == first
    assert fingerprint_of(project, NUMBA_CPU_NAME="generic") != first
    (project / "sim" / "rules" / "new.py").touch()
    assert fingerprint_of(project) != first


def test_the_cache_folder_can_be_moved(monkeypatch, tmp_path):
    monkeypatch.setenv("PARTNERLAB_CACHE", str(tmp_path))
    assert cache_directory().parent == tmp_path
    monkeypatch.delenv("PARTNERLAB_CACHE")
    assert "partnerlab" in cache_directory().parts


def test_without_the_compiler_everything_runs_as_plain_python(project):
    program = """
import types
import numpy as np
from sim.kernel.counts import binomial, poisson
from sim.kernel.draws import stream_key, uniform
from sim.kernel.sums import fold
from sim.kernel.vmath import normal_cdf
from sim.engine.loop import charge
assert all(type(f) is types.FunctionType for f in (fold, charge))
key = stream_key(12345, 1, 0, 0, 0)
print(hex(key), uniform(key, 0), poisson(0.9, 3.0), binomial(0.9, 10, 0.3), fold(np.arange(128.0), 0))
"""
    answers = run(project, program, NUMBA_DISABLE_JIT="1")
    assert answers == ["0x1b4ab48dc9e0fe84", "0.5026411081677041", "5.0", "5.0", "120.0"]


def test_a_rule_is_registered_and_stays_a_plain_function(monkeypatch):
    monkeypatch.setattr(compiling, "RULES", RULES.copy())

    def sum_of_two(a, b):
        return a + b

    assert rule(sum_of_two) is sum_of_two
    assert compiling.RULES["sum_of_two"] is sum_of_two
    with pytest.raises(ValueError, match="two rules are called 'sum_of_two'"):
        rule(sum_of_two)


def imported(file):
    """Modules of the engine, the kernel and the rules that a file names, as files."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(COMPILED_ROOMS):
            whole = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
            yield from (
                path for path in (ROOT / f"{name.replace('.', '/')}.py" for name in whole) if path.is_file()
            )


@pytest.mark.compiled
def test_compiled_code_makes_no_array_and_so_counts_no_references():
    @apart
    def twice(numbers):
        numbers[:] = numbers + numbers

    with pytest.raises(NumbaError, match="NRT required but not enabled"):
        twice(np.ones(2))


def test_the_digest_knows_every_file_that_the_groups_are_made_of(root):
    seen, open_ = set(), list((root / "sim" / "engine" / "groups").glob("*.py"))
    while open_:
        file = open_.pop()
        seen.add(file)
        open_ += [one for one in imported(file) if one not in seen]
    known = {root / "sim" / name.decode() for name in compiling._source_texts()[::2]}
    assert root / "sim" / "engine" / "house.py" in seen
    assert seen - known - {root / "sim" / "engine" / "groups" / "__main__.py"} == set()
