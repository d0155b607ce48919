"""What an accessible, honest PDF must hold, each promise checked in the file itself and not in its source."""

import re
from io import BytesIO

import pikepdf

CHECKS = {}
HEADINGS = re.compile(r"/H([1-6])$")
# What the structure may be made of; anything else would mean nothing to a reader aloud.
STANDARD = {
    *("/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl"),
    *("/LBody", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD", "/BlockQuote", "/Quote", "/Span"),
    *("/Link", "/Reference", "/TOC", "/TOCI", "/Figure", "/Caption", "/Note", "/Formula", "/NonStruct"),
}
SCRIPTS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/RichMedia", "/Movie", "/Sound"}


def check(function):
    CHECKS[function.__name__] = function
    return function


class Leaf:
    """The opened file with its structure tree walked once, in reading order."""

    def __init__(self, content):
        self.pdf = pikepdf.open(BytesIO(content))
        self.root = self.pdf.Root
        self.roles = {str(key): str(value) for key, value in self.root.StructTreeRoot.get("/RoleMap", {}).items()}
        self.elements = []
        self.walk(self.root.StructTreeRoot.get("/K"), None)

    def walk(self, part, parent):
        if isinstance(part, pikepdf.Array):
            for each in part:
                self.walk(each, parent)
        elif isinstance(part, pikepdf.Dictionary) and "/S" in part:
            self.elements.append((self.role(part), part, parent))
            self.walk(part.get("/K"), part)

    def role(self, element):
        name = str(element.S)
        return self.roles.get(name, name)

    def of(self, *roles):
        return [element for role, element, _parent in self.elements if role in roles]

    def children(self, element):
        return [
            role for role, _child, parent in self.elements if parent is not None and parent.objgen == element.objgen
        ]

    def parents(self, *roles):
        return [(element, parent) for role, element, parent in self.elements if role in roles]

    def xmp(self):
        return self.root.Metadata.read_bytes().decode()

    def fonts(self):
        for page in self.pdf.pages:
            yield from page.obj.get("/Resources", {}).get("/Font", {}).values()

    def attribute(self, element, name):
        owners = element.get("/A", [])
        for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
            if isinstance(owner, pikepdf.Dictionary) and name in owner:
                return owner[name]
        return None


# The file as a whole


@check
def says_it_is_tagged(leaf):
    return bool(leaf.root.MarkInfo.get("/Marked", False))


@check
def has_no_suspect_tags(leaf):
    return not bool(leaf.root.MarkInfo.get("/Suspects", False))


@check
def names_its_language(leaf):
    return bool(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(leaf.root.get("/Lang", ""))))


@check
def names_its_language_in_the_metadata(leaf):
    return f"<rdf:li>{leaf.root.Lang}</rdf:li>" in leaf.xmp()


@check
def shows_its_title_in_the_window(leaf):
    return bool(leaf.root.ViewerPreferences.DisplayDocTitle)


@check
def has_a_title(leaf):
    return bool(str(leaf.pdf.docinfo.get("/Title", "")).strip())


@check
def tells_the_same_title_twice(leaf):
    return str(leaf.pdf.docinfo.Title) in leaf.xmp()


@check
def claims_the_standard(leaf):
    return "<pdfuaid:part>1</pdfuaid:part>" in leaf.xmp()


@check
def says_which_way_it_is_read(leaf):
    return str(leaf.root.ViewerPreferences.get("/Direction", "")) in ("/L2R", "/R2L")


@check
def names_no_author(leaf):
    return "/Author" not in leaf.pdf.docinfo and "dc:creator" not in leaf.xmp()


