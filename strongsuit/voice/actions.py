"""What is done with what a student said: every step is checked, written beside the ones before it, and recorded."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.terms import Group, Mode
from strongsuit.knowledge.voice import (
    Outcome,
    Reaction,
    Route,
    Source,
    State,
    Step,
    after,
    answer_due,
    must_be_talked_about,
)
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.students.access import grant, group_of, require
from strongsuit.students.actions import hold_still, take_in
from strongsuit.students.models import Student
from strongsuit.voice.models import VoiceItem, VoiceStanding, VoiceStep
from strongsuit.voice.queries import known_to_the_team
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours


@transaction.atomic
def hear(
    *, by: Account, student: Student, words: str, source: Source, once: UUID, source_key: str = "", topic: str = "",
    mode: Mode = Mode.TYPED, language: str = "", said_by: Group = Group.STUDENT, shared: bool = True,
    helped_by: str = "", to: str = "",
) -> VoiceItem:  # fmt: skip
    """Keep what was said, letter for letter. From the student's own hand it is confirmed at once.

    ``to`` names who answers it, where that needs no meeting.

    Told by somebody else it waits for the student's "yes, that is what I mean"; kept private it is the student's alone.
    """
    own = student.account_id == by.pk
    reason = require(by, "voice.own" if own else "voice.note", student)
    take_in(student)
    if not words.strip():
        raise Cannot(_("Write, say or choose something first."))
    mark = uuid5(once, f"voice:{student.pk}")
    known = VoiceItem.objects.filter(once=mark).first()
    if known is None and source_key:
        known = VoiceItem.objects.filter(student=student, source=source, source_key=source_key).first()
    if known is not None:
        return known
    now = clock.now()
    item = VoiceItem.objects.create(
        **about(student), words=words, topic=topic, language=language or student.language, mode=mode,
        said_by=Group.STUDENT if own else said_by, by=by, by_name=student.name if own else by.name,
        helped_by=helped_by, source=source, source_key=source_key, heard_on=clock.day(now), heard_at=now, once=mark,
    )  # fmt: skip
    record(by, "heard a student", item, because=reason.relation)
    state = State.HEARD if not own else State.CONFIRMED if shared else State.PRIVATE
    due = answer_due(clock.day(now), calendar_of(student.school))
    _write(
        by, item, Step.HEARD, "", state, group_of(reason.relation), uuid5(once, "first"), reason.relation, due_on=due
    )
    if to and state == State.CONFIRMED:
        _write(
            by, item, Step.ROUTED, state, State.ROUTED, group_of(reason.relation), uuid5(once, "route"),
            reason.relation, route=Route.PERSON, owner=to,
        )  # fmt: skip
    return item


def about(student: Student) -> dict[str, Any]:
    return {"district_id": student.district_id, "student_id": student.pk}


def _write(
    by: Account, item: VoiceItem, step: Step, before: str, state: State, group: Group, once: UUID, because: str,
    **more: Any,
) -> VoiceStep:  # fmt: skip
    number = VoiceStep.objects.filter(item=item).count() + 1
    now = clock.now()
    made = VoiceStep.objects.create(
        district_id=item.district_id, student_id=item.student_id, item=item, number=number, step=step, before=before,
        after=state, by=by, by_name=by.name, group=group, on=clock.day(now), at=now, once=once, **more,
    )  # fmt: skip
    record(by, f"voice: {step}", made, because=because)
    return made


def _step(by: Account, item: VoiceItem, step: Step, once: UUID, ability: str, **more: Any) -> VoiceStep:
    """Take ``step`` if the person may and the item stands where it can be taken; the same form twice is one step."""
    reason = require(by, ability, item.student)
    hold_still(item.student)
    mark = uuid5(once, f"{item.pk}:{step}")
    if (known := VoiceStep.objects.filter(once=mark).first()) is not None:
        return known
    standing = _standing(by, item)
    state = after(State(standing.state), step)
    if state is None:
        raise Cannot(_("This has moved on in the meantime. Look at it again, then choose the next step."))
    return _write(by, item, step, standing.state, state, group_of(reason.relation), mark, reason.relation, **more)


def _standing(by: Account, item: VoiceItem) -> VoiceStanding:
    """Where it stands now; not there for those who may not read it."""
    standing = VoiceStanding.objects.get(item=item)
    own = item.student.account_id == by.pk
    if not own and not known_to_the_team(VoiceItem.objects.filter(pk=item.pk)).exists():
        raise NotYours
    if standing.safety and not own and grant(by, "voice.safety", item.student) is None:
        raise NotYours
    return standing


@transaction.atomic
def share(*, by: Account, item: VoiceItem, once: UUID) -> VoiceStep:
    """The student gives a private item to the team; the clock begins."""
    due = answer_due(clock.today(), calendar_of(item.student.school))
    return _step(by, item, Step.SHARED, once, "voice.own", due_on=due)


@transaction.atomic
def confirm(*, by: Account, item: VoiceItem, once: UUID, why: str = "") -> VoiceStep:
    """ "Yes, that is what I mean." Somebody else says how the student showed it."""
    own = item.student.account_id == by.pk
    if not own and not real_sentence(why):
        raise Cannot(_("Say how the student showed that this is meant, for example “she nodded twice at the card”."))
    return _step(by, item, Step.CONFIRMED, once, "voice.own" if own else "voice.note", why=why)


@transaction.atomic
def route(
    *, by: Account, item: VoiceItem, once: UUID, to: Route, owner: str = "", agreed: bool = False, why: str = ""
) -> VoiceStep:
    """Send it where it can be answered. What is solved at once needs the student's OK."""
    if to == Route.SOLVE_NOW and not agreed:
        raise Cannot(_("Ask the student first. Solving it now needs the student's OK."))
    if to == Route.PERSON and not owner.strip():
        raise Cannot(_("Say who answers it."))
    if _standing(by, item).route == Route.LEAD:
        raise Cannot(_("It was put off twice. The special-education lead answers it now."))
    return _step(by, item, Step.ROUTED, once, "voice.move", route=to, owner=owner, why=why)


