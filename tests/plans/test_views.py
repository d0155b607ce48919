"""Pages of plans: what each person finds there, and that a stranger finds nothing."""

from uuid import uuid4

import pytest
from django import forms as django_forms
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from strongsuit.knowledge.terms import PlanKind, PlanState, Section
from strongsuit.people.steps import PROVED
from strongsuit.plans import actions, actions_beside, actions_parts, forms
from strongsuit.plans.models import Plan, PlanSection, Question, SummaryReading
from strongsuit.web import clock
from tests.amounts import times
from tests.cast import NOW, TODAY
from tests.plans.conftest import give_reasons
from tests.plans.test_facts import fill

NOBODY = ["stranger", "outsider", "maya_account"]


def address(name, *args):
    return reverse(f"plans:{name}", args=args)


def addresses(cast, plan, in_effect):
    """Every address of this folder, with real numbers in it."""
    level, need, goal = plan.presentlevels.first(), plan.needs.first(), plan.goals.first()
    extra = {
        "place": ["effect"], "compare": [in_effect.pk], "move": ["share"], "factor": ["vision"],
        "remove_level": [level.pk], "strength": [level.pk], "add_need": [level.pk],
        "need": [need.pk], "remove_need": [need.pk],
        "service": [plan.services.first().pk], "remove_service": [plan.services.first().pk],
        "accommodation": [plan.accommodations.first().pk], "remove_accommodation": [plan.accommodations.first().pk],
        "goal": [goal.pk], "preview": [goal.pk], "remove_goal": [goal.pk], "weave": [goal.pk], "add_step": [goal.pk],
        "save_weave": [goal.pk, goal.weaves.first().pk], "step": [goal.pk, 5], "remove_step": [goal.pk, 5],
    }  # fmt: skip
    beside = {"plans", "start", "summary", "family", "ask", "question"}
    known = get_resolver().namespace_dict["plans"][1].reverse_dict
    # What accommodations mean has doors of its own, and tests/house tries them.
    beside |= {"helps", "rate", "rating_back", "rating_finish", "rating_done", "team_helps", "team_view", "start_trial"}
    beside |= {"end_trial", "family_helps", "family_view"}
    names = {name for name in known if isinstance(name, str)} - beside
    found = [address(name, plan.pk, *extra.get(name, [])) for name in sorted(names)]
    assert len(found) > 35
    about = [address(name, cast.maya.pk) for name in ("plans", "start", "summary", "family", "ask")]
    question = actions_beside.ask_question(by=cast.rosa, plan=in_effect, words="?", at=NOW, once=uuid4())
    return [*found, *about, address("question", question.pk)]


@pytest.mark.parametrize("name", NOBODY)
def test_a_stranger_finds_nothing_at_any_address(cast, client, draft, in_effect, name):
    cast.sign_in(client, getattr(cast, name))
    for url in addresses(cast, draft, in_effect):
        for method in (client.get, client.post):
            assert method(url).status_code in (404, 405), url
    assert Plan.objects.get(pk=draft.pk).state == PlanState.DRAFT


def test_without_a_sign_in_every_address_leads_to_it(cast, client, draft, in_effect):
    for url in addresses(cast, draft, in_effect):
        assert client.get(url).status_code == 302
        assert client.get(url).url.startswith("/sign-in/")


def test_a_family_finds_no_editor(cast, client, draft, in_effect):
    cast.sign_in(client, cast.rosa)
    open_to_her = {address("family", cast.maya.pk), address("ask", cast.maya.pk), address("plans", cast.maya.pk)}
    for url in addresses(cast, draft, in_effect):
        if url not in open_to_her:
            assert client.get(url).status_code in (404, 405), url


def test_parts_of_another_plan_are_not_found_under_this_one(cast, client, draft, in_effect):
    cast.sign_in(client, cast.ruiz)
    goal, need = in_effect.goals.first(), in_effect.needs.first()
    for url in (
        address("goal", draft.pk, goal.pk),
        address("need", draft.pk, need.pk),
        address("service", draft.pk, in_effect.services.first().pk),
        address("add_need", draft.pk, in_effect.presentlevels.first().pk),
    ):
        assert client.post(url, {"version": 1}).status_code == 404, url


def test_changes_are_posts(cast, client, draft):
    cast.sign_in(client, cast.chen)
    for name in ("start",):
        assert client.get(address(name, cast.maya.pk)).status_code == 405
    for deed in ("share", "take-back", "withdraw"):
        assert client.get(address("move", draft.pk, deed)).status_code == 405
    assert Plan.objects.get(pk=draft.pk).state == PlanState.DRAFT


