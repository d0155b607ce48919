"""What a reader of files hands over: lines and tables in reading order, each with its page."""

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table where ``rows`` are given; ``heading`` says it looked like one. Page 0 is unknown."""

    text: str = ""
    page: int = 0
    heading: bool = False
    item: bool = False
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence with its values about what could not be read; the page translates it."""

    message: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    blocks: tuple[Block, ...]
    pages: int = 0
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or cell; ``label`` is what the form calls it, ``row`` the table row it stands in (0: none)."""

    text: str
    page: int = 0
    label: str = ""
    row: int = 0
    heading: bool = False
    item: bool = False
