"""The profile as pages show it: three views side by side, where they agree, what is hidden and what to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strongsuit.knowledge.asking import Given, ask_another_way
from strongsuit.knowledge.profile import Status, agreement, agreement_words
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.strengths.queries import Known

HIDDEN = (Status.HIDDEN_SELF, Status.HIDDEN_HOME, Status.HIDDEN_SCHOOL)
SEEN = (Status.SHARED_BY_ALL, Status.SHARED)
# Kept off every page, and asked again next time (2.3).
NOT_SHOWN = Status.NOT_SEEN
PAIRS = ((Group.STUDENT, Group.FAMILY), (Group.STUDENT, Group.SCHOOL), (Group.FAMILY, Group.SCHOOL))


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far two of the three see alike, in words and never as a number (R-34)."""

    one: Group
    other: Group
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """One skill set of the profile; None holds what belongs to none."""

    skill_set: SkillSet | None
    known: tuple[Known, ...]
    agreed: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything one page needs."""

    shelves: tuple[Shelf, ...]
    hidden: tuple[Known, ...]
    others_see: tuple[Known, ...]
    depends: tuple[Known, ...]
    chances: tuple[Known, ...]
    fading: tuple[Known, ...]
    missing_kinds: tuple[ItemKind, ...]
    another_way: bool


def profile(known: Sequence[Known], *, skill_set: str = "", status: str = "") -> Profile:
    """``skill_set`` and ``status`` narrow the shelves; what waits for somebody is always told."""
    found = [each for each in known if each.view.status != NOT_SHOWN]
    on_shelves = [each for each in found if each.view.status != Status.NO_CHANCE and fits(each, skill_set, status)]
    return Profile(
        shelves=shelves(on_shelves, known),
        hidden=tuple(each for each in found if each.view.status in HIDDEN),
        others_see=tuple(each for each in found if each.view.status == Status.OTHERS_SEE),
        depends=tuple(each for each in found if each.view.depends_on_where),
        chances=tuple(each for each in found if each.view.status == Status.NO_CHANCE and school_was_asked(each)),
        fading=tuple(each for each in found if each.ask_still_true),
        missing_kinds=missing_kinds(known),
        another_way=another_way(known),
    )


def fits(each: Known, skill_set: str, status: str) -> bool:
    wanted = not status or each.view.status == status or (status == "depends" and each.view.depends_on_where)
    return wanted and (not skill_set or (each.item.skill_set or "none") == skill_set)


def shelves(shown: Iterable[Known], every: Iterable[Known]) -> tuple[Shelf, ...]:
    """By skill set, in the order of the plan; agreement counts every card of it, also those not shown."""
    wanted, all_of = list(shown), list(every)
    found = []
    for skill_set in (*SkillSet, None):
        known = tuple(sorted(of(wanted, skill_set), key=in_order))
        if known:
            found.append(Shelf(skill_set, known, agreements(of(all_of, skill_set))))
    return tuple(found)


def of(known: Iterable[Known], skill_set: SkillSet | None) -> list[Known]:
    return [each for each in known if each.item.skill_set == (skill_set or "")]


def in_order(each: Known) -> tuple[int, int, str]:
    """What more people see first; of what just begins, what the student would like to grow in first."""
    starred = any(answer.starred for answer in each.student_says)
    return list(Status).index(each.view.status), not starred, each.words


def agreements(known: Iterable[Known]) -> tuple[Agreed, ...]:
    """Over the cards that both answered; pairs of sides are left out, for they are no more or less."""
    told = [each.view.values for each in known if each.item.kind != ItemKind.PREFERENCE]
    found = []
    for one, other in PAIRS:
        share = agreement([each.get(one) for each in told], [each.get(other) for each in told])
        if share is not None:
            found.append(Agreed(one, other, agreement_words(share)))
    return tuple(found)


def missing_kinds(known: Iterable[Known]) -> tuple[ItemKind, ...]:
    """Abilities, interests and preferences: a profile needs all three (R-5)."""
    claimed = {each.item.kind for each in known if each.confirmed_on is not None}
    return tuple(kind for kind in ItemKind if kind not in claimed)


def school_was_asked(each: Known) -> bool:
    """Somebody at school had no chance to see it: a chance to plan, never a low mark."""
    return any(answer.choice == "no_chance" for answer in each.school_says)


def another_way(known: Iterable[Known]) -> bool:
    own = [answer for each in known for answer in each.history if answer.group == Group.STUDENT]
    # A pair is asked twice in one sitting; who chooses otherwise a year later has changed, and that is news.
    return ask_another_way([Given(f"{a.sitting_id} {a.item_id}", a.value, a.side, a.again) for a in own])
