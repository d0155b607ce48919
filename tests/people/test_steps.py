"""Proving again who one is (SES-02, SES-07)."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.test import Client

from strongsuit.people.models import StaffPost
from strongsuit.web import clock
from tests.cast import NOW, PASSWORD
from tests.people.conftest import code, give_app

pytestmark = pytest.mark.django_db
INVITE = "/district/people/invite/"


def later(seconds):
    return clock.frozen(NOW + timedelta(seconds=seconds), everywhere=True)


def form(cast):
    return {
        "email": "new@harbor.example",
        "name": "Noa New",
        "role": "teacher",
        "place": f"school-{cast.school.pk}",
        "title": "",
    }


@pytest.fixture
def office(cast, client):
    return cast.sign_in(client, cast.admin)


def test_a_fresh_proof_opens_the_deed(office):
    with later(299):
        assert office.get(INVITE).status_code == 200


@pytest.mark.parametrize("address", [INVITE])
def test_an_old_proof_is_challenged(office, address):
    with later(300):
        page = office.get(address)
    assert page.url == "/sign-in/again/?next=%2Fdistrict%2Fpeople%2Finvite%2F"


def test_an_old_proof_does_not_let_a_post_through(office, cast):
    with later(301):
        page = office.post(INVITE, form(cast))
    assert page.url == "/sign-in/again/?next=%2Fsign-in%2Fgo-on%2F"
    assert not StaffPost.objects.filter(account__email="new@harbor.example").exists()


def test_after_the_password_everything_typed_is_still_there(office, cast):
    with later(301):
        office.post(INVITE, form(cast))
        page = office.get("/sign-in/again/?next=/sign-in/go-on/")
        assert page.url.startswith("/sign-in/again/password/?next=")
        page = office.post(page.url, {"password": PASSWORD})
        assert page.url == "/sign-in/go-on/"
        kept = office.get(page.url).content.decode()
        assert f'action="{INVITE}"' in kept
        assert 'value="Noa New"' in kept
        assert office.post(INVITE, form(cast)).status_code == 302
    assert StaffPost.objects.filter(account__email="new@harbor.example").exists()


def proved_for(office, cast, *, after, following="/sign-in/go-on/"):
    """A deed that was asked for, then a proof; what the page after it says."""
    with later(301):
        office.post(INVITE, form(cast))
    with later(301 + after):
        office.post(f"/sign-in/again/password/?next={following}", {"password": PASSWORD})
        return office.get("/sign-in/go-on/").content.decode()


def test_straight_after_the_proof_the_deed_needs_no_second_press(office, cast):
    page = proved_for(office, cast, after=60)
    assert "data-at-once" in page and "people/go-on" in page and "csrfmiddlewaretoken" in page
    # Only a form that is sent changes anything, never this page.
    assert not StaffPost.objects.filter(account__email="new@harbor.example").exists()


@pytest.mark.parametrize("proof", [{"after": 301}, {"after": 60, "following": "/account/"}])
def test_a_deed_that_waited_long_or_a_proof_for_something_else_asks_for_its_press(office, cast, proof):
    page = proved_for(office, cast, **proof)
    assert "data-at-once" not in page and "people/go-on" not in page
    assert "One press is left" in page and "is not done yet" in page


def test_a_password_that_waits_for_a_proof_is_not_written_down(cast, client):
    cast.rosa.set_unusable_password()
    cast.rosa.save()
    cast.sign_in(client, cast.rosa)
    with later(301):
        page = client.post("/sign-in/password/set/", {"password1": "seven grey herons on a quiet pier", "more": "x"})
        assert page.url.startswith("/sign-in/again/")
        assert client.session["kept_deed"]["fields"] == [("more", "x")] or client.session["kept_deed"]["fields"] == [
            ["more", "x"]
        ]


def test_a_wrong_password_proves_nothing(office):
    with later(301):
        assert office.post("/sign-in/again/password/?next=/", {"password": "not the password"}).status_code == 422
        assert office.get(INVITE).status_code == 302


def test_a_code_proves_it_too(office, cast):
    give_app(cast.admin)
    with later(301):
        assert office.get("/sign-in/again/?next=/account/").url == "/sign-in/again/code/?next=%2Faccount%2F"
        assert office.post("/sign-in/again/code/?next=/account/", {"code": code()}).url == "/account/"
        assert office.get(INVITE).status_code == 200


def test_a_passkey_comes_before_a_code(office, cast):
    give_app(cast.admin)
    Authenticator.objects.create(user=cast.admin, type="webauthn", data={"name": "key", "credential": {}})
    with later(301):
        assert office.get("/sign-in/again/?next=/").url.startswith("/sign-in/again/passkey/")


def test_the_key_changes_with_the_proof(office):
    before = office.cookies[settings.SESSION_COOKIE_NAME].value
    with later(301):
        office.post("/sign-in/again/password/?next=/", {"password": PASSWORD})
    after = office.cookies[settings.SESSION_COOKIE_NAME].value
    assert before != after
    old = Client()
    old.cookies[settings.SESSION_COOKIE_NAME] = before
    with later(301):
        assert old.get("/account/").status_code == 302


def test_twelve_hours_go_on_through_a_proof(office):
    office.get("/account/")
    for minutes in range(25, 12 * 60, 25):
        with later(minutes * 60):
            office.post("/sign-in/again/password/?next=/", {"password": PASSWORD})
            assert office.get("/account/").status_code == 200
    with later(12 * 3600):
        assert office.get("/account/").status_code == 302


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_a_proof_leads_nowhere_else(office, there):
    with later(301):
        page = office.post("/sign-in/again/password/?next=" + there, {"password": PASSWORD})
    assert page.url == "/"


def test_a_parent_without_password_proves_it_with_a_link(cast, client, django_capture_on_commit_callbacks):
    cast.rosa.set_unusable_password()
    cast.rosa.save()
    cast.sign_in(client, cast.rosa)
    with later(301):
        page = client.get("/sign-in/again/?next=/family/")
        assert "We send a link" in page.content.decode()
        with django_capture_on_commit_callbacks(execute=True):
            client.post("/sign-in/again/link/", {"next": "/family/"})
        assert not steps_ok(client)
        client.post(re.search(r"/link/\S+", mail.outbox[0].body).group())
        assert steps_ok(client)


def steps_ok(client):
    """Whether a waiting deed would now go through."""
    return client.get("/sign-in/again/?next=/account/").status_code == 302


def test_a_demo_sign_in_confirms_on_a_plain_page(cast, client):
    cast.sign_in(client, cast.admin)
    session = client.session
    session["demo"] = True
    session.save()
    with later(301):
        assert "Outside this demo" in client.get("/sign-in/again/?next=/account/").content.decode()
        assert client.post("/sign-in/again/demo/", {"next": "/account/"}).url == "/account/"
        assert client.get(INVITE).status_code == 200


def test_the_plain_page_exists_for_demo_sign_ins_only(office):
    with later(301):
        assert office.post("/sign-in/again/demo/", {"next": "/account/"}).status_code == 404
        assert office.get(INVITE).status_code == 302


def test_scripts_are_told_where_to_prove_it(office, cast):
    with later(301):
        page = office.post(INVITE, form(cast), headers={"HX-Request": "true"})
        assert (page.status_code, page.headers["HX-Redirect"]) == (204, "/sign-in/again/?next=%2Fsign-in%2Fgo-on%2F")
        assert office.post(INVITE, form(cast), headers={"X-Autosave": "1"}).status_code == 403


def test_what_was_kept_is_forgotten_once_shown(office, cast):
    with later(301):
        office.post(INVITE, form(cast))
        office.post("/sign-in/again/password/?next=/sign-in/go-on/", {"password": PASSWORD})
        office.get("/sign-in/go-on/")
        assert office.get("/sign-in/go-on/").url == "/"


@pytest.mark.parametrize("there", ["no:page", "{{ 1|add:2 }}", "https://elsewhere.example", "//elsewhere.example"])
def test_a_way_back_that_is_no_page_of_ours_leads_to_the_beginning(office, there):
    assert office.get("/sign-in/again/", {"next": there}).url == "/"
    assert office.post("/display/", {"next": there}).url == "/display/"
