"""The headline: one sentence about a design, made from its findings by rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.experiment.because import Reason, main_reason
from sim.experiment.findings import Finding, Findings
from sim.experiment.outcomes import GOING_RATE, HEADLINE
from sim.experiment.paired import Difference
from sim.experiment.verdict import Verdict
from sim.schema.behaviour import Behaviour
from sim.text.catalogue import say
from sim.text.numbers import count, money, money_range, period


@dataclass(frozen=True)
class Story:
    """What a headline is made of.

    Attributes
    ----------
    design, baseline : names, inserted as they are
    weeks : horizon
    findings : of the design
    reasons : elements of the difference in net contribution
    still_because : why nothing moved, if nothing did
    watch : what else to look at
    """

    design: str
    baseline: str
    weeks: int
    findings: Findings
    reasons: Sequence[Reason] = ()
    still_because: str | None = None
    watch: str | None = None


def headline(story: Story) -> str:
    """One to four short sentences: the verdict, the main reason, the end, what to watch."""
    verdict = story.findings[HEADLINE].verdict
    if verdict in (Verdict.BETTER, Verdict.WORSE):
        parts = [_clear(story), _main_reason(story)]
    elif verdict is Verdict.DEPENDS:
        parts = [_depends(story), _what_is_left(story)]
    elif verdict is Verdict.TOO_FEW:
        parts = [_say(story, "headline.too_few", signed=True), _what_is_left(story)]
    elif verdict is Verdict.UNCHANGED:
        parts = [_unchanged(story)]
    else:
        parts = [say("headline.undefined", design=story.design, baseline=story.baseline)]
    watch = say("headline.watch", watch=story.watch) if story.watch else None
    return " ".join(part for part in (*parts, watch) if part)


def is_harvest(findings: Findings) -> bool:
    """Whether horizon and going rate differ in sign, the latter by more than twice its sampling error."""
    horizon, rate = (findings[name].difference for name in (HEADLINE, GOING_RATE))
    return horizon.mean * rate.mean < 0.0 and abs(rate.mean) > 2.0 * rate.mean_se


def assumption_in_words(name: str) -> str:
    """What a parameter of behaviour says, without the full stop; its name if the schema does not know it."""
    field = Behaviour.model_fields.get(name)
    return (field.description if field and field.description else name).rstrip(".")


def alone(design: str, levels: Difference, rate: float, weeks: int) -> str:
    """Sentence about a programme that is not compared.

    Parameters
    ----------
    design : name
    levels : net contribution over the futures
    rate : going rate, mean over the futures
    weeks : horizon
    """
    return say(
        "headline.alone",
        design=design,
        amount=money(levels.mean),
        period=period(weeks),
        range=money_range(levels.p10, levels.p90, like=levels.mean),
        futures=count(levels.futures),
        rate=money(rate),
    )


def _clear(story: Story) -> str:
    is_more = story.findings[HEADLINE].difference.mean > 0.0
    key = "headline.more" if is_more else "headline.less"
    if not is_harvest(story.findings):
        return _say(story, key)
    key = "headline.more_but_less_a_year" if is_more else "headline.less_but_more_a_year"
    return _say(story, key, rate=_rate(story.findings))


def _main_reason(story: Story) -> str | None:
    reason = main_reason(story.reasons, story.findings[HEADLINE].difference.mean)
    if reason is None:
        return None
    side = "gain" if reason.cents > 0 else "loss"
    named = say(f"because.{reason.account}.{side}")
    return say("headline.main_reason", reason=named, amount=money(reason.amount, signed=True))


def _depends(story: Story) -> str:
    name = story.findings[HEADLINE].assumption
    if name is None:
        return _say(story, "headline.depends_on_chance", signed=True)
    return _say(story, "headline.depends_on", signed=True, assumption=assumption_in_words(name))


def _what_is_left(story: Story) -> str | None:
    rate = story.findings[GOING_RATE]
    keys = {Verdict.BETTER: "headline.leaves_more", Verdict.WORSE: "headline.leaves_less"}
    key = keys.get(rate.verdict)
    return say(key, design=story.design, rate=_rate(story.findings)) if key else None


def _unchanged(story: Story) -> str:
    return _say(story, "headline.unchanged", reason=story.still_because)


def _say(story: Story, key: str, *, signed: bool = False, **more: object) -> str:
    finding = story.findings[HEADLINE]
    mean = finding.difference.mean
    return say(
        key,
        design=story.design,
        baseline=story.baseline,
        period=period(story.weeks),
        amount=money(mean if signed else abs(mean), signed=signed),
        evidence=_evidence(finding),
        **more,
    )


def _evidence(finding: Finding) -> str:
    difference = finding.difference
    return say(
        "headline.evidence",
        range=money_range(difference.p10, difference.p90, like=difference.mean),
        better=count(round(difference.better_share * difference.futures)),
        futures=count(difference.futures),
    )


def _rate(findings: Findings) -> str:
    return money(abs(findings[GOING_RATE].difference.mean))
