"""What the student says of a strength that carries a goal: kept for ever, counted where it belongs."""

from datetime import timedelta
from uuid import uuid4

import pytest

from strongsuit.audit.models import Entry
from strongsuit.audit.seals import verify
from strongsuit.knowledge.terms import Pattern, PlanKind
from strongsuit.plans import actions, actions_goals
from strongsuit.plans.actions_beside import answer_weave
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.findings import findings_of
from strongsuit.plans.frozen import sealed
from strongsuit.plans.models import Goal, Plan, WeaveAnswer
from strongsuit.plans.queries import current_plan
from strongsuit.plans.queries_weaves import answers_of, questions_for
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import NOW, TODAY
from tests.plans.test_models import refuses


def woven(plan, student, order=0):
    goal = plan.goals.get(order=order)
    goal.student = student
    return goal, goal.weaves.order_by("id").first().item


def say(cast, goal, item, yes, minutes=0, once=None, by=None):
    at = NOW + timedelta(minutes=minutes)
    return answer_weave(by=by or cast.maya_account, goal=goal, item=item, yes=yes, at=at, once=once or uuid4())


def asked(cast):
    return questions_for(cast.maya, current_plan(cast.maya, TODAY))


def said(goal, item):
    answer = answers_of([goal]).get((goal.pk, item.pk))
    return answer and answer.yes


def test_the_newest_answer_counts_and_none_goes(cast, in_effect):
    goal, item = woven(in_effect, cast.maya)
    once = uuid4()
    assert said(goal, item) is None
    first = say(cast, goal, item, False, once=once)
    assert say(cast, goal, item, False, once=once).pk == first.pk
    assert said(goal, item) is False
    say(cast, goal, item, True, minutes=1)
    assert (said(goal, item), WeaveAnswer.objects.count()) == (True, 2)
    refuses(
        lambda: WeaveAnswer.objects.filter(pk=first.pk).update(yes=True),
        lambda: WeaveAnswer.objects.filter(pk=first.pk).delete(),
    )
    assert Entry.objects.filter(target="plans.WeaveAnswer", student=cast.maya.pk, because="self").count() == 2
    assert [fault for fault in verify().faults if "WeaveAnswer" in fault.row] == []


@pytest.mark.parametrize("who", ["ruiz", "rosa", "paul", "chen", "admin", "stranger"])
def test_nobody_answers_for_the_student(cast, in_effect, who):
    goal, item = woven(in_effect, cast.maya)
    with pytest.raises(NotYours):
        say(cast, goal, item, True, by=getattr(cast, who))
    assert not WeaveAnswer.objects.exists()


def test_an_answer_is_about_a_strength_of_that_goal_and_its_mark_is_good_for_one(cast, in_effect):
    goal, item = woven(in_effect, cast.maya)
    other, drawing = woven(in_effect, cast.maya, 1)
    with pytest.raises(Cannot):
        say(cast, goal, drawing, True)
    once = uuid4()
    say(cast, goal, item, True, once=once)
    with pytest.raises(NotYours):
        say(cast, other, drawing, True, once=once)
    theirs = WeaveAnswer(
        district_id=cast.leo.district_id, student=cast.leo, goal=goal, item=item, yes=True, by=cast.maya_account,
        at=NOW, once=uuid4(), strength_words="x",
    )  # fmt: skip
    refuses(theirs.save)


def test_an_answer_changes_no_letter_of_a_plan_in_effect(cast, in_effect):
    before = (in_effect.frozen.body, in_effect.frozen.sha256)
    goal, item = woven(in_effect, cast.maya)
    say(cast, goal, item, False)
    in_effect.frozen.refresh_from_db()
    assert (in_effect.frozen.body, in_effect.frozen.sha256) == before


