"""The letter names what changes and keeps to itself what was simulated."""

import pytest

from sim.report.letter import letter
from sim.report.reading import reading
from sim.text.levers import lever_name
from tests.charts.toys import compared, with_rebates
from tests.report.conftest import renamed


def test_every_lever_that_changes_is_a_point_of_the_letter() -> None:
    comparison = with_rebates(before={"size": 1.0}, after={"size": 1.5})
    found = letter(comparison)
    points = [part for part in found.paragraphs if part.startswith("- ")]
    assert len(points) == 1
    assert lever_name("rebate.size") in points[0]
    assert "1.5" in points[0]


def test_nothing_that_was_simulated_is_in_the_letter(comparison) -> None:
    named = renamed(comparison, before="old-terms", one="new-terms", two="other-terms")
    found = letter(named)
    text = " ".join([*found.paragraphs, *(part for question in found.questions for part in question)])
    for word in ("futures", "80 %", "net contribution", "lose", named.today, *named.designs):
        assert word not in text


def test_when_it_starts_is_the_week_of_the_design() -> None:
    late = dict(letter(compared(1.0, start=8)).questions)
    assert "8 weeks" in late["When does it start?"]
    assert "[date]" in dict(letter(compared(1.0)).questions)["When does it start?"]


def test_a_design_that_changes_nothing_says_so() -> None:
    same = letter(with_rebates(before={"size": 1.0}, after={"size": 1.0}))
    assert "stays as it is" in same.markdown


def test_the_draft_is_easier_to_read_than_a_newspaper(comparison) -> None:
    assert letter(comparison).reading.level in {"very_easy", "easy"}


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long"),
    [
        ("We pay more. You sell more.", 6, 2, 0),
        ("Registration protects partners", 3, 1, 3),  # 12, 8 and 8 letters
        ("One: two\n\nthree", 3, 3, 0),
        ("", 0, 0, 0),
    ],
)
def test_words_sentences_and_long_words_are_counted(text: str, words: int, sentences: int, long: int) -> None:
    found = reading(text)
    assert (found.words, found.sentences, found.long_words) == (words, sentences, long)


def test_lix_is_words_per_sentence_plus_long_words_per_hundred() -> None:
    assert reading("We pay more. You sell more.").lix == 3.0
    assert reading("Registration protects partners").lix == 103.0
    assert reading("One two three four, partners.").lix == 5.0 + 20.0
    assert reading("").lix == 0.0
