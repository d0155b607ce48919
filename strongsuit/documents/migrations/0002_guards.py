"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_tables"), ("plans", "0002_guards"), ("progress", "0002_guards")]

    operations = [
        *same_district("documents_copy"),
        *same_student("documents_copy", plan_id="plans_plan", report_id="progress_report"),
    ]
