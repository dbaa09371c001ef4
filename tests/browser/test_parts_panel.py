"""The panel of levers under a hand: keyboard, mouse, typing, and everything that must survive new data."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.parts_panel import Opener, edits, row, slider

pytestmark = pytest.mark.browser

NO_EDIT_MS = 400


def test_a_key_sends_one_edit(opened: Opener) -> None:
    page = opened()
    handle = slider(page, "Registration points")
    handle.press("ArrowRight")
    edits(page, 1)
    expect(page.get_by_text("registration.points_share=0.046", exact=True)).to_be_visible()
    expect(handle).to_have_attribute("aria-valuetext", "+4.6 points")
    handle.press("PageUp")
    expect(handle).to_have_attribute("aria-valuetext", "+6.6 points")
    handle.press("End")
    expect(handle).to_have_attribute("aria-valuetext", "+25 points")
    handle.press("Home")
    expect(handle).to_have_attribute("aria-valuetext", "0 points")
    edits(page, 4)
    expect(handle).to_be_focused()


def test_a_key_held_down_sends_when_it_is_let_go(opened: Opener) -> None:
    page = opened()
    handle = slider(page, "Registration points")
    handle.focus()
    for _ in range(20):
        page.keyboard.down("ArrowRight")
    page.wait_for_timeout(NO_EDIT_MS)
    edits(page, 1)
    page.keyboard.up("ArrowRight")
    edits(page, 2)
    expect(handle).to_have_attribute("aria-valuetext", "+8.4 points")


def test_a_drag_sends_nothing_until_release(opened: Opener) -> None:
    page = opened()
    box = slider(page, "Contacts per quarter").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, middle)
    page.mouse.down()
    for share in (0.5, 0.6, 0.7, 0.8):
        page.mouse.move(box["x"] + box["width"] * share, middle)
    live = row(page, "Contacts per quarter").locator(".value").inner_text()
    page.wait_for_timeout(NO_EDIT_MS)
    edits(page, 0)
    assert live != "5.2 a quarter"
    page.mouse.up()
    edits(page, 1)
    expect(row(page, "Contacts per quarter").locator(".value")).to_have_text(live)


def test_new_data_leaves_a_drag_alone(opened: Opener) -> None:
    page = opened("slow=0.5")
    slider(page, "Overlap of direct sales").press("ArrowRight")
    box = slider(page, "Marketing funds").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, middle)
    live = row(page, "Marketing funds").locator(".value").inner_text()
    edits(page, 1)
    expect(row(page, "Marketing funds").locator(".value")).to_have_text(live)
    page.mouse.up()
    edits(page, 2)
    expect(row(page, "Marketing funds").locator(".value")).to_have_text(live)


def test_edits_made_while_python_is_busy_all_arrive(opened: Opener) -> None:
    page = opened("slow=0.4")
    for name in ("Rebate size", "Registration points", "Overlap of direct sales", "Marketing funds"):
        slider(page, name).press("ArrowRight")
    edits(page, 4)
    expect(page.locator(".levers > .lever.changed")).to_have_count(4)


def test_an_edit_lost_on_the_way_is_sent_again_and_taken_once(opened: Opener) -> None:
    page = opened()
    lose(page, 1)
    slider(page, "Marketing funds").press("ArrowRight")
    lose(page, 1)
    slider(page, "Registration points").press("ArrowRight")
    edits(page, 2)
    expect(page.locator(".levers > .lever.changed")).to_have_count(2)
    slider(page, "Overlap of direct sales").press("ArrowRight")
    edits(page, 3)


def test_an_edit_that_never_arrives_is_taken_back(opened: Opener) -> None:
    page = opened(fresh=True)
    page.clock.install()
    value = row(page, "Marketing funds").locator(".value")
    before = value.inner_text()
    lose(page, 1_000)
    slider(page, "Marketing funds").press("ArrowRight")
    expect(value).not_to_have_text(before)
    page.clock.run_for(60_000)
    expect(value).to_have_text(before)
    lose(page, 0)
    slider(page, "Registration points").press("ArrowRight")
    edits(page, 1)
    expect(value).to_have_text(before)


def lose(page: Page, messages: int) -> None:
    """Let the next messages to Python get lost."""
    page.evaluate(
        """(messages) => {
            const all = WebSocket.prototype
            const send = (all.whole ??= all.send)
            all.send = function (message) { if (messages-- <= 0) send.call(this, message) }
        }""",
        messages,
    )


def test_a_member_typed_stands_in_the_row_before_python_answers(opened: Opener) -> None:
    page = opened()
    discount = row(page, "Front discount")
    discount.locator(".value").click()
    lose(page, 1_000)
    discount.get_by_label("Gold").fill("29 %")
    page.keyboard.press("Enter")
    expect(discount.locator(".value")).to_have_text("22 % / 25 % / 29 % / 31 %")
    lose(page, 0)
    edits(page, 1)
    expect(discount.locator(".value")).to_have_text("22 / 25 / 29 / 31 %")


def test_a_typed_value_is_converted_and_a_wrong_one_is_answered(opened: Opener) -> None:
    page = opened()
    funds = row(page, "Marketing funds")
    funds.get_by_role("button", name="Change Marketing funds").click()
    entry = funds.get_by_label("Marketing funds, new value")
    expect(entry).to_have_value("1.5 %")
    page.keyboard.type("2.8 %")
    page.keyboard.press("Enter")
    edits(page, 1)
    expect(funds.locator(".value")).to_have_text("2.8 % of net")
    funds.locator(".value").click()
    page.keyboard.type("rc <b>lots</b>")
    page.keyboard.press("Enter")
    expect(funds.get_by_role("alert")).to_have_text("“rc <b>lots</b>” is not understood. Write it like 6 %.")
    edits(page, 1)
    expect(funds.locator(".value")).to_have_text("2.8 % of net")
    expect(page.get_by_role("dialog")).to_have_count(0)
    funds.locator(".value").click()
    page.keyboard.type("5 %")
    page.keyboard.press("Escape")
    expect(funds.locator(".value")).to_be_focused()
    page.wait_for_timeout(NO_EDIT_MS)
    edits(page, 1)


def test_a_changed_row_goes_back_to_today(opened: Opener) -> None:
    page = opened()
    points = row(page, "Registration points")
    expect(points.locator(".dot")).to_be_hidden()
    slider(page, "Registration points").press("PageUp")
    expect(points.locator(".dot")).to_be_visible()
    points.get_by_role("button", name="Back to today: +4.4 points").click()
    edits(page, 2)
    expect(points.locator(".value")).to_have_text("+4.4 points")
    expect(points.locator(".dot")).to_be_hidden()
    expect(slider(page, "Registration points")).to_be_focused()


def test_choices_and_switches(opened: Opener) -> None:
    page = opened()
    page.get_by_role("radio", name="named accounts").check()
    edits(page, 1)
    expect(page.get_by_text("direct.rule=named-accounts", exact=True)).to_be_visible()
    expect(row(page, "Rule for direct sales").locator(".word")).to_have_text("direct keeps to a written list")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("direct.rule=first-come", exact=True)).to_be_visible()
    page.get_by_role("button", name="Deal registration").click()
    page.get_by_role("switch", name="Deal registration").uncheck()
    expect(page.get_by_text("registration.offered=False", exact=True)).to_be_visible()


def test_several_numbers_move_together_and_one_by_one(opened: Opener) -> None:
    page = opened()
    discount = row(page, "Front discount")
    slider(page, "Front discount, all together").press("PageUp")
    expect(discount.locator(".value")).to_have_text("24 / 27 / 30 / 33 %")
    slider(page, "Front discount, all together").press("Home")
    expect(discount.locator(".value")).to_have_text("0 / 3 / 6 / 9 %")
    discount.locator(".value").click()
    discount.get_by_label("Gold").fill("7 %")
    page.keyboard.press("Enter")
    expect(discount.locator(".value")).to_have_text("0 / 3 / 7 / 9 %")
    page.get_by_role("button", name="Front discount and tiers").click()
    slider(page, "Sales for each tier").press("ArrowRight")
    expect(row(page, "Sales for each tier").locator(".value")).to_have_text("¤57k / ¤340k / ¤1.7m a year")


def test_a_number_typed_while_all_still_move_is_set_among_the_moved(opened: Opener) -> None:
    page = opened("slow=0.5")
    discount = row(page, "Front discount")
    slider(page, "Front discount, all together").press("Home")
    discount.locator(".value").click()
    discount.get_by_label("Gold").fill("7 %")
    page.keyboard.press("Enter")
    expect(discount.locator(".value")).to_have_text("0 % / 3 % / 7 % / 9 %", timeout=300)
    edits(page, 2)
    expect(discount.locator(".value")).to_have_text("0 / 3 / 7 / 9 %")


def test_steps_are_added_changed_and_removed(opened: Opener) -> None:
    page = opened()
    page.locator(".opener", has_text="Rebate").click()
    steps = row(page, "Steps of the rebate")
    steps.get_by_role("button", name="Add a step").click()
    expect(steps.locator("li")).to_have_count(5)
    steps.get_by_label("Rate on net 5").fill("8 %")
    page.keyboard.press("Enter")
    edits(page, 2)
    expect(page.get_by_text("{'from_target': 1.35, 'rate_share': 0.08}]").first).to_be_visible()
    steps.get_by_role("button", name="Remove this step").first.click()
    expect(steps.locator("li")).to_have_count(4)
    expect(steps.get_by_label("From, of the target 1")).to_have_value("0.8×")


def test_what_is_open_stays_open(opened: Opener) -> None:
    page = opened()
    page.get_by_role("button", name="Contact", exact=False).last.click()
    ask = page.get_by_role("button", name="Help on Rebate size")
    ask.click()
    expect(ask).to_have_attribute("aria-expanded", "true")
    size = row(page, "Rebate size")
    size.get_by_role("button", name="Bounds, words and source").click()
    expect(size.get_by_text("0× to 4×")).to_be_visible()
    size.get_by_role("button", name="The rule that reads it").click()
    expect(size.get_by_text("perceived margin on each offer")).to_be_visible()
    slider(page, "Newsletters").press("ArrowRight")
    edits(page, 1)
    expect(size.get_by_text("perceived margin on each offer")).to_be_visible()
    expect(slider(page, "Newsletters")).to_be_focused()


def test_an_idle_lever_says_why(opened: Opener) -> None:
    page = opened("idle=1")
    page.get_by_role("button", name="Direct sales").last.click()
    expect(row(page, "Size limit for direct").locator(".idle")).to_have_text(
        "Idle: only the size rule reads it."
    )


def test_names_appear_as_they_are_written(opened: Opener) -> None:
    page = opened("hostile=1")
    first = page.locator(".lever").first
    expect(first.locator(".name")).to_have_text("<img src=x onerror=\"document.title='broken'\"> **bold**")
    expect(page.locator(".levers img, .sheet img")).to_have_count(0)
    assert page.title() != "broken"


def test_rows_rise_in_one_order(opened: Opener) -> None:
    page = opened()
    tops = [lever.bounding_box()["y"] for lever in page.locator(".levers > .lever").all()]  # type: ignore[index]
    assert all(low < high for low, high in pairwise(tops))
    assert len(tops) == 10
