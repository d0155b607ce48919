"""Addresses nobody made: odd paths, queries, methods, hosts; never a fault, nothing written, nothing given away."""

import re
import string

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strongsuit.web.ids import ALPHABET, spell
from strongsuit.web.middleware import HEADERS
from tests.amounts import some, times
from tests.house.browser import Browser
from tests.house.doors import DOORS, address

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get")
CALM = {200, 204, 301, 302, 400, 401, 403, 404, 405, 409, 413, 414, 422, 429}
PEOPLE = ("signed out", "case manager", "student", "guardian", "district")
ODD = (
    "", ".", "..", "../..", "%00", "%2e%2e", "%c0%af", "a.css", "-1", "0", "null", "[]", "{}", "%F0%9F%90%B3", "'", '"',
    "%E2%80%AE", "<zqx>", "%25s", "=", ";", "x" * 300, "0" * 13, "z" * 13, "٣", "con", ".git/config", "wp-login.php",
)  # fmt: skip
QUERIES = (
    "page", "q", "sort", "as", "after", "from", "plan", "view", "place", "goal", "next", "all", "show", "ended",
    "theme", "language", "size", "reference",
)  # fmt: skip
VALUES = (
    "", "0", "-1", "²", "99999999999999999999", "1e9", "a\x00b", "\u202e", "👩", "'", "draft", "csv", "Z",
    "//evil.example", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "x" * 3000,
    "0000000000000", "not-there",
)  # fmt: skip
steady = settings(
    max_examples=times(15), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


@pytest.fixture(scope="module")
def known(world):
    """Every address of the table about Maya, without those that sign somebody out."""
    return sorted(address(world, name, "own") for name in DOORS)


def bent(known):
    """Known addresses with pieces taken out, doubled, or put in the place of others."""
    piece = st.one_of(st.sampled_from(ODD), st.text(string.ascii_letters + string.digits + "-_.~", max_size=14))
    guess = st.text(ALPHABET, min_size=13, max_size=13)
    whole = st.sampled_from(known)

    @st.composite
    def path(draw):
        parts = draw(whole).strip("/").split("/")
        for _each in range(draw(st.integers(0, 2))):
            place = draw(st.integers(0, len(parts)))
            if draw(st.booleans()):
                parts.insert(place, draw(st.one_of(piece, guess)))
            elif place < len(parts):
                parts[place] = draw(st.one_of(piece, guess))
        return "/" + "/".join(parts) + draw(st.sampled_from(("/", "", "//", "/?", "/#")))

    return path()


def query():
    pairs = st.lists(st.tuples(st.sampled_from(QUERIES), st.sampled_from(VALUES)), max_size=4)
    return pairs.map(lambda found: "&".join(f"{name}={escaped(value)}" for name, value in found))


def escaped(value):
    return "".join(f"%{byte:02X}" for byte in value.encode())


@pytest.mark.parametrize("person", PEOPLE)
def test_no_address_is_a_fault_of_the_server(browsers, known, person):
    browser = browsers[person]

    @steady
    @given(path=bent(known), query=query(), method=st.sampled_from(METHODS))
    def tried(path, query, method):
        there = f"{path}{'' if '?' in path else '?'}{query}"
        answer = browser.ask(method, there.encode("utf-8", "surrogatepass").decode("latin-1"))
        assert answer.status in CALM, (method, there, str(answer))
        assert method == "POST" or answer.written == [], (method, there, answer.written)
        assert "evil.example" not in answer.url.partition("?")[0], (there, answer.url)

    tried()


READ = sorted(name for name, door in DOORS.items() if door.get is not None)


@pytest.mark.parametrize("name", some(READ, len(READ) // 4, "queries"))
def test_no_query_is_a_fault_of_the_page(world, browsers, name):
    """Every page somebody may read, with odd values in everything a page may look at."""
    path = address(world, name, "own")
    person = next((who for who in (*PEOPLE, "chair") if browsers[who].get(path).status == 200), None)
    if person is None:
        return
    for turn in some(range(0, len(VALUES), 3), 1, name):
        odd = {key: VALUES[(turn + place) % len(VALUES)] for place, key in enumerate(QUERIES)}
        answer = browsers[person].get(f"{path}?" + "&".join(f"{key}={escaped(value)}" for key, value in odd.items()))
        assert answer.status in CALM and answer.written == [], (odd, str(answer))
        assert not answer.url.startswith(("//", "https://evil", "/\\")), (odd, answer.url)


def test_nothing_follows_a_page_into_a_cache(world, browsers):
    """An ending that looks like a file reaches no page, so that no cache keeps one (WEB-11)."""
    maya = spell(world.cast.maya.pk)
    for path in ("/students/x/a.css", f"/students/{maya}/a.css", f"/students/{maya}/plan.js", f"/family/{maya}/x.png"):
        answer = browsers["case manager"].get(path)
        assert answer.status == 404 and "no-store" in answer.headers["Cache-Control"], path
    for path in (f"/students/{maya};a.css", f"/students/{maya}/%2e%2e/a.css", f"/students/{maya}/plan%3f.css"):
        assert browsers["case manager"].get(path).status in {301, 404}, path


HOSTS = (
    "evil.example",
    "testserver.evil.example",
    "testserver@evil.example",
    "evil.example:80",
    "testserver:evil",
    "[::1",
)


@pytest.mark.parametrize("host", HOSTS)
def test_another_host_is_refused_before_anything_is_done(world, browsers, host):
    answer = browsers["case manager"].get("/", HTTP_HOST=host)
    assert (answer.status, answer.tables) == (400, [])
    assert "evil" not in answer.text
    mail = browsers["signed out"].post("/sign-in/password/new/", {"email": "ruiz@harbor.example"}, HTTP_HOST=host)
    assert mail.status == 400


def test_what_a_proxy_would_say_is_not_believed_from_anybody(browsers, mailoutbox):
    spoofed = {
        "HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_ORIGINAL_URL": "/district/",
        "HTTP_X_FORWARDED_FOR": "127.0.0.1", "HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE",
        "HTTP_FORWARDED": "host=evil.example", "HTTP_X_REWRITE_URL": "/district/",
    }  # fmt: skip
    plain = browsers["general teacher"].get("/caseload/")
    found = browsers["general teacher"].get("/caseload/", **spoofed)
    assert (found.status, found.headers.get("Location")) == (plain.status, plain.headers.get("Location"))
    assert "evil" not in found.text
    browsers["signed out"].post("/sign-in/password/new/", {"email": "ruiz@harbor.example"}, **spoofed)
    assert len(mailoutbox) == 1 and "evil" not in mailoutbox[0].body


def test_behind_a_proxy_only_what_the_proxy_itself_says_counts(undone, settings, mailoutbox):
    """The scheme is the proxy's word; a host never is, and of a chain of addresses only the last."""
    settings.SECURE_PROXY_SSL_HEADER, settings.SECURE_SSL_REDIRECT = ("HTTP_X_FORWARDED_PROTO", "https"), True
    told = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_HOST": "evil.example"}
    # Its own layers, because they read these settings when they are made.
    person = Client()
    assert person.get("/sign-in/").url == "https://testserver/sign-in/"
    assert person.get("/sign-in/", **told).status_code == 200
    for odd in ("http, https", "HTTPS", "on", ""):
        assert person.get("/sign-in/", HTTP_X_FORWARDED_PROTO=odd).url == "https://testserver/sign-in/", odd
    person.post("/sign-in/password/new/", {"email": "silva@harbor.example"}, **told)
    assert len(mailoutbox) == 1 and "evil" not in mailoutbox[0].body


def test_a_made_up_chain_of_addresses_starts_no_count_anew(settings, browsers):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    cache.clear()
    said = []
    for number in range(70):
        chain = f"10.9.{number}.1, 203.0.113.7"
        answer = browsers["signed out"].post(
            "/sign-in/", {"login": f"nobody{number}@x.example", "password": "x"}, HTTP_X_FORWARDED_FOR=chain
        )
        said.append(answer.status)
    cache.clear()
    assert said[0] == 422 and said[-1] == 429


TARGETS = (
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "///evil.example",
    "javascript:x",
    "\t//evil.example",
)


@pytest.mark.parametrize("target", TARGETS)
def test_no_way_back_leads_away(browsers, target):
    chosen = {"size": "1", "font": "noto", "next": target}
    ways = [
        browsers["guardian"].post("/display/", chosen),
        browsers["guardian"].get(f"/sign-in/?next={escaped(target)}"),
        browsers["guardian"].get(f"/sign-in/again/?next={escaped(target)}"),
        browsers["guardian"].post("/account/extend/", {"next": target}),
    ]
    for answer in ways:
        assert "evil.example" not in answer.url and not answer.url.startswith("javascript")


class Failing:
    """A view's worst day."""

    def __call__(self, execute, sql, params, many, context):
        if "students_student" in sql:
            raise RuntimeError("Maya Delgado, born 2016: /srv/strongsuit/secret.py")
        return execute(sql, params, many, context)


def test_a_fault_is_told_calmly_and_says_nothing(world, browsers):
    """A sentence and a reference number; neither words of the record nor of the machine (WEB-09)."""
    path = address(world, "home:thread", "own")
    with override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False), connection.execute_wrapper(Failing()):
        answer = browsers["case manager"].get(path)
    assert answer.status == 500
    assert answer.headers["X-Request-ID"] in answer.text
    for word in ("Maya", "Traceback", "secret.py", "RuntimeError", "students_student", "django"):
        assert word not in answer.text
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "no-store" in answer.headers["Cache-Control"]


REFUSALS = {"/nothing/": 404, "/students/0000000000000/": 404, "/sign-in/%zz/": 404, "/static/nothing.css": 404}


@pytest.mark.parametrize("path", REFUSALS)
def test_a_refusal_carries_the_same_headers_as_a_page(browsers, path):
    answer = browsers["case manager"].get(path)
    assert answer.status == REFUSALS[path]
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_not_yours_and_not_there_look_the_same(world, browsers):
    """Byte for byte but for the reference, so that nothing tells whether a record exists (AZ-02, AZ-07)."""
    for name in ("home:thread", "plans:plan", "progress:goal", "documents:copy", "meetings:meeting", "home:child"):
        theirs = address(world, name, "district")
        nobodys = theirs[: theirs.index("/", 1)] + "/" + spell(7) + theirs[theirs.index("/", 1) + 14 :]
        pages = [browsers["case manager"].get(path) for path in (theirs, nobodys)]
        assert [page.status for page in pages] == [404, 404], (theirs, nobodys)
        assert len({plain(page) for page in pages}) == 1, name


def plain(page):
    """The page without what is new on every page: its reference and the token of its forms."""
    return re.sub("[A-Za-z0-9]{64}", "", page.text.replace(page.headers["X-Request-ID"], ""))


def test_a_search_answers_nobody_about_strangers(world, browsers):
    """A real name outside one's list and a word of nonsense give the same list (AZ-07)."""
    for path in ("/caseload/?q={}", "/caseload/?q={}&sort=review"):
        pages = [browsers["case manager"].get(path.format(word)) for word in ("Martin", "Qwzzyx")]
        assert len({plain(page).replace(word, "") for page, word in zip(pages, ("Martin", "Qwzzyx"), strict=True)}) == 1


def test_a_signed_out_browser_keeps_nothing_of_the_one_before(world):
    browser = Browser(world.people["guardian"])
    assert browser.get("/account/").status == 200
    answer = browser.post("/sign-in/sign-out/")
    assert answer.status == 302 and '"cache"' in answer.headers["Clear-Site-Data"]


def test_a_grown_student_finds_their_own_record_from_the_front_door(world, browsers):
    path, found = "/", browsers["grown student"].get("/")
    for _step in range(4):
        if found.status != 302:
            break
        path, found = found.url, browsers["grown student"].get(found.url)
    assert (path, found.status) == (f"/family/{spell(world.cast.ada.pk)}/", 200)


# Above the choice of a language, one measurement, one sentence, one thing heard or shown, or one opening of a
# record stands no page.
PLACELESS = ("/reading/", "/points/", "/words/", "/students/reasons/", "/evidence/", "/said/", "/language/")


FORMS_ALONE = sorted(name for name, door in DOORS.items() if door.get is None)


@pytest.mark.parametrize("name", some(FORMS_ALONE, len(FORMS_ALONE) // 3, "forms"))
def test_an_address_that_only_takes_forms_leads_to_the_page_of_the_form(world, browsers, name):
    """Pressing Enter in the address bar after a refused form asks for it with GET."""
    path = address(world, name, "own")
    found = [(browsers[person], browsers[person].get(path)) for person in PEOPLE]
    refused = [(browser, answer) for browser, answer in found if answer.status == 405]
    assert refused and {answer.status for _browser, answer in found} <= {302, 404, 405}
    for browser, answer in refused:
        assert (answer.headers["Allow"], answer.written) == ("POST", [])
        assert "This address only takes a form" in answer.text and 'href="/"' in answer.text
        # Above may stand another that only takes forms; its page leads further up.
        while way := re.search('href="([^"]+)">Go to the page of the form', answer.text):
            answer = browser.get(way[1])
        assert answer.status in {200, 302, 404} or path.startswith(PLACELESS), path


def test_not_even_the_way_back_tells_whether_a_record_exists(world, browsers):
    theirs = address(world, "progress:record", "district")
    nobodys = theirs.replace(theirs.split("/")[2], spell(7))
    pages = [browsers["case manager"].get(path) for path in (theirs, nobodys)]
    words = {plain(page).replace(path.split("/")[2], "") for page, path in zip(pages, (theirs, nobodys), strict=True)}
    assert [page.status for page in pages] == [405, 405] and len(words) == 1
