"""A plan's life: begun, dated, shared, taken back, adopted, withdrawn."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.knowledge.canonical import digest, freeze, thaw
from strongsuit.knowledge.terms import PlanKind, PlanState, Section
from strongsuit.plans import actions, actions_parts, queries
from strongsuit.plans.desk import Desk
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.findings import findings_of, is_block
from strongsuit.plans.models import FrozenPlan, Goal, Plan, PlanSection, Service
from strongsuit.strengths.models import Words
from strongsuit.students.models import Student
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import TODAY
from tests.plans.conftest import adopt, give_reasons, sha_of


def refused_by_the_table():
    return (
        pytest.raises(IntegrityError) if connection.vendor == "sqlite" else pytest.raises(Exception, match="plan|grow")
    )


# Beginning


def test_an_amendment_takes_everything_along_and_names_its_plan(cast, in_effect, draft):
    assert (draft.amends, draft.number, draft.state) == (in_effect, in_effect.number + 1, PlanState.DRAFT)
    assert (draft.starts_on, draft.ends_on, draft.review_on) == (
        in_effect.starts_on,
        in_effect.ends_on,
        in_effect.review_on,
    )
    assert [goal.continues for goal in draft.goals.order_by("order")] == list(in_effect.goals.order_by("order"))
    for part in ("plansections", "presentlevels", "needs", "goals", "services", "accommodations", "specialfactors"):
        assert getattr(draft, part).count() == getattr(in_effect, part).count(), part
    goal = draft.goals.order_by("order").first()
    assert (goal.baseline, goal.weaves.count(), goal.need.plan) == (
        in_effect.goals.order_by("order").first().baseline,
        1,
        draft,
    )


def test_a_new_year_asks_the_dated_things_again(cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    goal = plan.goals.order_by("order").first()
    assert (goal.behavior, goal.baseline, goal.target_on, goal.student_words) == (
        "reads the page aloud",
        None,
        None,
        "",
    )
    assert not plan.plansections.filter(section=Section.PARENT_CONCERNS).exists()
    assert set(plan.specialfactors.values_list("answer", flat=True)) == {None}
    assert set(plan.services.values_list("starts_on", flat=True)) == {None}
    assert plan.starts_on is None


def test_beginning_twice_begins_once(cast, draft):
    again = actions.start_draft(by=cast.chen, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    assert again == draft


@pytest.mark.parametrize("kind", [PlanKind.ANNUAL, PlanKind.INITIAL])
def test_a_second_draft_of_another_kind_is_refused_in_words(cast, draft, kind):
    with pytest.raises(Cannot, match="already a draft"):
        actions.start_draft(by=cast.ruiz, student=cast.maya, kind=kind, today=TODAY)


def test_a_first_plan_begins_empty_and_nothing_else_can(cast, first):
    assert (first.kind, first.number, first.goals.count()) == (PlanKind.INITIAL, 1, 0)
    actions.withdraw(by=cast.stranger, plan=first)
    for kind in (PlanKind.ANNUAL, PlanKind.AMENDMENT):
        with pytest.raises(Cannot, match="first plan"):
            actions.start_draft(by=cast.stranger, student=cast.leo, kind=kind, today=TODAY)


@pytest.mark.parametrize(
    "name", ["okafor", "nguyen", "brooks", "admin", "rosa", "paul", "stranger", "outsider", "maya_account"]
)
def test_who_may_not_write_cannot_begin(cast, name):
    with pytest.raises(NotYours):
        actions.start_draft(by=getattr(cast, name), student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)


# Dates


def test_services_follow_the_dates_of_the_plan(cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    own = plan.services.first()
    Service.objects.filter(pk=own.pk).update(starts_on=date(2027, 2, 1))
    dates = actions.Dates(starts_on=date(2026, 12, 1), ends_on=date(2027, 11, 30), review_on=date(2027, 11, 30))
    plan = actions.save_dates(by=cast.ruiz, plan=plan, version=plan.version, dates=dates)
    assert plan.starts_on == date(2026, 12, 1)
    assert {row.starts_on for row in plan.services.all()} == {date(2026, 12, 1), date(2027, 2, 1)}
    assert {row.ends_on for row in plan.services.all()} == {date(2027, 11, 30)}


def test_an_amendment_keeps_its_year_whatever_is_sent(cast, draft):
    dates = actions.Dates(amendment_agreed_on=TODAY, starts_on=date(2030, 1, 1), ends_on=date(2031, 1, 1))
    plan = actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=dates)
    assert (plan.amendment_agreed_on, plan.starts_on, plan.ends_on) == (TODAY, draft.starts_on, draft.ends_on)


def test_dates_set_by_somebody_else_meanwhile_are_not_overwritten(cast, draft):
    actions.save_dates(by=cast.silva, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    with pytest.raises(Stale):
        actions.save_dates(
            by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=date(2026, 11, 2))
        )


# Sharing


def test_a_shared_draft_holds_still_in_the_action_and_in_the_table(cast, draft):
    actions.share_with_family(by=cast.ruiz, plan=draft)
    actions.share_with_family(by=cast.ruiz, plan=draft)
    assert Plan.objects.get(pk=draft.pk).state == PlanState.PROPOSED
    with pytest.raises(Cannot, match="Take it back"):
        actions_parts.save_section(by=cast.ruiz, plan=draft, section=Section.EFFECT, version=1, text="New")
    with refused_by_the_table():
        Goal.objects.filter(plan=draft).update(behavior="sings")


def test_a_draft_that_was_taken_back_can_be_written_again(cast, draft):
    actions.share_with_family(by=cast.ruiz, plan=draft)
    actions.take_back(by=cast.ruiz, plan=draft)
    row = actions_parts.save_section(by=cast.ruiz, plan=draft, section=Section.EFFECT, version=1, text="New")
    assert row.text == "New"


@pytest.mark.parametrize("deed", [actions.share_with_family, actions.take_back, actions.withdraw])
def test_only_case_manager_and_chair_move_a_draft(cast, draft, deed):
    for name in ("silva", "okafor", "brooks", "rosa", "stranger"):
        with pytest.raises(NotYours):
            deed(by=getattr(cast, name), plan=draft)


def test_what_is_in_effect_cannot_be_shared_taken_back_or_withdrawn(cast, in_effect):
    for deed in (actions.share_with_family, actions.take_back, actions.withdraw):
        with pytest.raises(Cannot):
            deed(by=cast.ruiz, plan=in_effect)
    assert Plan.objects.get(pk=in_effect.pk).state == PlanState.ADOPTED


# Reasons


def warning_of(plan):
    return next(each for each in findings_of(frozen_facts(plan, TODAY), today=TODAY) if not is_block(each))


def test_a_reason_is_kept_taken_back_and_never_pushed_out(cast, draft):
    found = warning_of(draft)
    key = f"{found.rule} {found.place}"

    def say(words, was=""):
        return actions.pass_warnings(by=cast.ruiz, plan=draft, reasons=[actions.Reason(found, words, was)]).reasons.get(
            key
        )

    ours, theirs = "We come to it next year.", "Her new glasses come first."
    assert say(ours) == ours
    assert say(ours) == ours
    assert say(theirs, was="") == f"{ours}\n{theirs}"
    for word in ("Because.", "No no no no no no no no no", "-"):
        with pytest.raises(Cannot, match="whole sentence"):
            say(word)
    assert say("", was=f"{ours}\n{theirs}") is None


def test_what_the_law_asks_for_cannot_be_passed(cast, draft):
    block = next(each for each in findings_of(frozen_facts(draft, TODAY), today=TODAY) if is_block(each))
    with pytest.raises(Cannot, match="law"):
        actions.pass_warnings(by=cast.ruiz, plan=draft, reasons=[actions.Reason(block, "No time")])


# Adopting


@pytest.fixture
def agreed(cast, draft):
    """An amendment that the family has agreed to, with a reason for every warning."""
    plan = actions.save_dates(
        by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY)
    )
    plan = give_reasons(plan, cast.ruiz)
    plan.student = cast.maya
    return plan


def test_what_was_read_is_what_is_frozen_byte_by_byte(cast, agreed):
    facts = frozen_facts(agreed, TODAY)
    frozen = actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=digest(freeze(facts)))
    kept = FrozenPlan.objects.get(pk=frozen.pk)
    assert kept.body == freeze(facts)
    assert kept.sha256 == digest(kept.body)
    assert thaw(kept.body) == thaw(freeze(facts))
    assert thaw(kept.body).words[0].words == cast.words.words, "the student's words, letter for letter"
    assert (kept.adopted_on, kept.by, kept.by_name) == (TODAY, cast.chen, "Wei Chen")


def test_adopting_replaces_the_former_plan_in_the_same_stroke(cast, in_effect, agreed):
    adopt(agreed, cast.chen)
    former = Plan.objects.get(pk=in_effect.pk)
    assert (former.state, former.ended_on) == (PlanState.SUPERSEDED, TODAY)
    assert queries.current_plan(cast.maya, TODAY) == agreed
    deeds = list(Entry.objects.filter(student=cast.maya.pk).order_by("-id").values_list("deed", flat=True)[:3])
    assert deeds == ["adopted the plan", "put the plan into effect", "replaced the plan"]
    assert Entry.objects.filter(deed="adopted the plan").last().fingerprint == agreed.frozen.fingerprint()


def test_the_same_signature_twice_is_one(cast, agreed):
    sha256 = sha_of(agreed)
    one = actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=sha256)
    two = actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=sha256)
    assert one == two
    with pytest.raises(actions.CannotAdopt, match="in effect already"):
        actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected="0" * 64)


def test_a_word_changed_since_it_was_read_stops_the_adoption(cast, agreed):
    read = sha_of(agreed)
    row = PlanSection.objects.get(plan=agreed, section=Section.EFFECT)
    actions_parts.save_section(
        by=cast.silva, plan=agreed, section=Section.EFFECT, version=row.version, text="Other words."
    )
    with pytest.raises(actions.CannotAdopt, match="changed since you read it"):
        actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=read)
    assert Plan.objects.get(pk=agreed.pk).state == PlanState.DRAFT


def test_an_open_legal_point_stops_the_adoption_and_is_named(cast, draft):
    give_reasons(draft, cast.ruiz)
    with pytest.raises(actions.CannotAdopt) as refusal:
        adopt(draft, cast.chen)
    assert [found.rule for found in refusal.value.findings] == ["V22"]


def test_without_a_birth_date_no_plan_takes_effect_and_the_record_page_is_the_way_on(cast, agreed):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    plan = Plan.objects.get(pk=agreed.pk)
    with pytest.raises(actions.CannotAdopt) as refusal:
        adopt(plan, cast.chen)
    assert [found.rule for found in refusal.value.findings] == ["V98"]
    check = next(check for check in Desk(plan, TODAY).checks if check.rule == "V98")
    assert (check.block, check.home, check.url) == (True, "dates", reverse("students:record", args=[cast.maya.pk]))
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=cast.maya.birth_date)
    assert adopt(Plan.objects.get(pk=agreed.pk), cast.chen).adopted_on == TODAY


def test_a_warning_without_a_reason_stops_the_adoption(cast, draft):
    actions.save_dates(by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY))
    with pytest.raises(actions.CannotAdopt, match="a reason first"):
        adopt(Plan.objects.get(pk=draft.pk), cast.chen)


def test_nobody_but_the_chair_adopts(cast, agreed):
    for name in ("ruiz", "silva", "okafor", "brooks", "admin", "rosa", "stranger", "outsider"):
        with pytest.raises(NotYours):
            adopt(agreed, getattr(cast, name))


def test_an_amendment_of_a_plan_that_was_replaced_meanwhile_is_refused(cast, in_effect, agreed):
    Plan.objects.filter(pk=in_effect.pk).update(state=PlanState.SUPERSEDED, ended_on=TODAY)
    with pytest.raises(actions.CannotAdopt, match="no longer the one in effect"):
        adopt(agreed, cast.chen)


def test_a_shared_draft_is_adopted_as_the_family_saw_it(cast, agreed):
    actions.share_with_family(by=cast.ruiz, plan=agreed)
    adopt(agreed, cast.chen)
    assert Plan.objects.get(pk=agreed.pk).state == PlanState.ADOPTED


def test_a_withdrawn_plan_is_never_adopted(cast, agreed):
    sha256 = sha_of(agreed)
    actions.withdraw(by=cast.ruiz, plan=agreed)
    with pytest.raises(actions.CannotAdopt, match="Only a draft"):
        actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=sha256)


# Final is final


def test_no_way_leads_into_an_adopted_plan(cast, in_effect):
    goal, frozen = in_effect.goals.first(), in_effect.frozen
    with pytest.raises(Cannot, match="amendment"):
        actions_parts.save_section(by=cast.ruiz, plan=in_effect, section=Section.EFFECT, version=1, text="Other")
    for deed in (
        lambda: Goal.objects.filter(pk=goal.pk).update(target=1),
        lambda: goal.delete(),
        lambda: FrozenPlan.objects.filter(pk=frozen.pk).update(body="{}"),
        lambda: FrozenPlan.objects.filter(pk=frozen.pk).delete(),
        lambda: Plan.objects.filter(pk=in_effect.pk).update(state=PlanState.DRAFT),
        lambda: Plan.objects.filter(pk=in_effect.pk).update(reasons={}),
        lambda: Plan.objects.filter(pk=in_effect.pk).update(ends_on=TODAY + timedelta(days=900)),
        lambda: PlanSection.objects.create(
            district_id=in_effect.district_id, student=cast.maya, plan=in_effect, section="new", text="x"
        ),
    ):
        with refused_by_the_table(), transaction.atomic():
            deed()


def test_nobody_alters_the_students_words(cast, draft):
    for deed in (
        lambda: Words.objects.filter(pk=cast.words.pk).update(words="I love reading aloud."),
        lambda: Words.objects.filter(pk=cast.words.pk).delete(),
    ):
        with refused_by_the_table(), transaction.atomic():
            deed()
    assert (
        Words.objects.get(pk=cast.words.pk).words
        == "I can draw anything. I dont like to read out loud  when everyone looks."
    )
