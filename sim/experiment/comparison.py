"""The result of a comparison: findings, sentences and tables."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite
from typing import Any

import polars as pl

from sim.experiment.because import Reason
from sim.experiment.designs import LeverChange, lever_changes, lever_paths
from sim.experiment.findings import Finding, Findings
from sim.experiment.futures import Futures
from sim.experiment.headline import Headline, is_harvest
from sim.experiment.measured import Measured
from sim.experiment.outcomes import HEADLINE
from sim.experiment.roster import Roster
from sim.experiment.tables.card import card_table
from sim.experiment.tables.concentration import concentration_table
from sim.experiment.tables.costs import costs_table
from sim.experiment.tables.partners import bands_table, partners_table
from sim.experiment.tables.pay import cliffs_table, payout_table
from sim.experiment.tables.quarter import profile_table
from sim.experiment.tables.runs import runs_table
from sim.experiment.tables.segments import segments_table
from sim.experiment.tables.weeks import path_table, weeks_table
from sim.experiment.verdict import CLEAR, Verdict
from sim.schema.programme import Programme


@dataclass(frozen=True)
class Comparison:
    """What designs change against today's programme, in the same futures.

    Attributes
    ----------
    market : name of the market, or of the table of partners
    today : name of today's programme
    designs : names of the designs, in the order given
    horizon_weeks : length of the runs
    futures : they ran in
    schema : version of the files
    engine : digest of the code that ran
    digest : of everything the result depends on
    warnings : sentences on what the result cannot know
    measured : by name, today first
    findings : by design and outcome
    headlines : of each design; of today's programme where it runs alone
    reasons : accounts of each design's difference in net contribution
    roster : who the partners are
    programmes : by name, today's first
    starts : week in which each replaces today's, by name
    """

    market: str
    today: str
    designs: tuple[str, ...]
    horizon_weeks: int
    futures: Futures
    schema: int
    engine: str
    digest: str
    warnings: tuple[str, ...]
    measured: Mapping[str, Measured]
    findings: Mapping[str, Findings]
    headlines: Mapping[str, Headline]
    reasons: Mapping[str, Sequence[Reason]]
    roster: Roster
    programmes: Mapping[str, Programme]
    starts: Mapping[str, int]

    @property
    def leader(self) -> str:
        """The design a headline speaks of: earns most among those that leave no poorer business."""
        lasting = [name for name in self.designs if not is_harvest(self.findings[name])]
        return max(lasting or self.designs, key=self._gain, default=self.today)

    @property
    def sentence(self) -> str:
        """Headline of the leader."""
        return str(self.headlines[self.leader])

    @property
    def verdict(self) -> Verdict:
        """Verdict on the leader's net contribution; undefined where nothing is compared."""
        return self.findings[self.leader][HEADLINE].verdict if self.designs else Verdict.UNDEFINED

    def moved(self, design: str) -> tuple[Finding, ...]:
        """Findings whose 80 % range is clear of zero, those that stand out most first.

        Parameters
        ----------
        design : name of a design

        Raises
        ------
        KeyError : no such design
        """
        clear = [finding for finding in self.findings[design].values() if finding.verdict in CLEAR]
        return tuple(sorted(clear, key=lambda finding: -finding.difference.strength))

    @cached_property
    def levers(self) -> tuple[LeverChange, ...]:
        """Levers in which a design differs from today's programme, in the order of the schema."""
        return lever_changes(self.programmes)

    @property
    def same_levers(self) -> int:
        """How many levers are the same in all programmes."""
        return len(lever_paths()) - len(self.levers)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values."""
        findings = [finding for name in self.designs for finding in self.findings[name].values()]
        return {
            "sentence": self.sentence,
            "verdict": str(self.verdict),
            "market": self.market,
            "weeks": self.horizon_weeks,
            "futures": len(self.futures),
            "seed": self.futures.seed,
            "schema": self.schema,
            "engine": self.engine,
            "digest": self.digest,
            "warnings": list(self.warnings),
            "outcomes": [finding.as_json() for finding in findings],
        }

    def to_json(self) -> str:
        """The result as JSON text; numbers that are undefined are null."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2, allow_nan=False)

    @cached_property
    def runs(self) -> pl.DataFrame:
        """One row per design and future, one column per outcome."""
        return runs_table(self.measured)

    @cached_property
    def weeks(self) -> pl.DataFrame:
        """One row per design, outcome and week: means and ranges over futures."""
        return weeks_table(self.measured)

    def path(self, design: str, outcome: str) -> pl.DataFrame:
        """The rows of ``weeks`` of one design and outcome."""
        key = design, outcome
        if key not in self._paths:
            self._paths[key] = path_table(self.measured, design, outcome)
        return self._paths[key]

    @cached_property
    def _paths(self) -> dict[tuple[str, str], pl.DataFrame]:
        return {}

    @cached_property
    def partners(self) -> pl.DataFrame:
        """One row per design and partner: means over futures, and who wins and loses."""
        return partners_table(self.measured, self.roster, self.horizon_weeks)

    @cached_property
    def bands(self) -> pl.DataFrame:
        """One row per design, group of partners and band of gain or loss: how many partners."""
        return bands_table(self.measured, self.roster)

    @cached_property
    def segments(self) -> pl.DataFrame:
        """One row per design, segment and measure: levels and differences."""
        return segments_table(self.measured, self.roster, self.horizon_weeks)

    @cached_property
    def card(self) -> pl.DataFrame:
        """One row per design and principle of a good channel: its outcome, today and with the design."""
        return card_table(self.findings)

    @cached_property
    def concentration(self) -> pl.DataFrame:
        """One row per programme and twentieth of the partners, the largest first: their part of all sales."""
        return concentration_table(self.measured)

    @cached_property
    def costs(self) -> pl.DataFrame:
        """One row per design and account of net contribution, over the horizon."""
        return costs_table(self.measured)

    @cached_property
    def profile(self) -> pl.DataFrame:
        """One row per programme and week of the quarter: share of the quarter's purchases."""
        return profile_table(self.measured)

    @cached_property
    def payout(self) -> pl.DataFrame:
        """What each programme's rebate pays for a period's sales, from none to well beyond the target."""
        return payout_table(self.programmes)

    @cached_property
    def cliffs(self) -> pl.DataFrame:
        """One row per programme and jump of its rebate."""
        return cliffs_table(self.programmes)

    def _gain(self, name: str) -> float:
        gain = self.findings[name][HEADLINE].difference.mean
        return gain if isfinite(gain) else -inf
