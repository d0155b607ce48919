"""Forms keep words in tables: rows under column names, or a name beside its box; read here as labelled lines."""

from collections.abc import Iterator
from itertools import count

from strongsuit.knowledge.coach.document.blocks import Block, Line, Row
from strongsuit.knowledge.coach.document.headings import RUN_IN, kind_of, label, looks_like_one

# A name of a box is short; what stands in it mostly is not.
LABEL_WORDS = 14
LABEL_LETTERS = 120


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Every paragraph and every cell, in reading order; a table goes on over the edge of a page."""
    rows = count(1)
    head: Row = ()
    for block in blocks:
        if block.rows:
            table = _Table(block, head)
            for line in table.lines(rows):
                yield from _apart(line)
            head = table.head
        elif block.text.strip():
            head = ()
            yield Line(block.text.strip(), block.page, heading=block.heading, item=block.item)


def _apart(line: Line) -> Iterator[Line]:
    """A cell of several paragraphs, as its paragraphs; they share label and row. A comma carries on."""
    for part in line.text.replace(",\n", ", ").split("\n"):
        if part.strip():
            yield Line(part.strip(), line.page, line.label, line.row, line.heading, line.item)


class _Table:
    """One table; ``head`` are the names of its columns, to begin with those of the table before it."""

    def __init__(self, block: Block, head: Row) -> None:
        self.page = block.page
        rows = map(_without_repeats, block.rows)
        self.rows = [row for row in rows if any(row)]
        self.head = head

    def lines(self, numbers: Iterator[int]) -> Iterator[Line]:
        for at, row in enumerate(self.rows):
            filled = [cell for cell in row if cell]
            if len(filled) == 1:
                yield self._across(filled[0])
            elif at + 1 < len(self.rows) and _is_head(row, self.rows[at + 1], again=bool(self.head)):
                self.head = row
            elif self.head and len(row) == len(self.head) and not _is_pair(row):
                yield from _under(self.head, row, self.page, next(numbers))
            else:
                self.head = ()
                yield from _beside(row, self.page, next(numbers))

    def _across(self, cell: str) -> Line:
        """A cell alone in its row is often the name of the part that follows."""
        if named := is_name(cell):
            self.head = ()
        return Line(cell, self.page, heading=named)


def _without_repeats(row: Row) -> Row:
    """A cell that spans columns is handed over once for each of them."""
    return tuple("" if at and cell == row[at - 1] and len(cell) > 1 else cell.strip() for at, cell in enumerate(row))


def is_name(text: str) -> bool:
    if "\n" in text or len(text) > LABEL_LETTERS:
        return False
    return bool(kind_of(text.rstrip(": "), marked=True)) or looks_like_one(text.rstrip(": "))


def _is_head(row: Row, below: Row, *, again: bool) -> bool:
    """All short, none a sentence or a name with its colon, one of them known; a second head must be known in full."""
    filled = [cell for cell in row if cell]
    if any(len(cell.split()) > LABEL_WORDS or cell.endswith((":", ".")) or RUN_IN.match(cell) for cell in filled):
        return False
    known = [cell for cell in filled if label(cell) or kind_of(cell, marked=True)]
    if len(known) == len(filled):
        return True
    # Two columns may be a name beside its box.
    return bool(known) and not again and (len(filled) > 2 or (len(below) == len(row) and not _is_pair(below)))


def _is_pair(row: Row) -> bool:
    """A name and its box: "Student strengths | Maya draws"."""
    filled = [cell for cell in row if cell]
    if len(filled) != 2 or "\n" in filled[0]:
        return False
    return filled[0].endswith(":") or bool(label(filled[0]) or kind_of(filled[0], marked=False))


def _under(head: Row, row: Row, page: int, number: int) -> Iterator[Line]:
    for name, cell in zip(head, row, strict=True):
        if cell:
            yield Line(cell, page, name, number)


def _beside(row: Row, page: int, number: int) -> Iterator[Line]:
    """Names and boxes in turn; a cell that is no name stands for itself."""
    name = ""
    for cell in filter(None, row):
        if name:
            yield Line(cell, page, name, number)
            name = ""
        elif _names_a_box(cell):
            name = cell.rstrip(": ")
        else:
            yield Line(cell, page, "", number)
    if name:
        yield Line(name, page, "", number, heading=True)


def _names_a_box(cell: str) -> bool:
    run_in = RUN_IN.match(cell)
    if "\n" in cell or len(cell) > LABEL_LETTERS or len(cell.split()) > LABEL_WORDS or (run_in and run_in["rest"]):
        return False
    return cell.endswith(":") or bool(label(cell) or kind_of(cell, marked=looks_like_one(cell)))
