"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import Guard, append_only, frozen_with, same_district, same_student

PARTS = (
    "plans_plansection",
    "plans_presentlevel",
    "plans_need",
    "plans_goal",
    "plans_objective",
    "plans_service",
    "plans_accommodation",
    "plans_specialfactor",
    "plans_leftwording",
)
LINKS = ("plans_weave", "plans_levelstrength", "plans_servicegoal", "plans_accommodationneed")


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_tables"), ("strengths", "0002_guards")]

    operations = [
        append_only("plans_frozenplan"),
        append_only("plans_weaveanswer"),
        Guard("keep_plans_plan", "plans_plan", ("DELETE",), "only a draft can go", "OLD.state <> 'draft'"),
        Guard(
            "final_plans_plan",
            "plans_plan",
            ("UPDATE",),
            "an adopted plan never changes",
            "OLD.state IN ('adopted', 'superseded') AND (NEW.number <> OLD.number OR NEW.kind <> OLD.kind "
            "OR NEW.adopted_on IS DISTINCT FROM OLD.adopted_on OR NEW.starts_on IS DISTINCT FROM OLD.starts_on "
            "OR NEW.ends_on IS DISTINCT FROM OLD.ends_on OR NEW.review_on IS DISTINCT FROM OLD.review_on "
            "OR NEW.meeting_on IS DISTINCT FROM OLD.meeting_on OR NEW.amends_id IS DISTINCT FROM OLD.amends_id "
            "OR NEW.meeting_held <> OLD.meeting_held OR NEW.voice_missing_because <> OLD.voice_missing_because "
            "OR NEW.amendment_agreed_on IS DISTINCT FROM OLD.amendment_agreed_on OR NEW.reasons <> OLD.reasons "
            "OR NEW.state NOT IN ('adopted', 'superseded'))",
        ),
        append_only("plans_summaryreading"),
        Guard(
            "sent_plans_question",
            "plans_question",
            ("UPDATE",),
            "a question and its answer never change",
            "NEW.words <> OLD.words OR NEW.by_name <> OLD.by_name OR NEW.by_id <> OLD.by_id OR NEW.at <> OLD.at "
            "OR NEW.plan_id <> OLD.plan_id OR (OLD.answered_at IS NOT NULL AND NEW.answer <> OLD.answer)",
        ),
        Guard("stay_plans_question", "plans_question", ("DELETE",), "a question stays"),
        *same_district("plans_plan"),
        *same_student("plans_plan", amends_id="plans_plan"),
        *same_district("plans_frozenplan"),
        *same_district("plans_weaveanswer"),
        *same_student("plans_weaveanswer", goal_id="plans_goal", item_id="strengths_item"),
        *same_student("plans_frozenplan", plan_id="plans_plan"),
        *same_district("plans_kepttext"),
        *same_district("plans_presence"),
        *same_district("plans_summaryreading"),
        *same_district("plans_question"),
        *same_student("plans_kepttext", plan_id="plans_plan"),
        *same_student("plans_presence", plan_id="plans_plan"),
        *same_student("plans_summaryreading", plan_id="plans_plan"),
        *same_student("plans_question", plan_id="plans_plan"),
        *(guard for table in PARTS for guard in same_district(table)),
        *(guard for table in PARTS for guard in same_student(table, plan_id="plans_plan")),
        *(guard for table in PARTS for guard in frozen_with(table, "{row}.plan_id")),
        *(guard for table in LINKS for guard in same_district(table)),
        *same_student("plans_need", level_id="plans_presentlevel"),
        *same_student("plans_goal", need_id="plans_need", continues_id="plans_goal"),
        *same_student("plans_objective", goal_id="plans_goal"),
        *same_student("plans_weave", goal_id="plans_goal", item_id="strengths_item"),
        *same_student("plans_levelstrength", level_id="plans_presentlevel", item_id="strengths_item"),
        *same_student("plans_servicegoal", service_id="plans_service", goal_id="plans_goal"),
        *same_student("plans_accommodationneed", accommodation_id="plans_accommodation", need_id="plans_need"),
        *frozen_with("plans_weave", "(SELECT plan_id FROM plans_goal WHERE id = {row}.goal_id)"),
        *frozen_with("plans_levelstrength", "(SELECT plan_id FROM plans_presentlevel WHERE id = {row}.level_id)"),
        *frozen_with("plans_servicegoal", "(SELECT plan_id FROM plans_service WHERE id = {row}.service_id)"),
        *frozen_with(
            "plans_accommodationneed",
            "(SELECT plan_id FROM plans_accommodation WHERE id = {row}.accommodation_id)",
        ),
    ]
