"""Sets published facts about relations beside the model: `python -m tools.facts` writes docs/facts.md.

Figures are what the shipped market gives; nothing is tuned to a fact, and no test depends on a verdict.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engine.layout import P, S, W
from sim.engine.run import Engine, Run, Week0
from sim.experiment.futures import Futures, behaviour_doubts, draw_futures
from sim.kernel.block import BLOCK
from sim.population.building import from_market
from sim.rules import trust
from sim.schema.behaviour import Behaviour
from sim.schema.editing import changed
from sim.schema.loading import load_market, load_programme
from sim.schema.programme import Programme

Floats = NDArray[np.float64]
PAGE = Path(__file__).resolve().parent.parent / "docs" / "facts.md"
FUTURES, WEEKS, YEAR = 16, 156, 52
PAR = Behaviour()


class Fact(NamedTuple):
    """A published fact, what the model gives, and whether that is in the band."""

    id: str
    statement: str
    setting: str
    figure: str
    band: str
    verdict: str


class Stand(NamedTuple):
    """A market under today's programme at week 0."""

    engine: Engine
    today: Programme
    futures: Futures
    start: Week0

    def run(self, programme: Programme | None = None, weeks: int = WEEKS, **options: Any) -> Run:
        """A run from week 0."""
        return self.engine.run(self.start, programme or self.today, self.futures, weeks, **options)


@cache
def stand(
    today: str = "retro-volume", unfairness: float = -1.0, parameters: tuple[tuple[str, float], ...] = ()
) -> Stand:
    """The shipped market at week 0, with another mean unfairness or set parameters."""
    market = load_market("baseline")
    if unfairness >= 0.0:
        market = market.model_copy(update={"unfairness_mean": unfairness})
    programme, futures = load_programme(today), draw_futures(behaviour_doubts(), FUTURES, seed=1)
    for name, value in parameters:
        futures.rows[:, getattr(P, name)] = value
    engine = Engine(market, programme, from_market(market))
    return Stand(engine, programme, futures, engine.week0(futures))


def column(run: Run, place: int, count: int) -> Floats:
    """A field of the state at the end: [futures, partners]."""
    rows = run.end.state[:, 0, :, place : place + BLOCK]
    return rows.reshape(len(rows), -1)[:, :count]


def interval(values: Floats) -> tuple[float, float, float]:
    """Mean over futures and its 95 % interval."""
    mean, error = float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(len(values)))
    return mean, mean - 1.96 * error, mean + 1.96 * error


def shown(values: Floats, digits: int = 2, percent: bool = False) -> str:
    """A mean with its interval."""
    mean, low, high = (100.0 * one if percent else one for one in interval(values))
    unit = " %" if percent else ""
    return f"{mean:.{digits}f}{unit} [{low:.{digits}f}, {high:.{digits}f}]"


def verdict(values: Floats, low: float, high: float, sign: int = 0) -> str:
    """In the band, sign only, or not."""
    mean, lower, upper = interval(values)
    if low <= mean <= high:
        return "in the band"
    if sign and (lower > 0.0 if sign > 0 else upper < 0.0):
        return "sign only"
    return "not reproduced"


def within(one: Floats, other: Floats, segment: NDArray[np.int64], chosen: NDArray[np.bool_]) -> float:
    """Correlation over chosen partners after each segment's mean is taken out."""
    gaps = []
    for values in (one, other):
        left = values.astype(float).copy()
        for kind in np.unique(segment):
            here = chosen & (segment == kind)
            left[here] -= np.mean(left[here]) if np.any(here) else 0.0
        gaps.append(left[chosen])
    return float(np.corrcoef(*gaps)[0, 1])


def incidents_of(run: Run, engine: Engine, weeks: int) -> Floats:
    """Incidents of each partner in the first weeks: [futures, partners]."""
    counts = np.zeros((len(run.ledger), engine.partners.size))
    for place, rows in enumerate(run.ledger):
        early = rows[rows[:, 0] < weeks]
        counts[place] = np.bincount(early[:, 1].astype(int), minlength=engine.partners.size)
    return counts


def concentration() -> list[Fact]:
    """F36, F37, F40."""
    here = stand()
    sales = here.run(weeks=YEAR, with_sales=True).sales[:, :, 0].sum(axis=1)

    def top(values: Floats, share: float) -> float:
        ordered = np.sort(values)[::-1]
        return float(ordered[: max(1, round(share * len(ordered)))].sum() / ordered.sum())

    active = np.array([top(row[row > 0.0], 0.2) for row in sales])
    enrolled = np.array([top(row, 0.2) for row in sales])
    selling = np.mean(sales > 0.0, axis=1)
    return [
        Fact(
            "F36",
            "share of the top fifth of active partners",
            "a year of today",
            shown(active),
            ".60 to .85",
            verdict(active, 0.6, 0.85),
        ),
        Fact(
            "F37",
            "the same over all enrolled, and larger",
            "a year of today",
            shown(enrolled),
            ".75 to .97",
            verdict(enrolled, 0.75, 0.97),
        ),
        Fact(
            "F40",
            "enrolled partners with a deal within a year",
            "a year of today",
            shown(selling),
            ".25 to .60",
            verdict(selling, 0.25, 0.6),
        ),
    ]


