"""Where one partner stands on the curve of its rebate, and what one more order would bring."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.engine.flatten import steps_of
from sim.experiment.bench import Bench
from sim.experiment.designs import Design
from sim.experiment.explain.crowd import in_first
from sim.experiment.tables.pay import pay_at
from sim.rules import payout, reward
from sim.schema.programme import TIERS, Programme


@dataclass(frozen=True)
class Standing:
    """A partner inside a rebate period.

    Attributes
    ----------
    programme : in force
    sales, target : of the running period, ¤ list
    front : discount on the invoice, share of list
    """

    programme: Programme
    sales: float
    target: float
    front: float

    @property
    def attainment(self) -> float:
        """Sales of the period, targets; NaN without a target."""
        return self.sales / self.target if self.target > 0.0 else np.nan

    def adds(self, size: float) -> float:
        """Rebate that one more order adds if the period ended with it, ¤; 0 without a target.

        Parameters
        ----------
        size : list value of the order, ¤
        """
        if self.target <= 0.0:
            return 0.0
        plan = steps_of(self.programme)
        ends = (reward.in_targets(sales, self.target) for sales in (self.sales, self.sales + size))
        before, after = (payout.rebate(pay_at(plan, end), self.target, self.front) for end in ends)
        return after - before


def standing_of(bench: Bench, design: Design, place: int, week: int) -> Standing:
    """Where a partner stands after a week of the first future.

    Parameters
    ----------
    bench : setting and today's programme
    design : that is tried; may be today's
    place : of the partner
    week : from 1
    """
    simulation: Any = bench.setting.simulation
    future = bench.futures(1)
    end = simulation.run(bench.week0(future), design, future, week).end
    period, target, tier = (
        float(in_first(end, name, bench.partners)[place]) for name in ("period", "target", "tier")
    )
    programme = design.programme if week > design.launch_week else bench.today.programme
    held = min(max(int(tier), 0), len(TIERS) - 1)
    return Standing(programme, period, target, programme.front.discount_share[held])


def usual_order(bench: Bench, place: int) -> float:
    """Usual list value of a partner's deal, ¤.

    Parameters
    ----------
    bench : with the partner
    place : of the partner
    """
    simulation: Any = bench.setting.simulation
    return float(simulation.partners.facts.mean_deal[place])
