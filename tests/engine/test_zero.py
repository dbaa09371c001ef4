"""No change has no effect: exactly none."""

from sim.engine.run import Engine, Run, Week0
from sim.schema.catalogue import as_data, catalogue, value_at
from sim.schema.editing import changed
from sim.schema.loading import load_programme
from sim.schema.programme import Programme
from tests.engine.small import TODAY, same, unequal, variant

WEEKS = 40
NEW = variant("direct-heavy", rewards__growth_share=0.05)


def today(few: Engine, start: Week0, two_futures) -> Run:
    return few.run(start, TODAY, two_futures, WEEKS)


def test_a_programme_with_another_name(few: Engine, start: Week0, two_futures) -> None:
    renamed = TODAY.model_copy(update={"name": "something else", "intent": "nothing new"})
    run = few.run(start, renamed, two_futures, WEEKS)
    assert unequal(run, today(few, start, two_futures), few.partners.size) == []


def test_a_change_after_the_horizon(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, NEW, two_futures, WEEKS, change_week=WEEKS)
    assert unequal(run, today(few, start, two_futures), few.partners.size) == []


def test_levers_set_to_the_values_they_have(few: Engine, start: Week0, two_futures) -> None:
    paths = [
        entry.path for entry in catalogue(Programme) if entry.meta is not None and "[]" not in entry.path
    ]
    same_values = changed(TODAY, {path: as_data(value_at(TODAY, path)) for path in paths})
    assert same_values is not TODAY
    run = few.run(start, same_values, two_futures, WEEKS)
    assert unequal(run, today(few, start, two_futures), few.partners.size) == []


def test_weeks_before_a_change(few: Engine, start: Week0, two_futures) -> None:
    usual = today(few, start, two_futures)
    for week in (1, 13, 29):
        run = few.run(start, NEW, two_futures, WEEKS, change_week=week)
        assert same(run.weekly[:, :week], usual.weekly[:, :week])
        assert not same(run.weekly[:, week], usual.weekly[:, week])


def test_the_change_of_week_0_is_a_change(few: Engine, start: Week0, two_futures) -> None:
    run = few.run(start, load_programme("flat-margin"), two_futures, WEEKS)
    assert not same(run.partner, today(few, start, two_futures).partner)