def conflict_and_growth() -> Fact:
    """F44."""
    here = stand("weak-rules")
    run = here.run(weeks=2 * YEAR, with_sales=True, with_ledger=True)
    partners = here.engine.partners
    counts = incidents_of(run, here.engine, YEAR)
    sales = run.sales[:, :, 0]
    first, second = sales[:, :YEAR].sum(axis=1), sales[:, YEAR:].sum(axis=1)
    won = run.sales[:, :YEAR, 1].sum(axis=1)
    found = []
    for i in range(FUTURES):
        chosen = (partners.segment < 2) & (first[i] > 0.0) & (second[i] > 0.0) & (won[i] > 0.0)
        rate = counts[i] / np.maximum(won[i] + 1.0, 1.0)
        growth = np.log(np.maximum(second[i], 1.0)) - np.log(np.maximum(first[i], 1.0))
        found.append(within(rate, growth, partners.segment, chosen))
    values = np.array(found)
    return Fact(
        "F44",
        "conflict lowers growth: r of incidents per deal and growth",
        "weak rules, integrators and resellers, within segment",
        shown(values),
        "−.5 to −.05",
        verdict(values, -0.5, -0.05, -1),
    )


def entry() -> list[Fact]:
    """F45, F46: another direct seller in each of the ten territories."""
    facts = []
    for name, parameters, band in (
        ("as it is", (), (-0.08, -0.01)),
        ("thin coverage, presence makes demand", (("intensity_reference", 0.15),), (0.0, 1.0)),
        ("thin coverage, it does not", (("intensity_reference", 0.15), ("spill_lift", 0.0)), (-1.0, -1e-9)),
    ):
        here = stand(parameters=parameters)
        more = changed(here.today, {"direct.coverage": 1.0 + 10.0 / 28.0})
        without, with_it = here.run(), here.run(more)
        change = (
            with_it.weekly[:, :, W.bought_list].sum(axis=1) / without.weekly[:, :, W.bought_list].sum(axis=1)
            - 1.0
        )
        told = "entry of own direct sellers: sales of partners"
        bounds = "−8 to −1 %" if not parameters else (">= 0" if band[0] == 0.0 else "< 0")
        facts.append(
            Fact(
                "F46" if parameters else "F45",
                told,
                name,
                shown(change, 2, percent=True),
                bounds,
                verdict(change, *band, sign=0),
            )
        )
    return facts


def perceived() -> list[Fact]:
    """F50: what partners fear against what happens; registration against none."""
    here = stand()
    run = here.run()
    decided = run.weekly[:, :, [W.won, W.lost, W.taken]].sum(axis=(1, 2))
    rate = run.weekly[:, :, W.incidents].sum(axis=1) / decided
    belief = run.weekly[:, :, W.belief_sum].sum(axis=1) / run.weekly[:, :, W.active].sum(axis=1)
    ratio = belief / rate
    none = here.run(changed(here.today, {"registration.offered": False}))
    collisions = run.weekly[:, :, W.incidents].sum(axis=1) / none.weekly[:, :, W.incidents].sum(axis=1) - 1.0
    gap = end_trust(run) - end_trust(none)
    return [
        Fact(
            "F50",
            "partners see more conflict than there is: fear per deal against incidents per deal",
            "today",
            shown(ratio),
            "> 1.2",
            "in the band" if interval(ratio)[0] > 1.2 else "not reproduced",
        ),
        Fact(
            "F50",
            "registration lowers collisions",
            "today against no registration",
            shown(collisions, 0, percent=True),
            "< 0",
            verdict(collisions, -1.0, -1e-9),
        ),
        Fact("F50", "and raises trust", "the same", shown(gap, 4), "> 0", verdict(gap, 1e-9, 1.0)),
    ]


def end_trust(run: Run) -> Floats:
    """Mean trust of active partners in the last quarter."""
    return run.weekly[:, -13:, W.trust_sum].sum(axis=1) / run.weekly[:, -13:, W.active].sum(axis=1)


