"""The office's people page: inviting, ending posts and sign-ins; never a password (AUTH-11, SES-05, AZ-13)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.people import actions, queries
from strongsuit.people.models import Account, District, School, StaffPost
from strongsuit.people.roles import Role
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import NOW, TODAY, post
from tests.people.conftest import give_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast, client):
    return cast.sign_in(client, cast.admin)


def wish(cast, **other):
    found = {"email": "new@harbor.example", "name": "Noa New", "role": "teacher", "place": f"school-{cast.school.pk}"}
    return found | {"title": "Reading teacher"} | other


def test_the_office_sees_the_people_of_its_district_only(office):
    page = office.get("/district/people/").content.decode()
    assert "Elena Ruiz" in page
    assert "Alex Outsider" not in page


def test_parents_are_not_on_the_list(office):
    assert "Rosa Delgado" not in office.get("/district/people/?q=Rosa").content.decode()


def test_people_are_found_by_name_and_address(office):
    assert "Elena Ruiz" in office.get("/district/people/?q=elena").content.decode()
    assert "Elena Ruiz" in office.get("/district/people/?q=RUIZ@harbor").content.decode()
    assert "Nobody found" in office.get("/district/people/?q=zzz").content.decode()


@pytest.mark.parametrize("who", ["ruiz", "chen", "brooks", "rosa", "stranger", "maya_account"])
def test_nobody_else_sees_the_list_or_invites(cast, client, who):
    cast.sign_in(client, getattr(cast, who))
    for address in ("/district/people/", "/district/people/invite/", reverse("people:person", args=[cast.ruiz.pk])):
        assert client.get(address).status_code == 404
        assert client.post(address, wish(cast)).status_code in {404, 405}
    assert not Account.objects.filter(email="new@harbor.example").exists()


def test_the_office_of_another_district_reaches_nobody_here(cast, client):
    other = Account.objects.create_user("office@pine.example", None, name="Pine Office")
    post(other, cast.other_district, Role.DISTRICT)
    cast.sign_in(client, other)
    assert client.get(reverse("people:person", args=[cast.ruiz.pk])).status_code == 404
    assert client.post("/district/people/invite/", wish(cast)).status_code == 422
    held = StaffPost.objects.get(account=cast.ruiz)
    assert client.post(reverse("people:end_post", args=[held.pk]), {"version": 1}).status_code == 404


def test_inviting_makes_an_account_without_password_and_sends_a_link(office, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = office.post("/district/people/invite/", wish(cast))
    made = Account.objects.get(email="new@harbor.example")
    assert page.url == reverse("people:person", args=[made.pk])
    assert not made.has_usable_password()
    assert made.posts.get().school == cast.school
    assert mail.outbox[0].to == ["new@harbor.example"]


def test_inviting_twice_makes_one_post_and_one_mail(office, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        office.post("/district/people/invite/", wish(cast))
        office.post("/district/people/invite/", wish(cast))
    assert StaffPost.objects.filter(account__email="new@harbor.example").count() == 1
    assert len(mail.outbox) == 1


def test_a_form_with_a_mistake_keeps_what_was_typed(office, cast):
    page = office.post("/district/people/invite/", wish(cast, email="not an address"))
    assert page.status_code == 422
    assert "Noa New" in page.content.decode()


def test_a_role_or_a_place_outside_the_list_is_refused(office, cast):
    assert office.post("/district/people/invite/", wish(cast, role="owner")).status_code == 422
    far = f"school-{cast.far_school.pk}"
    assert office.post("/district/people/invite/", wish(cast, place=far)).status_code == 422


def test_extra_fields_change_nothing(office, cast):
    extra = {"password": "chosen by the office", "is_active": "", "kind": "student", "stamp": "x", "language": "ar"}
    office.post("/district/people/invite/", wish(cast, **extra))
    made = Account.objects.get(email="new@harbor.example")
    assert (made.is_active, made.kind, made.language, made.has_usable_password()) == (True, "adult", "en", False)


def test_no_page_of_the_office_asks_for_a_password(office, cast):
    for address in ("/district/people/", "/district/people/invite/", reverse("people:person", args=[cast.ruiz.pk])):
        assert 'type="password"' not in office.get(address).content.decode()


def test_ending_a_post_closes_everything_with_the_next_request(office, cast):
    ruiz = cast.sign_in(Client(), cast.ruiz)
    assert ruiz.get("/account/").status_code == 200
    held = StaffPost.objects.get(account=cast.ruiz)
    office.post(reverse("people:end_post", args=[held.pk]), {"version": held.version})
    assert ruiz.get("/account/").status_code == 302
    held.refresh_from_db()
    assert held.ends_on == TODAY - timedelta(days=1)
    assert not queries.is_staff(cast.ruiz)


def test_ending_a_post_twice_is_one_deed(office, cast):
    held = StaffPost.objects.get(account=cast.ruiz)
    for _time in range(2):
        office.post(reverse("people:end_post", args=[held.pk]), {"version": 1})
    assert Entry.objects.filter(deed="ended a post").count() == 1


def test_a_post_that_began_today_is_taken_back_whole(cast):
    made = post(cast.ruiz, cast.district, Role.CHAIR, cast.school)
    StaffPost.objects.filter(pk=made.pk).update(starts_on=TODAY)
    made.refresh_from_db()
    actions.end_post(by=cast.admin, post=made, version=made.version)
    assert not StaffPost.objects.filter(pk=made.pk).exists()


def test_a_new_post_ends_the_old_sign_ins(cast):
    ruiz = cast.sign_in(Client(), cast.ruiz)
    actions.invite(
        by=cast.admin, email="ruiz@harbor.example", name="", role=Role.CHAIR, district=cast.district, school=cast.school
    )
    assert ruiz.get("/account/").status_code == 302


def test_the_office_ends_every_sign_in_of_a_colleague(office, cast):
    ruiz = cast.sign_in(Client(), cast.ruiz)
    office.post(reverse("people:end_sign_ins", args=[cast.ruiz.pk]))
    assert ruiz.get("/account/").status_code == 302


def test_somebody_who_lost_everything_starts_again_with_a_link(office, cast, django_capture_on_commit_callbacks):
    give_app(cast.ruiz)
    with django_capture_on_commit_callbacks(execute=True):
        office.post(reverse("people:start_again", args=[cast.ruiz.pk]))
    cast.ruiz.refresh_from_db()
    assert not cast.ruiz.has_usable_password()
    assert not queries.has_factor(cast.ruiz)
    assert mail.outbox[0].to == ["ruiz@harbor.example"]


def test_the_actions_ask_again_who_is_asking(cast):
    wanted = {"email": "new@harbor.example", "name": "N", "role": Role.TEACHER, "district": cast.district}
    for who in (cast.ruiz, cast.rosa, cast.outsider):
        with pytest.raises(NotYours):
            actions.invite(by=who, **wanted)
        with pytest.raises(NotYours):
            actions.end_sign_ins(by=who, account=cast.okafor)
        with pytest.raises(NotYours):
            actions.start_again(by=who, account=cast.okafor)
        with pytest.raises(NotYours):
            actions.end_post(by=who, post=StaffPost.objects.get(account=cast.okafor), version=1)


def test_an_office_whose_post_has_ended_is_refused(cast, client):
    cast.sign_in(client, cast.admin)
    assert client.get("/district/people/").status_code == 200
    StaffPost.objects.filter(account=cast.admin).update(ends_on=TODAY - timedelta(days=1))
    assert client.get("/district/people/").status_code == 404


def test_a_post_ends_at_midnight(cast):
    StaffPost.objects.filter(account=cast.admin).update(ends_on=TODAY)
    assert queries.offices(cast.admin, "district.people")
    with clock.frozen(NOW + timedelta(hours=14), everywhere=True):
        assert queries.offices(cast.admin, "district.people") == []


def test_a_closed_account_is_not_invited_again(cast):
    Account.objects.filter(pk=cast.okafor.pk).update(is_active=False)
    with pytest.raises(Cannot):
        actions.invite(by=cast.admin, email="okafor@harbor.example", name="", role=Role.TEACHER, district=cast.district)


def test_the_number_of_queries_does_not_grow_with_people(office, cast, django_assert_max_num_queries):
    for number in range(40):
        person = Account.objects.create_user(f"p{number}@harbor.example", None, name=f"Person {number}")
        post(person, cast.district, Role.TEACHER, cast.school)
    office.get("/district/people/")
    with django_assert_max_num_queries(12):
        office.get("/district/people/")


def test_the_command_makes_the_first_district_and_prints_a_link(db, capsys):
    call_command("invite", "first@harbor.example", "--role", "district", "--district", "Harbor City Schools")
    assert "/link/" in capsys.readouterr().out
    assert StaffPost.objects.get().role == "district"
    assert District.objects.get().name == "Harbor City Schools"


def test_the_command_knows_schools_by_name_or_code(cast, capsys):
    call_command(
        "invite",
        "t@harbor.example",
        "--role",
        "teacher",
        "--district",
        "NY-0001",
        "--school",
        "LIN",
        "--name",
        "Tea Cher",
    )
    assert StaffPost.objects.get(account__name="Tea Cher").school == cast.school


@pytest.mark.parametrize(
    "options",
    [
        ["--role", "teacher"],
        ["--role", "teacher", "--district", "Nowhere"],
        ["--role", "teacher", "--district", "NY-0001", "--school", "Nowhere"],
    ],
)
def test_the_command_says_what_is_known(cast, options):
    with pytest.raises(CommandError, match="Known"):
        call_command("invite", "t@harbor.example", *options)
    assert not Account.objects.filter(email="t@harbor.example").exists()
    assert School.objects.count() == 3
