"""Every form of the product, sent as nobody should send it (AZ-13, WEB-04, REL-08; bad input of every kind)."""

import sys
import time
from html import unescape
from itertools import product
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import override_settings

from strongsuit.students import access
from strongsuit.web.refusals import NotYours
from tests.amounts import some
from tests.house.browser import BLANK
from tests.house.deeds import deeds
from tests.house.doors import DOORS
from tests.house.scanner import PROBES, SPOKEN, faults, listed

pytestmark = pytest.mark.django_db

ANSWERS = {200, 204, 302, 400, 403, 404, 409, 413, 422, 429}
JSON = {"HTTP_X_AUTOSAVE": "1"}
# Forms that come back only in a state the world is not in, each with the reason it is not among the tried ones.
NOT_MET = {
    "account_login": "everybody is signed in",
    "account_reset_password_from_key": "needs a link from a mail",
    "account_set_password": "everybody has a password",
    "mfa_login_webauthn": "everybody is signed in",
    "mfa_authenticate": "everybody has passed it",
    "mfa_reauthenticate": "nobody has an app",
    "mfa_reauthenticate_webauthn": "nobody has a passkey",
    "mfa_remove_webauthn": "nobody has a passkey",
    "mfa_deactivate_totp": "nobody has an app",
    "people:demo": "no demo",
    "strengths:still": "nothing that was told is old",
    "strengths:my_still": "nothing that was told is old",
    "voice:family_deed": "the child has an account and takes it back alone",
    "plans:rating_finish": "one question of the only support is still open",
    "people:step_demo": "no demo",
    "people:step_link": "everybody has just proved who they are",
    "people:extend": "asked by a script",
    "people:end_sign_in": "everybody is signed in once",
    "interop:apply": "no roster waits",
    "interop:refuse": "no roster waits",
    "meetings:decide": "no meeting was recorded before the draft",
    "plans:adopt": "the draft has open points",
    "plans:start": "there is a draft",
    "plans:preview": "asked by a script",
    "web:reading_level": "asked by a script",
    "documents:own_arrange": "asked by a script",
    "students:class_seat_add": "everybody has a place",
    "plans:coach": "asked by a script",
    "plans:presence": "asked by a script",
    "students:class_sign_in": "no tablet",
    "students:class_secret": "no tablet",
    "strengths:finder_partner": "nobody answers with a helper",
    "strengths:finder_tell": "nobody is at the end of a deck",
}  # fmt: skip
# Names that a view reads without its form showing them on every page.
READ_BESIDE = {
    "meetings:move": {"kind"}, "strengths:finder_answer": {"given_at"}, "strengths:finder_words": {"language", "level"},
    "documents:own_step": {"item"},
}  # fmt: skip
MARK = "typed <b>here</b> ‮‭ 👩‍👩‍👧‍👦 é ﷺ"
NASTY = {
    "nothing": "",
    "a zero sign": "a\x00b",
    "letters turned around": "‮abc‬ 👩‍👩‍👧‍👦 e\u0301",
    "a very long name": "N" * 300,
    "one letter": "x",
    "a book": "w" * 30_000,
    "long ago": "1900-01-01",
    "far away": "2100-12-31",
    "no day": "0000-00-00",
    "a strange digit": "²",
    "a number without end": "1e999",
    "no number": "NaN",
    "below zero": "-1",
    "a number too large": "9" * 20,
    "half a sign": "\ud83d",
    "a formula": "=cmd|' /C calc'!A0",
    "a list": ["1", "2", "3"],
}  # fmt: skip


@pytest.fixture(scope="module")
def forms(world, browsers):
    return deeds(world, browsers)


@pytest.fixture
def unprinted():
    """Pages cost most of the time, and what they look like is asked elsewhere."""
    # What counts tries begins anew for each test.
    cache.clear()
    with override_settings(TEMPLATES=[BLANK]):
        yield


def test_every_form_is_met(forms):
    met = {deed.route for deed in forms}
    posted = {name for name, door in DOORS.items() if door.post is not None}
    assert sorted(posted - met - set(NOT_MET)) == [], "no page gives this form; say why in NOT_MET"
    assert sorted(met & set(NOT_MET)) == []


def test_most_forms_do_what_they_say_when_filled_in_as_asked(browsers, forms, unprinted):
    """Otherwise every test below would try doors that are closed anyway."""
    done = [deed for deed in forms if browsers[deed.person].post(deed.path, deed.data).status in (200, 204, 302)]
    assert len(done) > 0.85 * len(forms)