def unfairness() -> Fact:
    """F51: what bad rules do to effort, among the fairly and the unfairly treated."""
    losses = []
    for mean in (0.01, 0.15):
        here = stand("hard-deck", unfairness=mean)
        bad = here.run(changed(here.today, {"direct.rule": "first-come", "direct.enforcement_share": 0.15}))
        effort = bad.weekly[:, -52:, W.share_sum].sum(axis=1) / here.run().weekly[:, -52:, W.share_sum].sum(
            axis=1
        )
        losses.append(np.log(effort))
    ratio = np.mean(losses[0]) / np.mean(losses[1])
    figure = f"{np.mean(losses[0]):.3f} / {np.mean(losses[1]):.3f}, ratio {ratio:.2f}"
    is_good = interval(losses[1])[2] < 0.0 and ratio < 1.0 / 3.0
    return Fact(
        "F51",
        "conflict hurts little among the fairly treated: change of log effort, little and much unfairness",
        "hard deck dropped, paired arms",
        figure,
        "ratio < .33",
        "in the band" if is_good else "not reproduced",
    )


def drivers() -> list[Fact]:
    """F52, F53: what goes with trust, within segment."""
    here = stand("weak-rules")
    run, partners = here.run(weeks=130), here.engine.partners
    count = partners.size
    fields = {
        name: column(run, getattr(S, name), count)
        for name in ("trust", "belief", "received", "share_p", "share_s", "willing")
    }
    later = column(here.run(), S.willing, count)
    sales = np.log(np.maximum(run.partner[:, :, 0], 1.0)) - np.log(partners.facts.weekly_list * 130.0)
    measures = {
        "fear of conflict": fields["belief"],
        "quality of communication (the manager's)": np.broadcast_to(
            np.log(partners.facts.manager_quality), fields["trust"].shape
        ),
        "frequency of contact against the wish": fields["received"] / partners.facts.wanted,
        "effort (cooperation)": (fields["share_p"] + fields["share_s"]) / partners.facts.wallet,
        "sales": sales,
    }
    bands = ((-0.8, -0.3), (0.3, 0.7), (0.0, 0.3), (0.15, 0.9), (0.15, 0.5))
    facts = []
    for (name, values), band in zip(measures.items(), bands, strict=True):
        chosen = fields["willing"] > 0.0
        found = np.array(
            [within(fields["trust"][i], values[i], partners.segment, chosen[i]) for i in range(FUTURES)]
        )
        facts.append(
            Fact(
                "F52",
                f"r of trust and {name}",
                "weak rules, week 130, within segment",
                shown(found),
                f"{band[0]:g} to {band[1]:g}",
                verdict(found, *band, sign=1 if band[1] > 0 else -1),
            )
        )
    chosen = fields["willing"] > 0.0
    gone = np.array(
        [
            within(fields["trust"][i], (later[i] <= 0.0).astype(float), partners.segment, chosen[i])
            for i in range(FUTURES)
        ]
    )
    return [
        *facts,
        Fact(
            "F53",
            "trust keeps partners: r of trust and being gone half a year later",
            "the same",
            shown(gone),
            "−.8 to −.3",
            verdict(gone, -0.8, -0.3, -1),
        ),
    ]


def course(breach: float, kept: int, lasting: float, weeks: int) -> list[float]:
    """Trust week by week after one breach and some kept promises; a partner at its reference."""
    reputation, goodwill, hurt, level = 0.6, 0.0, 0.0, 0.6
    levels = []
    for week in range(weeks):
        gained = trust.gain(0.01 if week < kept else 0.0, level, 0.6, 1.0)
        lost = trust.loss(breach if week == 0 else 0.0, level, 0.6, 1.0)
        stays, balance = trust.lasting(gained, 0.0, PAR.lasting_share) - lasting * lost, goodwill - hurt
        reputation = trust.reputation_after(
            reputation, 0.66, balance, PAR.reputation_pull, PAR.reputation_learning, stays, 1.0
        )
        goodwill = trust.goodwill_after(
            goodwill, gained, PAR.goodwill_decay, PAR.goodwill_most, PAR.lasting_share
        )
        hurt = trust.hurt_after(hurt, lost, gained, PAR.hurt_decay, PAR.healing, lasting)
        level = trust.level(reputation, goodwill, hurt)
        levels.append(level)
    return levels


