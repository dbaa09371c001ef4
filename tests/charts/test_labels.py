"""Labels keep their order, their distance and their place in the picture."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.charts.labels import Span, end_labels, spread

SPAN = Span(-10.0, 10.0, 200.0)
PLACES = st.lists(st.floats(-10.0, 10.0), max_size=8)


@given(PLACES)
def test_labels_stay_in_order_apart_and_inside(wanted):
    found = spread(wanted, SPAN, 15.0)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    placed = [found[place] for place in order]
    assert all(b - a >= 1.5 - 1e-9 for a, b in itertools.pairwise(placed))
    assert all(SPAN.low - 1e-9 <= place <= SPAN.high + 1e-9 for place in found)


def test_labels_with_room_stay_where_they_belong():
    assert spread([-4.0, 0.0, 4.0], SPAN, 15.0) == [-4.0, 0.0, 4.0]


def test_labels_of_one_place_move_evenly_to_both_sides():
    assert spread([1.0, 1.0, 1.0], SPAN, 15.0) == pytest.approx([-0.5, 1.0, 2.5])


def test_where_there_is_no_room_the_distance_shrinks():
    found = spread([0.0] * 5, Span(0.0, 1.0, 20.0), 15.0)
    assert found == pytest.approx([0.0, 0.25, 0.5, 0.75, 1.0])


def test_lines_with_the_same_end_share_a_label():
    labels = end_labels({"today": 3.0, "B": 5.0, "C": 3.0}, SPAN)
    assert labels["end_text"].to_list() == ["Today C", "B"]
    assert labels["end_role"].to_list() == ["today", "B"]
    assert labels["end"].to_list() == [3.0, 5.0]
