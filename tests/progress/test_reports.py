"""A growth report is computed, written by the team, frozen when it goes home, and never changes again."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from strongsuit.audit.models import Entry
from strongsuit.knowledge.canonical import digest
from strongsuit.progress import actions, actions_reports, reporting
from strongsuit.progress.models import Report, ReportNote
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import NOW, TODAY
from tests.progress.conftest import measured
from tests.progress.test_facts import follow

DUE = date(2026, 11, 13)


@pytest.fixture
def report(cast, in_effect):
    actions_reports.open_reports(by="progress", plans=[in_effect], period="Quarter 1", due_on=DUE)
    found = Report.objects.select_related("plan").get()
    found.student = found.plan.student = cast.maya
    return found


def sha(report, today=TODAY):
    return reporting.sealed(reporting.report_facts(report, today=today))[1]


def noted(report, goal, by, version=0, text="She reads to her sister.", next_step="Books about squid."):
    return actions_reports.write_note(by=by, report=report, goal=goal, version=version, text=text, next_step=next_step)


def test_a_report_is_opened_once_per_plan_and_date(report, in_effect):
    assert actions_reports.open_reports(by="progress", plans=[in_effect], period="Quarter 1", due_on=DUE) == 0
    assert Report.objects.count() == 1
    assert Entry.objects.get(target="progress.Report").agent == "progress"


def test_the_report_opens_with_strengths_and_computes_every_word(cast, report, reading, writing):
    for month, value in ((9, 70), (10, 75), (11, 80)):
        measured(reading, date(2026, month, 12), value, by=cast.ruiz)
    actions.write_minutes(
        by=cast.ruiz, goal=writing, first=reporting.span_of(report).first, last=DUE, planned=1000, given=600
    )
    noted(report, reading, cast.ruiz)
    facts = reporting.report_facts(report, today=TODAY)
    assert facts.good_at[0] == "Understands a lot when listening to a book"
    one, two = facts.goals
    assert (one.line.label, one.line.start, one.line.now, one.line.target, one.line.points) == (
        "Continues to grow", Decimal(48), Decimal(75), Decimal(92), 3,
    )  # fmt: skip
    assert (one.note, one.next_step, one.note_by) == ("She reads to her sister.", "Books about squid.", "Elena Ruiz")
    assert one.graph.count == 3 and one.strength == "Understands a lot when listening to a book"
    assert two.line.label.startswith("The school has not measured enough")
    assert two.line.before[0].values == {"percent": 60}
    assert "600 of 1000 planned minutes were given in this period." in two.school_did
    assert two.question and facts.own_words.startswith("I can draw")


def test_what_is_sent_is_what_was_read(cast, report, reading):
    expected = sha(report)
    measured(reading, TODAY, 80, by=cast.okafor)
    with pytest.raises(Cannot, match="added since you read"):
        actions_reports.send_report(by=cast.ruiz, report=report, expected=expected)
    assert Report.objects.get().state == Report.State.OPEN
    sent = actions_reports.send_report(by=cast.ruiz, report=report, expected=sha(report))
    assert (sent.state, sent.sent_by, sent.sent_at) == (Report.State.SENT, cast.ruiz, NOW)
    assert sent.sha256 == digest(sent.body) and json.loads(sent.body)["report"]["called"] == "Maya"
    assert reporting.sent_facts(sent) == reporting.report_facts(report, today=TODAY)


def test_sending_twice_is_sending_once(cast, report):
    expected = sha(report)
    for _time in range(2):
        actions_reports.send_report(by=cast.ruiz, report=report, expected=expected)
    assert Entry.objects.filter(deed="sent a growth report").count() == 1


def test_whether_it_was_late_is_a_fact(cast, report):
    sent = actions_reports.send_report(by=cast.ruiz, report=report, expected=sha(report))
    assert sent.late and Entry.objects.get(deed="sent a growth report").detail["late"] is True


def test_a_report_sent_on_its_day_is_on_time(cast, report):
    with clock.frozen(NOW - timedelta(days=7), everywhere=True):
        sent = actions_reports.send_report(by=cast.ruiz, report=report, expected=sha(report, clock.today()))
        assert clock.today() == DUE and not sent.late


def test_a_sent_report_never_changes(cast, report, reading):
    note = noted(report, reading, cast.ruiz)
    sent = actions_reports.send_report(by=cast.ruiz, report=report, expected=sha(report))
    measured(reading, TODAY, 5, by=cast.ruiz)
    assert Report.objects.get().body == sent.body
    with pytest.raises(Cannot, match="stays as it is"):
        noted(report, reading, cast.ruiz, version=note.version, text="Other words")
    with pytest.raises(Cannot, match="stays as it is"):
        actions_reports.send_report(by=cast.ruiz, report=report, expected="0" * 64)
    for deed in (
        lambda: Report.objects.update(body="{}"),
        lambda: Report.objects.all().delete(),
        lambda: ReportNote.objects.update(text="Other words"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()
    assert Report.objects.get().body == sent.body and ReportNote.objects.get().text == "She reads to her sister."


@pytest.mark.parametrize("who", ["okafor", "silva", "chen", "rosa", "stranger", "outsider", "admin"])
def test_only_the_case_manager_sends(cast, report, who):
    with pytest.raises(NotYours):
        actions_reports.send_report(by=getattr(cast, who), report=report, expected=sha(report))


@pytest.mark.parametrize("who", ["okafor", "nguyen", "chen", "rosa", "stranger"])
def test_only_those_who_report_write_notes(cast, report, reading, who):
    with pytest.raises(NotYours):
        noted(report, reading, getattr(cast, who))


def test_two_people_who_write_one_note_meet(cast, report, reading):
    note = noted(report, reading, cast.ruiz)
    noted(report, reading, cast.silva, version=note.version, text="New words")
    with pytest.raises(Stale) as found:
        noted(report, reading, cast.ruiz, version=note.version, text="My words")
    assert found.value.current.text == "New words"


def test_the_same_note_arriving_twice_is_one(cast, report, reading):
    for _time in range(2):
        noted(report, reading, cast.ruiz)
    assert ReportNote.objects.get().version == 1


def test_a_goal_of_another_plan_takes_no_note(cast, report, reading):
    with pytest.raises(NotYours):
        noted(report, follow(reading), cast.ruiz)


def test_an_open_report_follows_the_goals_into_the_new_plan(cast, report, reading):
    note = noted(report, reading, cast.ruiz)
    next_one = follow(reading)
    actions_reports.carry_report(by="progress", report=report, plan=next_one.plan)
    assert Report.objects.get().plan == next_one.plan
    assert ReportNote.objects.get(pk=note.pk).goal == next_one


def test_two_open_reports_of_one_day_become_one_with_all_notes(cast, report, reading):
    noted(report, reading, cast.ruiz)
    next_one = follow(reading)
    actions_reports.open_reports(by="progress", plans=[next_one.plan], period="Quarter 1", due_on=DUE)
    actions_reports.carry_report(by="progress", report=report, plan=next_one.plan)
    only = Report.objects.get()
    assert only.plan == next_one.plan and only.notes.get().goal == next_one


def test_the_period_begins_after_the_report_before(cast, report, in_effect):
    # Four months before the day on which it is due, it is summer.
    assert DUE - timedelta(days=120) == date(2026, 7, 16)
    assert reporting.span_of(report).first == date(2026, 9, 4)
    actions_reports.open_reports(by="progress", plans=[in_effect], period="Quarter 2", due_on=date(2027, 1, 29))
    second = Report.objects.select_related("plan").get(period="Quarter 2")
    second.student = cast.maya
    assert reporting.span_of(second) == reporting.Span(date(2026, 11, 14), date(2027, 1, 29))


def test_the_same_rows_give_the_same_report_in_every_language(cast, report, reading):
    with translation.override("es"):
        spanish = sha(report)
    assert spanish == sha(report)
