"""Two people at once: nobody's words vanish, a form that arrives twice makes one row, one plan is in effect."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from strongsuit.knowledge.terms import PlanKind, PlanState, Section
from strongsuit.plans import actions, actions_goals, actions_parts
from strongsuit.plans.models import FrozenPlan, Goal, Plan, PlanSection
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import TODAY
from tests.plans.conftest import give_reasons, sha_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds):
    """Run the deeds in threads that start together; what each returned or raised."""
    together = Barrier(len(deeds))

    def run(deed):
        try:
            together.wait()
            return deed()
        except (Cannot, NotYours) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


def write(by, plan, version, text, section=Section.EFFECT):
    return lambda: actions_parts.save_section(by=by, plan=plan, section=section, version=version, text=text)


def test_two_people_saving_one_section_never_overwrite_each_other(cast, draft):
    for turn in range(8):
        row = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
        texts = [f"Ruiz {turn}", f"Silva {turn}", f"Chen {turn}"]
        people = [cast.ruiz, cast.silva, cast.chen]
        answers = at_once(*(write(by, draft, row.version, text) for by, text in zip(people, texts, strict=True)))
        saved = [each for each in answers if not isinstance(each, Exception)]
        stale = [each for each in answers if isinstance(each, Stale)]
        assert (len(saved), len(stale)) == (1, 2)
        stands = PlanSection.objects.get(plan=draft, section=Section.EFFECT)
        assert (stands.text, stands.version) == (saved[0].text, row.version + 1)
        assert {each.current.text for each in stale} == {stands.text}, "the loser is shown what stands"


def test_two_people_writing_a_section_first_make_one(cast, draft):
    PlanSection.objects.filter(plan=draft, section=Section.TRANSITION).delete()
    answers = at_once(*(write(by, draft, 0, by.name, Section.TRANSITION) for by in (cast.ruiz, cast.silva)))
    assert sum(isinstance(each, Stale) for each in answers) == 1
    assert PlanSection.objects.filter(plan=draft, section=Section.TRANSITION).count() == 1


def test_a_form_that_arrives_five_times_makes_one_goal(cast, draft):
    before = Goal.objects.filter(plan=draft).count()
    need = draft.needs.first()
    answers = at_once(
        *(lambda: actions_goals.add_goal(by=cast.ruiz, plan=draft, need=need, once=UUID(int=5)) for _ in range(5))
    )
    assert len({goal.pk for goal in answers}) == 1
    assert Goal.objects.filter(plan=draft).count() == before + 1


def test_five_people_beginning_a_draft_begin_one(cast, in_effect):
    people = [cast.ruiz, cast.silva, cast.chen, cast.ruiz, cast.chen]
    answers = at_once(
        *(
            lambda by=by: actions.start_draft(by=by, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
            for by in people
        )
    )
    assert len({plan.pk for plan in answers}) == 1
    plan = Plan.objects.get(student=cast.maya, state=PlanState.DRAFT)
    assert plan.goals.count() == in_effect.goals.count(), "carried forward once"


def test_a_word_written_during_adoption_is_in_it_or_refused(cast, draft):
    actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    plan = Plan.objects.get(pk=draft.pk)
    plan.student = cast.maya
    give_reasons(plan, cast.ruiz)
    expected = sha_of(plan)
    version = PlanSection.objects.get(plan=plan, section=Section.EFFECT).version
    adopted, written = at_once(
        lambda: actions.adopt_plan(by=cast.chen, plan=plan, on=TODAY, expected=expected),
        write(cast.ruiz, plan, version, "Late words"),
    )
    frozen = FrozenPlan.objects.filter(plan=plan).first()
    if frozen is None:
        assert isinstance(adopted, Cannot)
        assert written.text == "Late words"
    else:
        assert isinstance(written, Cannot)
        assert "Late words" not in frozen.body


def test_two_chairs_adopting_at_once_adopt_once(cast, draft):
    actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    plan = Plan.objects.get(pk=draft.pk)
    plan.student = cast.maya
    give_reasons(plan, cast.ruiz)
    expected = sha_of(plan)
    answers = at_once(
        *(lambda: actions.adopt_plan(by=cast.chen, plan=plan, on=TODAY, expected=expected) for _ in range(3))
    )
    assert len({frozen.pk for frozen in answers}) == 1
    assert Plan.objects.filter(student=cast.maya, state=PlanState.ADOPTED).count() == 1
