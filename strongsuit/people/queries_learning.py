"""Who may open the lessons, and what a person has finished of them."""

from datetime import date

from strongsuit.people.models import Account, LessonFinished, StaffPost
from strongsuit.people.queries import holding
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


def has_post(account: Account, *, today: date | None = None) -> bool:
    """Whether a post holds today; the lessons are for everybody who works here."""
    return StaffPost.objects.filter(holding(today or clock.today()), account=account).exists()


def require_staff(account: Account, *, today: date | None = None) -> None:
    if account.kind == Account.Kind.STUDENT or not has_post(account, today=today):
        raise NotYours


def lessons_finished(viewer: Account) -> dict[str, LessonFinished]:
    """By lesson the newest edition that ``viewer`` finished: one's own, and nobody else's."""
    require_staff(viewer)
    return finished_by(viewer)


def finished_by(viewer: Account) -> dict[str, LessonFinished]:
    return {row.lesson: row for row in LessonFinished.objects.filter(account=viewer).order_by("edition")}
