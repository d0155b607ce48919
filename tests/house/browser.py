"""A browser without a network: one request through every layer, undone afterwards, with a note of what it wrote."""

import re
import traceback
from contextlib import contextmanager
from functools import cache
from itertools import count
from urllib.parse import urlencode

from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.template import Origin
from django.template.loaders.base import Loader
from django.test import Client, RequestFactory

from strongsuit.web import clock

WRITES = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)
# Being signed in, and the trail of what was seen, are not changes of anybody's record.
BESIDE = {"people_session", "audit_entry"}
# Pages cost most of the time of a request, and what they look like is asked elsewhere.
BLANK = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "OPTIONS": {"loaders": ["tests.house.browser.Blank"]},
}
NUMBERS = count(1)
FACTORY = RequestFactory()
FORM = "application/x-www-form-urlencoded"


@cache
def handler() -> BaseHandler:
    made = BaseHandler()
    made.load_middleware()
    return made


@contextmanager
def noting_writes():
    """The tables that were written to, in order; what was taken back again does not count."""
    written, stood = [], {}

    def note(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith("SAVEPOINT"):
            stood[sql.split()[-1]] = len(written)
        elif sql.startswith("ROLLBACK TO SAVEPOINT"):
            del written[stood.get(sql.split()[-1], 0) :]
        # A change that found no row to change, such as one of a stale version, has written nothing.
        if (found := WRITES.match(sql)) and context["cursor"].rowcount != 0:
            written.append(found[2])
        return done

    with connection.execute_wrapper(note):
        yield written


class Answer:
    """What came back, with the tables written to and the lines added to the trail."""

    def __init__(self, response: HttpResponse, written: list[str]):
        self.status = response.status_code
        self.headers = response.headers
        self.cookies = response.cookies
        self.body = b"".join(response.streaming_content) if response.streaming else response.content
        self.written = [table for table in written if table not in BESIDE]
        self.tables = written
        # close() would also announce the end of the request, and with it drop the connection our transaction lives on.
        for close in response._resource_closers:
            close()

    def __str__(self) -> str:
        return f"{self.status}: {self.text}" if self.status == 500 else str(self.status)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def url(self) -> str:
        return self.headers.get("Location", "")


class Browser:
    """One sign-in, kept as its cookie; every request is undone afterwards unless ``keep`` is said.

    Each comes from an address of its own, so that nobody's tries are counted with another's.
    """

    def __init__(self, person=None, *, cookie=None):
        self.person = person
        self.origin = f"10.{next(NUMBERS)}.0.1"
        self.cookie = cookie or (sign_in(person) if person else "")

    def get(self, path, **more) -> Answer:
        return self.ask("GET", path, **more)

    def post(self, path, data=None, **more) -> Answer:
        body = data if isinstance(data, bytes) else urlencode(data or {}, doseq=True, errors="surrogatepass").encode()
        return self.ask("POST", path, body, **more)

    def ask(self, method, path, body=b"", *, keep=False, checks=False, content_type=FORM, **headers) -> Answer:
        headers.setdefault("REMOTE_ADDR", self.origin)
        request = FACTORY.generic(method, path, body, content_type=content_type, **headers)
        if self.cookie:
            request.META["HTTP_COOKIE"] = "; ".join(filter(None, [self.cookie, headers.get("HTTP_COOKIE")]))
        request._dont_enforce_csrf_checks = not checks
        with transaction.atomic(), noting_writes() as written:
            try:
                answer = Answer(handler().get_response(request), written)
            except Exception as fault:
                # What a person would get; the tests say which line it came from.
                answer = Answer(HttpResponse(place_of(fault), status=500), written)
                transaction.set_rollback(True)
            if not keep:
                transaction.set_rollback(True)
        return answer


def place_of(fault: BaseException) -> str:
    """The fault in a few words: what, and the last of our own lines it passed."""
    ours = [frame for frame in traceback.extract_tb(fault.__traceback__) if "/strongsuit/" in frame.filename]
    where = f"{ours[-1].filename.partition('/strongsuit/')[2]}:{ours[-1].lineno}" if ours else "nowhere of ours"
    return f"{type(fault).__name__}: {str(fault)[:120]} at {where}"


def sign_in(person, proved=True) -> str:
    """The cookie of a sign-in that has passed every proof, just now or an hour ago."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["second_factor"] = True
    session["proved_at"] = clock.now().timestamp() - (0 if proved else 3600)
    session.save()
    client.get("/display/")
    return f"strongsuit={client.cookies['strongsuit'].value}"


class Blank(Loader):
    """Every template, empty."""

    def get_template_sources(self, template_name):
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin):
        return ""
