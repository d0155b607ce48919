"""Two versions of a plan side by side: what changed, place by place and word by word, in the words of the form."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.knowledge.canonical import freeze
from strongsuit.knowledge.compare import Change, Kind, Op, compare
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import Factor, Section, SkillSet, Term
from strongsuit.plans import forms
from strongsuit.plans.places import BY_SECTION, Words

# Columns that tell which version this is, not what it says.
ABOUT_VERSION = {"id", "number", "state", "adopted_on", "amends_id", "jurisdiction"}
# The words by which a person knows a row again.
TELLS = ("statement", "behavior", "words", "text", "name", "now_text", "service_type", "pattern")
ALIKE = 0.5
ISO = re.compile(r"\d{4}-\d\d-\d\d")
GROUPS: dict[str, Words] = {
    "words": gettext_lazy("The student's own words"),
    "present_levels": gettext_lazy("Present levels"),
    "sections": gettext_lazy("Sections"),
    "factors": gettext_lazy("Special factors"),
    "goals": gettext_lazy("Goals"),
    "services": gettext_lazy("Programs and services"),
    "accommodations": gettext_lazy("Accommodations"),
    "strengths": gettext_lazy("Strengths, interests and preferences"),
    "student": gettext_lazy("About the student"),
    "dates": gettext_lazy("Meeting and dates"),
}
LABELS: dict[str, Words] = {
    **{
        name: field.label or name
        for form in (
            forms.LevelForm,
            forms.NeedForm,
            forms.ServiceForm,
            forms.AccommodationForm,
            forms.FactorForm,
            forms.ObjectiveForm,
            forms.WeaveForm,
            forms.GoalForm,
        )
        for name, field in form.base_fields.items()
    },
    "meeting_on": gettext_lazy("Day of the meeting"),
    "meeting_held": gettext_lazy("Meeting held"),
    "starts_on": gettext_lazy("Starts"),
    "ends_on": gettext_lazy("Ends"),
    "review_on": gettext_lazy("Annual review by"),
    "amendment_agreed_on": gettext_lazy("Agreed in writing on"),
    "kind": gettext_lazy("Kind"),
    "case_manager": gettext_lazy("Case manager"),
    "text": gettext_lazy("Text"),
    "none_expressed": gettext_lazy("None expressed"),
    "strength_ids": gettext_lazy("Strengths shown"),
    "goal_ids": gettext_lazy("Goals it serves"),
    "need_ids": gettext_lazy("Needs it answers"),
    "need_id": gettext_lazy("The need it answers"),
    "weaves": gettext_lazy("Strengths woven in"),
    "objectives": gettext_lazy("Steps on the way"),
    "needs": gettext_lazy("Needs"),
    "evidence": gettext_lazy("Evidence"),
    "seen_by": gettext_lazy("Seen by"),
    "seen_by_names": gettext_lazy("Seen by"),
    "confirmed_on": gettext_lazy("Confirmed on"),
    "strength_id": gettext_lazy("Strength"),
    "voice_missing_because": gettext_lazy("Why the student's words are missing"),
    "by": gettext_lazy("Written by"),
    "on": gettext_lazy("Written on"),
    "skill_set": gettext_lazy("Skill set"),
    "grade": gettext_lazy("Grade"),
    "school": gettext_lazy("School"),
    "disability": gettext_lazy("Disability"),
    "language": gettext_lazy("Language"),
    "evaluated_on": gettext_lazy("Evaluated on"),
    "eligible_on": gettext_lazy("Eligible since"),
    "name": gettext_lazy("Name"),
}
TERMS = {str(term): term.label for terms in reversed(Term.__subclasses__()) for term in terms}


@dataclass(frozen=True)
class Told:
    """One change; ``pieces`` is the text as (what happened, words)."""

    label: str
    kind: Kind
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ToldGroup:
    title: Words
    changes: list[Told]


def compare_plans(before: PlanFacts, after: PlanFacts, continued: Mapping[str, str]) -> list[ToldGroup]:
    """Every difference that a reader cares about. ``continued`` says which new goal goes on with which old one."""
    old, new = tree(before), aligned(tree(before), tree(after), dict(continued))
    names = named_rows(old) | named_rows(new)
    groups: dict[str, list[Told]] = {name: [] for name in GROUPS}
    for change in compare(old, new):
        if change.place[0] in ABOUT_VERSION or _unsaid(change):
            continue
        group = change.place[0] if change.place[0] in GROUPS else "dates"
        groups[group].append(_told(change, names))
    return [ToldGroup(GROUPS[name], found) for name, found in groups.items() if found]


def tree(facts: PlanFacts) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads(freeze(replace(facts, adopted_on=None)))["plan"]
    for section in plan["sections"]:
        # Who wrote it last and when is kept in the trail, and no change of the plan.
        section["on"] = section["by"] = None
    return plan


def aligned(old: dict[str, Any], new: dict[str, Any], continued: dict[str, str]) -> dict[str, Any]:
    """The newer plan with the identifiers of the rows it continues, so that a copied goal is the same goal."""
    same = dict(continued)
    levels = {level["skill_set"]: level for level in old["present_levels"]}
    for level in new["present_levels"]:
        before = levels.get(level["skill_set"], {"needs": []})
        same |= _matched(before["needs"], level["needs"], ("statement",))
    # Goals that say so continue; the rest are known by their words.
    left = [goal for goal in new["goals"] if goal["id"] not in same]
    taken = set(same.values())
    same |= _matched([goal for goal in old["goals"] if goal["id"] not in taken], left, ("behavior", "condition"))
    same |= _matched(old["services"], new["services"], ("service_class", "service_type", "name", "provider_role"))
    same |= _matched(old["accommodations"], new["accommodations"], ("kind", "words"))
    goals = {goal["id"]: goal for goal in old["goals"]}
    for goal in new["goals"]:
        before = goals.get(same.get(goal["id"], goal["id"]))
        same |= _matched(before["objectives"], goal["objectives"], ("words",)) if before else {}
    renamed: dict[str, Any] = _renamed(new, same)
    return renamed


def _matched(old: list[dict[str, Any]], new: list[dict[str, Any]], keys: tuple[str, ...]) -> dict[str, str]:
    """New rows to old ones: the same words first, then the most alike."""
    found: dict[str, str] = {}
    waiting = list(old)
    for enough in (1.0, ALIKE):
        for row in (each for each in new if each["id"] not in found):
            best = max(waiting, key=lambda other: _likeness(row, other, keys), default=None)
            if best is not None and _likeness(row, best, keys) >= enough:
                found[row["id"]] = best["id"]
                waiting.remove(best)
    return found


def _likeness(one: dict[str, Any], other: dict[str, Any], keys: tuple[str, ...]) -> float:
    ours, theirs = (" ".join(str(row[key]) for key in keys)[:400] for row in (one, other))
    return 1.0 if ours == theirs else SequenceMatcher(None, ours, theirs).ratio() * 0.99


def _renamed(value: Any, same: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, same) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, same) for item in value]
    return same.get(value, value) if isinstance(value, str) else value


def named_rows(plan: dict[str, Any]) -> dict[str, str]:
    """What each row of the plan is called, for places and links."""
    found: dict[str, str] = {}
    for number, goal in enumerate(plan["goals"], start=1):
        found[goal["id"]] = _("Goal %(number)s") % {"number": number}
        found |= {step["id"]: step["words"] for step in goal["objectives"]}
    for row in [*plan["services"], *plan["accommodations"], *plan["strengths"], *plan["words"]]:
        found[row["id"]] = main_words(row)
    for level in plan["present_levels"]:
        found |= {need["id"]: need["statement"] for need in level["needs"]}
    return found


def main_words(row: Mapping[str, Any]) -> str:
    return next((spoken(row[name], {}) for name in TELLS if row.get(name)), "")


def _unsaid(change: Change) -> bool:
    """Nothing on both sides, such as an empty text against no text."""
    return change.before in (None, "", [], False) and change.after in (None, "", [], False)


def _told(change: Change, names: dict[str, str]) -> Told:
    pieces: tuple[tuple[str, str], ...]
    if change.words and not (coded(change.before) or coded(change.after)):
        pieces = tuple((str(op), words) for op, words in change.words)
    else:
        sides = ((Op.REMOVED, change.before), (Op.ADDED, change.after))
        pieces = tuple((str(op), words) for op, value in sides if (words := spoken(value, names)))
    return Told(" › ".join(_label(change.place, names)), change.kind, pieces)


def _label(place: Iterable[str], names: dict[str, str]) -> list[str]:
    words, place = [], list(place)
    for spot, part in enumerate(place):
        kind = place[spot - 1] if spot else ""
        if not kind and part in GROUPS:
            # The heading above says it already.
            continue
        if kind == "sections":
            words.append(str(BY_SECTION[Section(part)].title))
        elif kind == "factors":
            words.append(_(Factor(part).label))
        elif kind == "present_levels":
            words.append(_(SkillSet(part).label))
        elif part in names:
            words.append(names[part])
        elif kind == "weaves":
            words.append(names.get(part.split(" ")[0], ""))
        elif part in LABELS and part != "text":
            words.append(str(LABELS[part]))
    return [each for each in words if each]


def coded(value: Any) -> bool:
    """Whether a text of the tree is a word of a closed list or a date, not somebody's words."""
    return isinstance(value, str) and (value in TERMS or ISO.fullmatch(value) is not None)


def spoken(value: Any, names: Mapping[str, str]) -> str:
    """A value of the plan as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return "; ".join(filter(None, (spoken(item, names) for item in value)))
    if isinstance(value, Mapping):
        return main_words(value) or "; ".join(filter(None, (spoken(item, names) for item in value.values())))
    text = str(value)
    if ISO.fullmatch(text):
        return formats.date_format(date.fromisoformat(text), "DATE_FORMAT")
    return names.get(text) or (_(TERMS[text]) if text in TERMS else text)
