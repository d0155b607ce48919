"""Bad input: a sentence that says what to do, the typed words kept, nothing half-written, never a server error."""

from itertools import zip_longest

import pytest
from django.urls import reverse

from strongsuit.knowledge.terms import PlanKind, Section
from strongsuit.plans import actions, forms, forms_goal
from strongsuit.plans.models import Goal, PlanSection
from tests.cast import TODAY

BAD_TEXTS = {
    "a zero sign": "Reads\x00well",
    "a mark that turns letters around": "Reads \u202ewell",
    "a control sign": "Reads\x1bwell",
    "too long": "x" * 20_001,
}
GOOD_TEXTS = {
    "emoji": "Reads well 👩🏽‍🚀🎉",
    "Arabic": "تقرأ مايا جيدا \u2067abc\u2069",
    "one letter": "R",
    "markup": "<script>alert(1)</script> {{ plan }} %s",
    "lines": "One\r\nTwo\rThree",
}


@pytest.fixture
def ruiz(cast, client):
    return cast.sign_in(client, cast.ruiz)


def section_url(plan):
    return reverse("plans:place", args=[plan.pk, "effect"])


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_text_that_cannot_be_kept_comes_back_with_a_sentence(ruiz, draft, name):
    before = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    answer = ruiz.post(section_url(draft), {"version": before.version, "text": BAD_TEXTS[name]})
    assert answer.status_code == 422
    assert "Something needs another look" in answer.text
    form = answer.context["card"]["form"]
    assert form.data["text"] == BAD_TEXTS[name]
    assert form.errors["text"][0]
    row = PlanSection.objects.get(pk=before.pk)
    assert (row.text, row.version) == (before.text, before.version)


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_words_in_any_script_are_kept_letter_for_letter_and_stay_text(ruiz, draft, name):
    before = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    answer = ruiz.post(section_url(draft), {"version": before.version, "text": GOOD_TEXTS[name]}, follow=True)
    assert answer.status_code == 200
    kept = PlanSection.objects.get(pk=before.pk).text
    assert kept == GOOD_TEXTS[name].replace("\r\n", "\n").replace("\r", "\n")
    assert "<script>alert" not in answer.text


def test_ten_million_letters_are_refused_before_they_are_read(ruiz, draft):
    answer = ruiz.post(section_url(draft), {"version": 1, "text": "x" * 10_000_000})
    assert answer.status_code == 413
    assert "Traceback" not in answer.text
    assert "is still kept on this device" in answer.text


def test_two_million_letters_come_back_whole_with_how_many_are_too_many(ruiz, draft):
    before = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    text = "words " * 333_333 + "the end"
    answer = ruiz.post(section_url(draft), {"version": before.version, "text": text})
    assert answer.status_code == 422
    assert "1,980,005 characters too many: at most 20,000 fit here." in answer.text
    assert text in answer.text
    assert PlanSection.objects.get(pk=before.pk).text == before.text


def test_no_box_lets_the_browser_cut_what_is_pasted(ruiz, draft):
    page = ruiz.get(section_url(draft)).text
    assert 'data-most="20000"' in page and "maxlength" not in page


@pytest.mark.parametrize("version", ["", "-1", "x", "9" * 30, "1.5", "\x00"])
def test_a_version_that_is_no_version_is_never_a_server_error(ruiz, draft, version):
    answer = ruiz.post(section_url(draft), {"version": version, "text": "Other words"})
    assert answer.status_code in (409, 422)
    assert PlanSection.objects.get(plan=draft, section=Section.EFFECT).text != "Other words"


BAD_NUMBERS = ["x", "NaN", "Infinity", "1e400", "12345678.99", "1.234", "٣x", "--3", "\x00"]
BAD_DATES = ["1900-01-01", "2100-01-01", "2026-02-30", "yesterday", "20261120", "0000-00-00", "\x00"]


BAD_TURNS = ["0", "-1", "21", "two", "1" * 40]
BAD_OTHERS = [{"measure": "telepathy"}, {"schedule": "never"}, {"need": "12345"}, {"need": "x"}, {"unit": "u" * 61}]
# One of each at once: each field has to say what is wrong with it.
BAD_GOALS = [
    {name: value for name, value in zip(("baseline", "target_on", "mastery_run"), found, strict=True) if value} | other
    for *found, other in zip_longest(BAD_NUMBERS, BAD_DATES, BAD_TURNS, BAD_OTHERS, fillvalue={})
]


@pytest.mark.parametrize("values", BAD_GOALS)
def test_a_goal_refuses_what_it_cannot_hold(ruiz, draft, values):
    goal = draft.goals.first()
    answer = ruiz.post(reverse("plans:goal", args=[draft.pk, goal.pk]), {"version": goal.version} | values)
    assert answer.status_code == 422
    errors = answer.context["card"]["form"].errors
    assert set(errors) == set(values)
    assert all(words.endswith(".") for found in errors.values() for words in found), errors
    assert Goal.objects.get(pk=goal.pk).version == goal.version


def test_the_same_refusal_reaches_the_autosave_as_json(ruiz, draft):
    goal = draft.goals.first()
    url = reverse("plans:goal", args=[draft.pk, goal.pk])
    answer = ruiz.post(url, {"version": goal.version, "baseline": "x"}, headers={"X-Autosave": "1"})
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["baseline"])


def test_a_plan_that_ends_before_it_starts_is_refused(ruiz, cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    url = reverse("plans:place", args=[plan.pk, "dates"])
    answer = ruiz.post(url, {"version": plan.version, "starts_on": "2026-12-01", "ends_on": "2026-12-01"})
    assert (answer.status_code, list(answer.context["card"]["form"].errors)) == (422, ["ends_on"])


def test_what_was_saved_while_typing_is_not_denied_when_the_rest_is_refused(ruiz, cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    url = reverse("plans:place", args=[plan.pk, "dates"])
    typed = {"version": plan.version, "starts_on": "2026-12-01"}
    saved = ruiz.post(url, typed, headers={"X-Autosave": "1"}).json()
    answer = ruiz.post(url, typed | {"version": saved["version"], "ends_on": "2026-11-01"})
    plan.refresh_from_db()
    page = answer.content.decode()
    assert (answer.status_code, str(plan.starts_on), plan.ends_on) == (422, "2026-12-01", None)
    assert "Your last change is not saved yet. What was saved before it stays" in page
    assert "Nothing was saved" not in page and 'value="2026-11-01"' in page


def test_extra_fields_of_a_forged_form_are_ignored(ruiz, draft):
    row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    forged = {
        "version": row.version,
        "text": "Other words",
        "plan": "1",
        "student": "1",
        "section": "vision",
        "edited_by": "1",
    }
    ruiz.post(section_url(draft), forged)
    row = PlanSection.objects.get(pk=row.pk)
    assert (row.text, row.section, row.plan) == ("Other words", Section.EFFECT, draft)


def test_both_texts_stand_together_theirs_above(draft):
    row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    form = forms.SectionForm({"text": "Mine", "version": "1"}, row=row, key="effect")
    assert form.is_valid()
    assert form.both({"text": "Theirs"}) == {"text": "Theirs\n\nMine"}
    assert form.both({"text": "Mine"}) == {"text": "Mine"}
    assert form.both({"text": ""}) == {"text": "Mine"}


def test_numbers_are_shown_as_people_write_them(draft):
    goal = draft.goals.order_by("order").first()
    form = forms_goal.GoalForm(row=goal, key="goal", needs=draft.needs.all())
    assert 'value="48"' in str(form["baseline"])
