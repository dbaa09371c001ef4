"""Bad files get exactly one plain line for each thing that is wrong."""

from pathlib import Path

import pytest

from sim.schema.errors import MESSAGES, MORE, MOST_LISTED, Problem, SchemaError
from sim.schema.loading import load_market, load_programme, read_comparison, read_market, read_programme
from sim.schema.reading import MAX_BYTES, MAX_DEPTH

HEAD = "schema: 1\nname: x\n"
SHAPES = "one of none, flat, incremental, retroactive"
SIZE = "0 to 4 (multiple of the rates as written)"


def lines_of(content: bytes | str, label: str = "x.yaml") -> list[str]:
    with pytest.raises(SchemaError) as caught:
        read_programme(content.encode() if isinstance(content, str) else content, label)
    return str(caught.value).splitlines()


WHOLE_FILES = {
    "tag": (
        HEAD + "rebate: !!python/object:os.system {}\n",
        ":3  YAML tags such as !!python/object:os.system are not allowed",
    ),
    "local tag": (HEAD + "rebate: !shape none\n", ":3  YAML tags such as !shape are not allowed"),
    "anchor": (
        HEAD + "rebate: &a {size: 1}\n",
        ":3  YAML anchors and aliases are not allowed; write the value out",
    ),
    "alias": (HEAD + "rebate: *a\n", ":3  YAML anchors and aliases are not allowed; write the value out"),
    "deep": (HEAD + "rebate: " + "[" * 30 + "]" * 30, ":3  nested more than 20 levels deep"),
    "deep bomb": ("x: " + "[" * 100_000, ":1  nested more than 20 levels deep"),
    "empty": ("", "  the file is empty"),
    "comments only": ("# nothing\n\n", "  the file is empty"),
    "null": ("---\n", "  the file is empty"),
    "list": ("- 1\n", ":1  found a list, allowed field names with values"),
    "scalar": ("just text\n", ":1  found a single value, allowed field names with values"),
    "latin-1": ("name: café".encode("latin-1"), "  the file is not UTF-8 text"),
    "utf-16": ("name: x".encode("utf-16"), "  the file is not UTF-8 text"),
    "control": (
        b"name: \x00",
        "  not valid YAML: unacceptable character #x0000: special characters are not allowed",
    ),
    "large": (b"#" * (MAX_BYTES + 1), "  the file has more than 256 kB, allowed up to 256 kB"),
    "syntax": (
        HEAD + "rebate: {size: 1\n",
        ":4  not valid YAML: expected ',' or '}', but got '<stream end>'",
    ),
    "two documents": (HEAD + "---\nname: y\n", ":3  several YAML documents in one file, allowed one"),
    "newer": (
        "schema: 2\nname: x\nnovelty: 1\n",
        ":1  schema: found 2, this version reads schema 1; update the program",
    ),
    "list as name": (HEAD + "? [a]\n: 1\n", ":3  found a list or mapping as a name, allowed plain names"),
}

