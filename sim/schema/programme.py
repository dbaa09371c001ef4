"""The programme: everything a vendor decides about its partners. What a file does not say is not offered."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from sim.schema.fields import Model, broken_check, lever
from sim.schema.money import List
from sim.schema.programme_asking import Leads, Requests
from sim.schema.programme_organisation import Organisation
from sim.schema.programme_price import Price
from sim.schema.programme_recruitment import Recruitment
from sim.schema.programme_relations import Contact, Monitoring, Occasions, Renewal, Transition
from sim.schema.programme_route import Bids, Requalification, Route

TIERS: Final = ("registered", "silver", "gold", "platinum")
Shape = Literal["none", "flat", "incremental", "retroactive"]
LADDERS: Final = ("incremental", "retroactive")
"""Shapes whose rate depends on how much is sold."""
Clock = Literal["quarter", "half-year", "year"]
EngagementRule = Literal[
    "first-come", "named-accounts", "size-threshold", "all-indirect", "hard-deck", "customer-choice",
    "two-strikes",
]  # fmt: skip
DirectPay = Literal["neutral", "accelerator", "quota-gate", "against-partners"]
TierShares = tuple[float, float, float, float]

# One field reads best as one short paragraph.
# fmt: off


class Front(Model):
    """Discount on the invoice, by tier."""

    discount_share: TierShares = lever(
        (0.22, 0.25, 0.28, 0.31), unit="share", low=0, high=0.6, typical=0.02, principle=1, rule="reward",
        words=(0.12, 0.2, 0.3, 0.4), main=True, source="partnerpath-2017", grade="B",
        moves="+partner_profit",
        says="Discount off list that a partner of each tier gets on every invoice, registered to platinum.",
    )
    tier_threshold_list: tuple[List, List, List] = lever(
        (List(50e3), List(300e3), List(1.5e6)), unit="¤ list per year", low=0, high=20e6, typical=50e3,
        principle=1, rule="reward", words=(50e3, 200e3, 600e3, 2e6),
        moves="-partner_profit",
        says="Sales within a fiscal year that earn silver, gold and platinum for the next one.",
    )

    requalification: Requalification = lever(
        "to-earned", unit="choice", principle=1, rule="route",
        moves="-net_contribution", between=("to-earned", "year-of-grace"),
        says="How a weak year costs a tier: at once, one step at most, or one step after a year of grace.",
    )
    ceiling_share: float = lever(
        1.0, unit="share", low=0.1, high=1, typical=0.02, principle=1, rule="route",
        moves="+partner_profit",
        says="Most that front discount, points and a special price may come to; 100 % sets no ceiling.",
    )

    @model_validator(mode="after")
    def _tiers_in_order(self) -> Self:
        if any(low >= high for low, high in pairwise(self.tier_threshold_list)):
            raise broken_check("tier_threshold_list", "each threshold must be above the one before")
        if any(low > high for low, high in pairwise(self.discount_share)):
            raise broken_check("discount_share", "no tier may get less than the tier below it")
        return self


class Registration(Model):
    """Protection and extra discount for a deal that a partner registers first."""

    offered: bool = lever(
        False, unit="on or off", principle=8, rule="conflict", source="channelnomics-registration", grade="B",
        moves="-conflict_loss",
        says="Whether a partner can register a deal and so protect it.",
    )
    points_share: float = lever(
        0.05, unit="share", low=0, high=0.25, typical=0.02, principle=8, rule="reward",
        words=(0.02, 0.04, 0.08, 0.12), main=True, source="partnerpath-2017", grade="B",
        moves="+partner_profit",
        says="Extra discount off list on a registered and approved deal.",
    )
    approval_hours: float = lever(
        24.0, unit="hours", low=1, high=240, typical=24, principle=8, rule="conflict", words=(8, 24, 48, 96),
        source="dell-registration-2014", grade="A",
        moves="-registered_share",
        says="Time the vendor takes to answer a registration.",
    )
    approval_share: float = lever(
        0.74, unit="share", low=0.3, high=1, typical=0.05, principle=8, rule="conflict",
        words=(0.5, 0.65, 0.8, 0.9), source="dell-registration-2014", grade="A",
        moves="+registered_share",
        says="Share of registrations approved at the first attempt.",
    )
    minimum_list: List = lever(
        List(10e3), unit="¤ list", low=0, high=200e3, typical=10e3, principle=8, rule="conflict",
        words=(5e3, 15e3, 30e3, 80e3), source="partnerpath-2017", grade="B",
        moves="-registered_share",
        says="Smallest deal that may be registered.",
    )
    protection_weeks: int = lever(
        0, unit="deadline weeks", low=0, high=104, typical=13, principle=8, rule="conflict",
        words=(9, 13, 20, 30), source="channel-registration-periods", grade="C",
        moves="-registered_share", between=(0, 13),
        says="Time for which a registered deal stays protected; 0 means until it is decided.",
    )


class Step(Model):
    """One step of a rebate: from this share of the target on, this rate."""

    from_target: float = lever(
        0.0, unit="multiple of the target", low=0, high=3, typical=0.1, principle=1, rule="reward",
        moves="-programme_cost",
        says="Attainment of the period's target at which the step begins.",
    )
    rate_share: float = lever(
        0.02, unit="share", low=0, high=0.3, typical=0.01, principle=1, rule="reward",
        words=(0.01, 0.02, 0.05, 0.08), source="perks-glossary", grade="C",
        moves="+programme_cost",
        says="Rate paid on net purchases: on the slice above, or on the whole period if retroactive.",
    )


class Rebate(Model):
    """Money paid back after the period for what was bought in it."""

    shape: Shape = lever(
        "none", unit="choice", principle=1, rule="reward", main=True, source="channelmechanics-rebates",
        grade="C",
        moves="+programme_cost", between=("incremental", "retroactive"),
        says="What a rate is paid on: nothing, everything, its own slice, or all sales once reached.",
    )
    clock: Clock = lever(
        "quarter", unit="choice", principle=1, rule="reward", source="cisco-vip-2005", grade="A",
        moves="-last_four_weeks_share", between=("quarter", "year"),
        says="Period over which sales are added up and after which the rebate is due.",
    )
    steps: tuple[Step, ...] = lever(
        (), unit="steps", low=0, high=6, typical=1, principle=1, rule="reward",
        says="Rates and the attainment from which each applies, in rising order.",
    )
    size: float = lever(
        1.0, unit="multiple of the rates as written", low=0, high=4, typical=0.25, principle=1, rule="reward",
        words=(0.25, 0.75, 1.25, 2), main=True,
        moves="+programme_cost",
        says="Makes every rate of the rebate larger or smaller at once; 1 pays the rates as written.",
    )
    target_growth_share: float = lever(
        0.1, unit="share", low=-0.2, high=0.5, typical=0.05, principle=1, rule="payout",
        words=(0, 0.05, 0.1, 0.2),
        moves="-programme_cost",
        says="How far the target lies above the partner's sales of the last four quarters.",
    )
    lag_weeks: float = lever(
        60 / 7, unit="weeks", low=0, high=52, typical=8, principle=1, rule="reward", words=(4, 7, 11, 20),
        source="cisco-vip-periods", grade="A",
        moves="-partner_profit",
        says="Time between the end of the period and the payment.",
    )
    cap_target: float = lever(
        0.0, unit="multiple of the target", low=0, high=5, typical=0.25, principle=1, rule="reward",
        moves="-programme_cost", between=(0.0, 1.0),
        says="Attainment above which nothing more is paid; 0 means no cap.",
    )

    @model_validator(mode="after")
    def _shape_fits_steps(self) -> Self:
        if self.shape == "none" and self.steps:
            raise broken_check("steps", "shape none pays no rebate, so steps must be empty")
        if self.shape != "none" and not self.steps:
            raise broken_check("steps", f"shape {self.shape} needs at least one step")
        if self.shape == "flat" and [step.from_target for step in self.steps] != [0.0]:
            raise broken_check("steps", "shape flat needs exactly one step, with from_target 0")
        return self

    @model_validator(mode="after")
    def _steps_in_order(self) -> Self:
        if any(low.from_target >= high.from_target for low, high in pairwise(self.steps)):
            raise broken_check("steps", "each from_target must be above the one before")
        if self.cap_target and self.steps and self.cap_target <= self.steps[0].from_target:
            raise broken_check("cap_target", "the cap must lie above the first step, or be 0 for no cap")
        return self


STANDARD_REBATE: Final = Rebate(
    shape="retroactive",
    steps=(
        Step(from_target=0.8, rate_share=0.01),
        Step(from_target=1.0, rate_share=0.025),
        Step(from_target=1.2, rate_share=0.05),
    ),
)
"""A usual ladder, where a programme without one is to have one.

