"""Three views of one strength give exactly one status; differences stay visible; old items fade."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.profile import (
    STILL_TRUE,
    Candidate,
    Claimed,
    Said,
    Status,
    agreement,
    agreement_words,
    claimed,
    freshness,
    offered,
    rung_of,
    score,
    view,
)
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet

S, F, T = Group.STUDENT, Group.FAMILY, Group.SCHOOL


def seen(student, family, school):
    """Values as the text writes them; None for asked and not answered."""
    return view(
        [Said(group, None if v is None else Decimal(str(v))) for group, v in ((S, student), (F, family), (T, school))]
    )


@pytest.mark.parametrize(
    ("values", "status", "depends"),
    [
        ((1, 1, 1), Status.SHARED_BY_ALL, False),
        ((1, 0, 1), Status.SHARED, True),
        ((0.33, 1, 1), Status.OTHERS_SEE, False),
        ((0, 1, 0), Status.HIDDEN_HOME, True),
        ((1, None, None), Status.SINGLE, False),
        ((0.67, 0.5, None), Status.HIDDEN_SELF, False),
        ((0.33, 0, 0.5), Status.EMERGING, False),
        ((0, None, None), Status.NO_CHANCE, False),
        ((None, None, None), Status.NO_CHANCE, False),
        ((0, 0, None), Status.NOT_SEEN, False),
        ((None, None, 1), Status.SINGLE, False),
        ((None, 0, 1), Status.HIDDEN_SCHOOL, True),
    ],
)
def test_the_check_cases_of_the_text(values, status, depends):
    found = seen(*values)
    assert (found.status, found.depends_on_where) == (status, depends)


def test_one_of_two_classes_sees_what_the_other_does_not():
    found = view([Said(T, Decimal(1), "art"), Said(T, Decimal(0), "math")])
    assert (found.status, found.depends_on_where) == (Status.HIDDEN_SCHOOL, True)


def test_two_parents_are_one_family_and_the_higher_answer_is_theirs():
    found = view([Said(F, Decimal(1), "mother"), Said(F, Decimal(0), "father"), Said(S, Decimal(1))])
    assert (found.status, found.depends_on_where) == (Status.SHARED, False)


def naive(student, family, school):
    """The table again, written as its rows stand."""
    s, f, t = student is not None and student >= 0.67, family == 1, school == 1
    if s and f and t:
        return "shared_by_all"
    if s and (f or t):
        return "shared"
    if f and t:
        return "others_see"
    for mine, others, name in (
        (s, (family, school), "hidden_self"),
        (f, (student, school), "hidden_home"),
        (t, (student, family), "hidden_school"),
    ):
        if mine:
            return name if any(other is not None for other in others) else "single"
    if any(value is not None and value >= 0.33 for value in (student, family, school)):
        return "emerging"
    if family is None and school is None and student in (None, 0):
        return "no_chance"
    return "not_seen"


adults = st.sampled_from([None, 0, 0.5, 1])


@given(st.sampled_from([None, 0, 0.33, 0.5, 0.67, 1]), adults, adults)
def test_every_answer_gives_exactly_one_status(student, family, school):
    assert seen(student, family, school).status == naive(student, family, school)


def test_agreement_counts_only_what_both_answered():
    one = [Decimal(1), Decimal("0.67"), Decimal(0), Decimal(1)]
    other = [Decimal(1), Decimal("0.5"), Decimal(1), None]
    found = agreement(one, other)
    assert round(float(found), 2) == 0.61
    assert agreement_words(found) == "some different views"
    assert agreement([None], [Decimal(1)]) is None


@pytest.mark.parametrize(
    ("kind", "days", "early", "fresh"),
    [
        (ItemKind.ABILITY, 180, False, 1),
        (ItemKind.ABILITY, 360, False, Fraction(1, 2)),
        (ItemKind.ABILITY, 540, False, 0),
        (ItemKind.INTEREST, 180, False, Fraction(1, 2)),
        (ItemKind.INTEREST, 9999, False, 0),
        (ItemKind.ABILITY, 120, True, 1),
        (ItemKind.ABILITY, 360, True, 0),
    ],
)
def test_items_fade_in_a_straight_line(kind, days, early, fresh):
    today = date(2026, 11, 20)
    assert freshness(kind, today - timedelta(days=days), today=today, early=early) == fresh


def candidate(key, **values):
    standard = {
        "skill_set": None,
        "status": Status.SINGLE,
        "claimed_by_student": False,
        "shown": False,
        "fresh": Fraction(1),
    }
    return Candidate(key, **(standard | values))


def test_the_best_five_are_offered_and_private_ones_never():
    items = [
        candidate("RD2", skill_set=SkillSet.READING, status=Status.SHARED_BY_ALL, claimed_by_student=True, shown=True),
        candidate("RD1", skill_set=SkillSet.READING),
        candidate("secret", skill_set=SkillSet.READING, status=Status.SHARED_BY_ALL, private=True),
        candidate("worn", status=Status.SHARED, used=9),
        candidate("b"),
        candidate("a"),
        candidate("c"),
    ]
    assert [found.key for found in offered(items, SkillSet.READING)] == ["RD2", "RD1", "a", "b", "c"]


def test_ties_go_by_the_id_of_the_card_and_not_by_the_number_of_the_row():
    items = [candidate("99", item="RD2"), candidate("100", item="RD1"), candidate("3", item="RD3")]
    assert [found.item for found in offered(items, None)] == ["RD1", "RD2", "RD3"]


# The table once more, as a reader of the text would check it by hand, for any number of people in each group.


def by_hand(said):
    """Status and tag from the rows of the text, with answers as (group, value) of several people."""
    people = {group: [v for g, v in said if g == group] for group in "SFT"}
    heard = {group: [v for v in values if v is not None] for group, values in people.items()}
    yes = {"S": any(v >= 0.67 for v in heard["S"]), "F": 1 in heard["F"], "T": 1 in heard["T"]}
    claiming = [group for group in "SFT" if yes[group]]
    answered = [group for group in "SFT" if heard[group]]
    zero = 0 in heard["T"] or any(max(heard[group], default=1) == 0 for group in "SF")
    depends = bool(claiming) and zero
    one_class = claiming == ["T"] and len(heard["T"]) >= 2 and heard["T"].count(1) == 1
    rows = [
        (len(claiming) == 3, "shared_by_all"),
        (yes["S"] and (yes["F"] or yes["T"]), "shared"),
        (yes["F"] and yes["T"], "others_see"),
        (len(claiming) == 1 and (len(answered) > 1 or one_class),
         {"S": "hidden_self", "F": "hidden_home", "T": "hidden_school"}.get((claiming or " ")[0])),
        (len(claiming) == 1, "single"),
        (any(max(values, default=0) >= 0.33 for values in heard.values()), "emerging"),
        (not heard["F"] and not heard["T"] and max(heard["S"], default=0) == 0, "no_chance"),
        (True, "not_seen"),
    ]  # fmt: skip
    fitting = [status for fits, status in rows if fits]
    return fitting[0], depends


NAMED = {"S": S, "F": F, "T": T}
one_student = st.lists(st.tuples(st.just("S"), st.sampled_from([None, 0, 0.33, 0.5, 0.67, 1])), max_size=1)
grown_ups = st.lists(st.tuples(st.sampled_from("FT"), st.sampled_from([None, 0, 0.5, 1])), max_size=7)


@given(one_student, grown_ups)
def test_any_number_of_people_gives_exactly_one_status_and_it_is_that_of_the_table(student, adults):
    said = [
        Said(NAMED[group], None if value is None else Decimal(str(value)), f"{group}{place}")
        for place, (group, value) in enumerate(student + adults)
    ]
    found = view(said)
    assert (found.status.value, found.depends_on_where) == by_hand(student + adults)
    assert found.status in Status


@given(one_student, grown_ups, st.randoms())
def test_the_order_in_which_people_answer_changes_nothing(student, adults, random):
    said = [Said(NAMED[g], None if v is None else Decimal(str(v)), str(n)) for n, (g, v) in enumerate(student + adults)]
    mixed = list(said)
    random.shuffle(mixed)
    assert view(said) == view(mixed)


def test_picture_users_say_yes_with_the_top_answer_only():
    assert view([Said(S, Decimal("0.5"))]).status == Status.EMERGING
    assert view([Said(S, Decimal(1))]).status == Status.SINGLE


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "we see alike"),
        (Fraction(80, 100), "we see alike"),
        (Fraction(79, 100), "some different views"),
        (Fraction(50, 100), "some different views"),
        (Fraction(49, 100), "very different views: talk"),
        (Fraction(0), "very different views: talk"),
    ],
)
def test_agreement_is_told_in_words(share, words):
    assert agreement_words(share) == words


@pytest.mark.parametrize(
    ("shown", "used", "helped", "rung"),
    [
        (False, False, False, "told"),
        (True, False, False, "shown"),
        (False, True, False, "used in a goal"),
        (True, True, False, "used in a goal"),
        (True, True, True, "it helped"),
        (False, False, True, "it helped"),
    ],
)
def test_the_highest_step_of_the_ladder_counts(shown, used, helped, rung):
    assert rung_of(shown=shown, used=used, helped=helped).label == rung


@pytest.mark.parametrize(
    ("kind", "early", "still", "gone"),
    [
        # Days after which it is asked whether it is still true, and after which it counts no more.
        (ItemKind.ABILITY, False, 418, 540),
        (ItemKind.INTEREST, False, 209, 270),
        (ItemKind.PREFERENCE, False, 418, 540),
        (ItemKind.ABILITY, True, 279, 360),
        (ItemKind.INTEREST, True, 140, 180),
    ],
)
def test_what_fades_is_asked_for_before_it_is_gone(kind, early, still, gone):
    today = date(2026, 11, 20)

    def after(days):
        return freshness(kind, today - timedelta(days=days), today=today, early=early)

    assert after(still - 1) >= STILL_TRUE > after(still)
    assert after(gone - 1) > 0 == after(gone)


@given(st.sampled_from(list(ItemKind)), st.integers(-10, 900), st.booleans())
def test_nothing_is_ever_fresher_later_and_pictures_fade_sooner(kind, days, early):
    today = date(2026, 11, 20)
    now, later = (freshness(kind, today - timedelta(days=d), today=today, early=early) for d in (days, days + 1))
    assert 0 <= later <= now <= 1
    assert freshness(kind, today - timedelta(days=days), today=today, early=True) <= freshness(
        kind, today - timedelta(days=days), today=today
    )


def test_a_reconfirmed_interest_keeps_its_years():
    first, again, over = date(2024, 10, 1), date(2026, 3, 1), date(2026, 11, 1)
    assert claimed([(first, True), (again, True)]) == Claimed(first, again, stands=True)
    assert claimed([(first, True), (again, True), (over, False)]) == Claimed(first, again, stands=False)
    assert claimed([(over, False)]) is None and claimed([]) is None


@given(
    st.sampled_from(list(Status)), st.booleans(), st.booleans(), st.fractions(0, 1), st.integers(0, 4), st.booleans()
)
def test_the_rank_is_the_sum_of_the_text(status, own, shown, fresh, used, same):
    each = candidate("x", status=status, claimed_by_student=own, shown=shown, fresh=fresh, used=used,
                     skill_set=SkillSet.MATH if same else SkillSet.READING)  # fmt: skip
    seen = {"shared_by_all": 3, "shared": 2, "hidden_self": 1, "hidden_home": 1, "hidden_school": 1}.get(status, 0)
    wanted = (3 if same else 0) + seen + (2 if own else 0) + (2 if shown else 0) + 2 * fresh - used
    assert score(each, SkillSet.MATH) == wanted


def test_ties_go_by_the_id_and_five_are_offered():
    items = [candidate(key) for key in ("WR2", "RD1", "WR10", "MA1", "CM1", "RD2")]
    assert [each.key for each in offered(items, None)] == ["CM1", "MA1", "RD1", "RD2", "WR10"]
