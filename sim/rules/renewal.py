"""Contracts that run: what is renewed, by whom, and when a subscription counts as revenue."""

from sim.kernel.compile import rule
from sim.kernel.vmath import exp, log


@rule
def due_for_renewal(base_list: float, term_weeks: float) -> float:
    """Contracts that end this week, ¤ list, when ends are spread evenly.

    base_list : running contracts, at the list price of a whole term
    term_weeks : length of a contract

    Source: stock and flow (closed form).
    """
    return base_list / term_weeks


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

    usual : ``usual_renewal``, between 0 and 1
    pull : log-odds for or against

    Source: model assumption.
    """
    odds = usual * exp(pull)
    return odds / (1.0 - usual + odds)


@rule
def renewal_pull(
    skill: float,
    bond: float,
    margin_ratio: float,
    skill_effect: float,
    bond_effect: float,
    margin_effect: float,
    willing: float,
    neglect: float,
) -> float:
    """What speaks for renewal, in log-odds against the reference.

    skill, bond : above the reference
    margin_ratio : log of the renewal margin against the reference
    skill_effect, bond_effect, margin_effect : log-odds per unit of each
    willing : 1 when the partner sells for us, less while it drifts away, 0 silent
    neglect : log-odds lost where nobody cares for the contract

    Source: assumption; care and skill keep customers.
    """
    care = skill_effect * skill + bond_effect * bond + margin_effect * margin_ratio
    return care - neglect * (1.0 - willing)


@rule
def base_after(
    base_list: float, due_list: float, renewed_list: float, sold_list: float, contract_share: float
) -> float:
    """Running contracts after this week, ¤ list.

    base_list : before
    due_list, renewed_list : ended this week, and renewed of these
    sold_list : new sales
    contract_share : part of new sales that comes with a contract

    Source: identity.
    """
    after = base_list - due_list + renewed_list + contract_share * sold_list
    return after if after > 0.0 else 0.0


@rule
def base_at_rest(sales_list: float, contract_share: float, usual: float, term_weeks: float) -> float:
    """Running contracts at which ends and new contracts balance, ¤ list.

    sales_list : new sales per week
    contract_share : part of them with a contract
    usual : ``usual_renewal``, below 1
    term_weeks : length of a contract

    Source: closed form.
    """
    return sales_list * contract_share * term_weeks / (1.0 - usual)


@rule
def of_partner(renewed_list: float, direct_share: float) -> float:
    """Renewals that stay with the partner, ¤ list.

    renewed_list : all of them
    direct_share : part that the vendor takes direct

    Source: lever renewal.direct_share.
    """
    return renewed_list * (1.0 - direct_share)


@rule
def kept_renewal(margin_share: float, street_loss: float) -> float:
    """Front margin that a partner keeps on a renewal, ¤ per ¤ of list.

    margin_share : discount on renewals
    street_loss : part of it that is handed on to the customer

    Source: identity.
    """
    return margin_share * (1.0 - street_loss)


@rule
def taken_loss(direct_share: float, renewed_share: float, cost: float) -> float:
    """Trust lost in a week in which renewals are taken direct.

    direct_share : part taken
    renewed_share : renewals due this week against a usual week of sales
    cost : trust per week in which all are taken

    Source: assumption.
    """
    return cost * direct_share * (renewed_share if renewed_share < 1.0 else 1.0)


@rule
def deferred_after(deferred: float, booked: float, recognised: float) -> float:
    """Subscription booked and not yet counted as revenue, ¤; what is recognised leaves it.

    deferred : before
    booked : this week
    recognised : ``recognised_revenue``

    Source: identity.
    """
    return deferred + booked - recognised


@rule
def recognised_revenue(deferred: float, term_weeks: float) -> float:
    """Revenue recognised in a week of contracts whose ends are spread evenly, ¤.

    deferred : not yet recognised; on average half a term is left
    term_weeks : length of a contract, at least 2 weeks

    Source: stock and flow; exact for a stationary book.
    """
    return 2.0 * deferred / term_weeks
