"""The coach on pages as they come: told of before anybody types, and taken or left without JavaScript."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from strongsuit.knowledge.terms import Section
from strongsuit.plans.models import Goal, LeftWording, Need, PlanSection, PresentLevel, Weave
from tests.plans.test_coaching import REFUSES, address, asked, leave, spots, thoughts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruiz(cast, client):
    return cast.sign_in(client, cast.ruiz)


# Without JavaScript


def place(plan):
    return address("place", plan.pk, "effect")


def test_a_press_shows_the_thoughts_under_the_box_and_saves_nothing(ruiz, draft):
    before = PlanSection.objects.get(plan=draft, section=Section.EFFECT).text
    answer = ruiz.post(f"{place(draft)}?wording=look", {"text": REFUSES, "version": "1"})
    page = answer.text
    assert answer.status_code == 200
    assert page.index("</textarea>") < page.index('data-wording="text"') < page.index('<q dir="auto">refuses to</q>')
    assert "What you see here is not saved yet." in page
    assert page.index('visually-hidden" type="submit"') < page.index('name="wording"'), "Enter would take a wording"
    assert PlanSection.objects.get(plan=draft, section=Section.EFFECT).text == before
    assert "The coach has no thought" in ruiz.post(f"{place(draft)}?wording=look", {"text": "Fine."}).text


def take_values(page):
    return re.findall(r'name="wording" value="(take:[^"]*)"', page)


def test_a_wording_is_taken_into_the_box_not_saved(ruiz, draft):
    words = "😀 One.\r\nMaya refuses to read."
    page = ruiz.post(f"{place(draft)}?wording=look", {"text": words, "version": "1"}).text
    answer = ruiz.post(place(draft), {"text": words, "version": "1", "wording": take_values(page)[0]})
    assert answer.context["card"]["form"]["text"].value() == "😀 One.\nMaya needs more support to read."
    assert thoughts(answer.text) == 0 and "then save" in answer.text
    assert "refuses" not in PlanSection.objects.get(plan=draft, section=Section.EFFECT).text


def test_a_wording_for_words_that_changed_is_not_put_in(ruiz, draft):
    page = ruiz.post(f"{place(draft)}?wording=look", {"text": REFUSES}).text
    (first, *_rest) = take_values(page)
    for wording in (first, first.replace(":0", ":9"), "take:text:willful_refusal::0", "take", "take:version:x:y:z"):
        text = "She refuses to draw." if wording == first else REFUSES
        answer = ruiz.post(place(draft), {"text": text, "wording": wording})
        assert answer.status_code == 200 and "no longer there" in answer.text
        assert answer.context["card"]["form"]["text"].value() == text


def test_words_are_left_and_shown_again_by_the_form_itself(ruiz, draft):
    key = "effect:text:willful_refusal"
    values = {"text": REFUSES, "wording": "leave:text:willful_refusal"}
    assert ruiz.post(place(draft), values).status_code == 422
    page = ruiz.post(place(draft), values | {f"because:{key}": "quote"}).text
    assert thoughts(page) == 0 and "It is a quote" in page
    page = ruiz.post(place(draft), {"text": REFUSES, "wording": "show:text:willful_refusal"}).text
    assert thoughts(page) == 1


def test_a_goal_is_looked_at_and_remembered_by_its_goal(ruiz, draft):
    one, *_others = goals = list(Goal.objects.filter(plan=draft).order_by("order"))
    key = f"goal-{one.pk}:behavior:willful_refusal"
    values = {"behavior": "refuses to read", "condition": "When Maya refuses to read,"}
    page = ruiz.post(f"{address('goal', draft.pk, one.pk)}?wording=look", values)
    assert page.status_code == 200 and thoughts(page.text) >= 1
    wording = {"wording": "leave:condition:willful_refusal", f"because:{key.replace('behavior', 'condition')}": "quote"}
    assert ruiz.post(address("goal", draft.pk, one.pk), values | wording).status_code == 200
    assert LeftWording.objects.get().place == f"goal-{one.pk}"
    for goal in goals:
        again = asked(ruiz, draft, f"goal-{goal.pk}", condition=values["condition"]).text
        assert (thoughts(again) == 0) == (goal == one)


# As the page comes


def written(draft, **texts):
    PlanSection.objects.filter(plan=draft, section=Section.EFFECT).update(**texts)


def told_in(page):
    """How many thoughts stand under each box, and where their words are, by its field."""
    parts = re.split(r'data-(?:wording|for)="', page)[1:]
    return {part.partition('"')[0]: (thoughts(part), spots(part)) for part in parts if thoughts(part)}


def test_what_is_said_stands_on_the_page_before_anybody_comes_to_a_box(ruiz, draft):
    written(draft, text="Maya refuses to read.\r\n😀 Maya is lazy.")
    page = ruiz.get(place(draft)).text
    assert told_in(page)["text"][0] == 2
    assert told_in(page) == told_in(asked(ruiz, draft, text="Maya refuses to read.\r\n😀 Maya is lazy.").text)
    assert '<p class="coach-keys">' in page
    assert "not saved yet" not in page
    written(draft, text="Maya has a cat.")
    page = ruiz.get(place(draft)).text
    assert told_in(page) == {} and '<p class="coach-keys" hidden>' in page


def test_every_box_of_a_skill_set_is_told_of_and_remembers_its_own_place(ruiz, draft):
    level = PresentLevel.objects.get(plan=draft, skill_set="reading")
    one, *others = Need.objects.filter(level=level)
    PresentLevel.objects.filter(pk=level.pk).update(now_text=REFUSES)
    Need.objects.filter(level=level).update(statement=REFUSES, impact="", measure_text="", without_goal_because="")
    key = address("place", draft.pk, "level-reading")
    assert thoughts(ruiz.get(key).text) == 2 + len(others)
    leave(ruiz, draft, place=f"need-{one.pk}", field="statement")
    assert thoughts(ruiz.get(key).text) == 1 + len(others)
    leave(ruiz, draft, place="level-reading", field="now_text")
    page = ruiz.get(key).text
    assert thoughts(page) == len(others)
    assert page.count("left-alone") == 2


def test_a_goal_with_its_strengths_and_steps_is_told_of_at_once(ruiz, draft):
    goal = Goal.objects.filter(plan=draft).order_by("order").first()
    Goal.objects.filter(pk=goal.pk).update(condition="When Maya refuses to read,", student_words="I refuse to read.")
    Weave.objects.filter(goal=goal).update(mechanism="Maya is lazy without it.", step="")
    page = ruiz.get(address("goal", draft.pk, goal.pk)).text
    assert set(told_in(page)) >= {"condition", "mechanism"}
    leave(ruiz, draft, place=f"goal-{goal.pk}", field="condition", text="When Maya refuses to read,")
    assert "condition" not in told_in(ruiz.get(address("goal", draft.pk, goal.pk)).text)


def test_what_was_refused_or_is_only_shown_first_is_told_of_too(ruiz, draft):
    level = PresentLevel.objects.get(plan=draft, skill_set="reading")
    page = ruiz.post(address("add_need", draft.pk, level.pk), {"statement": REFUSES, "kind": "academic"})
    assert page.status_code == 422
    assert "Leave as it is" not in page.text[page.text.index('id="new-need-statement"') :]
    assert told_in(page.text)["statement"][0] == 1
    goal = Goal.objects.filter(plan=draft).first()
    shown = ruiz.post(address("goal", draft.pk, goal.pk), {"preview": "yes", "condition": "When Maya refuses to read,"})
    assert told_in(shown.text)["condition"][0] >= 1


def test_words_of_the_family_come_without_a_thought(ruiz, draft):
    PlanSection.objects.filter(plan=draft, section=Section.PARENT_CONCERNS).update(text=REFUSES)
    assert thoughts(ruiz.get(address("place", draft.pk, "concerns")).text) == 0


def test_a_page_asks_the_database_as_often_with_one_need_as_with_many(ruiz, draft, django_assert_num_queries):
    level = PresentLevel.objects.get(plan=draft, skill_set="reading")
    key = address("place", draft.pk, "level-reading")
    need = Need.objects.filter(level=level).first()
    Need.objects.filter(pk=need.pk).update(statement=REFUSES)
    leave(ruiz, draft, place=f"need-{need.pk}", field="statement")
    with CaptureQueriesContext(connection) as before:
        ruiz.get(key)
    often = len(before)
    for number in range(12):
        row = Need.objects.get(pk=need.pk)
        row.pk, row.once, row.statement, row.order = None, uuid4(), f"Maya refuses to read page {number}.", number + 20
        row.save(force_insert=True)
        leave(ruiz, draft, place=f"need-{row.pk}", field="statement", text=row.statement)
    with django_assert_num_queries(often):
        page = ruiz.get(key).text
    assert thoughts(page) == 0 and page.count("left-alone") == 13
