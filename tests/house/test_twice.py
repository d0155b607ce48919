"""The same form at the same moment, and a right taken away while it is used (REL-03, AZ-14)."""

import threading
from datetime import timedelta
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from strongsuit.audit.models import Entry, Kind
from strongsuit.knowledge.terms import Section
from strongsuit.people.models import StaffPost
from strongsuit.plans import actions_parts
from strongsuit.plans.models import PlanSection
from strongsuit.students.models import Guardian, TeamMember
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from tests.amounts import dealt_here, some, times
from tests.cast import NOW, TODAY
from tests.house.browser import BLANK, FORM, Browser
from tests.house.deeds import deeds
from tests.house.world import build_world
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)
TIMES = 3
# Each time is a deed of its own: another sign-in, another link, other secret pictures, somebody else's page.
EACH_TIME = {
    "account_logout", "account_reset_password", "account_reauthenticate", "account_change_password", "web:display",
    "people:end_every_sign_in", "people:end_sign_ins", "people:start_again", "people:account", "home:spaces",
    "students:class_seat_renew", "students:class_cards", "students:find", "people:link", "students:class_seat_end",
    "students:class_device_end", "mfa_generate_recovery_codes", "mfa_activate_totp", "mfa_add_webauthn",
}  # fmt: skip
# What these take away, the others need; so they come last.
ENDING = ("remove", "move", "end_", "close_", "call_off", "case_manager", "member", "send", "withdraw")


@pytest.fixture
def world(transactional_db):
    with clock.frozen(NOW, everywhere=True):
        yield build_world()


def counts():
    """How many rows each table holds, asked in one question."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("strongsuit.") and model._meta.label not in ("people.Session", "audit.Entry")
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in tables))
        return dict(cursor.fetchall())


def post(deed, cookie):
    client = Client(raise_request_exception=False)
    client.cookies = SimpleCookie(cookie)
    response = client.post(deed.path, urlencode(deed.data, doseq=True), content_type=FORM)
    return response.status_code


def test_a_form_that_arrives_three_times_at_once_is_one_deed(world, settings):
    """New rows and lines of the trail are those of one; nobody is shown a fault."""
    browsers = {name: Browser(person) for name, person in world.people.items()}
    wrong, made = [], 0
    every = [deed for deed in deeds(world, browsers) if deed.route not in EACH_TIME and dealt_here(deed.name)]
    forms = sorted(
        some(every, len(every) // 2, "twice"), key=lambda deed: deed.route.partition(":")[2].startswith(ENDING)
    )
    settings.TEMPLATES = [BLANK]
    for deed in forms:
        cookie = Browser(browsers[deed.person].person).cookie
        once = one_alone(browsers[deed.person], deed)
        before, trail = counts(), Entry.objects.exclude(kind=Kind.SAW).count()
        answers = at_once(TIMES, lambda deed=deed, cookie=cookie: post(deed, cookie))
        grown = {name: number - before[name] for name, number in counts().items() if number != before[name]}
        lines = Entry.objects.exclude(kind=Kind.SAW).count() - trail
        made += bool(grown)
        if any(not isinstance(answer, int) or answer >= 500 for answer in answers):
            wrong.append(f"{deed}: {answers}")
        if grown != once[0] or lines > once[1]:
            wrong.append(f"{deed}: {grown}, {lines} lines instead of {once[0]}, {once[1]}")
    assert not wrong, "\n".join(wrong)
    assert made > 7


def one_alone(browser, deed):
    """What the form makes when it arrives once; undone again."""
    with transaction.atomic():
        before, trail = counts(), Entry.objects.exclude(kind=Kind.SAW).count()
        browser.post(deed.path, deed.data, keep=True)
        grown = {name: number - before[name] for name, number in counts().items() if number != before[name]}
        lines = Entry.objects.exclude(kind=Kind.SAW).count() - trail
        transaction.set_rollback(True)
    return grown, lines


# A thousand writes after the right went, where there is time for them.
TURNS = times(10)


def test_nothing_is_written_once_a_right_is_taken_away(world):
    """Writers hammer while the right goes; what begins after that is refused, every time."""
    cast, draft = world.cast, world.thing("own", "draft")
    rights = [
        (cast.sato, lambda: TeamMember.objects.filter(account=cast.sato).update(ends_on=TODAY - DAY)),
        (cast.silva, lambda: StaffPost.objects.filter(account=cast.silva).update(ends_on=TODAY - DAY)),
    ]
    for number, (writer, take_away) in enumerate(rights):
        gone, begun, late = threading.Event(), threading.Semaphore(0), []

        def write(writer=writer, gone=gone, begun=begun, late=late, number=number):
            tries = 0
            while tries < TURNS:
                after = gone.is_set()
                tries += after
                row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
                text = f"{number} {threading.get_ident()} {tries}"
                try:
                    actions_parts.save_section(
                        by=writer, plan=draft, section=Section.EFFECT, version=row.version, text=text
                    )
                except NotYours:
                    late.append(True)
                except Cannot:
                    late.append(None)
                else:
                    late.append(False if after else None)
                begun.release()

        def revoke(take_away=take_away, gone=gone, begun=begun):
            for _each in range(4):
                begun.acquire()
            take_away()
            gone.set()

        jobs = iter([write, write, revoke])
        lock = threading.Lock()

        def next_job(jobs=jobs, lock=lock):
            with lock:
                job = next(jobs)
            return job()

        faults = [answer for answer in at_once(3, next_job) if answer is not None]
        assert faults == []
        assert late.count(True) >= 2 * TURNS and False not in late
        assert late.count(None) >= 4, "nobody wrote before"


def test_a_parent_whose_rights_ended_signs_nothing_more(world):
    browser, plan = Browser(world.cast.rosa), world.thing("own", "adopted")
    form = {"sha256": plan.frozen.sha256, "meaning": "took_part", "understood": "on", "words": ""}
    path = f"/family/{spell(world.cast.maya.pk)}/sign/"
    Guardian.objects.filter(account=world.cast.rosa).update(rights_until=TODAY - DAY)
    assert browser.post(path, form).status == 404
    Guardian.objects.filter(account=world.cast.rosa).update(rights_until=None)
    assert browser.post(path, form).status == 302
