"""Every staff account has a second step before anything else (AUTH-05, AUTH-07)."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.urls import Resolver404, get_resolver, resolve

from strongsuit.people.middleware import BEFORE_FACTOR
from tests.cast import PASSWORD
from tests.people.conftest import code, give_app, signed_in, try_to_sign_in
from tests.web.test_logs import addresses

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(cast, client):
    """A teacher who has only a password yet."""
    try_to_sign_in(client, "ruiz@harbor.example")
    return client


def plain_addresses():
    """Every address that takes no number, with the name of its view."""
    for pattern, name in walk(get_resolver().url_patterns):
        if "<" not in pattern and "(?P" not in pattern:
            yield "/" + pattern, name


def walk(patterns, prefix="", space=""):
    for each in patterns:
        here = prefix + str(each.pattern).lstrip("^").rstrip("$")
        if hasattr(each, "url_patterns"):
            yield from walk(each.url_patterns, here, f"{each.namespace}:" if each.namespace else space)
        else:
            yield here, space + (each.name or "")


def test_every_staff_address_leads_to_the_second_step_first(newcomer):
    let_in = []
    for address, name in plain_addresses():
        if name in BEFORE_FACTOR or name.startswith(("account_reset", "account_inactive")):
            continue
        page = newcomer.get(address)
        if page.status_code == 302 and page.url == "/account/secure/":
            continue
        let_in.append(address)
    assert let_in == []


def test_every_address_about_a_record_leads_to_the_second_step_first(newcomer, cast):
    """Those with a number in them too, looked at or sent to."""
    tried, let_in = 0, []
    for address in addresses([cast.maya.pk, cast.plan.pk]):
        try:
            name = resolve(address).view_name
        except Resolver404:
            continue
        if name in BEFORE_FACTOR or name.startswith(("account_reset", "account_inactive")):
            continue
        tried += 1
        answers = [newcomer.get(address), newcomer.post(address, {"words": "x"})]
        let_in += [address for page in answers if (page.status_code, page.get("Location")) != (302, "/account/secure/")]
    assert let_in == []
    assert tried > 150


def test_the_way_out_and_help_stay_open(newcomer):
    assert newcomer.get("/help/").status_code == 200
    newcomer.post("/sign-in/sign-out/")
    assert not signed_in(newcomer)


def test_scripts_are_not_let_in_either(newcomer):
    page = newcomer.get("/caseload/", headers={"HX-Request": "true"})
    assert page.status_code == 403


def test_a_parent_needs_no_second_step(cast, client):
    try_to_sign_in(client, "rosa@family.example")
    assert client.get("/account/").status_code == 200


def test_a_demo_sign_in_needs_none(cast, client):
    client.force_login(cast.ruiz)
    session = client.session
    session["demo"] = True
    session.save()
    assert client.get("/account/").status_code == 200


def test_somebody_with_an_app_goes_straight_in(cast, client):
    give_app(cast.ruiz)
    try_to_sign_in(client, "ruiz@harbor.example")
    client.post("/sign-in/second-step/", {"code": code()})
    assert client.get("/account/").status_code == 200


def test_recovery_codes_alone_are_no_second_step(cast, client):
    Authenticator.objects.create(user=cast.ruiz, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    try_to_sign_in(client, "ruiz@harbor.example")
    assert client.get("/account/").url == "/account/secure/"


def test_adding_an_app_opens_the_way_and_gives_recovery_codes(newcomer, cast):
    page = newcomer.get("/sign-in/steps/app/add/").content.decode()
    secret = re.search(r'id="totp-key"[^>]*>([A-Z2-7 ]+)<', page).group(1).replace(" ", "")
    assert newcomer.post("/sign-in/steps/app/add/", {"code": "000000"}).status_code == 422
    page = newcomer.post("/sign-in/steps/app/add/", {"code": code_of(secret)})
    assert page.url == "/sign-in/steps/codes/"
    codes = re.findall(r"<li>(\d{8})</li>", newcomer.get(page.url).content.decode())
    assert len(codes) == 10
    assert newcomer.get("/account/").status_code == 200
    assert Authenticator.objects.filter(user=cast.ruiz, type="totp").exists()


def code_of(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def test_somebody_invited_adds_a_step_and_then_a_password(cast, client):
    cast.ruiz.set_unusable_password()
    cast.ruiz.save()
    client.force_login(cast.ruiz)
    give_app(cast.ruiz)
    page = client.get("/account/secure/").content.decode()
    assert "choose the password that goes before it" in page


def test_with_an_app_but_no_password_the_password_comes_before_anything_else(cast, client):
    """An app alone opens nothing once the link is used: the way on waits until there is a way back."""
    came_by_link(client, cast.ruiz)
    assert client.get("/caseload/").url == "/account/secure/"
    page = client.get("/sign-in/password/set/")
    assert page.status_code == 302, "asked once more who they are"
    way = client.get(page.url)
    assert way.url.startswith("/sign-in/again/")
    assert client.get(way.url).status_code == 200
    assert client.post(way.url, {"code": code()}).status_code == 302
    words = {"password1": "quiet rivers carry boats", "password2": "quiet rivers carry boats"}
    assert client.post("/sign-in/password/set/", words).url == "/account/"
    assert client.get("/account/").status_code == 200
    client.post("/sign-in/sign-out/")
    try_to_sign_in(client, "ruiz@harbor.example", "quiet rivers carry boats")
    client.post("/sign-in/second-step/", {"code": code(1)})
    assert client.get("/account/").status_code == 200


def came_by_link(client, account):
    account.set_unusable_password()
    account.save()
    give_app(account)
    client.force_login(account, backend="strongsuit.people.backends.LinkBackend")


def test_without_the_only_passkey_a_password_is_asked_for_at_once(cast, client):
    key = Authenticator.objects.create(user=cast.ruiz, type="webauthn", data={"name": "key", "credential": {}})
    came_by_link(client, cast.ruiz)
    assert client.get("/account/").status_code == 200
    cast.sign_in(client, cast.ruiz)
    client.post(f"/sign-in/steps/passkeys/{key.pk}/remove/")
    assert not Authenticator.objects.filter(pk=key.pk).exists()
    assert client.get("/account/").url == "/account/secure/"


def test_a_parent_who_came_by_a_link_is_offered_a_way_back(cast, client):
    cast.rosa.set_unusable_password()
    cast.rosa.save()
    client.force_login(cast.rosa, backend="strongsuit.people.backends.LinkBackend")
    assert "You came in by a link" in client.get("/account/").content.decode()
    cast.rosa.set_password(PASSWORD)
    cast.rosa.save()
    client.force_login(cast.rosa, backend="strongsuit.people.backends.LinkBackend")
    assert "You came in by a link" not in client.get("/account/").content.decode()


def test_the_only_second_step_cannot_be_removed(cast, client):
    give_app(cast.ruiz)
    cast.sign_in(client, cast.ruiz)
    page = client.post("/sign-in/steps/app/remove/")
    assert page.status_code == 422
    assert "your only second step" in page.content.decode()
    assert Authenticator.objects.filter(user=cast.ruiz).exists()


def test_the_only_passkey_cannot_be_removed(cast, client):
    key = Authenticator.objects.create(user=cast.ruiz, type="webauthn", data={"name": "key", "credential": {}})
    cast.sign_in(client, cast.ruiz)
    client.post(f"/sign-in/steps/passkeys/{key.pk}/remove/")
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_nobody_removes_the_passkey_of_somebody_else(cast, client):
    key = Authenticator.objects.create(user=cast.ruiz, type="webauthn", data={"name": "key", "credential": {}})
    cast.sign_in(client, cast.rosa)
    assert client.post(f"/sign-in/steps/passkeys/{key.pk}/remove/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_changed_step_is_told_by_mail_without_names(newcomer, cast):
    page = newcomer.get("/sign-in/steps/app/add/").content.decode()
    secret = re.search(r'id="totp-key"[^>]*>([A-Z2-7 ]+)<', page).group(1).replace(" ", "")
    newcomer.post("/sign-in/steps/app/add/", {"code": code_of(secret)})
    assert "authenticator app was added" in mail.outbox[-1].body
    assert "Ruiz" not in mail.outbox[-1].body


def test_the_password_alone_shows_nothing_of_the_record(newcomer, cast):
    page = newcomer.get(f"/students/{cast.maya.pk}/", follow=True)
    assert "Maya" not in page.content.decode()
    assert PASSWORD not in page.content.decode()
