"""What happened around the plans: measurements, services given, meetings, reports, questions, readings, signatures."""

from datetime import UTC, date, timedelta

from strongsuit.home.demo.cast import LUCIA
from strongsuit.home.demo.dates import Times, at
from strongsuit.home.demo.parts import answer_weave
from strongsuit.home.demo.plans import Kept, Record
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person, Staff
from strongsuit.knowledge.canonical import thaw
from strongsuit.knowledge.terms import PlanState
from strongsuit.meetings.actions import STATEMENTS
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.people.roles import STUDENT_ABILITIES, Relation
from strongsuit.plans.models import Question, SummaryReading
from strongsuit.progress.models import CheckIn, DataPoint, Delivery, Report, ReportNote
from strongsuit.progress.reporting import Span, planned_minutes

DAY = timedelta(days=1)
INVALID = ("Fire drill during the minute", "A new sheet with other tasks was used", "Interrupted by the loudspeaker")
QUESTIONS = {
    "en": "How can I practice this at home without it becoming a fight?",
    "es": "¿Qué puedo leer con mi hijo en casa por la noche?",
    "ar": "هل يمكنني زيارة الصف لأرى كيف يستخدم الصور؟",
    "zh": "请问孩子在学校午餐时和谁坐在一起？",
}


def live(book: Book, record: Record, staff: Staff, times: Times, *, number: int, told: bool) -> None:
    """Everything around the plans of one student; ``told`` in full, as the tour shows it."""
    for kept in record.plans:
        if kept.adopted:
            write_points(book, record, kept, times, often=told)
            deliver(book, record, kept, times)
            sign(book, record, kept, staff.one("chair"), kept.adopted)
            hold(book, record, kept)
    report(book, record, times, number=number, told=told)
    read(book, record, times, number=number)
    meet(book, record, times, number=number)
    ask(book, record, times, number=number)
    check_in(book, record, times)
    refuse(book, record, times, number=number)


def write_points(book: Book, record: Record, kept: Kept, times: Times, *, often: bool) -> None:
    child, rng = record.child, book.rng
    for goal, (strand, _numbers, _word), points in zip(
        kept.goals, kept.aims, kept.measured(rng, times, often=often), strict=True
    ):
        by = measurer(record, strand.service)
        # Never the newest: the next plan begins there.
        spoiled = rng.randrange(len(points) - 1) if len(points) > 8 and rng.random() < 0.3 else -1
        for at_point, point in enumerate(points):
            book.add(
                DataPoint, **child.own, goal_id=goal, on=point.on, value=point.value,
                invalid_because=rng.choice(INVALID) if at_point == spoiled else "", note=point.note,
                setting=point.setting, by_id=by.id, by_name=by.name, made_at=at(point.on, 13), once=book.once(),
            )  # fmt: skip


def measurer(record: Record, service: str) -> Person:
    """The provider of the service, where the team has one; otherwise the case manager."""
    own = [person for person, relation in record.child.team if relation == Relation.PROVIDER]
    return own[0] if own and service not in {"resource_room", "co_teaching", "special_class"} else record.child.manager


def deliver(book: Book, record: Record, kept: Kept, times: Times) -> None:
    """Planned and given minutes for each marking period; where the growth says so, much less was given."""
    rng, plan = book.rng, thaw(kept.body)
    begins = kept.starts
    for _name, ends in times.quarters:
        last = min(ends, kept.measured_until or ends, times.today)
        if ends <= kept.starts or begins > last or last > kept.ends:
            continue
        by_plan = planned_minutes(plan, span=Span(begins, last), today=last, calendar=times.calendar)
        for goal, (_strand, _numbers, word) in zip(kept.goals, kept.aims, strict=True):
            planned = by_plan.get(str(goal), 0)
            given = planned * (rng.randint(45, 60) if word == "gap" else rng.randint(90, 100)) // 100
            if planned and word not in {"later", "none"}:
                book.add(
                    Delivery, **record.child.own, goal_id=goal, first_day=begins, last_day=last,
                    planned_minutes=planned, given_minutes=given,
                )  # fmt: skip
        begins = times.calendar.after_break(last + DAY)


