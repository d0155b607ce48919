"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import Guard, append_only, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("progress", "0001_tables"), ("plans", "0002_guards")]

    operations = [
        *same_district("progress_datapoint"),
        *same_district("progress_delivery"),
        *same_district("progress_report"),
        *same_district("progress_reportnote"),
        *same_district("progress_checkin"),
        *same_student("progress_datapoint", goal_id="plans_goal"),
        *same_student("progress_delivery", goal_id="plans_goal"),
        *same_student("progress_report", plan_id="plans_plan"),
        *same_student("progress_reportnote", report_id="progress_report", goal_id="plans_goal"),
        *same_student("progress_checkin", goal_id="plans_goal"),
        append_only("progress_checkin"),
        Guard("keep_progress_datapoint", "progress_datapoint", ("DELETE",), "a measurement is never removed"),
        Guard(
            "sent_progress_report",
            "progress_report",
            ("UPDATE", "DELETE"),
            "a sent report never changes",
            "OLD.state = 'sent'",
        ),
        Guard(
            "note_progress_reportnote",
            "progress_reportnote",
            ("INSERT", "UPDATE"),
            "the report of this note was sent",
            "(SELECT state FROM progress_report WHERE id = NEW.report_id) = 'sent'",
        ),
    ]
