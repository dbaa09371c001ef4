"""The crowd: every partner a point, in the shape and colour of its state."""

import polars as pl

from sim.charts.crowd import BRUSH, STATE_ROLES, crowd
from sim.experiment.explain.crowd import STATES, UNSEEN
from sim.ui.views.partners import marked

PARTNERS = pl.DataFrame(
    {
        "partner": ["P-0001", "P-0002", "P-0003", "P-0004"],
        "segment": ["boutique"] * 4,
        "trust": [0.1, 0.5, 0.6, 0.9],
        "effort": [0.1, 0.2, 0.3, 0.4],
        "profit_per_year": [1.0, 2.0, 3.0, 4.0],
        "sales_per_year": [10.0, 40.0, 20.0, 30.0],
        "alive": [0.1, 0.2, 0.3, 0.4],
        "state": list(STATES),
    }
)


def test_every_partner_is_a_point_in_the_colour_of_its_state() -> None:
    picture = crowd(PARTNERS, "effort")
    assert picture.data["role"].to_list() == [STATE_ROLES[one] for one in STATES]
    assert len(set(STATE_ROLES.values())) == len(STATES)
    assert picture.spec is crowd(PARTNERS.head(2), "effort").spec
    assert picture.spec["params"][0]["name"] == BRUSH


def test_the_title_counts_those_whom_nobody_has_noticed() -> None:
    assert "Of 4 partners, 1 " in crowd(PARTNERS, "alive").title
    noticed = PARTNERS.filter(pl.col("state") != UNSEEN)
    assert "Of 3 partners, none " in crowd(noticed, "alive").title


def test_a_box_keeps_those_inside_and_lists_the_largest_first() -> None:
    assert marked(PARTNERS, {})["partner"].to_list() == ["P-0002", "P-0004", "P-0003", "P-0001"]
    inside = marked(PARTNERS, {"trust": [0.7, 0.4], "effort": [0.0, 1.0]})
    assert inside["partner"].to_list() == ["P-0002", "P-0003"]
