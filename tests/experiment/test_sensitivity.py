"""Which assumptions an answer hangs on: closed forms of a toy market, paired walks, what stands out."""

import numpy as np
import pytest

from sim.experiment.errors import Cancelled
from sim.experiment.futures import Doubt, triangular
from sim.experiment.outcomes import HEADLINE
from sim.experiment.sensitivity import INNER, Effort, Sensitivity, sensitivity
from tests.experiment.toy import Toy, design

WEEKS = 52
RESPONSE = Doubt("response", 0.5, 1.0, 1.5)
IDLE = Doubt("idle", 0.0, 0.5, 1.0)
FEW = Effort(screening=2, kept=2, walks=3)
LOW, HIGH = (triangular(share, RESPONSE.low, RESPONSE.default, RESPONSE.high) for share in INNER)
WHOLE = (triangular(0.9, 0.5, 1.0, 1.5) - triangular(0.9 - 0.8 * 2 / 3, 0.5, 1.0, 1.5)) * 1.5
"""An elementary effect in a symmetric triangle: a step of two thirds, told for the whole way."""


def found(
    toy: Toy | None = None, size: float = 2.0, doubts: tuple[Doubt, ...] = (RESPONSE, IDLE), **how
) -> Sensitivity:
    pair = design("before", 1.0), design("after", size)
    return sensitivity(toy or Toy(), *pair, WEEKS, **({"effort": FEW, "doubts": doubts} | how))


def test_a_linear_answer_has_the_effect_of_arithmetic_and_the_same_everywhere() -> None:
    strongest, idle = found().effects
    assert strongest.name == "response"
    assert strongest.mean == pytest.approx(WEEKS * WHOLE)
    assert strongest.size == pytest.approx(WEEKS * WHOLE)
    assert strongest.spread == pytest.approx(0.0, abs=1e-9)
    assert (HIGH - LOW) * 0.8 < WHOLE < (HIGH - LOW) * 1.2
    assert (idle.name, idle.mean, idle.size, idle.spread) == ("idle", 0.0, 0.0, 0.0)


def test_the_same_programme_twice_has_no_effects_and_no_chance() -> None:
    same = found(size=1.0)
    assert all(one.mean == one.size == one.spread == one.error == 0.0 for one in same.effects)
    assert same.chance == 0.0
    assert same.strongest is None
    assert same.without == 2


class Lucky(Toy):
    """The answer is luck alone: a row of its own for every stream."""

    def luck(self, futures, weeks):
        return super().luck(futures, weeks) * 100.0

    def run(self, state, programme, futures, weeks):
        plain = super().run(state, programme, futures, weeks)
        plain.weekly[:] *= programme.programme.rebate.size
        return plain


def test_luck_stays_the_same_all_along_a_walk_and_is_told_apart() -> None:
    lucky = found(Lucky())
    assert lucky.of("idle").size == 0.0
    assert lucky.chance > 10.0


def test_the_spread_by_luck_is_that_of_a_random_walk_of_weeks() -> None:
    lucky = found(Lucky(), effort=Effort(screening=2, kept=1, walks=60))
    assert lucky.luck_sd == pytest.approx(100.0 * WEEKS**0.5, rel=0.3)


class Stirred(Toy):
    """Every value of the idle assumption has a luck of its own; it brings nothing on average."""

    def luck(self, futures, weeks):
        keys = zip(futures.luck_ids, futures.rows[:, 1], strict=True)
        return np.stack(
            [np.random.default_rng((int(one), int(1e9 * v))).normal(size=weeks) for one, v in keys]
        )

    def run(self, state, programme, futures, weeks):
        plain = super().run(state, programme, futures, weeks)
        plain.weekly[:] *= programme.programme.rebate.size
        return plain


def test_an_assumption_that_only_stirs_chance_has_a_size_and_does_not_stand_out() -> None:
    stirred = found(Stirred(), effort=Effort(screening=2, kept=2, walks=20))
    idle = stirred.of("idle")
    assert idle.size > 2.0
    assert abs(idle.mean) < idle.size
    assert not idle.stands_out
    assert stirred.strongest is not None
    assert stirred.strongest.name == "response"


def test_what_is_not_moved_again_is_told_from_the_screening() -> None:
    narrow = found(effort=Effort(screening=2, kept=1, walks=2))
    assert [one.name for one in narrow.effects] == ["response"]
    assert [one.name for one in narrow.others] == ["idle"]
    with pytest.raises(KeyError):
        narrow.of("nothing")


def test_progress_reaches_the_total_and_never_falls() -> None:
    told: list[tuple[int, int]] = []
    found(progress=lambda done, total: told.append((done, total)))
    total = 2 * 4 + 3 * 4
    assert told == sorted(told)
    assert told[-1] == (total, total)


def test_no_such_outcome_too_few_walks_and_a_wish_to_stop() -> None:
    with pytest.raises(KeyError):
        found(outcome="happiness")
    with pytest.raises(ValueError, match="1"):
        found(effort=Effort(screening=1))
    with pytest.raises(Cancelled):
        found(cancel=lambda: True)


def test_the_headline_is_looked_at_unless_another_outcome_is_asked_for() -> None:
    assert found().outcome == HEADLINE
    assert found(outcome="programme_cost").of("response").size == 0.0
