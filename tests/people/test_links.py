"""One-time links and links for a new password (AUTH-10, AUTH-11, DOC-02)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from strongsuit.people import actions
from strongsuit.people.models import Invitation
from strongsuit.web import clock
from tests.cast import NOW
from tests.people.conftest import code, give_app, signed_in, try_to_sign_in

pytestmark = pytest.mark.django_db
NEW = "seven grey herons on a quiet pier"


def later(**span):
    return clock.frozen(NOW + timedelta(**span), everywhere=True)


def path(address):
    return re.sub(r"^https?://[^/]+", "", address)


@pytest.fixture
def link(cast):
    return path(actions.link_address(actions.send_link(by="a test", account=cast.rosa)))


def test_looking_at_a_link_signs_nobody_in(client, link):
    page = client.get(link)
    assert "Come in" in page.content.decode()
    assert not signed_in(client)
    assert Invitation.objects.get().used_at is None


def test_pressing_the_button_signs_in(client, link):
    client.post(link)
    assert signed_in(client)


def test_a_link_works_once(client, link):
    client.post(link)
    other = Client()
    page = other.post(link)
    assert page.status_code == 422
    assert "does not work any more" in page.content.decode()
    assert not signed_in(other)


@pytest.mark.parametrize(("seconds", "works"), [(-1, True), (0, False)])
def test_a_link_works_seven_days(client, link, seconds, works):
    with later(days=7, seconds=seconds):
        client.post(link)
    assert signed_in(client) is works


def test_only_the_newest_link_works(client, cast, link):
    with later(minutes=1):
        newest = path(actions.link_address(actions.send_link(by="a test", account=cast.rosa)))
        client.post(link)
        assert not signed_in(client)
        client.post(newest)
        assert signed_in(client)


def test_asking_twice_in_a_row_sends_one_link(cast, link, django_capture_on_commit_callbacks):
    with later(seconds=5):
        again = actions.send_link(by="a test", account=cast.rosa)
    assert Invitation.objects.get() == again


def test_a_link_for_one_person_does_not_open_another_account(client, cast, link):
    other = actions.send_link(by="a test", account=cast.paul)
    token = link.rstrip("/").rpartition("/")[2]
    address = path(actions.link_address(other)).rstrip("/").rpartition("/")[0]
    client.post(f"{address}/{token}/")
    assert not signed_in(client)


@pytest.mark.parametrize("token", ["x", "AAAA", "../../", "%00", "é"])
def test_a_made_up_link_is_refused_calmly(client, cast, link, token):
    address = link.rstrip("/").rpartition("/")[0]
    assert client.post(f"{address}/{token}/").status_code in {404, 422, 400}
    assert not signed_in(client)


def test_a_link_of_a_closed_account_is_refused(client, cast, link):
    cast.rosa.is_active = False
    cast.rosa.save()
    client.post(link)
    assert not signed_in(client)


def test_a_link_never_skips_the_second_step(client, cast):
    give_app(cast.ruiz)
    page = client.post(path(actions.link_address(actions.send_link(by="a test", account=cast.ruiz))))
    assert page.url == "/sign-in/second-step/"
    assert not signed_in(client)


def test_the_mail_names_no_child_and_no_school(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        actions.send_link(by="a test", account=cast.rosa)
    sent = mail.outbox[0]
    assert sent.to == ["rosa@family.example"]
    for word in ("Maya", "Delgado", "Lincoln", "Harbor City", "Rosa"):
        assert word not in sent.subject + sent.body
    assert "/link/" in sent.body


def ask_for_reset(client, email):
    mail.outbox.clear()
    page = client.post("/sign-in/password/new/", {"email": email})
    found = re.search(r"http\S+/password/new/\S+", mail.outbox[0].body)
    return page, path(found.group()) if found else ""


def use_reset(client, link, password=NEW):
    page = client.get(link)
    if page.status_code != 302:
        return page
    return client.post(page.url, {"password1": password})


def test_a_new_password_through_a_link(cast, client):
    _page, link = ask_for_reset(client, "rosa@family.example")
    use_reset(client, link)
    assert not signed_in(client)
    try_to_sign_in(client, "rosa@family.example", NEW)
    assert signed_in(client)


def test_a_stranger_gets_the_same_answer_and_also_a_mail(cast, client):
    known, _link = ask_for_reset(client, "rosa@family.example")
    unknown, link = ask_for_reset(client, "nobody@family.example")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert link == ""
    assert len(mail.outbox) == 1


def test_a_reset_link_works_once(cast, client):
    _page, link = ask_for_reset(client, "rosa@family.example")
    use_reset(client, link)
    assert "does not work any more" in use_reset(Client(), link, "some other long password").content.decode()


def test_only_the_newest_reset_link_works(cast, client):
    _page, older = ask_for_reset(client, "rosa@family.example")
    _page, newest = ask_for_reset(client, "rosa@family.example")
    assert "does not work any more" in use_reset(Client(), older).content.decode()
    assert use_reset(Client(), newest).status_code == 302


@pytest.mark.parametrize(("seconds", "works"), [(899, True), (901, False)])
def test_a_reset_link_works_fifteen_minutes(cast, client, seconds, works):
    _page, link = ask_for_reset(client, "rosa@family.example")
    with later(seconds=seconds):
        assert (use_reset(Client(), link).status_code == 302) is works


def test_a_reset_ends_every_sign_in(cast, client):
    inside = cast.sign_in(Client(), cast.rosa)
    _page, link = ask_for_reset(client, "rosa@family.example")
    use_reset(client, link)
    assert inside.get("/account/").status_code == 302


def test_a_reset_does_not_skip_the_second_step(cast, client):
    give_app(cast.ruiz)
    _page, link = ask_for_reset(client, "ruiz@harbor.example")
    use_reset(client, link, "seven grey herons")
    page = try_to_sign_in(client, "ruiz@harbor.example", "seven grey herons")
    assert page.url == "/sign-in/second-step/"
    client.post(page.url, {"code": code()})
    assert signed_in(client)


def test_a_weak_new_password_is_refused_with_a_reason(cast, client):
    _page, link = ask_for_reset(client, "rosa@family.example")
    page = use_reset(client, link, "password1")
    assert page.status_code == 422
    assert "too short" in page.content.decode()


def test_the_link_in_the_mail_does_not_trust_the_host_of_the_request(cast, settings):
    settings.ALLOWED_HOSTS = ["testserver", "also.example"]
    client = Client(HTTP_HOST="also.example")
    client.post("/sign-in/password/new/", {"email": "rosa@family.example"})
    assert "also.example" not in mail.outbox[-1].body


def test_asking_for_a_reset_does_not_change_the_password_or_end_anything(cast, client):
    inside = cast.sign_in(Client(), cast.rosa)
    ask_for_reset(client, "rosa@family.example")
    assert inside.get("/account/").status_code == 200
