"""Keeping a class: places, secret pictures, tablets; and letting a student in."""

import secrets
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.people.actions import end_sign_ins
from strongsuit.people.models import Account, School
from strongsuit.students import access, class_queries
from strongsuit.students.class_pictures import FACES, SECRET, SECRET_LENGTH, spelled
from strongsuit.students.models import ClassDevice, ClassGroup, ClassSeat, Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

CODE_LETTERS = "bcdfghjkmnpqrstvwxyz23456789"
CODE_LENGTH = 6
TRIES = 5
SHORTEST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)


def one_by_one(by: Account) -> None:
    """What one teacher sends at the same moment happens one after the other."""
    Account.objects.select_for_update(no_key=True).get(pk=by.pk)


def require_school(by: Account, school: School) -> None:
    if not class_queries.schools_for(by).filter(pk=school.pk).exists():
        raise NotYours


@transaction.atomic
def make_class(*, by: Account, school: School, name: str, opens: time, closes: time) -> ClassGroup:
    """A class of one's own. The same name in the same school is the same class."""
    require_school(by, school)
    one_by_one(by)
    found = ClassGroup.objects.filter(teacher=by, school=school, name=name).first()
    if found is not None:
        return found
    code = "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))
    made = ClassGroup.objects.create(
        district_id=school.district_id, school=school, teacher=by, name=name, code=code, opens=opens, closes=closes
    )
    record(by, "made a class", made)
    return made


@transaction.atomic
def change_class(*, by: Account, group: ClassGroup, version: int, name: str, opens: time, closes: time) -> ClassGroup:
    require_school(by, group.school)
    return change(group, by=by, version=version, deed="changed a class", name=name, opens=opens, closes=closes)


@transaction.atomic
def add_seat(*, by: Account, group: ClassGroup, student: Student) -> tuple[ClassSeat, list[str]]:
    """A place in the class and its three secret pictures, shown this once. Only for the teacher's own students."""
    require_school(by, group.school)
    if not access.caseload(by).filter(pk=student.pk, school=group.school_id).exists():
        raise NotYours
    one_by_one(by)
    account_for(by=by, student=student)
    seat = ClassSeat.objects.filter(group=group, student=student).first()
    if seat is None:
        seat = ClassSeat(group=group, student=student, district_id=student.district_id)
        seat.picture = free_face(group)
    elif seat.revoked_at is not None:
        seat.picture = free_face(group)
    seat.revoked_at = None
    return seat, renew(seat, by, "gave a place in a class")


def account_for(*, by: Account, student: Student) -> None:
    """The student's own sign-in: no e-mail, no password, only pictures on a class tablet."""
    if student.account_id is None:
        account = Account.objects.create_user(
            None, None, name=student.name, kind=Account.Kind.STUDENT, language=student.language
        )
        change(student, by=by, version=student.version, deed="gave a student a sign-in", account=account)


def free_face(group: ClassGroup) -> str:
    taken = {seat.picture for seat in class_queries.seats_of(group)}
    free = [face for face in FACES if face not in taken]
    if not free:
        raise Cannot(_("This class is full: it has as many students as there are pictures. Make a second class."))
    return free[0]


def renew(seat: ClassSeat, by: Account, deed: str) -> list[str]:
    pictures = [secrets.choice(SECRET) for _place in range(SECRET_LENGTH)]
    seat.secret = make_password(spelled(pictures))
    seat.failures = 0
    seat.locked_until = None
    seat.save()
    record(by, deed, seat)
    return pictures


@transaction.atomic
def new_pictures(*, by: Account, seat: ClassSeat) -> list[str]:
    """Three other secret pictures; the old ones stop working and the waiting time is over."""
    require_school(by, seat.group.school)
    end_visit(by, seat)
    return renew(seat, by, "gave new secret pictures")


@transaction.atomic
def revoke_seat(*, by: Account, seat: ClassSeat) -> None:
    require_school(by, seat.group.school)
    seat.revoked_at = clock.now()
    seat.save(update_fields=["revoked_at"])
    record(by, "took back a place in a class", seat)
    end_visit(by, seat)


@transaction.atomic
def make_device(*, by: Account, group: ClassGroup, name: str, once: UUID | None = None) -> str:
    """Enrol the tablet in hand; the answer is the token for its cookie, of which only a hash is kept.

    The same form arriving twice gives the same token, so that whichever answer the tablet hears last is right.
    """
    require_school(by, group.school)
    one_by_one(by)
    token = salted_hmac("class tablet", f"{group.pk}|{once or uuid4()}", algorithm="sha256").hexdigest()
    if ClassDevice.objects.filter(group=group, token=class_queries.fingerprint(token)).exists():
        return token
    made = ClassDevice.objects.create(
        group=group, token=class_queries.fingerprint(token), name=name, made_by=by, made_at=clock.now()
    )
    record(by, "made a class tablet", made, district=group.district_id)
    return token


@transaction.atomic
def revoke_device(*, by: Account, device: ClassDevice) -> None:
    """The tablet shows no pictures any more, and whoever is signed in through it is out with the next request."""
    require_school(by, device.group.school)
    device.revoked_at = clock.now()
    device.save(update_fields=["revoked_at"])
    record(by, "switched off a class tablet", device, district=device.group.district_id)
    for seat in ClassSeat.objects.filter(group=device.group, revoked_at=None).select_related("student__account"):
        end_visit(by, seat)


def end_visit(by: Account, seat: ClassSeat) -> None:
    """Whoever is signed in with this seat is out with the next request."""
    if seat.student.account is not None:
        end_sign_ins(by=by, account=seat.student.account, check=False)


def sign_in(*, device: ClassDevice, seat: ClassSeat, pictures: list[str], now: datetime | None = None) -> Account:
    """The student's account when tablet, hours and the three pictures are right; otherwise Cannot, ever more slowly."""
    now = now or clock.now()
    if device.group_id != seat.group_id or not class_queries.is_open(device.group, now):
        raise Cannot(_("The class is closed now. Ask your teacher."))
    # Outside the block that refuses: a refused try must still be counted.
    account = attempt(seat.pk, pictures, now)
    if account is None:
        raise Cannot(_("Those were other pictures. Try again, or ask your teacher."))
    return account


@transaction.atomic
def attempt(pk: int, pictures: list[str], now: datetime) -> Account | None:
    seat = ClassSeat.objects.select_for_update().get(pk=pk)
    if seat.locked_until is not None and seat.locked_until > now:
        raise Cannot(_("Let us wait a little. Ask your teacher for help."))
    account = seat.student.account
    if account is None or not account.is_active or not check_password(spelled(pictures), seat.secret):
        seat.failures = min(seat.failures + 1, 30)
        if seat.failures >= TRIES:
            seat.locked_until = now + min(SHORTEST_WAIT * 2 ** (seat.failures - TRIES), LONGEST_WAIT)
        seat.save(update_fields=["failures", "locked_until"])
        record(None, "could not sign in", seat, kind=Kind.REFUSED)
        return None
    if seat.failures:
        seat.failures, seat.locked_until = 0, None
        seat.save(update_fields=["failures", "locked_until"])
    record(account, "signed in", seat, kind=Kind.SIGNED_IN)
    return account
