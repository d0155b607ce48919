"""The page that reviews a plan from elsewhere: the report, clear refusals, and nothing that stays."""

import io
import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from strongsuit.documents.forms import MOST_BYTES, MOST_LETTERS
from strongsuit.web.logs import JsonLines
from tests.documents.reading import making

PLAN = (making.FORMS / "california.txt").read_text(encoding="utf-8")


@pytest.fixture
def send(cast, client):
    cast.sign_in(client, cast.ruiz)
    return lambda **sent: client.post("/review/", sent)


def test_a_pasted_plan_comes_back_as_a_report(send):
    answer = send(words=PLAN)
    page = answer.content.decode()
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    assert "<mark>unable to</mark>" in page and "Mateo repairs bicycles" in page and "1 of 2" in page
    # What was pasted stays in its box, to be changed and read again.
    assert "talented drummer who keeps a steady beat" in page.split("<textarea")[1]


def test_a_file_comes_back_as_a_report(send):
    answer = send(file=SimpleUploadedFile("plan.bin", making.PENNSYLVANIA))
    assert answer.status_code == 200 and "<mark>hopeless</mark>" in answer.content.decode()


def test_of_a_file_and_a_pasted_text_the_page_says_which_was_read(send):
    both = send(file=SimpleUploadedFile("plan.txt", b"Present Levels\nSam is hopeless."), words="Ana is lazy.")
    page = both.content.decode()
    assert "We read the file plan.txt, and not the text in the box below." in page
    assert "<mark>hopeless</mark>" in page and "Ana is lazy.</textarea>" in page
    for one in (send(words="Ana is lazy."), send(file=SimpleUploadedFile("plan.txt", b"Sam is hopeless."))):
        assert one.status_code == 200 and "We read the file" not in one.content.decode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture."),
        (b"%PDF-1.4 broken", "This PDF is damaged"),
        (b"x" * (MOST_BYTES + 1), "5,000,000"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason_and_the_typed_text_stays(send, data, said):
    answer = send(file=SimpleUploadedFile("plan.pdf", data), words="typed before")
    assert answer.status_code == 422
    assert said in answer.content.decode() and "typed before</textarea>" in answer.content.decode()


def test_it_is_said_truly_what_is_still_there(send):
    """A browser keeps what was typed, and no file that was chosen or dropped."""
    file, typed = "A browser keeps no file: choose it again.", "What you typed is still here."
    picture = b"\x89PNG\r\n\x1a\n"
    for sent, said in (
        ({"file": SimpleUploadedFile("plan.pdf", picture)}, (True, False)),
        ({"file": SimpleUploadedFile("plan.pdf", picture), "words": "Ana draws."}, (True, True)),
        ({"words": "w" * (MOST_LETTERS + 1)}, (False, True)),
        ({"words": "  "}, (False, False)),
    ):
        page = send(**sent).content.decode()
        assert (file in page, typed in page) == said, sent.keys()


def test_a_text_in_another_language_is_not_praised(send):
    spanish = "Marcos es perezoso y se niega a escribir. Sus padres no se preocupan por la escuela."
    page = send(words=spanish).content.decode()
    assert "We could not read the wording" in page and "told without blame" not in page
    assert "told without blame" in send(words="Ana reads 40 words in a minute to the class.").content.decode()


def test_nothing_and_too_much_are_refused(send):
    assert "There is nothing to read yet." in send().content.decode()
    too_long = send(words="w" * (MOST_LETTERS + 1))
    assert too_long.status_code == 422 and "1 character too many" in too_long.content.decode()


def test_words_of_the_file_are_text_and_nothing_else(send):
    page = send(words="Strengths: <script>alert(1)</script> draws. He is lazy </mark><img src=x>.").content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page


def test_nothing_is_kept(send, tmp_path, monkeypatch):
    """No row, no file, no line of the log holds a word of the plan."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    log = io.StringIO()
    listening = logging.StreamHandler(log)
    listening.setFormatter(JsonLines())
    logging.getLogger().addHandler(listening)
    try:
        with connection.execute_wrapper(_no_change):
            assert send(file=SimpleUploadedFile("Maya Secret.txt", PLAN.encode())).status_code == 200
    finally:
        logging.getLogger().removeHandler(listening)
    assert list(tmp_path.rglob("*")) == []
    assert "Mateo" not in log.getvalue() and "Secret" not in log.getvalue()


def _no_change(execute, sql, params, many, context):
    """Being seen counts for the sign-in; nothing else is written."""
    assert "Mateo" not in str(params) and "Maya Secret" not in str(params)
    assert sql.split()[0] not in {"INSERT", "UPDATE", "DELETE"} or "session" in sql.lower() or "sign" in sql.lower(), (
        sql
    )
    return execute(sql, params, many, context)


def test_a_student_has_no_such_page(cast, client):
    cast.sign_in(client, cast.maya.account)
    assert client.get("/review/").status_code == 404
