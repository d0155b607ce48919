"""Bytes to lines to rows: encodings, line ends, quotes, and the line on which each row begins."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.interop.oneroster.open import Stream
from strongsuit.interop.oneroster.rows import SPAN, rows
from strongsuit.interop.oneroster.text import CHUNK, Undecodable, batches


def lines_of(content):
    said = []
    lines = [line for batch in batches(Stream(io.BytesIO(content)), said.append) for line in batch]
    return lines, said


def rows_of(content, delimiter=",", width=0):
    found = rows(batches(Stream(io.BytesIO(content)), lambda rule: None), delimiter, width)
    return [(row.line, row.values, row.rule.removeprefix("oneroster.")) for row in found]


@pytest.mark.parametrize("content", [b"a\r\nb\r\n", b"a\nb\n", b"a\rb\r", b"a\nb", b"a\r\nb", b"\xef\xbb\xbfa\nb"])
def test_every_kind_of_line_end_and_a_missing_last_one(content):
    assert lines_of(content) == (["a", "b"], [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_read_by_its_mark(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert lines_of(mark + "Inés,선희\nx".encode(encoding)) == (["Inés,선희", "x"], ["oneroster.file.utf16"])


def test_a_mark_of_utf_16_that_the_bytes_do_not_keep_is_told():
    with pytest.raises(Undecodable):
        lines_of(b"\xff\xfea\x00\x00\xd8")


def test_windows_1252_is_read_and_said_once():
    assert lines_of("Inés “Ñ”\nTheo\nThéo".encode("cp1252")) == (
        ["Inés “Ñ”", "Theo", "Théo"],
        ["oneroster.file.encoding"],
    )


def test_a_file_glued_from_two_encodings_comes_out_right():
    assert lines_of("선희\n".encode() + "Inés\n".encode("cp1252") + "Zoë".encode())[0] == ["선희", "Inés", "Zoë"]


def test_a_character_that_lies_across_two_pieces_is_whole():
    assert lines_of(b"a\n" * (CHUNK // 2 - 1) + "xé\nb".encode())[0][-2:] == ["xé", "b"]


def test_a_line_end_that_lies_across_two_pieces_is_one():
    lines = lines_of(b"ab\r\n" * CHUNK)[0]
    assert lines == ["ab"] * CHUNK


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"a,b\n\n1,2\n  \n3,4", [(1, ["a", "b"], ""), (3, ["1", "2"], ""), (5, ["3", "4"], "")]),
        (b'"a","b ""c"" d","e,f"', [(1, ["a", 'b "c" d', "e,f"], "")]),
        (b'"a", "b, c"', [(1, ["a", "b, c"], "")]),
        (b'1,"two\nlines",3\n4,5,6', [(1, ["1", "two lines", "3"], "value.odd"), (3, ["4", "5", "6"], "")]),
        (b'5" pipe,x\n1,2', [(1, ['5" pipe', "x"], ""), (2, ["1", "2"], "")]),
        (b'1,"open\n2,b\n3,c', [(1, [], "row.quote"), (2, ["2", "b"], ""), (3, ["3", "c"], "")]),
        (b"1,a\0b\n2,c", [(1, [], "row.nul"), (2, ["2", "c"], "")]),
        (b"1,a\x07b\n", [(1, ["1", "ab"], "value.odd")]),
        ("1,a\u202eb\n".encode(), [(1, ["1", "ab"], "value.odd")]),
        ("1,\u0645\u0631\u064a\u0645\n".encode(), [(1, ["1", "\u0645\u0631\u064a\u0645"], "")]),
        (b"a,b,,,\n", [(1, ["a", "b", "", "", ""], "")]),
    ],
)
def test_rows_begin_where_they_begin(content, found):
    assert rows_of(content) == found


def test_a_quotation_mark_that_never_closes_costs_one_row_only():
    found = rows_of(b'1,"open\n' + b"2,x\n" * (SPAN * 3) + b'3,"open\n4,x')
    assert [(line, rule) for line, _, rule in found if rule] == [(1, "row.quote"), (SPAN * 3 + 2, "row.quote")]
    assert len(found) == SPAN * 3 + 3


def test_a_quotation_mark_closed_by_that_of_another_row_costs_one_row_only():
    found = rows_of(b'1,"open,x\n2,b,y\n3,"c,d",z\n4,"two\nlines",z\n', width=3)
    assert [(line, values) for line, values, _ in found] == [
        (1, []),
        (2, ["2", "b", "y"]),
        (3, ["3", "c,d", "z"]),
        (4, ["4", "two lines", "z"]),
    ]


def test_a_row_of_ten_megabytes_costs_one_row_only():
    found = rows_of(b"1," + b"x" * 10_000_000 + b"\n2,y\n")
    assert found == [(1, [], "row.length"), (2, ["2", "y"], "")]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "^"])
def test_each_delimiter_parts_values(delimiter):
    assert rows_of(f'a{delimiter}"b{delimiter}c"'.encode(), delimiter) == [(1, ["a", f"b{delimiter}c"], "")]


@given(st.lists(st.lists(st.text(st.sampled_from('ab",; \n'), max_size=6), min_size=2, max_size=4), max_size=6))
def test_what_a_csv_writer_wrote_is_read_back(table):
    """Up to what is stripped anyway, and the line breaks that become spaces."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    found = [values for _, values, rule in rows_of(text.getvalue().encode()) if rule != "row.quote"]
    assert found == [[value.replace("\n", " ") for value in row] for row in table]


@given(st.text(st.sampled_from('ab", \n\r\t\0\x01'), max_size=60))
def test_any_mixture_of_marks_gives_rows_in_the_order_of_lines(text):
    found = rows_of(text.encode())
    assert [line for line, _, _ in found] == sorted({line for line, _, _ in found})
