"""Money that knows which price it is counted at: list, net or street."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self, overload

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in ¤ at one price basis; only amounts of the same basis mix.

    Parameters
    ----------
    amount : ¤

    Raises
    ------
    TypeError : when two price bases meet, or money meets a plain number in a sum
    """

    amount: float

    def _same(self, other: object, verb: str) -> float:
        if isinstance(other, Money) and type(other) is type(self):
            return other.amount
        raise TypeError(f"cannot {verb} {_kind(self)} and {_kind(other)}; convert one of them first")

    def __add__(self, other: Self) -> Self:
        return type(self)(self.amount + self._same(other, "add"))

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.amount - self._same(other, "subtract"))

    def __neg__(self) -> Self:
        return type(self)(-self.amount)

    def __mul__(self, factor: float | Money) -> Self:
        if isinstance(factor, Money):
            raise TypeError(
                f"cannot multiply {_kind(self)} by {_kind(factor)}; money times money means nothing"
            )
        return type(self)(self.amount * factor)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: Self) -> float: ...
    @overload
    def __truediv__(self, other: float) -> Self: ...
    def __truediv__(self, other: Self | float) -> Self | float:
        if isinstance(other, Money):
            return self.amount / self._same(other, "divide")
        return type(self)(self.amount / other)

    def __lt__(self, other: Self) -> bool:
        return self.amount < self._same(other, "compare")

    def __le__(self, other: Self) -> bool:
        return self.amount <= self._same(other, "compare")

    def __gt__(self, other: Self) -> bool:
        return self.amount > self._same(other, "compare")

    def __ge__(self, other: Self) -> bool:
        return self.amount >= self._same(other, "compare")

    def __float__(self) -> float:
        return float(self.amount)

    @classmethod
    def _bare(cls, value: Any) -> Any:
        if not isinstance(value, Money):
            return value
        if type(value) is not cls:
            raise ValueError(f"{cls.__name__.lower()} money is needed, found {_kind(value)}")
        return value.amount

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a plain number or an amount of this very basis; write a plain number."""
        number = core_schema.no_info_after_validator_function(cls, core_schema.float_schema(strict=True))
        return core_schema.json_or_python_schema(
            json_schema=number,
            python_schema=core_schema.no_info_before_validator_function(cls._bare, number),
            serialization=core_schema.plain_serializer_function_ser_schema(float),
        )


class List(Money):
    """¤ at the vendor's list price."""


class Net(Money):
    """¤ the vendor receives: list less every discount on the invoice."""


class Street(Money):
    """¤ the customer pays."""


def _kind(value: object) -> str:
    if isinstance(value, Money):
        return f"{type(value).__name__.lower()} money"
    return f"a plain {type(value).__name__}"
