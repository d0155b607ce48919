"""Two versions of a plan: a copied row is the same row, and every change is told in the words of the form."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.terms import Location, PlanKind
from strongsuit.plans.comparing import compare_plans
from strongsuit.plans.facts import plan_facts


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
    assert found["Goal 1 › Target"] == ("changed", (("removed", "92"), ("added", "100")))
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
