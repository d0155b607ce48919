"""Two versions of a plan: a copied row is the same row, and every change is told in the words of the form."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.shapes import GoalFacts, ServiceFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.terms import Grade, Group, Location, Measure, Pattern, Per, PlanKind, PlanState, Schedule
from strongsuit.plans import queries
from strongsuit.plans.comparing import compare_plans
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.models import Goal
from tests.cast import filled_plan


def continued(plan):
    return {str(pk): str(old) for pk, old in plan.goals.exclude(continues=None).values_list("pk", "continues")}


def told(before, after, same=()):
    return {
        change.label: (str(change.kind), change.pieces)
        for group in compare_plans(before, after, dict(same))
        for change in group.changes
    }


def test_a_plan_is_no_different_from_itself(draft):
    facts = plan_facts(draft)
    assert compare_plans(facts, facts, {}) == []


def test_a_copy_differs_only_in_what_an_amendment_asks_anew(in_effect, draft):
    found = told(plan_facts(in_effect), plan_facts(draft), continued(draft))
    assert set(found) == {"Kind", "Meeting held", "Day of the meeting"}


def test_even_without_the_thread_back_a_copied_goal_is_known_by_its_words(in_effect, draft):
    assert not any("Goal" in label for label in told(plan_facts(in_effect), plan_facts(draft)))


def test_a_changed_number_a_changed_choice_and_a_changed_day_are_told_as_people_say_them(draft):
    facts = plan_facts(draft)
    goal, service = facts.goals[0], facts.services[0]
    after = replace(
        facts,
        goals=(replace(goal, target=Decimal(100)), *facts.goals[1:]),
        services=(replace(service, location=Location.HOME), *facts.services[1:]),
        ends_on=date(2027, 1, 31),
        kind=PlanKind.ANNUAL,
    )
    found = told(facts, after)
    assert found["Goal 1 › Target"] == (
        "changed",
        (("removed", "92 words correct in a minute"), ("added", "100 words correct in a minute")),
    )
    assert found["Resource room › Where"][1] == (("removed", "Separate room in the school"), ("added", "At home"))
    assert found["Ends"][1] == (("removed", "Dec. 1, 2026"), ("added", "Jan. 31, 2027"))
    assert found["Kind"][1] == (("removed", "Amendment"), ("added", "Annual review"))


def test_what_is_new_and_what_is_left_out_is_named_by_its_words(draft):
    facts = plan_facts(draft)
    found = told(facts, replace(facts, goals=facts.goals[:1], accommodations=()))
    assert found["Goal 2"][0] == "removed"
    assert found["Audio of grade-level texts"][0] == "removed"
    back = told(replace(facts, goals=facts.goals[:1]), facts)
    assert back["Goal 2"] == ("added", (("added", "writes a paragraph with a main idea and three facts"),))


def test_one_word_in_a_long_text_is_one_word_in_the_comparison(draft):
    facts = plan_facts(draft)
    section = facts.section("effect")
    changed = replace(section, text=section.text.replace("slowly", "quickly"))
    sections = tuple(changed if each == section else each for each in facts.sections)
    _kind, pieces = told(facts, replace(facts, sections=sections))["Effect of the disability"]
    assert [words for op, words in pieces if op != "equal"] == ["slowly", "quickly"]
    assert "".join(words for op, words in pieces if op != "removed") == changed.text


def test_a_number_that_is_also_a_grade_stays_a_number(draft):
    facts = plan_facts(draft)
    goal = replace(facts.goals[1], baseline=Decimal(1), target=Decimal(3), mastery_run=2)
    after = replace(goal, baseline=Decimal(2), target=Decimal(12), mastery_run=3, unit="points")
    found = told(replace(facts, goals=(goal,)), replace(facts, goals=(after,)))
    assert found["Goal 1 › Target"][1] == (("removed", "3 rubric points"), ("added", "12 points"))
    assert found["Goal 1 › Starts at"][1] == (("removed", "1 rubric points"), ("added", "2 points"))
    assert found["Goal 1 › Checks in a row that prove it"][1] == (("removed", "2"), ("added", "3"))
    grown = replace(facts, student=replace(facts.student, grade=Grade.G7))
    assert found.keys().isdisjoint({"Grade"}) and told(facts, grown)["Grade"][1][1] == ("added", "Grade 7")


def test_a_persons_words_are_never_taken_for_a_term_or_a_day(draft):
    facts = plan_facts(draft)
    goal = replace(facts.goals[0], measure_text="AUT 3")
    after = replace(goal, measure_text="2026-12-01")
    found = told(replace(facts, goals=(goal,)), replace(facts, goals=(after,)))
    assert found["Goal 1 › With what"][1] == (("removed", "AUT 3"), ("added", "2026-12-01"))


def test_links_are_told_by_the_name_that_their_own_version_gives(draft):
    facts = plan_facts(draft)
    level, strength = facts.present_levels[0], facts.strengths[0]
    others = [each for each in facts.strengths if each.id != strength.id]
    before = replace(facts, present_levels=(replace(level, strength_ids=(strength.id,)),), strengths=(strength,))
    after = replace(facts, present_levels=(replace(level, strength_ids=(others[0].id,)),), strengths=(others[0],))

    def shown(old):
        (pieces,) = [change[1] for label, change in told(old, after).items() if label.endswith("Strengths shown")]
        return pieces

    assert shown(before) == (
        ("removed", strength.words),
        ("added", others[0].words),
    )
    unnamed = shown(replace(before, strengths=()))
    assert unnamed[0] == ("removed", "a strength that this version does not name")


def test_a_student_who_no_longer_sees_the_strength_is_told_as_that(draft):
    facts = plan_facts(draft)
    goal = facts.goals[0]
    yes, no = (
        replace(facts, goals=(replace(goal, weaves=(replace(goal.weaves[0], confirmed_by_student=said),)),))
        for said in (True, False)
    )
    ((label, told_so),) = told(yes, no).items()
    assert label.endswith(" › The student said: that's me")
    assert told_so == ("changed", (("removed", "Yes"), ("added", "No")))


def test_a_version_that_does_not_keep_the_first_name_differs_in_nothing_by_it(draft):
    facts = plan_facts(draft)
    assert facts.student.called
    assert told(replace(facts, student=replace(facts.student, called="")), facts) == {}


def test_the_order_of_links_is_no_change(draft):
    facts = plan_facts(draft)
    ids = tuple(goal.id for goal in facts.goals)
    one, other = (replace(facts, services=(replace(facts.services[0], goal_ids=order),)) for order in (ids, ids[::-1]))
    assert told(one, other) == {}


def test_a_goal_is_followed_through_the_versions_between(cast, in_effect, draft):
    copied = draft.goals.first()
    type(draft).objects.filter(pk=draft.pk).update(state=PlanState.WITHDRAWN)
    newest = filled_plan(cast.maya, cast.items, author=cast.ruiz, number=9)
    goal = newest.goals.first()
    Goal.objects.filter(pk=goal.pk).update(continues=copied)
    assert queries.goals_continued(newest, draft) == {str(goal.pk): str(copied.pk)}
    assert queries.goals_continued(newest, in_effect) == {str(goal.pk): str(copied.continues_id)}
    assert queries.goals_continued(in_effect, newest) == {}


NUMBERS = st.integers(0, 12).map(Decimal) | st.none()
IDS = st.integers(10**17, 10**17 + 3).map(str)


GOALS = st.lists(
    st.builds(
        GoalFacts,
        id=IDS,
        need_id=st.none() | IDS,
        skill_set=st.none(),
        condition=st.just(""),
        behavior=st.sampled_from(["", "reads", "writes"]),
        criterion=st.just(""),
        baseline=NUMBERS,
        baseline_on=st.none(),
        target=NUMBERS,
        target_on=st.none() | st.just(date(2027, 1, 4)),
        unit=st.sampled_from(["", "points", "3"]),
        measure=st.none() | st.sampled_from(Measure),
        measure_text=st.just(""),
        schedule=st.none() | st.sampled_from(Schedule),
        report_schedule=st.none(),
        responsible=st.just(""),
        mastery_run=st.integers(1, 12),
        smallest_change=NUMBERS,
        band_low=NUMBERS,
        band_high=NUMBERS,
        standard=st.just(""),
        student_words=st.just(""),
        weaves=st.lists(st.builds(WeaveFacts, strength_id=IDS, pattern=st.sampled_from(Pattern)), max_size=2).map(
            tuple
        ),
        objectives=st.just(()),
    ),
    max_size=3,
    unique_by=lambda goal: goal.id,
).map(tuple)
SERVICES = st.lists(
    st.builds(
        ServiceFacts,
        id=IDS,
        name=st.sampled_from(["", "Resource room"]),
        times=st.none() | st.integers(1, 12),
        per=st.none() | st.sampled_from(Per),
        minutes=st.none() | st.integers(1, 12),
        group_size=st.none() | st.integers(1, 12),
        location=st.none(),
        provider_role=st.just(""),
        language=st.just("en"),
        starts_on=st.none(),
        ends_on=st.none(),
        range_because=st.just(""),
        goal_ids=st.lists(IDS, max_size=3, unique=True).map(tuple),
    ),
    max_size=2,
    unique_by=lambda service: service.id,
).map(tuple)
STRENGTHS = st.lists(
    st.builds(
        StrengthFacts,
        id=IDS,
        words=st.just("Draws"),
        seen_by=st.lists(st.sampled_from(Group), max_size=2, unique=True).map(tuple),
        seen_by_names=st.just(()),
        evidence=st.just(()),
    ),
    max_size=3,
    unique_by=lambda strength: strength.id,
).map(tuple)
PARTS = st.fixed_dictionaries({"goals": GOALS, "services": SERVICES, "strengths": STRENGTHS})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(one=PARTS, other=PARTS, linked=st.tuples(*[st.lists(IDS, max_size=3, unique=True).map(tuple)] * 2))
def test_no_identifier_and_no_false_grade_is_ever_told(draft, one, other, linked):
    facts = plan_facts(draft)
    level = facts.present_levels[0]
    before, after = (
        replace(facts, present_levels=(replace(level, strength_ids=ids),), **parts)
        for ids, parts in zip(linked, (one, other), strict=True)
    )
    for group in compare_plans(before, after, {}):
        for change in group.changes:
            said = " ".join((change.label, *(words for _op, words in change.pieces)))
            assert not re.search(r"\d{12}", said) and "Grade" not in said, said


def test_a_language_is_called_by_its_name_and_not_by_its_code(in_effect):
    before = plan_facts(in_effect)
    words = replace(before.words[0], language="vi")
    after = replace(before, student=replace(before.student, language="ar"), words=(words, *before.words[1:]))
    found = told(before, after)
    assert found["Language"] == ("changed", (("removed", "Spanish"), ("added", "Arabic")))
    assert [pieces for label, (_kind, pieces) in found.items() if label.endswith("› Language")] == [
        (("removed", "English"), ("added", "Vietnamese"))
    ]