def recovery() -> list[Fact]:
    """F55, and that one broken promise outweighs ten kept."""
    facts = []
    for name, lasting in (("honest", PAR.lasting_share), ("deceived", 0.5)):
        gap = np.array(course(0.0, 52, lasting, 53)) - np.array(course(0.15, 52, lasting, 53))
        share = float(1.0 - gap[52] / gap[0])
        is_good = share > 0.9 if name == "honest" else share < 0.9
        facts.append(
            Fact(
                "F55",
                f"trust recovered after a year of kept promises, {name}",
                "rules alone, one kept promise a week",
                f"{share:.2f}",
                "> .9" if name == "honest" else "< .9",
                "in the band" if is_good else "not reproduced",
            )
        )
    plain = np.array(course(0.0, 0, PAR.lasting_share, 104))
    broken = float(np.sum(plain - np.array(course(0.15, 0, PAR.lasting_share, 104))))
    kept = float(np.sum(np.array(course(0.0, 10, PAR.lasting_share, 104)) - plain))
    facts.append(
        Fact(
            "–",
            "one broken promise against ten kept, trust-weeks over two years",
            "rules alone",
            f"−{broken:.1f} / +{kept:.1f}",
            "outweighs",
            "in the band" if broken > kept else "not reproduced",
        )
    )
    return facts


def frequency() -> list[Fact]:
    """F57: more contact with the same team, and with a team that grows."""
    here, facts = stand(), []
    for name, grows in (("the same team", False), ("a team that grows with it", True)):
        totals = []
        for factor in (0.25, 0.5, 1.0, 1.5, 2.0, 2.5):
            levers: dict[str, Any] = {
                "contact.calls_per_quarter": 5.2 * factor,
                "contact.reviews_per_year": 1.6 * factor,
            }
            if grows:
                levers["contact.managers_per_100_partners"] = 2.1 * factor
            run = here.run(changed(here.today, levers))
            totals.append(float(np.mean(net(run))))
        best = int(np.argmax(totals))
        figure = ", ".join(f"{100.0 * (one / totals[2] - 1.0):+.1f}" for one in totals) + " %"
        facts.append(
            Fact(
                "F57",
                "net contribution at contact × .25, .5, 1, 1.5, 2, 2.5",
                name,
                figure,
                "largest inside",
                "in the band" if 0 < best < 5 else "not reproduced",
            )
        )
    gap = end_trust(here.run()) - end_trust(here.run(changed(here.today, {"contact.regularity_share": 0.0})))
    facts.append(
        Fact(
            "F57",
            "regular against irregular contact at the same mean: trust",
            "today",
            shown(gap, 4),
            "> 0",
            verdict(gap, 1e-9, 1.0),
        )
    )
    return facts


def net(run: Run) -> Floats:
    """Net contribution of each future."""
    gains = run.weekly[:, :, [W.net_revenue, W.direct_revenue]].sum(axis=(1, 2))
    costs = [
        W.goods_cost,
        W.rebate_cost,
        W.growth_cost,
        W.solution_cost,
        W.new_logo_cost,
        W.funds_cost,
        W.contact_cost,
        W.occasions_cost,
        W.monitoring_cost,
        W.organisation_cost,
        W.rules_cost,
        W.benefits_cost,
        W.direct_cost,
    ]
    return gains - run.weekly[:, :, costs].sum(axis=(1, 2))


def rules_against_size() -> Fact:
    """Much direct with clear kept rules against little direct with vague ones."""
    here = stand()
    gap = end_trust(here.run(load_programme("much-direct-clear-rules"))) - end_trust(
        here.run(load_programme("little-direct-vague-rules"))
    )
    return Fact(
        "–",
        "trust under much direct with clear kept rules, less that under little direct with vague ones",
        "today's market",
        shown(gap, 4),
        "> 0",
        verdict(gap, 1e-9, 1.0),
    )


PARTS: tuple[Callable[[], Any], ...] = (
    concentration,
    conflict_and_growth,
    entry,
    perceived,
    unfairness,
    drivers,
    recovery,
    frequency,
    rules_against_size,
)
ABSENT = Fact(
    "F56",
    "trust grows little with the age of a relation",
    "–",
    "–",
    "r 0 to .25",
    "does not apply: the roster is fixed, relations have no age",
)
HEAD = """# Published facts about relations

What has been published about channel relations, beside what the shipped market gives. Made by
`python -m tools.facts` ({futures} futures, three years unless said; means over futures with 95 % intervals).
**Nothing is tuned to these rows and no test depends on them**: a fact that is not reproduced stays so until a
mechanism explains it. Bands are judgement, wider than published ones: most facts come from other settings.

| fact | what it says | setting | model | band | verdict |
|---|---|---|---|---|---|
"""


def main() -> int:
    """Write the page."""
    facts: list[Fact] = []
    for part in PARTS:
        found = part()
        facts += found if isinstance(found, list) else [found]
        print(*facts[-1:], flush=True)
    lines = ["| " + " | ".join(fact) + " |" for fact in [*facts, ABSENT]]
    PAGE.write_text(HEAD.format(futures=FUTURES) + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
