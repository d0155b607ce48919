"""Who is in the demo by name, and what the first sixty students show: every state, every growth word, every reason."""

from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from strongsuit.people.roles import Role


@dataclass(frozen=True, slots=True)
class Known:
    """One of the people a visitor can be, in the order of the tour."""

    order: int
    name: str
    who: str
    group: str

    @property
    def mark(self) -> dict[str, object]:
        return {"demo": {"order": self.order, "who": self.who, "group": self.group}}


FAMILIES, SCHOOL, DISTRICT = "Students and families", "School", "District"
NOOR = Known(1, "Noor Haddad", "student in grade 2, speaks with pictures", FAMILIES)
MALIK = Known(2, "Malik Johnson", "student in grade 11", FAMILIES)
LUCIA = Known(3, "Lucía Romero Peña", "mother of Mateo, reads Spanish", FAMILIES)
ANDRES = Known(4, "Andrés Vega", "father of Mateo, may read but not decide", FAMILIES)
HANNAH = Known(5, "Hannah Weiss", "case manager and special education teacher", SCHOOL)
TUNDE = Known(6, "Tunde Adeyemi", "general education teacher", SCHOOL)
MEILING = Known(7, "Mei-Ling Chou", "speech therapist", SCHOOL)
ROSALIND = Known(8, "Rosalind Pierre", "classroom aide", SCHOOL)
PRIYA = Known(9, "Priya Raman", "chair of the committee", SCHOOL)
SAMUEL = Known(10, "Samuel Whitfield", "leader of the elementary school", SCHOOL)
YOLANDA = Known(11, "Yolanda Ortiz", "district special education office", DISTRICT)
BEN = Known(12, "Ben Carter", "district records and roster", DISTRICT)

KNOWN = (NOOR, MALIK, LUCIA, ANDRES, HANNAH, TUNDE, MEILING, ROSALIND, PRIYA, SAMUEL, YOLANDA, BEN)

# The first of each post in the first school.
POSTS = {
    "manager": HANNAH,
    "teacher": TUNDE,
    "speech": MEILING,
    "aide": ROSALIND,
    Role.CHAIR: PRIYA,
    Role.LEADER: SAMUEL,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one student's record shows. ``growth`` has one word for each goal of the plan in effect."""

    grade: str
    disability: str
    history: str
    growth: tuple[str, ...]
    marks: frozenset[str] = frozenset()
    name: tuple[str, str] | None = None
    language: str = ""
    sex: str = ""
    strands: tuple[str, ...] = ()
    known: Known | None = field(default=None)


class More(TypedDict, total=False):
    """What is said of a student beyond the line."""

    name: tuple[str, str]
    language: str
    sex: str
    strands: tuple[str, ...]
    known: Known


def part(line: str, **more: Unpack[More]) -> Part:
    grade, disability, history, growth, *marks = line.split()
    return Part(grade, disability, history, tuple(growth.split(",")), frozenset(marks), **more)


MATEO = part(
    "4 SLD proposed behind,big ell", name=("Mateo", "Romero Peña"), language="es", sex="M",
    strands=("hear-then-read", "comics-to-sentences"),
)  # fmt: skip
NOOR_PART = part(
    "2 AUT year on,ahead alternate seat", name=("Noor", "Haddad"), language="ar", sex="F",
    strands=("pictures-to-asking", "animal-friends"), known=NOOR,
)  # fmt: skip
MALIK_PART = part(
    "11 SLD year ahead,big,needs voice", name=("Malik", "Johnson"), language="en", sex="M",
    strands=("algebra-by-pattern", "talk-to-text", "lead-the-meeting"), known=MALIK,
)  # fmt: skip

# Three schools of twenty: grade, category, history of plans, growth of each goal, and what else is to be seen.
SCHOOLS = (
    (
        MATEO,
        part("K SLI new early,early"),
        part("1 SLI amended on,behind"),
        NOOR_PART,
        part("1 OHI draft needs,on behavior"),
        part("2 SLD late behind,gap"),
        part("PK DD first on,kept seat"),
        part("3 HI year ahead,on"),
        part("3 VI year on,big three"),
        part("3 AUT year stale,on seat"),
        part("4 OI year on,slipped"),
        part("4 EMN new few,none behavior"),
        part("5 SLD withdrawn on,behind"),
        part("5 ID year kept,needs alternate seat"),
        part("5 DEAF year on,behind"),
        part("K MD first on,gap alternate"),
        part("2 TBI new few,early"),
        part("1 DB year on,on alternate"),
        part("5 SLI new later,early ell"),
        part("4 OHI intake none"),
    ),
    (
        part("6 SLD year recovery,on"),
        part("6 OHI draft recovery,on"),
        part("6 AUT year on,ahead"),
        part("6 SLI year big,on ell"),
        part("7 SLD proposed behind,on"),
        part("7 EMN year recovery,gap behavior"),
        part("7 HI first ahead,on"),
        part("7 ID year kept_low,on alternate"),
        part("8 SLD year slipped,ahead"),
        part("8 OHI late behind,few three"),
        part("8 TBI year on,stale"),
        part("8 VI amended on,on"),
        part("6 MD year kept_low,on alternate"),
        part("7 OI year ahead,on"),
        part("8 DEAF year on,none"),
        part("6 SLD none none"),
        part("7 SLD year regression,on"),
        part("8 AUT year behind,on behavior"),
        part("6 EMN new none,few"),
        part("7 OHI year on,varies"),
    ),
    (
        MALIK_PART,
        part("9 SLD draft needs,on"),
        part("9 AUT year on,ahead"),
        part("9 OHI year gap,behind"),
        part("10 EMN year needs,on behavior"),
        part("10 SLD year big,ahead"),
        part("10 HI proposed on,on"),
        part("11 ID year on,kept alternate"),
        part("11 TBI year stale,behind"),
        part("12 SLD late on,big three"),
        part("12 VI year ahead,on"),
        part("12 SLI year on,behind ell"),
        part("UG MD year on,kept_low alternate"),
        part("UG ID year ahead,on alternate"),
        part("UG AUT amended on,needs alternate"),
        part("9 DEAF year on,on"),
        part("10 OI year on,slipped"),
        part("11 DB first on,on"),
        part("12 OHI new few,early"),
        part("9 SLI withdrawn regression,on"),
    ),
)
# Nobody else of the demo is called like one of these.
TAKEN = frozenset({known.name for known in KNOWN} | {" ".join(one.name) for row in SCHOOLS for one in row if one.name})
HISTORIES = {"first": 24, "year": 52, "draft": 7, "proposed": 4, "amended": 4, "late": 3, "new": 4, "none": 2}
# A district for measuring has fewer plans of former years.
LEAN_HISTORIES = {"first": 84, "year": 4, "draft": 3, "proposed": 3, "amended": 1, "late": 2, "new": 1, "none": 2}
GROWTHS = {
    "on": 28, "ahead": 12, "behind": 18, "big": 10, "needs": 11, "gap": 4, "stale": 4, "few": 4, "none": 3,
    "kept": 3, "slipped": 3,
}  # fmt: skip
CATEGORIES = {
    "SLD": 33, "SLI": 19, "OHI": 16, "AUT": 13, "ID": 6, "EMN": 5, "MD": 2, "HI": 1, "OI": 1, "TBI": 1, "VI": 1,
    "DEAF": 1, "DB": 1,
}  # fmt: skip
