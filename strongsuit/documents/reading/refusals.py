"""What is said of a file, or a part of one, that could not be read; each names the next step."""

from django.utils.translation import gettext as _

from strongsuit.knowledge.coach.document.blocks import Unread
from strongsuit.knowledge.words import gettext_noop


class CannotRead(Exception):
    """The whole file; ``reason`` is one of the sentences below with its values."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.reason = Unread(message, tuple(values.items()))

    def __str__(self) -> str:
        return told(self.reason)


def told(reason: Unread) -> str:
    return _(reason.message) % dict(reason.values)


EMPTY = gettext_noop("This file is empty. Perhaps it was still being saved or downloaded; try it again.")
NO_TEXT = gettext_noop("There are no words in this file.")
TOO_LARGE = gettext_noop("This file has %(has)s MB, and at most %(most)s MB can be read. Save it without pictures.")
TOO_LONG = gettext_noop("This file has more than %(most)s characters. Save the part that matters as a file of its own.")
TOO_MANY_PAGES = gettext_noop(
    "This file has %(has)s pages; pages after %(most)s were left out. Print the rest to a file of its own."
)
UNPACKS_TOO_LARGE = gettext_noop(
    "This file unpacks to far more than a plan needs, so it was not opened. Open it in Word and save it again."
)
SCANNED = gettext_noop(
    "These pages are pictures of paper, without letters in them. Ask the school for the file it was printed from, or "
    "let a scanner program recognize the text first."
)
PAGES_SCANNED = gettext_noop("These pages are pictures without letters and were left out: %(pages)s.")
LOCKED_PDF = gettext_noop(
    "This PDF is locked with a password. Open it with the password, print it to a new PDF, and try that one."
)
LOCKED_OFFICE = gettext_noop(
    "This Word file is locked with a password. Open it, take the password off, and save it again."
)
OLD_WORD = gettext_noop("This is an older Word file (.doc). Open it in Word or LibreOffice and save it as .docx.")
RTF = gettext_noop("This is an RTF file. Open it in Word or LibreOffice and save it as .docx.")
OPEN_DOCUMENT = gettext_noop("This is an OpenDocument file. Open it in LibreOffice and save it as .docx or PDF.")
OTHER_OFFICE = gettext_noop("This is a spreadsheet or a set of slides. Save it as PDF and try that one.")
PICTURE = gettext_noop("This is a picture. Ask for the file it was made from, or let a program recognize the text.")
ZIPPED = gettext_noop("This is a zip file. Unpack it, and choose the plan inside it.")
BROKEN_PDF = gettext_noop(
    "This PDF is damaged and could not be read. Open it in a PDF program, print it to a new PDF, and try that one."
)
BROKEN_WORD = gettext_noop(
    "This Word file is damaged and could not be read. Open it in Word, let it repair the file, and save it again."
)
UNKNOWN = gettext_noop("This is no PDF, Word, HTML or text file. Save the plan as one of these.")
OTHER_THAN_NAMED = gettext_noop(
    "The name of this file ends in %(ending)s, but inside is only plain text. If that text is the plan, let its "
    "name end in .txt; if not, save or send the file again."
)
READ_AS_TEXT = gettext_noop("The ending %(ending)s does not tell what this file is; it was read as plain text.")
TOO_SLOW = gettext_noop(
    "Reading this file took too long and was stopped. Print it to a new PDF, or paste its text instead."
)
NOT_THERE = gettext_noop("There is no file with this name.")
A_FOLDER = gettext_noop("This is a folder. Name the files in it.")
NOT_ALLOWED = gettext_noop("This file could not be opened: %(why)s.")
BROKEN_PAGES = gettext_noop("These pages could not be read and were left out: %(pages)s.")
PICTURES = gettext_noop("This file holds %(many)s pictures. Words inside pictures were not read.")
ONE_PICTURE = gettext_noop("This file holds a picture. Words inside a picture were not read.")
GUESSED = gettext_noop("The file does not say how its letters are written; a few signs may have come out wrong.")
LOST_SIGNS = gettext_noop("%(many)s signs of this file could not be read and are left out.")
