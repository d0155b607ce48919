"""Notes on measurements and what the student tells of a goal make the last step of a weave, and nothing else does."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from strongsuit.knowledge.terms import PlanKind
from strongsuit.plans import actions as plans
from strongsuit.plans.models import Goal, WeaveAnswer
from strongsuit.progress.models import CheckIn
from strongsuit.progress.noted import noted
from strongsuit.strengths.models import Evidence
from strongsuit.web import clock
from tests.cast import TODAY
from tests.progress.conftest import at, measured
from tests.web.test_reading import words_of

IN_USE = "It is part of the work, Maya agrees, and it is in use."
DAY = date(2026, 10, 9)


@pytest.fixture
def agreed(cast, reading):
    """Maya says that listening fits; no strength has evidence, so only notes can tell its use."""
    Evidence.objects.filter(student=cast.maya).delete()
    answered(cast, reading, yes=True, at=clock.now() - timedelta(days=1))
    return reading


def answered(cast, goal, *, yes, at):
    WeaveAnswer.objects.create(
        district_id=goal.district_id, student=cast.maya, goal=goal, item=cast.items["ear"], yes=yes, at=at,
        by=cast.maya_account, once=uuid4(),
    )  # fmt: skip


def told(goal, words, on=DAY):
    return CheckIn.objects.create(
        district_id=goal.district_id, student_id=goal.student_id, goal=goal, face="great", words=words, on=on,
        once=uuid4(),
    )  # fmt: skip


def goal_page(as_, cast, goal):
    return words_of(as_(cast.ruiz).get(at("/goals/{}/", goal)).text)


def test_before_anybody_writes_it_down_the_last_step_is_open(as_, cast, agreed):
    page = goal_page(as_, cast, agreed)
    assert "2 of 3" in page and "Next, note when it is used." in page and IN_USE not in page


def test_a_note_on_a_measurement_that_names_the_strength_counts(as_, cast, agreed):
    measured(agreed, DAY, 60, by=cast.ruiz, note="Listened to the page first")
    page = goal_page(as_, cast, agreed)
    assert "3 of 3" in page and IN_USE in page


def test_what_the_student_tells_of_the_goal_counts(as_, cast, agreed):
    told(agreed, "listening first was easy")
    assert "3 of 3" in goal_page(as_, cast, agreed)


@pytest.mark.parametrize(
    ("note", "on", "aside"),
    [
        ("Read on the blue carpet", DAY, ""),
        ("Listened to the page first", DAY, "Wrong page"),
        ("Listened to the page first", date(2025, 9, 1), ""),
        ("", DAY, ""),
    ],
    ids=["names no strength", "set aside", "before the goal began", "no words"],
)
def test_other_notes_do_not_count(as_, cast, agreed, note, on, aside):
    measured(agreed, on, 60, by=cast.ruiz, note=note, invalid_because=aside)
    told(agreed, "I read a lot")
    assert "3 of 3" not in goal_page(as_, cast, agreed)


def test_without_the_students_yes_use_makes_no_last_step(as_, cast, agreed):
    measured(agreed, DAY, 60, by=cast.ruiz, note="Listened to the page first")
    answered(cast, agreed, yes=False, at=clock.now())
    page = goal_page(as_, cast, agreed)
    assert "2 of 3" in page and "3 of 3" not in page


def test_the_goal_builder_reads_the_notes_on_the_goal_that_is_continued(as_, cast, agreed):
    measured(agreed, DAY, 60, by=cast.ruiz, note="Listened to the page first")
    draft = plans.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    goal = Goal.objects.get(plan=draft, continues=agreed)
    page = words_of(as_(cast.ruiz).get(reverse("plans:goal", args=[draft.pk, goal.pk])).text)
    assert "3 of 3" in page and IN_USE in page


def test_notes_are_read_in_three_queries_however_many(cast, agreed, django_assert_num_queries):
    for number in range(12):
        measured(agreed, DAY - timedelta(days=number), 60, by=cast.ruiz, note=f"Listened, page {number}")
        told(agreed, f"page {number}")
    with django_assert_num_queries(3):
        assert len(noted(agreed.pk)) == 24
