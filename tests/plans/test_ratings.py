"""What an accommodation means is the student's own word: kept for good, stopped and resumed, never anybody else's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from strongsuit.audit.models import Entry
from strongsuit.knowledge.ratings import Asked, Meaning
from strongsuit.knowledge.reading_level import target_of_grade
from strongsuit.knowledge.supports import plainly
from strongsuit.plans import rating_actions as actions
from strongsuit.plans import rating_queries as queries
from strongsuit.plans.models import Accommodation, AdultView, Rating, RatingBegun, Trial
from strongsuit.plans.rating_marks import mark_of
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import TODAY, adopt


@pytest.fixture
def support(cast):
    adopt(cast, on=TODAY)
    found = Accommodation.objects.filter(plan=cast.plan).order_by("order").first()
    found.student = cast.maya
    return found


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def give(client, support, *steps):
    for asked, step in zip(Asked, steps, strict=False):
        answer = client.post(f"/me/helps/{spell(support.pk)}/", {"asked": asked, "step": str(step)})
        assert answer.status_code == 302, asked
    return client


def finish(client, support, **values):
    return client.post(f"/me/helps/{spell(support.pk)}/finish/", {"once": str(uuid4()), "said": ""} | values)


def test_a_student_answers_four_pictures_and_reads_what_happens(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 3, 1, 2)
    assert finish(client, support, said="it beeps an evrybody looks").status_code == 302
    made = Rating.objects.get()
    assert (made.know, made.get, made.help, made.ok, made.said) == (3, 3, 1, 2, "it beeps an evrybody looks")
    assert not RatingBegun.objects.exists()
    page = client.get(f"/me/helps/{spell(support.pk)}/done/").content.decode()
    assert "It is not helping me" in page
    assert "Your team talks about it with you" in page
    assert Entry.objects.filter(target="plans.Rating", target_id=made.pk).exclude(fingerprint="").count() == 1


def test_it_is_resumed_at_the_next_question_on_any_device(as_, cast, support):
    give(as_(cast.maya.account), support, 3, 2)
    page = cast.sign_in(type(as_(cast.maya.account))(), cast.maya.account).get(f"/me/helps/{spell(support.pk)}/")
    assert b'name="asked" value="help"' in page.content


def test_every_screen_names_the_support(as_, cast, support):
    client = as_(cast.maya.account)
    called = plainly(support.words, target_of_grade(cast.maya.grade))
    for asked in Asked:
        assert called in client.get(f"/me/helps/{spell(support.pk)}/").content.decode(), asked
        client.post(f"/me/helps/{spell(support.pk)}/", {"asked": asked, "step": "3"})
    assert called in client.get(f"/me/helps/{spell(support.pk)}/").content.decode()


def test_back_takes_one_answer_away(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 2)
    client.post(f"/me/helps/{spell(support.pk)}/back/", {"given": "2"})
    client.post(f"/me/helps/{spell(support.pk)}/back/", {"given": "2"})
    assert RatingBegun.objects.get().get is None
    assert b'name="asked" value="get"' in client.get(f"/me/helps/{spell(support.pk)}/").content


def test_who_does_not_know_it_is_asked_nothing_more(as_, cast, support):
    client = give(as_(cast.maya.account), support, 0)
    assert finish(client, support).status_code == 302
    assert [each.outcome.meaning for each in queries.mine(cast.maya, TODAY)] == [Meaning.UNKNOWN]


def test_the_same_form_twice_is_one_rating(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 3, 3, 3)
    once = str(uuid4())
    for _time in range(2):
        finish(client, support, once=once)
    assert Rating.objects.count() == 1


def test_a_rating_is_not_finished_while_a_question_is_open(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 3)
    assert finish(client, support).status_code == 422
    assert not Rating.objects.exists()


@pytest.mark.parametrize("step", ["4", "-1", "", "yes", "٣", "33"])
def test_an_answer_that_is_none_is_refused_with_words(as_, cast, support, step):
    answer = as_(cast.maya.account).post(f"/me/helps/{spell(support.pk)}/", {"asked": "know", "step": step})
    assert answer.status_code == 422
    assert b"Choose one of the four pictures, or skip." in answer.content
    assert not RatingBegun.objects.exists()


def test_help_needs_to_be_told(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 3, 3, 3)
    answer = finish(client, support, helped_by="Mr. Okafor", said="my words")
    assert answer.status_code == 422
    assert b"my words" in answer.content
    assert not Rating.objects.exists()


def test_nobody_answers_for_the_student(cast, support):
    for person in (cast.ruiz, cast.okafor, cast.rosa):
        with pytest.raises(NotYours):
            actions.answer_question(by=person, accommodation=support, asked=Asked.KNOW, value=3)


def test_the_tables_keep_a_rating_as_it_is(as_, cast, support):
    finish(give(as_(cast.maya.account), support, 3, 3, 1, 0), support)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.update(help=3)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.create(
            district=cast.maya.district, student=cast.maya, accommodation=support, words="x", mark="x", know=4,
            mode="chosen", by=cast.maya.account, on=TODAY, made_at=timezone.now(), once=uuid4(),
        )  # fmt: skip


def test_answers_go_on_with_the_same_words_in_the_next_plan(as_, cast, support):
    finish(give(as_(cast.maya.account), support, 3, 3, 2, 2), support)
    copy = Accommodation(student=cast.maya, words=f" {support.words.upper()}. ")
    assert mark_of(copy.words) == mark_of(support.words)
    assert queries.rated_of([copy], cast.maya)[0].rating == Rating.objects.get()


def test_two_steps_apart_stand_side_by_side(as_, cast, support):
    finish(give(as_(cast.maya.account), support, 3, 3, 0, 3), support)
    actions.tell_adult_view(by=cast.ruiz, accommodation=support, once=uuid4(), help=3, given=2)
    rated = next(each for each in queries.mine(cast.maya, TODAY) if each.rating)
    assert [view.by_name for view in rated.apart] == [cast.ruiz.name]
    assert rated.index == 50


def test_an_empty_view_is_refused(cast, support):
    with pytest.raises(Cannot):
        actions.tell_adult_view(by=cast.ruiz, accommodation=support, once=uuid4(), help=None, given=None)
    assert not AdultView.objects.exists()


@pytest.mark.parametrize(("days", "fits"), [(13, False), (14, True), (21, True), (22, False)])
def test_a_trial_lasts_two_to_three_weeks(cast, days, fits):
    values = {"words": "A quiet corner", "starts_on": TODAY, "ends_on": TODAY + timedelta(days=days)}
    values |= {"measure": "minutes at work", "before": "4 minutes"}
    once = uuid4()
    if not fits:
        with pytest.raises(Cannot):
            actions.start_trial(by=cast.ruiz, student=cast.maya, once=once, **values)
        return
    for _time in range(2):
        actions.start_trial(by=cast.ruiz, student=cast.maya, once=once, **values)
    assert Trial.objects.count() == 1


def test_what_does_not_work_is_heard_at_once_and_what_works_is_not(as_, cast, support):
    client = give(as_(cast.maya.account), support, 3, 3, 3, 3)
    finish(client, support)
    assert not VoiceItem.objects.exists()
    once = str(uuid4())
    give(client, support, 3, 3, 3, 0)
    for _time in range(2):
        finish(client, support, once=once, said="evrybody looks")
    item = VoiceItem.objects.get()
    assert item.words.splitlines() == [Meaning.SINGLED_OUT.label, "evrybody looks"]
    assert (item.source, item.topic) == ("rating", support.words)
