"""The headline says what the table says."""

from dataclasses import replace

import pytest

from sim.experiment.because import Reason
from sim.experiment.findings import Finding
from sim.experiment.futures import Varied
from sim.experiment.headline import Headline, Story, alone, assumption_in_words, headline, is_harvest
from sim.experiment.outcomes import BY_NAME, GOING_RATE, HEADLINE
from sim.experiment.paired import Difference
from sim.experiment.verdict import Hinge, Verdict

GAIN = Difference(2.1e6, 0.1e6, 0.4e6, 3.8e6, 4e6, mean_se=0.1e6, better_share=0.94, futures=100)
RATE = Difference(0.6e6, 0.1e6, 0.2e6, 0.9e6, 1e6, mean_se=0.05e6, better_share=0.94, futures=100)


def mirrored(d: Difference) -> Difference:
    return Difference(-d.mean, -d.p97_5, -d.p90, -d.p10, -d.p2_5, d.mean_se, 1 - d.better_share, d.futures)


def story(
    verdict: Verdict = Verdict.BETTER, gain: Difference = GAIN, rate: Difference = RATE,
    rate_verdict: Verdict = Verdict.UNCHANGED, hinge: Hinge | None = None, **others: object,
) -> Story:  # fmt: skip
    findings = {
        HEADLINE: Finding(BY_NAME[HEADLINE], "B", 10e6, 12.1e6, gain, verdict, hinge),
        GOING_RATE: Finding(BY_NAME[GOING_RATE], "B", 3e6, 3.6e6, rate, rate_verdict),
    }
    return Story("B", "Today", 156, findings, **others)  # type: ignore[arg-type]


def said(one: Story) -> str:
    return str(headline(one))


def test_a_better_design_names_amount_baseline_period_range_and_share() -> None:
    assert said(story()) == (
        "B earns ¤2.1m more net contribution than Today over 3 years "
        "(80 % range ¤0.4m to ¤3.8m; better in 94 of 100 futures)."
    )


def test_a_worse_design_earns_less() -> None:
    worse = story(Verdict.WORSE, mirrored(GAIN), mirrored(RATE), Verdict.WORSE)
    assert said(worse).startswith("B earns ¤2.1m less net contribution than Today over 3 years")
    assert "80 % range −¤3.8m to −¤0.4m" in said(worse)


def test_the_main_reason_comes_with_its_amount() -> None:
    words = said(story(reasons=(Reason("rebate", -300_000_00), Reason("direct", 140_000_000))))
    assert words.endswith("Main reason: more earned by direct sales (+¤1.4m).")
    saved = said(story(reasons=(Reason("rebate", 90_000_000),)))
    assert saved.endswith("Main reason: less paid as rebate (+¤900k).")


def test_a_harvest_says_both() -> None:
    harvest = story(rate=mirrored(RATE), rate_verdict=Verdict.WORSE)
    assert "), but leaves a business that earns ¤600k a year less." in said(harvest)
    assert is_harvest(harvest.findings)


def test_a_sacrifice_says_both_as_well() -> None:
    assert "), but leaves a business that earns ¤600k a year more." in said(
        story(Verdict.WORSE, mirrored(GAIN))
    )


def test_a_going_rate_within_its_sampling_error_is_no_conflict() -> None:
    vague = replace(mirrored(RATE), mean_se=0.31e6)
    assert not is_harvest(story(rate=vague).findings)


def test_a_verdict_that_depends_names_the_assumption_in_its_own_words() -> None:
    words = said(story(Verdict.DEPENDS, hinge=Hinge("trust_curvature", 0.72, 3e6, -1e6)))
    assert "depends on one assumption, “Willingness lost by a partner that does not trust at all”" in words
    assert "mean +¤2.1m" in words
    assert "Where it is above 72 %: +¤3.0m; below: −¤1.0m. More futures will not change this." in words


@pytest.mark.parametrize(
    ("varied", "words"),
    [
        (Varied.LUCK, "depends on luck; assumptions are the same in every future"),
        (Varied.ASSUMPTIONS, "depends on all assumptions together, not on any one"),
        (Varied.BOTH, "depends on luck and all assumptions together, not on any one assumption"),
    ],
)
def test_a_verdict_that_no_assumption_flips_depends_on_what_differed(varied: Varied, words: str) -> None:
    one = story(Verdict.DEPENDS)
    findings = {name: replace(finding, varied=varied) for name, finding in one.findings.items()}
    assert words in said(replace(one, findings=findings))


def test_too_few_futures_ask_for_more() -> None:
    words = said(story(Verdict.TOO_FEW, mirrored(GAIN)))
    assert "80 % range −¤3.8m to −¤0.4m, mean −¤2.1m" in words
    assert "More futures will tell." in words


def test_an_open_verdict_still_says_what_is_left_behind() -> None:
    words = said(story(Verdict.DEPENDS, rate=mirrored(RATE), rate_verdict=Verdict.WORSE))
    assert words.endswith("At the end, B earns ¤600k a year less.")


def test_nothing_that_moved_says_why() -> None:
    words = said(story(Verdict.UNCHANGED, still_because="all levers are the same"))
    assert (
        words == "B changes nothing in the net contribution of Today over 3 years: all levers are the same."
    )


def test_the_watch_line_comes_last() -> None:
    assert said(story(watch="14 active partners fewer by month 8")).endswith(
        "Watch: 14 active partners fewer by month 8."
    )


def test_a_single_programme_has_its_own_sentence() -> None:
    assert str(alone("A", replace(GAIN, mean=2.0e6), 0.7e6, 52)) == (
        "A earns ¤2.0m net contribution over 1 year (80 % range ¤0.4m to ¤3.8m, 100 futures), "
        "and ¤700k a year at its end."
    )


@pytest.mark.parametrize("name", ["Größe {0}", "50 % more", "Łódź & Söhne"])
def test_inserted_names_are_not_touched(name: str) -> None:
    assert said(replace(story(), design=name)).startswith(f"{name} earns")


def test_an_assumption_unknown_to_the_schema_keeps_its_name() -> None:
    assert assumption_in_words("elsewhere") == "elsewhere"


def test_the_parts_of_a_headline_make_its_sentence() -> None:
    parts = headline(story(rate_verdict=Verdict.BETTER, watch="14 boutiques fewer by month 8"))
    assert parts.answer == "B earns ¤2.1m more net contribution than Today over 3 years."
    assert parts.doubt == (
        "80 % range ¤0.4m to ¤3.8m; better in 94 of 100 futures. At the end, B earns ¤600k a year more."
    )
    assert parts.watch == "Watch: 14 boutiques fewer by month 8."
    assert str(parts).startswith(parts.answer.removesuffix(".") + " (" + parts.evidence + ").")


def test_a_claim_without_evidence_stands_alone() -> None:
    assert str(Headline("Nothing moved")) == Headline("Nothing moved").answer == "Nothing moved."
