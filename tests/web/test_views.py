"""Help, and calm words when something went wrong."""

import pytest
from django.db import DatabaseError
from django.test import RequestFactory

from strongsuit.web import views


@pytest.mark.parametrize(
    ("view", "status"), [(views.bad_request, 400), (views.server_error, 500), (views.unavailable, 503)]
)
def test_a_fault_is_told_calmly_with_a_number_and_without_the_database(view, status):
    request = RequestFactory().get("/")
    request.id = "abcde-fghjk"
    answer = view(request)
    words = answer.content.decode()
    assert (answer.status_code, "abcde-fghjk" in words, "Traceback" in words, "Exception" in words) == (
        status,
        True,
        False,
        False,
    )


def test_an_unknown_address_says_nothing_about_what_exists(client, db):
    answer = client.get("/student/anything/")
    assert (answer.status_code, answer.headers["X-Request-ID"] in answer.content.decode()) == (404, True)


def test_a_form_without_its_token_is_refused_with_the_way_back(db):
    from_elsewhere = views.csrf_failure(with_user(RequestFactory().post("/")), reason="missing")
    assert (from_elsewhere.status_code, b"kept on this device" in from_elsewhere.content) == (403, True)


def test_a_page_that_needs_the_database_has_a_bare_twin(db):
    class Gone:
        @property
        def is_authenticated(self):
            raise DatabaseError("gone away")

    request = RequestFactory().get("/")
    request.user = Gone()
    assert views.not_found(request).status_code == 404


def with_user(request):
    request.user = type("Nobody", (), {"is_authenticated": False, "is_anonymous": True})()
    request._messages = []
    return request


def test_help_is_open_to_everyone_and_names_a_person(client, db):
    assert "Talk with a person" in client.get("/help/").content.decode()


@pytest.mark.parametrize("path", ["/help/", "/display/", "/nothing/"])
def test_help_stands_on_every_page(client, db, path):
    assert 'href="/help/"' in client.get(path).content.decode()
