"""A student says what an accommodation means to them; adults put their view beside it; something new is tried."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.ratings import MOST, Answers, Asked, Route, next_question, outcome
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.terms import Mode, TrialEnd
from strongsuit.knowledge.voice import Source
from strongsuit.people.models import Account
from strongsuit.plans.models import Accommodation, AdultView, Rating, RatingBegun, Trial
from strongsuit.plans.rating_marks import mark_of
from strongsuit.students.access import group_of, require
from strongsuit.students.actions import hold_still
from strongsuit.students.models import Student
from strongsuit.students.queries import case_manager_name
from strongsuit.voice.actions import hear
from strongsuit.voice.queries import readable
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

LEAST_TRIAL, MOST_TRIAL = timedelta(days=14), timedelta(days=21)


def about(student: Student) -> dict[str, Any]:
    return {"district_id": student.district_id, "student_id": student.pk}


def of(accommodation: Accommodation) -> dict[str, Any]:
    words = accommodation.words
    return about(accommodation.student) | {"accommodation": accommodation, "words": words, "mark": mark_of(words)}


@transaction.atomic
def answer_question(*, by: Account, accommodation: Accommodation, asked: Asked, value: int | None) -> RatingBegun:
    """Keep one answer, or a skip, until all that make sense are given. The same answer twice is one."""
    reason = require(by, "rating.write", accommodation.student)
    hold_still(accommodation.student)
    if value is not None and not 0 <= value <= MOST:
        raise Cannot(_("Choose one of the four pictures, or skip."))
    begun, now = _begun(accommodation), clock.now()
    values: dict[str, Any] = {
        str(asked): value,
        "passed": [*(each for each in begun.passed if each != asked), str(asked)],
    }
    deed = "rated a support"
    if not begun._state.adding:
        return change(begun, by=by, version=begun.version, deed=deed, because=reason.relation, **values)
    begun = RatingBegun.objects.create(**of(accommodation), at=now, **values)
    record(by, deed, begun, because=reason.relation)
    return begun


def _begun(accommodation: Accommodation) -> RatingBegun:
    mark = mark_of(accommodation.words)
    found = RatingBegun.objects.filter(student=accommodation.student, mark=mark).first()
    return found or RatingBegun(**of(accommodation), at=clock.now())


@transaction.atomic
def take_back_answer(*, by: Account, accommodation: Accommodation, given: int) -> RatingBegun | None:
    """Go back by one question; ``given`` says how many had been answered, so that a second tap takes nothing more."""
    reason = require(by, "rating.write", accommodation.student)
    hold_still(accommodation.student)
    begun = _begun(accommodation)
    if not begun.passed or len(begun.passed) != given:
        return None
    last = begun.passed[-1]
    return change(
        begun, by=by, version=begun.version, deed="went back by one question", because=reason.relation,
        **{last: None, "passed": begun.passed[:-1]},
    )  # fmt: skip


@transaction.atomic
def finish_rating(
    *, by: Account, accommodation: Accommodation, once: UUID, said: str = "", mode: Mode = Mode.CHOSEN,
    helped_by: str = "", help_was: str = "",
) -> Rating:  # fmt: skip
    """Keep the four answers for good, and see that what they ask for is heard."""
    student = accommodation.student
    reason = require(by, "rating.write", student)
    hold_still(student)
    if told := Rating.objects.filter(once=once, student=student).first():
        return told
    begun = _begun(accommodation)
    answers = Answers(begun.know, begun.get, begun.help, begun.ok)
    if next_question(answers, frozenset(begun.passed)) is not None:
        raise Cannot(_("There is still a question. Answer it, or skip it."))
    if helped_by and not help_was.strip():
        raise Cannot(_("Say how you helped, for example “pointed to the pictures, the student nodded”."))
    now = clock.now()
    made = Rating.objects.create(
        **of(accommodation), know=answers.know, get=answers.get, help=answers.help, ok=answers.ok, said=said, mode=mode,
        by=by, helped_by=helped_by, help_was=help_was, on=clock.day(now), made_at=now, once=once,
    )  # fmt: skip
    if not begun._state.adding:
        begun.delete()
    record(by, "rated a support", made, because=reason.relation)
    _let_it_be_heard(by, made, student)
    return made


def _let_it_be_heard(by: Account, rating: Rating, student: Student) -> None:
    """What does not work goes where 1.4 sends it, at once, as the student read it; one rating never makes two.

    To teach it, to give it as promised or to make it discreet needs no meeting: the case manager sees to it.
    """
    found = outcome(rating.answers)
    if found is None or found.route == Route.KEEP:
        return
    words = "\n".join(part for part in (_(found.meaning.label), rating.said) if part.strip())
    hear(
        by=by, student=student, words=words, language=get_language() or student.language,
        topic=rating.words[:300], source=Source.RATING, source_key=f"rating:{rating.pk}", mode=Mode(rating.mode),
        to="" if found.route == Route.TEAM else case_manager_name(student) or _("the case manager"),
        helped_by=rating.helped_by, once=uuid5(rating.once, "voice"),
    )  # fmt: skip


@transaction.atomic
def tell_adult_view(
    *, by: Account, accommodation: Accommodation, once: UUID, help: int | None, given: int | None, seen: str = ""
) -> AdultView:
    """A teacher's or a parent's view of the same support. It never stands in for the student's answers."""
    student = accommodation.student
    reason = require(by, "rating.view", student)
    hold_still(student)
    if told := AdultView.objects.filter(once=once, student=student).first():
        return told
    if help is None and given is None and not seen.strip():
        raise Cannot(_("Choose an answer, or write what you saw."))
    now = clock.now()
    made = AdultView.objects.create(
        **of(accommodation), group=group_of(reason.relation), help=help, given=given, seen=seen, by=by, by_name=by.name,
        on=clock.day(now), made_at=now, once=once,
    )  # fmt: skip
    record(by, "gave a view of a support", made, because=reason.relation)
    return made


@transaction.atomic
def start_trial(
    *, by: Account, student: Student, once: UUID, words: str, starts_on: date, ends_on: date, measure: str,
    before: str = "", asked_in: int | None = None,
) -> Trial:  # fmt: skip
    """Try a support for two to three weeks, with something that can be counted before and after."""
    reason = require(by, "rating.trial", student)
    hold_still(student)
    mark = uuid5(once, str(student.pk))
    if made := Trial.objects.filter(once=mark).first():
        return made
    if asked_in is not None and not readable(student).filter(pk=asked_in).exists():
        raise NotYours
    if not LEAST_TRIAL <= ends_on - starts_on <= MOST_TRIAL:
        raise Cannot(_("A trial lasts two to three weeks. Choose a last day in that time."))
    made = Trial.objects.create(
        **about(student), words=words, starts_on=starts_on, ends_on=ends_on, measure=measure, before=before,
        asked_in=asked_in, by=by, by_name=by.name, made_at=clock.now(), once=mark,
    )  # fmt: skip
    record(by, "started to try a support", made, because=reason.relation)
    return made


@transaction.atomic
def end_trial(
    *, by: Account, trial: Trial, version: int, ended: TrialEnd, why: str, after: str, student_says: str
) -> Trial:
    """Say what came of it, in a whole sentence, with the measure after and the student's view."""
    reason = require(by, "rating.trial", trial.student)
    if not real_sentence(why):
        raise Cannot(_("Say why in a whole sentence: what changed, and for whom."))
    return change(
        trial, by=by, version=version, deed="ended a trial", because=reason.relation, ended=ended, after=after,
        student_says=student_says, why=why,
    )  # fmt: skip
