"""What the student looked at before a meeting; nothing changes it later."""

import django.db.models.deletion
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models

from strongsuit.audit.guards import append_only, same_district, same_student


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0003_unheard_because'),
        ('people', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Preview',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('seen', models.JSONField(default=list)),
                ('apart', models.JSONField(default=list)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='previews', to='meetings.meeting')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        append_only("meetings_preview"),
        *same_district("meetings_preview"),
        *same_student("meetings_preview", meeting_id="meetings_meeting"),
    ]
