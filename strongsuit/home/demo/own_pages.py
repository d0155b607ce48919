"""What two students of the tour made themselves: a page, a card, a way to ask, a good day; and good moments told."""

from datetime import date

from strongsuit.documents.models import (
    AskScript,
    AskTurn,
    GoalCard,
    GoodDayLine,
    OnePager,
    OnePagerLine,
    PageShare,
    SharedLine,
)
from strongsuit.documents.own_queries import seal_of
from strongsuit.home.demo.dates import at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.plans import Record
from strongsuit.home.demo.rows import Book
from strongsuit.knowledge.own_page import SeenBy
from strongsuit.progress.models import Milestone, MilestoneJoy

# Level, pronouns, and each line: part, words letter for letter, picture, who may see it.
PAGES = {
    "Malik Johnson": ("S", "he/him", (
        ("strength", "I fix anyting with wheels", "tools", SeenBy.TEAM),
        ("strength", "I can explain a hard thing so you get it", "voice", SeenBy.TEAM),
        ("interest", "Cooking shows, and cooking what I saw", "interest", SeenBy.TEAM),
        ("preference", "Hard stuff first, in the morning", "today", SeenBy.TEAM),
        ("need", "Reading out loud when its noisy", "listen", SeenBy.TEAM),
        ("need", "I get nervous before tests", "calm", SeenBy.ME),
        ("help", "Tell me the day before", "calendar", SeenBy.TEAM),
        ("help", "A walk with my uncle on sunday", "family", SeenBy.FAMILY),
        ("ask", "Can I record my answers instead of writing them?", "voice", SeenBy.TEAM),
    )),
    "Noor Haddad": ("E", "", (
        ("strength", "I paint", "art", SeenBy.TEAM),
        ("strength", "I help my friend", "friends", SeenBy.TEAM),
        ("interest", "Cats", "interest", SeenBy.TEAM),
        ("help", "My pictures", "eye", SeenBy.TEAM),
    )),
}  # fmt: skip
SCRIPT = {
    "task": "my history essay", "condition": "I can say it before I write it",
    "reason": "I explain things well out loud", "support": "record my first draft", "person": "my case manager",
}  # fmt: skip
DAY = (
    ("We cook together and I read the recipe", "sometimes", "Somebody writes the steps big", "My uncle", "home"),
    ("I know in the morning what comes", "not_yet", "The plan of the day on my phone", "My teacher", "calendar"),
)


def make(book: Book, record: Record, today: date) -> None:
    """The pages of a student whom visitors can be; nothing for anybody else."""
    child = record.child
    if child.name not in PAGES or child.account is None:
        return
    one_pager(book, child, today)
    plan = next((kept for kept in reversed(record.plans) if kept.adopted and kept.starts <= today), None)
    if plan is None or not plan.goals:
        return
    moments(book, child, plan.goals, today)
    if child.name == "Malik Johnson":
        asks(book, child, plan.goals[0], today)


def one_pager(book: Book, child: Child, today: date) -> None:
    """A draft, and the copy that was shared of it ten days ago."""
    level, pronouns, lines = PAGES[child.name]
    on = at(date.fromordinal(today.toordinal() - 10), 11)
    book.add(OnePager, **child.own, level=level, called=child.given, pronouns=pronouns, version=2)
    made = [OnePagerLine(part=part, words=words, picture=picture, seen_by=who) for part, words, picture, who in lines]
    for place, line in enumerate(made, 1):
        book.add(
            OnePagerLine, **child.own, part=line.part, words=line.words, picture=line.picture, seen_by=line.seen_by,
            order=place, item_id=None, once=book.once(),
        )  # fmt: skip
    shared = [line for line in made if line.seen_by != SeenBy.ME]
    row = {
        "number": 1, "taken_back": False, "level": level, "called": child.given, "pronouns": pronouns, "identity": "",
        "identity_words": "", "pictures_only": False, "sha256": seal_of(shared),
    }  # fmt: skip
    share = book.add(PageShare, **child.own, **row, by_id=child.account, at=on, once=book.once())
    for place, line in enumerate(shared, 1):
        book.add(
            SharedLine, **child.own, share_id=share, part=line.part, words=line.words, picture=line.picture,
            seen_by=line.seen_by, order=place,
        )  # fmt: skip
    print_of = PageShare(id=share, student_id=child.id, **row).fingerprint()
    book.note(
        kind="changed", deed="shared the own page", actor_id=child.account, district=child.district, student=child.id,
        target=PageShare._meta.label, target_id=share, because="self", fingerprint=print_of, at=on,
    )  # fmt: skip


def moments(book: Book, child: Child, goals: list[int], today: date) -> None:
    """One note that is at home with an answer, and one that waits for the student."""
    ago = date.fromordinal(today.toordinal() - 12)
    told = {"by_id": child.manager.id, "by_name": child.manager.name, "item_id": None}
    home = book.add(
        Milestone, **child.own, **told, goal_id=goals[0], moment="first", what="It worked today, without a reminder.",
        strength_words="", celebrate="Ask how it went, and just listen.", state="sent", made_at=at(ago, 14),
        answered_at=at(ago, 15), sent_at=at(ago, 15), student_words="i did it my way", once=book.once(),
    )  # fmt: skip
    if child.adult.id:
        book.add(
            MilestoneJoy, **child.own, milestone_id=home, joy="heart", by_id=child.adult.id, by_name=child.adult.name,
            at=at(ago, 18),
        )  # fmt: skip
    book.add(
        Milestone, **child.own, **told, goal_id=goals[-1], moment="other", celebrate="", state="asked",
        what="Two classmates asked for help, and got it.", strength_words="", made_at=at(ago, 14), answered_at=None,
        sent_at=None, once=book.once(),
    )  # fmt: skip


def asks(book: Book, child: Child, goal: int, today: date) -> None:
    """A way to ask with one turn of practice, a card with a goal of one's own, two things of a good day."""
    on = at(date.fromordinal(today.toordinal() - 8), 11)
    book.add(
        GoalCard, **child.own, goal_id=goal, first_step="Say it to my phone first", people="Ms. Weiss and my uncle",
        stretch="Write the menu for a real kitchen",
    )  # fmt: skip
    script = book.add(AskScript, **child.own, **SCRIPT, made_at=on, once=book.once())
    book.add(
        AskTurn, **child.own, script_id=script, reply="later", words="When would be a good time?", at=on,
        once=book.once(),
    )  # fmt: skip
    for words, now, makes, who, picture in DAY:
        book.add(
            GoodDayLine, **child.own, words=words, now=now, makes=makes, who=who, picture=picture, seen_by=SeenBy.TEAM,
            group="student", by_id=child.account, by_name=child.name, at=on, once=book.once(),
        )  # fmt: skip
