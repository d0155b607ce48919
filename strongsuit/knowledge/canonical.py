"""A plan or a growth report as one exact text: the same facts give the same bytes, and the bytes give them back."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.shapes_report import GrowthReportFacts

FORMAT = 1
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class CannotFreeze(ValueError):
    """Raised for facts that have no exact text, such as a float."""


class CannotThaw(ValueError):
    """Raised for a text that is no frozen plan, or one of a format this program does not know."""


def freeze(facts: PlanFacts) -> str:
    """Canonical JSON: keys in order, no spaces, dates as ISO, decimals as plain text, words letter for letter."""
    return _frozen("plan", facts)


def freeze_report(facts: GrowthReportFacts) -> str:
    """A growth report in the same canonical JSON."""
    return _frozen("report", facts)


def _frozen(name: str, facts: object) -> str:
    text = json.dumps(
        {"format": FORMAT, name: _plain(facts, name)},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise CannotFreeze("The facts hold half a character that no file can keep.") from error
    return text


def digest(text: str) -> str:
    """The SHA-256 of a frozen text."""
    return sha256(text.encode()).hexdigest()


def thaw(text: str) -> PlanFacts:
    """The facts of a frozen plan; a field added since then has its default, a field unknown now is refused."""
    plan: PlanFacts = _thawed("plan", PlanFacts, text)
    return plan


def thaw_report(text: str) -> GrowthReportFacts:
    """The facts of a frozen growth report, by the same rules."""
    report: GrowthReportFacts = _thawed("report", GrowthReportFacts, text)
    return report


def _thawed(name: str, kind: Any, text: str) -> Any:
    try:
        frozen = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotThaw(f"This is not the text of a frozen {name}.") from error
    if not isinstance(frozen, dict) or "format" not in frozen:
        raise CannotThaw(f"This is not the text of a frozen {name}.")
    if type(frozen["format"]) is not int or frozen["format"] != FORMAT:
        raise CannotThaw(f"This {name} was frozen in format {frozen['format']!r}; this program reads format {FORMAT}.")
    return _shape(kind, frozen.get(name), name)


def plain_number(number: Decimal) -> str:
    """The shortest plain text of a number: 12.50 is 12.5, 1E+2 is 100, minus zero is 0."""
    if not number.is_finite():
        raise CannotFreeze("A frozen number must be finite.")
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if not number else text


def _plain(value: object, place: str) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = (each for each in fields(value) if each.metadata.get("frozen", True))
        return {each.name: _plain(getattr(value, each.name), f"{place}.{each.name}") for each in kept}
    if isinstance(value, tuple | list):
        return [_plain(item, f"{place}[{number}]") for number, item in enumerate(value)]
    if isinstance(value, dict):
        return {str(key): _plain(item, f"{place}.{key}") for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if value is None or type(value) in (str, int, bool):
        return value
    raise CannotFreeze(f"{place} is a {type(value).__name__}, which has no exact text.")


def _shape(kind: Any, value: Any, place: str) -> Any:
    """``value`` as the type ``kind``; says where it does not fit."""
    if get_origin(kind) in (Union, UnionType):
        inner = [part for part in get_args(kind) if part is not NoneType]
        return None if value is None else _shape(inner[0] if len(inner) == 1 else _which(inner, value), value, place)
    if get_origin(kind) is dict:
        _expect(dict, value, place)
        inner = get_args(kind)[1]
        return {key: _shape(inner, item, f"{place}.{key}") for key, item in value.items()}
    if get_origin(kind) is tuple:
        _expect(list, value, place)
        inner = get_args(kind)[0]
        return tuple(_shape(inner, item, f"{place}[{number}]") for number, item in enumerate(value))
    if is_dataclass(kind):
        _expect(dict, value, place)
        return _facts(kind, value, place)
    if kind in (str, int, bool):
        return _expect(kind, value, place)
    try:
        return _READERS.get(kind, kind)(_expect(str, value, place))
    except (ValueError, InvalidOperation) as error:
        raise CannotThaw(f"{place} holds {value!r}, which is no {kind.__name__}.") from error


def _which(kinds: list[Any], value: Any) -> Any:
    """Of several kinds the one that this value was frozen from; a day can be told from a number by its form."""
    if not isinstance(value, str):
        return type(value)
    wanted = date if DAY.fullmatch(value) else Decimal
    return wanted if wanted in kinds else str


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


_READERS: dict[Any, Callable[[str], Any]] = {Decimal: _number, date: date.fromisoformat}


def _facts(kind: Any, value: dict[str, Any], place: str) -> Any:
    hints = _hints(kind)
    if unknown := sorted(value.keys() - hints.keys()):
        raise CannotThaw(f"{place} holds {unknown[0]!r}, which this program does not know.")
    for each in fields(kind):
        if each.name not in value and each.default is MISSING:
            raise CannotThaw(f"{place} has no {each.name!r}.")
    return kind(**{name: _shape(hints[name], value[name], f"{place}.{name}") for name in value})


def _expect(kind: type, value: Any, place: str) -> Any:
    if type(value) is not kind:
        raise CannotThaw(f"{place} holds {value!r}, which is no {kind.__name__}.")
    return value


@lru_cache(maxsize=64)
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if each.metadata.get("frozen", True)}