def test_a_form_without_its_token_or_from_elsewhere_is_refused(browsers, forms, unprinted):
    wrong = []
    for deed in part(forms, "tokens"):
        for headers in ({}, {"HTTP_ORIGIN": "https://evil.example"}):
            answer = browsers[deed.person].post(deed.path, deed.data, checks=True, **headers)
            if answer.status != 403 or answer.written:
                wrong.append(f"{deed}: {answer} {answer.written}")
    assert not wrong, "\n".join(wrong)


def test_no_form_takes_its_values_from_the_address(browsers, forms, unprinted):
    wrong = []
    for deed in forms:
        answer = browsers[deed.person].get(f"{deed.path}?{urlencode(deed.data, doseq=True)}")
        if answer.written or answer.status not in {200, 302, 404, 405}:
            wrong.append(f"{deed}: {answer} {answer.written}")
    assert not wrong, "\n".join(wrong)


def part(forms, turn):
    return some(forms, len(forms) // 4, turn)


def variants(deed):
    """The form with something nasty in every field, hidden ones too; over all forms each value meets each kind."""
    first = sum(map(ord, deed.name))
    for turn in some(range(0, len(NASTY), 3), 1, deed.name):
        values = [list(NASTY)[(first + turn + place) % len(NASTY)] for place in range(len(deed.data))]
        yield ", ".join(values), {name: NASTY[what] for name, what in zip(deed.data, values, strict=True)}
    yield "nothing at all", {}
    yield "a version of long ago", deed.data | {"version": "0", "their_version": "0"}
    yield "a version to come", deed.data | {"version": "2147483647"}
    yield "a token that is none", deed.data | {"once": "not-a-token"}
    yield "somebody else's resolution", deed.data | {"resolve": "both", "their_version": "²"}


def test_no_value_is_a_fault_of_the_server(browsers, forms, unprinted):
    """A clear answer, and nothing written by a form that was refused."""
    wrong = []
    for deed in part(forms, "values"):
        for what, sent in variants(deed):
            answer = browsers[deed.person].post(deed.path, sent, **JSON)
            if answer.status not in ANSWERS or (answer.status >= 400 and answer.status != 409 and answer.written):
                wrong.append(f"{deed}, {what}: {answer} {answer.written}")
    assert not wrong, "\n".join(wrong)


def test_no_body_is_a_fault_of_the_server(browsers, forms, unprinted):
    bodies = {
        "no text": b"words=\xff\xfe\x00%ff%fe&version=%00",
        "JSON": b'{"words": "x"}',
        "parts that never end": b"--x\r\nContent-Disposition: form-data; name=words\r\n\r\nabc",
    }
    kinds = ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x")
    wrong = []
    for deed in some(forms, 12, "bodies"):
        for (what, body), kind in product(bodies.items(), kinds):
            answer = browsers[deed.person].post(deed.path, body, content_type=kind)
            if answer.status not in ANSWERS or (answer.status >= 400 and answer.status != 409 and answer.written):
                wrong.append(f"{deed}, {what} as {kind}: {answer} {answer.written}")
    assert not wrong, "\n".join(wrong)


def test_ten_million_letters_are_refused_before_they_are_read(browsers, forms):
    body = b"words=" + b"w" * 10_000_000
    for deed in forms[:: max(1, len(forms) // 10)]:
        began = time.process_time()
        answer = browsers[deed.person].post(deed.path, body, checks=True, HTTP_COOKIE=f"strongsuit-csrf={'a' * 32}")
        assert (answer.status, answer.written) in ((400, []), (413, [])), (str(deed), str(answer))
        assert time.process_time() - began < 2
    fields = b"&".join(b"a%d=1" % number for number in range(600))
    assert browsers["case manager"].post(forms[1].path, fields).status == 400


def test_what_was_typed_is_still_there_when_a_form_is_refused(browsers, forms):
    """Words that could be kept stay on the page; the answer says what to do."""
    wrong, refused = [], 0
    for deed in forms:
        typed = [name for name in deed.texts if deed.form.kinds[name] in ("textarea", "text")]
        hidden = {name: value for name, value in deed.data.items() if deed.form.kinds.get(name) == "hidden"}
        others = {name: "no such thing" for name in deed.data if name not in typed and name not in hidden}
        answer = browsers[deed.person].post(deed.path, hidden | others | dict.fromkeys(typed, MARK[:40]))
        if answer.status != 422 or not typed or deed.route.startswith(("account_", "mfa_")):
            continue
        refused += 1
        text = unescape(answer.text)
        if MARK[:40] not in text:
            wrong.append(f"{deed}: the words are gone")
        if "aria-invalid" not in text and 'role="alert"' not in text:
            wrong.append(f"{deed}: nothing says what is wrong")
    assert not wrong, "\n".join(wrong)
    assert refused > 12


class Statements:
    """Every write with its values, except those of being signed in; what comes from chance or the clock is left out."""

    def __init__(self, known):
        self.known, self.found = known, []

    def __call__(self, execute, sql, params, many, context):
        if sql.split(" ", 1)[0] in ("INSERT", "UPDATE", "DELETE") and "people_session" not in sql:
            rows = params if many else [params]
            self.found.append((sql, tuple(tuple(map(self.plain, row or ())) for row in rows)))
        return execute(sql, params, many, context)

    def plain(self, value):
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int):
            return value if value < 2**32 or value in self.known else "a new number"
        text = str(value)
        return text if "FORGED" in text or len(text) < 6 else "words"


def written_by(browser, deed, data, known):
    statements = Statements(known)
    with connection.execute_wrapper(statements):
        answer = browser.post(deed.path, data)
    return answer.status, statements.found


def test_fields_that_a_form_does_not_ask_for_are_ignored(world, browsers, forms, unprinted):
    """Every column of every table, sent along with each form: the same is written as without them."""
    foreign = world.things["district"]
    forged = {}
    for model in apps.get_models():
        if model.__module__.startswith("strongsuit."):
            for column in model._meta.concrete_fields:
                value = "1" if column.get_internal_type() == "BooleanField" else "FORGED"
                if column.related_model is not None:
                    value = str(foreign["student"].pk if column.name == "student" else world.cast.outsider.pk)
                forged |= {column.name: value, column.attname: value}
    forged |= {"id": str(foreign["plan" if "plan" in foreign else "draft"].pk), "state": "adopted", "is_active": "0"}
    known = {thing.pk for things in world.things.values() for thing in things.values()}
    known |= {world.cast.outsider.pk, world.cast.district.pk, world.cast.other_district.pk}
    wrong = []
    for deed in part(forms, "beside"):
        asked = set(deed.form.kinds) | READ_BESIDE.get(deed.route, set())
        extra = {name: value for name, value in forged.items() if name not in asked}
        before = written_by(browsers[deed.person], deed, deed.data, known)
        after = written_by(browsers[deed.person], deed, deed.data | extra, known)
        if (before[0], set(before[1])) != (after[0], set(after[1])):
            wrong.append(f"{deed}: {before[0]} → {after[0]}, {str(set(after[1]) - set(before[1]))[:600]}")
    assert not wrong, "\n".join(wrong)


def test_no_probe_of_a_scanner_works_in_a_form(browsers, forms):
    """Each form once, with probes in all its texts; the page that comes back is looked through (WEB-07)."""
    wrong, probes = [], list(PROBES.values())
    for turn, deed in enumerate(part(forms, "probes")):
        sent = {
            name: probes[(turn + place) % len(probes)] if name in deed.texts else values
            for place, (name, values) in enumerate(deed.data.items())
        }
        answer = browsers[deed.person].post(deed.path, sent, **SPOKEN)
        wrong += [f"{deed}: {fault}" for fault in faults(answer)]
    assert not wrong, listed(wrong)


def test_every_deed_asks_again_behind_its_door(browsers, forms, unprinted):
    """The door let somebody in, and then the right was gone: nothing is written (AZ-03, AZ-14)."""
    wrong, refused = [], 0
    with pytest.MonkeyPatch.context() as patch:
        for module, name in asking("require"):
            patch.setattr(module, name, never)
        for deed in forms:
            if not DOORS[deed.route].things or DOORS[deed.route].rule:
                continue
            answer = browsers[deed.person].post(deed.path, deed.data)
            refused += answer.status == 404
            if answer.written:
                wrong.append(f"{deed}: wrote {answer.written}")
    assert not wrong, "\n".join(wrong)
    assert refused > 50


def asking(name):
    """Every module that took the function by its name."""
    real = getattr(access, name)
    return [
        (module, name)
        for module in list(sys.modules.values())
        if getattr(module, "__name__", "").startswith("strongsuit.") and vars(module).get(name) is real
    ]


def never(*who, **what):
    raise NotYours
