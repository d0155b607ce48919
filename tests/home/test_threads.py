"""The thread shows every line from strength to growth, and every place where it breaks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from strongsuit.home.threads import Grown, Repair, thread_of
from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    GoalFacts,
    NeedFacts,
    PlanFacts,
    PresentLevelFacts,
    ServiceFacts,
    StrengthFacts,
    StudentFacts,
    WeaveFacts,
)
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Grade,
    Group,
    ItemKind,
    NeedKind,
    Pattern,
    Per,
    PlanKind,
    PlanState,
    ServiceClass,
    ServiceType,
    SkillSet,
)
from strongsuit.web.thread import as_list

STUDENT = StudentFacts("1", "Maya Delgado", date(2016, 5, 4), Grade.G5, "Lincoln", "Harbor")
LISTENS = StrengthFacts("s1", ItemKind.ABILITY, "Understands books by listening", SkillSet.READING, (Group.STUDENT,))
DRAWS = StrengthFacts("s2", ItemKind.ABILITY, "Draws hard ideas", SkillSet.TECHNOLOGY, (Group.SCHOOL, Group.FAMILY))
NEED = NeedFacts("n1", NeedKind.ACADEMIC, "Read print fluently", measure_text="61 words")
LEVEL = PresentLevelFacts(SkillSet.READING, "…", "…", ("s1",), (NEED,))
GOAL = GoalFacts(
    "g1",
    "n1",
    SkillSet.READING,
    "After listening",
    "reads the page aloud",
    "twice",
    Decimal("48.00"),
    date(2026, 1, 5),
    Decimal("92.00"),
    date(2027, 1, 5),
    "words",
    None,
    "",
    None,
    None,
    "",
    weaves=(WeaveFacts("s1", Pattern.W1),),
)
SERVICE = ServiceFacts(
    "v1",
    ServiceClass.SPECIAL_EDUCATION,
    ServiceType.RESOURCE_ROOM,
    "",
    5,
    Per.WEEK,
    40,
    5,
    None,
    False,
    "",
    "en",
    None,
    None,
    goal_ids=("g1",),
)
AUDIO = AccommodationFacts("a1", AccommodationKind.ACCOMMODATION, "Audio", "Every class", need_ids=("n1",))
PLAN = PlanFacts(
    "p1",
    1,
    PlanKind.ANNUAL,
    PlanState.ADOPTED,
    STUDENT,
    None,
    None,
    None,
    None,
    strengths=(LISTENS,),
    present_levels=(LEVEL,),
    goals=(GOAL,),
    services=(SERVICE,),
    accommodations=(AUDIO,),
)


def drawn(plan, grown=None, mend=lambda place: f"/mend/{place}", words=""):
    return thread_of(plan, grown or {}, to=lambda place: f"/to/{place}", mend=Repair(mend, words))


def test_a_whole_thread_runs_from_strength_to_growth():
    thread = drawn(PLAN, {"g1": Grown("Continues to grow", "from 48 to 70", "continues")})
    assert [(node.key, node.problem) for node in thread.nodes] == [
        ("strength:s1", ""),
        ("need:n1", ""),
        ("goal:g1", ""),
        ("growth:g1", ""),
        ("service:v1", ""),
        ("accommodation:a1", ""),
    ]
    assert set(thread.edges) == {
        ("strength:s1", "need:n1"),
        ("need:n1", "goal:g1"),
        ("goal:g1", "service:v1"),
        ("service:v1", "growth:g1"),
        ("goal:g1", "accommodation:a1"),
        ("accommodation:a1", "growth:g1"),
    }
    assert thread.nodes[3].title == "Continues to grow"


def test_a_shared_support_brings_no_growth_of_another_goal_into_a_thread():
    other = replace(GOAL, id="g2", behavior="writes a paragraph with a main idea and three facts from a text")
    shared = replace(PLAN, goals=(GOAL, other), services=(replace(SERVICE, goal_ids=("g1", "g2")),))
    thread = drawn(shared, {"g1": Grown("Big growth", "start 48, now 92", "big")})
    growth = [
        [(node.key, node.detail) for kind, _title, nodes in strand.stages for node in nodes if kind == "growth"]
        for strand in as_list(thread)
    ]
    assert growth == [
        [("growth:g1", "reads the page aloud: start 48, now 92")],
        [("growth:g2", "writes a paragraph with a main idea and…")],
    ]


def test_a_strength_that_no_goal_uses_is_broken_and_can_be_mended():
    node = drawn(replace(PLAN, strengths=(LISTENS, DRAWS))).nodes[1]
    assert (node.problem, node.mend_url, node.mend_label) == (
        "Not used in a goal yet",
        "/mend/strength:s2",
        "Use it in a goal",
    )


def test_a_need_without_a_goal_is_broken():
    node = drawn(replace(PLAN, goals=(), accommodations=())).nodes[1]
    assert (node.key, node.problem, node.lacks) == ("need:n1", "No goal yet", "goal")


def test_a_need_that_an_accommodation_answers_is_whole():
    assert drawn(replace(PLAN, goals=())).nodes[1].problem == ""


def test_a_goal_that_grows_from_no_strength_is_broken():
    thread = drawn(replace(PLAN, goals=(replace(GOAL, weaves=()),)))
    goal = next(node for node in thread.nodes if node.kind == "goal")
    assert (goal.problem, goal.lacks) == ("Grows from no strength yet", "strength")


def test_a_goal_woven_from_another_skill_set_has_its_own_line():
    thread = drawn(
        replace(PLAN, strengths=(LISTENS, DRAWS), goals=(replace(GOAL, weaves=(WeaveFacts("s2", Pattern.W7),)),))
    )
    assert ("strength:s2", "goal:g1") in thread.edges


def test_a_goal_without_supports_leads_straight_to_its_growth():
    thread = drawn(replace(PLAN, services=(), accommodations=()))
    assert ("goal:g1", "growth:g1") in thread.edges


def test_who_may_not_mend_sees_the_break_without_a_link():
    node = drawn(replace(PLAN, goals=(), accommodations=()), mend=lambda place: "").nodes[1]
    assert (node.problem, node.mend_url, node.mend_label) == ("No goal yet", "", "")


def test_supports_that_hang_on_nothing_are_broken():
    loose = replace(PLAN, services=(replace(SERVICE, goal_ids=()),), accommodations=(replace(AUDIO, need_ids=()),))
    found = [(node.problem, node.mend_url, node.mend_label) for node in drawn(loose).nodes if node.kind == "support"]
    assert found == [
        ("Serves no goal yet", "/mend/service:v1", "Choose the goal"),
        ("Answers no need yet", "/mend/accommodation:a1", "Choose the need"),
    ]


def test_a_support_that_answers_a_need_without_a_goal_hangs_on_that_need():
    thread = drawn(replace(PLAN, goals=(), services=()))
    assert ("need:n1", "accommodation:a1") in thread.edges
    assert not any(node.problem for node in thread.nodes if node.kind == "support")


def test_a_plan_in_effect_says_where_its_breaks_are_mended():
    node = drawn(replace(PLAN, goals=(), accommodations=()), words="Mend it in an amendment").nodes[1]
    assert (node.problem, node.mend_url, node.mend_label) == ("No goal yet", "/mend/need:n1", "Mend it in an amendment")


def test_a_change_to_tests_is_whole_without_a_need():
    small_room = replace(AUDIO, kind=AccommodationKind.TESTING, need_ids=())
    assert drawn(replace(PLAN, accommodations=(small_room,))).nodes[-1].problem == ""
