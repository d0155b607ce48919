"""What two students of the tour said to their teams, what became of it, and how one finds the supports of the plan."""

from datetime import date, datetime, timedelta
from typing import Any

from strongsuit.home.demo.dates import at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.plans import Record
from strongsuit.home.demo.rows import Book
from strongsuit.knowledge.terms import Group, Mode
from strongsuit.knowledge.voice import Outcome, Reaction, Route, Source, State, Step
from strongsuit.plans.models import Accommodation, Rating
from strongsuit.plans.rating_marks import mark_of
from strongsuit.voice.models import VoiceItem, VoiceStep

DAY, WEEK = timedelta(days=1), timedelta(days=7)
# Know, get, help and OK of the first supports of the plan, and what was said with it.
RATED = ((3, 3, 3, 3, "this one i need"), (3, 2, 2, 3, ""))


def tell(book: Book, record: Record, today: date) -> None:
    """An answered wish and one that waits, or something heard in passing; nothing for anybody else."""
    child = record.child
    if child.account is None or not child.manager.id:
        return
    if child.name == "Malik Johnson":
        answered(book, child, today)
        waiting(book, child, today)
        rated(book, record, today)
    elif child.name == "Noor Haddad":
        said = hear(book, child, "Wants more time to paint, pointed at the easel", today - DAY,
                    source=Source.HALLWAY, mode=Mode.SCRIBED)  # fmt: skip
        step(book, child, said, 1, Step.HEARD, "", State.HEARD, at(today - DAY, 13), due_on=today + WEEK)


def answered(book: Book, child: Child, today: date) -> None:
    """From the words to the student's own word on the answer, over two weeks."""
    on = today - timedelta(days=16)
    said = hear(book, child, "can i do the history quiz out loud? i know it, i just cant write it that fast", on)
    step(book, child, said, 1, Step.HEARD, "", State.CONFIRMED, at(on, 13), own=True, due_on=on + WEEK)
    step(book, child, said, 2, Step.ROUTED, State.CONFIRMED, State.ROUTED, at(on + 2 * DAY, 15), route=Route.SOLVE_NOW)
    step(
        book, child, said, 3, Step.DECIDED, State.ROUTED, State.DECIDED, at(on + 3 * DAY, 15), outcome=Outcome.YES,
        owner=child.manager.name, by_when=on + WEEK, why="Saying it shows what he knows of history.",
    )  # fmt: skip
    step(
        book, child, said, 4, Step.TOLD, State.DECIDED, State.TOLD, at(on + 3 * DAY, 16),
        told="From Monday on you can do each history quiz out loud with me.",
    )  # fmt: skip
    step(
        book, child, said, 5, Step.REACTED, State.TOLD, State.ANSWERED, at(on + 4 * DAY, 13), own=True,
        reaction=Reaction.OK, why="thanks",
    )  # fmt: skip


def waiting(book: Book, child: Child, today: date) -> None:
    on = today - timedelta(days=3)
    said = hear(book, child, "the hall is to loud before lunch, i want to go 2 minutes early", on)
    step(book, child, said, 1, Step.HEARD, "", State.CONFIRMED, at(on, 13), own=True, due_on=on + WEEK)


def hear(book: Book, child: Child, words: str, on: date, **values: Any) -> int:
    own = "source" not in values
    row = {
        "words": words, "topic": "wish" if own else "At the easel, after lunch", "language": "en",
        "mode": Mode.TYPED, "said_by": Group.STUDENT,
        "by_name": child.name if own else child.manager.name, "helped_by": "", "source": Source.BUTTON,
        "source_key": "", "heard_on": on,
    } | values  # fmt: skip
    by = child.account if own else child.manager.id
    number = book.add(VoiceItem, **child.own, **row, by_id=by, heard_at=at(on, 13), once=book.once())
    mark = VoiceItem(id=number, student_id=child.id, **row).fingerprint()
    note(book, child, "heard a student", VoiceItem, number, mark, at(on, 13), own=own)
    return number


def step(
    book: Book, child: Child, item: int, number: int, what: Step, before: str, after: State, moment: datetime, *,
    own: bool = False, **values: Any,
) -> None:  # fmt: skip
    row = {
        "item_id": item, "number": number, "step": what, "before": before, "after": after, "route": "", "outcome": "",
        "reaction": "", "owner": "", "by_when": None, "why": "", "told": "", "into_id": None,
        "by_name": child.name if own else child.manager.name, "group": Group.STUDENT if own else Group.SCHOOL,
        "on": moment.date(),
    } | {name: value for name, value in values.items() if name != "due_on"}  # fmt: skip
    by = child.account if own else child.manager.id
    more = {"by_id": by, "at": moment, "due_on": values.get("due_on"), "once": book.once()}
    made = book.add(VoiceStep, **child.own, **row, **more)
    mark = VoiceStep(id=made, student_id=child.id, **row).fingerprint()
    note(book, child, f"voice: {what}", VoiceStep, made, mark, moment, own=own)


def rated(book: Book, record: Record, today: date) -> None:
    """The student's answers to the first supports of the plan in effect."""
    kept, child, on = record.current, record.child, today - timedelta(days=6)
    if kept is None or on <= kept.starts:
        return
    table = book.table(Accommodation)
    places = [table.names.index(name) for name in ("id", "plan_id", "words", "order")]
    rows = sorted(
        (tuple(row[place] for place in places) for row in table.rows if row[places[1]] == kept.id),
        key=lambda row: row[3],
    )
    for (support, _plan, words, _order), (know, get, helps, ok, said) in zip(rows, RATED, strict=False):
        row = {
            "accommodation_id": support, "words": words, "mark": mark_of(words), "know": know, "get": get,
            "help": helps, "ok": ok, "said": said, "mode": Mode.TYPED, "by_id": child.account, "helped_by": "",
            "help_was": "", "on": on,
        }  # fmt: skip
        number = book.add(Rating, **child.own, **row, made_at=at(on, 13), once=book.once())
        mark = Rating(id=number, student_id=child.id, **row).fingerprint()
        note(book, child, "rated a support", Rating, number, mark, at(on, 13), own=True)


def note(
    book: Book, child: Child, deed: str, model: Any, number: int, mark: str, moment: datetime, *, own: bool
) -> None:
    book.note(
        kind="changed", deed=deed, actor_id=child.account if own else child.manager.id, district=child.district,
        student=child.id, target=model._meta.label, target_id=number, because="self" if own else "case_manager",
        fingerprint=mark, at=moment,
    )  # fmt: skip
