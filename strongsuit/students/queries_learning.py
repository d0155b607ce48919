"""Who may open the lessons for families, and what a person has finished of them."""

from datetime import date

from strongsuit.people.models import Account, LessonFinished
from strongsuit.people.queries_learning import finished_by
from strongsuit.students import access
from strongsuit.students.models import Guardian
from strongsuit.web.refusals import NotYours


def require_family(account: Account, *, today: date | None = None) -> None:
    """Anybody who is somebody's family here, with or without rights today, and whoever holds their own rights."""
    family = Guardian.objects.filter(account=account).exists() or access.oneself(account, today=today).exists()
    if account.kind == Account.Kind.STUDENT or not family:
        raise NotYours


def family_lessons_finished(viewer: Account) -> dict[str, LessonFinished]:
    """By lesson the newest edition that ``viewer`` finished: one's own, and nobody else's."""
    require_family(viewer)
    return finished_by(viewer)
