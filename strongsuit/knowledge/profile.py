"""From answers to a profile: who claims a strength, where views differ, how fresh it is, and which to offer first.

Strengths specification 2.3 to 2.6. Answers of different people are never averaged: a difference is information.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.terms import Group, ItemKind, SkillSet, Term
from strongsuit.knowledge.words import gettext_noop

CLAIMED = Decimal("0.67")
SOME = Decimal("0.33")
# Days until an item begins to fade, and until it is asked for again.
FRESH: dict[ItemKind, tuple[int, int]] = {
    ItemKind.ABILITY: (180, 540),
    ItemKind.INTEREST: (90, 270),
    ItemKind.PREFERENCE: (180, 540),
}
STILL_TRUE = Fraction(34, 100)
OFFERED = 5


class Status(Term):
    SHARED_BY_ALL = "shared_by_all", gettext_noop("Everyone sees this")
    SHARED = "shared", gettext_noop("Student and adults see this")
    OTHERS_SEE = "others_see", gettext_noop("Others see this in the student")
    HIDDEN_SELF = "hidden_self", gettext_noop("Hidden strength: the student knows it")
    HIDDEN_HOME = "hidden_home", gettext_noop("Hidden strength: seen at home")
    HIDDEN_SCHOOL = "hidden_school", gettext_noop("Hidden strength: seen at school")
    SINGLE = "single", gettext_noop("One view so far")
    EMERGING = "emerging", gettext_noop("Just beginning")
    NO_CHANCE = "no_chance", gettext_noop("No chance to see it yet")
    NOT_SEEN = "not_seen", gettext_noop("Not seen yet")


class Rung(Term):
    """The evidence ladder."""

    CLAIMED = "claimed", gettext_noop("told")
    SHOWN = "shown", gettext_noop("shown")
    USED = "used", gettext_noop("used in a goal")
    HELPED = "helped", gettext_noop("it helped")


@dataclass(frozen=True, slots=True)
class Said:
    """One person's newest answer to an item; ``value`` is None for skip, not sure or no chance to see."""

    group: Group
    value: Decimal | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What the three groups say of one item together."""

    status: Status
    depends_on_where: bool
    values: dict[Group, Decimal | None]


def group_values(said: Iterable[Said]) -> dict[Group, Decimal | None]:
    """The value of each group that was asked: the highest of the family's and of the school's people."""
    found: dict[Group, Decimal | None] = {}
    for answer in said:
        known = found.get(answer.group)
        values = [value for value in (known, answer.value) if value is not None]
        found[answer.group] = max(values) if values else None
    return found


def claims(value: Decimal | None, group: Group) -> bool:
    """Whether an answer says yes."""
    # Adults choose between often (1), sometimes (0.5) and not seen (0): only "often" claims.
    return value is not None and value >= (CLAIMED if group == Group.STUDENT else Decimal(1))


def view(said: Sequence[Said]) -> View:
    """The status of one item, by the first row of the table that fits."""
    values = group_values(said)
    claimed = {group for group in Group if claims(values.get(group), group)}
    answered = {group for group, value in values.items() if value is not None}
    # The family's highest answer is the family's; of the school every person sees another place.
    not_here = 0 in (values.get(Group.STUDENT), values.get(Group.FAMILY)) or any(
        answer.group == Group.SCHOOL and answer.value == 0 for answer in said
    )
    depends = bool(claimed) and not_here
    return View(_status(values, claimed, answered, said), depends, values)


def _status(
    values: dict[Group, Decimal | None], claimed: set[Group], answered: set[Group], said: Sequence[Said]
) -> Status:
    adults = claimed - {Group.STUDENT}
    if len(claimed) == 3:
        return Status.SHARED_BY_ALL
    if Group.STUDENT in claimed and adults:
        return Status.SHARED
    if len(adults) == 2:
        return Status.OTHERS_SEE
    if len(claimed) == 1:
        return _alone(next(iter(claimed)), answered, said)
    if any(value is not None and value >= SOME for value in values.values()):
        return Status.EMERGING
    asked_adults = [group for group in (Group.FAMILY, Group.SCHOOL) if group in values]
    if not any(group in answered for group in asked_adults) and not values.get(Group.STUDENT):
        return Status.NO_CHANCE
    return Status.NOT_SEEN


def _alone(group: Group, answered: set[Group], said: Sequence[Said]) -> Status:
    hidden = {
        Group.STUDENT: Status.HIDDEN_SELF,
        Group.FAMILY: Status.HIDDEN_HOME,
        Group.SCHOOL: Status.HIDDEN_SCHOOL,
    }[group]
    if answered - {group}:
        return hidden
    staff = [answer for answer in said if answer.group == Group.SCHOOL and answer.value is not None]
    seen_by_one_of_many = group == Group.SCHOOL and len(staff) > 1 and sum(claims(a.value, group) for a in staff) == 1
    return hidden if seen_by_one_of_many else Status.SINGLE


def agreement(one: Sequence[Decimal | None], other: Sequence[Decimal | None]) -> Fraction | None:
    """1 less the mean difference over the items both answered; None when there is none."""
    pairs = [(Fraction(a), Fraction(b)) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if not pairs:
        return None
    return 1 - sum((abs(a - b) for a, b in pairs), Fraction(0)) / len(pairs)


def agreement_words(share: Fraction) -> str:
    if share >= Fraction(8, 10):
        return gettext_noop("we see alike")
    return (
        gettext_noop("some different views") if share >= Fraction(1, 2) else gettext_noop("very different views: talk")
    )


def freshness(kind: ItemKind, confirmed_on: date, *, today: date, early: bool = False) -> Fraction:
    """1 until the item begins to fade, then in a straight line to 0; picture users' items fade in two thirds of it."""
    begins, ends = (Fraction(days) * (Fraction(2, 3) if early else 1) for days in FRESH[kind])
    age = Fraction((today - confirmed_on).days)
    return min(Fraction(1), max(Fraction(0), 1 - (age - begins) / (ends - begins)))


