"""Where states differ: values from compliance/states, checked when they are read."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from strongsuit.knowledge.terms import Disability

STATES = Path(__file__).parent / "states"
FLOOR = "federal"


class BadProfile(ValueError):
    """A state file holds a value that cannot be used; the message names the key and what is accepted."""


@dataclass(frozen=True, slots=True)
class Profile:
    code: str
    name: str
    evaluation_days: int
    evaluation_day_type: str
    evaluation_starts: str
    evaluation_ends: str
    arrange_services_school_days: int
    meeting_notice_min_days: int
    excusal_request_min_days: int
    transition_age: int
    sto_scope: tuple[str, ...]
    majority_age: int
    rights_transfer: bool
    first_age: int
    last_age: int
    developmental_delay_max_age: int
    consent_each_plan: bool
    recording_policy: str
    four_areas_required: bool
    preschool_label: str
    disability_labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Accepts:
    words: str
    fits: Callable[[object], bool]


def whole(low: int, high: int) -> Accepts:
    # True and False are whole numbers to Python, but not to a reader.
    return Accepts(f"a whole number from {low} to {high}", lambda v: type(v) is int and low <= v <= high)


def one_of(*choices: str) -> Accepts:
    return Accepts("one of " + ", ".join(choices), lambda v: isinstance(v, str) and v in choices)


def some_of(*choices: str) -> Accepts:
    return Accepts("a list of " + ", ".join(choices), lambda v: isinstance(v, list) and all(c in choices for c in v))


YES_OR_NO = Accepts("true or false", lambda v: isinstance(v, bool))
TEXT = Accepts("a text that is not empty", lambda v: isinstance(v, str) and bool(v.strip()))
LABELS = Accepts(
    "a table from " + ", ".join(Disability) + " to labels",
    lambda v: isinstance(v, dict) and all(key in list(Disability) and TEXT.fits(label) for key, label in v.items()),
)

KEYS: dict[str, Accepts] = {
    "name": TEXT,
    "evaluation_days": whole(1, 365),
    "evaluation_day_type": one_of("calendar", "school", "business"),
    "evaluation_starts": one_of("consent_received", "referral_received"),
    "evaluation_ends": one_of("evaluation_complete", "eligibility_determined", "plan_in_effect"),
    "arrange_services_school_days": whole(0, 365),
    "meeting_notice_min_days": whole(0, 60),
    "excusal_request_min_days": whole(0, 60),
    "transition_age": whole(10, 21),
    "sto_scope": some_of("alternate_assessment", "preschool", "everyone"),
    "majority_age": whole(18, 21),
    "rights_transfer": YES_OR_NO,
    "first_age": whole(0, 5),
    "last_age": whole(18, 26),
    "developmental_delay_max_age": whole(0, 9),
    "consent_each_plan": YES_OR_NO,
    "recording_policy": one_of("silent", "local", "allowed"),
    "four_areas_required": YES_OR_NO,
    "preschool_label": TEXT,
    "disability_labels": LABELS,
}


def jurisdictions(folder: Path = STATES) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


@cache
def load_profile(code: str, folder: Path = STATES) -> Profile:
    """The state's values over the federal floor; raises ``BadProfile`` for a value nobody could mean."""
    if code not in jurisdictions(folder):
        raise BadProfile(f"No rules are kept for “{code}”. Accepted: {', '.join(jurisdictions(folder))}.")
    values = _read(folder, FLOOR)
    for key, accepts in KEYS.items():
        if key not in values:
            raise BadProfile(f"{FLOOR}.toml: {key} is missing. Accepted: {accepts.words}.")
    own = _read(folder, code) if code != FLOOR else {}
    labels = {**values["disability_labels"], **own.get("disability_labels", {})}
    merged = {**values, **own, "disability_labels": MappingProxyType(labels)}
    return Profile(code=code, **merged | {"sto_scope": tuple(merged["sto_scope"])})


def _read(folder: Path, code: str) -> dict[str, Any]:
    path = folder / f"{code}.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"{path.name} is not valid TOML: {error}") from error
    for key, value in values.items():
        if key not in KEYS:
            raise BadProfile(f"{path.name}: {key} is not known. Accepted: {', '.join(KEYS)}.")
        if not KEYS[key].fits(value):
            raise BadProfile(f"{path.name}: {key} is {value!r}. Accepted: {KEYS[key].words}.")
    return values
