"""The catalogue is complete, holds nothing that nobody says, and speaks more than one language."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from sim.text import catalogue
from sim.text.catalogue import key_of, language, read_language, say, say_count, speaking

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "sim" / "text" / "locale"
LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())
STEMS = sorted(path.stem for path in (LOCALE / "en").glob("*.po"))
KEY = re.compile(rf"(?:{'|'.join(STEMS)})\.(?!(?:css|js|zip)$)[a-z_.]*[a-z_]")


def speakers() -> list[Path]:
    return [path for path in sorted((ROOT / "sim").rglob("*.py")) if "sim.text" in path.read_text("utf-8")]


def keys_said() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys written out in the code, and patterns of those that are put together."""
    whole: set[str] = set()
    patterns = []
    for path in speakers():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(p.value) if isinstance(p, ast.Constant) else "[a-z_]+" for p in node.values
                ]
                patterns.append(re.compile("".join(parts)))
    return whole, [
        pattern for pattern in patterns if pattern.pattern.startswith(tuple(f"{s}\\." for s in STEMS))
    ]


def messages(name: str) -> dict[str, Message]:
    return {key_of(message.id): message for message in read_language(name) if message.id}


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    assert keys_said()[0] - set(messages("en")) == set()


def test_every_message_is_said_somewhere() -> None:
    whole, patterns = keys_said()
    silent = {
        key for key in messages("en") if key not in whole and not any(p.fullmatch(key) for p in patterns)
    }
    assert silent == set()


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_says_every_message_with_the_same_places(name: str) -> None:
    english, spoken = messages("en"), messages(name)
    assert set(spoken) == set(english)
    for key, message in spoken.items():
        wanted = set.union(*map(places, forms(english[key])))
        assert all(form for form in forms(message)), key
        assert set.union(*map(places, forms(message))) == wanted, key


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"headline\.nothing"):
        say("headline.nothing")
    with pytest.raises(KeyError, match=r"headline\.nothing"):
        say_count("headline.nothing", 2)


def test_plural_forms_follow_the_count() -> None:
    assert say_count("numbers.years", 1) == "1 year"
    assert say_count("numbers.years", 3) == "3 years"


def test_inserted_names_stay_as_they_are() -> None:
    name = "Bonus {x} & 100 % €"
    assert name in say("headline.undefined", design=name, baseline="today")


def test_another_language_is_spoken_inside_the_block_only(monkeypatch: pytest.MonkeyPatch) -> None:
    polish = Catalog(locale="pl")
    polish.add(
        ("numbers.weeks", "numbers.weeks.many"), ("{count} tydzień", "{count} tygodnie", "{count} tygodni")
    )
    monkeypatch.setattr(catalogue, "read_language", lambda _name: polish)
    catalogue._translations.cache_clear()
    with speaking("pl"):
        assert [say_count("numbers.weeks", n) for n in (1, 3, 5)] == ["1 tydzień", "3 tygodnie", "5 tygodni"]
    assert language() == "en"
    catalogue._translations.cache_clear()


def test_a_key_in_the_wrong_file_is_refused() -> None:
    merged = Catalog(locale="en")
    with pytest.raises(ValueError, match="belongs into another file"):
        catalogue._merge(merged, "numbers", b'msgid "headline.more"\nmsgstr "x"\n')