# The list


def test_the_list_shows_what_holds_what_is_in_work_and_what_was(cast, client, draft, in_effect):
    cast.sign_in(client, cast.ruiz)
    page = client.get(address("plans", cast.maya.pk))
    assert page.context["current_plan"] == in_effect
    assert page.context["waiting"] == [draft]
    assert page.context["kinds"] == [], "one draft at a time"


def test_a_student_without_a_plan_is_offered_a_first_one(cast, client):
    cast.sign_in(client, cast.stranger)
    page = client.get(address("plans", cast.leo.pk))
    assert page.context["kinds"] == [PlanKind.INITIAL]
    answer = client.post(address("start", cast.leo.pk), {"kind": "initial"})
    plan = Plan.objects.get(student=cast.leo)
    assert answer.url == address("edit", plan.pk)
    client.post(address("start", cast.leo.pk), {"kind": "initial"})
    assert Plan.objects.filter(student=cast.leo).count() == 1


def test_a_kind_of_plan_that_does_not_exist_is_not_found(cast, client, in_effect):
    cast.sign_in(client, cast.ruiz)
    assert client.post(address("start", cast.maya.pk), {"kind": "secret"}).status_code == 404
    answer = client.post(address("start", cast.maya.pk), {"kind": "initial"}, follow=True)
    assert "has a plan already" in answer.text


# Reading


def queries_of(client, url):
    with CaptureQueriesContext(connection) as counted:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(counted)


def test_the_plan_in_effect_is_read_in_few_queries(cast, client, in_effect):
    cast.sign_in(client, cast.okafor)
    client.get(address("plan", in_effect.pk))
    # Session and person, plan, its student and relations, what was frozen, and the line in the trail.
    assert queries_of(client, address("plan", in_effect.pk)) <= 8


def test_no_page_asks_more_for_a_longer_plan(cast, client, draft, in_effect):
    cast.sign_in(client, cast.chen)
    goal = draft.goals.first()
    urls = [
        address("place", draft.pk, key) for key in ("goals", "services", "accommodations", "level-reading", "effect")
    ]
    urls += [address(name, draft.pk) for name in ("plan", "ready", "adopt")]
    urls += [
        address("goal", draft.pk, goal.pk),
        address("compare", draft.pk, in_effect.pk),
        address("plans", cast.maya.pk),
    ]
    for url in urls:
        client.get(url)
    before = {url: queries_of(client, url) for url in urls}
    fill(draft, cast.ruiz, 25)
    assert {url: queries_of(client, url) for url in urls} == before


def test_the_whole_plan_is_on_the_page_with_the_thread_under_each_goal(cast, client, in_effect):
    cast.sign_in(client, cast.okafor)
    page = client.get(address("plan", in_effect.pk)).text
    assert "Built on: Understands a lot when listening to a book (seen by: student, family, Elena Ruiz)" in page
    assert "I dont like to read out loud  when everyone looks." in page
    assert "Learning disability" not in page, "the classification is not a teacher's to read"
    cast.sign_in(client, cast.ruiz)
    assert "Learning disability" in client.get(address("plan", in_effect.pk)).text


def test_the_page_shows_what_was_frozen_whatever_is_known_since(cast, client, in_effect):
    cast.sign_in(client, cast.ruiz)
    cast.items["ear"].__class__.objects.filter(pk=cast.items["ear"].pk).update(words="CHANGED")
    assert "CHANGED" not in client.get(address("plan", in_effect.pk)).text


# Comparing


def test_two_versions_are_compared_word_by_word(cast, client, draft, in_effect):
    row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    actions_parts.save_section(
        by=cast.ruiz,
        plan=draft,
        section=Section.EFFECT,
        version=row.version,
        text=row.text.replace("slowly", "quickly"),
    )
    cast.sign_in(client, cast.chen)
    page = client.get(address("compare", draft.pk, in_effect.pk))
    effect = next(c for group in page.context["groups"] for c in group.changes if c.label.startswith("Effect"))
    assert [piece for piece in effect.pieces if piece[0] != "equal"] == [("removed", "slowly"), ("added", "quickly")]
    assert all(str(group.title) != "Goals" for group in page.context["groups"]), "a copied goal is the same goal"


def test_plans_of_two_students_or_one_plan_with_itself_are_not_compared(cast, client, draft, in_effect, first):
    cast.sign_in(client, cast.chen)
    assert client.get(address("compare", draft.pk, first.pk)).status_code == 404
    assert client.get(address("compare", draft.pk, draft.pk)).status_code == 404


# Sharing, adopting


