"""Two versions of a plan side by side: what changed, place by place and word by word, in the words of the form."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.knowledge.canonical import freeze
from strongsuit.knowledge.compare import Change, Kind, Op, compare
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import Factor, Section, SkillSet
from strongsuit.plans import forms, forms_goal, forms_supports
from strongsuit.plans.fields import UNNAMED, Side, field_at, main_words, spoken
from strongsuit.plans.places import BY_SECTION, Words

# Columns that tell which version this is, not what it says.
ABOUT_VERSION = {"id", "number", "state", "adopted_on", "amends_id", "jurisdiction"}
# Versions frozen before it was kept lack it; the name and the preferred name tell every change of it.
CALLED = ("student", "called")
ALIKE = 0.5
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
            forms_supports.ServiceForm,
            forms_supports.AccommodationForm,
            forms.FactorForm,
            forms_goal.ObjectiveForm,
            forms_goal.WeaveForm,
            forms_goal.GoalForm,
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
    "confirmed_by_student": gettext_lazy("The student said: that's me"),
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
    "preferred_name": gettext_lazy("Called"),
    "birth_date": gettext_lazy("Date of birth"),
    "local_id": gettext_lazy("Student number"),
    "district": gettext_lazy("District"),
    "evaluation_waived_on": gettext_lazy("Evaluation waived on"),
    "alternate_assessment": gettext_lazy("Takes the alternate assessment"),
}


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
    sides = side_of(old), side_of(new)
    groups: dict[str, list[Told]] = {name: [] for name in GROUPS}
    for change in compare(old, new):
        if change.place[0] in ABOUT_VERSION or _unsaid(change):
            continue
        group = change.place[0] if change.place[0] in GROUPS else "dates"
        groups[group].append(_told(change, *sides))
    return [ToldGroup(GROUPS[name], found) for name, found in groups.items() if found]


def tree(facts: PlanFacts) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads(freeze(replace(facts, adopted_on=None)))["plan"]
    for section in plan["sections"]:
        # Who wrote it last and when is kept in the trail, and no change of the plan.
        section["on"] = section["by"] = None
    ordered: dict[str, Any] = _in_order(plan)
    return ordered


def aligned(old: dict[str, Any], new: dict[str, Any], continued: dict[str, str]) -> dict[str, Any]:
    """The newer plan with the identifiers of the rows it continues, so that a copied goal is the same goal."""
    same = _continued(old, new, continued)
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
    renamed: dict[str, Any] = _in_order(_renamed(new, same))
    return renamed


def _continued(old: dict[str, Any], new: dict[str, Any], continued: dict[str, str]) -> dict[str, str]:
    """Each new goal to the old one it goes on with: one that the older plan holds, and that no other goal took."""
    free = {goal["id"] for goal in old["goals"]}
    same: dict[str, str] = {}
    for goal in new["goals"]:
        former = continued.get(goal["id"], "")
        if former in free:
            free.remove(former)
            same[goal["id"]] = former
    return same


def _in_order(value: Any) -> Any:
    """The same plan with links in the order of what they lead to: their order says nothing."""
    if isinstance(value, dict):
        return {
            key: sorted(item) if key in UNNAMED and isinstance(item, list) else _in_order(item)
            for key, item in value.items()
        }
    return [_in_order(item) for item in value] if isinstance(value, list) else value


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


def side_of(plan: dict[str, Any]) -> Side:
    return Side(named_rows(plan), {goal["id"]: goal["unit"] for goal in plan["goals"]})


def named_rows(plan: dict[str, Any]) -> dict[str, str]:
    """What each row of the plan is called, for places and links."""
    found: dict[str, str] = {}
    for number, goal in enumerate(plan["goals"], start=1):
        found[goal["id"]] = _("Goal %(number)s") % {"number": number}
        found |= {step["id"]: step["words"] for step in goal["objectives"]}
    for kind in ("services", "accommodations", "strengths", "words"):
        found |= {row["id"]: main_words(row, field_at((kind, row["id"]))) for row in plan[kind]}
    for level in plan["present_levels"]:
        found |= {need["id"]: need["statement"] for need in level["needs"]}
    return found


def _unsaid(change: Change) -> bool:
    """Nothing on both sides, such as an empty text against no text; or what only the program reads."""
    if change.place == CALLED:
        return True
    return change.place[-1] == "id" or change.before in (None, "", [], False) and change.after in (None, "", [], False)


def _told(change: Change, old: Side, new: Side) -> Told:
    field, pieces = field_at(change.place), tuple((str(op), words) for op, words in change.words)
    if not (pieces and field.is_words):
        goal = change.place[1] if change.place[0] == "goals" and len(change.place) > 1 else ""
        sides = ((Op.REMOVED, change.before, old), (Op.ADDED, change.after, new))
        said = ((str(op), spoken(value, field, side, side.units.get(goal, ""))) for op, value, side in sides)
        pieces = tuple(piece for piece in said if piece[1])
    names = {**new.names, **old.names} if change.kind == Kind.REMOVED else {**old.names, **new.names}
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
