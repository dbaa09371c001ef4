"""What an answer hangs on, in words: the rule of the verdict and the walks side by side."""

from math import sqrt
from typing import Final

from sim.experiment.findings import Finding
from sim.experiment.headline import assumption_in_words
from sim.experiment.outcomes import BY_NAME
from sim.experiment.sensitivity import Effect, Sensitivity
from sim.experiment.verdict import Verdict
from sim.text.catalogue import say
from sim.text.numbers import amount, amount_range, count, figure

MOSTLY: Final = 2.0 / 3.0
"""Share of the variance over futures from which one of luck and assumptions is said to decide alone."""


def decides(finding: Finding, found: Sensitivity) -> str:
    """The one assumption that a verdict turns with, and the one that moves the difference most; or neither.

    Which one decides is the verdict's rule alone; where the walks name another, the sentence says why.

    Parameters
    ----------
    finding : of the same outcome and design as the walks
    found : from ``sensitivity``
    """
    strongest = found.strongest
    hinge = finding.hinge.name if finding.verdict is Verdict.DEPENDS and finding.hinge else None
    if hinge is None:
        return _without_hinge(finding, found, strongest)
    if strongest is None:
        return say("sensitivity.chance_hides", hinge=assumption_in_words(hinge), chance=_chance(found))
    if strongest.name == hinge:
        return say("sensitivity.agree", **_words(strongest, found))
    other = found.of(hinge)
    close = abs(strongest.mean) - strongest.error <= abs(other.mean) + other.error
    return say(
        "sensitivity.close" if close else "sensitivity.differ",
        hinge=assumption_in_words(hinge),
        hinge_mean=amount(other.mean, BY_NAME[found.outcome].unit, signed=True),
        futures=count(finding.difference.futures),
        **_words(strongest, found),
    )


def effect_range(effect: Effect, outcome: str) -> str:
    """The 95 % range of an effect, in the unit of the outcome."""
    ends = effect.mean - effect.error, effect.mean + effect.error
    return amount_range(*ends, BY_NAME[outcome].unit, like=effect.mean, signed=True)


def luck_share(finding: Finding, found: Sensitivity) -> float:
    """Share of the variance of the difference over futures that luck makes under given assumptions, 0 to 1.

    The rest is the assumptions', all together. As many walks as usual tell it to about a third of itself.

    Parameters
    ----------
    finding, found : as in ``decides``
    """
    whole = finding.difference.mean_se * sqrt(finding.difference.futures)
    return min(1.0, (found.luck_sd / whole) ** 2) if whole > 0.0 else 0.0


def _without_hinge(finding: Finding, found: Sensitivity, strongest: Effect | None) -> str:
    strong = _strongest(found, strongest)
    if finding.verdict is not Verdict.DEPENDS or (strongest is None and found.chance == 0.0):
        return strong
    share = luck_share(finding, found)
    key = "luck" if share >= MOSTLY else "together" if share <= 1.0 - MOSTLY else "both"
    return f"{say(f'sensitivity.open.{key}', share=figure(share, 'share'))} {strong}"


def _strongest(found: Sensitivity, strongest: Effect | None) -> str:
    if strongest is None:
        if found.chance == 0.0:
            return say("sensitivity.nothing")
        return say("sensitivity.chance_only", chance=_chance(found))
    return say("sensitivity.most", **_words(strongest, found))


def _words(effect: Effect, found: Sensitivity) -> dict[str, str]:
    return {
        "assumption": assumption_in_words(effect.name),
        "mean": amount(effect.mean, BY_NAME[found.outcome].unit, signed=True),
        "range": effect_range(effect, found.outcome),
    }


def _chance(found: Sensitivity) -> str:
    return amount(found.chance, BY_NAME[found.outcome].unit)
