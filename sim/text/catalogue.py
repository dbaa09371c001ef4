"""The message catalogue: one sentence per key, one folder of ``.po`` files per language.

A key is ``<file>.<name>``; the file ``locale/<language>/<file>.po`` holds its wording. The files are ordinary
gettext catalogues and are compiled in memory when a language is first spoken.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

SOURCE_LANGUAGE = "en"
_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def language() -> str:
    """Language that is spoken now, as a Babel locale name."""
    return _language.get()


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Speak another language inside a ``with`` block (in this thread or task only).

    Parameters
    ----------
    name : Babel locale name with a folder under ``sim/text/locale``
    """
    token = _language.set(name)
    try:
        yield
    finally:
        _language.reset(token)


def say(key: str, **arguments: object) -> str:
    """Sentence behind a key, with its places filled.

    Parameters
    ----------
    key : ``<file>.<name>``
    arguments : one value per ``{place}`` of the sentence, formatted already

    Raises
    ------
    KeyError : no such key (a programming error: the catalogue is complete by test)
    """
    return _known(key, _translations(language()).gettext(key)).format(**arguments)


def say_count(key: str, count: int, **arguments: object) -> str:
    """Sentence behind a key in the plural form that ``count`` asks for; ``{count}`` is among its places."""
    sentence = _translations(language()).ngettext(key, f"{key}.many", count)
    return _known(key, sentence).format(count=count, **arguments)


def read_language(name: str) -> Catalog:
    """All messages of one language, merged from its files.

    Raises
    ------
    ValueError : a key that does not start with the name of its file
    """
    merged = Catalog(locale=name)
    for source in sorted(_folder(name).iterdir(), key=lambda path: path.name):
        if source.name.endswith(".po"):
            _merge(merged, source.name.removesuffix(".po"), source.read_bytes())
    return merged


def _merge(merged: Catalog, stem: str, text: bytes) -> None:
    for message in read_po(BytesIO(text), locale=merged.locale, abort_invalid=True):
        if not message.id:
            continue
        if not key_of(message.id).startswith(f"{stem}."):
            raise ValueError(f"{stem}.po: the key {key_of(message.id)!r} belongs into another file")
        merged[message.id] = message


def key_of(message_id: str | tuple[str, ...] | list[str]) -> str:
    """Key of a message of the catalogue, with or without plural forms."""
    return message_id if isinstance(message_id, str) else message_id[0]


@lru_cache
def _translations(name: str) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, read_language(name))
    compiled.seek(0)
    return Translations(compiled)


def _folder(name: str) -> Traversable:
    return files("sim.text") / "locale" / name


def _known(key: str, sentence: str) -> str:
    if sentence in (key, f"{key}.many"):
        raise KeyError(key)
    return sentence
