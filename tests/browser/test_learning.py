"""A lesson walked through with the keyboard alone on a phone's width, without a fault on any of its pages."""

import pytest
from playwright.sync_api import expect

from strongsuit.knowledge.lessons import LESSONS, lesson_of
from strongsuit.people.models import LessonFinished
from tests.amounts import some
from tests.browser.axe import faults, look, sideways
from tests.browser.chromium import sign_in

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 640}


def reach(page, name, role="link"):
    """Tab to what is called so, as somebody without a mouse does."""
    wanted = page.get_by_role(role, name=name).first
    for _press in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return wanted
        page.keyboard.press("Tab")
    pytest.fail(f"{name} cannot be reached with the keyboard")


def test_a_lesson_is_done_with_the_keyboard_on_a_phone(page, live_server, cast):
    sign_in(page, cast.ruiz, live_server)
    page.set_viewport_size(PHONE)
    page.goto("/learning/")
    reach(page, "Weave a strength into a goal").press("Enter")
    reach(page, "Start").press("Enter")
    for number, task in enumerate(lesson_of("weave").tasks, start=1):
        expect(page.get_by_text(f"Task {number} of 3")).to_be_visible()
        box = reach(page, "Your goal", role="textbox")
        box.press_sequentially("Noor will get better.")
        reach(page, "Check", role="button").press("Enter")
        answer = page.get_by_role("status").filter(has_text="Weave 0 of 3")
        expect(answer).to_be_visible()
        expect(box).to_have_value("Noor will get better.")
        assert faults(page) == [] and sideways(page, "with an answer") == []
        box.fill(task.model)
        reach(page, "Check", role="button").press("Enter")
        expect(page.get_by_text("Measurable, and built on a strength.")).to_be_visible()
        expect(page.get_by_text(f"{number} of 3", exact=True)).to_be_visible()
        assert faults(page) == []
        reach(page, "To the end of the lesson" if number == 3 else "Next task").press("Enter")
    expect(page.get_by_role("heading", name="Finished. Well done.")).to_be_visible()
    assert LessonFinished.objects.get().lesson == "weave"
    for path in ("/learning/", "/learning/weave/", "/learning/weave/end/", "/learning/growth-words/flat/"):
        page.set_viewport_size({"width": 1280, "height": 800})
        assert look(page, path) == []


def is_good(page):
    """Whether the answer closes the task; the first word of it is awaited."""
    page.locator("#feedback .lesson-feedback").wait_for()
    return page.locator("#feedback .lesson-feedback-good").count() == 1


def check(page):
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        reach(page, "Check", role="button").press("Enter")
    return is_good(page)


def pick(page, lesson, task):
    """The right choices of a task that asks for several, or for something else as well."""
    keys = lesson.right(task).split()
    for key in keys:
        name = "also" if task.also and key == keys[-1] else "answer"
        control = page.locator(f"input[name={name}][value='{key}']")
        # One stop of the keyboard for all choices of a row; the arrows go on from there.
        group = page.locator(f"input[name={name}]")
        for _press in range(60):
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                break
            page.keyboard.press("Tab")
        if control.get_attribute("type") == "radio":
            page.keyboard.press("Space")
        for _press in range(20):
            if control.evaluate("one => one === document.activeElement"):
                break
            page.keyboard.press("ArrowDown" if control.get_attribute("type") == "radio" else "Tab")
        if not control.is_checked():
            page.keyboard.press("Space")
        expect(control).to_be_checked()
    assert check(page), task.key


def choose(page, task):
    """By arrow key, one after the other, until it is the right one."""
    first = page.get_by_role("radio").first
    for _press in range(40):
        if first.evaluate("radio => radio === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for number in range(len(task.choices)):
        expect(page.get_by_role("radio").nth(number)).to_be_checked()
        if check(page):
            return
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
    pytest.fail(f"no choice closes {task.key}")


def write(page, task):
    box = reach(page, task.label, role="textbox")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(task.model or task.draft)
    assert check(page), (task.key, box.input_value())


def answer(page, lesson, task):
    if task.several or task.also:
        pick(page, lesson, task)
    else:
        (choose if task.choices else write)(page, task)


def test_a_family_does_a_lesson_with_the_keyboard_on_a_phone(page, live_server, cast):
    lesson = lesson_of("choosing-a-role", "family")
    sign_in(page, cast.rosa, live_server)
    page.set_viewport_size(PHONE)
    page.goto("/family/")
    reach(page, "Learn in three minutes").press("Enter")
    reach(page, lesson.title).press("Enter")
    reach(page, "Start").press("Enter")
    for number, task in enumerate(lesson.tasks, start=1):
        expect(page.get_by_text(f"Task {number} of {len(lesson.tasks)}")).to_be_visible()
        answer(page, lesson, task)
        assert faults(page) == [] and sideways(page, "with an answer") == []
        reach(page, "To the end of the lesson" if number == len(lesson.tasks) else "Next task").press("Enter")
    expect(page.get_by_role("heading", name="Finished. Well done.")).to_be_visible()
    row = LessonFinished.objects.get()
    assert (row.account, row.lesson) == (cast.rosa, lesson.key)
    for path in (
        "",
        f"{lesson.key}/",
        f"{lesson.key}/end/",
        "reading-the-growth-words/flat/",
        "disagreeing-well/pick/",
    ):
        page.set_viewport_size({"width": 1280, "height": 800})
        assert look(page, f"/family/learning/{path}") == []


def test_the_new_tasks_have_no_fault_in_any_look(page, live_server, cast):
    sign_in(page, cast.ruiz, live_server)
    for path in ("finder-talk/noor-train/", "three-views/imani-leads/", "beside-the-need/imani-percent/"):
        page.set_viewport_size({"width": 1280, "height": 800})
        assert look(page, f"/learning/{path}") == []


STAFF = [one for one in LESSONS if one.audience == "staff"]


@pytest.mark.parametrize("lesson", some(STAFF, 2, "lessons"), ids=lambda one: one.key)
def test_every_lesson_is_entered_at_a_task_not_yet_done_and_ended_by_keyboard_alone(page, live_server, cast, lesson):
    sign_in(page, cast.ruiz, live_server)
    page.goto("/learning/")
    reach(page, lesson.title).press("Enter")
    reach(page, "Start").press("Enter")
    # The first is left for later; the lesson goes on at what is not done.
    reach(page, "Skip for now").press("Enter")
    expect(page.get_by_text(f"Task 2 of {len(lesson.tasks)}")).to_be_visible()
    order = [*lesson.tasks[1:], lesson.tasks[0]]
    for number, task in enumerate(order, start=1):
        place = lesson.tasks.index(task) + 1
        expect(page.get_by_text(f"Task {place} of {len(lesson.tasks)}")).to_be_visible()
        answer(page, lesson, task)
        reach(page, "To the end of the lesson" if number == len(order) else "Next task").press("Enter")
    expect(page.get_by_role("heading", name="Finished. Well done.")).to_be_visible()
    assert LessonFinished.objects.get().lesson == lesson.key
    # And from the end into another one.
    if waiting := page.locator("section[aria-labelledby=next] a").all():
        reach(page, waiting[0].inner_text()).press("Enter")
        expect(page.get_by_role("link", name="Start")).to_be_visible()
