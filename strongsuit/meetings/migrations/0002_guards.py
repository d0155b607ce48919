"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import append_only, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_tables"), ("plans", "0002_guards")]

    operations = [
        append_only("meetings_signature"),
        *same_district("meetings_meeting"),
        *same_district("meetings_attendee"),
        *same_district("meetings_signature"),
        *same_student("meetings_meeting", plan_id="plans_plan"),
        *same_student("meetings_attendee", meeting_id="meetings_meeting"),
        *same_student("meetings_signature", plan_id="plans_plan"),
    ]
