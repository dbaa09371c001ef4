"""What `make lint`, `make test-fast`, `make test`, `make check-slow` and `make check-data` run.

Every step runs even when one before it failed; the exit code is 0 only when all went well.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tools import browser, postgres, sizes

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
FEW_NEEDS = "not slow and not browser and not data and not postgres"
SHARED_CORES = ("-n", "2", "--dist", "worksteal")
BY_FILE = ("-n", "2", "--dist", "loadfile")
"""Tests of a page follow one another on the server that has seen it."""
NO_PAGES = ("--ignore", "tests/browser")
"""Not even read: that costs seconds in each process."""


class Result(NamedTuple):
    """One step that ran."""

    name: str
    ok: bool
    seconds: float


class Programs(NamedTuple):
    """What the system gives: path of a browser, folder of a database server; None for what is not here."""

    chromium: str | None
    server: str | None


@functools.cache
def system_programs() -> Future[Programs]:
    """Both, installed where they lack; from the first call on, while other steps run."""
    helper = ThreadPoolExecutor(1)
    return helper.submit(lambda: Programs(browser.find_or_install(), postgres.find_or_install()))


def run(*arguments: str, **variables: str) -> bool:
    """Run a module of this Python from the root of the project."""
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def pytest(report: str, marks: str, *arguments: str, **variables: str) -> bool:
    """Run the tests with these marks; counts go to build/report-NAME.xml."""
    counts = f"--junitxml={BUILD / f'report-{report}.xml'}"
    return run("pytest", "-q", "-m", marks, counts, *arguments, **variables)


def lint() -> bool:
    """Ruff's rules and its formatting."""
    checks = [run("ruff", "check", "."), run("ruff", "format", "--check", ".")]
    return all(checks)


def types() -> bool:
    """Mypy, strict, on sim/."""
    return run("mypy")


def python_tests() -> bool:
    """Tests that need nothing but Python."""
    return pytest("tests", f"not wheel and {FEW_NEEDS}", *NO_PAGES, *SHARED_CORES)


def python_and_wheel_tests() -> bool:
    """The same and the wheel."""
    return pytest("tests", FEW_NEEDS, *NO_PAGES, *SHARED_CORES)


def interpreted_tests() -> bool:
    """Rules and kernel again as plain Python, which the compiler would hide from a reader of coverage."""
    marks = "not compiled and not slow"
    rooms = "tests/rules", "tests/kernel"
    return pytest("interpreted", marks, *rooms, *SHARED_CORES, NUMBA_DISABLE_JIT="1")


def browser_tests() -> bool:
    """The page in a real browser, what is timed alone; passed over without a browser, except in CI."""
    chromium = system_programs().result().chromium
    if not chromium:
        return not in_ci()
    shared = pytest("browser", "browser and not timed", "tests/browser", *BY_FILE, CHROMIUM=chromium)
    alone = pytest("timed", "browser and timed", "tests/browser", CHROMIUM=chromium)
    return shared and alone


def postgres_tests() -> bool:
    """The library on a real server; passed over without one, except in CI."""
    server = system_programs().result().server
    if server:
        return pytest("postgres", "postgres", "tests/store", POSTGRES_BIN=server)
    return not in_ci()


def slow_tests() -> bool:
    """The long checks."""
    return pytest("slow", "slow", *SHARED_CORES)


def data_tests(folder: str) -> bool:
    """The assertions about partner tables on a folder of real ones."""
    return pytest("data", "data", f"--data={Path(folder).resolve()}")


def in_ci() -> bool:
    """True where CI=true is set, as build services do."""
    return os.environ.get("CI", "").lower() == "true"


Stage = dict[str, Callable[[], bool]]
"""Steps by name that run side by side: several where each keeps one core busy, else one alone."""
PLANS: dict[str, tuple[Stage, ...]] = {
    "lint": ({"lint": lint, "types": types},),
    "fast": ({"lint": lint, "types": types}, {"tests": python_tests}, {"interpreted": interpreted_tests}),
    "full": (
        {"lint": lint},
        {"tests": python_and_wheel_tests},
        {"types": types, "postgres": postgres_tests},
        {"interpreted": interpreted_tests},
        {"browser": browser_tests},
    ),
    "slow": ({"slow": slow_tests},),
}


def run_stage(stage: Stage) -> list[Result]:
    """Run the steps of a stage, and say how long each took."""
    print(f"\n== {', '.join(stage)}", flush=True)
    with ThreadPoolExecutor(len(stage)) as side_by_side:
        return list(side_by_side.map(timed, stage, stage.values()))


def timed(name: str, step: Callable[[], bool]) -> Result:
    """Run one step and say how long it took."""
    started = time.monotonic()
    ok = step()
    return Result(name, ok, time.monotonic() - started)


def counts() -> tuple[int, int]:
    """Tests passed and failed in all reports of this run."""
    passed = failed = 0
    for report in BUILD.glob("report-*.xml"):
        for suite in ET.parse(report).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            passed += int(suite.get("tests", 0)) - int(suite.get("skipped", 0)) - bad
            failed += bad
    return passed, failed


def conclude(results: list[Result], seconds: float) -> int:
    """Print durations, counts and, last, what did not run."""
    print("\n" + sizes.report() + "\n")
    for result in results:
        print(f"{result.name:<12} {'ok' if result.ok else 'FAILED':<7} {result.seconds:6.1f} s")
    print(f"{'all':<12} {'':<7} {seconds:6.1f} s\n")
    if any(BUILD.glob("report-*.xml")):
        print("{} passed, {} failed".format(*counts()))
    if any(result.name == "browser" for result in results) and browser.find() is None:
        print(f"The browser part did not run: no Chromium here. To get it: {browser.HOW_TO_GET_IT}.")
    if any(result.name == "postgres" for result in results) and postgres.find() is None:
        print(f"The part on a server did not run: no PostgreSQL here. To get it: {postgres.HOW_TO_GET_IT}.")
    return 0 if all(result.ok for result in results) else 1


def main(arguments: list[str]) -> int:
    """Run a plan by name, or `data FOLDER`."""
    name, *rest = arguments
    BUILD.mkdir(exist_ok=True)
    for old in BUILD.glob("report-*.xml"):
        old.unlink()
    if name == "full":
        system_programs()
    started = time.monotonic()
    stages = ({"data": lambda: data_tests(*rest)},) if name == "data" else PLANS[name]
    results = [result for stage in stages for result in run_stage(stage)]
    return conclude(results, time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
