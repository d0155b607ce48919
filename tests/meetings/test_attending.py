"""A plan is not decided by whoever happens to be there: empty seats need words (34 CFR 300.321(e), 300.322(d))."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from strongsuit.knowledge.voice import Outcome, Route, Source, State
from strongsuit.meetings import actions
from strongsuit.meetings.attending import Unexplained
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.people.models import Account
from strongsuit.plans.models import Plan
from strongsuit.students.models import Student
from strongsuit.voice.actions import decide, discuss, hear, route
from strongsuit.voice.models import VoiceStanding
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot
from tests.cast import NOW, TODAY

BEFORE = datetime(2026, 11, 12, 19, 30, tzinfo=UTC)
TRIED = "Called on November 9 and 10 and visited on November 11. Ms. Delgado had to work each time."
AGREED = "Mr. Okafor and Ms. Chen; Ms. Delgado and the district agreed in writing on November 5."
SHORT = ["", "Because.", "Called them twice.", "no no no no no no no no no no", "x" * 300, "- - - - - - - - - - - - -"]
PARENT = "a parent or guardian who decides"
TEACHER, SPECIALIST = "a general education teacher", "a special education teacher or service provider"
SCHOOL = ["Chidi Okafor", "Elena Ruiz", "Wei Chen"]


@pytest.fixture
def meeting(cast):
    Plan.objects.filter(pk=cast.plan.pk).update(meeting_on=None, meeting_held=False, review_on=None)
    meeting = actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=Meeting.Kind.ANNUAL, starts_at=BEFORE, minutes=60, place="1", purpose=""
    )
    meeting.notice_sent_on = BEFORE.date() - timedelta(days=7)
    meeting.save(update_fields=["notice_sent_on"])
    return meeting


@pytest.fixture
def page(meeting):
    return f"/meetings/{spell(meeting.pk)}/"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def recorded(cast, meeting, *names, **words):
    came = set(meeting.attendees.filter(name__in=names).values_list("pk", flat=True))
    return actions.record_meeting(
        by=cast.ruiz, meeting=meeting, version=meeting.version, came=came, note="", agreed=True, **words
    )


def knows_its_meeting():
    return Plan.objects.get().meeting_held


@pytest.mark.parametrize("words", SHORT)
def test_a_meeting_of_the_case_manager_alone_decides_nothing(cast, meeting, words):
    with pytest.raises(Unexplained) as refused:
        recorded(cast, meeting, "Elena Ruiz", family_tried=words, stayed_away=words)
    assert refused.value.problems.keys() == {"family_tried", "stayed_away"}
    assert PARENT in refused.value.problems["family_tried"]
    assert TEACHER in refused.value.problems["stayed_away"]
    assert SPECIALIST not in str(refused.value), "she has that seat"
    meeting.refresh_from_db()
    assert (meeting.state, knows_its_meeting()) == ("planned", False)
    assert not Attendee.objects.filter(came__isnull=False).exists(), "all of it or nothing"


def test_with_the_words_of_the_law_it_does(cast, meeting):
    held = recorded(cast, meeting, "Elena Ruiz", family_tried=TRIED, stayed_away=AGREED)
    assert (held.state, held.family_tried, held.stayed_away, knows_its_meeting()) == ("held", TRIED, AGREED, True)


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["Rosa Delgado", *SCHOOL], set()),
        (["Rosa Delgado", "Ana Silva", "Wei Chen"], {"stayed_away"}),
        (["Rosa Delgado", "Chidi Okafor", "Elena Ruiz"], {"stayed_away"}),
        (["Paul Price", "Maya Delgado", *SCHOOL], {"family_tried"}),
    ],
)
def test_each_seat_asks_for_its_own_words(cast, meeting, names, asked):
    if not asked:
        assert recorded(cast, meeting, *names).state == "held"
        return
    with pytest.raises(Unexplained) as refused:
        recorded(cast, meeting, *names)
    assert refused.value.problems.keys() == asked


def test_the_other_words_never_stand_in_for_those_asked_for(cast, meeting):
    with pytest.raises(Unexplained) as refused:
        recorded(cast, meeting, *SCHOOL, stayed_away=AGREED)
    assert refused.value.problems.keys() == {"family_tried"}


def test_whoever_is_not_on_the_list_fills_no_seat(cast, meeting):
    meeting.attendees.filter(name="Rosa Delgado").delete()
    with pytest.raises(Unexplained):
        recorded(cast, meeting, "Rosa Delgado", *SCHOOL)


def test_a_student_who_stays_away_holds_nothing_up(cast, meeting):
    """Also where the time after school is planned: the law asks for the invitation."""
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=TODAY.replace(year=2009))
    cast.maya.refresh_from_db()
    meeting.student = cast.maya
    assert recorded(cast, meeting, "Rosa Delgado", *SCHOOL).state == "held"


def test_a_student_who_holds_the_rights_is_asked_as_the_one_who_decides(cast, meeting):
    Attendee.objects.filter(meeting=meeting, name="Maya Delgado").update(part="adult_self")
    Attendee.objects.filter(meeting=meeting, name="Rosa Delgado").update(part="informed")
    with pytest.raises(Unexplained, match=PARENT):
        recorded(cast, meeting, "Rosa Delgado", *SCHOOL)
    assert recorded(cast, meeting, "Maya Delgado", *SCHOOL).state == "held"


def test_words_in_a_script_without_spaces_are_a_sentence(cast, meeting):
    assert recorded(cast, meeting, *SCHOOL, family_tried="十一月九日打过两次电话，家长都没有接。").state == "held"


# The notice


def unnoticed(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(notice_sent_on=None)
    meeting.refresh_from_db(fields=["notice_sent_on"])


def test_where_no_notice_went_out_the_record_says_how_the_family_was_told(cast, meeting):
    unnoticed(meeting)
    for words in ("", "We told them."):
        with pytest.raises(Unexplained, match="No notice went out") as refused:
            recorded(cast, meeting, "Rosa Delgado", *SCHOOL, family_tried=words)
        assert refused.value.problems.keys() == {"family_tried"}
    assert recorded(cast, meeting, "Rosa Delgado", *SCHOOL, family_tried=TRIED).family_tried == TRIED


def test_words_about_a_parent_who_did_not_come_say_how_they_were_told(cast, meeting):
    unnoticed(meeting)
    with pytest.raises(Unexplained, match=PARENT):
        recorded(cast, meeting, *SCHOOL)
    assert recorded(cast, meeting, *SCHOOL, family_tried=TRIED).state == "held"


def test_the_page_says_beforehand_that_no_notice_went_out(as_, cast, meeting, page):
    client = as_(cast.ruiz)
    assert "No notice went out" not in client.get(page).text
    unnoticed(meeting)
    assert "No notice went out" in client.get(page).text


# Whoever was written in by hand


def test_somebody_written_in_by_hand_does_not_hide_who_stayed_away(cast, meeting):
    actions.add_to_list(by=cast.ruiz, meeting=meeting, name="Jo Visitor", part="general_teacher")
    with pytest.raises(Unexplained) as refused:
        recorded(cast, meeting, "Rosa Delgado", "Elena Ruiz", "Wei Chen", "Jo Visitor")
    assert refused.value.problems.keys() == {"stayed_away"}
    assert "Chidi Okafor" in refused.value.problems["stayed_away"]
    assert "Ana Silva" not in str(refused.value), "Ms. Ruiz has that seat"
    words = "Jo Visitor sat in for Mr. Okafor; Ms. Delgado agreed in writing on November 5."
    names = ("Rosa Delgado", "Elena Ruiz", "Wei Chen", "Jo Visitor")
    assert recorded(cast, meeting, *names, stayed_away=words).state == "held"


def test_where_nobody_else_was_asked_the_one_written_in_has_the_seat(cast, meeting):
    meeting.attendees.filter(name="Chidi Okafor").delete()
    actions.add_to_list(by=cast.ruiz, meeting=meeting, name="Jo Visitor", part="general_teacher")
    assert recorded(cast, meeting, "Rosa Delgado", "Elena Ruiz", "Wei Chen", "Jo Visitor").state == "held"


@pytest.mark.parametrize(
    ("name", "part", "taken"),
    [
        ("X", "district", False), ("X Y", "general_teacher", False), ("11 22", "special_teacher", False),
        ("Jo", "provider", False), ("Dana", "evaluator", False), ("J. Smith", "district", True),
        ("李明", "district", True), ("O Wu", "provider", True), ("Grandma", "guest", True),
        ("Prince", "district", True),
    ],
)  # fmt: skip
def test_whoever_takes_a_seat_of_the_law_has_a_name(cast, meeting, name, part, taken):
    Account.objects.filter(pk=cast.brooks.pk).update(name="Prince")
    if taken:
        assert actions.add_to_list(by=cast.ruiz, meeting=meeting, name=name, part=part).name == name
        return
    with pytest.raises(Cannot, match="first and the last name"):
        actions.add_to_list(by=cast.ruiz, meeting=meeting, name=name, part=part)


def test_a_name_that_says_nothing_is_refused_beside_its_field(as_, cast, meeting, page):
    refused = as_(cast.ruiz).post(f"{page}add/", {"name": "X", "part": "district"})
    assert refused.status_code == 422
    assert refused.context["add"].errors.keys() == {"name"}


# The pages


def test_the_form_keeps_what_was_typed_and_says_beside_which_field(as_, cast, meeting, page):
    client = as_(cast.ruiz)
    assert "Was somebody missing?" in client.get(page).text
    ruiz = str(meeting.attendees.get(name="Elena Ruiz").pk)
    form = {"version": "1", "came": [ruiz], "agreed": "yes", "note": "KEPT note", "family_tried": TRIED}
    refused = client.post(f"{page}record/", form | {"stayed_away": "Because."})
    assert refused.status_code == 422
    assert all(words in refused.text for words in ("KEPT note", TRIED, "Because.", "agreed to it in writing"))
    assert refused.context["held"].errors.keys() == {"stayed_away"}
    assert client.post(f"{page}record/", form | {"stayed_away": AGREED}).status_code == 302


def test_the_page_of_a_held_meeting_says_who_was_there_and_why_somebody_was_not(as_, cast, meeting, page):
    client = as_(cast.ruiz)
    assert "Who is invited" in client.get(page).text
    recorded(cast, meeting, "Elena Ruiz", family_tried=TRIED, stayed_away=AGREED)
    told = client.get(page).text
    assert all(words in told for words in ("Who was there", TRIED, AGREED))
    assert "Who is invited" not in told
    family = as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/meetings/").text
    assert not [words for words in (TRIED, AGREED, "Did not come") if words in family]


# A meeting recorded without the words


@pytest.fixture
def bare(cast, meeting):
    """Held and recorded as another kind before the words were asked for, by the case manager alone."""
    Attendee.objects.filter(meeting=meeting).update(came=False)
    Attendee.objects.filter(meeting=meeting, name="Elena Ruiz").update(came=True)
    values = {"state": "held", "held_at": BEFORE + timedelta(hours=1), "kind": "reevaluation", "agreed": True}
    Meeting.objects.filter(pk=meeting.pk).update(**values)
    meeting.refresh_from_db()
    meeting.student = cast.maya
    return meeting


def test_naming_the_plan_of_a_recorded_meeting_asks_for_the_same_words(cast, bare):
    for words in ({}, {"family_tried": TRIED}, {"family_tried": TRIED, "stayed_away": "Because."}):
        with pytest.raises(Unexplained):
            actions.decide_draft(by=cast.ruiz, meeting=bare, version=bare.version, **words)
    assert not knows_its_meeting()
    actions.decide_draft(by=cast.ruiz, meeting=bare, version=bare.version, family_tried=TRIED, stayed_away=AGREED)
    bare.refresh_from_db()
    assert (bare.family_tried, bare.stayed_away, knows_its_meeting()) == (TRIED, AGREED, True)


def test_the_page_asks_only_for_the_words_that_are_not_there_yet(as_, cast, bare, page):
    Meeting.objects.filter(pk=bare.pk).update(family_tried=TRIED)
    client = as_(cast.ruiz)
    form = client.get(page).context["decide"]
    assert list(form.fields) == ["version", "stayed_away"]
    refused = client.post(f"{page}decide/", {"version": bare.version, "stayed_away": "Because."})
    assert (refused.status_code, "Because." in refused.text) == (422, True)
    client.post(f"{page}decide/", {"version": bare.version, "stayed_away": AGREED, "family_tried": "Something else."})
    bare.refresh_from_db()
    assert (bare.family_tried, bare.stayed_away, knows_its_meeting()) == (TRIED, AGREED, True)


# The day of the review


@pytest.fixture
def due(cast):
    """Maya's plan of last year in effect, to be reviewed by November 26."""
    values = {"state": "adopted", "adopted_on": TODAY - timedelta(days=350), "review_on": TODAY + timedelta(days=6)}
    Plan.objects.filter(pk=cast.plan.pk).update(**values)


