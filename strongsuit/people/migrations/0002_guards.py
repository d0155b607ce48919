"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("people", "0001_tables")]

    operations = [append_only("people_lessonfinished")]
