"""What is said of a photo, recording or file that cannot be taken; each sentence says what to do."""

from django.utils.translation import gettext as _

from strongsuit.knowledge.words import gettext_noop
from strongsuit.web.refusals import Cannot


class CannotTake(Cannot):
    """``message`` is one of the sentences below, with its values."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message, self.values = message, values

    def __str__(self) -> str:
        return _(self.message) % self.values


EMPTY = gettext_noop("There is nothing in this file. Choose it again.")
PHOTO_TOO_LARGE = gettext_noop(
    "This photo is %(has)s MB. Up to %(most)s MB fits. Try a smaller one; your words are kept."
)
SOUND_TOO_LARGE = gettext_noop(
    "This recording is %(has)s MB. Up to %(most)s MB fits. Try a shorter one; your words are kept."
)
FILE_TOO_LARGE = gettext_noop(
    "This file is %(has)s MB. Up to %(most)s MB fits. Try a smaller one; your words are kept."
)
UNKNOWN = gettext_noop(
    "This is no photo, recording or PDF that we can open. Choose a photo (JPEG, PNG, WebP), a recording (MP3, M4A, "
    "Ogg, WebM, WAV) or a PDF."
)
NO_PHOTO = gettext_noop("A photo is needed here. Choose a JPEG, PNG or WebP picture.")
NO_SOUND = gettext_noop("A recording is needed here. Choose an MP3, M4A, Ogg, WebM or WAV file.")
HEIC = gettext_noop(
    "This photo has a format that only some devices can show (HEIC). Share it from the phone as JPEG, and choose that."
)
OTHER_PICTURE = gettext_noop(
    "This kind of picture cannot be shown everywhere. Save it as JPEG or PNG, and choose that."
)
BROKEN_PHOTO = gettext_noop("This photo is damaged and cannot be opened. Take it again, or choose another one.")
TOO_MANY_DOTS = gettext_noop(
    "This picture is %(width)s by %(height)s dots, which is more than we can open. Make it smaller, then "
    "choose it again."
)
BROKEN_SOUND = gettext_noop("This recording is damaged and cannot be opened. Record it again, or choose another one.")
SILENT = gettext_noop("There is no sound in this recording. Record it again, or choose another one.")
A_VIDEO = gettext_noop("This is a video. Only sound is kept here: record your voice, or choose a sound file.")
TOO_LONG = gettext_noop("This recording is longer than %(most)s minutes. Choose the part that matters most.")
LOCKED_PDF = gettext_noop("This PDF is locked with a password. Print it to a new PDF, and choose that.")
BROKEN_PDF = gettext_noop("This PDF is damaged and cannot be opened. Print it to a new PDF, and choose that.")
TOO_MANY_PAGES = gettext_noop(
    "This PDF has %(has)s pages. Up to %(most)s fit. Print the pages that matter to a new PDF."
)
TOO_SLOW = gettext_noop("This file takes too long to open. Make it smaller, and choose it again.")
BUSY = gettext_noop("Many files are being opened right now. Wait a moment, and send it again; your words are kept.")