def planned(cast, days, kind=Meeting.Kind.ANNUAL):
    return actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=kind, starts_at=BEFORE + timedelta(days=8 + days), minutes=60,
        place="1", purpose="",
    )  # fmt: skip


@pytest.mark.parametrize(("days", "said"), [(6, False), (7, True)])
def test_a_meeting_after_the_day_of_the_review_is_noticed(as_, cast, due, days, said):
    told = as_(cast.ruiz).get(f"/meetings/{spell(planned(cast, days).pk)}/").text
    assert ("The annual review is due by Nov. 26, 2026" in told) == said


def test_a_meeting_about_something_else_has_no_such_day(as_, cast, due):
    found = planned(cast, 30, Meeting.Kind.AMENDMENT)
    assert "annual review is due" not in as_(cast.ruiz).get(f"/meetings/{spell(found.pk)}/").text


def test_whoever_plans_a_meeting_reads_the_day_beside_the_form(as_, cast, due):
    client, path = as_(cast.ruiz), f"/students/{spell(cast.maya.pk)}/meetings/"
    assert "due by Nov. 26, 2026. Choose a day up to then" in client.get(path).text
    assert "annual review is due" not in client.get(f"{path}?held=1").text
    with clock.frozen(NOW + timedelta(days=7), everywhere=True):
        assert "was due on Nov. 26, 2026. Choose the next day" in as_(cast.ruiz).get(path).text


