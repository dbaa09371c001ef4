"""Partners from a market file: yearly wins, deal sizes and relations of every single firm."""

from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtri

from sim.kernel.block import BLOCK
from sim.kernel.draws import Purpose, name_number, stream_key, uniform
from sim.population.joining import prospects, start_facts
from sim.population.partners import REPLANNING_GROUPS, Facts, Floats, Partners
from sim.schema.behaviour import Behaviour
from sim.schema.market import SEGMENTS, Market

YEAR: Final = 52.0
DEFAULTS: Final = Behaviour()
LONGEST_SILENCE: Final = 100.0 * YEAR
SLOWEST_RETURN: Final = 4.0 / LONGEST_SILENCE
"""A partner comes back after 25 years on average, at the latest."""
FEWEST_WINS: Final = 1e-6
"""Wins per year that a partner's usual pace counts as, at least: targets are shares of it and never 0."""

JOINING: Final = ("beginner", "able", "ease", "since")
LEAST_WANTED: Final = 1e-3
"""Contacts per week that anybody wants, at least: wishes are divided by."""


class Firms(NamedTuple):
    """What differs between firms, before the segment's facts are added; arrays of length n."""

    ids: NDArray[np.int64]
    segment: NDArray[np.int64]
    wins_per_year: Floats
    log_size: Floats
    """mean of the logarithm of deal list values"""
    log_size_sd: Floats
    active: Floats
    """1 when selling at the start"""
    weeks_silent: Floats
    """weeks since the last sale; 0 for active ones"""
    signed: Floats
    """1 under contract at the start, 0 for a prospect"""


def from_market(market: Market, seed: int = 1) -> Partners:
    """All partners and prospects of a market file, drawn once and the same in every future.

    Parameters
    ----------
    market : the market
    seed : picks another draw of the same kind of partners
    """
    return assemble(market, draw_firms(market, seed), seed)


def draw_firms(market: Market, seed: int) -> Firms:
    """Firms of each segment with their yearly wins (lognormal) and their state at the start."""
    kinds = np.arange(len(SEGMENTS))
    enrolled = np.repeat(kinds, [market.segments[name].partners for name in SEGMENTS])
    segment = np.concatenate([enrolled, np.repeat(kinds, prospects(market))])
    ids = np.arange(len(segment), dtype=np.int64)
    signed = (ids < len(enrolled)).astype(float)
    size = per_segment(market, segment, "wins_log_sd")
    wins = per_segment(market, segment, "wins_per_year") * np.exp(
        size * ndtri(drawn(seed, "wins", ids)) - 0.5 * size * size
    )
    sells = drawn(seed, "active", ids) < per_segment(market, segment, "active_share")
    active = signed * sells
    medians = np.array([float(market.segments[name].deal_median_list) for name in SEGMENTS])
    return Firms(
        ids=ids,
        segment=segment,
        wins_per_year=wins,
        log_size=np.log(medians)[segment],
        log_size_sd=per_segment(market, segment, "deal_log_sd"),
        active=active,
        weeks_silent=weeks_silent(market, segment, active, drawn(seed, "silence", ids)),
        signed=signed,
    )


