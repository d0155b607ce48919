"""Files of every kind are read, and of what cannot be read it is said what to do."""

import io
import zipfile

import pytest

from strongsuit.documents.reading import refusals
from strongsuit.documents.reading.files import read_bytes, read_path
from strongsuit.documents.reading.plain import read_text
from strongsuit.documents.reading.refusals import CannotRead
from tests.documents.reading import making

PLAIN = "Strengths: Zoë draws “maps”.\nNeeds: naïve words"


def text_of(document):
    return "\n".join([block.text or "\n".join(map(" | ".join, block.rows)) for block in document.blocks])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_whatever_way_its_letters_are_written(encoding):
    assert text_of(read_bytes("plan.txt", PLAIN.encode(encoding))).splitlines() == PLAIN.splitlines()


def test_it_is_said_where_letters_were_guessed():
    assert [one.message for one in read_bytes("a.txt", PLAIN.encode("cp1252")).unread] == [refusals.GUESSED]
    assert read_bytes("a.txt", PLAIN.encode()).unread == ()


def test_broken_lines_become_paragraphs_and_bullets_stay_apart():
    text = "Maya reads every day after lunch with a friend who likes the same\nbooks.\n\n• draws maps\n• sings\n"
    found = [(block.text, block.item) for block in read_bytes("a.txt", text.encode()).blocks]
    assert found == [
        ("Maya reads every day after lunch with a friend who likes the same books.", False),
        ("draws maps", True),
        ("sings", True),
    ]


def test_a_goal_on_a_line_of_its_own_is_not_joined_to_the_one_before():
    first = "Given a comic frame, Ana will write 4 sentences in 4 of 5 trials by June 2027 as measured by work samples."
    for second in ("Ana will ask for help.", "Given a card, Ana asks for help.", "By June 2027, Ana asks for help."):
        assert [block.text for block in read_text("a", f"{first}\n{second}").blocks] == [first, second]
    broken = (
        "She sorts the pencils by color every morning before the bell rings and helps a friend. Nobody\nWill asked."
    )
    assert len(read_text("a", broken).blocks) == 1


def test_a_page_of_a_browser_gives_its_words_and_not_its_scripts():
    page = (
        "<!doctype html><meta charset=iso-8859-1><script>lazy()</script><style>p{}</style><h2>Needs</h2>"
        "<p hidden>no</p>"
        "<p>Zo\xeb <b>reads</b><br>daily<table><tr><td>Goal<td><textarea>Reads 9 of 10</textarea></table>"
        "<input value='typed in'><input type=hidden value=secret><ul><li>one</ul>"
    )
    found = read_bytes("saved.bin", page.encode("latin-1")).blocks
    assert [(block.text, block.heading, block.item, block.rows) for block in found] == [
        ("Needs", True, False, ()),
        ("Zoë reads", False, False, ()),
        ("daily", False, False, ()),
        ("", False, False, (("Goal", "Reads 9 of 10"),)),
        ("typed in", False, False, ()),
        ("one", False, True, ()),
    ]


def test_a_word_file_gives_boxes_tables_and_items_but_not_what_was_deleted():
    deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    body = (
        making.boxed(making.paragraph("Needs", bold=True))
        + deleted
        + making.table(("A", "B\nC"))
        + making.paragraph("x y", item=True)
    )
    found = read_bytes("plan.docx", making.word(body)).blocks
    assert [(block.text, block.heading, block.item, block.rows) for block in found] == [
        ("Needs", True, False, ()),
        ("new", False, False, ()),
        ("", False, False, (("A", "B\nC"),)),
        ("x y", False, True, ()),
    ]


@pytest.mark.parametrize(
    "page",
    [
        b"<table><tr><td colspan=2>Area<td>Goal<tr><td>a<td>b<td>c</table>",
        making.word(
            making.table(("Area", "Goal"), ("a", "b", "c")).replace(
                "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1
            )
        ),
    ],
)
def test_a_cell_over_two_columns_leaves_the_others_under_their_heads(page):
    (table,) = read_bytes("x", page).blocks
    assert table.rows == (("Area", "Area", "Goal"), ("a", "b", "c"))


