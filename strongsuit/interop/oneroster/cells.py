"""One value of a row: from what the file says to what it means, with a doubt where the two differ."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from strongsuit.interop.oneroster.columns import Column
from strongsuit.interop.oneroster.report import looks_like_social_security
from strongsuit.knowledge.terms import Grade

# A reading is the value and the id of the rule that doubts it; most values leave no doubt.
Reading = tuple[Any, str]

_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LOOSE_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ][0-9:.,Z+-]*)?")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_IDS = re.compile(r"\{([^{}:]*):([^{}]*)\}")
_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\"]+")
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)

_TRUE = {"true", "yes", "y", "t", "1"}
_FALSE = {"false", "no", "n", "f", "0"}
_STATUSES = {"": False, "active": False, "tobedeleted": True, "inactive": True}

_GRADES: dict[str, Grade] = {
    **{str(number): Grade(str(number)) for number in range(1, 13)},
    **{f"{number:02d}": Grade(str(number)) for number in range(1, 10)},
    "k": Grade.K,
    "kg": Grade.K,
    "pk": Grade.PK,
    "ug": Grade.UG,
}
# Codes that no student here can hold, each with the nearest one that can.
_NEAR: dict[str, Grade] = {
    "it": Grade.PK,
    "pr": Grade.PK,
    "pk3": Grade.PK,
    "pk4": Grade.PK,
    "p3": Grade.PK,
    "p4": Grade.PK,
    "tk": Grade.K,
    "kf": Grade.K,
    "kh": Grade.K,
    "0": Grade.K,
    "00": Grade.K,
    "13": Grade.UG,
    "other": Grade.UG,
}


def read_date(text: str) -> Reading:
    if not text:
        return None, ""
    doubt = ""
    if american := _US_DATE.fullmatch(text):
        month, day, year = american.groups()
        doubt = "oneroster.date.us"
    elif loose := _LOOSE_DATE.fullmatch(text):
        year, month, day = loose.groups()
        doubt = "" if _ISO_DATE.fullmatch(text) else "oneroster.date.time"
    else:
        return None, "oneroster.date.unknown"
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None, "oneroster.date.unknown"
    return (value, doubt) if _FIRST <= value < _LAST else (None, "oneroster.date.far")


def read_instant(text: str) -> Reading:
    if not text:
        return None, ""
    try:
        value = datetime.fromisoformat(text)
        if value.tzinfo is not None:
            return value.astimezone(UTC), ""
    except (ValueError, OverflowError):
        return None, "oneroster.instant.unknown"
    return value.replace(tzinfo=UTC), "oneroster.instant.zone"


def read_flag(text: str) -> Reading:
    if not text:
        return None, ""
    plain = text.lower()
    if plain not in _TRUE | _FALSE:
        return None, "oneroster.word.unknown"
    return plain in _TRUE, "" if text in {"true", "false"} else "oneroster.word.case"


def read_status(text: str) -> Reading:
    plain = text.lower()
    if plain not in _STATUSES:
        return False, "oneroster.word.unknown"
    return _STATUSES[plain], "" if text == plain else "oneroster.word.case"


def read_year(text: str) -> Reading:
    if not text:
        return None, ""
    plain = text.isascii() and text.isdigit() and len(text) == 4
    return (int(text), "") if plain else (None, "oneroster.year.unknown")


def read_grade(text: str) -> Reading:
    """A student's one grade; the first where the source gives several."""
    if not text:
        return None, ""
    first, *others = _split(text)[:2] or [""]
    plain = first.lower()
    if plain in _GRADES:
        return _GRADES[plain], "oneroster.grade.several" if others else ""
    return (_NEAR[plain], "oneroster.grade.near") if plain in _NEAR else (None, "oneroster.grade.unknown")


def read_grades(text: str) -> Reading:
    """The grades a class is for; those not known here are left out."""
    plain = [one.lower() for one in _split(text)]
    known = {**_NEAR, **_GRADES}
    grades = tuple(dict.fromkeys(known[one] for one in plain if one in known))
    return grades, "" if all(one in known for one in plain) else "oneroster.grade.unknown"


def read_ids(text: str) -> Reading:
    pairs = tuple((kind.strip(), value.strip()) for kind, value in _IDS.findall(text))
    kept = tuple(
        (kind, value)
        for kind, value in pairs
        if value and "ssn" not in kind.lower() and not looks_like_social_security(value)
    )
    return kept, "oneroster.ids.unknown" if _IDS.sub("", text).strip(" ,") else ""


def read_email(text: str) -> Reading:
    if not text or (_EMAIL.fullmatch(text) and len(text) <= 254):
        return text, ""
    return "", "oneroster.email.unknown"


def _split(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _read_list(text: str) -> Reading:
    return tuple(dict.fromkeys(_split(text))), ""


def _word_reader(column: Column) -> Callable[[str], Reading]:
    plain = {word.lower(): word for word in column.words}

    def read(text: str) -> Reading:
        if text in column.words or not text:
            return text, ""
        word = plain.get(text.lower(), "")
        return word, "oneroster.word.case" if word else "oneroster.word.unknown"

    return read


def _words_reader(column: Column) -> Callable[[str], Reading]:
    read_word = _word_reader(column)

    def read(text: str) -> Reading:
        readings = [read_word(one) for one in _split(text)]
        return tuple(word for word, _ in readings if word), max((doubt for _, doubt in readings), default="")

    return read


_READERS: dict[str, Callable[[str], Reading]] = {
    "date": read_date,
    "instant": read_instant,
    "flag": read_flag,
    "status": read_status,
    "year": read_year,
    "grade": read_grade,
    "grades": read_grades,
    "ids": read_ids,
    "email": read_email,
    "refs": _read_list,
    "list": _read_list,
}
# Kinds whose text is the value; the row's length says whether one of them may be too long.
PLAIN = {"id": 200, "ref": 200, "text": 300, "phone": 40}


class Learned(dict[str, Any]):
    """What each text of a column means, worked out once; ``doubts`` holds the texts that are not as they should be."""

    # In characters, with some for the entry itself.
    MOST = 4_000_000

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.held = 0
        self.doubts: dict[str, str] = {}
        if column.kind == "word":
            self._read = _word_reader(column)
        elif column.kind == "words":
            self._read = _words_reader(column)
        else:
            self._read = _READERS[column.kind]

    def __missing__(self, text: str) -> Any:
        # A hostile or huge column must not fill the memory; forgetting costs only time.
        self.held += len(text) + 100
        if self.held > self.MOST:
            self.held = len(text) + 100
            self.clear()
            self.doubts.clear()
        value, doubt = self._read(text.strip())
        self[text] = value
        if doubt:
            self.doubts[text] = doubt
        return value
