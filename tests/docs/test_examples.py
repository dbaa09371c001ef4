"""Every example of README.md and docs/ runs and shows what is printed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.examples import blocks, run_page

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [path for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))) if path.is_file()]
WITH_EXAMPLES = [page for page in PAGES if blocks(page.read_text("utf-8"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the files that examples name, so that what they write stays out of the project."""
    for name in ("scenarios", "examples"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PARTNERLAB_DATA", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_run(page: Path, folder: Path) -> None:
    run_page(page, folder)


def test_the_readme_has_examples() -> None:
    assert ROOT / "README.md" in WITH_EXAMPLES


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("```python\nx = 1\n```\n\n```python\nassert x == 2\n```\n", AssertionError),
        ("```python\n>>> 1 + 1\n3\n```\n", Exception),
        ("```console\n$ rm -r everything\n```\n", AssertionError),
        ("```console\n$ python wrong.py\n```\n", AssertionError),
        ("```console\n$ python right.py\nsomething else\n```\n", AssertionError),
        ("1. A list:\n   ```bash\n   python wrong.py\n   ```\n", AssertionError),
    ],
)
def test_a_wrong_example_is_noticed(text: str, complaint: type[Exception], tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text("raise SystemExit(3)")
    (tmp_path / "right.py").write_text("print('a', 1)")
    page = tmp_path / "page.md"
    page.write_text(text)
    with pytest.raises(complaint):
        run_page(page, tmp_path)


def test_a_right_example_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text("print('a', 1)")
    (tmp_path / "wrong.py").write_text("raise SystemExit(3)")
    page = tmp_path / "page.md"
    page.write_text(
        "```python\nx = 1\n```\n```python\n>>> x + 1\n2\n```\n"
        "```console\n$ make test\n$ python right.py\na ...\n```\n"
        "```console exit=3\n$ python wrong.py\n```\n"
    )
    run_page(page, tmp_path)