def assemble(market: Market, firms: Firms, seed: int = 1) -> Partners:
    """Partners with all their facts, in the order of their ids.

    Parameters
    ----------
    market : where everything comes from that the firms do not say themselves
    firms : the firms, in any order
    seed : keys of what is drawn (territory, prior trust, sense of justice)
    """
    order = np.argsort(firms.ids, kind="stable")
    columns: list[Any] = [column[order] for column in firms]
    firms = Firms(*columns)
    keyed = {
        name: drawn(seed, name, firms.ids)
        for name in ("territory", "prior", "justice", "phase", "tier", "wish", *JOINING)
    }
    keyed["manager"] = drawn(seed, "manager", firms.ids // market.partners_per_manager)
    territory = np.minimum((keyed["territory"] * market.territories).astype(np.int64), market.territories - 1)
    return Partners(
        ids=firms.ids,
        names=tuple(f"P-{number + 1:04d}" for number in firms.ids),
        segment=firms.segment,
        territory=territory,
        facts=_facts(market, firms, keyed),
    )


def _facts(market: Market, firms: Firms, keyed: dict[str, Floats]) -> Facts:
    mix = _offers(market, firms)
    relation = _relations(market, firms, keyed)
    return Facts(**mix, **relation)


def _offers(market: Market, firms: Firms) -> dict[str, Floats]:
    """Wins, sizes, chances and cycles by offer; segment means come out exactly."""
    share = per_segment(market, firms.segment, "solution_share")
    factors = {
        part: (getattr(market.offers.product, part), getattr(market.offers.solution, part))
        for part in ("size_factor", "cycle_factor", "win_factor", "attach_factor")
    }
    base = per_segment(market, firms.segment, "win_share")
    win_p, win_s = (base * factor for factor in _mean_one(factors["win_factor"], share))
    won = share * win_s / (share * win_s + (1.0 - share) * win_p)
    size = _sizes(firms, factors["size_factor"], won)
    cycle = per_segment(market, firms.segment, "cycle_weeks")
    cycle_p, cycle_s = (cycle * factor for factor in _mean_one(factors["cycle_factor"], share))
    attach = per_segment(market, firms.segment, "services_attach")
    margin = attach * per_segment(market, firms.segment, "services_margin_share")
    ready = 1.0 / DEFAULTS.closing_hazard
    pace = np.maximum(firms.wins_per_year, FEWEST_WINS) / YEAR
    return {
        "wins_p": firms.wins_per_year * (1.0 - won),
        "wins_s": firms.wins_per_year * won,
        **size,
        "win_p": win_p,
        "win_s": win_s,
        "develop_p": np.maximum(cycle_p - ready, 1.0),
        "develop_s": np.maximum(cycle_s - ready, 1.0),
        "cycle_p": cycle_p,
        "cycle_s": cycle_s,
        "solution_share": share,
        "services_p": margin * factors["attach_factor"][0],
        "services_s": margin * factors["attach_factor"][1],
        "weekly_list": pace * size["mean_deal"],
        "deals": pace,
    }


def _mean_one(factors: tuple[float, float], solution_share: Floats) -> tuple[Floats, Floats]:
    mean = (1.0 - solution_share) * factors[0] + solution_share * factors[1]
    return factors[0] / mean, factors[1] / mean


def _sizes(firms: Firms, factors: tuple[float, float], won: Floats) -> dict[str, Floats]:
    """Lognormal sizes by offer whose mixture keeps the firm's mean deal and spread of logarithms."""
    gap = np.log(factors[1] / factors[0])
    within = np.sqrt(np.maximum(firms.log_size_sd**2 - won * (1.0 - won) * gap**2, 0.01))
    lift = (1.0 - won) * factors[0] + won * factors[1]
    mean = np.exp(firms.log_size + 0.5 * firms.log_size_sd**2)
    log_p = np.log(mean * factors[0] / lift) - 0.5 * within**2
    log_s = np.log(mean * factors[1] / lift) - 0.5 * within**2
    second = ((1.0 - won) * np.exp(2.0 * log_p) + won * np.exp(2.0 * log_s)) * np.exp(2.0 * within**2)
    return {
        "log_size_p": log_p,
        "log_size_s": log_s,
        "log_size_sd": within,
        "mean_deal": mean,
        "size_spread": second / mean**2 - 1.0,
    }


def _relations(market: Market, firms: Firms, keyed: dict[str, Floats]) -> dict[str, Floats]:
    def fact(name: str) -> Floats:
        return per_segment(market, firms.segment, name)

    aware = fact("awareness_share")
    return {
        "wallet": fact("wallet_share"),
        "pass_through": fact("pass_through_share"),
        "reference_front": fact("reference_front_share"),
        "discount": np.log1p(fact("discount_per_year")) / YEAR,
        "awareness_logit": np.log(aware / (1.0 - aware)),
        "visibility": fact("visibility_share"),
        "staff_ease": fact("sales_staff") / (fact("sales_staff") + 1.0),
        "new_logo": fact("new_logo_share"),
        "renewal": fact("renewal_share"),
        "retention": fact("retention_per_year"),
        "term": fact("contract_term_weeks"),
        "overlap": fact("direct_overlap_share"),
        "attention": fact("contact_weight"),
        "phase": keyed["phase"],
        **_wishes(market, firms, keyed),
        "unfairness": np.minimum(-market.unfairness_mean * np.log(keyed["justice"]), market.unfairness_most),
        "prior": np.clip(market.prior_trust + market.prior_trust_sd * ndtri(keyed["prior"]), 0.05, 0.95),
        "dormancy": -np.log1p(-fact("dormancy_per_year")) / YEAR,
        "comeback": comeback_rates(market)[firms.segment],
        "quiet": fact("quiet_drift_share"),
        "group": (firms.ids // BLOCK % REPLANNING_GROUPS).astype(float),
        "start_willing": firms.active,
        "start_silent": firms.weeks_silent,
        "start_tier": start_tiers(market, firms.segment, firms.active, keyed["tier"]),
        "real": np.ones(len(firms.ids)),
        **start_facts(market, firms.segment, firms.signed, firms.active, keyed),
    }


def _wishes(market: Market, firms: Firms, keyed: dict[str, Floats]) -> dict[str, Floats]:
    """What a partner wants of contact, whom it meets, and how it stands in its segment."""
    usual = market.wanted_contacts_per_quarter / 13.0 * per_segment(market, firms.segment, "contact_weight")
    mean = per_segment(market, firms.segment, "wins_per_year")
    spread = market.manager_quality_sd
    return {
        "wanted": np.maximum(usual, LEAST_WANTED) * np.exp(market.wanted_log_sd * ndtri(keyed["wish"])),
        "manager": (firms.ids // market.partners_per_manager).astype(float),
        "manager_quality": np.exp(spread * ndtri(keyed["manager"]) - 0.5 * spread * spread),
        "size_log": np.log(np.maximum(firms.wins_per_year, FEWEST_WINS) / mean),
        "size_sd": per_segment(market, firms.segment, "wins_log_sd"),
    }


def comeback_rates(market: Market) -> Floats:
    """Return rate per week of each segment that balances its dormancy (two-state activity)."""
    segments = [market.segments[name] for name in SEGMENTS]
    leaving = [-np.log1p(-segment.dormancy_per_year) / YEAR for segment in segments]
    balance = [segment.active_share / (1.0 - segment.active_share) for segment in segments]
    return np.array(
        [comeback_rate(max(rate * ratio, 1e-6)) for rate, ratio in zip(leaving, balance, strict=True)]
    )


def weeks_silent(market: Market, segment: NDArray[np.int64], active: Floats, u: Floats) -> Floats:
    """Weeks since each silent partner stopped, 0 for active ones; u : one uniform number per partner."""
    rates = comeback_rates(market)[segment]
    silent = [
        0.0 if selling else silence_at_rest(*pair) for selling, *pair in zip(active, u, rates, strict=True)
    ]
    return np.array(silent)


def start_tiers(market: Market, segment: NDArray[np.int64], active: Floats, u: Floats) -> Floats:
    """Tier of each partner at the start, 0 for silent ones; u : one uniform number per partner."""
    steps = np.cumsum([market.segments[name].start_tier_share for name in SEGMENTS], axis=1)[:, :3]
    earned: Floats = np.sum(u[:, None] >= steps[segment], axis=1) * active
    return earned


def per_segment(market: Market, segment: NDArray[np.int64], name: str) -> Floats:
    """A fact of the segments, spread over partners: float64[n]."""
    return np.array([float(getattr(market.segments[key], name)) for key in SEGMENTS])[segment]


def drawn(seed: int, what: str, ids: NDArray[np.int64]) -> Floats:
    """One uniform number per partner for a named property, keyed by id."""
    key = stream_key(seed, 0, 0, name_number(what), int(Purpose.POPULATION))
    return np.array([uniform(key, int(number)) for number in ids])


def _faded(weeks: Any) -> Any:
    """Integral of the return factor over a silence of so many weeks."""
    late, fresh, memory = (
        DEFAULTS.silence_late_factor,
        DEFAULTS.silence_fresh_factor,
        DEFAULTS.silence_memory_weeks,
    )
    return late * weeks + (fresh - late) * memory * (1.0 - np.exp(-weeks / memory))


@cache
def comeback_rate(mean_rate: float) -> float:
    """Rate per week, before it falls with the length of silence, at which silences last 1 / mean_rate.

    mean_rate : average return rate per week, > 0; keeps the share of active partners where the market puts it
    """
    weeks, mean_rate = np.arange(0.0, LONGEST_SILENCE), max(mean_rate, SLOWEST_RETURN)

    def excess(rate: float) -> float:
        return float(np.sum(np.exp(-rate * (_faded(weeks + 0.5) - _faded(0.5))))) * mean_rate - 1.0

    return float(brentq(excess, 1e-3 * mean_rate, 1e2 * mean_rate))


def silence_at_rest(u: float, rate: float) -> float:
    """Weeks silent of a partner met at random among the silent ones.

    u : uniform number
    rate : ``comeback_rate`` of its segment
    """
    weeks = np.arange(0.0, LONGEST_SILENCE)
    reached = np.cumsum(np.exp(-rate * _faded(weeks)))
    return float(weeks[np.searchsorted(reached, u * reached[-1])]) + 1.0
