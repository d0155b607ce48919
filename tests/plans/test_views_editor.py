"""The editor: autosave, two writers, kept words, presence, coach, checks; with and without JavaScript."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from strongsuit.knowledge.terms import PlanState, Section
from strongsuit.plans import actions, actions_parts
from strongsuit.plans.models import (
    Accommodation,
    Goal,
    KeptText,
    LevelStrength,
    Need,
    Objective,
    Plan,
    PlanSection,
    PresentLevel,
    Service,
    SpecialFactor,
    Weave,
)
from strongsuit.plans.places import PLACES
from strongsuit.web import clock
from tests.cast import NOW

AUTOSAVE = {"X-Autosave": "1"}


def address(name, *args):
    return reverse(f"plans:{name}", args=args)


@pytest.fixture
def ruiz(cast, client):
    return cast.sign_in(client, cast.ruiz)


@pytest.fixture
def effect(draft):
    return PlanSection.objects.get(plan=draft, section=Section.EFFECT)


def url_of(draft, key="effect"):
    return address("place", draft.pk, key)


@pytest.mark.parametrize("key", [place.key for place in PLACES] + ["level-reading"])
def test_every_place_opens_with_its_checks_and_the_list_of_places(ruiz, draft, key):
    page = ruiz.get(url_of(draft, key))
    assert page.status_code == 200
    assert [stop.key for stop in page.context["stops"]] == [place.key for place in PLACES]
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("key", ["level-work", "level-x", "nothing", "level-"])
def test_a_place_that_is_not_there_is_not_found(ruiz, draft, key):
    assert ruiz.get(url_of(draft, key)).status_code == 404


def test_the_editor_opens_where_something_is_open(ruiz, draft):
    assert ruiz.get(address("edit", draft.pk)).url == url_of(draft, "level-social")


# Saving


def test_an_autosave_answers_with_the_new_version(ruiz, draft, effect):
    answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "New words"}, headers=AUTOSAVE)
    assert answer.json() == {"version": effect.version + 1, "saved": "10 a.m."}
    assert PlanSection.objects.get(pk=effect.pk).text == "New words"


def test_the_same_autosave_twice_saves_once(ruiz, draft, effect):
    for _ in range(2):
        answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "New words"}, headers=AUTOSAVE)
        assert answer.json()["version"] == effect.version + 1


def test_without_javascript_the_save_button_leads_back_to_the_place(ruiz, draft, effect):
    answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "New words"}, follow=True)
    assert "New words" in answer.text
    assert "Saved." in answer.text


def test_a_plan_that_was_shared_meanwhile_takes_no_words_and_keeps_them_on_the_page(cast, ruiz, draft, effect):
    actions.share_with_family(by=cast.chen, plan=draft)
    answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "Late words"})
    assert answer.status_code == 422
    assert "Late words" in answer.text
    assert "Take it back first" in answer.text
    errors = ruiz.post(url_of(draft), {"version": effect.version, "text": "Late words"}, headers=AUTOSAVE).json()
    assert "Take it back first" in errors["errors"]["text"][0]
    assert ruiz.get(url_of(draft)).url == address("plan", draft.pk)


# Two writers


@pytest.fixture
def meanwhile(cast, draft, effect):
    """Ms. Silva has saved since Ms. Ruiz opened the section."""
    return actions_parts.save_section(
        by=cast.silva, plan=draft, section=Section.EFFECT, version=effect.version, text="Silva's words"
    )


def test_the_later_writer_is_shown_both_texts_and_hers_is_kept(cast, ruiz, draft, effect, meanwhile):
    answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "Ruiz's words"}, headers=AUTOSAVE)
    assert answer.status_code == 409
    html = answer.json()["html"]
    assert "Ruiz&#x27;s words" in html
    assert "Silva&#x27;s words" in html
    assert "Ana Silva changed this" in html
    assert PlanSection.objects.get(pk=effect.pk).text == "Silva's words"
    kept = KeptText.objects.get()
    assert (kept.text, kept.by, kept.place) == ("Ruiz's words", cast.ruiz, "effect")


def test_without_javascript_the_page_holds_both_texts(ruiz, draft, effect, meanwhile):
    answer = ruiz.post(url_of(draft), {"version": effect.version, "text": "Ruiz's words"})
    assert answer.status_code == 409
    assert "Keep both, mine below theirs" in answer.text
    assert answer.context["card"]["form"].data["text"] == "Ruiz's words"


@pytest.mark.parametrize(
    ("choice", "text"),
    [("mine", "Ruiz's words"), ("theirs", "Silva's words"), ("both", "Silva's words\n\nRuiz's words")],
)
def test_the_writer_chooses_and_the_kept_words_are_settled(ruiz, draft, effect, meanwhile, choice, text):
    ruiz.post(url_of(draft), {"version": effect.version, "text": "Ruiz's words"}, headers=AUTOSAVE)
    sent = {"version": effect.version, "text": "Ruiz's words", "resolve": choice, "their_version": meanwhile.version}
    assert ruiz.post(url_of(draft), sent).status_code == 302
    assert PlanSection.objects.get(pk=effect.pk).text == text
    assert KeptText.objects.get().settled_at is not None


def test_a_third_save_during_the_choice_is_not_overwritten_either(cast, ruiz, draft, effect, meanwhile):
    actions_parts.save_section(
        by=cast.chen, plan=draft, section=Section.EFFECT, version=meanwhile.version, text="Chen's words"
    )
    sent = {"version": effect.version, "text": "Ruiz's words", "resolve": "mine", "their_version": meanwhile.version}
    answer = ruiz.post(url_of(draft), sent)
    assert (answer.status_code, "Chen&#x27;s words" in answer.text) == (409, True)
    assert PlanSection.objects.get(pk=effect.pk).text == "Chen's words"


def test_kept_words_wait_on_the_page_until_the_writer_lets_them_go(cast, client, ruiz, draft, effect, meanwhile):
    ruiz.post(url_of(draft), {"version": effect.version, "text": "Ruiz's words"}, headers=AUTOSAVE)
    assert "Ruiz&#x27;s words" in ruiz.get(url_of(draft, "goals")).text
    ruiz.post(address("settle", draft.pk), {"place": "effect"})
    assert "Ruiz&#x27;s words" not in ruiz.get(url_of(draft, "goals")).text
    assert KeptText.objects.get().text == "Ruiz's words"


def test_a_goal_with_many_fields_shows_both_versions_in_words(cast, ruiz, draft):
    goal = draft.goals.order_by("order").first()
    Goal.objects.filter(pk=goal.pk).update(version=goal.version + 1, behavior="sings the page", edited_by=cast.silva)
    sent = {"version": goal.version, "behavior": "draws the page", "measure": "rubric", "target": "50"}
    answer = ruiz.post(address("goal", draft.pk, goal.pk), sent, headers=AUTOSAVE)
    assert answer.status_code == 409
    assert "What the student does: sings the page" in answer.json()["html"]
    assert "Measured how: Rubric level" in answer.json()["html"]
    assert Goal.objects.get(pk=goal.pk).behavior == "sings the page"


# Beside the text


def test_two_writers_see_each_other_for_a_minute(cast, client, draft):
    cast.sign_in(client, cast.silva)
    client.post(address("presence", draft.pk), {"place": "effect"})
    cast.sign_in(client, cast.ruiz)
    assert "Ana Silva has this section open." in client.post(address("presence", draft.pk), {"place": "effect"}).text
    assert "Ana Silva" not in client.post(address("presence", draft.pk), {"place": "goals"}).text
    with clock.frozen(NOW + timedelta(seconds=61), everywhere=True):
        assert "Ana Silva" not in client.post(address("presence", draft.pk), {"place": "effect"}).text


def test_the_coach_advises_on_the_words_and_leaves_quotes_alone(ruiz, draft):
    advised = ruiz.post(address("coach", draft.pk), {"text": "Maya refuses to read."}).text
    assert "refuses" in advised
    assert ruiz.post(address("coach", draft.pk), {"student_words": "I refuse to read."}).text.strip() == ""
    assert ruiz.post(address("coach", draft.pk), {"text": "Maya reads 61 words in a minute."}).text.strip() == ""
    assert ruiz.post(address("coach", draft.pk), {"text": "\x00" + "Maya can't. " * 5000}).status_code == 200


def test_the_checks_of_a_place_are_asked_again_after_a_save(ruiz, draft):
    page = ruiz.get(address("checks", draft.pk), {"place": "dates"}).text
    assert "This amendment has neither" in page
    assert 'hx-swap-oob="true"' in page
    assert "This amendment has neither" not in ruiz.get(address("checks", draft.pk), {"place": "effect"}).text


def test_every_jump_on_the_page_of_open_points_lands(ruiz, draft):
    page = ruiz.get(address("ready", draft.pk)).text
    jumps = re.findall(r'href="#([^"]+)"', page)
    assert "places" in jumps and [to for to in jumps if f'id="{to}"' not in page] == []


def test_a_decided_plan_has_no_page_of_open_points(ruiz, in_effect):
    answer = ruiz.get(address("ready", in_effect.pk))
    assert (answer.status_code, answer.url) == (302, address("plan", in_effect.pk))


def test_reasons_are_kept_together_and_can_be_taken_back(ruiz, draft):
    page = ruiz.get(address("ready", draft.pk))
    rows = page.context["reasons"].rows()
    sent = {"back": "ready"}
    for _check, reason, was, key in rows:
        sent |= {key.html_name: key.value(), was.html_name: "", reason.html_name: "We talked about it with her."}
    assert ruiz.post(address("reason", draft.pk), sent).url == address("ready", draft.pk)
    assert len(Plan.objects.get(pk=draft.pk).reasons) == len(rows) > 1
    for _check, reason, was, _key in rows:
        sent |= {was.html_name: "We talked about it with her.", reason.html_name: ""}
    ruiz.post(address("reason", draft.pk), sent)
    assert Plan.objects.get(pk=draft.pk).reasons == {}


def test_a_reason_that_cannot_be_kept_comes_back_with_the_words(ruiz, draft):
    rows = ruiz.get(address("ready", draft.pk)).context["reasons"].rows()
    _check, reason, _was, key = rows[0]
    for words, sentence in (("No\x00", "hidden sign"), ("Because.", "in a whole sentence")):
        answer = ruiz.post(address("reason", draft.pk), {key.html_name: key.value(), reason.html_name: words})
        assert (answer.status_code, sentence in answer.text, words in answer.text) == (422, True, True)


# Parts


def test_the_students_words_are_shown_letter_for_letter_and_no_form_reaches_them(ruiz, draft, cast):
    page = ruiz.get(url_of(draft, "voice")).text
    assert "I can draw anything. I dont like to read out loud  when everyone looks." in page
    before = page.count("<textarea")
    assert before == 2, "one for what the team heard, one for why words are missing"


def test_why_the_student_was_not_heard_is_written_down(ruiz, draft):
    sent = {"version": draft.version, "voice_missing_because": "Was ill; we visit on Monday."}
    answer = ruiz.post(address("voice_missing", draft.pk), sent, headers=AUTOSAVE)
    assert answer.json()["version"] == draft.version + 1
    assert Plan.objects.get(pk=draft.pk).voice_missing_because == "Was ill; we visit on Monday."
    assert ruiz.post(address("voice_missing", draft.pk), sent | {"voice_missing_because": "x"}).status_code == 409


def test_a_skill_set_is_added_once_filled_and_taken_out(ruiz, draft):
    for _ in range(2):
        answer = ruiz.post(address("add_level", draft.pk), {"skill_set": "work"})
        assert answer.url == url_of(draft, "level-work")
    level = PresentLevel.objects.get(plan=draft, skill_set="work")
    ruiz.post(url_of(draft, "level-work"), {"version": 1, "strength_text": "Waters plants", "now_text": "Daily"})
    level.refresh_from_db()
    assert (level.strength_text, level.version) == ("Waters plants", 2)
    assert ruiz.post(address("add_level", draft.pk), {"skill_set": "magic"}).status_code == 422
    for _ in range(2):
        assert ruiz.post(address("remove_level", draft.pk, level.pk)).url == url_of(draft, "levels")
    assert not PresentLevel.objects.filter(pk=level.pk).exists()


def test_a_skill_set_with_a_need_is_not_taken_out(ruiz, draft):
    level = draft.presentlevels.get(skill_set="reading")
    answer = ruiz.post(address("remove_level", draft.pk, level.pk), follow=True)
    assert "Remove the need first" in answer.text
    assert PresentLevel.objects.filter(pk=level.pk).exists()


def test_a_strength_is_shown_in_a_skill_set_and_taken_out(cast, ruiz, draft):
    level = draft.presentlevels.get(skill_set="social")
    sent = {"item": str(cast.items["pair"].pk)}
    for _ in range(2):
        ruiz.post(address("strength", draft.pk, level.pk), sent)
    assert LevelStrength.objects.filter(level=level).count() == 1
    for _ in range(2):
        ruiz.post(address("strength", draft.pk, level.pk), sent | {"do": "lift"})
    assert not LevelStrength.objects.filter(level=level).exists()


@pytest.mark.parametrize("item", ["", "x", "12345", "9" * 40])
def test_a_strength_that_is_not_this_students_is_not_found(ruiz, draft, item):
    level = draft.presentlevels.first()
    assert ruiz.post(address("strength", draft.pk, level.pk), {"item": item}).status_code == 404
    assert ruiz.post(address("weave", draft.pk, draft.goals.first().pk), {"item": item}).status_code == 404


def test_a_need_is_added_once_written_and_removed(ruiz, draft):
    level = draft.presentlevels.get(skill_set="social")
    sent = {"once": str(uuid4()), "kind": "functional", "statement": "Ask to join a game"}
    for _ in range(2):
        ruiz.post(address("add_need", draft.pk, level.pk), sent)
    need = Need.objects.get(plan=draft, level=level)
    sent = {"version": 1, "kind": "academic", "statement": "Ask", "measure_text": "2 of 10", "impact": "Recess"}
    assert ruiz.post(address("need", draft.pk, need.pk), sent, headers=AUTOSAVE).json()["version"] == 2
    need.refresh_from_db()
    assert (need.kind, need.statement, need.impact) == ("academic", "Ask", "Recess")
    assert ruiz.post(address("add_need", draft.pk, level.pk), {"once": "x"}).status_code == 422
    for _ in range(2):
        assert ruiz.post(address("remove_need", draft.pk, need.pk)).status_code == 302
    assert not Need.objects.filter(pk=need.pk).exists()


def test_a_special_factor_is_answered_yes_no_or_left_open(ruiz, draft):
    row = SpecialFactor.objects.get(plan=draft, factor="vision")
    url = address("factor", draft.pk, "vision")
    assert ruiz.post(url, {"version": row.version, "answer": "yes", "text": "Braille"}).status_code == 302
    row.refresh_from_db()
    assert (row.answer, row.text) == (True, "Braille")
    ruiz.post(url, {"version": row.version, "text": "Braille"})
    row.refresh_from_db()
    assert row.answer is None
    assert ruiz.post(url, {"version": row.version, "answer": "maybe"}).status_code == 422
    assert ruiz.post(address("factor", draft.pk, "weather"), {}).status_code == 404


def test_a_goal_is_built_woven_drawn_and_removed(cast, ruiz, draft):
    need = draft.needs.order_by("order").first()
    sent = {"once": str(uuid4()), "need": str(need.pk)}
    for _ in range(2):
        answer = ruiz.post(address("add_goal", draft.pk), sent)
    goal = Goal.objects.get(plan=draft, condition="")
    assert answer.url == address("goal", draft.pk, goal.pk)
    for _ in range(2):
        ruiz.post(address("weave", draft.pk, goal.pk), {"item": str(cast.items["sea"].pk), "pattern": "W2"})
    woven = Weave.objects.get(goal=goal)
    step = {"version": 1, "pattern": "W2", "mechanism": "Cares", "step": "Ms. Ruiz picks a sea page each Monday."}
    assert ruiz.post(address("save_weave", draft.pk, goal.pk, woven.pk), step, headers=AUTOSAVE).json()["version"] == 2
    typed = {
        "version": goal.version, "need": str(need.pk), "condition": "With a page about the sea", "behavior": "reads it",
        "criterion": "twice", "baseline": "48", "baseline_on": "2026-11-01", "target": "92", "target_on": "2027-11-01",
    }  # fmt: skip
    shown = ruiz.post(address("preview", draft.pk, goal.pk), typed).text
    assert "With a page about the sea, Maya reads it: from 48 to 92" in shown
    assert "graph-aim" in shown
    assert Goal.objects.get(pk=goal.pk).condition == "", "drawn before saving"
    assert "graph-aim" in ruiz.post(address("goal", draft.pk, goal.pk), typed | {"preview": "yes"}).text
    assert ruiz.post(address("goal", draft.pk, goal.pk), typed).status_code == 302
    goal.refresh_from_db()
    assert (goal.condition, goal.target, goal.mastery_run) == ("With a page about the sea", 92, 2)
    ruiz.post(address("weave", draft.pk, goal.pk), {"item": str(cast.items["sea"].pk), "do": "unweave"})
    assert not Weave.objects.filter(goal=goal).exists()
    for _ in range(2):
        assert ruiz.post(address("remove_goal", draft.pk, goal.pk)).url == url_of(draft, "goals")
    assert not Goal.objects.filter(pk=goal.pk).exists()


def test_one_page_builds_a_goal_for_each_of_two_needs(ruiz, draft):
    before, once = draft.goals.count(), str(uuid4())
    for need in draft.needs.all():
        for _ in range(2):
            ruiz.post(address("add_goal", draft.pk), {"once": once, "need": str(need.pk)})
    assert draft.goals.count() == before + 2


def test_steps_on_the_way_are_added_once_written_and_removed(ruiz, draft):
    goal, other = draft.goals.order_by("order")
    sent = {"once": str(uuid4()), "words": "Reads 60 words", "target_on": "2027-02-01"}
    for _ in range(2):
        ruiz.post(address("add_step", draft.pk, goal.pk), sent)
    step = Objective.objects.get(goal=goal)
    saved = ruiz.post(
        address("step", draft.pk, goal.pk, step.pk), {"version": 1, "words": "Reads 70"}, headers=AUTOSAVE
    )
    assert saved.json()["version"] == 2
    assert ruiz.post(address("step", draft.pk, other.pk, step.pk), {"version": 2, "words": "x"}).status_code == 404
    assert ruiz.post(address("add_step", draft.pk, goal.pk), {"once": str(uuid4()), "words": ""}).status_code == 422
    for _ in range(2):
        ruiz.post(address("remove_step", draft.pk, goal.pk, step.pk))
    assert not Objective.objects.filter(pk=step.pk).exists()


def test_a_service_is_added_once_written_linked_and_removed(ruiz, draft):
    sent = {"once": str(uuid4()), "service_class": "related_service", "service_type": "nursing"}
    for _ in range(2):
        ruiz.post(address("add_service", draft.pk), sent)
    service = Service.objects.get(plan=draft, service_type="nursing")
    assert (service.starts_on, service.ends_on) == (draft.starts_on, draft.ends_on)
    goal = draft.goals.first()
    sent = {
        "version": 1, "service_class": "related_service", "service_type": "nursing", "times": "2", "per": "week",
        "minutes": "15", "with_peers": "on", "goals": [str(goal.pk)], "language": "es",
    }  # fmt: skip
    assert ruiz.post(address("service", draft.pk, service.pk), sent, headers=AUTOSAVE).json()["version"] == 2
    service.refresh_from_db()
    assert (service.times, service.with_peers, service.language) == (2, True, "es")
    assert [link.goal_id for link in service.links.all()] == [goal.pk]
    assert ruiz.post(address("service", draft.pk, service.pk), sent | {"goals": ["1"]}).status_code == 422
    for _ in range(2):
        ruiz.post(address("remove_service", draft.pk, service.pk))
    assert not Service.objects.filter(pk=service.pk).exists()


def test_an_accommodation_is_added_once_written_linked_and_removed(ruiz, draft):
    sent = {"once": str(uuid4()), "kind": "testing", "words": "Extra time"}
    for _ in range(2):
        ruiz.post(address("add_accommodation", draft.pk), sent)
    row = Accommodation.objects.get(plan=draft, words="Extra time")
    need = draft.needs.first()
    sent = {"version": 1, "kind": "testing", "words": "Time and a half", "where": "All tests", "needs": [str(need.pk)]}
    assert ruiz.post(address("accommodation", draft.pk, row.pk), sent, headers=AUTOSAVE).json()["version"] == 2
    assert [link.need_id for link in row.links.all()] == [need.pk]
    for _ in range(2):
        ruiz.post(address("remove_accommodation", draft.pk, row.pk))
    assert not Accommodation.objects.filter(pk=row.pk).exists()


def test_a_reader_of_the_draft_sees_no_way_to_write(cast, client, draft):
    cast.sign_in(client, cast.okafor)
    page = client.get(address("plan", draft.pk))
    assert page.status_code == 200
    assert "Go on writing" not in page.text
    assert client.get(url_of(draft)).status_code == 404
    assert draft.state == PlanState.DRAFT