FIELDS = {
    "no schema": ("name: x\n", ":1  schema: missing; it must be given"),
    "schema as text": ("schema: '1'\nname: x\n", ":1  schema: found the text 1, allowed the number 1"),
    "no name": ("schema: 1\n", ":1  name: missing; it must be given"),
    "empty name": (
        "schema: 1\nname: ''\n",
        ":2  name: found an empty text, allowed a text that is not empty",
    ),
    "long name": (
        f"schema: 1\nname: {'x' * 81}\n",
        f":2  name: found {'x' * 39}…, allowed a text of up to 80 characters",
    ),
    "number as name": ("schema: 1\nname: 3\n", ":2  name: found 3, allowed a text"),
    "duplicate": (HEAD + "rebate:\n  size: 1\n  size: 2\n", ":5  rebate.size: found twice; keep one"),
    "nan": (HEAD + "rebate: {size: .nan}\n", ":3  rebate.size: found .nan, allowed finite numbers"),
    "infinity": (HEAD + "rebate: {size: -.inf}\n", ":3  rebate.size: found -.inf, allowed finite numbers"),
    "overflow": (HEAD + "rebate: {size: 1e999}\n", ":3  rebate.size: found 1e999, allowed finite numbers"),
    "huge integer": (
        HEAD + f"rebate: {{size: {'9' * 5000}}}\n",
        f":3  rebate.size: found {'9' * 40}, allowed finite numbers",
    ),
    "quoted": (
        HEAD + 'rebate: {size: "0.3"}\n',
        f":3  rebate.size: found the number 0.3 as text, allowed {SIZE}; remove the quotes",
    ),
    "unknown": (
        HEAD + "rebate: {sise: 1}\n",
        ":3  rebate.sise: there is no such field; did you mean rebate.size?",
    ),
    "unknown elsewhere": (
        HEAD + "coverage: 1\n",
        ":3  coverage: there is no such field; did you mean direct.coverage?",
    ),
    "unknown, nothing near": (HEAD + "zzz: 1\n", ":3  zzz: there is no such field"),
    "merge key": (HEAD + "<<: {a: 1}\n", ":3  <<: there is no such field"),
    "too high": (HEAD + "rebate: {size: 7}\n", f":3  rebate.size: found 7, allowed {SIZE}"),
    "too high in notation": (
        HEAD + "rebate: {lag_weeks: 700 d}\n",
        ":3  rebate.lag_weeks: found 700 d = 100, allowed 0 to 52 (weeks)",
    ),
    "one of a list": (
        HEAD + "front:\n  discount_share:\n    - 10 %\n    - 20 %\n    - 30 %\n    - 70 %\n",
        ":8  front.discount_share[3]: found 70 % = 0.7, allowed 0 to 0.6 (share)",
    ),
    "money too high": (
        HEAD + "direct: {threshold_list: 2m}\n",
        ":3  direct.threshold_list: found 2m = 2000000, allowed 0 to 1000000 (¤ list)",
    ),
    "other unit": (
        HEAD + "rebate: {lag_weeks: 5 %}\n",
        ":3  rebate.lag_weeks: found 5 %, allowed 0 to 52 (weeks), such as 90 d",
    ),
    "no unit of its own": (
        HEAD + "rebate: {size: big}\n",
        f":3  rebate.size: found big, allowed {SIZE}",
    ),
    "switch as number": (
        HEAD + "rebate: {size: true}\n",
        f":3  rebate.size: found true, allowed a number, {SIZE}",
    ),
    "nothing": (
        HEAD + "rebate: {size: }\n",
        f":3  rebate.size: found nothing, allowed a number, {SIZE}",
    ),
    "number as switch": (
        HEAD + "registration: {offered: 1}\n",
        ":3  registration.offered: found 1, allowed true or false",
    ),
    "yes as switch": (
        HEAD + "registration: {offered: yes}\n",
        ":3  registration.offered: found yes, allowed true or false",
    ),
    "fraction of a week": (
        HEAD + "rewards: {funds_window_weeks: 2.5}\n",
        ":3  rewards.funds_window_weeks: found 2.5, allowed a whole number, 2 to 26 (deadline weeks)",
    ),
    "no such choice": (
        HEAD + "rebate: {shape: retro}\n",
        f":3  rebate.shape: found retro, allowed {SHAPES}; did you mean retroactive?",
    ),
    "value for a group": (HEAD + "rebate: 4\n", ":3  rebate: found 4, allowed field names with values"),
    "group for a value": (
        HEAD + "rebate: {size: {a: 1}}\n",
        f":3  rebate.size: found field names with values, allowed a number, {SIZE}",
    ),
    "list too short": (
        HEAD + "front: {discount_share: [1 %, 2 %]}\n",
        ":3  front.discount_share: found 2 items, allowed a list of 4 values",
    ),
    "list too long": (
        HEAD + "front: {discount_share: [1 %, 1 %, 1 %, 1 %, 1 %]}\n",
        ":3  front.discount_share: found 5 items, allowed a list of 4 values",
    ),
    "value for a list": (
        HEAD + "front: {discount_share: 3 %}\n",
        ":3  front.discount_share: found 0.03, allowed a list of 4 values",
    ),
    "date": (
        HEAD + "intent: 2024-01-01\nrebate: {size: 2024-01-01}\n",
        f":4  rebate.size: found 2024-01-01, allowed {SIZE}",
    ),
    "too many steps": (
        HEAD + "rebate:\n  shape: incremental\n  steps: ["
        + ", ".join(f"{{from_target: 0.{n}, rate_share: 1 %}}" for n in range(1, 8)) + "]\n",
        ":5  rebate.steps: found 7, allowed 0 to 6 (steps)",
    ),
    "field of a step": (
        HEAD + "rebate:\n  shape: flat\n  steps:\n    - {from_target: 0, rate: 1 %}\n",
        ":6  rebate.steps[0].rate: there is no such field; did you mean rebate.steps[0].rate_share?",
    ),
    "extends a path": (
        HEAD + "extends: ../markets/baseline\n",
        ":3  extends: found ../markets/baseline, allowed the plain name of a file in the same folder",
    ),
    "extends an absolute path": (
        HEAD + "extends: /etc/passwd\n",
        ":3  extends: found /etc/passwd, allowed the plain name of a file in the same folder",
    ),
    "extends nothing": (
        HEAD + "extends: retro-volum\n",
        ":3  extends: there is no programme with the name retro-volum; did you mean retro-volume?",
    ),
    "thresholds fall": (
        HEAD + "front: {tier_threshold_list: [50k, 40k, 60k]}\n",
        ":3  front.tier_threshold_list: each threshold must be above the one before",
    ),
    "discounts fall": (
        HEAD + "front: {discount_share: [30 %, 20 %, 30 %, 30 %]}\n",
        ":3  front.discount_share: no tier may get less than the tier below it",
    ),
    "none with steps": (
        HEAD + "rebate:\n  shape: none\n  steps: [{from_target: 0, rate_share: 1 %}]\n",
        ":5  rebate.steps: shape none pays no rebate, so steps must be empty",
    ),
    "shape without steps": (
        HEAD + "rebate:\n  shape: retroactive\n",
        ":3  rebate.steps: shape retroactive needs at least one step",
    ),
    "flat from above zero": (
        HEAD + "rebate:\n  shape: flat\n  steps: [{from_target: 1, rate_share: 1 %}]\n",
        ":5  rebate.steps: shape flat needs exactly one step, with from_target 0",
    ),
    "steps fall": (
        HEAD + "rebate:\n  shape: incremental\n  steps: [{from_target: 1}, {from_target: 1}]\n",
        ":5  rebate.steps: each from_target must be above the one before",
    ),
    "cap below the first step": (
        HEAD + "rebate:\n  shape: incremental\n  cap_target: 0.5\n  steps: [{from_target: 1}]\n",
        ":5  rebate.cap_target: the cap must lie above the first step, or be 0 for no cap",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*WHOLE_FILES, *FIELDS])
