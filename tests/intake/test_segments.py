import numpy as np
import pytest

from sim.intake.errors import IntakeError
from sim.intake.segments import WORDS, assign_segments, nearest_segment, segment_of
from sim.schema.loading import load_market
from sim.schema.market import SEGMENTS

MARKET = load_market("baseline")
USUAL = np.array([float(MARKET.segments[name].revenue_per_active_list) for name in SEGMENTS])
SIZE = np.log([float(MARKET.segments[name].deal_median_list) for name in SEGMENTS])


@pytest.mark.parametrize(
    ("kind", "segment"),
    [
        ("Value Added Reseller", "reseller"), ("VAR", "reseller"), ("Fachhändler", "reseller"),
        ("MSP", "managed_service_provider"), ("IT-Dienstleister", "managed_service_provider"),
        ("large_integrator", "large_integrator"), ("Systemhaus", "large_integrator"),
        ("GSI", "large_integrator"),
        ("Specialty Bike Shop", "boutique"), ("Doradca", "boutique"), ("Butik", "boutique"),
        ("Warehouse", None), ("Various", None), ("", None),
    ],
)  # fmt: skip
def test_words_name_segments(kind: str, segment: str | None) -> None:
    assert segment_of(kind) == segment


def test_every_segment_has_words() -> None:
    assert set(WORDS) == set(SEGMENTS)


def test_the_typical_partner_of_a_segment_is_found_by_its_numbers() -> None:
    assert nearest_segment(USUAL, SIZE, MARKET).tolist() == [0, 1, 2, 3]


def test_equal_sales_are_told_apart_by_the_size_of_deals() -> None:
    found = nearest_segment(np.full(2, 130e3), np.log([6e3, 30e3]), MARKET)
    assert [SEGMENTS[position] for position in found] == ["managed_service_provider", "boutique"]


def test_partners_without_sales_go_where_most_are_inactive() -> None:
    inactive = {name: s.partners * (1 - s.active_share) for name, s in MARKET.segments.items()}
    found = nearest_segment(np.zeros(2), SIZE[:2], MARKET)
    assert {SEGMENTS[position] for position in found} == {max(inactive, key=inactive.__getitem__)}


def test_types_win_over_numbers_and_the_user_over_words() -> None:
    types = ("Reseller", "Warehouse", "Warehouse", "")
    position, _ = assign_segments(types, USUAL, SIZE, MARKET)
    assert position.tolist() == [1, 1, 2, 3]
    position, _ = assign_segments(
        types, USUAL, SIZE, MARKET, {"Warehouse": "large_integrator", "Reseller": "boutique"}
    )
    assert position.tolist() == [3, 0, 0, 3]


def test_understood_types_are_told_and_the_others_only_counted() -> None:
    _, sentences = assign_segments(("Reseller", "Tajna Sieć", "Tajna Sieć", ""), USUAL, SIZE, MARKET)
    assert "Reseller = reseller" in sentences[0]
    assert sentences[1].startswith("3 partners")
    assert not any("Tajna" in sentence for sentence in sentences)
    assert assign_segments(("",) * 4, USUAL, SIZE, MARKET)[1] == ()


def test_an_unknown_segment_gets_the_nearest_name() -> None:
    with pytest.raises(IntakeError, match="Nearest: reseller"):
        assign_segments(("x",) * 4, USUAL, SIZE, MARKET, {"x": "resellers"})
