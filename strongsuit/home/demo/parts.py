"""The parts of one plan, written as rows and, at the same time, as the facts that adoption freezes."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from strongsuit.home.demo.families import Child
from strongsuit.home.demo.growing import Numbers
from strongsuit.home.demo.library import Strand, library
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.skeletons import shaped
from strongsuit.home.demo.voices import Thing, Voice
from strongsuit.knowledge import shapes
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Factor,
    Location,
    Measure,
    NeedKind,
    Pattern,
    Per,
    ReportSchedule,
    Schedule,
    Section,
    ServiceClass,
    ServiceType,
    SkillSet,
)
from strongsuit.plans.models import (
    Accommodation,
    AccommodationNeed,
    Goal,
    LevelStrength,
    Need,
    Objective,
    PlanSection,
    PresentLevel,
    Service,
    ServiceGoal,
    SpecialFactor,
    Weave,
    WeaveAnswer,
)

SKILLS = [str(skill) for skill in SkillSet]
# type: (times, per, minutes, group, place, with peers, who)
SERVICES: dict[str, tuple[int, Per, int, int, Location, bool, str]] = {
    "resource_room": (5, Per.WEEK, 40, 5, Location.SEPARATE_ROOM, False, "Special education teacher"),
    "co_teaching": (5, Per.WEEK, 45, 12, Location.GENERAL_CLASS, True, "Special education teacher"),
    "consultant_teacher": (3, Per.WEEK, 40, 1, Location.GENERAL_CLASS, True, "Special education teacher"),
    "special_class": (5, Per.WEEK, 240, 8, Location.SEPARATE_ROOM, False, "Special education teacher"),
    "speech": (2, Per.WEEK, 30, 3, Location.SEPARATE_ROOM, False, "Speech-language pathologist"),
    "occupational": (2, Per.WEEK, 30, 2, Location.GENERAL_CLASS, True, "Occupational therapist"),
    "physical": (2, Per.WEEK, 30, 1, Location.SEPARATE_ROOM, False, "Physical therapist"),
    "counseling": (1, Per.WEEK, 30, 4, Location.SEPARATE_ROOM, False, "School counselor"),
    "vision": (4, Per.WEEK, 40, 1, Location.SEPARATE_ROOM, False, "Teacher of the visually impaired"),
    "hearing": (4, Per.WEEK, 40, 2, Location.SEPARATE_ROOM, False, "Teacher of the deaf"),
    "mobility": (1, Per.WEEK, 45, 1, Location.COMMUNITY, False, "Orientation and mobility teacher"),
    "vocational": (2, Per.WEEK, 90, 4, Location.COMMUNITY, True, "Job coach"),
    "travel_training": (1, Per.WEEK, 60, 1, Location.COMMUNITY, True, "Travel trainer"),
}
SPECIAL = {"resource_room", "co_teaching", "consultant_teacher", "special_class", "vocational", "travel_training"}
AWAY = {"resource_room": "resource room", "speech": "speech therapy", "physical": "physical therapy",
        "counseling": "counseling", "vision": "lessons with the vision teacher", "mobility": "mobility lessons",
        "hearing": "lessons with the teacher of the deaf", "vocational": "work experience"}  # fmt: skip
KINDS = {
    "communication": NeedKind.FUNCTIONAL, "social": NeedKind.FUNCTIONAL, "emotional": NeedKind.FUNCTIONAL,
    "daily_living": NeedKind.FUNCTIONAL, "work": NeedKind.FUNCTIONAL, "motor": NeedKind.DEVELOPMENTAL,
    "organization": NeedKind.FUNCTIONAL, "self_advocacy": NeedKind.FUNCTIONAL,
}  # fmt: skip


@dataclass
class Sheet:
    """One plan being written: its dates, its gaps, and the facts gathered so far."""

    book: Book
    child: Child
    plan: int
    starts: date
    ends: date
    edited: datetime
    services_from: date
    # An amendment goes on with goals that began under the plan it changes.
    since: date
    # What a draft still lacks: sections, factors, a goal's strength, a need's goal, a goal's numbers.
    gaps: frozenset[str] = frozenset()
    facts: dict[str, Any] = field(default_factory=dict)
    goals: list[int] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Any]:
        manager = self.child.manager
        return {**self.child.own, "plan_id": self.plan, "edited_by_id": manager.id, "edited_at": self.edited}

    def say(self, text: str, **values: Any) -> str:
        return text.replace("{name}", self.child.given).format(**values) if "{" in text else text


def write_sections(sheet: Sheet, texts: dict[Section, str]) -> None:
    facts = []
    for section in Section:
        text = texts.get(section, "")
        if f"section:{section}" in sheet.gaps:
            continue
        sheet.book.add(PlanSection, **sheet.own, section=section, text=text)
        facts.append(
            shaped(
                shapes.SectionFacts,
                section=str(section),
                text=text,
                on=str(sheet.edited.date()),
                by=sheet.child.manager.name,
            )  # fmt: skip
        )
    sheet.facts["sections"] = facts


def write_levels(sheet: Sheet, strands: list[tuple[Strand, Numbers]], voice: Voice) -> None:
    """Strength first, then where the student is now, then the need; and the areas without a need."""
    levels: dict[str, dict[str, Any]] = {}
    for order, (strand, numbers) in enumerate(strands):
        base = numbers.base
        ability = voice.abilities[strand.key]
        level = write_level(
            sheet, strand.skill, opening(sheet, ability, strand.seen, strand.where),
            sheet.say(strand.now, base=base, peers=strand.peers), [ability],
        )  # fmt: skip
        said = {
            "kind": KINDS.get(strand.skill, NeedKind.ACADEMIC),
            "statement": strand.need,
            "measure_text": sheet.say(strand.measured, base=base, peers=strand.peers),
            "impact": sheet.say(strand.impact),
        }
        need = sheet.book.add(Need, **sheet.own, level_id=int(level.pop("level")), order=order, **said)
        sheet.needs.append(need)
        level["needs"] = [shaped(shapes.NeedFacts, id=str(need), **said | {"kind": str(said["kind"])})]
        levels[strand.skill] = level
    for thing, seen in voice.extras:
        if thing.skill in levels:
            continue
        level = write_level(
            sheet, thing.skill, opening(sheet, thing, seen.seen, ""),
            f"{sheet.say(seen.now)} No need at this time.", [thing],
        )  # fmt: skip
        level.pop("level")
        levels[thing.skill] = level
    sheet.facts["present_levels"] = [levels[skill] for skill in SKILLS if skill in levels]


def opening(sheet: Sheet, thing: Thing, seen: str, where: str) -> str:
    """The strength as a sentence with what was seen, and where."""
    words = f"{sheet.child.given} {thing.words[0].lower()}{thing.words[1:]}."
    return f"{words} {sheet.say(seen)}{f' ({where})' if where else ''}".strip()


def write_level(sheet: Sheet, skill: str, strength: str, now: str, things: list[Thing]) -> dict[str, Any]:
    level = sheet.book.add(PresentLevel, **sheet.own, skill_set=skill, strength_text=strength, now_text=now)
    for thing in things:
        sheet.book.add(LevelStrength, **sheet.child.own, level_id=level, item_id=thing.id)
    return shaped(
        shapes.PresentLevelFacts, skill_set=skill, strength_text=strength, now_text=now,
        strength_ids=[str(thing.id) for thing in things],
    ) | {"level": level}  # fmt: skip


def write_goals(
    sheet: Sheet, strands: list[tuple[Strand, Numbers]], voice: Voice, *, continues: dict[str, int] | None = None
) -> None:
    """A goal for each need, woven from the ability beside it and from an interest or a preference."""
    facts = []
    for order, (strand, numbers) in enumerate(strands):
        if "goal" in sheet.gaps and order == len(strands) - 1:
            continue
        facts.append(write_goal(sheet, order, strand, numbers, voice, (continues or {}).get(strand.key)))
    sheet.facts["goals"] = facts


def write_goal(
    sheet: Sheet, order: int, strand: Strand, numbers: Numbers, voice: Voice, continues: int | None
) -> dict[str, Any]:
    bare = "numbers" in sheet.gaps
    kept = numbers.low is not None
    said: dict[str, Any] = {
        "condition": sheet.say(strand.condition), "behavior": sheet.say(strand.behavior),
        "criterion": f"at {numbers.low} or more in four of five checks" if kept else sheet.say(strand.criterion),
        "unit": strand.unit, "measure_text": "", "responsible": SERVICES[strand.service][-1], "standard": "",
        "student_words": "" if bare else strand.mine, "mastery_run": strand.run,
    }  # fmt: skip
    values: dict[str, Any] = {
        "baseline": None if bare else numbers.base, "target": numbers.target,
        "baseline_on": None if bare else numbers.on or sheet.since, "target_on": None if bare else sheet.ends,
        "smallest_change": numbers.smallest, "band_low": numbers.low, "band_high": numbers.high,
    }  # fmt: skip
    terms = {
        "measure": str(Measure(strand.measure)), "schedule": str(Schedule(strand.schedule)),
        "report_schedule": str(ReportSchedule.QUARTERLY),
    }  # fmt: skip
    goal = sheet.book.add(
        Goal, **sheet.own, need_id=sheet.needs[order], continues_id=continues, order=order, **said, **values, **terms
    )
    sheet.goals.append(goal)
    return shaped(
        shapes.GoalFacts, id=str(goal), need_id=str(sheet.needs[order]), skill_set=strand.skill, **said, **terms,
        **{name: None if value is None else str(value) for name, value in values.items()},
        weaves=write_weaves(sheet, goal, order, strand, voice),
        objectives=write_objectives(sheet, goal, strand, numbers),
    )  # fmt: skip


def write_weaves(sheet: Sheet, goal: int, order: int, strand: Strand, voice: Voice) -> list[dict[str, Any]]:
    if "weave" in sheet.gaps and order == 0:
        return []
    woven = [(voice.abilities[strand.key], strand.pattern, strand.why, strand.step)]
    if order == 0:
        step = f"On Fridays the teacher chooses examples about {voice.topic}."
        woven.append((voice.interest, "W2", "What pulls {name} makes practice worth doing.", step))
    if order == 1:
        woven.append((voice.preference, voice.way.pattern, voice.way.why, voice.way.step))
    facts = []
    # Those who sign in themselves were asked about the strength that carries their first goal.
    asked = order == 0 and sheet.child.account is not None and "numbers" not in sheet.gaps
    for place, (thing, pattern, why, step) in enumerate(woven):
        said = {"pattern": str(Pattern(pattern)), "mechanism": sheet.say(why), "step": sheet.say(step)}
        yes = asked and place == 0
        sheet.book.add(Weave, **sheet.child.own, goal_id=goal, item_id=thing.id, **said)
        if yes:
            answer_weave(sheet.book, sheet.child, goal, thing, strand.mine, yes=True, moment=sheet.edited)
        facts.append(shaped(shapes.WeaveFacts, strength_id=str(thing.id), confirmed_by_student=yes, **said))
    return facts


def answer_weave(book: Book, child: Child, goal: int, thing: Thing, mine: str, *, yes: bool, moment: datetime) -> None:
    """What the student said of a strength that carries a goal, with its line in the trail."""
    row: dict[str, Any] = {
        "goal_id": goal, "item_id": thing.id, "goal_words": mine, "strength_words": thing.words, "yes": yes,
        "by_id": child.account,
    }  # fmt: skip
    number = book.add(WeaveAnswer, **child.own, **row, at=moment, once=book.once())
    mark = WeaveAnswer(id=number, student_id=child.id, **row).fingerprint()
    book.note(
        kind="changed", deed="said whether a strength is theirs", actor_id=child.account, district=child.district,
        student=child.id, target=WeaveAnswer._meta.label, target_id=number, because="self", fingerprint=mark,
        at=moment,
    )  # fmt: skip


def write_objectives(sheet: Sheet, goal: int, strand: Strand, numbers: Numbers) -> list[dict[str, Any]]:
    """Steps toward the goal, where the law asks for them: alternate assessment and preschool."""
    if not (sheet.child.alternate or sheet.child.part.grade == "PK"):
        return []
    base = numbers.base
    third = (sheet.ends - sheet.starts) / 3
    facts = []
    for order in (0, 1):
        value = base + (numbers.target - base) * (order + 1) // 3
        on = sheet.starts + third * (order + 1)
        words = f"Reaches {value} {strand.unit} with the support of this plan"
        number = sheet.book.add(Objective, **sheet.own, goal_id=goal, words=words, target_on=on, order=order)
        facts.append(shaped(shapes.ObjectiveFacts, id=str(number), words=words, target_on=str(on)))
    return facts


def write_services(sheet: Sheet, strands: list[tuple[Strand, Numbers]], *, more: int = 0) -> list[str]:
    """Each service once, with the goals it serves; special education always among them."""
    kinds: dict[str, list[int]] = {}
    for goal, (strand, _numbers) in zip(sheet.goals, strands, strict=False):
        kinds.setdefault(strand.service, []).append(goal)
    if sheet.child.alternate and "special_class" not in kinds:
        kinds["special_class"] = sheet.goals[:1]
    if not SPECIAL & kinds.keys():
        kinds["consultant_teacher"] = sheet.goals[:1]
    facts = []
    for order, (kind, goals) in enumerate(kinds.items()):
        facts.append(write_service(sheet, order, kind, goals, more if order == 0 else 0))
    sheet.facts["services"] = facts
    return list(kinds)


def write_service(sheet: Sheet, order: int, kind: str, goals: list[int], more: int) -> dict[str, Any]:
    times, per, minutes, group, place, peers, who = SERVICES[kind]
    said: dict[str, Any] = {
        "service_class": str(ServiceClass.SPECIAL_EDUCATION if kind in SPECIAL else ServiceClass.RELATED_SERVICE),
        "service_type": str(ServiceType(kind)), "times": times + more, "per": str(per), "minutes": minutes,
        "group_size": group, "location": str(place), "with_peers": peers, "provider_role": who, "language": "en",
        "starts_on": sheet.services_from, "ends_on": sheet.ends,
    }  # fmt: skip
    number = sheet.book.add(Service, **sheet.own, **said, order=order)
    for goal in goals:
        sheet.book.add(ServiceGoal, **sheet.child.own, service_id=number, goal_id=goal)
    dates = {"starts_on": str(said["starts_on"]), "ends_on": str(said["ends_on"])}
    return shaped(
        shapes.ServiceFacts, id=str(number), name="", goal_ids=[str(goal) for goal in sorted(goals)], **said | dates
    )


def write_supports(sheet: Sheet, strands: list[tuple[Strand, Numbers]], voice: Voice, *, more: bool = False) -> None:
    wanted: list[tuple[AccommodationKind, str, str, str, list[int]]] = []
    for need, (strand, _numbers) in zip(sheet.needs, strands, strict=True):
        how = sheet.say(strand.help_how)
        links = [] if "goal" in sheet.gaps and need == sheet.needs[-1] else [need]
        wanted.append((AccommodationKind.ACCOMMODATION, sheet.say(strand.help), strand.help_where, how, links))
    # What helps in general answers the first need; the one that shows a gap stays unanswered.
    first = sheet.needs[:1] if "goal" not in sheet.gaps or len(sheet.needs) > 1 else []
    wanted.append((AccommodationKind.ACCOMMODATION, voice.way.support, "Every class", "", first))
    wanted += [
        (AccommodationKind.ACCOMMODATION, seen.support, seen.where, "", first)
        for _thing, seen in voice.extras
        if seen.support
    ]
    if sheet.child.part.grade not in {"PK", "K"}:
        where = "State, district and class tests"
        wanted.append((AccommodationKind.TESTING, "Half as much time again, in a small room", where, "", []))
    if more:
        wanted.append(
            (AccommodationKind.ACCOMMODATION, "Five-minute breaks with water", "Lessons of a full hour", "", first)
        )
    facts = []
    for order, (kind, words, where, how, needs) in enumerate(wanted):
        number = sheet.book.add(Accommodation, **sheet.own, kind=kind, words=words, where=where, how=how, order=order)
        for need in needs:
            sheet.book.add(AccommodationNeed, **sheet.child.own, accommodation_id=number, need_id=need)
        facts.append(
            shaped(
                shapes.AccommodationFacts,
                id=str(number),
                kind=str(kind),
                words=words,
                where=where,
                how=how,
                need_ids=[str(need) for need in needs],
            )  # fmt: skip
        )
    sheet.facts["accommodations"] = facts


def write_factors(sheet: Sheet, strands: list[Strand], *, learning: bool) -> None:
    disability, skills = sheet.child.part.disability, {strand.skill for strand in strands}
    texts = library().sections["factor"]
    marked = sheet.child.part.marks
    yes = {
        Factor.BEHAVIOR: "behavior" if "behavior" in marked or disability == "EMN" else "",
        Factor.LANGUAGE: "language" if learning else "",
        Factor.VISION: ("vision" if any(s.key == "braille-contractions" for s in strands) else "vision_other")
        if disability in {"VI", "DB"} else "",
        Factor.HEARING: "hearing" if disability in {"DEAF", "HI", "DB"} else "",
        Factor.COMMUNICATION: "communication" if "communication" in skills else "",
        Factor.TECHNOLOGY: "technology" if disability in {"VI", "DB", "OI", "MD", "AUT"} else "",
        Factor.FORMATS: "formats" if disability in {"VI", "DB"} else "",
    }  # fmt: skip
    facts = []
    for factor in Factor:
        text = sheet.say(texts[yes[factor]], language=LANGUAGES[sheet.child.language]) if yes[factor] else ""
        answer = (
            None if "factors" in sheet.gaps and factor in {Factor.TECHNOLOGY, Factor.FORMATS} else bool(yes[factor])
        )
        sheet.book.add(SpecialFactor, **sheet.own, factor=factor, answer=answer, text=text)
        facts.append(shaped(shapes.FactorFacts, factor=str(factor), answer=answer, text=text))
    sheet.facts["factors"] = facts


LANGUAGES = {
    "en": "English", "es": "Spanish", "zh": "Chinese", "ar": "Arabic", "bn": "Bengali", "ht": "Haitian Creole",
    "ru": "Russian", "ur": "Urdu", "he": "Hebrew", "ko": "Korean", "my": "Burmese", "pl": "Polish",
    "vi": "Vietnamese", "haw": "Hawaiian",
}  # fmt: skip
