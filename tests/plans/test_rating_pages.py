"""The team and the family read the student's answers first; a support does not end without them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from strongsuit.knowledge.terms import AccommodationKind, PlanKind
from strongsuit.plans.actions import Reason, pass_warnings, start_draft
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.findings import findings_of
from strongsuit.plans.models import Accommodation, AdultView, Rating, Trial
from strongsuit.plans.rating_marks import mark_of
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot
from tests.cast import NOW, TODAY, adopt


@pytest.fixture
def support(cast):
    adopt(cast, on=TODAY)
    found = Accommodation.objects.filter(plan=cast.plan).first()
    found.student = cast.maya
    return found


def rated(cast, support, **values):
    four = {"know": 3, "get": 3, "help": 0, "ok": 2} | values
    return Rating.objects.create(
        district=cast.maya.district, student=cast.maya, accommodation=support, words=support.words,
        mark=mark_of(support.words), mode="chosen", by=cast.maya.account, on=TODAY, made_at=NOW, once=uuid4(), **four,
    )  # fmt: skip


def test_the_team_reads_the_answers_and_puts_its_view_beside_them(client, cast, support):
    rated(cast, support)
    page = cast.sign_in(client, cast.okafor)
    where = f"/students/{spell(cast.maya.pk)}/helps/"
    assert b"It is not helping me" in page.get(where).content
    answer = page.post(
        f"{where}{spell(support.pk)}/", {"once": str(uuid4()), "help": "3", "given": "2", "seen": "Daily"}
    )
    assert answer.status_code == 302
    assert b"We see this differently" in page.get(where).content
    assert (AdultView.objects.get().group, AdultView.objects.get().help) == ("school", 3)


def test_the_editor_shows_what_the_student_says_beside_each_support(client, cast, support):
    rated(cast, support, help=2, ok=1, said="kids look at me")
    draft = start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    page = cast.sign_in(client, cast.ruiz).get(f"/plans/{spell(draft.pk)}/edit/accommodations/").content.decode()
    assert "It helps, but I feel singled out" in page and "kids look at me" in page
    assert "Help and comfort together: 50 of 100" in page and "Gets it when needed: 3 of 3" in page


def test_a_student_adds_what_is_not_in_the_list_and_the_team_plans_a_trial(client, cast, support):
    child = cast.sign_in(type(client)(), cast.maya.account)
    assert "/me/voice/?about=works" in child.get("/me/helps/").content.decode()
    assert 'value="works" id="id_topic_5" checked' in child.get("/me/voice/?about=works").content.decode()
    child.post("/me/voice/tell/", {"topic": "works", "words": "i draw while i listen", "once": str(uuid4())})
    said = VoiceItem.objects.get()
    page = cast.sign_in(client, cast.ruiz)
    assert f"?asked={said.pk}#trials" in page.get(f"/students/{spell(cast.maya.pk)}/said/").content.decode()
    where = f"/students/{spell(cast.maya.pk)}/helps/"
    form = page.get(f"{where}?asked={said.pk}").content.decode()
    assert f'name="asked_in" value="{said.pk}"' in form and 'value="i draw while i listen"' in form
    trials = f"/students/{spell(cast.maya.pk)}/trials/"
    trial = {"words": "Draws while listening", "starts_on": str(TODAY), "ends_on": str(TODAY + timedelta(days=15))}
    trial |= {"measure": "Facts told back", "before": "2 of 5", "once": str(uuid4())}
    assert page.post(trials, trial | {"asked_in": said.pk + 1}).status_code == 404
    assert page.post(trials, trial | {"asked_in": said.pk}).status_code == 302
    assert Trial.objects.get().asked_in == said.pk


def test_a_family_gives_its_own_view(client, cast, support):
    page = cast.sign_in(client, cast.rosa)
    where = f"/family/{spell(cast.maya.pk)}/helps/"
    assert page.post(f"{where}{spell(support.pk)}/", {"once": str(uuid4()), "seen": "At home too"}).status_code == 302
    assert AdultView.objects.get().group == "family"
    assert b"At home too" in page.get(where).content


def test_an_empty_view_comes_back_with_words(client, cast, support):
    page = cast.sign_in(client, cast.okafor)
    answer = page.post(f"/students/{spell(cast.maya.pk)}/helps/{spell(support.pk)}/", {"once": str(uuid4())})
    assert answer.status_code == 422
    assert b"Choose an answer, or write what you saw." in answer.content


def test_a_trial_is_started_and_ended_with_what_came_of_it(client, cast, support):
    page = cast.sign_in(client, cast.ruiz)
    where = f"/students/{spell(cast.maya.pk)}/trials/"
    told = {"once": str(uuid4()), "words": "A quiet corner", "measure": "minutes at work", "before": "4 minutes"}
    refused = page.post(where, told | {"starts_on": "2026-11-20", "ends_on": "2026-11-22"})
    assert refused.status_code == 422
    assert b"A trial lasts two to three weeks" in refused.content
    assert b"A quiet corner" in refused.content
    assert page.post(where, told | {"starts_on": "2026-11-20", "ends_on": "2026-12-08"}).status_code == 302
    trial = Trial.objects.get()
    end = {
        "version": trial.version,
        "ended": "keep",
        "after": "11 minutes",
        "student_says": "its ok",
        "why": "Because.",
    }
    assert page.post(f"{where}{spell(trial.pk)}/", end).status_code == 422
    why = "Work time went from 4 to 11 minutes."
    assert page.post(f"{where}{spell(trial.pk)}/", end | {"why": why}).status_code == 302
    assert Trial.objects.get().ended == "keep"


@pytest.fixture
def draft(cast, support):
    found = start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    found.student = cast.maya
    return found


def ended(draft):
    return [each for each in findings_of(plan_facts(draft), today=TODAY) if each.rule == "R-32"]


def test_a_support_that_is_left_out_is_asked_about_until_the_reason_has_numbers(cast, support, draft):
    assert ended(draft) == []
    Accommodation.objects.filter(plan=draft).delete()
    (found,) = ended(draft)
    assert "was not asked" in found.message
    rated(cast, support)
    (found,) = ended(draft)
    assert "was not asked" not in found.message
    with pytest.raises(Cannot):
        pass_warnings(by=cast.ruiz, plan=draft, reasons=[Reason(found, "She reads so well aloud now.")])
    pass_warnings(by=cast.ruiz, plan=draft, reasons=[Reason(found, "She rates its help 0 of 3 and reads 96 words.")])


def test_a_test_that_leans_on_it_is_named(cast, support, draft):
    kept = Accommodation.objects.get(plan=draft)
    Accommodation.objects.filter(pk=kept.pk).update(
        kind=AccommodationKind.TESTING, words=f"{kept.words} on every test", version=kept.version + 1
    )
    (found,) = ended(draft)
    assert "leans on it" in found.message