@check
def keeps_nothing_but_ordinary_properties(leaf):
    return set(leaf.pdf.docinfo.keys()) <= {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


@check
def was_made_when_its_stamp_says(leaf):
    return str(leaf.pdf.docinfo.CreationDate) == str(leaf.pdf.docinfo.ModDate)


@check
def is_not_locked(leaf):
    return not leaf.pdf.is_encrypted


@check
def is_pdf_one_seven(leaf):
    return leaf.pdf.pdf_version == "1.7"


# Nothing hidden, nothing that acts


@check
def runs_nothing(leaf):
    kinds = {str(each.get("/S", "")) for each in dictionaries(leaf)}
    return not kinds & SCRIPTS and "/OpenAction" not in leaf.root and "/AA" not in leaf.root


@check
def carries_no_files(leaf):
    names = leaf.root.get("/Names", {})
    return "/EmbeddedFiles" not in names and "/AF" not in leaf.root and "/Collection" not in leaf.root


@check
def names_no_scripts(leaf):
    return "/JavaScript" not in leaf.root.get("/Names", {})


@check
def has_no_hidden_layers(leaf):
    return "/OCProperties" not in leaf.root


@check
def has_no_form(leaf):
    return "/AcroForm" not in leaf.root


@check
def keeps_no_earlier_version(leaf):
    return "/Prev" not in leaf.pdf.trailer


@check
def keeps_no_private_notes(leaf):
    return not any("/PieceInfo" in each for each in dictionaries(leaf))


@check
def holds_no_annotation_but_links(leaf):
    return all(str(each.Subtype) == "/Link" for each in annotations(leaf))


@check
def links_only_within_itself(leaf):
    return all("/URI" not in each.get("/A", {}) for each in annotations(leaf))


@check
def describes_every_link(leaf):
    return all(str(each.get("/Contents", "")).strip() for each in annotations(leaf))


@check
def ties_every_annotation_to_the_structure(leaf):
    return all("/StructParent" in each for each in annotations(leaf))


# Pages


@check
def prints_on_letter_paper(leaf):
    return all([round(float(side)) for side in page.mediabox] == [0, 0, 612, 792] for page in leaf.pdf.pages)


@check
def follows_the_structure_with_the_tab_key(leaf):
    return all(str(page.obj.get("/Tabs", "")) == "/S" for page in leaf.pdf.pages)


@check
def ties_every_page_to_the_structure(leaf):
    return all("/StructParents" in page.obj for page in leaf.pdf.pages)


@check
def marks_every_word_as_content_or_ornament(leaf):
    return all(text_is_marked(page) for page in leaf.pdf.pages)


@check
def repeats_head_and_foot_as_ornament(leaf):
    return all(b"/Artifact" in stream(page) for page in leaf.pdf.pages)


@check
def is_drawn_in_ink_a_gray_printer_keeps(leaf):
    """Text is never lighter than mid gray, except the word behind a draft."""
    return all(darkest_enough(page) for page in leaf.pdf.pages)


# Structure


@check
def begins_as_one_document(leaf):
    return leaf.elements[0][0] == "/Document" and len(leaf.of("/Document")) == 1


@check
def uses_only_parts_readers_know(leaf):
    return {role for role, _element, _parent in leaf.elements} <= STANDARD


@check
def starts_with_a_heading_of_the_first_level(leaf):
    return levels(leaf)[:1] == [1]


@check
def skips_no_level_of_heading(leaf):
    found = levels(leaf)
    return all(after - before <= 1 for before, after in zip(found, found[1:], strict=False))


@check
def has_a_bookmark_for_every_main_heading(leaf):
    return count_outline(leaf.root.get("/Outlines")) >= levels(leaf).count(1)


@check
def gives_every_table_a_row_of_headers(leaf):
    return all("/THead" in leaf.children(table) and "/TBody" in leaf.children(table) for table in leaf.of("/Table"))


@check
def says_what_every_header_cell_is_for(leaf):
    return all(str(leaf.attribute(cell, "/Scope")) in ("/Column", "/Row", "/Both") for cell in leaf.of("/TH"))


@check
def ties_every_cell_to_its_header(leaf):
    return all(leaf.attribute(cell, "/Headers") is not None for cell in leaf.of("/TD"))


@check
def names_only_headers_that_exist(leaf):
    known = {bytes(cell["/ID"]) for cell in leaf.of("/TH") if "/ID" in cell}
    named = [bytes(each) for cell in leaf.of("/TD") for each in leaf.attribute(cell, "/Headers") or []]
    return set(named) <= known


@check
def keeps_rows_in_tables_and_cells_in_rows(leaf):
    rows = all(leaf.role(parent) in ("/THead", "/TBody", "/TFoot", "/Table") for _row, parent in leaf.parents("/TR"))
    return rows and all(leaf.role(parent) == "/TR" for _cell, parent in leaf.parents("/TH", "/TD"))


@check
def keeps_items_in_lists(leaf):
    return all(leaf.role(parent) == "/L" for _item, parent in leaf.parents("/LI"))


@check
def says_how_every_list_is_marked(leaf):
    return all(leaf.attribute(each, "/ListNumbering") is not None for each in leaf.of("/L"))


@check
def describes_every_picture(leaf):
    return all(str(each.get("/Alt", "")).strip() for each in leaf.of("/Figure", "/Formula"))


@check
def says_where_every_picture_stands(leaf):
    return all(leaf.attribute(each, "/BBox") is not None for each in leaf.of("/Figure"))


@check
def uses_only_real_language_codes(leaf):
    found = [str(element["/Lang"]) for _role, element, _parent in leaf.elements if "/Lang" in element]
    return all(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", code) for code in found)


# Fonts


@check
def embeds_every_font(leaf):
    return all(
        any(key in face.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        for font in leaf.fonts()
        for face in font.get("/DescendantFonts", [font])
    )


@check
def can_be_copied_out_as_text(leaf):
    return all("/ToUnicode" in font for font in leaf.fonts())


@check
def maps_every_sign_to_itself(leaf):
    return all(
        str(face.get("/CIDToGIDMap", "/Identity")) == "/Identity" or "/CIDToGIDMap" in face
        for font in leaf.fonts()
        for face in font.get("/DescendantFonts", [])
    )


@check
def embeds_only_what_it_uses(leaf):
    return all(re.match(r"/[A-Z]{6}\+", str(font.BaseFont)) for font in leaf.fonts())


@check
def uses_only_the_bundled_fonts(leaf):
    return all(re.search(r"\+(AtkinsonHyperlegibleNext|Noto)", str(font.BaseFont)) for font in leaf.fonts())


def dictionaries(leaf):
    return [each for each in leaf.pdf.objects if isinstance(each, pikepdf.Dictionary)]


def annotations(leaf):
    return [each for page in leaf.pdf.pages for each in page.obj.get("/Annots", [])]


def levels(leaf):
    return [int(found[1]) for role, _element, _parent in leaf.elements if (found := HEADINGS.match(role))]


def count_outline(node):
    if node is None:
        return 0
    total, child = 0, node.get("/First")
    while child is not None:
        total += 1 + count_outline(child)
        child = child.get("/Next")
    return total


def stream(page):
    return b"".join(part.read_bytes() for part in parts_of(page))


def parts_of(page):
    contents = page.obj.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def text_is_marked(page):
    """Every sign is shown between a mark's beginning and its end."""
    depth = 0
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        depth += name in ("BDC", "BMC")
        depth -= name == "EMC"
        if name in ("Tj", "TJ", "'", '"') and depth < 1:
            return False
    return depth == 0


def darkest_enough(page):
    light, marks = 0.0, []
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name in ("BDC", "BMC"):
            marks.append(str(step.operands[0]))
        elif name == "EMC":
            marks.pop()
        elif name in ("g", "rg", "sc", "scn") and all(
            isinstance(each, (int, float)) or hasattr(each, "__float__") for each in step.operands
        ):
            light = max(float(each) for each in step.operands)
        elif name in ("Tj", "TJ") and light > 0.5 and "/Artifact" not in marks:
            return False
    return True


def failures(content):
    """The names of all checks a file does not pass."""
    leaf = Leaf(content)
    return [name for name, passes in CHECKS.items() if not passes(leaf)]
