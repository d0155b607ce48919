"""The plans of one student through the years: drafted, shared, adopted, replaced, withdrawn."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from strongsuit.home.demo import parts
from strongsuit.home.demo.dates import Times, at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.growing import EVERY, SELDOM, Measured, Numbers, later, measure, numbers_for
from strongsuit.home.demo.library import Strand, library
from strongsuit.home.demo.narrative import sections
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.skeletons import shaped, whole
from strongsuit.home.demo.staff import Person
from strongsuit.home.demo.voices import UNCLAIMED, Thing, Voice, item, keep, listen, show, speak, tell
from strongsuit.knowledge import shapes
from strongsuit.knowledge.terms import AREA_OF, Area, ItemKind, PlanKind, PlanState, SkillSet
from strongsuit.plans.models import FrozenPlan, Plan

YEAR = timedelta(days=365)
# A year, less the days from a meeting to the first day of its plan, with a recess between them.
RENEWED = timedelta(days=365 - 24)
DAY = timedelta(days=1)
# How many school days ago the plan in effect began, by what its record shows.
BEGAN = {
    "first": (60, 165), "year": (60, 165), "draft": (150, 168), "proposed": (160, 172), "amended": (130, 165),
    "withdrawn": (90, 150), "new": (8, 9),
}  # fmt: skip
Aims = list[tuple[Strand, Numbers, str]]


@dataclass
class Kept:
    """One plan as written: what later steps need to know of it."""

    id: int
    number: int
    state: PlanState
    starts: date
    since: date
    ends: date
    meeting_on: date
    adopted: date | None
    goals: list[int] = field(default_factory=list)
    aims: Aims = field(default_factory=list)
    sha256: str = ""
    body: str = ""
    ended: date | None = None
    measured_until: date | None = None
    # Where the goal of that place stood at the end: the next plan begins there.
    closes: dict[int, int] = field(default_factory=dict)
    points: list[list[Measured]] = field(default_factory=list)

    def measured(self, rng: Random, times: Times, *, often: bool) -> list[list[Measured]]:
        """The measurements of each goal, made once."""
        if not self.points:
            self.points = [self._points(rng, times, place, often) for place in range(len(self.aims))]
        return self.points

    def _points(self, rng: Random, times: Times, place: int, often: bool) -> list[Measured]:
        strand, numbers, word = self.aims[place]
        word = "on" if self.state == PlanState.SUPERSEDED and word in {"few", "stale"} else word
        found = measure(
            rng, strand, numbers, word, times=times, start=self.since, end=self.ends,
            until=min(self.measured_until or times.today, times.today),
            every=EVERY[strand.schedule] if often else SELDOM,
        )  # fmt: skip
        found = [point for point in found if point.on >= self.starts]
        if found and place in self.closes:
            found[-1] = replace(found[-1], value=self.closes[place])
        return found


@dataclass
class Record:
    """The plans of one student, oldest first, with the voice they grew from."""

    child: Child
    plans: list[Kept]
    voice: Voice
    chair: Person

    @property
    def current(self) -> Kept | None:
        return next((plan for plan in self.plans if plan.state == PlanState.ADOPTED), None)

    @property
    def open(self) -> Kept | None:
        return next((plan for plan in self.plans if plan.state in {PlanState.DRAFT, PlanState.PROPOSED}), None)


class Writer:
    """Writes the plans of one student."""

    def __init__(self, book: Book, child: Child, times: Times, chair: Person, *, number: int, told: bool) -> None:
        self.book, self.child, self.times, self.chair = book, child, times, chair
        self.number, self.told = number, told
        self.rng = book.rng
        self.words: list[dict[str, Any]] = []
        self.plans: list[Kept] = []
        self.things: list[Thing] = []
        self.rows: list[tuple[Kept, dict[str, Any]]] = []

    def write(self) -> Record:
        history, growth = self.child.part.history, self.child.part.growth
        if history in {"none", "intake"}:
            return self.begin()
        aims = [
            (strand, numbers_for(self.rng, strand, word), word)
            for strand, word in zip(self.child.strands, growth, strict=False)
        ]
        starts = self.started(history)
        meeting = self.times.near(starts - 12 * DAY)
        told = meeting - 30 * DAY
        other = self.another() if self.two_years else None
        on = told - YEAR if self.two_years else told
        voice = listen(self.book, self.child, self.child.strands, self.areas(other), on=on, newer=told)
        before = self.year_before(aims, other, voice, starts, told) if self.two_years else None
        self.words = [speak(self.book, self.child, voice, "hope", told + 12 * DAY, other=self.rng.random() < 0.3)]
        if before is None:
            self.words.append(speak(self.book, self.child, voice, "know", told + 12 * DAY))
        self.add_others(voice, told)
        continues = {self.child.strands[0].key: before.goals[0]} if before and before.goals else None
        kept = self.adopt(
            aims, voice, starts, meeting, number=len(self.plans) + 1, continues=continues,
            kind=PlanKind.ANNUAL if before else PlanKind.INITIAL,
        )  # fmt: skip
        if before:
            before.ended = starts - DAY
        if history == "amended":
            kept = self.amend(kept, aims, voice)
        self.go_on(kept, aims, voice)
        for thing in self.things + voice.things(self.child.strands):
            keep(self.book, self.child, thing, told, retired=starts if thing in self.things else None)
        self.put_down()
        return Record(self.child, self.plans, voice, self.chair)

    @property
    def two_years(self) -> bool:
        return self.child.part.history in {"year", "draft", "late"}

    def started(self, history: str) -> date:
        if history == "late":
            return self.times.near(self.times.today - YEAR - self.rng.randrange(4, 16) * DAY)
        # The review of a plan that is being renewed is still to come.
        earliest = self.times.after(self.times.ahead(1) - RENEWED)
        return max(earliest, self.times.ago(self.rng.randint(*BEGAN[history])))

    def another(self) -> Strand | None:
        """What last year's second goal was about."""
        fitting = library().strands_for(self.child.age, self.child.part.disability)
        skills = {strand.skill for strand in self.child.strands}
        return next((one for one in self.rng.sample(fitting, len(fitting)) if one.skill not in skills), None)

    def areas(self, other: Strand | None) -> set[Area]:
        """The areas of which at least one of the plans has no need to tell."""
        first = self.child.strands[0]
        now = {AREA_OF[SkillSet(strand.skill)] for strand in self.child.strands}
        then = {AREA_OF[SkillSet(strand.skill)] for strand in (first, other) if strand} if self.two_years else now
        return set(Area) - (now & then)

    def begin(self) -> Record:
        """A student found eligible not long ago: no plan yet, or the first one being drafted."""
        told = self.times.ago(25)
        voice = listen(self.book, self.child, self.child.strands, self.areas(None), on=told, newer=told)
        self.words = [speak(self.book, self.child, voice, "know", told + 5 * DAY)]
        if self.child.part.history == "intake":
            seen = self.times.ago(5)
            aims = [
                (strand, replace(numbers_for(self.rng, strand, "on"), on=seen), "none") for strand in self.child.strands
            ]
            self.draft(aims, voice, PlanKind.INITIAL, {"section:parent_concerns", "section:vision", "goal", "factors"})
        for thing in voice.things(self.child.strands):
            keep(self.book, self.child, thing, told)
        self.put_down()
        return Record(self.child, self.plans, voice, self.chair)

    def year_before(self, aims: Aims, other: Strand | None, voice: Voice, starts: date, told: date) -> Kept:
        """Last year's plan: the first goal with last year's numbers, and another that was reached since."""
        first, numbers, _word = aims[0]
        earlier: Aims = [(first, numbers.earlier(), "on")]
        if other:
            thing = item(self.book, self.child, ItemKind.ABILITY, other.ability, SkillSet(other.skill))
            tell(self.book, self.child, thing, "shared", told - YEAR, other.seen, other.where, hour=11)
            voice.abilities[other.key] = thing
            self.things.append(thing)
            earlier.append((other, numbers_for(self.rng, other, "on"), "big"))
        begun = self.times.near(starts - YEAR)
        meeting = self.times.near(begun - 12 * DAY)
        self.words = [speak(self.book, self.child, voice, "know", told - YEAR + 12 * DAY)]
        kept = self.adopt(
            earlier, voice, begun, meeting, number=1, kind=PlanKind.INITIAL, state=PlanState.SUPERSEDED,
        )  # fmt: skip
        kept.measured_until = starts - DAY
        kept.closes = {0: numbers.base}
        # A year later the school looks again: what is still true is said again.
        for thing in (voice.abilities[first.key], voice.interest, voice.preference):
            tell(self.book, self.child, thing, "single", told, hour=11)
        return kept

    def add_others(self, voice: Voice, told: date) -> None:
        """For some students, things nobody has claimed: just beginning, no chance yet, not seen yet."""
        if self.child.part.growth[0] not in {"ahead", "varies"}:
            return
        fitting = library().strands_for(self.child.age, self.child.part.disability)
        used = {strand.ability for strand in self.child.strands} | {thing.words for thing in self.things}
        spare = {one.key: one for one in fitting if one.ability not in used}
        for view, one in zip(UNCLAIMED, spare.values(), strict=False):
            thing = item(self.book, self.child, ItemKind.ABILITY, one.ability, SkillSet(one.skill))
            tell(self.book, self.child, thing, view, told, hour=12)
            voice.others.append(thing)

    def sheet(self, starts: date, edited: date, gaps: set[str] | None = None) -> parts.Sheet:
        later = "later" in self.child.part.growth
        return parts.Sheet(
            self.book, self.child, self.book.number(Plan), starts, starts + YEAR - DAY, at(edited, 11),
            self.times.ahead(6) if later and not gaps else starts, starts, frozenset(gaps or ()),
        )  # fmt: skip

    def fill(
        self, sheet: parts.Sheet, aims: Aims, voice: Voice, continues: dict[str, int] | None, more: bool = False
    ) -> None:
        strands = [(strand, numbers) for strand, numbers, _word in aims]
        parts.write_levels(sheet, strands, voice)
        parts.write_goals(sheet, strands, voice, continues=continues)
        kinds = parts.write_services(sheet, strands, more=1 if more else 0)
        parts.write_supports(sheet, strands, voice, more=more)
        learning = "ell" in self.child.part.marks
        parts.write_factors(sheet, [strand for strand, _numbers in strands], learning=learning)
        texts = sections(self.rng, self.child, voice, kinds=kinds, on=sheet.starts, ends=sheet.ends)
        parts.write_sections(sheet, texts)

    def adopt(
        self, aims: Aims, voice: Voice, starts: date, meeting: date, *, number: int, kind: PlanKind,
        state: PlanState = PlanState.ADOPTED, continues: dict[str, int] | None = None, amends: Kept | None = None,
    ) -> Kept:  # fmt: skip
        """A plan in effect, or one that was, with its frozen text and the trail of its adoption."""
        adopted = self.times.near(meeting + 4 * DAY) if amends is None else self.times.near(starts)
        sheet = self.sheet(starts, meeting)
        if amends:
            sheet.ends, sheet.services_from, sheet.since = amends.ends, starts, amends.starts
        self.fill(sheet, aims, voice, continues, more=amends is not None)
        reasons = self.reasons(voice)
        kept = Kept(sheet.plan, number, state, starts, sheet.since, sheet.ends, meeting, adopted, sheet.goals, aims)
        dates = {
            "starts_on": starts, "ends_on": sheet.ends, "review_on": meeting + YEAR, "meeting_on": meeting,
            "amendment_agreed_on": adopted if amends else None, "adopted_on": adopted,
        }  # fmt: skip
        if amends:
            dates["review_on"] = amends.meeting_on + YEAR
        self.row(kept, kind, reasons=json.dumps(reasons), amends=amends, meeting_held=True, **dates)
        sheet.facts |= {name: None if value is None else str(value) for name, value in dates.items()}
        sheet.facts |= {"number": number, "kind": str(kind), "amends_id": str(amends.id) if amends else None}
        self.freeze(kept, adopted, sheet.facts, voice.things([strand for strand, _numbers, _word in aims]))
        return kept

    def reasons(self, voice: Voice) -> dict[str, str]:
        """Warnings that were passed, each with the team's reason."""
        found = {}
        if voice.others:
            found["R-6 plan"] = "New observations; the team will look at them with the student in winter."
        return found

    def row(
        self, kept: Kept, kind: PlanKind, *, amends: Kept | None = None, made: date | None = None, **values: Any
    ) -> None:
        made = made or self.times.near(kept.meeting_on - 21 * DAY)
        self.plans.append(kept)
        self.book.note(
            kind="changed", deed="started a draft", actor_id=self.child.manager.id, district=self.child.district,
            student=self.child.id, target=Plan._meta.label, target_id=kept.id, because="case_manager",
            detail=json.dumps({"kind": str(kind)}), at=at(made, 9),
        )  # fmt: skip
        kept_row = {
            "id": kept.id, **self.child.own, "number": kept.number, "kind": kind, "state": kept.state,
            "amends_id": amends.id if amends else None, "made_by_id": self.child.manager.id, "made_at": at(made, 9),
        }  # fmt: skip
        self.rows.append((kept, kept_row | values))

    def put_down(self) -> None:
        """The plan rows come last: only now is known when each one ended."""
        for kept, values in self.rows:
            self.book.add(Plan, **values | {"state": kept.state, "ended_on": kept.ended})

    def freeze(self, kept: Kept, adopted: date, facts: dict[str, Any], things: list[Thing]) -> None:
        child = self.child
        facts |= {
            "id": str(kept.id), "state": str(PlanState.ADOPTED), "meeting_held": True, "jurisdiction": "ny",
            "case_manager": child.manager.name, "student": self.student(),
            "strengths": [self.strength(one) for one in sorted(things, key=lambda one: (str(one.kind), one.key))],
            "words": sorted(self.words, key=lambda one: (one["on"], int(one["id"]))),
        }  # fmt: skip
        body = json.dumps(whole(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        kept.sha256, kept.body = sha256(body.encode()).hexdigest(), body
        moment = at(adopted, 14)
        row = {"number": kept.number, "body": body, "adopted_on": adopted, "by_name": self.chair.name}
        number = self.book.add(
            FrozenPlan, **child.own, plan_id=kept.id, sha256=kept.sha256, frozen_at=moment, by_id=self.chair.id, **row
        )
        mark = FrozenPlan(id=number, student_id=child.id, plan_id=kept.id, **row).fingerprint()
        self.book.note(
            kind="changed", deed="adopted the plan", actor_id=self.chair.id, district=child.district,
            student=child.id, target=FrozenPlan._meta.label, target_id=number, because="chair", fingerprint=mark,
            detail=json.dumps({"sha256": kept.sha256}), at=moment,
        )  # fmt: skip

    def strength(self, thing: Thing) -> dict[str, Any]:
        return shaped(
            shapes.StrengthFacts, id=str(thing.id), kind=str(thing.kind), words=thing.words,
            skill_set=thing.skill or None, seen_by=list(thing.seen_by), seen_by_names=list(thing.names),
            confirmed_on=str(thing.confirmed) if thing.confirmed else None, evidence=list(thing.evidence),
        )  # fmt: skip

    def student(self) -> dict[str, Any]:
        child = self.child
        return shaped(
            shapes.StudentFacts, id=str(child.id), name=child.name, birth_date=str(child.birth), grade=child.part.grade,
            school=child.school_name, district=child.district_name, local_id=child.local_id, language=child.language,
            disability=child.part.disability, eligible_on=str(child.eligible), evaluated_on=str(child.evaluated),
            alternate_assessment=child.alternate, called=child.given,
        )  # fmt: skip

    def amend(self, former: Kept, aims: Aims, voice: Voice) -> Kept:
        """Some weeks later the family and the school agree on more time for one service."""
        starts = self.times.ago(self.rng.randint(70, 90))
        former.state, former.ended = PlanState.SUPERSEDED, starts - DAY
        former.measured_until = starts - DAY
        continues = {strand.key: goal for (strand, _n, _w), goal in zip(aims, former.goals, strict=True)}
        return self.adopt(
            aims, voice, starts, former.meeting_on,
            number=former.number + 1, kind=PlanKind.AMENDMENT, continues=continues, amends=former,
        )  # fmt: skip

    def go_on(self, kept: Kept, aims: Aims, voice: Voice) -> None:
        """What is being prepared beside the plan in effect."""
        history = self.child.part.history
        if history not in {"draft", "proposed", "withdrawn"}:
            return
        again: Aims = []
        for (strand, numbers, word), points in zip(
            aims, kept.measured(self.rng, self.times, often=self.told), strict=True
        ):
            now, on = (points[-1].value, points[-1].on) if points else (numbers.base, kept.since)
            again.append((strand, later(numbers, strand, now, on), word))
        if history == "draft":
            gaps = {"section:parent_concerns", "section:vision", "goal", "weave", "numbers", "factors"}
            self.draft(again, voice, PlanKind.ANNUAL, gaps, former=kept)
        if history == "proposed":
            show(
                self.book, self.child, voice.interest, "Asked for more of it at school.", "At home", self.times.ago(20)
            )
            speak(self.book, self.child, voice, "hope", self.times.ago(12), said=self.child.strands[0].mine)
            self.draft(again, voice, PlanKind.ANNUAL, set(), former=kept, state=PlanState.PROPOSED)
        if history == "withdrawn":
            self.draft(aims, voice, PlanKind.AMENDMENT, set(), former=kept, state=PlanState.WITHDRAWN)

    def days_ahead(self, kind: PlanKind, state: PlanState, former: Kept | None) -> tuple[date, date]:
        """The meeting, in time for the review; and the first day, so that no day lies between two plans."""
        meeting = self.times.ahead(7 if state != PlanState.DRAFT else 8 + self.number % 4)
        if former is None or kind == PlanKind.AMENDMENT:
            return meeting, self.times.ahead(20)
        due = self.times.near(former.meeting_on + YEAR)
        return max(self.times.ahead(1), min(meeting, due)), former.ends + DAY

    def draft(
        self, aims: Aims, voice: Voice, kind: PlanKind, gaps: set[str], *, former: Kept | None = None,
        state: PlanState = PlanState.DRAFT,
    ) -> None:  # fmt: skip
        meeting, starts = self.days_ahead(kind, state, former)
        sheet = self.sheet(starts, self.times.ago(3), gaps or {"complete"})
        if former and kind == PlanKind.AMENDMENT:
            sheet.ends, sheet.since = former.ends, former.since
        continues = (
            {s.key: goal for (s, _n, _w), goal in zip(former.aims, former.goals, strict=True)} if former else None
        )
        self.fill(sheet, aims, voice, continues)
        kept = Kept(
            sheet.plan, len(self.plans) + 1, state, starts, starts, sheet.ends, meeting, None, sheet.goals, aims
        )
        whole_dates = state != PlanState.DRAFT
        self.row(
            kept, kind, amends=former if kind == PlanKind.AMENDMENT else None, made=self.times.ago(15),
            meeting_on=meeting if whole_dates else None, starts_on=starts, ends_on=sheet.ends,
            review_on=(former.meeting_on if former and kind == PlanKind.AMENDMENT else meeting) + YEAR
            if whole_dates else None,
            proposed_at=at(self.times.ago(2), 15) if whole_dates else None,
        )  # fmt: skip
        if state == PlanState.WITHDRAWN:
            kept.ended = self.times.ago(1)