def sign(book: Book, record: Record, kept: Kept, chair: Person, on: date) -> None:
    """The chair's name under every adopted plan, and the family's under most."""
    child = record.child
    name_under(book, record, kept, chair, Relation.CHAIR, Signature.Meaning.TOOK_PART, on)
    if child.adult.id and book.rng.random() < 0.7:
        meaning = Signature.Meaning.CONSENT if kept.number == 1 else Signature.Meaning.TOOK_PART
        name_under(book, record, kept, child.adult, Relation.GUARDIAN, meaning, on + 2 * DAY)


def name_under(
    book: Book, record: Record, kept: Kept, who: Person, capacity: Relation, meaning: Signature.Meaning, on: date
) -> None:
    child = record.child
    moment = at(on, 12)
    row = {
        "sha256": kept.sha256, "name": who.name, "capacity": str(capacity), "meaning": str(meaning),
        "statement": str(STATEMENTS[meaning]), "words": "",
    }  # fmt: skip
    number = book.add(Signature, **child.own, plan_id=kept.id, account_id=who.id, signed_at=moment, **row)
    mark = Signature(id=number, student_id=child.id, plan_id=kept.id, signed_at=moment.replace(tzinfo=UTC), **row)
    book.note(
        kind="changed", deed="signed the plan", actor_id=who.id, district=child.district, student=child.id,
        target=Signature._meta.label, target_id=number, because=str(capacity), fingerprint=mark.fingerprint(),
        at=moment,
    )  # fmt: skip


def hold(book: Book, record: Record, kept: Kept) -> None:
    """The meeting that led to the plan."""
    kind = Meeting.Kind.INITIAL if kept.number == 1 else Meeting.Kind.ANNUAL
    if any(other.number < kept.number and other.meeting_on == kept.meeting_on for other in record.plans):
        return
    moment = at(kept.meeting_on, 14)
    meeting = book.add(
        Meeting, **record.child.own, plan_id=kept.id, kind=kind, state=Meeting.State.HELD, starts_at=moment,
        place="Room 12, with a video link", purpose="Plan for the year", notice_sent_on=kept.meeting_on - 14 * DAY,
        held_at=moment + timedelta(minutes=70), agreed=True, agreement_note="Agreed on goals, services and supports.",
    )  # fmt: skip
    invite(book, record, meeting, came=True, told=kept.meeting_on - 14 * DAY)


def invite(book: Book, record: Record, meeting: int, *, came: bool | None, told: date | None) -> None:
    child = record.child
    people = [(person, str(relation)) for person, relation in child.team]
    people += [
        (person, str(Relation.GUARDIAN if decides else Relation.INFORMED)) for person, decides in child.guardians
    ]
    people.append((Person(child.account or 0, child.name), str(Relation.SELF)))
    people.append((record.chair, str(Relation.CHAIR)))
    for person, part in people:
        answer = Attendee.Answer.COMES if came or part == Relation.CHAIR or book.rng.random() < 0.4 else ""
        book.add(
            Attendee, **child.own, meeting_id=meeting, account_id=person.id or None, name=person.name, part=part,
            answer=answer if told else "", came=came, told_at=at(told, 9) if told else None,
        )  # fmt: skip


def meet(book: Book, record: Record, times: Times, *, number: int) -> None:
    """Meetings to come: with notice, without, and one that is over and not yet recorded."""
    ahead = record.open
    if ahead is None:
        return
    notice: date | None
    proposed = ahead.state == PlanState.PROPOSED
    if record.child.part.history == "intake":
        day, notice = times.ago(2), times.ago(12)
    elif proposed:
        day, notice = ahead.meeting_on, times.ago(4)
    else:
        day, notice = ahead.meeting_on, None if number % 2 else times.ago(1)
    meeting = book.add(
        Meeting, **record.child.own, plan_id=ahead.id, state=Meeting.State.PLANNED, starts_at=at(day, 9 + number % 5),
        kind=Meeting.Kind.INITIAL if record.child.part.history == "intake" else Meeting.Kind.ANNUAL,
        place="Room 12, with a video link", purpose="Look back at the year and plan the next", notice_sent_on=notice,
    )  # fmt: skip
    invite(book, record, meeting, came=None, told=notice)