def test_one_plain_line(case: str) -> None:
    content, line = {**WHOLE_FILES, **FIELDS}[case]
    assert lines_of(content) == [f"x.yaml{line}"]


def test_several_problems_are_listed_together_in_the_order_of_the_file() -> None:
    text = HEAD + "rebate:\n  size: 9\n  shape: round\ndirect:\n  coverage: heavy\ncolour: red\ndirect: {}\n"
    assert lines_of(text) == [
        f"x.yaml:4  rebate.size: found 9, allowed {SIZE}",
        f"x.yaml:5  rebate.shape: found round, allowed {SHAPES}",
        "x.yaml:7  direct.coverage: found heavy, allowed 0 to 3 (multiple of the market's direct team)",
        "x.yaml:8  colour: there is no such field",
        "x.yaml:9  direct: found twice; keep one",
    ]


def test_a_long_list_is_cut() -> None:
    lines = lines_of(HEAD + "".join(f"x{n}: 1\n" for n in range(MOST_LISTED + 7)))
    assert len(lines) == MOST_LISTED + 1
    assert lines[-1] == MORE.format(count=7)


def test_depth_counts_from_the_top() -> None:
    inner = "{a: " * (MAX_DEPTH - 1) + "1" + "}" * (MAX_DEPTH - 1)
    assert lines_of(HEAD + f"z: {inner}\n") == ["x.yaml:3  z: there is no such field"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SchemaError) as caught:
        load_programme(tmp_path)
    assert str(caught.value) == f"{tmp_path}  this is a folder, a file is needed"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SchemaError) as caught:
        load_programme(tmp_path / "no.yaml")
    assert str(caught.value) == f"{tmp_path / 'no.yaml'}  the file cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["retro-volum", "Retro Volume", "", "..", "retro-volume\x00"])
def test_a_name_that_is_not_there(name: str) -> None:
    with pytest.raises(SchemaError, match="there is no programme with the name"):
        load_programme(name)


@pytest.mark.parametrize("path", ["a\x00.yaml", "x" * 5000 + ".yaml"])
def test_a_path_that_cannot_be_one(path: str) -> None:
    with pytest.raises(SchemaError, match="cannot be read"):
        load_programme(path)


