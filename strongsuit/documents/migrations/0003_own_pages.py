"""Tables for what students make to show who they are."""

import django.db.models.deletion
import strongsuit.knowledge.own_page
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_guards'),
        ('people', '0002_guards'),
        ('strengths', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OnePagerLine',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('part', models.CharField(choices=[('strength', 'What I do well'), ('interest', 'What I like'), ('preference', 'How I like to work'), ('need', 'What is hard for me'), ('help', 'What helps me'), ('ask', 'What I ask for')], max_length=10)),
                ('words', models.TextField(max_length=300)),
                ('seen_by', models.CharField(choices=[('team', 'My team and my family'), ('family', 'Only my family'), ('me', 'Only me')], default=strongsuit.knowledge.own_page.SeenBy['TEAM'], max_length=6)),
                ('picture', models.CharField(blank=True, max_length=40)),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('once', models.UUIDField(unique=True)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strengths.item')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PageShare',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('taken_back', models.BooleanField(default=False)),
                ('level', models.CharField(choices=[('E', 'Short words and pictures'), ('U', 'Easy words'), ('S', 'More words')], max_length=1)),
                ('called', models.CharField(max_length=300)),
                ('pronouns', models.CharField(blank=True, max_length=40)),
                ('identity', models.CharField(blank=True, choices=[('', 'I do not want to say'), ('person', 'Say the person first, like: a student with a disability'), ('identity', 'Say it first, like: a disabled student')], max_length=8)),
                ('identity_words', models.CharField(blank=True, max_length=200)),
                ('pictures_only', models.BooleanField(default=False)),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='SharedLine',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('strength', 'What I do well'), ('interest', 'What I like'), ('preference', 'How I like to work'), ('need', 'What is hard for me'), ('help', 'What helps me'), ('ask', 'What I ask for')], max_length=10)),
                ('words', models.TextField(max_length=300)),
                ('seen_by', models.CharField(choices=[('team', 'My team and my family'), ('family', 'Only my family'), ('me', 'Only me')], max_length=6)),
                ('picture', models.CharField(blank=True, max_length=40)),
                ('order', models.PositiveSmallIntegerField()),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('share', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='documents.pageshare')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='LineInShort',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('text', models.CharField(max_length=300)),
                ('by_name', models.CharField(max_length=300)),
                ('approved_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='in_short', to='documents.sharedline')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OnePager',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('level', models.CharField(choices=[('E', 'Short words and pictures'), ('U', 'Easy words'), ('S', 'More words')], max_length=1)),
                ('called', models.CharField(blank=True, max_length=300)),
                ('pronouns', models.CharField(blank=True, max_length=40)),
                ('identity', models.CharField(blank=True, choices=[('', 'I do not want to say'), ('person', 'Say the person first, like: a student with a disability'), ('identity', 'Say it first, like: a disabled student')], max_length=8)),
                ('identity_words', models.CharField(blank=True, max_length=200)),
                ('pictures_only', models.BooleanField(default=False)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student',), name='one_pager_per_student')],
            },
        ),
        migrations.AddConstraint(
            model_name='pageshare',
            constraint=models.UniqueConstraint(fields=('student', 'number'), name='page_share_number_once'),
        ),
        migrations.AddConstraint(
            model_name='sharedline',
            constraint=models.CheckConstraint(condition=models.Q(('seen_by', 'me'), _negated=True), name='shared_line_is_for_somebody'),
        ),
    ]
