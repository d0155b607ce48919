"""Students, their families with rights, and the team around each of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from strongsuit.home.demo.cast import ANDRES, LUCIA, MATEO, Part
from strongsuit.home.demo.dates import Times, years_before
from strongsuit.home.demo.library import Culture, Strand, library
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person, Staff, account, mailbox
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.students.models import Eligibility, Enrollment, Guardian, Student, TeamMember

AGES = {"PK": 4, "K": 5, "UG": 19} | {str(grade): grade + 5 for grade in range(1, 13)}
RACES = {"es": "HI7", "zh": "AS7", "bn": "AS7", "ur": "AS7", "ko": "AS7", "vi": "AS7", "my": "AS7", "ht": "BL7"}
RACES |= {"haw": "PI7", "ar": "WH7", "ru": "WH7", "pl": "WH7", "he": "WH7"}
# A therapist of the plan, by the service that asks for one.
PROVIDED_BY = {
    "speech": "speech", "occupational": "occupational", "physical": "physical", "counseling": "counseling",
    "vision": "vision", "hearing": "hearing", "mobility": "mobility", "vocational": "vocational",
    "travel_training": "vocational",
}  # fmt: skip


# So often a name that somebody has already is drawn anew.
TRIES = 40


# Goals for preschool and kindergarten, and for the first grades of school.
YOUNG = {"PK": "P", "K": "P", "1": "L", "2": "L"}


@dataclass
class Child:
    """A student of the demo while the record is being written."""

    id: int
    district: int
    district_name: str
    school: int
    school_name: str
    part: Part
    given: str
    family: str
    birth: date
    local_id: str
    language: str
    band: str
    manager: Person
    adult: Person
    evaluated: date
    eligible: date
    account: int | None = None
    strands: list[Strand] = field(default_factory=list)
    team: list[tuple[Person, Relation]] = field(default_factory=list)
    guardians: list[tuple[Person, bool]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def age(self) -> str:
        """The band of the goals: what a child of five learns is not what a child of ten learns."""
        return YOUNG.get(self.part.grade, self.band)

    @property
    def own(self) -> dict[str, int]:
        return {"district_id": self.district, "student_id": self.id}

    @property
    def alternate(self) -> bool:
        return "alternate" in self.part.marks


def band_of(grade: str, alternate: bool) -> str:
    """The words of which age fit: elementary, middle, high, or learning for life."""
    if grade in {"PK", "K", "1", "2", "3", "4", "5"}:
        return "E"
    if grade in {"6", "7", "8"}:
        return "M"
    return "X" if grade == "UG" or alternate else "H"


def culture_of(rng: Random, part: Part) -> Culture:
    known = library().cultures
    if part.language:
        return next(one for one in known if one.language == part.language)
    return rng.choices(known, [one.weight for one in known])[0]


def enroll(
    book: Book, part: Part, *, number: int, district: tuple[int, str], school: tuple[int, str], staff: Staff,
    times: Times, taken: set[str],
) -> Child:  # fmt: skip
    """A student with school, eligibility, family and team. ``taken`` are the names of others, and then also these."""
    rng = book.rng
    sex = part.sex or rng.choices("FMX", [33, 64, 3])[0]
    culture, given, family = name_of(rng, part, sex, taken)
    began = max(year.first for year in times.years if year.first <= times.today)
    birth = years_before(began, AGES[part.grade]) - timedelta(days=rng.randrange(20, 330))
    evaluated = evaluation(rng, part, times.today)
    band = band_of(part.grade, "alternate" in part.marks)
    manager = staff.one("manager", number)
    child = Child(
        book.number(Student), *district, *school, part, given, family, birth, f"{100_000 + number}", culture.language,
        band, manager, manager, evaluated, min(evaluated + timedelta(days=30), times.today),
    )  # fmt: skip
    if part.known or "seat" in part.marks or "voice" in part.marks or (band in "MH" and rng.random() < 0.25):
        child.account = account(
            book, child.name, None, made=began, kind=Account.Kind.STUDENT, language=child.language, known=part.known
        )
    write_student(book, child, sex, culture, number)
    keep_strands(rng, child)
    bring_family(book, child, culture, number, began, taken)
    gather_team(book, child, staff, number, began)
    return child


def name_of(rng: Random, part: Part, sex: str, taken: set[str]) -> tuple[Culture, str, str]:
    """A name that nobody has yet; only in a big district may names come back."""
    culture = culture_of(rng, part)
    if part.name:
        return culture, *part.name
    for _try in range(TRIES):
        given = rng.choice(culture.girls if sex == "F" or (sex == "X" and rng.random() < 0.5) else culture.boys)
        family = rng.choice(culture.families)
        if (name := f"{given} {family}".strip()) not in taken:
            break
        culture = culture_of(rng, part)
    taken.add(name)
    return culture, given, family


def adult_name(rng: Random, given: tuple[str, ...], others: tuple[str, ...], family: str, taken: set[str]) -> str:
    """The name of a parent in the family; where the culture's own names are taken, one of ``others``."""
    tried = [*rng.sample(given, len(given)), *rng.sample(others, len(others))]
    free = (name for one in tried if (name := f"{one} {family}".strip()) not in taken)
    name = next(free, f"{tried[0]} {family}".strip())
    taken.add(name)
    return name