def test_a_draft_can_be_answered_and_a_no_is_an_open_point_but_no_part_of_its_text(cast, draft):
    goal, item = woven(draft, cast.maya)
    text = sealed(plan_facts(draft))
    say(cast, goal, item, False)
    facts = plan_facts(draft)
    assert sealed(facts) == text
    assert [(no.goal_id, no.strength_id) for no in facts.not_me] == [(str(goal.pk), str(item.pk))]
    assert "R-20" in [found.rule for found in findings_of(facts, today=TODAY)]
    say(cast, goal, item, True, minutes=1)
    facts = plan_facts(draft)
    assert facts.not_me == () and "R-20" not in [found.rule for found in findings_of(facts, today=TODAY)]
    assert [weave.confirmed_by_student for weave in facts.goals[0].weaves] == [True]


def test_a_teacher_takes_out_what_was_answered_and_the_answer_stays(cast, draft):
    goal, item = woven(draft, cast.maya)
    words = goal.student_words
    say(cast, goal, item, False)
    actions_goals.unweave(by=cast.ruiz, goal=goal, item=item.pk)
    assert plan_facts(draft).not_me == ()
    actions_goals.remove_goal(by=cast.ruiz, goal=goal)
    assert not Goal.objects.filter(pk=goal.pk).exists()
    kept = WeaveAnswer.objects.get()
    assert (kept.goal_words, kept.strength_words, kept.yes) == (words, item.words, False)
    assert asked(cast).about(goal.pk, item.pk) is None


def test_an_amendment_keeps_what_was_said_and_a_new_year_only_what_was_refused(cast, in_effect):
    goal, item = woven(in_effect, cast.maya)
    other, drawing = woven(in_effect, cast.maya, 1)
    say(cast, goal, item, True)
    say(cast, other, drawing, False)
    for kind, first in ((PlanKind.AMENDMENT, True), (PlanKind.ANNUAL, None)):
        plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=kind, today=TODAY)
        plan.student = cast.maya
        told = [said(*woven(plan, cast.maya, order)) for order in (0, 1)]
        assert told == [first, False], kind
        actions.withdraw(by=cast.ruiz, plan=plan)


def test_of_a_draft_the_student_is_asked_only_about_goals_in_their_own_words(cast, in_effect):
    def ideas():
        return [(each.goal.behavior, each.item.words) for each in asked(cast).ideas]

    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    plan.student = cast.maya
    goal, item = woven(plan, cast.maya)
    assert ideas() == [] and len(asked(cast).now) == 2
    Goal.objects.filter(pk=goal.pk).update(student_words="I want to read faster.")
    assert ideas() == [(goal.behavior, item.words)]
    actions.withdraw(by=cast.ruiz, plan=plan)
    assert ideas() == []


def test_an_amendment_asks_only_what_is_new(cast, draft):
    assert asked(cast).ideas == []
    goal, _item = woven(draft, cast.maya)
    goal.plan.student = cast.maya
    made = actions_goals.weave(by=cast.ruiz, goal=goal, item=cast.items["draw"].pk, pattern=Pattern.W7)
    assert [each.item for each in asked(cast).ideas] == [made.item]


def test_what_the_team_took_out_after_a_no_is_told(cast, draft):
    goal, item = woven(draft, cast.maya)
    before = goal.continues
    before.student = cast.maya
    say(cast, before, item, False)
    assert asked(cast).heard == []
    actions_goals.unweave(by=cast.ruiz, goal=goal, item=item.pk)
    Plan.objects.filter(pk=before.plan_id).update(state="superseded", ended_on=TODAY - timedelta(days=1))
    Plan.objects.filter(pk=draft.pk).update(state="adopted", adopted_on=TODAY)
    found = asked(cast)
    assert [no.strength_words for no in found.heard] == [item.words]
    assert found.about(goal.pk, item.pk) is None and len(found.now) == 1


@pytest.mark.parametrize("many", [1, 12])
def test_the_number_of_queries_does_not_grow_with_goals_or_answers(
    cast, in_effect, many, django_assert_max_num_queries
):
    goal, item = woven(in_effect, cast.maya)
    for minutes in range(many):
        say(cast, goal, item, bool(minutes % 2), minutes=minutes)
    with django_assert_max_num_queries(6):
        assert len(asked(cast).now) == 2
