"""Staying signed in: what is stored, when it ends, and that an end ends everything (SES-01 to SES-06, SES-09)."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from strongsuit.audit.models import Entry
from strongsuit.people import actions
from strongsuit.people.models import Session
from strongsuit.people.sessions import stored
from strongsuit.web import clock
from tests.cast import NOW, PASSWORD
from tests.people.conftest import signed_in, try_to_sign_in

pytestmark = pytest.mark.django_db


def at(seconds):
    return clock.frozen(NOW + timedelta(seconds=seconds), everywhere=True)


def answer(client, address="/account/"):
    return client.get(address).status_code


@pytest.fixture
def rosa(cast, client):
    return cast.sign_in(client, cast.rosa)


def test_the_table_holds_only_a_hash_of_the_key(rosa):
    key = rosa.cookies[settings.SESSION_COOKIE_NAME].value
    row = Session.objects.get()
    assert row.session_key == stored(key) != key
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = row.session_key
    assert answer(thief) == 302


def test_the_key_is_long_and_random(rosa):
    key = rosa.cookies[settings.SESSION_COOKIE_NAME].value
    assert re.fullmatch(r"[a-z0-9]{32,}", key)


def test_the_stored_sign_in_knows_its_owner_and_its_device(cast):
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36")
    try_to_sign_in(client, "rosa@family.example")
    client.get("/account/")
    row = Session.objects.get()
    assert (row.account, row.agent, row.started_at) == (cast.rosa.pk, "Chrome, Windows", NOW)


@pytest.mark.parametrize(("who", "minutes"), [("rosa", 30), ("ruiz", 30), ("maya_account", 5)])
def test_an_idle_sign_in_ends_to_the_second(cast, client, who, minutes):
    cast.sign_in(client, getattr(cast, who))
    page = "/display/" if who == "maya_account" else "/account/"
    assert answer(client, page) == 200
    with at(minutes * 60 - 1):
        assert answer(client, page) == 200
    with at(2 * minutes * 60 - 2):
        assert answer(client, page) == 200
        assert signed_in(client)
    with at(3 * minutes * 60 - 2):
        client.get(page)
        assert not signed_in(client)


def test_a_sign_in_lasts_at_most_twelve_hours(rosa):
    rosa.get("/account/")
    for minutes in range(29, 12 * 60, 29):
        with at(minutes * 60):
            assert answer(rosa) == 200
    with at(12 * 3600 - 1):
        assert answer(rosa) == 200
    with at(12 * 3600):
        assert answer(rosa) == 302


def test_being_there_is_not_written_at_each_request(rosa, django_assert_num_queries):
    rosa.get("/account/extend/")
    with at(5), django_assert_num_queries(2):
        rosa.post("/account/extend/")
    with at(60), django_assert_num_queries(3):
        rosa.post("/account/extend/")


def test_the_next_page_after_an_end_says_that_words_are_kept(rosa):
    rosa.get("/account/")
    with at(1801):
        page = rosa.get("/family/?part=2", follow=True)
    assert page.redirect_chain == [("/sign-in/?next=%2Ffamily%2F%3Fpart%3D2&ended=idle", 302)]
    assert "What you typed is kept on this device" in page.content.decode()


def test_a_refused_save_leads_back_to_the_page_of_its_form(rosa):
    rosa.get("/account/")
    with at(1801):
        page = rosa.post("/account/sign-ins/end/", HTTP_REFERER="http://testserver/account/?x=1")
    assert page.url == "/sign-in/?next=%2Faccount%2F%3Fx%3D1&ended=idle"


@pytest.mark.parametrize("referer", ["https://evil.example//evil.example/", "javascript:alert(1)", ""])
def test_a_strange_referer_leads_nowhere(rosa, referer):
    rosa.get("/account/")
    with at(1801):
        page = rosa.post("/account/sign-ins/end/", HTTP_REFERER=referer)
    assert page.url == "/sign-in/?ended=idle"


@pytest.mark.parametrize("header", ["HTTP_X_AUTOSAVE", "HTTP_HX_REQUEST"])
def test_a_script_is_told_plainly_that_one_is_signed_out(client, db, header):
    page = client.post("/account/", headers={}, **{header: "1"})
    assert page.status_code == 401
    assert page.json()["signed_out"] is True
    assert page.json()["sign_in"].startswith("/sign-in/")


def test_the_warning_can_be_answered(rosa):
    rosa.get("/account/")
    with at(1790):
        assert rosa.post("/account/extend/").json() == {"seconds": 1800}
    with at(1790 + 1799):
        assert answer(rosa) == 200


def test_extending_asks_for_a_sign_in_and_a_post(client, db):
    assert client.post("/account/extend/").status_code == 302
    assert client.get("/account/extend/").status_code in {302, 405}


def test_the_key_changes_at_sign_in(client, cast):
    client.get("/sign-in/?next=/account/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = planted
    try_to_sign_in(client, "rosa@family.example")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != planted
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert answer(other) == 302


def test_a_new_stamp_ends_every_sign_in_at_once(cast):
    browsers = [cast.sign_in(Client(), cast.rosa) for _number in range(3)]
    assert {answer(browser) for browser in browsers} == {200}
    actions.end_sign_ins(by="a test", account=cast.rosa)
    assert {answer(browser) for browser in browsers} == {302}
    assert not Session.objects.filter(account=cast.rosa.pk).exists()


def test_a_changed_password_ends_the_other_sign_ins(cast, client):
    other = cast.sign_in(Client(), cast.rosa)
    cast.sign_in(client, cast.rosa)
    page = client.post(
        "/sign-in/password/change/", {"oldpassword": PASSWORD, "password1": "seven grey herons on a quiet pier"}
    )
    assert page.status_code == 302
    assert answer(client) == 200
    assert answer(other) == 302


def test_a_closed_account_is_out_with_the_next_request(cast, rosa):
    assert answer(rosa) == 200
    cast.rosa.is_active = False
    cast.rosa.save()
    assert answer(rosa) == 302


def test_people_see_their_sign_ins_and_end_one(cast, rosa):
    other = cast.sign_in(Client(), cast.rosa)
    other.get("/account/")
    key = stored(other.cookies[settings.SESSION_COOKIE_NAME].value)
    assert key in rosa.get("/account/").content.decode()
    rosa.post("/account/sign-ins/end/", {"key": key})
    assert answer(other) == 302
    assert answer(rosa) == 200


def test_nobody_ends_the_sign_in_of_somebody_else(cast, rosa):
    other = cast.sign_in(Client(), cast.okafor)
    other.get("/account/")
    rosa.post("/account/sign-ins/end/", {"key": stored(other.cookies[settings.SESSION_COOKIE_NAME].value)})
    assert answer(other) == 200


def test_one_can_sign_out_everywhere(cast, rosa):
    other = cast.sign_in(Client(), cast.rosa)
    page = rosa.post("/account/sign-ins/end-all/", follow=True)
    assert "You are signed out everywhere" in page.content.decode()
    assert answer(other) == answer(rosa) == 302


def test_signing_out_clears_the_cache_of_ones_own_device_and_keeps_its_words(rosa):
    page = rosa.post("/sign-in/sign-out/")
    assert (page.url, page.headers["Clear-Site-Data"]) == ("/sign-in/", '"cache"')
    assert not signed_in(rosa)


def test_the_cookie_of_a_sign_in_that_was_ended_opens_nothing(rosa):
    """Not at sign-out either: what a thief copied before is worth nothing after."""
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = rosa.cookies[settings.SESSION_COOKIE_NAME].value
    assert answer(thief) == 200
    rosa.post("/sign-in/sign-out/")
    assert answer(thief) == 302


def test_signing_out_of_a_student_sign_in_clears_storage_too(cast, client):
    cast.sign_in(client, cast.maya_account)
    page = client.post("/sign-in/sign-out/")
    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_looking_at_sign_out_does_not_sign_out(rosa):
    assert rosa.get("/sign-in/sign-out/").status_code == 200
    assert signed_in(rosa)


def test_sign_out_stands_on_every_page(rosa):
    for address in ("/account/", "/help/", "/display/", "/sign-in/password/change/"):
        assert 'action="/sign-in/sign-out/"' in rosa.get(address).content.decode(), address


def test_a_person_reads_pages_in_the_chosen_language(rosa):
    rosa.post("/account/", {"language": "es"})
    assert '<html lang="es"' in rosa.get("/account/").content.decode()
    assert Client().get("/sign-in/").content.decode().count('lang="es"') == 1, "another device is asked anew"
    rosa.post("/account/", {"language": "en"})
    assert '<html lang="en"' in rosa.get("/account/").content.decode()


def test_the_switch_before_sign_in_stays_on_the_device_and_leads_back_to_its_page(client):
    answer = client.post(
        "/language/", {"language": "es"}, headers={"referer": "http://testserver/sign-in/?next=/family/"}
    )
    assert answer.url == "http://testserver/sign-in/?next=/family/"
    assert '<html lang="es"' in client.get("/sign-in/").content.decode()
    assert client.post("/language/", {"language": "xx"}, headers={"referer": "http://other.example/"}).url == "/"
    assert '<html lang="es"' in client.get("/sign-in/").content.decode(), "what nobody speaks changes nothing"


def test_the_switch_of_somebody_signed_in_is_kept_with_the_account_and_written_down_once(rosa, cast):
    for _time in range(2):
        rosa.post("/language/", {"language": "es"})
    cast.rosa.refresh_from_db()
    assert cast.rosa.language == "es"
    assert Entry.objects.filter(deed="chose a language", actor=cast.rosa).count() == 1


def test_pages_of_staff_stay_in_the_language_that_is_whole(client, cast):
    cast.ruiz.language = "es"
    cast.ruiz.save(update_fields=["language"])
    cast.sign_in(client, cast.ruiz)
    assert '<html lang="en"' in client.get("/today/", follow=True).content.decode()
