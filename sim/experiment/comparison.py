"""The result of a comparison: findings, sentences and tables."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite
from typing import Any

import polars as pl

from sim.experiment.because import Reason
from sim.experiment.findings import Findings
from sim.experiment.futures import Futures
from sim.experiment.headline import is_harvest
from sim.experiment.outcomes import HEADLINE
from sim.experiment.roster import Roster
from sim.experiment.running import Measured
from sim.experiment.tables import partners_table, runs_table, weeks_table
from sim.experiment.verdict import Verdict


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
    sentences : headline of each design; of today's programme where it runs alone
    reasons : accounts of each design's difference in net contribution
    roster : who the partners are
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
    sentences: Mapping[str, str]
    reasons: Mapping[str, Sequence[Reason]]
    roster: Roster

    @property
    def leader(self) -> str:
        """The design a headline speaks of: earns most among those that leave no poorer business."""
        lasting = [name for name in self.designs if not is_harvest(self.findings[name])]
        return max(lasting or self.designs, key=self._gain, default=self.today)

    @property
    def sentence(self) -> str:
        """Headline of the leader."""
        return self.sentences[self.leader]

    @property
    def verdict(self) -> Verdict:
        """Verdict on the leader's net contribution; undefined where nothing is compared."""
        return self.findings[self.leader][HEADLINE].verdict if self.designs else Verdict.UNDEFINED

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

    @cached_property
    def partners(self) -> pl.DataFrame:
        """One row per design and partner: means over futures, and who wins and loses."""
        return partners_table(self.measured, self.roster, self.horizon_weeks)

    def _gain(self, name: str) -> float:
        gain = self.findings[name][HEADLINE].difference.mean
        return gain if isfinite(gain) else -inf
