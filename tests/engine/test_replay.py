"""Replay: today's conduct or beliefs under today's rules is today; under other rules they stay."""

import numpy as np
import pytest

from sim.engine.layout import State
from sim.engine.loops.replay import FIELDS
from sim.engine.run import Engine, Run, Week0
from sim.kernel.block import BLOCK
from sim.schema.loading import load_programme
from tests.engine.small import TODAY, columns, same, unequal, week

WEEKS = 30


@pytest.fixture(scope="module")
def recorded(few: Engine, start: Week0, two_futures) -> Run:
    return few.run(start, TODAY, two_futures, WEEKS, replay="record")


def taped(run: Run, name: str, count: int) -> np.ndarray:
    """A field on the tape: [futures, weeks, partners]."""
    futures, weeks, blocks, _ = run.tape.shape
    table = run.tape.reshape(futures, weeks, blocks, len(FIELDS), BLOCK)
    return table[:, :, :, FIELDS.index(name)].reshape(futures, weeks, -1)[:, :, :count]


def test_recording_changes_nothing(recorded: Run, few: Engine, start: Week0, two_futures) -> None:
    assert unequal(recorded, few.run(start, TODAY, two_futures, WEEKS), few.partners.size) == []
    assert np.any(taped(recorded, "ahead", few.partners.size) > 0)


@pytest.mark.parametrize("mode", ["behaviour", "beliefs"])
def test_today_replayed_under_today_is_today(
    mode: str, recorded: Run, few: Engine, start: Week0, two_futures
) -> None:
    again = few.run(start, TODAY, two_futures, WEEKS, replay=mode, tape=recorded.tape)
    assert unequal(again, recorded, few.partners.size) == []


def test_conduct_stays_as_recorded_under_other_rules(
    recorded: Run, few: Engine, start: Week0, two_futures
) -> None:
    before, count = recorded.tape.copy(), few.partners.size
    other = few.run(
        start, load_programme("direct-heavy"), two_futures, WEEKS, replay="behaviour", tape=recorded.tape
    )
    end = columns(other.end.state, count, State)
    assert same(recorded.tape, before)
    for name in ("share_p", "share_s", "hold"):
        assert same(end[name], taped(recorded, name, count)[:, -1]), name
    assert same(week(other, "ahead_list"), week(recorded, "ahead_list"))
    assert not same(end["trust"], columns(recorded.end.state, count, State)["trust"])


def test_without_replay_conduct_does_change(recorded: Run, few: Engine, start: Week0, two_futures) -> None:
    free = few.run(start, load_programme("direct-heavy"), two_futures, WEEKS)
    end = columns(free.end.state, few.partners.size, State)
    assert not same(end["share_p"], taped(recorded, "share_p", few.partners.size)[:, -1])


def test_beliefs_stay_as_recorded_and_conduct_answers(
    recorded: Run, few: Engine, start: Week0, two_futures
) -> None:
    new, count = load_programme("direct-heavy"), few.partners.size
    other = few.run(start, new, two_futures, WEEKS, replay="beliefs", tape=recorded.tape)
    end = columns(other.end.state, count, State)
    assert same(end["understanding"], taped(recorded, "understanding", count)[:, -1])
    assert not same(end["share_p"], taped(recorded, "share_p", count)[:, -1])
