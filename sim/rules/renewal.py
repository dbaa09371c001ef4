"""Contracts that run: what comes up for renewal, what is renewed, and by whom.

Running contracts are counted against those of the reference, 1 at the start; renewals are opportunities like
others, and their share of all follows from the contracts.
"""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def due_for_renewal(base: float, term_weeks: float) -> float:
    """Contracts that end this week when ends are spread evenly.

    base : running contracts
    term_weeks : length of a contract

    Source: stock and flow (closed form).
    """
    return base / term_weeks


@rule
def usual_renewal(retention: float, term_weeks: float) -> float:
    """Chance that a contract is renewed at the reference, 0 to 1.

    retention : value kept over a year, 0 to 1
    term_weeks : length of a contract

    Source: identity (yearly retention to the power of the term in years).
    """
    return exp(log(retention if retention > 1e-6 else 1e-6) * term_weeks / 52.0)


@rule
def renewal_share(usual: float, pull: float) -> float:
    """Share of contracts due that are renewed: the usual one, moved on the log-odds scale.

    usual : ``usual_renewal``, 0 to 1
    pull : log-odds for or against

    Source: model assumption.
    """
    odds = usual * exp(pull)
    return odds / (1.0 - usual + odds)


@rule
def renewal_pull(
    skill: float,
    bond: float,
    skill_effect: float,
    bond_effect: float,
    less_share: float,
    margin_effect: float,
    willing: float,
    neglect: float,
) -> float:
    """What speaks for renewal, in log-odds against the reference.

    skill, bond : above the reference
    skill_effect, bond_effect : log-odds per unit of each
    less_share : discount taken away on renewals, share of list
    margin_effect : log-odds lost per unit of it
    willing : 1 when the partner sells for us, less while it drifts away, 0 silent
    neglect : log-odds lost where nobody cares for the contract

    Source: assumption; care and skill keep customers, and a renewal that pays nothing gets no care.
    """
    care = skill_effect * skill + bond_effect * bond - margin_effect * less_share
    return care - neglect * (1.0 - willing)


@rule
def renewals_ratio(base: float, renewed_share: float, usual: float, direct_share: float) -> float:
    """Renewals that come to the partner, against the reference.

    base : running contracts, 1 at the reference
    renewed_share, usual : ``renewal_share`` now, and at the reference
    direct_share : part that the vendor takes direct

    Source: identity.
    """
    return base * renewed_share / (usual if usual > 1e-6 else 1e-6) * (1.0 - direct_share)


@rule
def with_renewals(renewal_part: float, ratio: float) -> float:
    """Factor on opportunities: new ones as ever, renewals by the contracts.

    renewal_part : of sales at the reference, 0 to 1
    ratio : ``renewals_ratio``

    Source: identity; 1 at the reference.
    """
    return 1.0 - renewal_part + renewal_part * ratio


@rule
def renewals_now(renewal_part: float, ratio: float, factor: float) -> float:
    """Renewals among this week's opportunities, 0 to 1.

    renewal_part, ratio : as in ``with_renewals``
    factor : ``with_renewals``

    Source: identity.
    """
    return renewal_part * ratio / (factor if factor > 1e-6 else 1e-6)


@rule
def front_with_renewals(front: float, renewals: float, less_share: float) -> float:
    """Front discount over new sales and renewals together, >= 0.

    front : of the tier
    renewals : ``renewals_now``
    less_share : discount taken away on renewals

    Source: identity.
    """
    mean = front - renewals * less_share
    return mean if mean > 0.0 else 0.0


@rule
def recognised(booked: float, subscription_share: float, deferred: float, term_weeks: float) -> float:
    """Revenue recognised this week, ¤ net: all that is not a subscription, and a week of each contract.

    booked : sold this week, ¤ net
    subscription_share : of it
    deferred : booked and not yet recognised, ¤ net
    term_weeks : mean length of a contract

    Source: stock and flow (closed form; contracts of all ages, as in ``due_for_renewal``).
    """
    return booked * (1.0 - subscription_share) + deferred / term_weeks


@rule
def deferred_after(deferred: float, booked: float, subscription_share: float, term_weeks: float) -> float:
    """Revenue still to be recognised after this week, ¤ net; arguments as in ``recognised``.

    Source: conservation.
    """
    return deferred + booked * subscription_share - deferred / term_weeks


@rule
def deferred_at_rest(booked: float, subscription_share: float, term_weeks: float) -> float:
    """Revenue still to be recognised where as much is sold as ever, ¤ net; arguments as in ``recognised``.

    Source: closed form.
    """
    return booked * subscription_share * term_weeks


@rule
def base_after(
    base: float, due: float, renewed: float, sold: float, contract_share: float, grown: float
) -> float:
    """Running contracts after this week.

    base : before
    due, renewed : ended this week, and renewed of these
    sold : this week's sales against the reference
    contract_share : contracts that come with sales of the reference, per week
    grown : ``growth_by_use``

    Source: identity.
    """
    after = base - due + renewed + contract_share * sold + grown * base
    return after if after > 0.0 else 0.0


@rule
def growth_by_use(usual: float, term_weeks: float, usage: float) -> float:
    """Growth of running contracts through use, share per week: at most what makes up for those not renewed.

    usual, term_weeks : as in ``usual_renewal``
    usage : growth asked for, share per week

    Source: industry-priors; bounded so that contracts rest where a usual partner sells as usual.
    """
    most = (1.0 - usual) / term_weeks
    return usage if usage < most else most


@rule
def contracts_sold(usual: float, term_weeks: float, grown: float) -> float:
    """Contracts of a usual week's sales: what makes up for those not renewed beside growth through use.

    usual, term_weeks : as in ``usual_renewal``
    grown : ``growth_by_use``

    Source: closed form (contracts at rest).
    """
    return (1.0 - usual) / term_weeks - grown


@rule
def taken_direct(weekly_list: float, renewal_part: float, ratio: float, direct_share: float) -> float:
    """Renewals that the vendor takes direct this week, ¤ list.

    weekly_list : sales per week at the reference, ¤ list
    renewal_part : renewals among them
    ratio : all renewals against the reference
    direct_share : part taken

    Source: identity.
    """
    return weekly_list * renewal_part * ratio * direct_share


@rule
def taken_loss(direct_share: float, renewal_part: float, cost: float) -> float:
    """Trust lost in a week in which renewals are taken direct.

    direct_share : part taken
    renewal_part : renewals among sales
    cost : trust per week if all sales were renewals and all were taken

    Source: assumption.
    """
    return cost * direct_share * renewal_part
