"""Named rivals in a market file: what is read, and what is refused."""

import json
from pathlib import Path

import pytest

from sim.schema.catalogue import catalogue
from sim.schema.errors import SchemaError
from sim.schema.jsonschema import json_schema
from sim.schema.loading import load_market, load_programme, read_market, scenarios_folder, to_yaml
from sim.schema.market import Market
from sim.schema.rival import Rival

HEAD = "schema: 1\nname: crowded\nextends: baseline\nrivals:\n"
BASELINE = (scenarios_folder() / "markets" / "baseline.yaml").read_text("utf-8")


def read(rivals: str) -> Market:
    content = BASELINE.replace("rivals: []\n", f"rivals:\n{rivals}\n")
    return read_market(content.encode(), "crowded.yaml")


def refused(rivals: str) -> str:
    with pytest.raises(SchemaError) as caught:
        read(rivals)
    return str(caught.value)


def test_the_shipped_market_names_two_rivals() -> None:
    leader, challenger = load_market("three-vendors").rivals
    assert leader.programme == load_programme("retro-volume")
    assert leader.answer is not None
    assert (leader.answer.programme, leader.answer.after_weeks) == (load_programme("more-money"), 26)
    assert leader.wallet_share.reseller == load_market("baseline").segments.reseller.wallet_share
    assert challenger.answer is None


def test_a_silent_file_names_nobody() -> None:
    assert load_market("baseline").rivals == ()


def test_units_are_read_and_silent_shares_take_their_default() -> None:
    (one,) = read("  - {name: a, programme: flat-margin, wallet_share: {reseller: 20 %},"
                  " answer: {programme: retro-volume, after_weeks: 40 d}}").rivals  # fmt: skip
    assert one.wallet_share.reseller == 0.2
    assert one.wallet_share.boutique == 0.1
    assert one.answer is not None
    assert one.answer.after_weeks == 6


def test_an_unknown_programme_is_named_with_the_nearest() -> None:
    found = refused("  - {name: a, programme: flat-margn}")
    assert "rivals[0].programme" in found
    assert "flat-margin" in found
    found = refused("  - {name: a, programme: flat-margin, answer: {programme: retro-volum}}")
    assert "rivals[0].answer.programme" in found
    assert "retro-volume" in found


@pytest.mark.parametrize("name", ["../programmes/flat-margin", "/etc/passwd", "flat-margin.yaml"])
def test_a_market_from_elsewhere_reaches_no_files_but_the_shipped_ones(name: str) -> None:
    assert "rivals[0].programme" in refused(f"  - {{name: a, programme: {name}}}")


@pytest.mark.parametrize(
    ("rivals", "words"),
    [
        ("  - {name: a, programme: 5}", "the name of a programme"),
        ("  - {programme: flat-margin}", "rivals[0].name"),
        ("  - {name: a}", "rivals[0].programme"),
        ("  - {name: a, programme: flat-margin, wallet_share: {reseller: 95 %}}", "0.01 to 0.9"),
        ("  - {name: a, programme: flat-margin, wallet_share: {boutique: 65 %}}", "less than 1"),
        ("\n".join(2 * ["  - {name: a, programme: flat-margin}"]), "two rivals are called a"),
        ("\n".join(f"  - {{name: r{n}, programme: flat-margin}}" for n in range(8)), "0 to 7 items"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_is_allowed(rivals: str, words: str) -> None:
    assert words in refused(rivals)


def test_a_written_market_is_the_same_one() -> None:
    market = load_market("three-vendors")
    assert read_market(to_yaml(market).encode(), "again.yaml") == market
    assert hash(market) != hash(load_market("three-still-vendors"))


def test_own_programmes_are_found_beside_the_markets_folder(tmp_path: Path) -> None:
    for folder in ("markets", "programmes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "programmes" / "mine.yaml").write_text("schema: 1\nname: mine\nextends: flat-margin\n")
    path = tmp_path / "markets" / "own.yaml"
    path.write_text(HEAD + "  - {name: a, programme: mine}\n")
    assert load_market(path).rivals[0].programme.name == "mine"


def test_the_catalogue_does_not_list_the_levers_of_rivals_again() -> None:
    paths = [entry.path for entry in catalogue(Market) if entry.path.startswith("rivals")]
    assert len(paths) == 1 + 2 + 4 + 2


def test_editors_are_told_that_a_name_is_enough() -> None:
    schema = json_schema(Market)
    kinds = [option.get("type") for option in schema["$defs"]["Rival"]["properties"]["programme"]["anyOf"]]
    assert kinds[0] == "string"
    assert json.loads(json.dumps(schema)) == schema


def test_a_rival_without_shares_has_a_tenth_of_every_wallet() -> None:
    one = Rival(name="a", programme=load_programme("flat-margin"))
    assert set(one.wallet_share.model_dump().values()) == {0.1}
