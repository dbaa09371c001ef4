"""What the week leaves behind: trust, fear of conflict, skill, loyalty."""

from typing import Any

from sim.engine.calendar import Now
from sim.engine.layout import OFFERS, D, F, P, S, Z
from sim.kernel.block import BLOCK
from sim.kernel.compile import loop
from sim.kernel.draws import Purpose, uniform
from sim.rules import closing, conflict, direct, effort, learning, loyalty, payout, rumour, trust


@loop
def trusting(x: Any, f: Any, z: Any, par: Any, now: Now, mending: float) -> None:
    """Trust after the week's contacts, deals and conflicts: stocks decay first, then events are added."""
    reference, bounded = par[P.trust_reference], par[P.trust_boundedness]
    lost_cost, other_cost, breach_cost = par[P.trust_lost_deal], par[P.trust_incident], par[P.trust_breach]
    felt, per_contact, per_win = par[P.breach_felt_share], par[P.trust_contact], par[P.trust_win]
    keep, most, hurt_keep = par[P.goodwill_decay], par[P.goodwill_most], par[P.hurt_decay]
    healing, lasting = payout.part(par[P.healing], mending), par[P.lasting_share]
    pull, learning_rate = par[P.reputation_pull], par[P.reputation_learning]
    hearsay_share = par[P.heard_trust_share]
    refusal_share, refusal_cost = par[P.refusal_felt_share], par[P.trust_refusal]
    for j in range(BLOCK):
        level, amplifier = x[S.trust + j], z[Z.amplifier + j]
        good = trust.good_conduct(z[Z.touches + j], z[Z.quality + j], z[Z.won + j], per_contact, per_win)
        good = payout.added(good, z[Z.cordial + j])
        taken, breaches = z[Z.taken + j], z[Z.breaches + j]
        other = conflict.without_loss(z[Z.incidents + j], taken)
        bad = conflict.trust_loss(taken, other, breaches, amplifier, lost_cost, other_cost, breach_cost, felt)
        hearsay = rumour.heard_loss(x[S.heard + j], amplifier, lost_cost, hearsay_share)
        refusals = direct.refusal_loss(z[Z.refused + j], refusal_share, refusal_cost)
        bad = payout.four(bad, hearsay, refusals, z[Z.affront + j])
        gained = trust.gain(good, level, reference, bounded)
        lost = trust.loss(bad, level, reference, bounded)
        hurt = payout.added(x[S.hurt + j], x[S.hurt_change + j])
        balance = trust.balance(x[S.goodwill + j], hurt)
        stays = trust.lasting(gained, lost, lasting)
        x[S.reputation + j] = trust.reputation_after(
            x[S.reputation + j], f[F.prior + j], balance, pull, learning_rate, stays, now.speed
        )
        x[S.goodwill + j] = trust.goodwill_after(x[S.goodwill + j], gained, keep, most, lasting)
        x[S.hurt + j] = trust.hurt_after(x[S.hurt + j], lost, gained, hurt_keep, healing, lasting)
        x[S.hurt_change + j] = trust.hurt_after(
            x[S.hurt_change + j], 0.0, gained, hurt_keep, healing, lasting
        )
        hurt = payout.added(x[S.hurt + j], x[S.hurt_change + j])
        x[S.trust + j] = trust.level(x[S.reputation + j], x[S.goodwill + j], hurt)


@loop
def believing(x: Any, z: Any, par: Any) -> None:
    """What partners expect of direct sales, learned deal by deal."""
    rate, loss_weight = par[P.belief_learning], par[P.belief_loss_weight]
    mild_weight, fading = par[P.belief_mild_weight], par[P.belief_fading]
    for j in range(BLOCK):
        deals = payout.added(z[Z.decided_p + j], z[Z.decided_s + j])
        bad = payout.added(z[Z.taken + j], z[Z.breaches + j])
        mild = conflict.without_loss(z[Z.incidents + j], z[Z.taken + j])
        x[S.belief + j] = conflict.belief_after(
            x[S.belief + j], deals, bad, mild, rate, loss_weight, mild_weight, fading
        )


@loop
def practising(x: Any, z: Any, par: Any) -> None:
    """Skill from deals won."""
    per_win, fading = par[P.skill_per_win], par[P.skill_fading]
    for j in range(OFFERS * BLOCK):
        x[S.skill_p + j] = learning.skill_after(x[S.skill_p + j], z[Z.won_p + j], per_win, fading)


@loop
def leaving(x: Any, f: Any, d: Any, z: Any, ids: Any, par: Any, keys: Any) -> None:
    """Who starts to leave, and who gives less than it used to."""
    trust_effect, bond_effect = par[P.loyalty_trust], par[P.loyalty_bond]
    adrift_factor, settled = par[P.adrift_factor], par[P.settled_factor]
    threshold, norm_keep, key = par[P.adrift_threshold], par[P.norm_fading], keys[Purpose.LOYALTY]
    for j in range(BLOCK):
        selling = closing.active(x[S.willing + j])
        share = effort.capacity_share(x[S.share_p + j], x[S.share_s + j])
        away = loyalty.adrift(share, x[S.norm + j], x[S.willing + j], threshold)
        z[Z.adrift + j] = payout.only_when(away, selling)
        factor = payout.chosen(adrift_factor, settled, away)
        above = loyalty.above(x[S.trust + j], d[D.trust + j])
        known = loyalty.above(x[S.bond + j], d[D.bond + j])
        chance = loyalty.dormancy_chance(f[F.dormancy + j], above, known, factor, trust_effect, bond_effect)
        z[Z.leaves + j] = closing.happens(uniform(key, ids[j]), chance)
        x[S.norm + j] = loyalty.norm_after(x[S.norm + j], share, norm_keep)


@loop
def staying(x: Any, f: Any, z: Any, ids: Any, par: Any, keys: Any) -> None:
    """Who fades, falls silent or comes back."""
    fading, end = par[P.drift_fading], par[P.drift_end]
    fresh, late, memory = par[P.silence_fresh_factor], par[P.silence_late_factor], par[P.silence_memory_weeks]
    drift_key, return_key = keys[Purpose.DRIFT], keys[Purpose.RETURN]
    for j in range(BLOCK):
        willing = x[S.willing + j]
        selling = closing.active(willing)
        quietly = closing.happens(uniform(drift_key, ids[j]), f[F.quiet + j])
        after = loyalty.drift_after(willing, selling, z[Z.leaves + j], quietly, fading, end)
        back = loyalty.return_chance(z[Z.comeback + j], x[S.silent + j], fresh, late, memory)
        returns = closing.happens(uniform(return_key, ids[j]), back)
        after = loyalty.willing_again(after, selling, returns)
        x[S.silent + j] = loyalty.silence_after(x[S.silent + j], after)
        x[S.willing + j] = after
