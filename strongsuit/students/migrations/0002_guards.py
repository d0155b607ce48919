"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import same_district


class Migration(migrations.Migration):
    dependencies = [("students", "0001_tables")]

    operations = [
        *same_district("students_enrollment"),
        *same_district("students_eligibility"),
        *same_district("students_guardian"),
        *same_district("students_teammember"),
        *same_district("students_reasonedaccess"),
        *same_district("students_classseat"),
    ]
