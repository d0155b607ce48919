"""Headers on every answer, a reference on every request, and word that typing arrived."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from strongsuit.web import middleware

PATHS = ["/help/", "/display/", "/nothing-here/", "/static/css/tokens.css", "/gallery/"]


class Untouched:
    """A body that nobody may begin to read."""

    def read(self, *sizes):
        raise AssertionError("the body was read")

    readline = read


def large(client, path, length, kind="multipart/form-data; boundary=x"):
    sent = {"wsgi.input": Untouched(), "CONTENT_LENGTH": str(length), "CONTENT_TYPE": kind}
    return client.generic("POST", path, **sent)


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize("path", ["/sign-in/", "/display/", "/class/", "/district/roster/"])
def test_what_is_too_large_is_refused_before_a_letter_of_it_is_read(db, path, kind):
    """Whoever sends it, a file that would fill the disk as well."""
    for length in (10_000_000, 10**12, 10**20):
        answer = large(Client(enforce_csrf_checks=True), path, length, kind)
        assert answer.status_code == 413
        assert "too large" in answer.content.decode() and answer.headers["X-Request-ID"] in answer.content.decode()


class Someone:
    def __init__(self, signed_in=True):
        self.is_authenticated = signed_in


def answer_to(form, user, status=302):
    request = RequestFactory().post("/somewhere/", form)
    request.user = user
    return middleware.SecurityHeaders(lambda _request: HttpResponse(status=status))(request)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_every_header(client, db, path):
    answer = client.get(path)
    answer.close()
    assert {name: answer.headers.get(name) for name in middleware.HEADERS} == middleware.HEADERS
    assert (
        "Referrer-Policy" in answer.headers and "Server" not in answer.headers and "X-Powered-By" not in answer.headers
    )


def test_the_content_policy_allows_only_this_place_and_nothing_inline():
    rules = dict(rule.split(" ", 1) for rule in middleware.POLICY.split("; "))
    assert (rules["script-src"], rules["style-src"], rules["object-src"], rules["frame-ancestors"]) == (
        "'self'",
        "'self'",
        "'none'",
        "'none'",
    )
    assert "unsafe" not in middleware.POLICY and "*" not in middleware.POLICY


@pytest.mark.parametrize("path", ["/help/", "/nothing-here/"])
def test_pages_are_never_stored(client, db, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


def test_each_request_has_a_reference_of_its_own(client, db):
    first, second = (client.get("/help/").headers["X-Request-ID"] for _time in range(2))
    assert first != second and re.fullmatch("[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}", first)


def test_the_reference_is_there_for_logs_while_the_request_lasts():
    seen = []
    request = RequestFactory().get("/")
    middleware.SecurityHeaders(lambda _request: seen.append(middleware.request_id.get()) or HttpResponse())(request)
    assert (seen, middleware.request_id.get()) == ([request.id], "")


@pytest.mark.parametrize("status", [200, 204, 302])
def test_words_that_arrived_are_acknowledged(status):
    answer = answer_to({"_keep": "plan:1:section:effect"}, Someone(), status)
    assert answer.cookies["kept"].value == "plan:1:section:effect"


@pytest.mark.parametrize(
    ("form", "user", "status"),
    [
        ({}, Someone(), 302),
        ({"_keep": "plan:1"}, Someone(), 422),
        ({"_keep": "plan:1"}, Someone(), 409),
        ({"_keep": "plan:1"}, Someone(), 500),
        ({"_keep": "plan:1"}, Someone(signed_in=False), 302),
        ({"_keep": "plan:1"}, None, 302),
        ({"_keep": "x; Domain=elsewhere"}, Someone(), 302),
        ({"_keep": "a" * 201}, Someone(), 302),
    ],
)
def test_words_that_did_not_arrive_stay_on_the_device(form, user, status):
    assert "kept" not in answer_to(form, user, status).cookies
