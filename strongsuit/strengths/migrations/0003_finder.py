"""Sittings of the strengths finder, and what an answer to one of its cards carries."""

import django.db.models.deletion
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models

from strongsuit.audit.guards import append_only, same_district, same_student, still

# SQLite makes the table of answers anew for its columns, and its guards with it.
GUARDS = still(
    append_only("strengths_answer"),
    *same_district("strengths_answer"),
    *same_student("strengths_answer", item_id="strengths_item"),
)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_guards'),
        ('strengths', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *GUARDS,
        migrations.AddField(
            model_name='answer',
            name='again',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='answer',
            name='flipped',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='answer',
            name='given_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='answer',
            name='side',
            field=models.CharField(blank=True, choices=[('left', 'the first'), ('right', 'the second'), ('both', 'both'), ('neither', 'neither')], max_length=7),
        ),
        migrations.AddField(
            model_name='answer',
            name='takes_back',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_back_by', to='strengths.answer'),
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('group', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], max_length=7)),
                ('by_name', models.CharField(max_length=300)),
                ('level', models.CharField(choices=[('E', 'Early words and pictures'), ('U', 'Upper elementary words'), ('S', 'Secondary words'), ('A', 'Adult form')], max_length=1)),
                ('language', models.CharField(default='en', max_length=10)),
                ("deck", models.CharField(max_length=20)),
                ("decks", models.JSONField(default=list)),
                ('opened', models.JSONField(default=list)),
                ('seed', models.CharField(max_length=32)),
                ('way', models.CharField(choices=[('touch', 'I touch or click'), ('keys', 'I use the keyboard'), ('one', 'I use one switch'), ('two', 'I use two switches'), ('dwell', 'I look or point, and wait'), ('partner', 'Somebody helps me answer'), ('form', 'A form for adults')], default='touch', max_length=8)),
                ('helped_by', models.CharField(blank=True, max_length=300)),
                ('helped_how', models.CharField(blank=True, max_length=300)),
                ('started_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('card', models.CharField(blank=True, max_length=60)),
                ('at', models.DateTimeField()),
                ('came_name', models.CharField(blank=True, max_length=300)),
                ('came_at', models.DateTimeField(null=True)),
                ('once', models.UUIDField(unique=True)),
                ('came', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='strengths.sitting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='answer',
            name='sitting',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='strengths.sitting'),
        ),
        migrations.AddIndex(
            model_name="call",
            index=models.Index(condition=models.Q(("came_at", None)), fields=["student"], name="call_that_waits"),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('student', 'by'), name='one_open_sitting_each'),
        ),
        *GUARDS,
        *same_district("strengths_sitting"),
        *same_district("strengths_call"),
        *same_student("strengths_answer", sitting_id="strengths_sitting"),
        *same_student("strengths_answer", takes_back_id="strengths_answer"),
        *same_student("strengths_call", sitting_id="strengths_sitting"),
    ]
