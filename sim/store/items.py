"""What can be kept, each as the text of a file: a programme, or a link that brings a page back."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any, Final

from ruamel.yaml import YAML

from sim.schema.editing import changed
from sim.schema.loading import SCHEMA, read_programme, to_yaml
from sim.schema.programme import Programme
from sim.schema.reading import parse
from sim.store.errors import LibraryError
from sim.text.catalogue import say

PROGRAMME: Final = "programme"
LINK: Final = "link"

MOST_PARAMETERS: Final = 40
MOST_CHARACTERS: Final = 20_000
"""Limits of a link: parameters, and characters in each."""

_PARAMETER: Final = re.compile(r"[a-z][a-z_0-9]{0,19}")

Link = Mapping[str, str]
"""Parameters of a link to the page. They never hold sales of partners."""

Item = Programme | Link


def kind_of(item: Item) -> str:
    """Which kind an item is.

    Raises
    ------
    TypeError : anything else, such as a table of partners: it is never kept
    """
    if isinstance(item, Programme):
        return PROGRAMME
    if isinstance(item, Mapping):
        return LINK
    raise TypeError(f"kept are programmes and links, not {type(item).__name__}")


def written(name: str, item: Item) -> str:
    """The item as the text of a file under a name; it reads back as an equal item.

    Parameters
    ----------
    name : that the file carries; a programme takes it over
    item : to be written

    Raises
    ------
    LibraryError : a link that the page did not make
    SchemaError : a name that no programme can have
    """
    if kind_of(item) == PROGRAMME and isinstance(item, Programme):
        return to_yaml(changed(item, {"name": name}))
    stream = StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.representer.sort_base_mapping_type_on_output = False
    yaml.dump({"schema": SCHEMA, "name": name, "link": _checked(dict(item))}, stream)
    return stream.getvalue()


def read(content: bytes, label: str) -> tuple[str, Item]:
    """Name and item of a file.

    Parameters
    ----------
    content : of the file
    label : the file as the user knows it

    Raises
    ------
    SchemaError : everything that is wrong with it
    LibraryError : a link that the page did not make
    """
    data = parse(content, label).data
    if LINK not in data:
        programme = read_programme(content, label)
        return programme.name, programme
    link = data[LINK]
    if not isinstance(link, dict) or not isinstance(data.get("name"), str):
        raise LibraryError(say("library.link", label=label))
    return data["name"], _checked(link)


def _checked(link: Mapping[str, Any]) -> dict[str, str]:
    fine = len(link) <= MOST_PARAMETERS and all(
        _PARAMETER.fullmatch(name) and isinstance(value, str) and len(value) <= MOST_CHARACTERS
        for name, value in link.items()
    )
    if not fine:
        raise LibraryError(say("library.link", label="link"))
    return {name: str(value) for name, value in link.items()}
