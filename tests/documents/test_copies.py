"""Papers are asked for once, drawn by whichever worker is free, and taken only through the door."""

import hashlib
import threading
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from pypdf import PdfReader

from strongsuit.audit.models import Entry, Kind
from strongsuit.audit.trail import record
from strongsuit.documents import actions, jobs
from strongsuit.documents.models import Copy
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import NotYours
from tests.cast import NOW, adopt, build_cast


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def files(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }
    return tmp_path


def test_an_adopted_plan_is_filed_drawn_and_read_back(cast, files):
    adopt(cast, on=clock.today())
    assert jobs.file_adopted(now=NOW) == 1
    assert jobs.file_adopted(now=NOW) == 0
    assert jobs.draw_waiting(now=NOW) == 1
    found = Copy.objects.get()
    assert (found.state, found.number) == ("ready", 1)
    content = (files / found.file.name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == found.sha256
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "I can draw anything." in " ".join(text.split())
    assert cast.plan.frozen.sha256[:12] in text


def test_the_family_asks_waits_and_takes_the_paper(as_, cast, files):
    adopt(cast, on=clock.today())
    client = as_(cast.rosa)
    once = str(uuid4())
    for _time in range(2):
        answer = client.post(f"/plans/{spell(cast.plan.pk)}/copies/", {"kind": "plan", "once": once})
        assert answer.status_code == 302
    found = Copy.objects.get()
    assert "being prepared" in client.get(f"/copies/{spell(found.pk)}/").content.decode()
    jobs.draw_waiting(now=NOW)
    assert "Save the PDF" in client.get(f"/copies/{spell(found.pk)}/", headers={"HX-Request": "true"}).content.decode()
    taken = client.get(f"/copies/{spell(found.pk)}/take/")
    assert taken["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert b"".join(taken.streaming_content).startswith(b"%PDF")
    assert Entry.objects.filter(kind="took_out", target_id=found.pk, actor=cast.rosa).count() == 1


def test_a_teachers_summary_is_one_page(cast, files):
    adopt(cast, on=clock.today())
    with pytest.raises(NotYours):
        actions.ask_for_copy(by=cast.okafor, plan=cast.plan, kind=Copy.Kind.SUMMARY, once=uuid4())
    asked = actions.ask_for_copy(by=cast.silva, plan=cast.plan, kind=Copy.Kind.SUMMARY, once=uuid4())
    jobs.finish(asked.pk, NOW)
    asked.refresh_from_db()
    assert len(PdfReader(files / asked.file.name).pages) == 1


def test_a_draft_is_marked_as_one(cast, files):
    asked = actions.ask_for_copy(by=cast.ruiz, plan=cast.plan, kind=Copy.Kind.PLAN, once=uuid4())
    jobs.draw_waiting(now=NOW)
    asked.refresh_from_db()
    assert "DRAFT" in PdfReader(files / asked.file.name).pages[0].extract_text().upper()


def test_a_family_gets_no_paper_of_a_draft_that_was_not_shared(cast):
    with pytest.raises(NotYours):
        actions.ask_for_copy(by=cast.rosa, plan=cast.plan, kind=Copy.Kind.PLAN, once=uuid4())


@pytest.mark.parametrize("who", ["stranger", "outsider", "okafor", "admin", "maya_account"])
def test_who_may_not_print_finds_nothing(as_, cast, files, who):
    adopt(cast, on=clock.today())
    jobs.file_adopted(now=NOW)
    found = Copy.objects.get()
    client = as_(getattr(cast, who))
    for address in (f"/copies/{spell(found.pk)}/", f"/copies/{spell(found.pk)}/take/"):
        assert client.get(address).status_code == 404
    assert client.post(f"/plans/{spell(cast.plan.pk)}/copies/", {"kind": "plan"}).status_code == 404


def test_the_address_of_a_paper_opens_for_five_minutes_in_the_sign_in_that_proved_itself(as_, cast, files):
    """An address alone is no key: not later, not elsewhere, not for somebody else who may read the same paper."""
    adopt(cast, on=clock.today())
    jobs.file_adopted(now=NOW)
    jobs.draw_waiting(now=NOW)
    address = f"/copies/{spell(Copy.objects.get().pk)}/take/"
    client, elsewhere = as_(cast.rosa), Client()
    taken = client.get(address)
    assert b"".join(taken.streaming_content).startswith(b"%PDF")
    assert elsewhere.get(address).url.startswith("/sign-in/?")
    with clock.frozen(NOW + timedelta(seconds=299), everywhere=True):
        assert b"".join(client.get(address).streaming_content).startswith(b"%PDF")
    with clock.frozen(NOW + timedelta(seconds=301), everywhere=True):
        assert client.get(address).url.startswith("/sign-in/again/?")
    assert not any(each.name in client.get("/account/").content.decode() for each in files.rglob("*.pdf"))


def test_a_file_has_no_address_of_its_own(client, cast, files):
    adopt(cast, on=clock.today())
    jobs.file_adopted(now=NOW)
    jobs.draw_waiting(now=NOW)
    name = Copy.objects.get().file.name
    cast.sign_in(client, cast.ruiz)
    for address in (f"/{name}", f"/files/{name}", f"/media/{name}", f"/static/{name}", f"/static/../files/{name}"):
        assert client.get(address).status_code == 404


def test_papers_of_more_than_25_children_in_a_day_are_told_to_the_office(
    cast, files, mailoutbox, django_capture_on_commit_callbacks
):
    adopt(cast, on=clock.today())
    jobs.file_adopted(now=NOW)
    found = Copy.objects.get()
    found.student = cast.maya
    for number in range(25):
        record(cast.ruiz, "took a paper", kind=Kind.TOOK_OUT, student=number, district=cast.district.pk)
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            actions.note_taken(by=cast.ruiz, found=found, because="case_manager")
    (mail,) = mailoutbox
    assert mail.to == ["office@harbor.example"] and "Maya" not in mail.body


def test_a_paper_whose_worker_died_is_drawn_by_the_next(cast, files):
    adopt(cast, on=clock.today())
    jobs.file_adopted(now=NOW)
    Copy.objects.update(lease_until=NOW + timedelta(minutes=2), attempts=1)
    assert jobs.draw_waiting(now=NOW) == 0
    assert jobs.draw_waiting(now=NOW + timedelta(minutes=3)) == 1
    assert Copy.objects.get().state == "ready"


def test_a_paper_that_cannot_be_drawn_says_so_and_can_be_tried_again(as_, cast, files):
    adopt(cast, on=clock.today())
    asked = actions.ask_for_copy(by=cast.ruiz, plan=cast.plan, kind=Copy.Kind.PLAN, once=uuid4())
    Copy.objects.filter(pk=asked.pk).update(state=Copy.State.FAILED, attempts=jobs.MOST_ATTEMPTS)
    client = as_(cast.ruiz)
    assert "could not be made" in client.get(f"/copies/{spell(asked.pk)}/").content.decode()
    client.post(f"/copies/{spell(asked.pk)}/again/")
    assert jobs.draw_waiting(now=NOW) == 1
    asked.refresh_from_db()
    assert asked.state == "ready"


@pytest.mark.django_db(transaction=True)
def test_two_workers_draw_one_paper_once(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }
    with clock.frozen(NOW, everywhere=True):
        cast = build_cast()
        adopt(cast, on=clock.today())
        jobs.file_adopted(now=NOW)
        done = []

        def work():
            done.append(jobs.draw_waiting(now=NOW))
            connection.close()

        workers = [threading.Thread(target=work) for _number in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    assert sum(done) == 1
    assert len(list(tmp_path.rglob("*.pdf"))) == 1
