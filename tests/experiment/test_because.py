"""Reasons add up, and the main one pushes the way the total went."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.because import Reason, main_reason, reasons, whole_parts
from sim.experiment.outcomes import ACCOUNTS
from sim.text.catalogue import say


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=12))
def test_whole_parts_add_up_to_the_rounded_sum_and_stay_near(parts: list[float]) -> None:
    whole = whole_parts(np.array(parts))
    assert sum(whole) == round(float(np.array(parts).sum()))
    assert all(abs(cents - part) <= 1.0 for cents, part in zip(whole, parts, strict=True))


def test_the_largest_remainders_are_rounded_up() -> None:
    assert whole_parts(np.array([0.4, 0.35, 0.25])) == [1, 0, 0]


def test_reasons_come_largest_first_and_in_cents() -> None:
    found = reasons({"rebate": -0.5, "direct": 1.25, "funds": 0.0})
    assert found == (Reason("direct", 125), Reason("rebate", -50), Reason("funds", 0))
    assert found[0].amount == 1.25


def test_the_main_reason_has_the_sign_of_the_total() -> None:
    found = (Reason("rebate", -900), Reason("direct", 500), Reason("contact", 450))
    assert main_reason(found, 50.0) == Reason("direct", 500)
    assert main_reason(found, -50.0) == Reason("rebate", -900)


def test_nothing_that_moved_has_no_reason() -> None:
    assert main_reason((Reason("rebate", 0),), 0.0) is None


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_account_has_a_name_and_a_reason_for_both_sides(account: str) -> None:
    gain, loss = (say(f"because.{account}.{side}") for side in ("gain", "loss"))
    assert gain != loss
    assert say(f"charts.account.{account}")
