"""Deal sizes of product and solution that keep the spread of a table partner's orders."""

import numpy as np

from sim.intake.table import Floats
from sim.population.partners import Facts

_MOST_BETWEEN = 0.5  # share of a partner's size variance that the gap between its offers may explain


def fit_offer_sizes(facts: Facts, log_size: Floats, log_size_sd: Floats, size_ratio: float) -> Facts:
    """Sizes by offer whose mixture has the log mean and the log sd of all the partner's deals.

    A solution is ``size_ratio`` times a product, but less where a partner's deals are too alike for that.

    Parameters
    ----------
    facts : of the partners, shape (partners,) each
    log_size, log_size_sd : of the logarithm of all deals of a partner
    size_ratio : median solution over median product, >= 1

    Returns
    -------
    the facts with these sizes
    """
    won = _solutions_won(facts)
    between = won * (1.0 - won)
    gap = np.minimum(np.log(size_ratio), log_size_sd * np.sqrt(_MOST_BETWEEN / np.maximum(between, 1e-9)))
    within = np.sqrt(log_size_sd**2 - between * gap**2)
    log_p, log_s = log_size - won * gap, log_size + (1.0 - won) * gap
    mean = np.exp(0.5 * within**2) * ((1.0 - won) * np.exp(log_p) + won * np.exp(log_s))
    second = np.exp(2.0 * within**2) * ((1.0 - won) * np.exp(2.0 * log_p) + won * np.exp(2.0 * log_s))
    return facts._replace(
        log_size_p=log_p,
        log_size_s=log_s,
        log_size_sd=within,
        mean_deal=mean,
        size_spread=second / mean**2 - 1.0,
        weekly_list=facts.deals * mean,
    )


def _solutions_won(facts: Facts) -> Floats:
    """Share of solutions among the deals won."""
    solutions = facts.solution_share * facts.win_s
    return solutions / (solutions + (1.0 - facts.solution_share) * facts.win_p)
