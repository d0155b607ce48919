"""strongsuit coach review: prints a report of each file, writes it where asked, and says what it could not read."""

import io
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.core.management import call_command

from strongsuit.documents.reading.files import read_bytes
from strongsuit.documents.reviews.page import html_page
from strongsuit.documents.reviews.printed import Terminal, printed
from strongsuit.documents.reviews.shown import shown
from strongsuit.knowledge.coach.document.report import review_plan
from tests.documents.reading import making

ROOT = Path(__file__).parents[2]
CALIFORNIA = making.FORMS / "california.txt"
EVIL = (
    b"Student Name: Sam \x1b]0;title\x07 Fox\n\nStrengths\n"
    b"Likes to watch <script>alert(1)</script> \x1b[31mtrains\x9b2J\n"
)


def told(data, name="plan"):
    return shown(review_plan(read_bytes(name, data)))


def run(*words):
    """What is printed, what is reported, and the code of the end."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("coach", "review", *map(str, words), stdout=out, stderr=err)
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), end.code
    return out.getvalue(), err.getvalue(), 0


def test_the_command_needs_no_database_and_leaves_nothing_but_what_was_asked(tmp_path):
    (tmp_path / "plan.docx").write_bytes(making.PENNSYLVANIA)
    asked = [sys.executable, "-m", "strongsuit", "coach", "review", "plan.docx", "--html", "report.html"]
    # No database answers at this address.
    alone = os.environ | {
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "STRONGSUIT_DATA": str(tmp_path / "data"),
        "PYTHONPATH": str(ROOT), "STRONGSUIT_SECRET_KEY": "".join(map(chr, range(48, 123))),
    }  # fmt: skip
    done = subprocess.run(asked, capture_output=True, text=True, cwd=tmp_path, env=alone, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Rosalind" in done.stdout and "»hopeless«" in done.stdout and "\033" not in done.stdout
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["plan.docx", "report.html"]


def test_what_cannot_be_read_is_told_and_the_others_go_on(tmp_path):
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    out, err, code = run(tmp_path / "scan.png", CALIFORNIA, tmp_path / "gone.pdf")
    assert code == 1 and "california.txt" in out and "Traceback" not in err
    assert "scan.png: This is a picture." in err and "gone.pdf: There is no file" in err
    assert "2 of 3 files could not be read." in err


def test_reports_of_several_files_go_into_one_file_or_a_folder(tmp_path):
    again = tmp_path / "again" / "california.txt"
    again.parent.mkdir()
    again.write_bytes(CALIFORNIA.read_bytes())
    (tmp_path / "reports").mkdir()
    assert run(CALIFORNIA, again, "--html", tmp_path / "reports")[2] == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["california-2.html", "california.html"]
    run(CALIFORNIA, making.FORMS / "texas.html", tmp_path / "gone", "--html", tmp_path / "all.html")
    page = (tmp_path / "all.html").read_text(encoding="utf-8")
    assert "Mateo" in page and "Deshawn" in page and "Files we could not read" in page


def test_a_report_is_never_written_over_the_plan(tmp_path):
    plan = tmp_path / "texas.html"
    plan.write_bytes((making.FORMS / "texas.html").read_bytes())
    _out, err, code = run(plan, "--html", plan)
    assert code == 1 and "it is the plan itself" in err
    assert run(plan, "--html", tmp_path)[2] == 0
    assert plan.read_bytes() == (making.FORMS / "texas.html").read_bytes()
    assert "Deshawn" in (tmp_path / "texas-2.html").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "x.html").symlink_to(tmp_path / "gone" / "y.html")
    _out, err, code = run(CALIFORNIA, "--html", tmp_path / "x.html")
    assert code == 1 and "could not be written: No such file" in err


@pytest.mark.parametrize("place", ["new/report.html", "new/", "plan/report.html"])
def test_no_folder_is_made_for_a_report(tmp_path, place):
    (tmp_path / "plan").write_text("x")
    out, err, code = run(CALIFORNIA, "--html", f"{tmp_path}/{place}")
    folder = tmp_path / place.partition("/")[0]
    assert (code, out) == (1, "") and err == (
        f"{tmp_path}/{place}: there is no folder {folder}. Make it first, or name another place. Nothing was read.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["plan"]


def test_of_a_single_file_one_line_tells_why_it_could_not_be_read(tmp_path):
    (tmp_path / "plan.docx").write_text("He is lazy.")
    out, err, code = run(tmp_path / "plan.docx")
    assert (out, code, err.count("\n")) == ("", 1, 1)
    assert err.startswith(f"{tmp_path / 'plan.docx'}: The name of this file ends in .docx, but inside is only plain")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_the_report_fits_the_window(width):
    lines = printed(told(CALIFORNIA.read_bytes()), Terminal(width=width)).splitlines()
    assert max(map(len, lines)) <= max(40, min(width, 96)) + 24 and any("Goal 2" in line for line in lines)


def test_without_color_nothing_is_lost_and_ascii_is_enough():
    found = told(CALIFORNIA.read_bytes())
    colored = printed(found, Terminal(color=True))
    assert re.sub(r"\033\[[\d;]*m", "", colored) == printed(found, Terminal())
    assert printed(found, Terminal(signs=False)).isascii()


def test_a_file_cannot_steer_the_terminal_nor_run_in_the_page():
    found = told(EVIL)
    text = printed(found, Terminal(color=True))
    assert "\x1b]" not in text and "\x1b[31mtrains" not in text and "\x9b" not in text and "trains" in text
    assert "<script" not in html_page([found])


class Outline(HTMLParser):
    def __init__(self):
        super().__init__()
        self.levels, self.ids, self.named, self.loads = [], [], [], []

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.ids += [held["id"]] if "id" in held else []
        self.named += held.get("aria-labelledby", "").split()
        self.loads += [
            value for name, value in attrs if name in ("src", "href", "srcset", "action") or name[:2] == "on"
        ]


@pytest.mark.parametrize("many", [1, 2])
def test_the_file_is_whole_in_itself_and_its_headings_leave_no_level_out(many):
    found = told(making.pdf_form("new_york.typ"), "Plan & notes.pdf")
    page = html_page([found] * many, [("x.png", "This is a picture.")])
    seen = Outline()
    seen.feed(page)
    assert (
        seen.loads == []
        and "url(" not in page.replace("url(#hatch", "")
        and "@import" not in page
        and "@font-face" not in page
    )
    assert len(seen.ids) == len(set(seen.ids)) and set(seen.named) <= set(seen.ids)
    steps = zip(seen.levels, seen.levels[1:], strict=False)
    assert seen.levels[0] == 1 and all(after <= before + 1 for before, after in steps)
    assert 'lang="en"' in page and "prefers-color-scheme: dark" in page and "Plan &amp; notes.pdf" in page


SHORT = "Present Levels\nMaya draws maps of the bus line. She reads with a friend.\n"
HARD = "Present Levels\n" + "Maya's comprehension of multisyllabic vocabulary necessitates accommodations. " * 2
LONG = "Present Levels\n" + "Maya reads a page of a book about dogs with a friend and tells it again. " * 9


@pytest.mark.parametrize(
    ("text", "figure", "note"),
    [
        (SHORT, "Easy", "Told by its words and sentences; a grade takes 100 words."),
        (HARD, "Hard", "Told by its words and sentences; a grade takes 100 words."),
        (LONG, "Grade 4", "Easy for most families to read."),
        ("Name: Maya\n", "–", "No sentences to read."),
    ],
)
def test_the_reading_level_is_told_once(text, figure, note):
    found = told(text.encode())
    on_paper = html_page([found])
    for said in (" ".join(printed(found, Terminal()).split()), re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", on_paper))):
        assert said.count("Reading level") == 1 and said.count(note) == 1
        assert f"Reading level {figure}" in said or f"{figure} Reading level" in said
        assert "oo short for a grade" not in said and ("Hard words" in said) == (text == HARD)
