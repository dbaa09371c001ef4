"""The market: partners, demand, rivals and the vendor's own cost. Nobody in the simulation sets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from sim.schema.fields import Model, broken_check, fact, plain
from sim.schema.house import House
from sim.schema.money import List
from sim.schema.rival import Rival
from sim.schema.roster import Roster
from sim.schema.segment import Segment

SegmentName = Literal["large_integrator", "reseller", "managed_service_provider", "boutique"]
SEGMENTS: Final[tuple[SegmentName, ...]] = (
    "large_integrator",
    "reseller",
    "managed_service_provider",
    "boutique",
)
OfferName = Literal["product", "solution"]
OFFERS: Final[tuple[OfferName, ...]] = ("product", "solution")

# One field reads best as one short paragraph.
# fmt: off


class Segments(Model, Mapping[str, Segment]):
    """The four segments, by attribute or by name; iterates over the names in their fixed order."""

    large_integrator: Segment
    reseller: Segment
    managed_service_provider: Segment
    boutique: Segment

    def __getitem__(self, name: str) -> Segment:
        if name not in SEGMENTS:
            raise KeyError(name)
        segment: Segment = getattr(self, name)
        return segment

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(SEGMENTS)

    def __len__(self) -> int:
        return len(SEGMENTS)


class Offer(Model):
    """How one offer differs from the average deal of its segment."""

    size_factor: float = fact(
        1.0, unit="multiple of the segment's median", low=0.1, high=10, rule="population",
        says="Deal value.",
    )
    cycle_factor: float = fact(
        1.0, unit="multiple of the segment's median", low=0.1, high=5, rule="pipeline",
        says="Sales cycle.",
    )
    win_factor: float = fact(
        1.0, unit="multiple of the segment's rate", low=0.1, high=3, rule="demand",
        says="Win rate.",
    )
    attach_factor: float = fact(
        1.0, unit="multiple of the segment's attach", low=0, high=10,
        says="Own services sold with it.",
    )


class Offers(Model, Mapping[str, Offer]):
    """The two offers, by attribute or by name."""

    product: Offer = Offer(size_factor=0.7, cycle_factor=0.6, win_factor=1.05, attach_factor=0.5)
    solution: Offer = Offer(size_factor=2.2, cycle_factor=1.6, win_factor=0.85, attach_factor=1.8)

    def __getitem__(self, name: str) -> Offer:
        if name not in OFFERS:
            raise KeyError(name)
        offer: Offer = getattr(self, name)
        return offer

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(OFFERS)

    def __len__(self) -> int:
        return len(OFFERS)


class Vendor(Model):
    """The vendor's own cost, its direct team and the people who serve partners."""

    goods_cost_share: float = fact(
        0.227, unit="share", low=0, high=0.8, rule="payout",
        says="Cost of goods, share of list; a gross margin of 68 % on net at 29 % discount.",
    )
    direct_share: float = fact(
        0.3, unit="share", low=0, high=0.95, source="channelnomics-70-percent", grade="assumption",
        says="Share of the vendor's net revenue that direct sellers bring.",
    )
    direct_to_channel_share: float = fact(
        0.357, unit="share of channel list sales", low=0, high=10, rule="demand",
        says="Direct sales at list, compared with channel sales at list, at the start.",
    )
    direct_discount_share: float = fact(
        0.15, unit="share", low=0, high=0.6, rule="payout",
        says="Discount off list that direct sellers give.",
    )
    direct_selling_cost_share: float = fact(
        0.32, unit="share", low=0, high=0.8, rule="payout",
        says="Cost of selling direct, share of direct net revenue.",
    )
    direct_reps: int = fact(
        28, unit="people", low=0, high=10_000,
        says="Direct sellers employed.",
    )
    direct_engineers: int = fact(
        11, unit="people", low=0, high=10_000,
        says="Sales engineers who work with the direct sellers.",
    )
    rep_pay_per_year: float = fact(
        260e3, unit="¤ per year", low=2e4, high=1e6,
        says="Pay of a direct seller at target.",
    )
    rep_cost_per_year: float = fact(
        330e3, unit="¤ per year", low=2e4, high=1.5e6,
        says="Full cost of a direct seller.",
    )
    rep_quota_per_year: float = fact(
        1.6e6, unit="¤ per year", low=1e5, high=2e7,
        says="Net revenue a direct seller is asked to bring.",
    )
    reps_per_engineer: float = fact(
        2.5, unit="people", low=1, high=20,
        says="Direct sellers that share one sales engineer.",
    )
    engineer_cost_per_year: float = fact(
        230e3, unit="¤ per year", low=2e4, high=1e6,
        says="Full cost of a sales engineer.",
    )
    channel_cost_share: float = fact(
        0.1, unit="share", low=0, high=0.5, source="siriusdecisions-channel-cost", grade="assumption",
        says="All channel cost besides discounts, share of channel net revenue; a check, not an input.",
    )
    channel_people_cost_share: float = fact(
        0.034, unit="share", low=0, high=0.3,
        says="Of that, partner managers.",
    )
    channel_programme_cost_share: float = fact(
        0.018, unit="share", low=0, high=0.3, source="channelnomics-2019", grade="assumption",
        says="Of that, programme office, portal, training and events.",
    )
    channel_incentive_cost_share: float = fact(
        0.048, unit="share", low=0, high=0.3, source="siriusdecisions-channel-cost", grade="assumption",
        says="Of that, incentives.",
    )
    channel_discount_gap_share: float = fact(
        0.14, unit="share", low=0, high=0.5,
        says="Extra discount off list that the channel gets over a direct customer; a check, not an input.",
    )
    direct_minimum_list: List = fact(
        List(60e3), unit="¤ list", low=0, high=1e7,
        says="Deal value below which a direct seller does not pay for itself.",
    )
    manager_pay_per_year: float = fact(
        190e3, unit="¤ per year", low=2e4, high=1e6, source="channel-advisors-pay", grade="assumption",
        says="Pay of a partner manager at target.",
    )
    manager_cost_per_year: float = fact(
        230e3, unit="¤ per year", low=2e4, high=1e6, rule="payout",
        says="Full cost of a partner manager.",
    )
    visit_cost: float = fact(
        150.0, unit="¤", low=0, high=2000, rule="contact",
        says="Travel cost of a visit, beside the partner manager's time.",
    )
    newsletter_cost: float = fact(
        2.0, unit="¤", low=0, high=50, rule="contact",
        says="Cost of a newsletter for each partner that gets it.",
    )
    review_cost: float = fact(
        200.0, unit="¤", low=0, high=2000, rule="touch",
        says="Travel and material of a business review, beside the partner manager's time.",
    )
    council_cost: float = fact(
        60e3, unit="¤", low=0, high=1e6, rule="touch", source="industry-priors", grade="assumption",
        says="Cost of one meeting of a partner council.",
    )
    conference_cost: float = fact(
        1800.0, unit="¤", low=0, high=10_000, rule="touch", source="industry-priors", grade="assumption",
        says="Cost of a conference for each partner that takes part.",
    )
    event_cost: float = fact(
        40e3, unit="¤", low=0, high=500e3, rule="touch",
        says="Cost of being present at one independent event.",
    )
    press_cost: float = fact(
        4e3, unit="¤", low=0, high=100e3, rule="touch",
        says="Cost of one article in the trade press.",
    )
    round_table_cost: float = fact(
        30e3, unit="¤", low=0, high=500e3, rule="touch",
        says="Cost of one round table with the chief executive, whose hours are the larger part.",
    )
    briefing_cost: float = fact(
        8e3, unit="¤", low=0, high=200e3, rule="touch",
        says="Cost of one product briefing for partners.",
    )
    help_cost_per_year: float = fact(
        150e3, unit="¤ per year", low=0, high=5e6, rule="touch",
        says="Cost of the desk that helps with customers' problems within a day.",
    )
    automation_cost_per_year: float = fact(
        120e3, unit="¤ per year", low=0, high=5e6, rule="touch",
        says="Cost of automating all routine of contact.",
    )
    telemetry_cost_per_year: float = fact(
        100e3, unit="¤ per year", low=0, high=5e6, rule="monitoring",
        says="Cost of recording and reading all visits of the portal.",
    )
    subscription_share: float = fact(
        0.6, unit="share", low=0, high=1, rule="renewal",
        says="Part of net revenue that is subscriptions, recognised week by week over the term.",
    )
    desk_manager_cost_per_year: float = fact(
        130e3, unit="¤ per year", low=2e4, high=1e6,
        says="Full cost of a partner manager who works by telephone only.",
    )
    manager_leaving_per_year: float = fact(
        0.3, unit="chance per year", low=0, high=0.9, source="varcoach-turnover", grade="C",
        says="Chance within a year that a partner manager leaves.",
    )
    manager_direct_sellers: float = fact(
        7.0, unit="people", low=0, high=50, source="achieveunite-span", grade="C",
        says="Direct sellers that each partner manager also serves.",
    )
    lead_cost: float = fact(
        300.0, unit="¤", low=0, high=5000, rule="requests",
        says="Cost of one lead that is found and handed to a partner.",
    )
    lead_pool_per_year: float = fact(
        2000.0, unit="per year", low=1, high=100e3, rule="requests",
        says="Customers in a year who could become a lead worth having.",
    )
    launches_per_year: float = fact(
        0.0, unit="per year", low=0, high=12, rule="requests",
        says="Product launches in a year that make a part of what partners know old.",
    )
    usage_growth_per_year: float = fact(
        0.0, unit="share", low=0, high=0.25, rule="renewal", source="industry-priors",
        says="How much running contracts grow in a year because customers use more.",
    )
    incident_per_year: float = fact(
        0.15, unit="chance per year", low=0, high=0.9,
        says="Chance within a year of a serious quality incident.",
    )
    incident_severity_share: float = fact(
        0.15, unit="share", low=0, high=0.9,
        says="Share of the win rate lost right after such an incident; 5 to 30 % have been seen.",
    )
    incident_recovery_weeks: float = fact(
        19.5, unit="weeks", low=1, high=156, source="crowdstrike-2024", grade="assumption",
        says="Time to recover half of the loss with good communication.",
    )
    incident_recovery_silent_weeks: float = fact(
        52.0, unit="weeks", low=1, high=156, source="crowdstrike-2024", grade="assumption",
        says="Time to recover half of the loss with weak communication.",
    )
    incident_compensation_share: float = fact(
        0.015, unit="share", low=0, high=0.2, source="crowdstrike-2024", grade="assumption",
        says="Yearly revenue set aside to make good for an incident.",
    )


