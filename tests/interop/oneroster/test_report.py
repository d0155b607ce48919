"""The report: in order, with every column, safe to open in a spreadsheet program."""

import csv
import io
import string

import pytest

from strongsuit.interop.oneroster.report import HEADER, KEPT, Place, Report, as_csv, safe_cell, shown
from strongsuit.interop.oneroster.rules import RULES, Severity, sentence


class Anything(dict):
    def __missing__(self, name):
        return 7


def test_every_rule_has_a_sentence_that_ends_and_takes_only_named_words():
    for rule, found in RULES.items():
        assert rule.startswith("oneroster.") and len(rule) <= 60
        assert found.message.endswith(".")
        assert len(found.message % Anything()) < 200
        assert ("%(count)d" in found.message) >= found.once


def test_problems_come_in_the_order_of_files_lines_and_columns():
    report = Report()
    report.add("oneroster.date.unknown", Place("users.csv", 3, "b", 2), "x")
    report.add("oneroster.date.unknown", Place("orgs.csv", 9, "a", 1), "x")
    report.add("oneroster.date.unknown", Place("users.csv", 3, "a", 1), "x")
    report.add("oneroster.manifest.missing", Place())
    report.add("oneroster.date.unknown", Place("users.csv", 2, "b", 2), "x")
    assert [(row.file, row.line, row.column) for row in report.rows()] == [
        ("", None, ""),
        ("orgs.csv", 9, "a"),
        ("users.csv", 2, "b"),
        ("users.csv", 3, "a"),
        ("users.csv", 3, "b"),
    ]


def test_what_holds_for_a_whole_column_is_said_once_with_its_count():
    report = Report()
    for line in (2, 3, 4):
        report.add("oneroster.date.us", Place("users.csv", line, "birthDate", 4), f"{line}/1/2020", f"u{line}")
    report.add("oneroster.date.us", Place("roles.csv", 2, "beginDate", 4), "1/1/2020")
    first, second = report.rows()
    assert (first.line, first.value, first.record_key, dict(first.words)) == (2, "2/1/2020", "u2", {"count": 3})
    assert dict(second.words) == {"count": 1}
    assert report.severities == {Severity.ERROR: 0, Severity.WARNING: 2, Severity.NOTICE: 0}


def test_a_flood_of_problems_is_counted_and_cut():
    report = Report()
    for line in range(KEPT + 10):
        report.add("oneroster.date.unknown", Place("users.csv", line, "a", 1), "x")
    report.add("oneroster.ref.missing", Place("users.csv", 2, "org", 5), "s9", file="orgs.csv")
    *rows, last = report.rows()
    assert len(rows) == KEPT + 1 and "oneroster.ref.missing" in {row.rule for row in rows}
    assert (last.rule, dict(last.words)) == ("oneroster.report.full", {"count": KEPT + 11})


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("x" * 100, "x" * 79 + "…"),
        ("a\x07b\u202ec", "a\\u0007b\\u202ec"),
        ("078-05-1120", "(hidden)"),
        ("id 078 05 1120 of", "(hidden)"),
        ("선희 O'Neil", "선희 O'Neil"),
    ],
)
def test_values_are_short_visible_and_never_social_security_numbers(text, visible):
    assert shown(text) == visible


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "users.csv", "a=b", "1.5", "O'Neil"])
def test_other_cells_stay_as_they_are(text):
    assert safe_cell(text) == text


def test_the_csv_has_every_column_and_survives_hostile_names():
    report = Report()
    report.add("oneroster.header.unknown", Place("=users.csv", 1, '=HYPERLINK("http://x","y"),', 4))
    report.add("oneroster.ref.missing", Place("users.csv", 2, "org", 5), "+s9", "@u1", file="orgs.csv")
    text = "".join(as_csv(row.cells() for row in report.rows()))
    header, first, second = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == HEADER
    assert first[:6] == ["notice", "'=users.csv", "1", '\'=HYPERLINK("http://x","y"),', "4", ""]
    assert second[5] == "'+s9" and second[8] == "'@u1"
    assert text.count("\r\n") == 3
    assert all(mark in string.printable for mark in text)


def test_a_rule_that_an_earlier_program_knew_is_named_by_its_id():
    assert sentence("oneroster.long.gone", {"count": 1}, str) == "oneroster.long.gone"


def test_the_sentence_is_translated_and_its_own_words_with_it():
    french = {RULES["oneroster.file.type"].message: "C'est %(kind)s.", "a PDF": "un PDF"}
    assert sentence("oneroster.file.type", {"kind": "a PDF"}, lambda text: french.get(text, text)) == "C'est un PDF."
