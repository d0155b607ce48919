"""Plans in the style of several states and vendors: their parts are found, and what stands where."""

import pytest

from strongsuit.documents.reading.files import read_bytes
from strongsuit.knowledge.coach.document.report import review_plan
from tests.documents.reading import making

FILES = {
    "New York": lambda: making.pdf_form("new_york.typ"),
    "California": lambda: (making.FORMS / "california.txt").read_bytes(),
    "Ohio": lambda: (making.FORMS / "ohio.txt").read_bytes(),
    "Texas": lambda: (making.FORMS / "texas.html").read_bytes(),
    "a vendor": lambda: (making.FORMS / "vendor.txt").read_bytes(),
    "Pennsylvania": lambda: making.PENNSYLVANIA,
    "filled in": lambda: making.FILLED,
}


@pytest.fixture(scope="module")
def reviews():
    """Each form read once."""
    return {name: review_plan(read_bytes(name, make())) for name, make in FILES.items()}


@pytest.mark.parametrize(
    ("name", "student", "marked", "goals", "open_needs"),
    [
        ("New York", "Tamsin", {"struggles", "refuses to", "was out of control"}, 2,
         ["She needs to greet classmates at recess"]),
        ("California", "Mateo", {"unable to", "sloppy", "careless", "disruptive", "seeks attention"}, 2,
         ["anger management"]),
        ("Ohio", "Priya", {"can't", "low functioning"}, 2, []),
        ("Texas", "Deshawn", {"manipulates adults", "always"}, 1, ["Deshawn needs a way to ask for a break"]),
        ("a vendor", "Lena", {"Won't", "Poor fine motor"}, 2, []),
        ("Pennsylvania", "Rosalind", {"hopeless"}, 1, ["Ask for help before she is upset"]),
        ("filled in", "Ibrahim", {"defiant"}, 1, []),
    ],
)  # fmt: skip
def test_what_a_form_says_is_found(reviews, name, student, marked, goals, open_needs):
    found = reviews[name]
    assert found.student == student
    # Nothing of the family's own words, the law or the form is among them.
    assert {one.mark for group in found.groups for one in group.found} <= marked | {"low", "when she chooses"}
    assert len(marked - {one.mark for group in found.groups for one in group.found}) <= 1
    assert (len(found.goals), [need.text for need in found.open_needs]) == (goals, open_needs)


@pytest.mark.parametrize("name", FILES)
def test_the_parts_are_found_whatever_the_form(reviews, name):
    # The Ohio example has no accommodations, and says so.
    assert reviews[name].missing == (("accommodations",) if name == "Ohio" else ())


def test_boxes_beside_a_goal_complete_it(reviews):
    first, second = reviews["New York"].goals
    assert (first.has("criterion"), first.has("measurement"), first.has("timeframe")) == (
        "beside",
        "beside",
        "",
    ) or first.has("criterion") == "in"
    # On the next page the table goes on without its head.
    assert second.text == "Tamsin will improve her writing." and ("criterion", "80% success") in second.beside
    assert not second.measurable and first.measurable


def test_objectives_belong_to_their_goal(reviews):
    assert [len(goal.objectives) for goal in reviews["California"].goals] == [2, 0]
    assert [len(goal.objectives) for goal in reviews["a vendor"].goals] == [2, 0]


def test_a_goal_for_after_school_is_asked_for_less(reviews):
    (after,) = [goal for goal in reviews["Ohio"].goals if goal.kind == "postsecondary"]
    assert after.missing == () and after.measurable


def test_goals_that_use_a_strength_are_told_from_those_that_do_not(reviews):
    assert list(map(bool, reviews["New York"].woven)) == [True, False]
    assert list(map(bool, reviews["Pennsylvania"].woven)) == [True]
    assert list(map(bool, reviews["a vendor"].woven)) == [False, False]


def test_pages_are_told(reviews):
    found = reviews["New York"]
    assert {one.page for group in found.groups for one in group.found} == {1}
    assert [goal.page for goal in found.goals] == [1, 2]