def test_sharing_shows_the_family_a_draft_that_says_it_is_one(cast, client, draft):
    cast.sign_in(client, cast.ruiz)
    client.post(address("move", draft.pk, "share"))
    cast.sign_in(client, cast.rosa)
    page = client.get(address("family", cast.maya.pk) + "?plan=draft").text
    assert "DRAFT. This is not the plan yet." in page
    assert "Nothing is agreed yet." in page and "you agreed for this year" not in page
    assert "you agreed for this year" in client.get(address("family", cast.maya.pk)).text, "the plan in effect"
    assert address("compare", draft.pk, draft.amends_id) in page
    assert client.get(address("compare", draft.pk, draft.amends_id)).status_code == 200


@pytest.fixture
def agreed(cast, draft):
    actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    plan = Plan.objects.get(pk=draft.pk)
    plan.student = cast.maya
    give_reasons(plan, cast.ruiz)
    return Plan.objects.get(pk=draft.pk)


def proved(client):
    session = client.session
    session[PROVED] = clock.now().timestamp()
    session.save()


def unproved(client):
    session = client.session
    session.pop(PROVED, None)
    session.save()


def test_a_chair_adopts_with_a_proof_of_who_she_is(cast, client, agreed):
    cast.sign_in(client, cast.chen)
    page = client.get(address("adopt", agreed.pk))
    sent = {"expected": page.context["sha256"], "understood": "on"}
    unproved(client)
    asked = client.post(address("adopt", agreed.pk), sent)
    assert "/again/" in asked.url, "first the proof"
    assert Plan.objects.get(pk=agreed.pk).state == PlanState.DRAFT
    proved(client)
    answer = client.post(address("adopt", agreed.pk), sent)
    assert answer.url == address("adopted", agreed.pk)
    assert page.context["sha256"] in client.get(answer.url).text
    assert client.post(address("adopt", agreed.pk), sent).url == address("adopted", agreed.pk), "twice is once"


def test_a_plan_changed_since_the_page_was_drawn_is_shown_anew(cast, client, agreed):
    cast.sign_in(client, cast.chen)
    proved(client)
    answer = client.post(address("adopt", agreed.pk), {"expected": "0" * 64, "understood": "on"})
    assert answer.status_code == 422
    assert "has changed since you read it" in answer.text
    assert "understood" in answer.context["form"].fields
    assert not answer.context["form"].is_bound


def test_the_box_has_to_be_ticked(cast, client, agreed):
    cast.sign_in(client, cast.chen)
    proved(client)
    sha256 = client.get(address("adopt", agreed.pk)).context["sha256"]
    answer = client.post(address("adopt", agreed.pk), {"expected": sha256})
    assert (answer.status_code, "Tick the box" in answer.text) == (422, True)


def test_an_open_point_is_listed_with_the_place_where_it_is_settled(cast, client, draft):
    cast.sign_in(client, cast.chen)
    page = client.get(address("adopt", draft.pk))
    assert [check.rule for check in page.context["blocks"]] == ["V22"]
    assert address("place", draft.pk, "dates") in page.text
    proved(client)
    sent = {"expected": page.context["sha256"], "understood": "on"}
    answer = client.post(address("adopt", draft.pk), sent)
    assert (answer.status_code, "law asks for" in answer.text) == (422, True)


# At a glance


def test_a_teacher_says_once_that_she_has_read_it(cast, client, in_effect):
    cast.sign_in(client, cast.okafor)
    page = client.get(address("summary", cast.maya.pk))
    assert "Audio of grade-level texts" in page.text
    for _ in range(2):
        client.post(address("summary", cast.maya.pk))
    assert SummaryReading.objects.filter(plan=in_effect, account=cast.okafor).count() == 1
    assert "You read it on" in client.get(address("summary", cast.maya.pk)).text


def test_without_a_plan_the_summary_says_so(cast, client):
    cast.sign_in(client, cast.stranger)
    assert "No plan is in effect today" in client.get(address("summary", cast.leo.pk)).text
    assert client.post(address("summary", cast.leo.pk)).status_code == 404


# The family's page


@pytest.mark.parametrize("name", ["rosa", "paul"])
def test_both_parents_read_the_plan_in_plain_words_and_whole(cast, client, in_effect, name):
    cast.sign_in(client, getattr(cast, name))
    plain = client.get(address("family", cast.maya.pk)).text
    whole = client.get(address("family", cast.maya.pk) + "?view=legal").text
    assert "Built on: Understands a lot when listening to a book" in plain
    assert "Effect of the disability" not in plain
    assert "Effect of the disability" in whole