class Distribution(Model):
    """A second tier between vendor and partner."""

    margin_share: float = fact(
        0.05, unit="share", low=0, high=0.2,
        says="Margin of the distributor, share of list; 3 to 8 points are usual.",
    )
    data_lag_weeks: float = fact(
        3.0, unit="weeks", low=0, high=13,
        says="Time until the vendor sees what a distributor sold; 2 to 5 weeks are usual.",
    )


class Market(Model):
    """Everything that is there before the vendor decides.

    Parameters
    ----------
    name : short name, as used in files and charts
    intent : what the market stands for, in a sentence or two
    segments : the four kinds of partner firms
    offers : product and solution
    vendor : the vendor's own cost and people
    distribution : the second tier
    house : circumstances inside the vendor
    roster : who joins and who leaves
    rivals : other vendors with programmes of their own, up to seven
    territories, growth_per_year, noise_share, usage_growth_per_year, shop_return_share : of the whole market
    """

    name: str = Field(min_length=1, max_length=80)
    intent: str = Field("", max_length=2000)
    territories: int = fact(
        10, unit="territories", low=1, high=1000, rule="population",
        says="Regions with a demand of their own.",
    )
    growth_per_year: float = fact(
        0.06, unit="per year", low=-0.5, high=1, rule="demand",
        says="Yearly growth of demand.",
    )
    noise_share: float = fact(
        0.1, unit="share", low=0, high=1, rule="demand",
        says="Spread of demand from quarter to quarter that no rule explains, as standard deviation of "
        "the logarithm.",
    )
    usage_growth_per_year: float = fact(
        0.1, unit="per year", low=0, high=0.5,
        says="Growth of a subscription through use, within its term; 0 to 25 % are usual.",
    )
    shop_return_share: tuple[float, float, float, float] = fact(
        (0.18, 0.05, 0.02, 0.01), unit="share", low=0, high=1, source="iowa-retail-panel", grade="A",
        says="Share of firms that had stopped all buying and return in the 1st to 4th quarter.",
    )
    prior_trust: float = fact(
        0.66, unit="trust", low=0.3, high=0.9, rule="trust",
        says="What partners believe of the vendor without experience, on average.",
    )
    prior_trust_sd: float = fact(
        0.08, unit="trust", low=0, high=0.3, rule="trust",
        says="Spread of that belief between partners.",
    )
    unfairness_mean: float = fact(
        0.05, unit="unfairness", low=0, high=0.3, rule="conflict", source="samaha-palmatier-dant-2011",
        grade="assumption",
        says="Unfairness felt on average; a few partners feel much more of it.",
    )
    unfairness_most: float = fact(
        0.6, unit="unfairness", low=0.1, high=1, rule="conflict",
        says="Most unfairness that any partner feels.",
    )
    wanted_contacts_per_quarter: float = fact(
        5.5, unit="per quarter", low=0.5, high=26, rule="rhythm",
        says="Contacts that a reseller wants, in the middle; other segments by their weight in attention.",
    )
    wanted_log_sd: float = fact(
        0.5, unit="log sd", low=0, high=1.5, rule="rhythm",
        says="Spread of that wish between partners, as standard deviation of the logarithm.",
    )
    manager_quality_sd: float = fact(
        0.35, unit="log sd", low=0, high=1, rule="contact",
        says="Spread of the quality of contact between managers, as standard deviation of the logarithm.",
    )
    partners_per_manager: int = fact(
        10, unit="partners", low=1, high=1000, rule="population", source="achieveunite-span", grade="C",
        says="Partners that share a manager, and so the quality of contact.",
    )
    rewiring_share: float = fact(
        0.1, unit="share", low=0, high=1, rule="population",
        says="Acquaintances of a partner that lie outside its neighbourhood; makes the world small.",
    )
    segments: Segments
    offers: Offers = Offers()
    vendor: Vendor = Vendor()
    distribution: Distribution = Distribution()
    house: House = House()
    roster: Roster = Roster()
    rivals: tuple[Rival, ...] = Field(
        (), min_length=0, max_length=7, description="Vendors with programmes of their own.",
    )

    @model_validator(mode="after")
    def _time_is_sold_once(self) -> Self:
        for name, segment in self.segments.items():
            named = segment.wallet_share + sum(getattr(rival.wallet_share, name) for rival in self.rivals)
            if self.rivals and named >= 1.0:
                found = f"our share and those of the rivals add up to {plain(named)} for {name}"
                raise broken_check("rivals", f"{found}, allowed is less than 1")
        return self

    @model_validator(mode="after")
    def _rivals_differ(self) -> Self:
        names = [rival.name for rival in self.rivals]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise broken_check("rivals", f"two rivals are called {twice}")
        return self

    def list_sales_share(self) -> dict[str, float]:
        """Share of each segment in channel sales at list, at the start."""
        sales = {
            name: float(segment.revenue_per_active_list) * segment.partners * segment.active_share
            for name, segment in self.segments.items()
        }
        total = sum(sales.values())
        return {name: amount / total if total else 0.0 for name, amount in sales.items()}
