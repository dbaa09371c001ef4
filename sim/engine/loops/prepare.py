"""Once per future: facts that depend on its parameters, and the state where the search for week 0 starts."""

from typing import Any

from sim.engine.layout import D, F, G, P, S
from sim.kernel.block import BLOCK
from sim.kernel.compile import inlined, loop, phase
from sim.kernel.step import QUARTER, YEAR
from sim.rules import contact, demand, effort, learning, payout, pipeline, renewal, reward, touch, trust


@phase()
def derive(f: Any, d: Any, par: Any) -> None:
    """Reference margins, shares and reach of a block's partners."""
    rent = par[P.services_rent_share]
    cost = par[P.selling_cost_share]
    smallest = par[P.smallest_ratio]
    for j in range(BLOCK):
        kept = reward.kept_front(f[F.reference_front + j], f[F.pass_through + j])
        d[D.rent_p + j] = reward.services_rent(f[F.services_p + j], rent)
        d[D.rent_s + j] = reward.services_rent(f[F.services_s + j], rent)
        d[D.margin_p + j] = effort.reference_margin(kept, d[D.rent_p + j], cost, smallest)
        d[D.margin_s + j] = effort.reference_margin(kept, d[D.rent_s + j], cost, smallest)
        d[D.street + j] = reward.street_price(f[F.reference_front + j], f[F.pass_through + j])
        d[D.relation + j] = 1.0
        d[D.trust + j] = par[P.trust_reference]
        d[D.bond + j] = par[P.bond_reference]
        d[D.marketing + j] = 1.0
        d[D.renews + j] = renewal.usual_renewal(f[F.retention + j], f[F.term + j])
        d[D.per_week + j] = 1.0 / f[F.weekly_list + j]
        d[D.problem + j] = touch.problem_chance(f[F.deals + j], par[P.problems_per_deal])
        d[D.register + j] = 0.0
    _shares(f, d, par[P.effort_elasticity])
    _practice(f, d, par[P.skill_per_win], par[P.skill_fading])


@loop
def _shares(f: Any, d: Any, elasticity: float) -> None:
    for j in range(BLOCK):
        solutions = f[F.solution_share + j]
        products = effort.outside_weight(solutions)
        margin_p, margin_s = d[D.margin_p + j], d[D.margin_s + j]
        share_p = effort.reference_share(f[F.wallet + j], products, margin_p, margin_s)
        share_s = effort.reference_share(f[F.wallet + j], solutions, margin_s, margin_p)
        d[D.share_p + j] = share_p
        d[D.share_s + j] = share_s
        d[D.reach_p + j] = demand.reach(f[F.wins_p + j], f[F.win_p + j], effort.output(share_p, elasticity))
        d[D.reach_s + j] = demand.reach(f[F.wins_s + j], f[F.win_s + j], effort.output(share_s, elasticity))


@loop
def _practice(f: Any, d: Any, per_win: float, fading: float) -> None:
    for j in range(BLOCK):
        d[D.skill_p + j] = learning.skill_at_rest(f[F.wins_p + j] / YEAR, per_win, fading)
        d[D.skill_s + j] = learning.skill_at_rest(f[F.wins_s + j] / YEAR, per_win, fading)
        d[D.develop_p + j] = pipeline.stage_chance(f[F.develop_p + j])
        d[D.develop_s + j] = pipeline.stage_chance(f[F.develop_s + j])


@phase()
def begin(x: Any, f: Any, d: Any, par: Any, lev: Any) -> None:
    """State of a block's partners before the burn-in: usual shares, empty pipeline, a usual year behind."""
    x[:] = 0.0
    for j in range(BLOCK):
        usual = f[F.weekly_list + j] * f[F.start_willing + j]
        x[S.reputation + j] = f[F.prior + j]
        x[S.trust + j] = trust.level(f[F.prior + j], 0.0, 0.0)
        x[S.bond + j] = par[P.bond_reference]
        x[S.received + j] = f[F.wanted + j]
        x[S.known_pace + j] = f[F.deals + j]
        x[S.unseen + j] = f[F.start_silent + j]
        x[S.enrolled + j] = f[F.start_enrolled + j]
        x[S.started + j] = f[F.start_started + j]
        x[S.since + j] = f[F.start_since + j]
        x[S.ease + j] = f[F.start_ease + j]
        x[S.base + j] = 1.0
        x[S.believed + j] = f[F.start_willing + j]
        x[S.understanding + j] = contact.awareness_ceiling(f[F.awareness_logit + j], 0.0, 0.0, 0.0, 0.0)
        x[S.outside + j] = effort.outside_weight(f[F.wallet + j])
        x[S.weight + j] = effort.capacity_share(d[D.share_p + j], d[D.share_s + j])
        x[S.most + j] = 1.0
        sell_as_usual(x, d, par[P.effort_elasticity], j)
        x[S.noise + j] = 1.0
        x[S.willing + j] = f[F.start_willing + j]
        x[S.silent + j] = f[F.start_silent + j]
        x[S.skill_p + j] = d[D.skill_p + j]
        x[S.skill_s + j] = d[D.skill_s + j]
        x[S.tier + j] = f[F.start_tier + j]
        x[S.last_year + j] = reward.expected(usual, YEAR)
        for quarter in range(4):
            x[S.quarter_1 + quarter * BLOCK + j] = reward.expected(usual, QUARTER)
        x[S.target + j] = first_target(
            f[F.weekly_list + j], usual, lev[G.clock_weeks], lev[G.target_growth], par
        )


@inlined
def sell_as_usual(x: Any, d: Any, elasticity: float, j: int) -> None:
    """Effort and its output at the reference, for one partner, as far as its time is free."""
    usual = effort.capacity_share(d[D.share_p + j], d[D.share_s + j])
    x[S.share_p + j] = effort.within(d[D.share_p + j], usual, x[S.most + j])
    x[S.share_s + j] = effort.within(d[D.share_s + j], usual, x[S.most + j])
    x[S.output_p + j] = effort.output(x[S.share_p + j], elasticity)
    x[S.output_s + j] = effort.output(x[S.share_s + j], elasticity)
    x[S.pace + j] = 1.0
    x[S.norm + j] = usual


@loop
def first_target(weekly_list: float, usual_list: float, clock_weeks: float, growth: float, par: Any) -> float:
    """Target of the first period of a partner that sold ``usual_list`` a week, ¤ list."""
    year = reward.expected(usual_list, YEAR)
    expected = reward.expected(weekly_list, clock_weeks)
    return payout.next_target(year, clock_weeks / YEAR, growth, expected, par[P.target_floor_share])