Source: perks-glossary (2 to 2.5 % of purchases, volume rebates up to 5); the attainments are an assumption.
"""


class Rewards(Model):
    """Money for particular conduct, beside the rebate."""

    solution_share: float = lever(
        0.0, unit="share", low=0, high=0.25, typical=0.02, principle=3, rule="reward",
        words=(0.01, 0.04, 0.08, 0.14), main=True, source="cisco-vip-2005", grade="A",
        moves="+solution_share",
        says="Reward on net purchases that belong to a solution, not to a single product.",
    )
    new_logo_share: float = lever(
        0.0, unit="share", low=0, high=0.15, typical=0.01, principle=1, rule="reward",
        words=(0.01, 0.02, 0.04, 0.08), source="dell-emc-2017", grade="A",
        moves="+programme_cost",
        says="Reward on net purchases for a customer who is new to the vendor.",
    )
    growth_share: float = lever(
        0.0, unit="share", low=0, high=0.2, typical=0.03, principle=1, rule="reward",
        words=(0.01, 0.03, 0.06, 0.1), source="elinkages-glossary", grade="C",
        moves="+programme_cost",
        says="Reward on this year's purchases above last year's.",
    )
    funds_share: float = lever(
        0.0, unit="share", low=0, high=0.06, typical=0.01, principle=7, rule="demand",
        words=(0.005, 0.01, 0.02, 0.03), main=True,
        moves="+programme_cost",
        says="Market development funds set aside for each ¤ of net purchases.",
    )
    funds_window_weeks: int = lever(
        9, unit="deadline weeks", low=2, high=26, typical=4, principle=7, rule="demand", words=(4, 7, 10, 14),
        moves="+programme_cost",
        says="Time within which a partner must claim the funds it has spent.",
    )
    benefits_per_year: float = lever(
        0.0, unit="¤", low=0, high=6000, typical=500, principle=7, rule="benefits",
        words=(250, 750, 1500, 3000),
        moves="+trust",
        says="Worth in a year of benefits that are not money – licences for own use, help before the sale – "
        "for each partner under contract, beside those it has today.",
    )


class Direct(Model):
    """What the vendor's own sellers may do, and how many there are."""

    rule: EngagementRule = lever(
        "size-threshold", unit="choice", principle=8, rule="conflict", main=True, source="hp-hard-deck-2001",
        grade="A",
        moves="-conflict_loss", between=("first-come", "hard-deck"),
        says="Who may sell to whom: whoever comes first, named accounts, a size limit, partners only, a "
        "fixed list of top accounts, the customer chooses and partners may complain, two strikes and a "
        "neutral desk.",
    )
    pay: DirectPay = lever(
        "neutral", unit="choice", principle=1, rule="direct", source="dell-emc-2017",
        moves="-conflict_loss", between=("neutral", "accelerator"),
        says="How direct sellers are paid for deals through partners: the same, more, only with a quota of "
        "such deals, or less.",
    )
    one_head: bool = lever(
        False, unit="on or off", principle=1, rule="direct",
        moves="-conflict_loss",
        says="Whether one person heads both direct sales and the channel.",
    )
    threshold_list: List = lever(
        List(60e3), unit="¤ list", low=0, high=1e6, typical=60e3, principle=8, rule="conflict",
        words=(20e3, 50e3, 100e3, 250e3),
        moves="-conflict_loss",
        says="Deal size from which direct sellers may work an account under the size rule.",
    )
    enforcement_share: float = lever(
        0.6, unit="share", low=0, high=1, typical=0.1, principle=8, rule="conflict",
        words=(0.2, 0.4, 0.7, 0.9),
        moves="-conflict_loss",
        says="Share of breaches of the rule that have consequences.",
    )
    clarity_share: float = lever(
        0.7, unit="share", low=0, high=1, typical=0.1, principle=8, rule="conflict",
        words=(0.2, 0.4, 0.7, 0.9),
        moves="-conflict_loss",
        says="Share of cases that the written rule decides without argument.",
    )
    coverage: float = lever(
        1.0, unit="multiple of the market's direct team", low=0, high=3, typical=0.25, principle=1,
        rule="conflict", words=(0.3, 0.7, 1.3, 2), main=True,
        moves="+conflict_loss",
        says="Size of the direct team, and so its overlap with partners; 1 is the team as it is.",
    )


class Programme(Model):
    """A whole partner programme.

    Parameters
    ----------
    name : short name, as used in files and charts
    intent : what the programme wants to reach, in a sentence or two
    price, front, registration, rebate, rewards, direct, renewal, contact, occasions, monitoring,
    bids, route, organisation, requests, leads, recruitment : the levers
    transition : how it replaces the programme before it
    """

    name: str = Field(min_length=1, max_length=80)
    intent: str = Field("", max_length=2000)
    price: Price = Price()
    front: Front = Front()
    registration: Registration = Registration()
    rebate: Rebate = Rebate()
    rewards: Rewards = Rewards()
    direct: Direct = Direct()
    renewal: Renewal = Renewal()
    contact: Contact = Contact()
    occasions: Occasions = Occasions()
    monitoring: Monitoring = Monitoring()
    bids: Bids = Bids()
    route: Route = Route()
    organisation: Organisation = Organisation()
    requests: Requests = Requests()
    leads: Leads = Leads()
    recruitment: Recruitment = Recruitment()
    transition: Transition = Transition()
