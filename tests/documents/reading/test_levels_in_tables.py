"""Present levels as a table say the same as in sentences, whatever file the table stands in."""

import pytest

from strongsuit.documents.reading.files import read_bytes
from strongsuit.documents.reading.plain import read_text
from strongsuit.knowledge.coach.document.report import review_plan
from tests.documents.reading import making

COINS, GAMES = "Adds coins quickly at the class shop", "Invites classmates into games"
LINE, JOIN = "Needs a number line to subtract", "Needs help to join a group that has begun"
BODY = (("Math", COINS, LINE), ("Social", GAMES, JOIN))
GOAL = "By June 2027, given a number line, Maya will subtract 9 of 10 facts."
IN_SENTENCES = "\n".join(
    ("Present Levels", "Math", f"Strengths: {COINS}", f"Needs: {LINE}", "Social", f"Strengths: {GAMES}",
     f"Needs: {JOIN}", "Goals", GOAL)
)  # fmt: skip


def as_html(title, rows):
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h1>{title}</h1><table>{cells}</table><h1>Goals</h1><p>{GOAL}</p>".encode()


def as_word(title, rows):
    before, behind = making.paragraph(title, bold=True), making.paragraph("Goals", bold=True) + making.paragraph(GOAL)
    return making.word((before if title else "") + making.table(*rows) + behind)


def as_pdf(title, rows):
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    page = f'#set page("us-letter")\n#set text(font: "Noto Sans")\n#text(size: 16pt)[*{title}*]\n\n'
    return making.pdf(f"{page}#table(columns: {len(rows[0])}, {cells})\n#text(size: 16pt)[*Goals*]\n\n{GOAL}")


def as_bars(title, rows):
    drawn = [" | ".join(row) for row in rows]
    table = (f"| {drawn[0]} |", "|---|---|---|", *(f"| {row} |" for row in drawn[1:]))
    return "\n".join((title, "", *table, "", "Goals", GOAL)).encode()


def as_tabs(title, rows):
    return "\n".join((title, *("\t".join(row) for row in rows), "", "Goals", GOAL)).encode()


FORMS = [as_html, as_word, as_pdf, as_bars, as_tabs]


def told(data):
    review = review_plan(read_bytes("plan", data))
    strong = {one.statement.text for one in review.told if one.statement.kind == "strength"}
    return strong, review.needs


@pytest.mark.parametrize("make", FORMS)
@pytest.mark.parametrize(
    "head",
    [
        ("Area", "Strengths", "Needs"),
        ("Area", "Strength", "Need"),
        ("Academic Area", "Student Strengths", "Student Needs"),
        ("Skill", "What Maya does well", "What Maya needs"),
        ("", "Strengths", "Needs"),
    ],
)
def test_a_strength_in_a_table_counts_as_one_in_a_sentence(make, head):
    assert told(IN_SENTENCES.encode()) == ({COINS, GAMES}, 2)
    for title in ("Present Levels", ""):
        assert told(make(title, (head, *BODY))) == ({COINS, GAMES}, 2)


@pytest.mark.parametrize("make", FORMS)
@pytest.mark.parametrize(
    "rows",
    [
        (("Strengths", "Needs"), (COINS, LINE), (GAMES, JOIN)),
        (("Math", f"Strengths: {COINS}", f"Needs: {LINE}"), ("Social", f"Strengths: {GAMES}", f"Needs: {JOIN}")),
        (("Strengths", f"{COINS}. {GAMES}."), ("Needs", f"{LINE}. {JOIN}.")),
    ],
)
def test_a_table_of_another_shape_counts_alike(make, rows):
    assert told(make("Present Levels", rows)) == ({COINS, GAMES}, 2)


def test_an_empty_cell_moves_no_other_into_its_column():
    rows = (("Area", "Strengths", "Needs"), ("Math", "", LINE), ("Social", GAMES, ""))
    for make in FORMS:
        assert told(make("Present Levels", rows)) == ({GAMES}, 1)


def test_a_line_with_a_bar_is_no_table():
    assert [block.rows for block in read_text("x", "Page 2 | Confidential\n\nMaya reads | writes.").blocks] == [
        (("Page 2", "Confidential"),),
        (("Maya reads", "writes."),),
    ]


def test_tags_in_a_text_are_none_of_its_words():
    text = (
        "<h2>Strengths</h2>\n<p>Maya <b>draws</b> maps &amp; trains.</p>\n<td>1 < 2 and 3 > 2</td><script>x()</script>"
    )
    assert [block.text for block in read_text("x", text).blocks] == [
        "Strengths",
        "Maya draws maps & trains.",
        "1 < 2 and 3 > 2",
    ]
