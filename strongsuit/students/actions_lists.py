"""Taking many children's facts out of the house: a limit for each person and day, and word to the office."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.audit.models import Entry, Kind
from strongsuit.audit.trail import entry, record
from strongsuit.people.models import Account
from strongsuit.students.access import caseload, holding
from strongsuit.students.models import Student, TeamMember
from strongsuit.students.office_mail import tell_office
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# So many children one person takes out within a day; whoever needs more asks a colleague to take the others.
MOST = 25
DAY = timedelta(hours=24)
SUBJECT = gettext_lazy("Facts about many students were taken out")
BODY = gettext_lazy(
    "%(who)s took out, or tried to take out, facts about more than %(most)s students within a day.\n\n"
    "Sign in and look at the trail:\n%(address)s\n\nThis mail holds no details, to keep them private."
)


def taken_lately(by: Account) -> set[int]:
    """The children whose facts ``by`` has taken out within a day, on lists and on papers."""
    # By the clock that wrote the lines, the database's own.
    taken = Entry.objects.filter(actor=by, kind=Kind.TOOK_OUT, at__gt=Now() - DAY, student__isnull=False)
    return {student for student in taken.values_list("student", flat=True) if student is not None}


def take_list(*, by: Account, students: Collection[Student], deed: str) -> None:
    """Write into each child's trail that its line leaves on a list; refuses what would be too many in a day."""
    wanted = {student.pk for student in students}
    with transaction.atomic():
        # One list at a time for each person, so that two at once are counted together.
        Account.objects.select_for_update().get(pk=by.pk)
        if caseload(by).filter(pk__in=wanted).count() != len(wanted):
            raise NotYours
        lately = taken_lately(by)
        fits = len(wanted | lately) <= MOST
        if fits:
            Entry.objects.bulk_create(_lines(by, students, deed))
        else:
            district = next(iter(students)).district_id
            record(
                by, "was refused a long list", kind=Kind.REFUSED, district=district, detail={"children": len(wanted)}
            )
            # Asking once for too many is a slip; coming back for the rest is what the office should know.
            if lately:
                transaction.on_commit(lambda: tell_of_many(by, district), robust=True)
    if not fits:
        words = _("You can take out facts about %(most)s students within a day. Search for those you need first.")
        raise Cannot(words % {"most": MOST})


def _lines(by: Account, students: Collection[Student], deed: str) -> list[Entry]:
    held = TeamMember.objects.filter(holding(clock.today()), account=by, student__in=students)
    parts = dict(held.values_list("student", "relation"))
    return [
        entry(
            by, deed, kind=Kind.TOOK_OUT, student=student.pk, district=student.district_id, because=parts[student.pk],
            detail={"rows": len(students)},
        )
        for student in students
    ]  # fmt: skip


def watch_papers(*, by: Account, student: Student) -> None:
    """Asked before a paper leaves: the one that makes it too many children in a day is told to the office."""
    lately = taken_lately(by)
    if len(lately) == MOST and student.pk not in lately:
        transaction.on_commit(lambda: tell_of_many(by, student.district_id), robust=True)


def tell_of_many(by: Account, district: int) -> None:
    tell_office(district, besides=by, subject=SUBJECT, body=BODY, values={"who": by.name, "most": str(MOST)})