def test_a_printed_page_keeps_headings_tables_and_page_numbers():
    document = read_bytes("plan", making.pdf_form("new_york.typ"))
    assert document.pages == 2 and {block.page for block in document.blocks} == {1, 2}
    assert any(block.heading and block.text == "SOCIAL DEVELOPMENT" for block in document.blocks)
    (first, *_more) = [block.rows for block in document.blocks if block.rows]
    assert (
        first[0] == ("ANNUAL GOALS", "CRITERIA", "METHOD", "SCHEDULE")
        and first[1][1] == "18 of 20 words in 3 of 4 weekly lists"
    )
    # Running heads and page numbers are no words of the plan.
    assert not any("Page 1 of" in block.text or "Orrin Falls" in block.text for block in document.blocks)


def test_a_table_with_lines_between_its_rows_only_keeps_its_columns():
    cells = "[*Annual goal*], [*Criteria*], [Maya will read a page of a book about dogs aloud], [92 words in a minute]"
    source = '#set page("us-letter")\n#set text(font: "Noto Sans")\nText before it.\n#line(length: 100%)\nMore text.\n'
    source += f"#table(columns: (1fr, 1fr), stroke: (x: none, y: 1pt), inset: 8pt, {cells})\nText behind it."
    found = read_bytes("x.pdf", making.pdf(source)).blocks
    (rows,) = [block.rows for block in found if block.rows]
    assert rows == (
        ("Annual goal", "Criteria"),
        ("Maya will read a page of a book about dogs aloud", "92 words in a minute"),
    )
    assert [block.text for block in found if block.text] == ["Text before it.", "More text.", "Text behind it."]


def test_two_columns_are_read_one_after_the_other():
    column = " ".join(f"{word} reads about bridges and builds them." for word in ("Left",) * 9)
    other = column.replace("Left", "Right")
    source = f'#set page("us-letter", columns: 2)\n#set text(font: "Noto Sans")\n{column}\n#colbreak()\n{other}'
    text = text_of(read_bytes("x.pdf", making.pdf(source)))
    assert text.count("Left reads about bridges") == 9 and text.rindex("Left") < text.index("Right")


def test_what_was_typed_into_the_boxes_of_a_form_is_read_in_its_place():
    text = text_of(read_bytes("form.pdf", making.FILLED))
    at = [
        text.index(words)
        for words in ("Student Strengths", "two languages", "bus line", "Parent Concerns", "lazy after")
    ]
    assert at == sorted(at)


