"""Columns that no format defines but districts add: passwords to drop, state ids, marks of special education."""

import re

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_SECRET = ("password", "passwd", "passphrase", "passcode", "pwd", "secret", "pin", "ssn", "socialsecurity")
_FILLING = {
    "metadata",
    "ext",
    "is",
    "has",
    "student",
    "status",
    "flag",
    "indicator",
    "code",
    "plan",
    "section",
    "services",
}
_MEANINGS = {
    "iep": "iep",
    "sped": "iep",
    "specialed": "iep",
    "specialeducation": "iep",
    "504": "504",
    "el": "el",
    "ell": "el",
    "lep": "el",
    "englishlearner": "el",
    "englishlanguagelearner": "el",
    "state": "state_id",
    "stateid": "state_id",
    "ssid": "state_id",
    "suid": "state_id",
    "sasid": "state_id",
    "nyssis": "state_id",
    "nyssisid": "state_id",
}
MARKS = ("iep", "504", "el")


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def is_secret(header: str) -> bool:
    """Whether the column holds what must be dropped unread: a password, a PIN, a social security number."""
    joined = "".join(_words(header))
    return any(word in joined for word in _SECRET if len(word) > 3) or bool({"pin", "pwd", "ssn"} & set(_words(header)))


def meaning(name: str) -> str:
    """What a district's own name for a column, a flag or a kind of id stands for; empty when it is not needed."""
    return _MEANINGS.get("".join(word for word in _words(name) if word not in _FILLING), "")