EVERYBODY = {"family_tried": TRIED, "stayed_away": AGREED}
KEPT_FROM = "Her aunt had to leave early, so we go on with it on Monday."


def heard(cast, words="i want a quiet place", **more):
    with clock.frozen(BEFORE - timedelta(days=2), everywhere=True):
        item = hear(by=cast.maya_account, student=cast.maya, words=words, source=Source.BUTTON, once=uuid4(), **more)
    item.student = cast.maya
    return item


@pytest.mark.parametrize("words", SHORT)
def test_no_meeting_ends_over_words_that_nobody_answered(cast, meeting, words):
    heard(cast)
    with pytest.raises(Unexplained) as refused:
        recorded(cast, meeting, "Elena Ruiz", **EVERYBODY, unheard_because=words)
    assert refused.value.problems.keys() == {"unheard_because"}
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_a_reason_lets_the_law_go_first_and_the_words_stay_open(cast, meeting):
    item = heard(cast)
    held = recorded(cast, meeting, "Elena Ruiz", **EVERYBODY, unheard_because=KEPT_FROM)
    assert (held.state, held.unheard_because) == ("held", KEPT_FROM)
    assert VoiceStanding.objects.get(item=item).state == State.CONFIRMED


def test_decided_sent_on_private_or_said_since_does_not_hold_a_meeting_up(cast, meeting):
    talked = heard(cast)
    route(by=cast.ruiz, item=talked, to=Route.AGENDA, once=uuid4())
    discuss(by=cast.ruiz, item=talked, once=uuid4())
    decide(
        by=cast.ruiz, item=talked, outcome=Outcome.LATER, why="The room is not ready yet.", owner="Ms. Ruiz",
        by_when=BEFORE.date() + timedelta(days=30), once=uuid4(),
    )  # fmt: skip
    route(by=cast.ruiz, item=heard(cast, "another bus"), to=Route.PERSON, owner="Mr. Osei, buses", once=uuid4())
    heard(cast, "only mine", shared=False)
    hear(by=cast.maya_account, student=cast.maya, words="since then", source=Source.BUTTON, once=uuid4())
    assert recorded(cast, meeting, "Elena Ruiz", **EVERYBODY).state == "held"


def test_the_page_counts_what_waits_asks_why_and_keeps_what_was_typed(cast, meeting, page, as_):
    heard(cast)
    ruiz = as_(cast.ruiz)
    opened = ruiz.get(page).content.decode()
    assert "1 thing waits for an answer at this meeting." in opened and "quiet place" not in opened
    came = [str(pk) for pk in meeting.attendees.filter(name="Elena Ruiz").values_list("pk", flat=True)]
    sent = {"version": meeting.version, "came": came, "agreed": "yes", "note": "All agreed.", **EVERYBODY}
    refused = ruiz.post(f"{page}record/", sent | {"unheard_because": "later"})
    assert refused.status_code == 422
    assert "1 thing the student said has no answer yet." in refused.content.decode()
    assert "All agreed." in refused.content.decode()
    assert ruiz.post(f"{page}record/", sent | {"unheard_because": KEPT_FROM}).status_code == 302
    assert KEPT_FROM in ruiz.get(page).content.decode()
