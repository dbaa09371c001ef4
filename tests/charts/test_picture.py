"""Every picture: a specification that stays, data that it can read, words from the catalogue."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from sim.charts.picture import SENT_APART
from sim.charts.theme import BAND_COLOURS, DASHES, DESIGN_ROLES, REACTION_COLOURS, ROLES, TODAY
from sim.experiment.explain.reaction import REACTIONS
from sim.experiment.tables.partners import BANDS
from sim.text import catalogue
from sim.text.catalogue import read_language, speaking
from tests.charts.toys import PICTURES, compared, nobody_sells, picture

OWN_COLOURS = {
    "bands": (BANDS, BAND_COLOURS),
    "tiers": (BANDS, BAND_COLOURS),
    "reactions": (REACTIONS, REACTION_COLOURS),
}
UNMOVED = {
    "lines",
    "lorenz",
    "quarter",
    "odds",
    "reactions",
    "minutes",
}  # the toy market moves neither partners nor weeks
ALLOWED_COLOURS = {"currentColor"}


def parts(spec: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a specification."""
    if isinstance(spec, dict):
        yield spec
    for value in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from parts(value)


def scales(spec: Any, channel: str) -> list[dict[str, Any]]:
    return [part[channel]["scale"] for part in parts(spec) if "scale" in part.get(channel, {})]


@pytest.mark.parametrize("kind", PICTURES)
def test_the_specification_stays_when_the_figures_change(kind: str) -> None:
    one, other = (picture(kind, compared(*sizes)) for sizes in ((1.0, 2.0), (4.0, 0.5)))
    assert kind in UNMOVED or not one.data.equals(other.data)
    assert one.spec is other.spec
    assert one.alt == other.alt
    assert one.height == other.height
    late = picture(kind, compared(1.0, 2.0, start=20, weeks=52))
    assert late.spec is one.spec, "another start and horizon"


@pytest.mark.parametrize("kind", PICTURES)
def test_the_specification_holds_no_data(kind: str) -> None:
    drawn = picture(kind, compared(1.0, 2.0))
    assert not any(set(SENT_APART) & set(part) for part in parts(drawn.spec))
    json.dumps(drawn.spec)


@pytest.mark.parametrize("kind", PICTURES)
def test_it_reads_columns_that_the_data_have(kind: str) -> None:
    drawn = picture(kind, compared(1.0, 2.0))
    fields = {str(part["field"]) for part in parts(drawn.spec) if "field" in part}
    fields |= set(re.findall(r"datum\.(\w+)", json.dumps(drawn.spec)))
    fields |= set(re.findall(r"datum\['(\w+)'\]", json.dumps(drawn.spec)))
    assert fields
    assert fields <= set(drawn.data.columns)


@pytest.mark.parametrize("kind", PICTURES)
def test_colours_come_from_roles_and_text_from_the_page(kind: str) -> None:
    drawn = picture(kind, compared(1.0, 2.0))
    for scale in scales(drawn.spec, "color"):
        shades = OWN_COLOURS.get(kind)
        own = {"domain": list(shades[0]), "range": list(shades[1])} if shades else {"domain": list(ROLES)}
        assert scale == own
    for part in parts(drawn.spec):
        named = {part.get("fill"), part.get("stroke")} - {None}
        assert kind in OWN_COLOURS or named <= ALLOWED_COLOURS
    dashes = {TODAY: DASHES[0], **dict(zip(DESIGN_ROLES, DASHES[1:], strict=True))}
    for scale in scales(drawn.spec, "strokeDash"):
        assert dict(zip(scale["domain"], map(tuple, scale["range"]), strict=True)) == dashes


@pytest.mark.parametrize("kind", PICTURES)
def test_every_mark_leaves_speaking_to_the_description(kind: str) -> None:
    marks = [part["mark"] for part in parts(picture(kind, compared(1.0, 2.0)).spec) if "mark" in part]
    assert marks
    assert all(mark["aria"] is False for mark in marks)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_projector_gets_larger_type_and_height(kind: str) -> None:
    plain, large = (picture(kind, compared(1.0, 2.0), scale) for scale in (1.0, 1.35))
    assert large.height == pytest.approx(1.35 * plain.height, abs=1)
    sizes = [
        sorted({part["fontSize"] for part in parts(picture.spec) if "fontSize" in part})
        for picture in (plain, large)
    ]
    assert sizes[1] == pytest.approx([1.35 * size for size in sizes[0]])


def marked(name: str) -> Catalog:
    """The English catalogue with every sentence in brackets."""
    spoken = Catalog(locale="en")
    for message in read_language("en"):
        if message.id:
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            wrapped = tuple(f"⟦{form}⟧" for form in forms)
            spoken.add(message.id, wrapped if isinstance(message.id, (tuple, list)) else wrapped[0])
    return spoken


@pytest.mark.parametrize("kind", PICTURES)
def test_every_word_comes_from_the_catalogue(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compared(1.0, 2.0)
    plain = picture(kind, comparison)
    bracketed = marked("en")
    monkeypatch.setattr(catalogue, "read_language", lambda _name: bracketed)
    catalogue._translations.cache_clear()
    try:
        with speaking("de"):
            drawn = picture(kind, comparison)
    finally:
        catalogue._translations.cache_clear()
    assert drawn.spec is plain.spec, "no words in the specification"
    assert drawn.title.startswith("⟦")
    assert drawn.alt.startswith("⟦")
    assert all(heading.startswith("⟦") for heading in drawn.table.columns)


@pytest.mark.parametrize("kind", PICTURES)
def test_the_title_names_the_baseline(kind: str) -> None:
    assert "Today" in picture(kind, compared(1.0, 2.0)).title


def test_the_data_of_the_hero_are_small() -> None:
    data = picture("hero", compared(1.0, weeks=156)).data
    assert data.height == 157
    assert not [kind for kind in data.dtypes if str(kind) == "Float64"]


@pytest.mark.parametrize("kind", PICTURES)
def test_where_nobody_sells_in_any_future_a_picture_says_so_or_shows_a_dash(kind: str) -> None:
    drawn = picture(kind, nobody_sells())
    told = [drawn.title, *(str(cell) for column in drawn.table for cell in column)]
    assert not any(re.search(r"nan|None|inf", text) for text in told)


def test_an_empty_market_is_named_not_measured() -> None:
    assert picture("lorenz", nobody_sells()).title.startswith("Nobody sells")
    assert picture("quarter", nobody_sells()).title.startswith("Nobody buys")