def evaluation(rng: Random, part: Part, today: date) -> date:
    """When the newest evaluation was: late and soon due where that is to be seen, otherwise within three years."""
    if "three" in part.marks:
        return years_before(today, 3) - timedelta(days=rng.randrange(6, 40))
    return today - timedelta(days=rng.randrange(420, 1060))


def write_student(book: Book, child: Child, sex: str, culture: Culture, number: int) -> None:
    rng, part = book.rng, child.part
    learning = "ell" in part.marks or (culture.language != "en" and child.band in "EM" and rng.random() < 0.2)
    book.add(
        Student, id=child.id, district_id=child.district, school_id=child.school, account_id=child.account,
        given_name=child.given, family_name=child.family, birth_date=child.birth, grade=part.grade,
        local_id=child.local_id, state_id=f"{9_000_000_000 + number * 7}", language=culture.language, sex=sex,
        race=RACES.get(culture.language) or rng.choice(("BL7", "WH7", "MU7", "AM7")),
        english_learner=learning, alternate_assessment=child.alternate,
    )  # fmt: skip
    book.add(
        Enrollment, **child.own, school_id=child.school, grade=part.grade, starts_on=years_before(child.evaluated, 0)
    )
    book.add(
        Eligibility, **child.own, disability=part.disability, eligible_on=child.eligible, evaluated_on=child.evaluated
    )


def keep_strands(rng: Random, child: Child) -> None:
    """One strand for each growth word, each in a skill set of its own."""
    words = library()
    if child.part.strands:
        child.strands = [words.strand(key) for key in child.part.strands]
        return
    fitting = words.strands_for(child.age, child.part.disability)
    while len(child.strands) < max(2, len(child.part.growth)):
        found = rng.choice(fitting)
        if found.skill not in {one.skill for one in child.strands}:
            child.strands.append(found)


def bring_family(book: Book, child: Child, culture: Culture, number: int, began: date, taken: set[str]) -> None:
    rng, most = book.rng, library().cultures[0]
    known = (LUCIA, ANDRES) if child.part is MATEO else (None, None)
    mother = known[0].name if known[0] else adult_name(rng, culture.girls, most.girls, child.family, taken)
    signs_in = known[0] is not None or rng.random() < 0.5
    email = mailbox(mother, number, "family.example")
    child.adult = Person(
        account(book, mother, email, made=began, language=child.language, known=known[0]) if signs_in else 0, mother
    )
    guardian(book, child, child.adult, "mother", email=email, number=number, interpreter=child.language != "en")
    if known[1]:
        email = mailbox(known[1].name, number, "family.example")
        father = Person(account(book, known[1].name, email, made=began, known=known[1]), known[1].name)
        guardian(
            book, child, father, "father", email=email, number=number + 1, may_decide=False, lives_with=False,
            order="Family Court order of last spring: may be informed, may not decide", rights_from=began,
        )  # fmt: skip
    elif rng.random() < 0.55:
        name = adult_name(rng, culture.boys, most.boys, child.family, taken)
        kind = rng.choice(("father", "father", "father", "grandparent", "guardian"))
        guardian(book, child, Person(0, name), kind, email="", number=number + 2)


def guardian(
    book: Book, child: Child, person: Person, kind: str, *, email: str, number: int, interpreter: bool = False,
    **values: object,
) -> None:  # fmt: skip
    book.add(
        Guardian, **child.own, account_id=person.id or None, name=person.name, relationship=kind,
        language="en" if kind == "father" and child.part is MATEO else child.language, interpreter=interpreter,
        email=email, phone=f"555-01{number % 100:02}", address=f"{number % 180 + 1} Lantern Street", **values,
    )  # fmt: skip
    child.guardians.append((person, bool(values.get("may_decide", True))))


def gather_team(book: Book, child: Child, staff: Staff, number: int, began: date) -> None:
    """Case manager, class teachers, a provider for each service, and an aide where the day asks for one."""
    rng = book.rng
    join(book, child, child.manager, Relation.CASE_MANAGER, began)
    join(book, child, staff.one("teacher", number), Relation.GENERAL_TEACHER, began)
    if child.band in "MH":
        join(book, child, staff.one("teacher", number + 1), Relation.GENERAL_TEACHER, began)
    for kind in dict.fromkeys(PROVIDED_BY[one.service] for one in child.strands if one.service in PROVIDED_BY):
        join(book, child, staff.one(kind, number), Relation.PROVIDER, began, service=kind)
    if child.part.disability in {"MD", "DB", "AUT", "ID"} or rng.random() < 0.2:
        join(book, child, staff.one("aide", number), Relation.AIDE, began)


def join(book: Book, child: Child, person: Person, relation: Relation, began: date, service: str = "") -> None:
    if any(person.id == other.id for other, _relation in child.team):
        return
    child.team.append((person, relation))
    book.add(
        TeamMember, **child.own, account_id=person.id, relation=relation, service=service,
        starts_on=min(began, child.eligible),
    )  # fmt: skip
