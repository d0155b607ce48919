"""What happens beside a plan: kept words, who has it open or has read it, what family and student say."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, locked, made_once
from strongsuit.plans.models import Goal, KeptText, Plan, Presence, Question, SummaryReading, Weave, WeaveAnswer
from strongsuit.strengths.models import Item
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.web.refusals import Cannot, NotYours


@transaction.atomic
def keep_text(*, by: Account, plan: Plan, place: str, text: str, at: datetime) -> KeptText:
    """Keep words that arrived after somebody else's, until their writer has settled them.

    Words that were only written on take the place of what they grew from; other words stand beside it.
    """
    reason = require(by, "plan.write", plan.student)
    locked(plan)
    waiting = KeptText.objects.filter(plan=plan, place=place, by=by, settled_at=None)
    kept = max((one for one in waiting if one.text in text), key=lambda one: len(one.text), default=None)
    if kept is not None and kept.text == text:
        return kept
    if kept is None:
        kept = KeptText.objects.create(**about(plan), plan=plan, place=place, text=text, by=by, at=at)
    else:
        KeptText.objects.filter(pk=kept.pk).update(text=text, at=at)
        kept.text, kept.at = text, at
    record(by, "kept words beside a newer text", kept, because=reason.relation)
    return kept


@transaction.atomic
def settle_text(*, by: Account, plan: Plan, place: str, at: datetime) -> None:
    """The writer has chosen; the kept words stay in the table, marked as settled."""
    reason = require(by, "plan.write", plan.student)
    settled = KeptText.objects.filter(plan=plan, place=place, by=by, settled_at=None).update(settled_at=at)
    if settled:
        record(by, "settled two texts", plan, because=reason.relation)


@transaction.atomic
def open_place(*, by: Account, plan: Plan, place: str, at: datetime) -> None:
    """Say that ``by`` has this place open now. Not a deed about the student, so nothing for the trail."""
    require(by, "plan.write", plan.student)
    Presence.objects.update_or_create(
        plan=plan,
        account=by,
        defaults={"place": place, "at": at},
        create_defaults=about(plan) | {"place": place, "at": at},
    )


@transaction.atomic
def read_summary(*, by: Account, plan: Plan, at: datetime) -> SummaryReading:
    """Keep that somebody who works with the student has read the summary (34 CFR 300.323(d)). Twice is once."""
    reason = require(by, "summary.read", plan.student)
    reading, made = SummaryReading.objects.get_or_create(plan=plan, account=by, defaults=about(plan) | {"read_at": at})
    if made:
        record(by, "read the summary", reading, because=reason.relation)
    return reading


@transaction.atomic
def ask_question(*, by: Account, plan: Plan, words: str, at: datetime, once: UUID) -> Question:
    """A family's question or comment about a plan; it cannot be altered once sent."""
    reason = require(by, "plan.ask", plan.student)
    locked(plan)
    # The token is the form's; made the plan's own, so that nobody's token meets another family's question.
    mark = UUID(int=made_once(plan, once))
    question = Question.objects.filter(once=mark).first()
    if question is not None:
        return question
    question = Question.objects.create(**about(plan), plan=plan, words=words, by=by, by_name=by.name, at=at, once=mark)
    record(by, "asked about the plan", question, because=reason.relation)
    return question


@transaction.atomic
def answer_question(*, by: Account, question: Question, words: str, at: datetime) -> Question:
    """Answer a family once; the same answer arriving twice is one answer."""
    reason = require(by, "plan.share", question.student)
    answered = Question.objects.filter(pk=question.pk, answered_at=None).update(
        answer=words, answered_by_name=by.name, answered_at=at
    )
    question.refresh_from_db()
    if answered:
        record(by, "answered a question", question, because=reason.relation)
    elif question.answer != words:
        raise Cannot(_("Somebody else has answered already. Their answer is shown below the question."))
    return question


@transaction.atomic
def answer_weave(*, by: Account, goal: Goal, item: Item, yes: bool, at: datetime, once: UUID) -> WeaveAnswer:
    """Keep what the student says of a strength that carries a goal; another mind is another answer."""
    reason = require(by, "weave.answer", goal.student)
    hold_still(goal.student)
    if told := WeaveAnswer.objects.filter(once=once).first():
        if (told.goal_id, told.item_id) != (goal.pk, item.pk):
            raise NotYours
        return told
    if not Weave.objects.filter(goal=goal.pk, item=item.pk, student=goal.student).exists():
        raise Cannot(_("Your team changed this goal. Look at it again."))
    if before := WeaveAnswer.objects.filter(goal=goal.pk, item=item.pk).order_by("-at").first():
        # The newest counts, also where a clock was set back.
        at = max(at, before.at + timedelta(microseconds=1))
    made = WeaveAnswer.objects.create(
        district_id=goal.district_id, student_id=goal.student_id, goal=goal, item=item, yes=yes, by=by, at=at,
        once=once, goal_words=goal.student_words or goal.behavior, strength_words=item.words,
    )  # fmt: skip
    record(by, "said whether a strength is theirs", made, because=reason.relation)
    return made
