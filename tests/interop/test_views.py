"""The office's roster pages: upload, look, apply; nobody else finds them."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from strongsuit.audit.models import Entry
from strongsuit.interop.models import ImportRun
from strongsuit.interop.oneroster.rules import RULES
from strongsuit.people.models import Account
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.cast import account, post

pytestmark = pytest.mark.django_db
LIST = "/district/roster/"


@pytest.fixture
def office(cast, client):
    return cast.sign_in(client, cast.admin)


def send(client, content, name="roster.zip"):
    return client.post(LIST, {"roster": SimpleUploadedFile(name, content, "application/zip")})


@pytest.fixture
def waiting(office, pack):
    """A roster that was looked at; as the district has schools of its own, it asks whether it belongs here."""
    send(office, pack())
    return ImportRun.objects.get()


def at(run, deed=""):
    return f"{LIST}{spell(run.pk)}/{deed}"


def test_an_empty_page_says_how_to_begin(office):
    page = office.get(LIST).content.decode()
    assert "Bring in a roster" in page and "No roster yet" in page


def test_an_upload_is_looked_at_and_changes_nothing(office, pack):
    students = Student.objects.count()
    answer = send(office, pack())
    run = ImportRun.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("interop:run", args=[run.pk]))
    assert (run.state, bool(run.package), Student.objects.count()) == ("previewed", True, students)
    page = office.get(answer.url).content.decode()
    assert "What would change" in page and "Apply the roster" in page and "OneRoster 1.1" in page
    assert "None of the schools in this set is known here" in page


def test_an_upload_from_a_file_on_disk_works_as_well(office, pack, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1
    assert send(office, pack()).status_code == 302
    assert ImportRun.objects.get().size == len(pack())


def test_the_same_upload_twice_is_one_run(office, pack, waiting):
    send(office, pack())
    assert ImportRun.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"just text", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_roster_is_refused_in_words(office, content):
    answer = send(office, content, "notes.docx")
    page = office.get(answer.url).content.decode()
    assert "This roster was not applied" in page and "Apply the roster" not in page


def test_a_refused_file_says_nothing_about_oddities_and_leaves_room_for_another(office, pack):
    page = office.get(send(office, b"just text", "notes.docx").url).content.decode()
    assert "Nothing odd was found" not in page
    assert 'type="file"' in page and f'action="{LIST}"' in page
    page = office.get(send(office, pack()).url).content.decode()
    assert 'type="file"' not in page


def test_a_demo_takes_an_upload_only_of_people_said_to_be_invented(office, cast, pack):
    assert "invented people" not in office.get(LIST).content.decode()
    type(cast.district).objects.filter(pk=cast.district.pk).update(demo=True)
    answer = send(office, pack())
    assert (answer.status_code, ImportRun.objects.count()) == (422, 0)
    assert "Real people do not belong in a demo" in answer.content.decode()
    sent = {"roster": SimpleUploadedFile("r.zip", pack(), "application/zip"), "invented": "on", "source": "try-out"}
    page = office.post(LIST, sent, follow=True).content.decode()
    run = ImportRun.objects.get()
    assert (run.options["into_demo"], run.source) == (True, "try-out")
    assert "Invented people, says whoever brought them" in page


def test_no_file_and_a_file_too_large_come_back_with_the_form(office, settings):
    assert office.post(LIST).status_code == 422
    settings.UPLOAD_LIMIT_BYTES = 10
    answer = send(office, b"x" * 11)
    assert answer.status_code == 422 and "larger than" in answer.content.decode()
    assert ImportRun.objects.count() == 0


def test_a_question_must_be_answered_before_applying(office, waiting):
    answer = office.post(at(waiting, "apply/"))
    assert answer.status_code == 422 and "Look at the question first" in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "previewed"


def test_a_yes_applies_and_a_second_yes_changes_nothing(office, waiting):
    for _ in range(2):
        assert office.post(at(waiting, "apply/"), {"accept": "on"}).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.state, waiting.started_by.name) == ("applied", "Sam Ortiz")
    assert Entry.objects.filter(deed="applied a roster", actor=waiting.started_by).count() == 1
    page = office.get(at(waiting)).content.decode()
    assert "What changed" in page and "Apply the roster" not in page


def test_a_no_keeps_the_report(office, waiting):
    office.post(at(waiting, "refuse/"))
    waiting.refresh_from_db()
    assert waiting.state == "refused"
    answer = office.post(at(waiting, "apply/"), {"accept": "on"}, follow=True)
    assert "Upload it again" in answer.content.decode()


def test_applying_asks_for_a_fresh_proof(office, waiting):
    session = office.session
    session["proved_at"] = 0
    session.save()
    answer = office.post(at(waiting, "apply/"), {"accept": "on"})
    assert answer.status_code == 302 and answer.url.startswith(reverse("people:step"))
    waiting.refresh_from_db()
    assert waiting.state == "previewed"


def test_only_the_office_may_send_what_is_large_and_only_up_to_its_limit(office, cast, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    settings.UPLOAD_LIMIT_BYTES = 50_000
    roster = {"roster": SimpleUploadedFile("roster.zip", b"x" * 40_000)}
    assert office.post(reverse("interop:runs"), roster).status_code == 302
    roster["roster"] = SimpleUploadedFile("roster.zip", b"x" * 200_000)
    assert office.post(reverse("interop:runs"), roster).status_code == 413
    assert office.post(reverse("web:display"), {"size": "1" * 2000}).status_code == 413


def test_the_report_asks_for_a_fresh_proof_and_a_long_one_is_told_to_the_office(
    office, cast, pack, mailoutbox, django_capture_on_commit_callbacks
):
    send(office, pack())
    run = ImportRun.objects.get()
    session = office.session
    session["proved_at"] = 0
    session.save()
    assert office.get(at(run, "report/")).url.startswith(reverse("people:step"))
    session["proved_at"] = clock.now().timestamp()
    session.save()
    post(account("second@harbor.example", "Second Office"), cast.district, "district")
    run.problems.all().delete()
    for number in range(26):
        run.problems.create(
            order=number, severity="notice", file="users.csv", line=number, rule="oneroster.file.unknown"
        )
    with django_capture_on_commit_callbacks(execute=True):
        assert office.get(at(run, "report/")).status_code == 200
    assert [mail.to for mail in mailoutbox] == [["second@harbor.example"]]


def test_the_report_as_csv_is_safe_and_noted(office, pack):
    send(office, pack(changes={"=cmd.csv": b"x"}))
    run = ImportRun.objects.get()
    answer = office.get(at(run, "report/"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == "severity,file,line,column,column_no,value,rule,message,record_key"
    assert "'=cmd.csv" in text and ",=cmd" not in text
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert Entry.objects.get(deed="took a roster's report").kind == "took_out"


@pytest.fixture
def spanish(settings, tmp_path):
    """A catalog of one sentence, so that the language of a page can be told."""
    catalog = Catalog(locale="es")
    catalog.add(RULES["oneroster.file.unknown"].message, "Archivo desconocido.")
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, catalog)
    settings.LANGUAGES = [("en", "English"), ("es", "Spanish")]
    settings.STAFF_LANGUAGES = ["en", "es"]
    settings.LOCALE_PATHS = [tmp_path]


def test_a_report_is_told_in_the_language_of_whoever_reads_it(office, cast, pack, spanish):
    send(office, pack(changes={"notes.txt": b"x"}))
    run = ImportRun.objects.get()
    Account.objects.filter(pk=cast.admin.pk).update(language="es")
    assert "Archivo desconocido." in office.get(at(run)).content.decode()
    taken = office.get(at(run, "report/"))
    with translation.override("en"):
        assert "Archivo desconocido." in b"".join(taken.streaming_content).decode()
    Account.objects.filter(pk=cast.admin.pk).update(language="en")
    assert "Archivo" not in office.get(at(run)).content.decode()
    assert "Archivo" not in b"".join(office.get(at(run, "report/")).streaming_content).decode()


def test_the_office_is_told_how_many_students_have_no_birth_date(office, cast):
    assert "no birth date" not in office.get(LIST).content.decode()
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    assert "1 student has no birth date" in office.get(LIST).content.decode()
    Student.objects.filter(district=cast.district).update(birth_date=None)
    assert "students have no birth date" in office.get(LIST).content.decode()


def test_what_the_file_calls_itself_is_only_text(office, pack):
    send(office, pack(changes={"<script>x.csv": b"x"}), name="<b>roster.zip")
    page = office.get(at(ImportRun.objects.get())).content.decode()
    assert "<script>x.csv" not in page and "<b>roster" not in page
    assert "&lt;script&gt;x.csv" in page


def test_the_report_can_be_narrowed_and_strange_words_do_no_harm(office, pack):
    send(office, pack(changes={"notes.txt": b"x"}))
    run = ImportRun.objects.get()
    assert "notes.txt" in office.get(at(run) + "?show=notice").content.decode()
    assert "notes.txt" not in office.get(at(run) + "?show=error").content.decode()
    assert office.get(at(run) + "?show=%00&page=zzz").status_code == 200


@pytest.mark.parametrize("name", ["ruiz", "chen", "brooks", "rosa", "outsider", "maya_account"])
def test_nobody_else_finds_these_pages(cast, client, waiting, name):
    client.logout()
    cast.sign_in(client, getattr(cast, name))
    assert client.get(LIST).status_code == 404
    assert send(client, b"x").status_code == 404
    for deed in ("", "report/"):
        assert client.get(at(waiting, deed)).status_code == 404
    for deed in ("apply/", "refuse/"):
        assert client.post(at(waiting, deed), {"accept": "on"}).status_code == 404
    waiting.refresh_from_db()
    assert waiting.state == "previewed"


def test_another_districts_office_sees_its_own_runs_only(cast, client, waiting):
    post = cast.admin.posts.get()
    post.pk, post.account, post.district = None, cast.outsider, cast.other_district
    post.id = 5
    post.save(force_insert=True)
    client.logout()
    cast.sign_in(client, cast.outsider)
    assert client.get(LIST).status_code == 200
    assert client.get(at(waiting)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_many_as_for_one(office, pack, count, django_assert_max_num_queries):
    for number in range(count):
        send(office, pack(changes={"notes.txt": str(number).encode()}))
    with django_assert_max_num_queries(12):
        assert office.get(LIST).status_code == 200


def test_a_text_beside_the_roster_is_no_larger_than_in_any_other_form(office, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    sent = {"source": "x" * 2000, "roster": SimpleUploadedFile("roster.zip", b"x")}
    assert office.post(reverse("interop:runs"), sent).status_code == 413
