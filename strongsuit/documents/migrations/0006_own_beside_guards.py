"""What the tables of goal cards, scripts and good days refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import append_only, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_own_beside"), ("plans", "0002_guards")]

    operations = [
        append_only("documents_askturn"),
        *same_district("documents_goalcard"),
        *same_district("documents_askscript"),
        *same_district("documents_askturn"),
        *same_district("documents_gooddayline"),
        *same_student("documents_goalcard", goal_id="plans_goal"),
        *same_student("documents_askturn", script_id="documents_askscript"),
    ]
