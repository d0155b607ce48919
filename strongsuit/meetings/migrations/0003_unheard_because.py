"""Why something a student said was left without an answer at a meeting."""

from django.db import migrations, models

from strongsuit.audit.guards import aside, same_district, same_student, still

# SQLite makes the table anew for its column, and its guards with it; a guard of another table looks into it.
GUARDS = still(*same_district("meetings_meeting"), *same_student("meetings_meeting", plan_id="plans_plan"))
DOWN, UP = aside(*same_student("meetings_attendee", meeting_id="meetings_meeting"))


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0002_guards'),
        ('voice', '0002_guards'),
    ]

    operations = [
        *DOWN,
        *GUARDS,
        migrations.AddField(
            model_name='meeting',
            name='unheard_because',
            field=models.TextField(blank=True, max_length=2000),
        ),
        *GUARDS,
        *UP,
    ]