def test_a_file_cannot_extend_itself_through_another(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("schema: 1\nname: a\nextends: b\n")
    (tmp_path / "b.yaml").write_text("schema: 1\nname: b\nextends: a\n")
    with pytest.raises(SchemaError) as caught:
        load_programme(tmp_path / "a.yaml")
    assert str(caught.value) == f"{tmp_path / 'b.yaml'}:3  extends: extends itself through a"


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("schema: 1\nname: secret\n")
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "a.yaml").write_text("schema: 1\nname: a\nextends: link\n")
    with pytest.raises(SchemaError, match="extends: there is no programme with the name link"):
        load_programme(inside / "a.yaml")


def test_a_problem_in_the_parent_is_told_with_the_parents_line(tmp_path: Path) -> None:
    (tmp_path / "parent.yaml").write_text("schema: 1\nname: parent\nrebate:\n  size: 9\n")
    (tmp_path / "child.yaml").write_text("schema: 1\nname: child\nextends: parent\nrebate:\n  shape: flat\n")
    with pytest.raises(SchemaError) as caught:
        load_programme(tmp_path / "child.yaml")
    assert str(caught.value) == (f"{tmp_path / 'parent.yaml'}:4  rebate.size: found 9, allowed {SIZE}")


def test_a_child_that_breaks_a_check_is_told_its_own_line() -> None:
    assert lines_of("schema: 1\nextends: retro-volume\nname: x\nrebate:\n  shape: none\n") == [
        "x.yaml:4  rebate.steps: shape none pays no rebate, so steps must be empty"
    ]


def test_a_market_needs_its_four_segments() -> None:
    with pytest.raises(SchemaError) as caught:
        read_market(
            b"schema: 1\nname: m\nsegments:\n  reseller: {}\n  resellers: {}\n  boutique: {partners: 1 d}\n",
            "m.yaml",
        )
    assert str(caught.value).splitlines() == [
        "m.yaml:3  segments.large_integrator: missing; it must be given",
        "m.yaml:3  segments.managed_service_provider: missing; it must be given",
        "m.yaml:5  segments.resellers: there is no such field; did you mean segments.reseller?",
        "m.yaml:6  segments.boutique.partners: found 1 d, allowed 0 to 1000000 (partners)",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            "new_logo_share: 90 %",
            "new_logo_share: with expansion_share and renewal_share it must add up to 1",
        ),
        ("start_tier_share: [0, 0, 0, 0.5]", "start_tier_share: the four shares must add up to 1"),
    ],
)
def test_shares_of_a_segment_add_up(change: str, message: str) -> None:
    text = f"schema: 1\nname: m\nextends: baseline\nsegments:\n  reseller:\n    {change}\n"
    with pytest.raises(SchemaError) as caught:
        read_market(text.encode(), "m.yaml")
    assert str(caught.value) == f"m.yaml:6  segments.reseller.{message}"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("designs: []", "c.yaml:5  designs: found 0 items, allowed 1 to 7 items"),
        (
            "designs: [{programme: a, start_week: 60}]\nweeks: 52",
            "c.yaml:5  designs: a starts after the horizon of 52 weeks",
        ),
        (
            "designs: [{programme: a}]\nfutures: 0",
            "c.yaml:6  futures: found 0, allowed 1 to 100000 (futures)",
        ),
        ("designs: [{}]", "c.yaml:5  designs[0].programme: missing; it must be given"),
        ("designs: a", "c.yaml:5  designs: found a, allowed 1 to 7 items"),
    ],
)
def test_a_comparison_is_checked_too(change: str, line: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_comparison(f"schema: 1\nname: c\nquestion: Why?\ntoday: t\n{change}\n".encode(), "c.yaml")
    assert str(caught.value) == line


def test_every_message_can_be_written() -> None:
    for kind in MESSAGES:
        text = str(Problem(kind, "f", 1, "p", "FOUND", "ALLOWED", "NEAR"))
        assert text.startswith("f:1  p: ")
        assert "{" not in text


def test_errors_carry_their_parts() -> None:
    with pytest.raises(SchemaError) as caught:
        load_market("retro-volume")
    (problem,) = caught.value.problems
    assert (problem.kind, problem.found, problem.allowed) == ("none", "retro-volume", "market")
