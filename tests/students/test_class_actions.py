"""Class sign-in: the tablet, the hours, the three pictures; everything else is refused (AUTH-15)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from strongsuit.people.models import StaffPost
from strongsuit.students import class_actions, class_queries
from strongsuit.students.class_pictures import FACES, PICTURES, SECRET
from strongsuit.students.models import ClassDevice, ClassSeat, Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(cast):
    return class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 5", opens=time(8), closes=time(15))


@pytest.fixture
def seat_and_pictures(cast, group):
    return class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)


@pytest.fixture
def device(cast, group):
    token = class_actions.make_device(by=cast.ruiz, group=group, name="blue")
    return class_queries.device_by(token)


def other_than(pictures):
    return [next(key for key in SECRET if key != pictures[0]), *pictures[1:]]


def test_the_three_pictures_open_the_students_own_account(cast, device, seat_and_pictures):
    seat, pictures = seat_and_pictures
    assert class_actions.sign_in(device=device, seat=seat, pictures=pictures) == cast.maya.account


def test_the_order_matters(device, seat_and_pictures):
    seat, pictures = seat_and_pictures
    seat.secret = class_actions.make_password("star fish tree")
    seat.save()
    with pytest.raises(Cannot):
        class_actions.sign_in(device=device, seat=seat, pictures=["tree", "fish", "star"])


def test_only_a_hash_of_the_pictures_and_of_the_tablet_is_kept(group, cast, seat_and_pictures):
    seat, pictures = seat_and_pictures
    assert not any(key in seat.secret for key in pictures)
    token = class_actions.make_device(by=cast.ruiz, group=group, name="")
    assert not ClassDevice.objects.filter(token=token).exists()
    assert class_queries.device_by(token).group == group


def test_wrong_pictures_are_slowed_more_and_more(device, seat_and_pictures):
    seat, pictures = seat_and_pictures
    for _try in range(class_actions.TRIES):
        with pytest.raises(Cannot, match="other pictures"):
            class_actions.sign_in(device=device, seat=seat, pictures=other_than(pictures))
    with pytest.raises(Cannot, match="wait"):
        class_actions.sign_in(device=device, seat=seat, pictures=pictures)
    with clock.frozen(NOW + timedelta(seconds=61)), pytest.raises(Cannot, match="other pictures"):
        class_actions.sign_in(device=device, seat=seat, pictures=other_than(pictures))
    with clock.frozen(NOW + timedelta(seconds=61 + 119)), pytest.raises(Cannot, match="wait"):
        class_actions.sign_in(device=device, seat=seat, pictures=pictures)
    with clock.frozen(NOW + timedelta(seconds=61 + 121)):
        assert class_actions.sign_in(device=device, seat=seat, pictures=pictures)
    assert ClassSeat.objects.get().failures == 0


def test_guessing_every_picture_would_take_days(device, seat_and_pictures):
    """All 729 guesses, each after its waiting time."""
    wait = timedelta()
    for tries in range(class_actions.TRIES, 729):
        wait += min(class_actions.SHORTEST_WAIT * 2 ** min(tries - class_actions.TRIES, 25), class_actions.LONGEST_WAIT)
    assert wait > timedelta(days=14)


def test_new_pictures_stop_the_old_ones_and_the_waiting(cast, device, seat_and_pictures):
    seat, pictures = seat_and_pictures
    ClassSeat.objects.update(failures=9, locked_until=NOW + timedelta(hours=1))
    seat.refresh_from_db()
    fresh = class_actions.new_pictures(by=cast.ruiz, seat=seat)
    assert class_actions.sign_in(device=device, seat=seat, pictures=fresh)
    if fresh != pictures:
        with pytest.raises(Cannot):
            class_actions.sign_in(device=device, seat=seat, pictures=pictures)


def test_the_tablet_of_another_class_is_refused(cast, seat_and_pictures):
    seat, pictures = seat_and_pictures
    other = class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 6", opens=time(8), closes=time(15))
    device = class_queries.device_by(class_actions.make_device(by=cast.ruiz, group=other, name=""))
    with pytest.raises(Cannot):
        class_actions.sign_in(device=device, seat=seat, pictures=pictures)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (datetime(2026, 11, 20, 12, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 13, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 19, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 20, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 21, 15, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 26, 15, 0, tzinfo=UTC), False),
        (datetime(2027, 7, 20, 15, 0, tzinfo=UTC), False),
    ],
    ids=["a second early", "opening", "last second", "closing", "Saturday", "Thanksgiving", "summer"],
)
def test_the_class_is_open_in_school_time_only(group, moment, open_):
    assert class_queries.is_open(group, moment) is open_


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 20, 12, 0, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 20, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2027, 7, 20, 15, 0, tzinfo=UTC), None),
    ],
    ids=["before school", "Friday after school", "Sunday", "no calendar yet"],
)
def test_a_closed_class_knows_when_it_opens_next(group, moment, day):
    assert class_queries.opens_next(group, moment) == day


def test_the_class_of_a_demo_is_open_every_day_in_its_hours(group, settings):
    settings.DEMO = True
    sunday = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    assert class_queries.is_open(group, sunday)
    assert not class_queries.is_open(group, sunday + timedelta(hours=8))
    assert class_queries.opens_next(group, sunday + timedelta(hours=8)) == date(2026, 11, 23)


def test_after_hours_the_right_pictures_are_refused(device, seat_and_pictures):
    seat, pictures = seat_and_pictures
    with clock.frozen(NOW + timedelta(hours=8)), pytest.raises(Cannot, match="closed"):
        class_actions.sign_in(device=device, seat=seat, pictures=pictures)


def test_a_revoked_tablet_is_unknown_at_once(cast, group, device):
    token = class_actions.make_device(by=cast.ruiz, group=group, name="")
    class_actions.revoke_device(by=cast.ruiz, device=class_queries.device_by(token))
    assert class_queries.device_by(token) is None


def test_a_tablet_stops_when_its_teacher_leaves(cast, group):
    token = class_actions.make_device(by=cast.ruiz, group=group, name="")
    StaffPost.objects.filter(account=cast.ruiz).update(ends_on=TODAY - timedelta(days=1))
    assert class_queries.device_by(token) is None


@pytest.mark.parametrize("token", ["", "x", "0" * 64])
def test_a_made_up_tablet_is_unknown(group, token):
    assert class_queries.device_by(token) is None


def test_only_students_of_ones_own_caseload_get_a_place(cast, group):
    for child in (cast.leo, cast.far_child):
        with pytest.raises(NotYours):
            class_actions.add_seat(by=cast.ruiz, group=group, student=child)
    assert class_queries.newcomers(cast.ruiz, group) == [cast.maya]


def test_adding_twice_keeps_one_place(cast, group):
    first, _pictures = class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)
    second, _pictures = class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)
    assert first.pk == second.pk


def test_a_student_without_account_gets_one_that_only_pictures_open(cast, group):
    Student.objects.filter(pk=cast.maya.pk).update(account=None)
    cast.maya.refresh_from_db()
    class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)
    cast.maya.refresh_from_db()
    assert (cast.maya.account.kind, cast.maya.account.email) == ("student", None)
    assert not cast.maya.account.has_usable_password()


@pytest.mark.parametrize("who", ["nguyen", "rosa", "admin", "stranger", "outsider"])
def test_others_keep_no_class_in_this_school(cast, who):
    with pytest.raises(NotYours):
        class_actions.make_class(by=getattr(cast, who), school=cast.school, name="Mine", opens=time(8), closes=time(15))


def test_the_same_class_made_twice_is_one(cast, group):
    again = class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 5", opens=time(8), closes=time(15))
    assert again == group


def test_every_place_has_its_own_picture_and_a_full_class_says_so(cast, group, monkeypatch):
    class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)
    monkeypatch.setattr(class_actions, "FACES", FACES[:1])
    with pytest.raises(Cannot, match="full"):
        class_actions.free_face(group)
    assert len(set(FACES)) == len(FACES) == len(PICTURES)


def test_a_student_who_left_has_no_place(cast, group, seat_and_pictures):
    Student.objects.filter(pk=cast.maya.pk).update(left_on=TODAY)
    assert class_queries.seats_of(group) == []
    with pytest.raises(NotYours):
        class_queries.seat_for(group, seat_and_pictures[0].pk)
