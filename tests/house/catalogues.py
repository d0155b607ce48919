"""The words in other languages: what a catalogue holds, what is wrong with it, and how it is compiled."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "strongsuit" / "locale"
LANGUAGES = ("es", "ar")
PLACE = re.compile(r"%\(\w+\)[a-z]|(?<!%)%[sd]|\{\w*\}")
# A date in the head would change the file with every run.
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
TAG = re.compile(r"</?[a-z]+\d?")
# Spelled as Django's own catalogues spell them, so that both count alike.
PLURALS = {
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;",
}  # fmt: skip


def path_of(language, kind="po"):
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def head(language):
    """The first entry of a catalogue: how it is written and counts, and no day that changes with every run."""
    plurals = f'"Plural-Forms: {PLURALS[language]}\\n"\n' if language in PLURALS else ""
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n{plurals}\n'
    )


def with_own_head(text, language):
    return head(language) + text.split("\n\n", 1)[1]


def catalogue(language):
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def entries(language):
    return [message for message in catalogue(language) if message.id]


def forms(message):
    """Every form of an entry as (original, translation); the first form of a plural may leave the number out."""
    if not message.pluralizable:
        return [(message.id, message.string)]
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return [(message.id[0 if number == 0 else 1], string) for number, string in enumerate(strings)]


def translated(message):
    return all(string for _original, string in forms(message))


def files(message):
    return {place for place, _line in message.locations}


def compiled(language):
    """What the catalogue compiles to, the same to the letter however often."""
    read, found = catalogue(language), io.BytesIO()
    read.creation_date = read.revision_date = NO_DAY
    write_mo(found, read)
    return found.getvalue()