def picture_page():
    """A page that holds a photograph of paper and no letters."""
    import pikepdf  # noqa: PLC0415

    made = pikepdf.new()
    image = pikepdf.Stream(made, b"\x80" * 64, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=8, Height=8,
                           ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    page = made.add_blank_page(page_size=(612, 792))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=made.make_indirect(image)))
    page.Contents = made.make_stream(b"q 500 0 0 700 50 50 cm /Im0 Do Q")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def joined(*files):
    import pikepdf  # noqa: PLC0415

    made = pikepdf.new()
    for data in files:
        made.pages.extend(pikepdf.open(io.BytesIO(data)).pages)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def zipped(**names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in names.items():
            packed.writestr(name.replace("__", "/"), data)
    return made.getvalue()


SIMPLE = making.pdf('#set text(font: "Noto Sans")\nMaya reads.')
BAD = {
    "nothing": (b"", refusals.EMPTY),
    "only space": (b" \n\t ", refusals.EMPTY),
    "zeros": (b"\x00" * 900, refusals.EMPTY),
    "a scan": (picture_page(), refusals.SCANNED),
    "a PDF with a password": (making.locked(SIMPLE), refusals.LOCKED_PDF),
    "half a PDF": (SIMPLE[: len(SIMPLE) // 3], refusals.BROKEN_PDF),
    "a PDF in name": (b"%PDF-1.7\n" + b"nonsense " * 50, refusals.BROKEN_PDF),
    "half a Word file": (making.PENNSYLVANIA[:900], refusals.BROKEN_WORD),
    "a Word file of nonsense": (zipped(word__document__xml="<no"), refusals.BROKEN_WORD),
    "a bomb": (making.word("", more={"word/media/x.xml": b"0" * 70_000_000}), refusals.UNPACKS_TOO_LARGE),
    "an entity bomb": (
        zipped(**{"[Content_Types].xml": making.TYPES, "_rels__.rels": making.RELATIONS,
                  "word__document.xml": '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><b>&b;</b>'}),
        refusals.BROKEN_WORD,
    ),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600, refusals.OLD_WORD),
    "locked Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), refusals.LOCKED_OFFICE,
    ),
    "RTF": (rb"{\rtf1 Maya}", refusals.RTF),
    "OpenDocument": (zipped(mimetype="application/vnd.oasis.opendocument.text"), refusals.OPEN_DOCUMENT),
    "a spreadsheet": (zipped(xl__workbook="x"), refusals.OTHER_OFFICE),
    "a zip": (zipped(notes="x"), refusals.ZIPPED),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, refusals.PICTURE),
    "a table of numbers": (b"\x01\x00\x00\x00\x2a\x00\x00\x00" * 400, refusals.UNKNOWN),
    "a database": (b"SQLite format 3\x00" + bytes(range(1, 30)) * 9 + b"\x00" * 3000, refusals.UNKNOWN),
    "a packed file without zeros": (bytes(range(97, 123)) + bytes(range(128, 256)) * 3, refusals.UNKNOWN),
    "RTF behind an empty line": (b"\r\n{\\rtf1\\ansi Maya}", refusals.RTF),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(200)), refusals.UNKNOWN),
    "a book of letters": (b"word " * 1_100_000, refusals.TOO_LONG),
    "a page without words": (b"<html><body><img src=x></body></html>", refusals.NO_TEXT),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_of_what_cannot_be_read_it_is_said_what_to_do(name):
    data, reason = BAD[name]
    with pytest.raises(CannotRead) as refused:
        # The name says nothing: what it is shows in its content.
        read_bytes("plan.docx" if reason == refusals.BROKEN_WORD else "plan.pdf", data)
    assert refused.value.reason.message == reason
    assert str(refused.value).endswith(".") and "%(" not in str(refused.value)


@pytest.mark.parametrize("ending", [".docx", ".PDF", ".doc", ".rtf", ".xlsx", ".jpg"])
def test_a_text_under_the_name_of_something_else_is_refused(ending):
    with pytest.raises(CannotRead) as refused:
        read_bytes(f"plan{ending}", PLAIN.encode())
    assert refused.value.reason.message == refusals.OTHER_THAN_NAMED
    assert f"ends in {ending.lower()}," in str(refused.value)


def test_a_text_under_an_unknown_name_is_read_and_that_is_told():
    found = read_bytes("plan.xyz", PLAIN.encode())
    assert text_of(found).splitlines() == PLAIN.splitlines()
    assert [refusals.told(one) for one in found.unread] == [
        "The ending .xyz does not tell what this file is; it was read as plain text."
    ]
    for name in ("plan", "plan.txt", "plan.MD"):
        assert read_bytes(name, PLAIN.encode()).unread == ()


def test_a_scanned_page_among_others_is_told_and_the_others_are_read():
    document = read_bytes("x.pdf", joined(SIMPLE, picture_page()))
    assert "Maya reads." in text_of(document)
    assert [(one.message, dict(one.values)) for one in document.unread] == [(refusals.PAGES_SCANNED, {"pages": "2"})]


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path):
    for path, reason in ((tmp_path, refusals.A_FOLDER), (tmp_path / "x.pdf", refusals.NOT_THERE)):
        with pytest.raises(CannotRead) as refused:
            read_path(path)
        assert refused.value.reason.message == reason


def test_reading_leaves_no_file_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for data in (SIMPLE, making.PENNSYLVANIA, making.FILLED):
        read_bytes("plan", data)
    assert list(tmp_path.iterdir()) == []