@transaction.atomic
def discuss(*, by: Account, item: VoiceItem, once: UUID, why: str = "") -> VoiceStep:
    """Note that the team has talked about it."""
    return _step(by, item, Step.DISCUSSED, once, "voice.move", why=why)


@transaction.atomic
def decide(
    *, by: Account, item: VoiceItem, once: UUID, outcome: Outcome, why: str, by_when: date, owner: str = ""
) -> VoiceStep:
    """Decide who does what until when, and why. "Later" is said once; the second time it goes to the lead."""
    if not real_sentence(why):
        raise Cannot(_("Say why in a whole sentence, so that the student can understand it."))
    if outcome in {Outcome.YES, Outcome.CHANGED, Outcome.TRIAL, Outcome.SENT} and not owner.strip():
        raise Cannot(_("Say who does it."))
    if by_when < clock.today():
        raise Cannot(_("Choose a day that is still to come."))
    standing = _standing(by, item)
    if standing.state == State.ROUTED and must_be_talked_about(Route(standing.route)):
        raise Cannot(_("This waits for a meeting. Note that the team talked about it, then decide."))
    put_off = VoiceStep.objects.filter(item=item, step=Step.DECIDED, outcome=Outcome.LATER).exists()
    if outcome == Outcome.LATER and put_off:
        if standing.route == Route.LEAD:
            raise Cannot(_("It was put off once already. Now it needs an answer: yes, no, or a trial."))
        told = _("It was put off a second time. The special-education lead answers it now.")
        return _step(by, item, Step.ROUTED, once, "voice.move", route=Route.LEAD, why=f"{told} {why}")
    if standing.route == Route.LEAD:
        require(by, "voice.lead", item.student)
    return _step(
        by, item, Step.DECIDED, once, "voice.move", outcome=outcome, why=why, by_when=by_when, owner=owner
    )  # fmt: skip


