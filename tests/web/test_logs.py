"""Log lines tell what happened by route and reference, and nothing that somebody typed, is called or carries."""

import json
import logging
import re
from contextlib import suppress

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

from strongsuit.people.models import Account
from strongsuit.web import ids, logs
from strongsuit.web.middleware import request_id
from tests.amounts import some

CANARY = "kanarienvogel"


@pytest.fixture
def lines():
    """What would have been written to the log, line by line, at the level people run it."""

    class Kept(logging.Handler):
        def emit(self, record):
            found.append(self.format(record))

    found, handler = [], Kept()
    handler.setFormatter(logs.JsonLines())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield found
    root.setLevel(before)
    root.removeHandler(handler)


def requests(lines):
    return [line for line in map(json.loads, lines) if line["logger"] == "strongsuit.request"]


def test_a_page_has_one_line_with_route_status_time_and_reference(client, db, lines):
    answer = client.get(f"/help/?q={CANARY}")
    (line,) = requests(lines)
    assert {name: line[name] for name in ("message", "route", "status", "request_id")} == {
        "message": "GET", "route": "web:help", "status": 200, "request_id": answer.headers["X-Request-ID"],
    }  # fmt: skip
    assert line["milliseconds"] >= 0 and line.keys() == {
        "at", "level", "logger", "message", "route", "status", "milliseconds", "request_id",
    }  # fmt: skip


def test_an_address_that_leads_nowhere_is_not_repeated(client, db, lines):
    client.get(f"/{CANARY}/")
    (line,) = requests(lines)
    assert (line["route"], line["status"]) == ("", 404)


def test_a_method_that_nobody_knows_is_not_repeated(client, db, lines):
    client.generic(CANARY.upper(), "/help/")
    assert [line["message"] for line in requests(lines)] == ["another method"]
    assert CANARY not in "".join(lines).casefold()


def test_a_static_file_has_no_line(client, db, lines):
    client.get("/static/css/tokens.css").close()
    assert requests(lines) == []


def test_a_fault_is_told_by_kind_and_place_only(lines):
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("strongsuit.work").exception("A job failed.")
    line = json.loads(lines[0])
    assert (line["message"], line["fault"]) == ("A job failed.", "ValueError")
    assert re.fullmatch(r"test_logs\.py:\d+", line["where"]) and CANARY not in lines[0]


def test_a_line_in_the_middle_of_a_request_carries_its_reference(lines):
    token = request_id.set("abcde-fghjk")
    logging.getLogger("strongsuit.anywhere").warning("Something was odd.")
    request_id.reset(token)
    assert json.loads(lines[0])["request_id"] == "abcde-fghjk"


def test_what_django_says_about_a_request_leaves_its_address_out(lines):
    request = RequestFactory().get(f"/link/{CANARY}/")
    logging.getLogger("django.request").error("%s: %s", "Server Error", request.path, extra={"request": request})
    assert json.loads(lines[0])["message"] == "…: …"


def test_the_level_that_people_run_keeps_what_pages_hold_out():
    loggers = settings.LOGGING["loggers"]
    assert (loggers["django"]["level"], loggers["django.request"]["level"]) == ("INFO", "ERROR")


def routes(patterns, prefix="", above=None):
    """The name of every address, and the names of its parts with True for an id."""
    for found in patterns:
        written = dict.fromkeys(found.pattern.regex.groupindex, False)
        converters = found.pattern.converters.items()
        known = {name: isinstance(part, (ids.IdConverter, IntConverter)) for name, part in converters}
        parts = (above or {}) | written | known
        if isinstance(found, URLResolver):
            yield from routes(found.url_patterns, f"{prefix}{found.namespace}:" if found.namespace else prefix, parts)
        elif found.name:
            yield prefix + found.name, parts


def addresses(numbers):
    """Every address of the map, once for each of the rows. Where any word may stand in it, the canary sits there."""
    for name, parts in routes(get_resolver().url_patterns):
        for number in numbers if parts else numbers[:1]:
            # Some addresses take only the words of a closed list, and no canary.
            with suppress(NoReverseMatch):
                yield reverse(name, kwargs={part: number if is_id else CANARY for part, is_id in parts.items()})


def read(answer):
    """To the end, so that a file is closed again."""
    return b"".join(answer)


def personal(cast):
    """What must never stand in a log: names, addresses, and everything the tour's people wrote."""
    words = [account.email for account in Account.objects.exclude(email=None)]
    for account in Account.objects.all():
        words += account.name.split()
    words += [item.words for item in cast.items.values()] + [cast.words.words, "Canary Street", "Family Court"]
    return [word.casefold() for word in words if len(word) > 3]


def test_fields_that_no_form_asked_for_are_counted_and_not_named(client, cast, lines):
    """Somebody who sends more than a form holds is looking for a way in."""
    cast.sign_in(client, cast.rosa)
    client.post("/display/", {"size": "1", "font": "noto"})
    assert "unread" not in requests(lines)[-1]
    client.post("/display/", {"size": "1", "font": "noto", "is_active": "0", "Maya's secret": "x"})
    assert requests(lines)[-1]["unread"] == 2
    assert "secret" not in str(lines) and "is_active" not in str(lines)


@pytest.mark.slow
def test_a_tour_of_every_page_leaves_no_name_no_words_and_no_token_in_the_log(client, cast, lines):
    client.raise_request_exception = False
    numbers = [cast.maya.pk, cast.plan.pk]
    keys = set()
    for person in (cast.ruiz, cast.rosa):
        every = list(addresses(numbers))
        for address in some(every, len(every) // 2, person.name):
            if "_auth_user_id" not in client.session:
                cast.sign_in(client, person)
                keys.add(client.session.session_key)
            read(client.get(address, {"q": "Delgado", "token": CANARY}))
            read(client.post(address, {"words": cast.words.words, "password": CANARY}))
        client.logout()
    assert len([line for line in requests(lines) if line["status"] == 200]) > 25
    assert [key for key in keys if key in "".join(lines)] == []
    told = "\n".join(lines).casefold()
    assert [word for word in [CANARY, *personal(cast)] if re.search(rf"\b{re.escape(word)}\b", told)] == []
    assert [line for line in requests(lines) if line["status"] >= 500] == []


def test_the_line_is_written_even_where_no_address_was_looked_up(lines):
    request = RequestFactory().get("/")
    request.id = "abcde-fghjk"
    logs.RequestLog(lambda _request: HttpResponse(status=301))(request)
    assert [(line["status"], line["route"]) for line in requests(lines)] == [(301, "")]
