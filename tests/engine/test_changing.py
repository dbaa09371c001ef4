"""What a change does to silent partners, and what benefits cost."""

import numpy as np
import pytest

from sim.engine.run import Engine, Week0
from tests.engine.small import TODAY, futures, variant, week

INVITES = variant("retro-volume", transition__reinvites="silent-asked")


def test_partners_that_are_asked_back_come_back_sooner(few: Engine, start: Week0) -> None:
    active = [
        week(few.run(start, programme, futures(2), 52), "active").sum() for programme in (TODAY, INVITES)
    ]
    assert active[1] > active[0]


def test_asking_back_takes_hours_of_managers_in_that_week(few: Engine, start: Week0) -> None:
    runs = [few.run(start, INVITES, futures(2, invite_hours=hours), 1) for hours in (0.0, 3.0)]
    load = [run.end.shared[:, 0, 0] for run in runs]
    np.testing.assert_allclose(load[1] - load[0], 3.0 * week(runs[0], "silent")[:, 0])


def test_benefits_cost_the_same_for_every_contract_and_nothing_without_any(few: Engine, start: Week0) -> None:
    given = few.run(start, variant("retro-volume", rewards__benefits_per_year=1040), futures(2), 4)
    enrolled = week(given, "active") + week(given, "silent")
    assert week(given, "benefits_cost") == pytest.approx(20.0 * enrolled)
    assert not np.any(week(few.run(start, TODAY, futures(2), 4), "benefits_cost"))


ENDED = {"transition__ends": "below-silver", "transition__reversed_after_weeks": 13}


def enrolled(run) -> np.ndarray:
    return week(run, "active") + week(run, "silent")


def test_contracts_that_were_ended_come_back_only_if_the_vendor_asks(few: Engine, start: Week0) -> None:
    gone = few.run(start, variant("retro-volume", **ENDED), futures(2), 30)
    asked = few.run(
        start, variant("retro-volume", **ENDED, transition__reinvites="ended-asked"), futures(2), 30
    )
    assert np.all(week(gone, "ended")[:, -1] > 0)
    assert np.all(enrolled(gone)[:, -1] == enrolled(gone)[:, 1])
    back = enrolled(asked)[:, 13] - enrolled(asked)[:, 12]
    assert back.sum() > 0
    np.testing.assert_array_equal(week(asked, "ended")[:, 12] - week(asked, "ended")[:, 13], back)
    np.testing.assert_array_equal(enrolled(asked)[:, :13], enrolled(gone)[:, :13])


def test_everybody_who_is_asked_signs_or_stays_away_by_the_share_that_accepts(
    few: Engine, start: Week0
) -> None:
    design = variant("retro-volume", **ENDED, transition__reinvites="ended-asked")
    none, all_ = (futures(2, invite_accepted_share=share) for share in (0.0, 100.0))
    assert week(few.run(start, design, none, 14), "ended")[:, 13].sum() > 0
    assert week(few.run(start, design, all_, 14), "ended")[:, 13].sum() == 0
