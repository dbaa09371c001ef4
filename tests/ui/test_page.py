"""The page says what the comparison says."""

from streamlit.testing.v1 import AppTest

import sim
from sim.ui.page import FUTURES, MARKET, START

PATIENCE_SECONDS = 300


def test_the_heading_is_the_first_part_of_the_headline_and_the_table_names_the_verdict():
    page = AppTest.from_file("../../app.py", default_timeout=PATIENCE_SECONDS).run()
    assert not page.exception
    result = sim.compare(START[0], [START[1]], market=MARKET, futures=FUTURES)
    heading = page.title[0].value.replace("\\", "")
    assert result.sentence.startswith(heading)
    assert str(result.verdict) in page.caption[0].value


def test_a_programme_against_itself_is_explained_and_not_run():
    page = AppTest.from_file("../../app.py", default_timeout=PATIENCE_SECONDS)
    page.run()
    page.selectbox(key="design").set_value(START[0]).run()
    assert not page.exception
    assert "exactly zero" in page.info[0].value