@transaction.atomic
def tell(*, by: Account, item: VoiceItem, once: UUID, words: str) -> VoiceStep:
    """Tell the student in plain words what was decided; this stops the clock."""
    if not words.strip():
        raise Cannot(_("Write what you tell the student, in plain words."))
    return _step(by, item, Step.TOLD, once, "voice.move", told=words)


@transaction.atomic
def react(*, by: Account, item: VoiceItem, once: UUID, reaction: Reaction, why: str = "") -> VoiceStep:
    """The student's OK, not OK, or ask again; asking again opens it anew and starts a new clock.

    For a student without an account somebody else writes it down, and says how the student showed it.
    """
    own = item.student.account_id is not None
    if not own and not real_sentence(why):
        raise Cannot(_("Say how the student showed that this is meant, for example “she nodded twice at the card”."))
    made = _step(by, item, Step.REACTED, once, "voice.own" if own else "voice.note", reaction=reaction, why=why)
    if reaction == Reaction.ASK_AGAIN:
        reopen(by=by, item=item, once=uuid5(once, "again"), why=why)
    return made


@transaction.atomic
def reopen(*, by: Account, item: VoiceItem, once: UUID, why: str = "") -> VoiceStep:
    """Open it anew: the student asks again, or the day has come to which it was put off."""
    own = item.student.account_id == by.pk
    if not own and not real_sentence(why):
        raise Cannot(_("Say in a whole sentence why it comes back."))
    if _standing(by, item).state == State.WITHDRAWN:
        if not own:
            raise Cannot(_("The student took it back. Only the student can bring it back."))
        if not known_to_the_team(VoiceItem.objects.filter(pk=item.pk)).exists():
            raise Cannot(_("You took this back before anybody read it. Say it anew, if you want to."))
    due = answer_due(clock.today(), calendar_of(item.student.school))
    return _step(by, item, Step.REOPENED, once, "voice.own" if own else "voice.move", why=why, due_on=due)


@transaction.atomic
def withdraw(*, by: Account, item: VoiceItem, once: UUID, why: str = "") -> VoiceStep:
    """Only the student takes it back; a parent only for a child who cannot answer here alone, with a reason.

    Levels 0 and 1 of 1.5: a student without an account of their own is spoken for.
    """
    reason = require(by, "voice.withdraw", item.student)
    if reason.relation == Relation.GUARDIAN:
        if item.student.account_id is not None:
            raise Cannot(_("Your child said this, so only your child can take it back. You can add what you think."))
        if not real_sentence(why):
            raise Cannot(_("Say in a whole sentence why it is taken back for your child."))
    return _step(by, item, Step.WITHDRAWN, once, "voice.withdraw", why=why)


@transaction.atomic
def merge(*, by: Account, item: VoiceItem, into: VoiceItem, once: UUID) -> VoiceStep:
    """Put two that say the same together; both texts and both histories stay."""
    if into.student_id != item.student_id or into.pk == item.pk:
        raise Cannot(_("Choose another thing that this student said."))
    there, here = State(_standing(by, into).state), State(_standing(by, item).state)
    if there == State.HEARD != here:
        raise Cannot(_("The student has not confirmed the other one yet. Put it into this one instead."))
    if there not in {State.HEARD, State.CONFIRMED, State.ROUTED, State.DISCUSSED}:
        raise Cannot(_("The other one is already decided. Choose one that is still open."))
    return _step(by, item, Step.MERGED, once, "voice.move", into=into)


@transaction.atomic
def flag(*, by: Account, item: VoiceItem, once: UUID, why: str) -> VoiceStep:
    """Mark it as a matter of safety: it leaves every agenda and is read by case manager and chair alone."""
    own = item.student.account_id == by.pk
    return _step(by, item, Step.FLAGGED, once, "voice.own" if own else "voice.note", why=why)


@transaction.atomic
def unflag(*, by: Account, item: VoiceItem, once: UUID, why: str) -> VoiceStep:
    if not real_sentence(why):
        raise Cannot(_("Say in a whole sentence why this is no matter of safety."))
    return _step(by, item, Step.UNFLAGGED, once, "voice.safety", why=why)
