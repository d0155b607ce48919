"""Tables for goal cards, ask scripts, practice and good days."""

import django.db.models.deletion
import strongsuit.knowledge.own_page
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0004_own_guards'),
        ('people', '0002_guards'),
        ('plans', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AskScript',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('task', models.CharField(max_length=200)),
                ('condition', models.CharField(blank=True, max_length=200)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('support', models.CharField(max_length=200)),
                ('person', models.CharField(blank=True, max_length=200)),
                ('put_away', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AskTurn',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('reply', models.CharField(choices=[('yes', 'Yes'), ('later', 'Later'), ('what', "What's that?")], max_length=5)),
                ('words', models.TextField(max_length=300)),
                ('own_words', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('script', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='documents.askscript')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GoalCard',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('first_step', models.TextField(blank=True, max_length=300)),
                ('people', models.TextField(blank=True, max_length=300)),
                ('stretch', models.TextField(blank=True, max_length=300)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('goal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='card', to='plans.goal')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GoodDayLine',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('words', models.TextField(max_length=300)),
                ('now', models.CharField(choices=[('yes', 'Yes'), ('sometimes', 'Sometimes'), ('not_yet', 'Not yet')], max_length=9)),
                ('makes', models.TextField(blank=True, max_length=300)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('picture', models.CharField(blank=True, max_length=40)),
                ('seen_by', models.CharField(choices=[('team', 'My team and my family'), ('family', 'Only my family'), ('me', 'Only me')], default=strongsuit.knowledge.own_page.SeenBy['FAMILY'], max_length=6)),
                ('group', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], max_length=7)),
                ('by_name', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
