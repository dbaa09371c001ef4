"""How steadily partners of a table keep buying: the rates at which they stop and come back."""

import numpy as np

from sim.intake.table import Floats
from sim.population.building import YEAR, comeback_rate, per_segment
from sim.population.partners import Partners
from sim.schema.market import Market


def starting_odds(partners: Partners, sales_list: Floats) -> float:
    """Partners still active at the end of the table per partner that sold in its year and stopped.

    Parameters
    ----------
    partners : as read from the table
    sales_list : yearly sales, shape (partners,)
    """
    sold, active = sales_list > 0.0, partners.facts.start_willing > 0.0
    return float((np.sum(sold & active) + 1.0) / (np.sum(sold & ~active) + 1.0))


def settle(partners: Partners, market: Market, sales_list: Floats, odds: float) -> Partners:
    """Partners that are found active with given odds in the steady state, in place of the market's odds.

    A market file counts every enrolled partner, a table only those that buy. Stopping slows down and coming
    back speeds up by the same factor (assumption), also for partners that had stopped at the table's end: the
    years before week 0 mix them with the others. Partners without sales stay silent.

    Parameters
    ----------
    partners : as read from the table
    market : gives the usual rates
    sales_list : yearly sales, shape (partners,)
    odds : time active over time silent, > 0
    """
    facts = partners.facts
    share = per_segment(market, partners.segment, "active_share")
    slower = np.sqrt(odds * (1.0 - share) / share)
    leaving = -np.log1p(-per_segment(market, partners.segment, "dormancy_per_year")) / YEAR / slower
    back = np.array([comeback_rate(float(rate)) for rate in np.maximum(leaving * odds, 1e-6)])
    sold = sales_list > 0.0
    comeback, dormancy = np.where(sold, back, 0.0), np.where(sold, leaving, facts.dormancy)
    return partners._replace(facts=facts._replace(dormancy=dormancy, comeback=comeback))
