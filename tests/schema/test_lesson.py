"""Lessons: what is shipped loads, and what cannot be taught is refused."""

from pathlib import Path

import pytest

from sim.experiment.calendar import WEEKS_PER_QUARTER
from sim.experiment.outcomes import BY_NAME, Period, Unit
from sim.schema.errors import SchemaError
from sim.schema.loading import list_scenarios, load_lesson, scenarios_folder

SHIPPED = list_scenarios()["lessons"]


def changed(tmp_path: Path, old: str, new: str, name: str = "eighty-twenty") -> Path:
    text = (scenarios_folder() / "lessons" / f"{name}.yaml").read_text("utf-8")
    assert old in text
    folder = tmp_path / "lessons"
    folder.mkdir()
    path = folder / "own.yaml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_five_lessons_are_shipped_each_in_its_place() -> None:
    lessons = [load_lesson(name) for name in SHIPPED]
    assert {lesson.name for lesson in lessons} == set(SHIPPED)
    assert sorted(lesson.order for lesson in lessons) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_lesson_predicts_what_can_be_measured(name: str) -> None:
    lesson = load_lesson(name)
    outcome = BY_NAME[lesson.outcome]
    assert lesson.question.endswith("?")
    assert all(question.endswith("?") for question in lesson.class_questions)
    assert lesson.weeks % WEEKS_PER_QUARTER == 0
    if lesson.line:
        assert outcome.period in (Period.END, Period.LAST_QUARTER), "a line is drawn through levels"
        assert outcome.unit is not Unit.MONEY


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("line: [-20, 20]\n", "", "either sentences to choose from or a line"),
        ("line: [-20, 20]", "line: [5, 20]", "one below and one above 0"),
        ("line: [-20, 20]", "line: [-20]", "one below and one above 0"),
        ("design: top-of-the-list", "design: top-of-a-list", "top-of-the-list"),
        ("start_week: 0", "start_week: 104", "starts after the horizon"),
        ("title: The 80/20 trap\n", "", "title"),
    ],
)
def test_a_lesson_that_cannot_be_taught_is_refused(old: str, new: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=said):
        load_lesson(changed(tmp_path, old, new))


def test_a_choice_offers_every_answer_once(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="one sentence each"):
        load_lesson(changed(tmp_path, "says: depends", "says: worse", "moving-car"))
