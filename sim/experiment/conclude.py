"""From measured runs to findings, sentences and a result."""

from dataclasses import dataclass

from sim.experiment.cache import digest
from sim.experiment.comparison import Comparison
from sim.experiment.designs import Design, why_still
from sim.experiment.findings import Findings, account_reasons, find
from sim.experiment.futures import Futures
from sim.experiment.headline import Headline, Story, alone, headline
from sim.experiment.keeping import engine_digest, run_key
from sim.experiment.measured import Measured
from sim.experiment.outcomes import GOING_RATE, HEADLINE, OUTCOMES
from sim.experiment.paired import summarise
from sim.experiment.roster import lost_by_segment
from sim.experiment.setting import Setting
from sim.experiment.verdict import Verdict
from sim.experiment.watch import watch_line
from sim.schema.loading import SCHEMA
from sim.text.catalogue import say
from sim.text.numbers import count


@dataclass(frozen=True)
class Case:
    """Everything that was run.

    Attributes
    ----------
    setting : market and partners
    designs : by name, today's programme first
    runs : by name
    futures, weeks : of the runs
    """

    setting: Setting
    designs: dict[str, Design]
    runs: dict[str, Measured]
    futures: Futures
    weeks: int

    @property
    def today(self) -> str:
        """Name of today's programme."""
        return next(iter(self.designs))

    @property
    def tried(self) -> tuple[str, ...]:
        """Names of the designs."""
        return tuple(self.designs)[1:]


def conclude(case: Case, warnings: tuple[str, ...]) -> Comparison:
    """Result of a case.

    Parameters
    ----------
    case : what was run
    warnings : sentences to hand on
    """
    findings = {name: find(name, case.runs[case.today], case.runs[name], case.futures) for name in case.tried}
    stories = {name: _story(case, name, findings[name]) for name in case.tried}
    return Comparison(
        market=case.setting.market,
        today=case.today,
        designs=case.tried,
        horizon_weeks=case.weeks,
        futures=case.futures,
        schema=SCHEMA,
        engine=engine_digest(),
        digest=_digest(case),
        warnings=warnings,
        measured=case.runs,
        findings=findings,
        headlines={name: headline(story) for name, story in stories.items()} or {case.today: _alone(case)},
        reasons={name: story.reasons for name, story in stories.items()},
        roster=case.setting.roster,
        programmes={name: design.programme for name, design in case.designs.items()},
        starts={name: design.launch_week for name, design in case.designs.items()},
    )


def _story(case: Case, name: str, findings: Findings) -> Story:
    today, design = case.runs[case.today], case.runs[name]
    lost = lost_by_segment(today, design, case.setting.roster)
    return Story(
        design=name,
        baseline=case.today,
        weeks=case.weeks,
        findings=findings,
        reasons=account_reasons(today, design),
        still_because=_why_still(case, name, findings),
        watch=watch_line(today, design, findings, lost),
    )


def _why_still(case: Case, name: str, findings: Findings) -> str | None:
    finding = findings[HEADLINE]
    if finding.verdict is not Verdict.UNCHANGED:
        return None
    if finding.difference.mean != 0.0:
        same = int((case.runs[name].values[:, 0] == case.runs[case.today].values[:, 0]).sum())
        return say("headline.rarely", same=count(same), futures=count(len(case.futures)))
    return why_still(case.designs[case.today], case.designs[name], case.weeks)


def _alone(case: Case) -> Headline:
    values = case.runs[case.today].values
    column = {outcome.name: values[:, place] for place, outcome in enumerate(OUTCOMES)}
    return alone(case.today, summarise(column[HEADLINE]), float(column[GOING_RATE].mean()), case.weeks)


def _digest(case: Case) -> str:
    simulation, designs = case.setting.simulation, case.designs
    keys = [run_key(simulation, design, case.futures, case.weeks) for design in designs.values()]
    return digest(keys, list(designs), case.setting.market)
