"""The headline: what is said about a design, made from its findings by rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.experiment.because import Reason, main_reason
from sim.experiment.findings import Finding, Findings
from sim.experiment.outcomes import GOING_RATE, HEADLINE
from sim.experiment.paired import Difference
from sim.experiment.verdict import Verdict
from sim.schema.behaviour import Behaviour
from sim.schema.fields import meta_of
from sim.text.catalogue import say
from sim.text.numbers import count, figure, money, money_range, period


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


@dataclass(frozen=True)
class Headline:
    """What is said about a design, in its parts.

    Attributes
    ----------
    claim : the verdict in words, without full stop
    evidence : range and share of futures, in words; empty where nothing can be counted
    but : end of the claim where horizon and going rate differ in sign; else empty
    more : further sentences: what it hinges on, what is left at the end, the main reason
    watch : what else to look at, a sentence; None where there is nothing
    """

    claim: str
    evidence: str = ""
    but: str = ""
    more: tuple[str, ...] = ()
    watch: str | None = None

    @property
    def answer(self) -> str:
        """The claim as a sentence of its own."""
        return say("headline.answer", claim=self.claim, but=self.but)

    @property
    def doubt(self) -> str:
        """Everything below the answer but what to watch."""
        evidence = say("headline.doubt", evidence=self.evidence) if self.evidence else None
        return " ".join(part for part in (evidence, *self.more) if part)

    def __str__(self) -> str:
        """One to five short sentences."""
        whole = self.answer
        if self.evidence:
            whole = say("headline.whole", claim=self.claim, evidence=self.evidence, but=self.but)
        return " ".join(part for part in (whole, *self.more, self.watch) if part)


def headline(story: Story) -> Headline:
    """The verdict, what it hinges on, what is left at the end, the main reason, what to watch."""
    verdict = story.findings[HEADLINE].verdict
    watch = say("headline.watch", watch=story.watch) if story.watch else None
    if verdict is Verdict.UNCHANGED:
        return Headline(_say(story, "headline.unchanged", reason=story.still_because), watch=watch)
    if verdict is Verdict.UNDEFINED:
        return Headline(_say(story, "headline.undefined"), watch=watch)
    but = _but(story)
    left = None if but else _what_is_left(story)
    if verdict in (Verdict.BETTER, Verdict.WORSE):
        more = (left, _main_reason(story))
    elif verdict is Verdict.DEPENDS:
        more = (_hinge(story), left)
    else:
        more = (say("headline.more_futures"), left)
    evidence = _evidence(story.findings[HEADLINE], with_mean=verdict not in (Verdict.BETTER, Verdict.WORSE))
    return Headline(_claim(story), evidence, but, tuple(part for part in more if part), watch)


def is_harvest(findings: Findings) -> bool:
    """Whether horizon and going rate differ in sign, the latter by more than twice its sampling error."""
    horizon, rate = (findings[name].difference for name in (HEADLINE, GOING_RATE))
    return horizon.mean * rate.mean < 0.0 and abs(rate.mean) > 2.0 * rate.mean_se


def assumption_in_words(name: str) -> str:
    """What a parameter of behaviour says, up to a semicolon or full stop; its name if unknown."""
    field = Behaviour.model_fields.get(name)
    return (field.description if field and field.description else name).partition(";")[0].rstrip(".")


def assumption_unit(name: str) -> str:
    """Unit of a parameter of behaviour; empty if the schema does not know it."""
    field = Behaviour.model_fields.get(name)
    meta = meta_of(field) if field else None
    return meta.unit if meta else ""


def alone(design: str, levels: Difference, rate: float, weeks: int) -> Headline:
    """What is said about a programme that is not compared.

    Parameters
    ----------
    design : name
    levels : net contribution over the futures
    rate : going rate, mean over the futures
    weeks : horizon
    """
    claim = say("headline.alone", design=design, amount=money(levels.mean), period=period(weeks))
    span = money_range(levels.p10, levels.p90, like=levels.mean)
    evidence = say("headline.alone_evidence", range=span, futures=count(levels.futures))
    return Headline(claim, evidence, say("headline.alone_rate", rate=money(rate)))


def _claim(story: Story) -> str:
    finding = story.findings[HEADLINE]
    if finding.verdict is Verdict.TOO_FEW:
        return _say(story, "headline.too_few")
    if finding.verdict is Verdict.DEPENDS:
        name = finding.hinge and finding.hinge.name
        if name is None:
            return _say(story, f"headline.open.{finding.varied}")
        return _say(story, "headline.depends_on", assumption=assumption_in_words(name))
    return _say(story, "headline.gains" if finding.difference.mean > 0.0 else "headline.loses")


def _but(story: Story) -> str:
    finding = story.findings[HEADLINE]
    if finding.verdict not in (Verdict.BETTER, Verdict.WORSE) or not is_harvest(story.findings):
        return ""
    key = "headline.but_less_a_year" if finding.difference.mean > 0.0 else "headline.but_more_a_year"
    return say(key, rate=_rate(story.findings))


def _hinge(story: Story) -> str:
    hinge = story.findings[HEADLINE].hinge
    if hinge is None:
        return say("headline.no_hinge")
    unit = assumption_unit(hinge.name)
    above, below = (money(side, signed=True) for side in (hinge.above, hinge.below))
    return say("headline.hinge", split=figure(hinge.split, unit), above=above, below=below)


def _main_reason(story: Story) -> str | None:
    reason = main_reason(story.reasons, story.findings[HEADLINE].difference.mean)
    if reason is None:
        return None
    side = "gain" if reason.cents > 0 else "loss"
    named = say(f"because.{reason.account}.{side}")
    return say("headline.main_reason", reason=named, amount=money(reason.amount, signed=True))


def _what_is_left(story: Story) -> str | None:
    rate = story.findings[GOING_RATE]
    keys = {Verdict.BETTER: "headline.leaves_more", Verdict.WORSE: "headline.leaves_less"}
    key = keys.get(rate.verdict)
    return say(key, design=story.design, rate=_rate(story.findings)) if key else None


def _say(story: Story, key: str, **more: object) -> str:
    return say(
        key,
        design=story.design,
        baseline=story.baseline,
        period=period(story.weeks),
        amount=money(abs(story.findings[HEADLINE].difference.mean)),
        **more,
    )


def _evidence(finding: Finding, *, with_mean: bool) -> str:
    difference = finding.difference
    return say(
        "headline.evidence_with_mean" if with_mean else "headline.evidence",
        mean=money(difference.mean, signed=True),
        range=money_range(difference.p10, difference.p90, like=difference.mean),
        better=count(round(difference.better_share * difference.futures)),
        futures=count(difference.futures),
    )


def _rate(findings: Findings) -> str:
    return money(abs(findings[GOING_RATE].difference.mean))
