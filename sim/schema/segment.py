"""One kind of partner firm in the market. Defaults are those of the mid-size reseller."""

from __future__ import annotations

from math import exp
from typing import Final, Self

from pydantic import model_validator

from sim.schema.fields import Model, broken_check, fact
from sim.schema.money import List
from sim.schema.programme import TierShares

PullPoints = tuple[float, float, float, float]
ReturnShares = tuple[float, float, float, float, float, float, float, float]
_SUM_TOLERANCE: Final = 0.005

# One field reads best as one short paragraph.
# fmt: off


class Segment(Model):
    """What the partners of one segment have in common."""

    partners: int = fact(
        90, unit="partners", low=0, high=1_000_000, rule="population", source="comptia-firm-sizes",
        grade="assumption",
        says="Partners enrolled at the start.",
    )
    recruitable: int = fact(
        350, unit="partners", low=0, high=1_000_000, rule="population", source="comptia-firm-sizes",
        grade="assumption",
        says="Firms of this kind outside the programme that could still be signed.",
    )
    active_share: float = fact(
        0.7, unit="share", low=0.01, high=0.99, rule="population", source="humanr-activity", grade="C",
        says="Share of enrolled partners that sell at the start.",
    )
    firm_revenue_median: float = fact(
        60e6, unit="¤ per year", low=1e5, high=1e11,
        says="Median yearly revenue of the whole firm, all vendors and services.",
    )
    firm_revenue_log_sd: float = fact(
        0.8, unit="log sd", low=0, high=2,
        says="Spread of firm revenue between partners, as standard deviation of the logarithm.",
    )
    wins_per_year: float = fact(
        22.0, unit="per year", low=0.1, high=2000, rule="demand",
        says="Deals won in a year with the vendor by an active partner.",
    )
    wins_log_sd: float = fact(
        0.7, unit="log sd", low=0, high=2, rule="population", source="2112-long-tail", grade="assumption",
        says="Spread of yearly wins between partners; sets how concentrated sales are.",
    )
    deal_median_list: List = fact(
        List(22e3), unit="¤ list", low=100, high=50e6, rule="population",
        says="Median list value of a deal.",
    )
    deal_log_sd: float = fact(
        1.0, unit="log sd", low=0, high=2.5, rule="population",
        says="Spread of deal values, as standard deviation of the logarithm.",
    )
    opportunities_per_year: float = fact(
        73.0, unit="per year", low=0.1, high=10_000,
        says="Qualified opportunities an active partner works for the vendor in a year.",
    )
    win_share: float = fact(
        0.3, unit="share", low=0.05, high=0.95, rule="demand",
        says="Share of qualified opportunities that are won.",
    )
    cycle_weeks: float = fact(
        80 / 7, unit="weeks", low=1, high=156, rule="pipeline", source="cro-report-cycles", grade="C",
        says="Median time from a qualified opportunity to its order.",
    )
    cycle_log_sd: float = fact(
        0.5, unit="log sd", low=0, high=1.5,
        says="Spread of that time between deals.",
    )
    new_logo_share: float = fact(
        0.35, unit="share", low=0, high=1, rule="reward",
        says="Share of sales to customers new to the vendor.",
    )
    expansion_share: float = fact(
        0.4, unit="share", low=0, high=1,
        says="Share of sales that enlarge what a customer already has.",
    )
    renewal_share: float = fact(
        0.25, unit="share", low=0, high=1, rule="renewal",
        says="Share of sales that renew a contract.",
    )
    pass_through_share: float = fact(
        0.6, unit="share", low=0, high=1, rule="reward", source="crn-roundtable-2016", grade="assumption",
        says="Share of the front discount that the partner hands on to the customer.",
    )
    reference_front_share: float = fact(
        0.28, unit="share", low=0.01, high=0.6, rule="reward", source="partnerpath-2017", grade="B",
        says="Front discount at which the other figures of the segment were observed.",
    )
    services_attach: float = fact(
        0.6, unit="¤ per ¤ of product", low=0, high=10, rule="reward",
        source="famularo-2014", grade="assumption",
        says="Own services a partner sells with each ¤ of product in the first twelve months.",
    )
    services_margin_share: float = fact(
        0.35, unit="share", low=0, high=0.9, rule="reward", source="crn-model-behaviour", grade="assumption",
        says="Gross margin of the partner's own services.",
    )
    services_rent_share: float = fact(
        0.03, unit="share", low=0, high=0.1,
        says="What the seller's own services earn above other use of the same people, per ¤ of list.",
    )
    sales_staff: float = fact(
        4.0, unit="people", low=0.1, high=1000, rule="demand",
        says="Sellers of the partner who work in the vendor's product category.",
    )
    presales_staff: float = fact(
        1.5, unit="people", low=0, high=1000,
        says="Pre-sales engineers of the partner in the category.",
    )
    sales_staff_cost_per_year: float = fact(
        130e3, unit="¤ per year", low=1e4, high=1e6,
        says="Full cost of one seller of the partner.",
    )
    presales_staff_cost_per_year: float = fact(
        125e3, unit="¤ per year", low=1e4, high=1e6,
        says="Full cost of one pre-sales engineer of the partner.",
    )
    vendors_carried: float = fact(
        25.0, unit="vendors", low=1, high=500, source="channelmechanics-registration", grade="C",
        says="Vendors on the partner's price list.",
    )
    vendors_strategic: float = fact(
        5.0, unit="vendors", low=1, high=50, source="channelmastered-idc", grade="assumption",
        says="Vendors the partner builds its business on.",
    )
    wallet_share: float = fact(
        0.18, unit="share", low=0.01, high=0.9, rule="effort",
        says="Share of the partner's sales in the category that goes to the vendor.",
    )
    exit_per_year: float = fact(
        0.06, unit="chance per year", low=0, high=0.9, rule="recruitment", source="channelbuzz-2013",
        grade="B",
        says="Chance within a year that a partner leaves the programme of its own will.",
    )
    dormancy_per_year: float = fact(
        0.15, unit="chance per year", low=0, high=0.9, rule="loyalty", source="channelbuzz-2013",
        grade="assumption",
        says="Chance within a year that a selling partner stays on the roster and stops selling.",
    )
    quiet_drift_share: float = fact(
        0.3, unit="share", low=0, high=1, rule="loyalty", source="iowa-retail-panel", grade="assumption",
        says="Share of partners on their way out that fade quietly; the others stop at once.",
    )
    silence_return_share: ReturnShares = fact(
        (0.51, 0.37, 0.26, 0.18, 0.14, 0.09, 0.07, 0.05), unit="share", low=0, high=1,
        source="iowa-retail-panel", grade="A",
        says="Share of silent partners that return in the 1st, 2nd … 8th quarter of silence.",
    )
    discount_per_year: float = fact(
        0.15, unit="per year", low=0, high=1, rule="reward",
        says="Interest at which the partner discounts money that is paid later.",
    )
    awareness_share: float = fact(
        0.75, unit="share", low=0.01, high=0.99, rule="contact", source="channelmechanics-rebates",
        grade="assumption",
        says="Share of partners that know what a programme of 27 rules would pay them.",
    )
    visibility_share: float = fact(
        0.4, unit="share", low=0, high=1, rule="reward", source="crn-roundtable-2016", grade="assumption",
        says="How much of a rebate the partner's own seller sees when choosing what to sell.",
    )
    start_tier_share: TierShares = fact(
        (0.15, 0.35, 0.4, 0.1), unit="share", low=0, high=1, rule="population", source="ibm-tiers-2010",
        grade="assumption",
        says="Active partners that start registered, silver, gold, platinum; inactive ones are registered.",
    )
    rival_pull_points: PullPoints = fact(
        (1.0, 0.0, -1.0, -4.0), unit="points", low=-10, high=10,
        says="Pull of a leading rival, a peer, a challenger and own products, in points of margin.",
    )
    direct_overlap_share: float = fact(
        0.3, unit="share", low=0, high=1, rule="conflict",
        says="Share of the partner's accounts that direct sellers also cover.",
    )
    solution_share: float = fact(
        0.25, unit="share", low=0, high=1, rule="demand",
        says="Share of opportunities that are solutions.",
    )
    contact_weight: float = fact(
        1.0, unit="multiple of a reseller's contacts", low=0, high=10, rule="contact",
        says="Attention a partner gets from managers, compared with a reseller.",
    )
    contract_term_weeks: int = fact(
        156, unit="deadline weeks", low=4, high=520, rule="renewal",
        says="Length of a customer contract.",
    )
    retention_per_year: float = fact(
        0.88, unit="share", low=0.1, high=1, rule="renewal",
        says="Share of contract value that is kept over a year.",
    )
    graph_degree: float = fact(
        6.0, unit="neighbours", low=0, high=50, rule="population",
        says="Partners of the same segment a partner talks with.",
    )

    @model_validator(mode="after")
    def _shares_sum_to_one(self) -> Self:
        kinds = self.new_logo_share + self.expansion_share + self.renewal_share
        if abs(kinds - 1.0) > _SUM_TOLERANCE:
            raise broken_check("new_logo_share", "with expansion_share and renewal_share it must add up to 1")
        if abs(sum(self.start_tier_share) - 1.0) > _SUM_TOLERANCE:
            raise broken_check("start_tier_share", "the four shares must add up to 1")
        return self

    @property
    def deal_mean_list(self) -> List:
        """Mean list value of a deal: the mean of the lognormal with the given median."""
        return self.deal_median_list * exp(self.deal_log_sd**2 / 2.0)

    @property
    def revenue_per_active_list(self) -> List:
        """Yearly list revenue of an average active partner."""
        return self.deal_mean_list * self.wins_per_year

    @property
    def front_margin_street_share(self) -> float:
        """Front margin the partner keeps at the reference discount, share of the street price."""
        front, passed = self.reference_front_share, self.pass_through_share
        return front * (1.0 - passed) / (1.0 - front * passed)

    @property
    def installed_base_list(self) -> List:
        """Contract value of an average active partner at the start: renewed sales over retention."""
        return self.revenue_per_active_list * (self.renewal_share / self.retention_per_year)

    @property
    def return_per_year(self) -> float:
        """Yearly rate of return of silent partners that keeps the active share where it is."""
        return self.dormancy_per_year * self.active_share / (1.0 - self.active_share)
