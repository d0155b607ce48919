"""The pages of the class tablet and of the teacher who keeps it (AUTH-15, AUTH-16)."""

import re
from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from strongsuit.students import class_actions
from strongsuit.students.class_pictures import SECRET
from strongsuit.students.models import ClassDevice, ClassSeat
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(cast):
    return class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 5", opens=time(8), closes=time(15))


@pytest.fixture
def pictures(cast, group):
    return class_actions.add_seat(by=cast.ruiz, group=group, student=cast.maya)[1]


@pytest.fixture
def teacher(cast, client):
    return cast.sign_in(client, cast.ruiz)


@pytest.fixture
def tablet(cast, group):
    browser = Client()
    cast.sign_in(browser, cast.ruiz)
    browser.post(reverse("students:class_device_add", args=[group.pk]), {"name": "blue"})
    return browser


def tap(browser, group, pictures):
    seat = ClassSeat.objects.get()
    address = reverse("students:class_secret", args=[group.code, seat.pk])
    for place, picture in enumerate(pictures):
        page = browser.post(address, {"tapped": pictures[:place], "tap": picture})
    return page


def signed_in(browser):
    return "_auth_user_id" in browser.session


def test_making_a_class_tablet_signs_the_teacher_out_of_it(tablet, group):
    assert not signed_in(tablet)
    cookie = tablet.cookies["class-device"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert ClassDevice.objects.get().token != cookie.value


def test_a_child_signs_in_with_four_taps(tablet, group, pictures):
    page = tablet.get(reverse("students:class_faces", args=[group.code])).content.decode()
    assert "Maya" in page
    page = tap(tablet, group, pictures)
    assert page.url == "/me/"
    assert signed_in(tablet)


def test_the_family_name_is_not_shown_to_the_class(tablet, group, pictures):
    assert "Delgado" not in tablet.get(reverse("students:class_faces", args=[group.code])).content.decode()


def test_wrong_pictures_are_answered_kindly_and_start_again(tablet, group, pictures):
    wrong = [next(key for key in SECRET if key != pictures[0]), *pictures[1:]]
    page = tap(tablet, group, wrong)
    assert page.status_code == 422
    assert "Those were other pictures" in page.content.decode()
    assert "Picture 1 of 3" in page.content.decode()
    assert not signed_in(tablet)


def test_a_strange_device_sees_no_class_list(client, group, pictures):
    for address in ("/class/", reverse("students:class_faces", args=[group.code])):
        page = client.get(address).content.decode()
        assert "Maya" not in page
        assert "does not know a class" in page
    page = tap(client, group, pictures)
    assert "Maya" not in page.content.decode()
    assert not signed_in(client)


def test_after_hours_the_tablet_shows_nobody(tablet, group, pictures):
    with clock.frozen(NOW + timedelta(hours=8), everywhere=True):
        page = tablet.get(reverse("students:class_faces", args=[group.code])).content.decode()
        assert "closed now" in page
        assert "There is no school today" not in page and "It opens next on Monday, Nov. 23, 2026, from 8 a.m." in page
        assert "Maya" not in page
        tap(tablet, group, pictures)
        assert not signed_in(tablet)


def test_a_switched_off_tablet_shows_nobody(tablet, teacher, group, pictures):
    device = ClassDevice.objects.get()
    teacher.post(reverse("students:class_device_end", args=[group.pk, device.pk]))
    assert "Maya" not in tablet.get(reverse("students:class_faces", args=[group.code])).content.decode()
    tap(tablet, group, pictures)
    assert not signed_in(tablet)


def test_switching_the_tablet_off_ends_the_sign_in_on_it(tablet, teacher, group, pictures):
    tap(tablet, group, pictures)
    assert tablet.get("/display/").status_code == 200
    teacher.post(reverse("students:class_device_end", args=[group.pk, ClassDevice.objects.get().pk]))
    tablet.get("/me/")
    assert not signed_in(tablet)


def test_taking_back_a_card_ends_its_sign_in(tablet, teacher, group, pictures):
    tap(tablet, group, pictures)
    seat = ClassSeat.objects.get()
    teacher.post(reverse("students:class_seat_end", args=[group.pk, seat.pk]))
    tablet.get("/me/")
    assert not signed_in(tablet)
    assert tap_status(tablet, group, pictures) == 404


def tap_status(browser, group, pictures):
    return tap(browser, group, pictures).status_code


def test_the_class_code_opens_only_its_own_class(tablet, cast, group):
    other = class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 6", opens=time(8), closes=time(15))
    assert tablet.post("/class/", {"code": group.code.upper()}).url == f"/class/{group.code}/"
    assert tablet.post("/class/", {"code": other.code}).status_code == 422
    assert tablet.post("/class/", {"code": "nonsense"}).status_code == 422
    assert tablet.get(f"/class/{other.code}/").status_code == 404


def test_a_seat_of_another_class_is_not_here(tablet, cast, group, pictures):
    other = class_actions.make_class(by=cast.ruiz, school=cast.school, name="Room 6", opens=time(8), closes=time(15))
    seat, _pictures = class_actions.add_seat(by=cast.ruiz, group=other, student=cast.maya)
    assert tablet.get(reverse("students:class_secret", args=[group.code, seat.pk])).status_code == 404


def test_signing_out_clears_the_tablet_and_leads_back_to_the_class(tablet, group, pictures):
    tap(tablet, group, pictures)
    page = tablet.post("/sign-in/sign-out/")
    assert page.url == f"/class/{group.code}/"
    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_a_child_reaches_the_student_space_only(tablet, cast, group, pictures):
    tap(tablet, group, pictures)
    assert tablet.get("/").url == "/me/"
    for address in (
        "/caseload/",
        "/account/",
        "/district/people/",
        "/classes/",
        f"/students/{cast.maya.pk}/",
        "/family/",
    ):
        assert tablet.get(address).status_code == 404, address
    for address in ("", "plan/", "progress/", "documents/", "team/", "history/", "voice/"):
        assert tablet.get(f"/students/{spell(cast.maya.pk)}/{address}").status_code == 404, address


def test_the_pictures_have_words_for_those_who_listen(tablet, group, pictures):
    seat = ClassSeat.objects.get()
    page = tablet.get(reverse("students:class_secret", args=[group.code, seat.pk])).content.decode()
    names = re.findall(r'name="tap" value="(\w+)".*?<span>(\w+)</span>', page, re.DOTALL)
    assert [key for key, _word in names] == list(SECRET)


def test_a_teacher_makes_a_class_adds_a_student_and_prints_the_card(teacher, cast):
    page = teacher.post("/classes/", {"name": "Room 7", "school": cast.school.pk, "opens": "08:00", "closes": "15:00"})
    page = teacher.get(page.url).content.decode()
    assert "Maya Delgado" in page
    assert "Leo" not in page
    group = cast.ruiz.classes.get()
    card = teacher.post(reverse("students:class_seat_add", args=[group.pk]), {"student": cast.maya.pk}).content.decode()
    assert group.code in card
    assert card.count("sign-in-card-secret") == 1
    again = teacher.get(reverse("students:class", args=[group.pk])).content.decode()
    assert "sign-in-card" not in again


def test_hours_that_end_before_they_begin_are_refused(teacher, cast):
    page = teacher.post("/classes/", {"name": "Room 7", "school": cast.school.pk, "opens": "15:00", "closes": "08:00"})
    assert page.status_code == 422
    assert "Room 7" in page.content.decode()


def test_two_open_pages_do_not_overwrite_each_other(teacher, group):
    address = reverse("students:class", args=[group.pk])
    values = {"opens": "08:00", "closes": "15:00", "version": group.version}
    assert teacher.post(address, values | {"name": "Room 5A"}).status_code == 302
    page = teacher.post(address, values | {"name": "Room 5B"})
    assert page.status_code == 422
    assert "Room 5B" in page.content.decode()
    group.refresh_from_db()
    assert group.name == "Room 5A"


@pytest.mark.parametrize("who", ["okafor", "silva", "nguyen", "chen", "admin", "rosa", "paul", "stranger", "outsider"])
def test_the_class_of_somebody_else_does_not_exist(cast, client, group, pictures, who):
    cast.sign_in(client, getattr(cast, who))
    seat = ClassSeat.objects.get()
    assert client.get(reverse("students:class", args=[group.pk])).status_code == 404
    for name, args in (
        ("class_seat_add", [group.pk]),
        ("class_seat_renew", [group.pk, seat.pk]),
        ("class_seat_end", [group.pk, seat.pk]),
        ("class_cards", [group.pk]),
        ("class_device_add", [group.pk]),
    ):
        assert client.post(reverse(f"students:{name}", args=args)).status_code == 404, name


def test_a_child_that_is_not_on_the_caseload_cannot_be_added_by_number(teacher, cast, group):
    for child in (cast.leo, cast.far_child):
        page = teacher.post(reverse("students:class_seat_add", args=[group.pk]), {"student": child.pk})
        assert page.status_code == 404
    assert not ClassSeat.objects.exists()


def test_a_closed_class_says_why_and_on_which_days_it_is_open(cast, client, group, settings):
    address = reverse("students:class", args=[group.pk])
    with clock.frozen(NOW + timedelta(days=1), everywhere=True):
        cast.sign_in(client, cast.ruiz)
        closed = client.get(address).content.decode()
        settings.DEMO = True
        every_day = client.get(address).content.decode()
    for words in ("Closed now", "There is no school today.", "opens next on Monday", "3 p.m. on school days"):
        assert words in closed
    assert "Open now" in every_day and "in this demo every day" in every_day
