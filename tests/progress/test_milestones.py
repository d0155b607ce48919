"""Good moments: the student first, then home; a no stands, what is at home stays; supports are tapped and counted."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from strongsuit.duties.queries import Kind, duties_for
from strongsuit.knowledge.growth.words import Flag
from strongsuit.knowledge.milestones import Joy, Moment
from strongsuit.knowledge.voice import Source
from strongsuit.people.facts import calendar_of
from strongsuit.plans.facts import numbers_of
from strongsuit.progress import milestone_actions as actions
from strongsuit.progress import milestone_queries as queries
from strongsuit.progress.facts import delivered, growths, lines_of
from strongsuit.progress.models import Milestone, MilestoneJoy, Report, SupportGiven
from strongsuit.students import access
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import TODAY
from tests.progress.conftest import at, measured


def told(cast, goal, **values):
    found = {"moment": Moment.FIRST, "what": "He read a page alone.", "celebrate": "", "once": uuid4()} | values
    return opened(actions.write_note(by=cast.ruiz, goal=goal, **found), cast)


def opened(note, cast):
    note.refresh_from_db()
    note.student = cast.maya
    return note


def test_the_student_sees_it_first_and_then_it_goes_home(as_, cast, reading):
    sent = {
        "goal": spell(reading.pk), "moment": "half", "what": "She read a whole page.", "celebrate": "Ask for the page.",
        "item": spell(cast.items["ear"].pk), "once": str(uuid4()),
    }  # fmt: skip
    for _time in range(2):
        answer = as_(cast.okafor).post(at("/students/{}/moments/", cast.maya), sent)
        assert answer.status_code == 302
    note = Milestone.objects.get()
    home = at("/family/{}/moments/", cast.maya)
    assert "whole page" not in as_(cast.rosa).get(home).content.decode()
    assert "whole page" in as_(cast.maya_account).get("/me/moments/").content.decode()
    said = {"version": 1, "yes": "yes", "words": "i did it  alone!"}
    assert as_(cast.maya_account).post(at("/me/moments/{}/", note), said).status_code == 302
    page = as_(cast.rosa).get(home).content.decode()
    assert "whole page" in page and "i did it  alone!" in page and cast.items["ear"].words in page
    for joy in ("heart", "star", "star"):
        as_(cast.rosa).post(f"{home}{spell(note.pk)}/", {"joy": joy})
    assert [each.joy for each in MilestoneJoy.objects.all()] == ["star"]
    assert "Well done" in as_(cast.maya_account).get("/me/moments/").content.decode()


def test_a_no_of_the_student_stands(as_, cast, reading):
    note = told(cast, reading)
    as_(cast.maya_account).post(at("/me/moments/{}/", note), {"version": 1, "yes": "no"})
    note = opened(note, cast)
    assert note.state == Milestone.State.KEPT
    with pytest.raises(Cannot, match="keeps this one"):
        actions.send_note(by=cast.ruiz, note=note, version=note.version, how="We asked again and she laughed.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Milestone.objects.filter(pk=note.pk).update(state="sent", sent_at=clock.now())


def test_what_is_at_home_stays_as_it_was_sent(cast, reading):
    note = told(cast, reading)
    actions.answer_note(by=cast.maya_account, note=note, version=1, yes=True)
    note = opened(note, cast)
    with pytest.raises(Cannot, match="at home already"):
        actions.answer_note(by=cast.maya_account, note=note, version=2, yes=False)
    for values in ({"what": "other"}, {"student_words": "other"}, {"state": "kept"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Milestone.objects.filter(pk=note.pk).update(**values)


def test_the_case_manager_tells_how_the_student_was_asked(as_, cast, reading):
    note = told(cast, reading)
    address = at("/students/{}/moments/", cast.maya) + f"{spell(note.pk)}/"
    assert as_(cast.ruiz).post(address, {"version": 1, "how": "ok"}).status_code == 422
    assert as_(cast.ruiz).post(address, {"version": 0, "how": "We looked at it and she nodded."}).status_code == 422
    assert as_(cast.okafor).post(address, {"version": 1, "how": "We looked at it."}).status_code == 404
    assert as_(cast.ruiz).post(address, {"version": 1, "how": "We looked at it and she nodded."}).status_code == 302
    assert opened(note, cast).state == Milestone.State.SENT


def test_two_answers_at_once_are_one(cast, reading):
    note = told(cast, reading)
    actions.answer_note(by=cast.maya_account, note=note, version=1, yes=True)
    with pytest.raises((Cannot, Stale)):
        actions.send_note(by=cast.ruiz, note=note, version=1, how="We looked at it and she nodded.")


@pytest.mark.parametrize("what", ["She got a B on the test", "80% right", ""])
def test_a_note_with_a_grade_comes_back(as_, cast, reading, what):
    sent = {"goal": spell(reading.pk), "moment": "other", "what": what, "celebrate": "", "once": str(uuid4())}
    answer = as_(cast.ruiz).post(at("/students/{}/moments/", cast.maya), sent)
    assert answer.status_code == 422 and Milestone.objects.count() == 0


def test_a_note_names_no_goal_and_no_strength_of_anybody_else(as_, cast, reading):
    sent = {"moment": "other", "what": "A good day at last.", "celebrate": "", "once": str(uuid4())}
    address = at("/students/{}/moments/", cast.maya)
    assert as_(cast.ruiz).post(address, sent | {"goal": spell(7)}).status_code == 422
    assert as_(cast.ruiz).post(address, sent | {"goal": spell(reading.pk), "item": spell(7)}).status_code == 422


def test_measurements_ask_for_the_newest_moment(cast, reading):
    for number, value in enumerate((50, 60, 72)):
        measured(reading, date(2026, 10, 5) + timedelta(days=number), value, by=cast.ruiz)
    found = queries.moments_for(cast.maya, [reading], today=TODAY)
    assert [each.reached.moment for each in found] == [Moment.HALF]
    told(cast, reading, moment=Moment.HALF)
    assert queries.moments_for(cast.maya, [reading], today=TODAY) == []
    measured(reading, date(2026, 11, 9), 85, by=cast.ruiz)
    found = queries.moments_for(cast.maya, [reading], today=TODAY)
    assert [each.reached.moment for each in found] == [Moment.MOST]


def test_the_first_ask_of_a_student_is_worth_telling(cast, reading):
    hear(by=cast.maya_account, student=cast.maya, words="A secret", source=Source.BUTTON, once=uuid4(), shared=False)
    assert queries.moments_for(cast.maya, [reading], today=TODAY) == []
    hear(by=cast.maya_account, student=cast.maya, words="Audio please", source=Source.BUTTON, once=uuid4())
    assert [each.reached.moment for each in queries.moments_for(cast.maya, [reading], today=TODAY)] == [Moment.ASKED]


def asked(person, today):
    return {duty.kind for duty in duties_for(person, held=access.posts(person), today=today)}


def test_a_goal_of_which_nobody_told_is_asked_for_from_the_middle_of_a_period(cast, reading, writing):
    own = {"district_id": cast.maya.district_id, "student": cast.maya, "plan": cast.plan}
    Report.objects.create(**own, period="Quarter 1", due_on=date(2026, 11, 13))
    Report.objects.create(**own, period="Quarter 2", due_on=date(2027, 1, 29))
    assert Kind.MOMENT not in asked(cast.ruiz, date(2026, 12, 20))
    late = date(2026, 12, 23)
    assert Kind.MOMENT in asked(cast.ruiz, late)
    assert Kind.MOMENT not in asked(cast.okafor, late) and Kind.MOMENT not in asked(cast.stranger, late)
    told(cast, reading)
    assert Kind.MOMENT in asked(cast.ruiz, late)
    told(cast, writing)
    assert Kind.MOMENT not in asked(cast.ruiz, late)


def test_a_draft_has_no_moments_yet(cast):
    goal = cast.goals[0]
    goal.student = goal.plan.student = cast.maya
    with pytest.raises(Cannot, match="not in effect"):
        told(cast, goal)


@pytest.mark.parametrize("who", ["rosa", "maya_account", "chen", "stranger"])
def test_only_the_team_writes(cast, reading, who):
    with pytest.raises(NotYours):
        actions.write_note(
            by=getattr(cast, who), goal=reading, moment=Moment.OTHER, what="x", celebrate="", once=uuid4()
        )


def test_a_stranger_to_the_note_answers_nothing(cast, reading):
    note = told(cast, reading)
    with pytest.raises(NotYours):
        actions.rejoice(by=cast.rosa, note=note, joy=Joy.HEART)
    with pytest.raises(NotYours):
        queries.note_for(cast.rosa, note.pk)
    with pytest.raises(NotYours):
        actions.answer_note(by=cast.rosa, note=note, version=1, yes=True)


def test_supports_that_were_not_given_stand_before_growth(cast, reading):
    """R-16: the school's part is told first, whether minutes or supports were not given."""
    support = next(each for each in cast.plan.accommodations.all() if each.links.filter(need=reading.need).exists())
    support.plan.student = cast.maya

    def share(number):
        for day in range(number):
            on = TODAY - timedelta(days=day)
            actions.tap_support(by=cast.ruiz, student=cast.maya, support=support, on=on, given=day < 2)
        return delivered(lines_of([reading.pk]), until=TODAY).get(reading.pk)

    assert share(4) is None
    assert share(5) == Decimal("0.4")
    grown = growths([numbers_of(reading)], {}, calendar=calendar_of(cast.school), today=TODAY)
    assert Flag.SERVICE_GAP in grown[str(reading.pk)].flags


def test_a_support_is_tapped_once_a_day_and_taken_back(cast, in_effect):
    support = in_effect.accommodations.first()
    support.plan.student = cast.maya
    for given in (True, True, False, None, True):
        actions.tap_support(by=cast.okafor, student=cast.maya, support=support, on=TODAY, given=given)
    assert [row.given for row in SupportGiven.objects.all()] == [True]
    actions.tap_support(by=cast.ruiz, student=cast.maya, support=support, on=TODAY, given=False)
    assert queries.given_since(cast.maya, since=TODAY) == {support.pk: (1, 2)}
    with pytest.raises(NotYours):
        actions.tap_support(by=cast.rosa, student=cast.maya, support=support, on=TODAY, given=True)
