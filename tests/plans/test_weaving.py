"""Weaving in the goal builder: what is offered, one press, how well it is woven, and the words around it."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from strongsuit.knowledge.shapes import NotMe, WeaveFacts
from strongsuit.knowledge.terms import Grade, Group, ItemKind, Pattern
from strongsuit.plans import actions_goals
from strongsuit.plans.desk import Desk
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.models import Goal, Weave
from strongsuit.plans.reading import plain_goal
from strongsuit.plans.weaving import judged, offers, pressed, student_frame, with_carried, with_clause
from strongsuit.strengths.facts import statuses_of
from strongsuit.strengths.models import Item
from tests.cast import TODAY
from tests.web.test_reading import words_of


@pytest.fixture
def ruiz(cast, client):
    return cast.sign_in(client, cast.ruiz)


@pytest.fixture
def goal(draft):
    return Goal.objects.filter(plan=draft).order_by("order", "pk").first()


def url(name, *args):
    return reverse(f"plans:{name}", args=args)


def offered(draft, goal, facts=None, **changes):
    facts = facts or plan_facts(draft)
    fact = next(each for each in facts.goals if each.id == str(goal.pk))
    student = draft.student
    return offers(facts, replace(fact, **changes), statuses=statuses_of(student), today=TODAY)


def typed(goal, **changes):
    return {"version": goal.version, "condition": "Given a page", "behavior": "reads it", **changes}


def test_strengths_are_offered_with_ways_from_the_finder_ids_on_file(cast, draft, goal):
    found = {offer.strength.id: offer for offer in offered(draft, goal, weaves=())}
    ear = found[str(cast.items["ear"].pk)]
    assert ear.fits and [way.pattern for way in ear.ways] == [Pattern.W1, Pattern.W3]
    assert ear.ways[0].words == "after listening first"
    assert "Audio" in ear.ways[0].support
    sea = found[str(cast.items["sea"].pk)]
    assert Pattern.W2 in {way.pattern for way in sea.ways}
    assert len(found) <= 5


def test_what_carries_the_goal_already_or_was_refused_is_not_offered(cast, draft, goal):
    facts = plan_facts(draft)
    ear, sea = str(cast.items["ear"].pk), str(cast.items["sea"].pk)
    fact = next(each for each in facts.goals if each.id == str(goal.pk))
    woven = (WeaveFacts(ear, Pattern.W1),)
    ids = {offer.strength.id for offer in offered(draft, goal, weaves=woven, condition="After listening first")}
    assert ear not in ids and sea in ids
    ids = {
        offer.strength.id for offer in offered(draft, goal, weaves=woven, condition="Given a page", behavior="reads")
    }
    assert ear in ids, "a tag alone carries nothing"
    refused = replace(facts, not_me=(NotMe(fact.id, sea, TODAY),))
    assert sea not in {offer.strength.id for offer in offered(draft, goal, refused)}


def test_a_private_strength_is_never_offered(cast, draft, goal):
    Item.objects.filter(pk=cast.items["sea"].pk).update(private=True)
    assert str(cast.items["sea"].pk) not in {offer.strength.id for offer in offered(draft, goal)}


def test_one_press_fills_the_condition_and_saves_nothing_until_the_goal_is_saved(cast, ruiz, draft, goal):
    Weave.objects.filter(goal=goal).delete()
    before = Goal.objects.values().get(pk=goal.pk)
    item = cast.items["ear"].pk
    page = ruiz.post(url("goal", draft.pk, goal.pk), typed(goal, use=f"{item}:W1-listening"))
    assert page.status_code == 200
    assert "After listening first, given a page</textarea>" in page.text
    assert "Nothing is saved until you save the goal" in page.text
    assert "2 of 3" in page.text
    assert Goal.objects.values().get(pk=goal.pk) == before
    assert not Weave.objects.filter(goal=goal).exists()
    carried = re.findall(r'name="carried" value="([^"]+)"', page.text)
    assert carried == [f"{item}:W1"]
    again = ruiz.post(url("goal", draft.pk, goal.pk), typed(goal, use=f"{item}:W1-listening", carried=carried))
    assert re.findall(r'name="carried" value="([^"]+)"', again.text) == carried
    for _time in range(2):
        saved = typed(goal, condition="After listening first, given a page", carried=carried)
        ruiz.post(url("goal", draft.pk, goal.pk), saved)
        goal.refresh_from_db()
    assert goal.condition == "After listening first, given a page"
    assert [(each.item_id, each.pattern) for each in Weave.objects.filter(goal=goal)] == [(item, "W1")]


@pytest.mark.parametrize("value", ["", "1:W1-listening", "x", ":", "{ear}:W99", "{ear}:W4-calculator"])
def test_a_way_that_is_not_offered_changes_nothing(cast, ruiz, draft, goal, value):
    value = value.replace("{ear}", str(cast.items["ear"].pk))
    page = ruiz.post(url("goal", draft.pk, goal.pk), typed(goal, use=value))
    assert page.status_code == 200
    assert "Given a page</textarea>" in page.text
    assert 'name="carried"' not in page.text


def test_a_strength_of_another_student_cannot_be_carried_in(cast, ruiz, draft, goal):
    theirs = Item.objects.exclude(student=cast.maya).first() or Item.objects.create(
        student=cast.leo, district_id=cast.leo.district_id, key="RD2", kind="ability", words="Hears"
    )
    count = Weave.objects.count()
    answer = ruiz.post(url("goal", draft.pk, goal.pk), typed(goal, carried=[f"{theirs.pk}:W1"]))
    assert answer.status_code in (404, 422)
    assert Weave.objects.count() == count
    assert Goal.objects.get(pk=goal.pk).condition == goal.condition, "one transaction: nothing of it is kept"


def test_where_no_strength_is_on_file_the_page_says_how_to_find_one(ruiz, draft, goal):
    Weave.objects.filter(goal__plan=draft).delete()
    Item.objects.filter(student=draft.student).update(retired_on=TODAY)
    page = ruiz.get(url("goal", draft.pk, goal.pk)).text
    assert "No strength on file fits here yet." in page
    assert reverse("strengths:voice", args=[draft.student.pk]) in page
    assert 'name="use"' not in page


def test_the_preview_says_how_well_it_is_woven_and_what_is_next(cast, ruiz, draft, goal):
    Weave.objects.filter(goal=goal).exclude(item=cast.items["ear"]).delete()
    Weave.objects.filter(goal=goal).update(step="")
    address = url("preview", draft.pk, goal.pk)
    shown = {
        condition: words_of(ruiz.post(address, typed(goal, condition=condition, criterion="")).text)
        for condition in ("Given a page", "Because Maya listens well, given a page", "After listening, given a page")
    }
    assert ["0 of 3" in words or "1 of 3" in words for words in shown.values()] == [True, True, False]
    assert "The condition praises the strength" in shown["Because Maya listens well, given a page"]
    assert "2 of 3" in shown["After listening, given a page"]
    prize = words_of(ruiz.post(address, typed(goal, condition="To earn listening time, given a page")).text)
    assert "Here the strength is something to earn." in prize
    assert "given a page, Maya reads it" in shown["After listening, given a page"], "the goal with the strength hidden"


def test_a_strength_in_more_than_three_goals_asks_for_another(cast, draft, goal):
    facts = plan_facts(draft)
    fact = next(each for each in facts.goals if each.id == str(goal.pk))
    ear = WeaveFacts(str(cast.items["ear"].pk), Pattern.W1)
    four = tuple(replace(fact, id=str(number), weaves=(ear,)) for number in range(4))
    assert judged(replace(facts, goals=four), four[0])[0].crowded == 4
    assert judged(replace(facts, goals=four[:3]), four[0])[0].crowded == 0


@pytest.mark.parametrize(
    ("words", "condition", "expected"),
    [
        ("after listening first", "", "After listening first"),
        ("after listening first", "Given a page", "After listening first, given a page"),
        ("after listening first", "On Kahoot, alone", "After listening first, on Kahoot, alone"),
        ("after listening first", "After listening first, given a page", "After listening first, given a page"),
    ],
)
def test_a_clause_comes_first_and_only_once(words, condition, expected):
    assert with_clause(words, condition) == expected


def test_what_was_pressed_counts_in_the_preview(cast, draft, goal):
    fact = next(each for each in plan_facts(draft).goals if each.id == str(goal.pk))
    held = len(fact.weaves)
    assert len(with_carried(fact, {cast.items["sea"].pk: Pattern.W2}).weaves) == held + 1
    assert len(with_carried(fact, {int(fact.weaves[0].strength_id): Pattern.W2}).weaves) == held
    assert pressed([], "x") is None


@pytest.mark.parametrize(
    ("kind", "words", "opening"),
    [
        (ItemKind.ABILITY, "Retells a story", "I am good at retelling a story."),
        (ItemKind.INTEREST, "Likes trains", "I like trains."),
        (ItemKind.PREFERENCE, "Works best with one partner", "What works for me: with one partner."),
    ],
)
def test_the_student_can_begin_to_say_the_goal(draft, goal, kind, words, opening):
    facts = plan_facts(draft)
    fact = next(each for each in facts.goals if each.id == str(goal.pk))
    fact = replace(fact, behavior="reads a page aloud", baseline=Decimal(48), target=None)
    strength = replace(facts.strengths[0], kind=kind, words=words, seen_by=(Group.STUDENT,))
    young = replace(facts, student=replace(facts.student, grade=Grade.G1))
    frame = student_frame(young, fact, strength)
    assert frame.words == f"{opening} I will use it to read a page aloud. I am at 48 now."
    assert frame.level.target == "early"


def test_families_read_the_goal_in_short_sentences_with_the_same_numbers(draft, goal):
    fact = next(each for each in plan_facts(draft).goals if each.id == str(goal.pk))
    said = plain_goal(fact, "Maya")
    assert said[0].startswith(fact.condition[:5]) and f"Maya {fact.behavior.rstrip('.')}" in said[0]
    assert any(f"Now: {fact.baseline.normalize():f}" in words for words in said)
    assert any(f": {fact.target.normalize():f} " in words for words in said)
    assert plain_goal(replace(fact, behavior="", baseline=None, target=None, criterion=""), "Maya") == ()


def test_the_page_of_open_points_says_how_easy_the_plain_version_reads(ruiz, draft):
    page = words_of(ruiz.get(url("ready", draft.pk)).text)
    assert re.search(r"(Reads at about grade \d+|[Ee]asy to read|[Hh]ard to read); the goal is", page)


def test_no_persons_own_words_are_judged(draft):
    desk = Desk(draft, TODAY)
    own = [said.words for said in desk.facts.words]
    assert own and not any(words in desk.for_family for words in own)


def test_the_action_weaves_what_was_pressed_with_the_goal(cast, draft, goal):
    Weave.objects.filter(goal=goal).delete()
    goal.plan = draft
    values = {"condition": "After listening first"}
    woven = {cast.items["ear"].pk: Pattern.W1}
    actions_goals.save_goal(by=cast.ruiz, goal=goal, version=goal.version, values=values, woven=woven)
    assert Weave.objects.get(goal=goal).pattern == Pattern.W1
