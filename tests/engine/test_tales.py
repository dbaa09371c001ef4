"""Tales beside conflict: who hears of a leaked change, of words kept and broken, and who feels slighted."""

import numpy as np
import pytest

from sim.engine.layout import S, State
from sim.engine.loops.tales import tales_arrive, tell_tales
from sim.engine.run import Engine, Run, Week0
from sim.kernel.block import BLOCK
from sim.schema.programme import Programme
from tests.engine.small import columns, futures, variant

CUT = {"front__discount_share": [0.22, 0.25, 0.25, 0.25]}
"""Only the upper tiers lose by it."""
LEAKED = variant("retro-volume", **CUT, transition__leaked=True)
KNOWN = variant("retro-volume", **CUT)


def state_after(run: Run, count: int) -> dict[str, np.ndarray]:
    return columns(run.end.state[:, 0], count, State)


def after(few: Engine, start: Week0, programme: Programme, weeks: int, **assumptions: float) -> dict:
    run = few.run(start, programme, futures(2, **assumptions), weeks)
    return state_after(run, few.partners.size)


def test_only_a_leaked_change_is_told(few: Engine, start: Week0) -> None:
    quiet, leaked = after(few, start, KNOWN, 1), after(few, start, LEAKED, 1)
    assert not np.any(quiet["heard_leak"])
    assert np.any(leaked["heard_leak"])


def test_those_who_lose_nothing_are_hurt_by_hearsay_alone(few: Engine, start: Week0) -> None:
    silent = after(few, start, LEAKED, 3, telling_share=0.0)
    told = after(few, start, LEAKED, 3)
    spared = silent["hurt_change"] == 0.0
    assert np.any(spared)
    assert np.any(told["hurt_change"][spared] > 0.0)
    assert np.all(told["hurt_change"] >= silent["hurt_change"] - 1e-12)


def test_a_quick_reversal_heals_what_hearsay_of_the_change_did_and_no_more(few: Engine, start: Week0) -> None:
    taken_back = variant("retro-volume", **CUT, transition__leaked=True, transition__reversed_after_weeks=2)
    healed = {"reversal_healed_share": 0.8, "reversal_window_weeks": 4.0}
    stays, back = (after(few, start, one, 3, **healed) for one in (LEAKED, taken_back))
    heard = stays["hurt_change"] > 0.0
    assert np.all(back["hurt_change"][heard] < stays["hurt_change"][heard])
    np.testing.assert_array_equal(back["heard_leak"], stays["heard_leak"])


def test_tales_end(few: Engine, start: Week0) -> None:
    late = after(few, start, LEAKED, 40)
    assert not any(np.any(late[f"{what}_leak"]) for what in ("tale", "heard"))


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_words_broken_and_kept_reach_the_neighbours_once(few: Engine, start: Week0, kind: int) -> None:
    state, neighbours = np.copy(start.state[0, 0]), few.world.neighbours
    par = np.copy(futures(1, telling_share=0.25, smallest_tale=0.001).rows[0])
    told = np.zeros((3, len(state) * BLOCK))
    own, heard = S.tale_leak + kind * BLOCK, S.heard_leak + kind * BLOCK
    state[0, own + 5] = 0.15
    tell_tales(state[0], par, neighbours[0], told)
    tales_arrive(state, told)
    friends = neighbours[0, 5][neighbours[0, 5] >= 0]
    assert len(friends)
    expected = np.zeros(BLOCK)
    np.add.at(expected, friends, 0.25 * 0.15)
    np.testing.assert_allclose(state[0, heard : heard + BLOCK], expected)
    assert not np.any(state[0, own : own + BLOCK])
    assert not np.any(told)


def test_favours_for_the_large_slight_their_neighbours_in_the_same_tier(few: Engine, start: Week0) -> None:
    even = after(few, start, variant("retro-volume"), 60)
    assert not np.any(even["slight"])
    favours = variant("retro-volume", contact__focus=1.5)
    felt = after(few, start, favours, 60)["slight"]
    assert np.any(felt > 0.0)
    assert np.all((felt >= 0.0) & (felt <= 1.0))
    cost = [after(few, start, favours, 60, trust_slight=cost)["trust"] for cost in (0.0, 0.02)]
    assert np.mean(cost[1]) < np.mean(cost[0])
