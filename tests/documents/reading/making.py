"""Files as other programs write them, made without the libraries that read them here."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
import typst

FORMS = Path(__file__).parent / "forms"
FONTS = Path(__file__).parents[3] / "strongsuit" / "documents" / "fonts"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def pdf(source: str) -> bytes:
    """A page as typst sets it."""
    return typst.compile(source.encode(), font_paths=[str(FONTS)])


def pdf_form(name: str) -> bytes:
    return pdf((FORMS / name).read_text(encoding="utf-8"))


def paragraph(text: str, *, bold: bool = False, item: bool = False) -> str:
    mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' if item else ""
    return f'<w:p>{listed}<w:r>{mark}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{''.join(map(paragraph, cell.split(chr(10))))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def boxed(inner: str) -> str:
    """A box to fill in, as templates of Word have them."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def word(body: str, *, more: dict[str, bytes] | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        for name, data in (more or {}).items():
            packed.writestr(name, data)
    return made.getvalue()


def fillable(labels: dict[str, str]) -> bytes:
    """A form of labels with a box beneath each, filled in; the words stand in the boxes only."""
    lines = "\n".join(f"#place(top + left, dy: {90 * at}pt)[*{label}*]" for at, label in enumerate(labels))
    made = pikepdf.open(io.BytesIO(pdf(f'#set page("us-letter", margin: 54pt)\n#set text(font: "Noto Sans")\n{lines}')))
    fields = pikepdf.Array()
    for at, value in enumerate(labels.values()):
        top = 792 - 54 - 90 * at - 16
        field = made.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, F=4,
                T=pikepdf.String(f"field{at}"), V=pikepdf.String(value), Rect=[54, top - 60, 558, top],
            )
        )  # fmt: skip
        fields.append(field)
    made.pages[0].Annots = fields
    made.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def locked(data: bytes) -> bytes:
    written = io.BytesIO()
    pikepdf.open(io.BytesIO(data)).save(written, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    return written.getvalue()


PENNSYLVANIA = word(
    paragraph("INDIVIDUALIZED EDUCATION PROGRAM (IEP)", bold=True)
    + table(("Student’s Name:", "Rosalind Achebe"), ("IEP Team Meeting Date:", "02/10/2026"))
    + paragraph("II. PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE", bold=True)
    + paragraph("Present levels of academic achievement", bold=True)
    + boxed(paragraph("Rosalind adds fractions in 9 of 10 problems. She is hopeless at division."))
    + paragraph("Parental concerns for enhancing the education of the student", bold=True)
    + boxed(paragraph("Her grandmother thinks Rosalind is careless and rushes."))
    + paragraph("How the student’s disability affects progress in the general curriculum", bold=True)
    + boxed(paragraph("Rosalind needs twice the time of her class to read a page."))
    + paragraph("Strengths", bold=True)
    + paragraph("Builds model bridges that hold ten books", item=True)
    + paragraph("Explains her ideas with drawings", item=True)
    + paragraph("Academic, developmental, and functional needs related to student’s disability", bold=True)
    + paragraph("Read words of many syllables", item=True)
    + paragraph("Ask for help before she is upset", item=True)
    + paragraph("V. GOALS AND OBJECTIVES", bold=True)
    + table(
        ("MEASURABLE ANNUAL GOAL", "Describe HOW the student’s progress toward meeting this goal will be measured",
         "Describe WHEN periodic reports on progress will be provided to parents", "Report of Progress"),
        ("By February 2027, given a list of words from bridge building, Rosalind will read 45 of 50 words of many "
         "syllables aloud in three weekly lists (now 21 of 50).",
         "Word lists kept by the reading teacher", "Quarterly", ""),
    )  # fmt: skip
    + paragraph("VI. SPECIAL EDUCATION / RELATED SERVICES / SUPPLEMENTARY AIDS AND SERVICES", bold=True)
    + paragraph("A. PROGRAM MODIFICATIONS AND SPECIALLY DESIGNED INSTRUCTION (SDI)", bold=True)
    + table(("Modifications and SDI", "Location", "Frequency"), ("Text read aloud by a device", "All classes", "Daily"))
    + paragraph("B. RELATED SERVICES", bold=True)
    + table(("Service", "Location", "Frequency"), ("Occupational therapy", "Therapy room", "30 minutes a week"))
    + paragraph("VII. EDUCATIONAL PLACEMENT", bold=True)
    + paragraph("Removal happens only when education in regular classes cannot be achieved satisfactorily.")
)  # fmt: skip
FILLED = fillable(
    {
        "Student Name": "Ibrahim Salah",
        "Student Strengths": "Ibrahim tells jokes in two languages.\nHe knows every bus line in town.",
        "Parent Concerns": "His father says he is lazy after school.",
        "Present Level of Performance": "Ibrahim asks for help with a card in 2 of 10 tries. He is defiant at lunch.",
        "Annual Goal": "By June 2026, given a card with a bus on it, Ibrahim will ask for help in 8 of 10 tries.",
        "Accommodations": "A quiet corner at lunch",
        "Special Education Services": "Speech therapy, 30 minutes, twice a week",
    }
)
