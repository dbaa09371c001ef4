"""A comparison of one design with today's programme, and which assumptions it hangs on."""

from dataclasses import dataclass
from typing import Any

from sim.experiment.cache import Cache
from sim.experiment.compare import compare_in
from sim.experiment.comparison import Comparison
from sim.experiment.decides import decides
from sim.experiment.designs import AnyDesign, Design, as_designs
from sim.experiment.findings import Finding, known
from sim.experiment.headline import assumption_in_words
from sim.experiment.outcomes import HEADLINE
from sim.experiment.request import Request
from sim.experiment.running import Progress
from sim.experiment.sensitivity import USUAL, Effect, Effort, Sensitivity, sensitivity
from sim.experiment.setting import AnyMarket, AnyPartners, prepare


@dataclass(frozen=True)
class Examined:
    """A comparison and the walks through its assumptions.

    Attributes
    ----------
    comparison : of the one design
    sensitivity : of one of its outcomes
    """

    comparison: Comparison
    sensitivity: Sensitivity

    @property
    def finding(self) -> Finding:
        """What the futures say about the outcome."""
        return self.comparison.findings[self.comparison.leader][self.sensitivity.outcome]

    @property
    def sentence(self) -> str:
        """What the verdict turns with and what moves the difference most."""
        return decides(self.finding, self.sensitivity)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values; ``mean`` is from the low to the high end of an assumption."""
        found, hinge = self.sensitivity, self.finding.hinge
        return {
            "sentence": self.comparison.sentence,
            "decides": self.sentence,
            "outcome": found.outcome,
            "unit": str(self.finding.outcome.unit),
            "verdict": str(self.finding.verdict),
            "hinge": hinge.name if hinge else None,
            "chance": known(found.chance),
            "without_effect": found.without,
            "effects": [_as_json(one, again=True) for one in found.effects]
            + [_as_json(one, again=False) for one in found.others],
        }


def examine(
    today: AnyDesign,
    design: AnyDesign,
    market: AnyMarket = "baseline",
    partners: AnyPartners = None,
    *,
    outcome: str = HEADLINE,
    weeks: int = 156,
    futures: int = 200,
    seed: int = 1,
    effort: Effort = USUAL,
    cache: bool = True,
    progress: Progress | None = None,
) -> Examined:
    """Compare a design with today's programme, then move one assumption after another.

    Parameters
    ----------
    today, design, market, partners, weeks, futures, seed, cache : as in ``compare``
    outcome : whose difference is looked at
    effort : how much is run
    progress : told (futures done, futures in all) of the comparison, then of the walks

    Raises
    ------
    SchemaError, IntakeError, RequestError : as in ``compare``
    KeyError : no such outcome
    ValueError : fewer than 2 walks
    """
    request = Request(weeks, futures, seed)
    current, tried = as_designs((today, design))
    before = Design(current.programme)
    setting = prepare(current.programme, market, partners)
    kept = Cache() if cache and not setting.is_private else None
    result = compare_in(
        setting, before, [tried], request.draw(), weeks,
        progress=progress, cache=kept, warnings=request.warnings(),
    )  # fmt: skip
    found = sensitivity(
        setting.simulation, before, tried, weeks, outcome=outcome, effort=effort, seed=seed, progress=progress
    )
    return Examined(result, found)


def _as_json(effect: Effect, *, again: bool) -> dict[str, Any]:
    figures = {
        name: known(getattr(effect, name)) for name in ("mean", "error", "size", "size_error", "spread")
    }
    said = {"name": effect.name, "says": assumption_in_words(effect.name)}
    return {**said, **figures, "stands_out": effect.stands_out, "moved_again": again}
