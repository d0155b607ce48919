"""How well a strength is woven into a goal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strongsuit.knowledge.shapes import EvidenceFacts, GoalFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.terms import Group, ItemKind, Measure, Pattern, SkillSet
from strongsuit.knowledge.weave import MOST_GOALS, crowded, has_who_and_when, in_use, names, next_step, quality, without
from tests.knowledge.compliance import maya

DRAWS = StrengthFacts("i1", ItemKind.ABILITY, "Explains hard ideas by drawing them", SkillSet.THINKING, (Group.SCHOOL,))
WEAVE = WeaveFacts("i1", Pattern.W1)
GOAL = GoalFacts(
    id="g1",
    need_id="n1",
    skill_set=SkillSet.WRITING,
    condition="Given a science text,",
    behavior="Dee writes a summary",
    criterion="with a rubric level of 3",
    baseline=Decimal(1),
    baseline_on=date(2026, 9, 1),
    target=Decimal(3),
    target_on=date(2027, 6, 1),
    unit="rubric level",
    measure=Measure.RUBRIC,
    measure_text="",
    schedule=None,
    report_schedule=None,
    responsible="",
)


@pytest.mark.parametrize(
    ("goal", "weave", "used", "expected"),
    [
        ({}, {}, False, 0),
        ({}, {"mechanism": "Drawing helps her plan."}, False, 0),
        ({}, {"step": "Draws."}, False, 0),
        ({"behavior": "Dee draws, then writes a summary"}, {}, False, 1),
        ({"condition": "After drawing four frames,"}, {}, False, 2),
        ({}, {"step": "Before writing, the teacher lets her draw four frames."}, False, 2),
        ({"behavior": "Dee draws"}, {"step": "Dee draws first."}, False, 2),
        ({"condition": "After drawing,"}, {"confirmed_by_student": True}, False, 2),
        ({"condition": "After drawing,"}, {}, True, 2),
        ({"condition": "After drawing,"}, {"confirmed_by_student": True}, True, 3),
        ({}, {"confirmed_by_student": True}, True, 0),
    ],
)
def test_weave_quality_runs_from_a_tag_to_daily_use(goal, weave, used, expected):
    found = quality(replace(WEAVE, **weave), replace(GOAL, **goal), DRAWS, student="Dee Ode", used=used)
    assert found == expected


@pytest.mark.parametrize(
    ("on", "words", "expected"),
    [
        (date(2026, 9, 20), "Drew four frames before the summary", 3),
        (date(2026, 9, 20), "Helped in the kitchen", 2),
        (date(2026, 8, 20), "Drew four frames before the summary", 2),
    ],
)
def test_use_that_was_seen_and_written_down_since_the_goal_began_is_the_third_point(on, words, expected):
    seen = replace(DRAWS, evidence=(EvidenceFacts(on, "science", words, "Ms. Ruiz"),))
    goal = replace(GOAL, condition="After drawing four frames,")
    assert quality(replace(WEAVE, confirmed_by_student=True), goal, seen) == expected
    assert quality(WEAVE, goal, seen) == 2, "the student has to say: that's me"


@pytest.mark.parametrize(
    ("on", "words", "expected"),
    [
        (date(2026, 9, 20), "She drew first, then wrote", False),
        (date(2026, 9, 20), "with her drawing beside her", True),
        (date(2026, 8, 20), "with her drawing beside her", False),
        (date(2026, 9, 20), "in the hall", False),
    ],
)
def test_a_note_of_a_measurement_logs_use_where_it_names_the_strength(on, words, expected):
    assert in_use(GOAL, DRAWS, [(on, words)]) is expected
    assert in_use(replace(GOAL, baseline_on=None), DRAWS, [(on, words)]) is False


@pytest.mark.parametrize(
    ("item", "text", "expected"),
    [
        ("Draws comics", "after drawing", True),
        ("Carries bus routes in his head", "plans three routes he chose", True),
        ("Tells stories", "a story told to a partner", True),
        ("Runs the class library", "while running errands", True),
        ("Reads maps", "reads a page aloud", False),
        ("Reads well", "reads a page aloud", True),
        ("Likes working with maps", "works on a page", False),
        ("Dinosaurs", "using dinosaur texts", True),
        ("Música", "con música", True),
        ("Glass beads", "a page of glass", True),
        ("Dinosaurs", "", False),
        ("", "anything", False),
    ],
)
def test_a_text_names_an_item_by_its_telling_words(item, text, expected):
    assert names(replace(DRAWS, words=item), text) is expected


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("The aide sets out the cards before each lesson.", True),
        ("Dee starts at 9:15.", True),
        ("Ms. Ruiz, every Monday", True),
        ("Before each lesson.", False),
        ("The aide sets out the cards.", False),
        ("", False),
    ],
)
def test_a_step_says_who_and_when(step, expected):
    assert has_who_and_when(step, "Dee Ode") is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("Because Dee draws well, given a science text", 1),
        ("As Dee likes drawing, given a science text", 1),
        ("Dee really loves drawing, given a science text", 1),
        ("With her talent for drawing, given a science text", 1),
        ("To earn time for drawing, given a science text", 1),
        ("Because Dee draws well, after drawing four frames", 2),
        ("Given a science text, after drawing four frames", 2),
        ("After sketching four frames", 2),
        ("Given a science text", 0),
        ("", 0),
    ],
)
def test_a_condition_that_only_praises_the_strength_leaves_the_work_as_it_was(condition, expected):
    assert quality(WEAVE, replace(GOAL, condition=condition), DRAWS) == expected


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("After drawing four frames, given a science text", "given a science text"),
        ("Given a science text, after drawing four frames", "Given a science text"),
        ("After drawing four frames", ""),
        ("Given a science text; alone, in class", "Given a science text; alone, in class"),
        ("", ""),
    ],
)
def test_the_goal_can_be_read_without_its_strength(condition, left):
    goal = replace(GOAL, condition=condition)
    assert without(goal, DRAWS) == replace(goal, condition=left)


def test_only_the_part_that_names_the_strength_is_hidden():
    item = replace(DRAWS, words="Masters the abacus")
    goal = replace(GOAL, condition="with the abacus, then without")
    assert quality(WEAVE, goal, item) == 2
    assert without(goal, item).condition == "then without"


@pytest.mark.parametrize(("goals", "expected"), [(MOST_GOALS, set()), (MOST_GOALS + 1, {"i1"})])
def test_a_strength_in_more_than_three_goals_asks_for_another(goals, expected):
    woven = tuple(replace(GOAL, id=str(n), weaves=(WEAVE,)) for n in range(goals))
    assert crowded(maya.plan(goals=woven)) == expected


def test_each_step_says_how_to_get_to_the_next_one():
    said = [next_step(step, confirmed=False) for step in range(4)] + [next_step(2, confirmed=True)]
    assert len(set(said)) == 5
    assert next_step(0, confirmed=True) == said[0]
    assert all(words.count("%(name)s") == (place >= 2) for place, words in enumerate(said))