def test_a_draft_that_is_not_shared_leaves_no_trace_on_the_familys_page(cast, client, draft):
    row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
    actions_parts.save_section(by=cast.ruiz, plan=draft, section=Section.EFFECT, version=row.version, text="CANARY")
    cast.sign_in(client, cast.rosa)
    for query in ("", "?plan=draft", "?plan=draft&view=legal", "?view=legal"):
        page = client.get(address("family", cast.maya.pk) + query).text
        assert "CANARY" not in page
        assert "DRAFT" not in page


def test_a_family_asks_and_is_answered_once(cast, client, in_effect):
    cast.sign_in(client, cast.rosa)
    sent = {"once": str(uuid4()), "words": "¿Quién lee con Maya?", "about": str(in_effect.pk)}
    for _ in range(2):
        assert client.post(address("ask", cast.maya.pk), sent).status_code == 302
    question = Question.objects.get()
    assert question.words == "¿Quién lee con Maya?"
    cast.sign_in(client, cast.ruiz)
    for _ in range(2):
        client.post(address("question", question.pk), {"words": "Ms. Silva, every Tuesday."})
    answer = client.post(address("question", question.pk), {"words": "Somebody else."})
    assert (answer.status_code, "answered already" in answer.text) == (422, True)
    cast.sign_in(client, cast.rosa)
    assert "Ms. Silva, every Tuesday." in client.get(address("family", cast.maya.pk)).text


def test_an_empty_question_comes_back(cast, client, in_effect):
    cast.sign_in(client, cast.rosa)
    sent = {"once": str(uuid4()), "words": " ", "about": str(in_effect.pk)}
    answer = client.post(address("ask", cast.maya.pk), sent)
    assert (answer.status_code, "Write your question first." in answer.text) == (422, True)


def test_a_question_about_a_plan_the_family_may_not_see_is_not_found(cast, client, draft):
    cast.sign_in(client, cast.rosa)
    for about in (draft.pk, "x", "9" * 40, ""):
        sent = {"once": str(uuid4()), "words": "?", "about": str(about)}
        assert client.post(address("ask", cast.maya.pk), sent).status_code == 404


def test_the_team_finds_what_the_family_asked(cast, client, in_effect):
    asked = actions_beside.ask_question(by=cast.rosa, plan=in_effect, words="Who reads with her?", at=NOW, once=uuid4())
    cast.sign_in(client, cast.ruiz)
    assert client.get(address("plans", cast.maya.pk)).context["questions"] == [asked]
    cast.sign_in(client, cast.okafor)
    assert client.get(address("plans", cast.maya.pk)).context["questions"] == []


def test_a_family_reads_in_the_family_space(cast, client, in_effect):
    cast.sign_in(client, cast.rosa)
    for url in (address("plan", in_effect.pk), address("plans", cast.maya.pk), address("family", cast.maya.pk)):
        assert 'data-space="family"' in client.get(url).text
    cast.sign_in(client, cast.ruiz)
    assert 'data-space="educator"' in client.get(address("plan", in_effect.pk)).text


NASTY = [
    "",
    "\x00",
    "9" * 40,
    "-1",
    "٣",
    "\u202e",
    "x" * 30_000,
    "<b>&amp;{{ x }}%s",
    "0" * 13,
    "NaN",
    "2026-02-30",
    "both",
]
FORMS = [shape for shape in vars(forms).values() if isinstance(shape, type) and issubclass(shape, django_forms.Form)]
NAMES = sorted({name for shape in FORMS for name in shape.base_fields})
NAMES += [
    "item",
    "do",
    "resolve",
    "their_version",
    "place",
    "back",
    "about",
    "plan",
    "preview",
    "key-0",
    "reason-0",
    "was-0",
]


@pytest.mark.parametrize("turn", [0, 5, 9][: times(1)])
def test_no_input_gives_a_server_error(cast, client, draft, in_effect, turn):
    """Every address gets every field, each filled with something nasty, while it may be written and after."""
    cast.sign_in(client, cast.chen)
    sent = {name: NASTY[(place + turn) % len(NASTY)] for place, name in enumerate(NAMES)}
    urls = [url for url in addresses(cast, draft, in_effect) if not url.endswith(("/withdraw/", "/share/", "/start/"))]
    for headers in ({}, {"X-Autosave": "1"}):
        for url in urls:
            answer = client.post(url, sent, headers=headers)
            assert answer.status_code in (200, 302, 404, 405, 409, 422), url
            # The second round finds the draft shared: nothing in it may be changed now.
            assert headers or client.get(url, {name: value[:99] for name, value in sent.items()}).status_code < 500
        client.post(address("move", draft.pk, "share"))
