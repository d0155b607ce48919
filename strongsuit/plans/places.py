"""The places of a plan in New York's order: what each is for, how far it is, and where a finding leads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section, SkillSet

Words = str | Promise


@dataclass(frozen=True)
class Place:
    """One stop of the editor. ``filled`` says whether anything stands there; ``needed`` whether a plan asks for it."""

    key: str
    title: Words
    hint: Words
    filled: Callable[[PlanFacts], bool]
    needed: bool = True
    section: Section | None = None


def _text(section: Section) -> Callable[[PlanFacts], bool]:
    def filled(facts: PlanFacts) -> bool:
        found = facts.section(section)
        return found is not None and bool(found.text.strip() or found.none_expressed)

    return filled


def _narrative(key: str, section: Section, title: Words, hint: Words, needed: bool = True) -> Place:
    return Place(key, title, hint, _text(section), needed, section)


PLACES = (
    Place(
        "voice",
        _("The student's own words"),
        _("What the student said, letter for letter. Nobody can change it. Below, write what the team makes of it."),
        lambda facts: bool(facts.words or facts.voice_missing_because),
        section=Section.VISION,
    ),
    Place(
        "levels",
        _("Present levels"),
        _("Skill set by skill set: first what the student does well, then where the student is now, then the needs."),
        lambda facts: bool(facts.present_levels),
    ),
    _narrative(
        "parent_concerns",
        Section.PARENT_CONCERNS,
        _("Family's hopes and concerns"),
        _("What the family hopes for and worries about, as they say it: at home, with friends, later on."),
    ),
    _narrative(
        "evaluation",
        Section.EVALUATION,
        _("Evaluation results"),
        _("Which test or observation, when, and what it means in plain words."),
    ),
    _narrative(
        "effect",
        Section.EFFECT,
        _("Effect of the disability"),
        _("How the disability changes learning with the class. For a preschool child: everyday activities."),
    ),
    _narrative(
        "management",
        Section.MANAGEMENT,
        _("Management needs"),
        _("What the setting, the adults and the materials have to provide so that the student can learn."),
    ),
    Place(
        "factors",
        _("Special factors"),
        _("Every question gets a yes or a no, and what follows from it."),
        lambda facts: any(found.answer is not None for found in facts.factors),
    ),
    _narrative(
        "transition",
        Section.TRANSITION,
        _("After school"),
        _("What the student wants after school: learning, work, living. Then what leads there, and who helps."),
        needed=False,
    ),
    Place(
        "goals", _("Goals"), _("Each goal answers a need and grows from a strength."), lambda facts: bool(facts.goals)
    ),
    _narrative(
        "progress",
        Section.PROGRESS,
        _("Reporting progress"),
        _("When and how the family hears about growth, and in which language."),
    ),
    Place(
        "services",
        _("Programs and services"),
        _("What the school gives: how often, how long, where, by whom, from when to when."),
        lambda facts: bool(facts.services),
    ),
    _narrative(
        "personnel",
        Section.PERSONNEL,
        _("Support for the adults"),
        _("What the adults who work with the student learn or receive. Write “none” if that is the decision."),
        needed=False,
    ),
    Place(
        "accommodations",
        _("Accommodations"),
        _("What changes in class, on tasks and on tests, so that the student can show what they know."),
        lambda facts: bool(facts.accommodations),
    ),
    _narrative(
        "testing",
        Section.TESTING,
        _("State and district tests"),
        _("Each test in the year of this plan: taken as usual, with accommodations, or an alternate one and why."),
    ),
    _narrative(
        "participation",
        Section.PARTICIPATION,
        _("Time with other students"),
        _("Which time the student is not with students without disabilities, why, and what was tried first."),
    ),
    _narrative(
        "extended_year",
        Section.EXTENDED_YEAR,
        _("Extended school year"),
        _("Whether services go on in July and August, and what in the student's own data decided it."),
    ),
    _narrative(
        "transportation",
        Section.TRANSPORTATION,
        _("Transportation"),
        _("Whether the student needs special transportation, and what: equipment, an adult, a route. Or “none”."),
        needed=False,
    ),
    Place(
        "dates",
        _("Meeting and dates"),
        _("When the team met, and from when to when this plan runs."),
        lambda facts: facts.starts_on is not None,
    ),
)
BY_KEY = {place.key: place for place in PLACES}
BY_SECTION = {place.section: place for place in PLACES if place.section is not None}
# Rules that speak about the plan as a whole, and where their next step is done.
HOME_OF_RULE = {
    "V22": "dates",
    "V25": "levels",
    "V28": "goals",
    "V35": "goals",
    "V41": "services",
    "V66": "dates",
    "V70": "dates",
    "V96": "dates",
    "V98": "dates",
    "V101": "dates",
    "V102": "dates",
    "V103": "dates",
    "V104": "dates",
    "V26": "evaluation",
    "R-5": "goals",
    "R-6": "goals",
}
LEVEL = "level-"


def level_key(skill_set: str) -> str:
    return f"{LEVEL}{skill_set}"


def home_of(finding: Finding, facts: PlanFacts) -> tuple[str, str]:
    """The place where a finding is settled, and the spot in it."""
    kind, _colon, key = finding.place.partition(":")
    levels = {str(level.skill_set) for level in facts.present_levels}
    if kind == "section":
        return BY_SECTION[Section(key)].key, ""
    if kind == "level":
        return (level_key(key), "") if key in levels else ("levels", "add-level")
    if kind == "need":
        level = next((each for each in facts.present_levels if any(need.id == key for need in each.needs)), None)
        return (level_key(level.skill_set), f"need-{key}") if level else ("levels", "")
    if kind == "goal":
        return "goals", f"goal-{key}"
    if kind in ("service", "factor"):
        return f"{kind}s", f"{kind}-{key}"
    if kind == "words":
        return "voice", ""
    if kind == "strength":
        return _shown_in(key, facts), ""
    return HOME_OF_RULE.get(finding.rule, "levels" if finding.rule == "V23" else "dates"), ""


def _shown_in(item: str, facts: PlanFacts) -> str:
    level = next((each for each in facts.present_levels if item in each.strength_ids), None)
    return level_key(level.skill_set) if level else "levels"


def address_of(finding: Finding, facts: PlanFacts) -> str:
    """The page, and the spot on it, where this finding is settled."""
    plan = int(facts.id)
    if finding.place == "student":
        return reverse("students:record", args=[int(facts.student.id)])
    if finding.place.startswith("goal:"):
        return reverse("plans:goal", args=[plan, int(finding.place.removeprefix("goal:"))])
    key, spot = home_of(finding, facts)
    return reverse("plans:place", args=[plan, key]) + (f"#{spot}" if spot else "")


@dataclass(frozen=True)
class Stop:
    """A place in the list of the editor: how many points are open there, and the skill sets below it."""

    key: str
    title: Words
    url: str
    current: bool
    state: str  # done, open, empty or later
    count: int = 0
    below: tuple["Stop", ...] = ()


def stops(facts: PlanFacts, open_findings: Iterable[Finding], here: str, transition: bool) -> list[Stop]:
    counts: dict[str, int] = {}
    for finding in open_findings:
        key = home_of(finding, facts)[0]
        counts[key] = counts.get(key, 0) + 1
    found = []
    for place in PLACES:
        below = _levels(facts, counts, here) if place.key == "levels" else ()
        count = counts.get(place.key, 0) + sum(stop.count for stop in below)
        needed = transition if place.key == "transition" else place.needed
        found.append(_stop(facts.id, place.key, place.title, count, place.filled(facts), needed, here, below))
    return found


def _levels(facts: PlanFacts, counts: dict[str, int], here: str) -> tuple[Stop, ...]:
    return tuple(
        _stop(
            facts.id, key, _(SkillSet(level.skill_set).label), counts.get(key, 0), bool(level.now_text), True, here, ()
        )
        for level in facts.present_levels
        if (key := level_key(level.skill_set))
    )


def _stop(
    plan: str, key: str, title: Words, count: int, filled: bool, needed: bool, here: str, below: tuple[Stop, ...]
) -> Stop:
    state = "open" if count else "done" if filled else "empty" if needed else "later"
    return Stop(key, title, reverse("plans:place", args=[int(plan), key]), key == here, state, count, below)
