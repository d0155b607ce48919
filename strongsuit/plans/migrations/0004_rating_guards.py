"""A rating is the student's own: nothing changes or removes it."""

from django.db import migrations

from strongsuit.audit.guards import append_only, same_district, same_student

TABLES = ("plans_rating", "plans_ratingbegun", "plans_adultview", "plans_trial")


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_ratings")]

    operations = [
        append_only("plans_rating"),
        append_only("plans_adultview"),
        *(guard for table in TABLES for guard in same_district(table)),
        *(guard for table in TABLES[:3] for guard in same_student(table, accommodation_id="plans_accommodation")),
    ]