def rung_of(*, shown: bool, used: bool, helped: bool) -> Rung:
    """How far up the evidence ladder a strength has come: the highest step that was reached."""
    if helped:
        return Rung.HELPED
    return Rung.USED if used else Rung.SHOWN if shown else Rung.CLAIMED


@dataclass(frozen=True, slots=True)
class Claimed:
    """From when until when somebody said yes; ``stands`` while they have not said anything else since."""

    first: date
    last: date
    stands: bool


def claimed(answers: Iterable[tuple[date, bool]]) -> Claimed | None:
    """One person's or group's answers, oldest first, each with its day and whether it says yes."""
    days: list[date] = []
    stands = False
    for on, yes in answers:
        stands = yes
        if yes:
            days.append(on)
    return Claimed(min(days), max(days), stands) if days else None


@dataclass(frozen=True, slots=True)
class AtWork:
    """What the plan makes of the strengths, by the numbers of the items; told from above (docs/decisions)."""

    used: frozenset[int] = frozenset()
    helped: frozenset[int] = frozenset()
    # What the rules still ask of it: a sentence and the next step, for people.
    asks: tuple[tuple[str, str], ...] = ()
    skill_sets: frozenset[SkillSet] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item as the ranking sees it."""

    key: str
    skill_set: SkillSet | None
    status: Status
    claimed_by_student: bool
    shown: bool
    fresh: Fraction
    used: int = 0
    private: bool = False
    # The finder ID, atlas word or own key; empty where ``key`` is one already.
    item: str = ""


POINTS = {Status.SHARED_BY_ALL: 3, Status.SHARED: 2}
HIDDEN = {Status.HIDDEN_SELF, Status.HIDDEN_HOME, Status.HIDDEN_SCHOOL}


def score(candidate: Candidate, skill_set: SkillSet | None) -> Fraction:
    same = 3 if skill_set is not None and candidate.skill_set == skill_set else 0
    seen = POINTS.get(candidate.status, 1 if candidate.status in HIDDEN else 0)
    return same + seen + 2 * candidate.claimed_by_student + 2 * candidate.shown + 2 * candidate.fresh - candidate.used


def offered(candidates: Iterable[Candidate], skill_set: SkillSet | None, most: int = OFFERED) -> list[Candidate]:
    """The best ``most`` items for a goal in ``skill_set``; private ones never, ties by item ID."""
    open_ones = [candidate for candidate in candidates if not candidate.private]
    return sorted(open_ones, key=lambda each: (-score(each, skill_set), each.item, each.key))[:most]
