"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import LockTrail, append_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_tables")]

    operations = [
        append_only("audit_entry"),
        append_only("audit_seal"),
        LockTrail(),
    ]