def report(book: Book, record: Record, times: Times, *, number: int, told: bool) -> None:
    """A report for each marking period of the plan in effect: past ones sent or late, the next one open."""
    kept = record.current
    if kept is None or kept.adopted is None:
        return
    recently = times.today - (400 if record.child.part.name else 100) * DAY
    newest = max((due for _name, due in times.quarters if due <= times.today), default=times.today)
    for name, due in times.quarters:
        if not (max(kept.starts, kept.adopted) <= due <= kept.ends) or due > times.today + 60 * DAY:
            continue
        past, late = due <= times.today, number % 17 in (3, 6) and due == newest
        if past and not late and (not told or due < recently):
            continue
        found = book.add(Report, **record.child.own, plan_id=kept.id, period=name, due_on=due)
        note(book, record, kept, found, due if past and not late else times.ago(1))
        if past and not late:
            book.ready.append(found)


def note(book: Book, record: Record, kept: Kept, found: int, on: date) -> None:
    """The teacher's words beside the numbers, for the first goal."""
    called, strand = record.child.given, kept.aims[0][0]
    book.add(
        ReportNote, **record.child.own, report_id=found, goal_id=kept.goals[0],
        text=f"{called} uses this on most days now: {strand.help.replace('{name}', called)}.",
        next_step="Two weeks with a longer task, then a new check.", edited_by_id=record.child.manager.id,
        edited_at=at(on, 14),
    )  # fmt: skip


def read(book: Book, record: Record, times: Times, *, number: int) -> None:
    """Who has read the summary of the plan in effect. Some have not yet."""
    kept = record.current
    if kept is None or kept.adopted is None:
        return
    readers = STUDENT_ABILITIES["summary.read"]
    for place, (person, relation) in enumerate(record.child.team):
        if relation in readers and (number + place) % 4 and kept.adopted < times.ago(10):
            moment = at(kept.adopted + (place + 1) * DAY, 8)
            book.add(SummaryReading, **record.child.own, plan_id=kept.id, account_id=person.id, read_at=moment)


def ask(book: Book, record: Record, times: Times, *, number: int) -> None:
    """What families ask about the plan; some are answered, some wait."""
    kept, child = record.current, record.child
    if kept is None or not child.adult.id or not (number % 9 == 0 or child.adult.name == LUCIA.name):
        return
    moment = at(times.ago(3 + number % 5), 16)
    answered = number % 2 == 1 and child.adult.name != LUCIA.name
    answer = {
        "answer": "Thank you for asking. Five minutes after dinner are enough; we send a card with one idea each week.",
        "answered_by_name": child.manager.name, "answered_at": at(times.ago(1), 9),
    }  # fmt: skip
    book.add(
        Question, **child.own, plan_id=kept.id, words=QUESTIONS.get(child.language, QUESTIONS["en"]),
        by_id=child.adult.id, by_name=child.adult.name, at=moment, once=book.once(), **(answer if answered else {}),
    )  # fmt: skip


def check_in(book: Book, record: Record, times: Times) -> None:
    """How it went today, in the student's own judgment."""
    kept, child = record.current, record.child
    if kept is None or child.account is None:
        return
    for days in (9, 6, 2):
        goal, face, on = kept.goals[0], book.rng.choice(("great", "okay", "hard")), times.ago(days)
        if on <= kept.starts:
            continue
        words = "" if face != "hard" else "It was loud."
        row = {"goal_id": goal, "face": face, "words": words, "on": on}
        number = book.add(CheckIn, **child.own, **row, made_at=at(on, 14), once=book.once())
        mark = CheckIn(id=number, student_id=child.id, **row).fingerprint()
        book.note(
            kind="changed", deed="checked in on a goal", actor_id=child.account, district=child.district,
            student=child.id, target=CheckIn._meta.label, target_id=number, because="self", fingerprint=mark,
            at=at(on, 14),
        )  # fmt: skip


def refuse(book: Book, record: Record, times: Times, *, number: int) -> None:
    """Some students do not see themselves in the strength that carries their second goal."""
    kept, child, on = record.current, record.child, times.ago(4)
    if number % 3 or kept is None or child.account is None or len(kept.goals) < 2 or on <= kept.starts:
        return
    strand = kept.aims[1][0]
    answer_weave(
        book, child, kept.goals[1], record.voice.abilities[strand.key], strand.mine, yes=False, moment=at(on, 13)
    )
