"""Money of different price bases never mixes."""

import operator
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from sim.schema.money import List, Net, Street

amounts = st.floats(-1e9, 1e9)


class Deal(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)
    value: List


@given(amounts, amounts)
def test_same_basis_behaves_like_numbers(one: float, other: float) -> None:
    assert (List(one) + List(other)) == List(one + other)
    assert (List(one) - List(other)) == List(one - other)
    assert (List(one) < List(other)) == (one < other)
    assert (List(one) >= List(other)) == (one >= other)
    assert -List(one) == List(-one)


def test_scaling_and_ratio() -> None:
    assert List(200.0) * 0.5 == 0.5 * List(200.0) == List(200.0) / 2.0 == List(100.0)
    assert List(50.0) / List(200.0) == 0.25
    assert float(Street(7.0)) == 7.0


@pytest.mark.parametrize(
    ("operation", "verb"),
    [
        (operator.add, "add"),
        (operator.sub, "subtract"),
        (operator.truediv, "divide"),
        (operator.lt, "compare"),
        (operator.le, "compare"),
        (operator.gt, "compare"),
        (operator.ge, "compare"),
    ],
)
def test_two_bases_do_not_mix(operation: object, verb: str) -> None:
    with pytest.raises(TypeError, match=f"cannot {verb} list money and net money; convert one of them first"):
        operation(List(1.0), Net(1.0))  # type: ignore[operator]


def test_money_and_plain_numbers_do_not_add() -> None:
    with pytest.raises(TypeError, match="cannot add list money and a plain float"):
        List(1.0) + 1.0  # type: ignore[operator]


def test_money_times_money_means_nothing() -> None:
    with pytest.raises(TypeError, match="cannot multiply list money by list money"):
        List(1.0) * List(1.0)


def test_equal_amounts_of_different_bases_are_not_equal() -> None:
    assert List(1.0) != Net(1.0)
    assert len({List(1.0), Net(1.0), Street(1.0), List(1.0)}) == 3


def test_model_reads_numbers_and_writes_numbers() -> None:
    assert Deal(value=List(5.0)) == Deal.model_validate_json('{"value": 5}')
    assert Deal(value=List(5.0)).model_dump_json() == '{"value":5.0}'


def test_model_refuses_another_basis() -> None:
    with pytest.raises(ValidationError):
        Deal(value=Net(5.0))  # type: ignore[arg-type]


def test_money_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(List(5.0))) == List(5.0)
