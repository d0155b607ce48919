"""Cookies, origins, parallel tries: what an attacker would try at the door (SES-01, SES-05, WEB-04, AUTH-07)."""

import json
import os
import subprocess
import sys
import threading
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from tests.cast import PASSWORD
from tests.people.conftest import code, give_app, signed_in, try_to_sign_in
from tests.people.test_second_steps import walk
from tests.threads import at_once

PUBLIC = """
import django, json
django.setup()
from django.conf import settings

names = [
    "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
    "SESSION_COOKIE_PATH",
    "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "SITE_ADDRESS",
]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def public_settings(**environment):
    values = {
        "DJANGO_SETTINGS_MODULE": "strongsuit.settings",
        "STRONGSUIT_LOCAL": "no",
        "STRONGSUIT_HOSTS": "plans.harbor.example",
        "STRONGSUIT_SECRET_KEY": "k9V2mQ7xL4wT8rB1nZ6yH3cF5jD0gS" * 2,
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run([sys.executable, "-c", PUBLIC], env=values | environment, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


def test_a_public_server_has_one_strict_cookie(tmp_path):
    found = public_settings(STRONGSUIT_DATA=str(tmp_path))
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert (found["SESSION_COOKIE_PATH"], found["SESSION_COOKIE_DOMAIN"]) == ("/", None)
    assert found["SESSION_COOKIE_SECURE"] and found["SESSION_COOKIE_HTTPONLY"] and found["CSRF_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert found["SECURE_SSL_REDIRECT"] and found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False
    assert found["SITE_ADDRESS"] == "https://plans.harbor.example"


def test_a_public_server_does_not_start_without_a_strong_secret(tmp_path):
    assert "STRONGSUIT_SECRET_KEY" in public_settings(STRONGSUIT_DATA=str(tmp_path), STRONGSUIT_SECRET_KEY="changeme")
    assert "STRONGSUIT_SECRET_KEY" in public_settings(STRONGSUIT_DATA=str(tmp_path), STRONGSUIT_SECRET_KEY="")


@pytest.mark.django_db
def test_cookies_are_out_of_reach_for_scripts(cast, client):
    try_to_sign_in(client, "rosa@family.example")
    for name in ("strongsuit", "known-device"):
        assert client.cookies[name]["httponly"], name
        assert client.cookies[name]["samesite"] == "Lax"
        assert client.cookies[name]["path"] == "/"


@pytest.mark.django_db
def test_a_form_without_token_or_from_elsewhere_is_refused(cast):
    client = Client(enforce_csrf_checks=True)
    assert try_to_sign_in(client, "rosa@family.example").status_code == 403
    client.get("/sign-in/")
    token = client.cookies["strongsuit-csrf"].value
    values = {"login": "rosa@family.example", "password": "x", "csrfmiddlewaretoken": token}
    assert client.post("/sign-in/", values, HTTP_ORIGIN="https://evil.example").status_code == 403
    assert client.post("/sign-in/", values, HTTP_ORIGIN="http://testserver").status_code == 422


@pytest.mark.django_db
def test_a_token_of_before_does_not_work_after_signing_in(cast):
    client = Client(enforce_csrf_checks=True)
    client.get("/sign-in/")
    old = client.cookies["strongsuit-csrf"].value
    client.post("/sign-in/", {"login": "rosa@family.example", "password": PASSWORD, "csrfmiddlewaretoken": old})
    assert signed_in(client)
    assert client.cookies["strongsuit-csrf"].value != old
    assert client.post("/account/", {"language": "en", "csrfmiddlewaretoken": old}).status_code == 403


def own_addresses():
    for address, name in walk(get_resolver().url_patterns):
        if "<" not in address and "(?P" not in address and name.partition(":")[0] in {"people", "students"}:
            yield "/" + address


@pytest.mark.django_db
def test_every_page_of_ones_own_asks_for_a_sign_in(client, cast):
    open_ = {"/class/", "/language/"}
    for address in own_addresses():
        if address not in open_:
            page = client.get(address)
            assert page.status_code == 302 and page.url.startswith("/sign-in/"), address


@pytest.mark.django_db
def test_reading_pages_changes_nothing(cast, client):
    cast.sign_in(client, cast.admin)
    client.get("/account/")
    before = everything()
    for address in own_addresses():
        client.get(address)
    client.get("/sign-in/")
    assert everything() == before


def everything():
    tables = [
        name for name in connection.introspection.table_names() if name.startswith(("people_", "students_", "mfa_"))
    ]
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


@pytest.mark.django_db(transaction=True)
def test_of_two_tries_with_one_code_at_the_same_moment_one_succeeds(cast):
    give_app(cast.ruiz)
    browsers = [Client(), Client()]
    for browser in browsers:
        try_to_sign_in(browser, "ruiz@harbor.example")
    used, waiting = code(), list(browsers)
    at_once(2, lambda: waiting.pop().post("/sign-in/second-step/", {"code": used}))
    assert sorted(map(signed_in, browsers)) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_of_two_tries_with_one_recovery_code_at_the_same_moment_one_succeeds(cast):
    give_app(cast.ruiz)
    kept = Authenticator.objects.create(
        user=cast.ruiz, type="recovery_codes", data={"seed": encrypt("a" * 80), "used_mask": 0}
    )
    browsers = [Client(), Client()]
    for browser in browsers:
        try_to_sign_in(browser, "ruiz@harbor.example")
    used, waiting = kept.wrap().get_unused_codes()[0], list(browsers)
    at_once(2, lambda: waiting.pop().post("/sign-in/second-step/", {"code": used}))
    assert sorted(map(signed_in, browsers)) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_nothing_that_begins_after_a_dismissal_succeeds(cast):
    browser = cast.sign_in(Client(), cast.rosa)
    browser.get("/account/")
    cookies, seen, ended, answered = browser.cookies, [], threading.Event(), threading.Semaphore(0)

    def hammer():
        mine = Client()
        mine.cookies = cookies
        while not ended.is_set() or seen[-1][0] < dismissed[0]:
            began = time.monotonic()
            seen.append((began, mine.get("/account/").status_code))
            answered.release()
        connection.close()

    dismissed = [float("inf")]
    threads = [threading.Thread(target=hammer) for _number in range(3)]
    for thread in threads:
        thread.start()
    for _answer in range(6):
        answered.acquire()
    cast.rosa.is_active = False
    cast.rosa.save()
    dismissed[0] = time.monotonic()
    ended.set()
    for thread in threads:
        thread.join()
    assert {status for began, status in seen if began > dismissed[0]} <= {302}
    assert any(status == 200 for _began, status in seen)
