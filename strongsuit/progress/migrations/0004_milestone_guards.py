"""What the tables of good moments refuse: no other words once they are at home, nothing against the student's no."""

from django.db import migrations

from strongsuit.audit.guards import Guard, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("progress", "0003_milestones"), ("plans", "0002_guards"), ("strengths", "0002_guards")]

    operations = [
        *same_district("progress_milestone"),
        *same_district("progress_milestonejoy"),
        *same_district("progress_supportgiven"),
        *same_student("progress_milestone", goal_id="plans_goal", item_id="strengths_item"),
        *same_student("progress_milestonejoy", milestone_id="progress_milestone"),
        *same_student("progress_supportgiven", accommodation_id="plans_accommodation"),
        Guard(
            "settled_progress_milestone",
            "progress_milestone",
            ("UPDATE",),
            "progress_milestone: the student has answered, or it is at home",
            "OLD.state <> 'asked' AND (NEW.state <> OLD.state OR NEW.what <> OLD.what OR NEW.celebrate <> OLD.celebrate "
            "OR NEW.student_words <> OLD.student_words OR NEW.strength_words <> OLD.strength_words)",
        ),
    ]
