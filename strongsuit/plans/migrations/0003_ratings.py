"""What an accommodation means to the student: ratings, adults' views, trials."""

import django.db.models.deletion
import strongsuit.knowledge.terms
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_guards'),
        ('plans', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AdultView',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(max_length=1000)),
                ('mark', models.CharField(max_length=64)),
                ('group', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], default=strongsuit.knowledge.terms.Group['SCHOOL'], max_length=7)),
                ('help', models.PositiveSmallIntegerField(null=True)),
                ('given', models.PositiveSmallIntegerField(null=True)),
                ('seen', models.TextField(blank=True, max_length=1000)),
                ('by_name', models.CharField(max_length=300)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('accommodation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.accommodation')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('help__isnull', True), ('help__range', (0, 3)), _connector='OR'), models.Q(('given__isnull', True), ('given__range', (0, 3)), _connector='OR')), name='adult_view_in_steps')],
            },
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(max_length=1000)),
                ('mark', models.CharField(max_length=64)),
                ('know', models.PositiveSmallIntegerField(null=True)),
                ('get', models.PositiveSmallIntegerField(null=True)),
                ('help', models.PositiveSmallIntegerField(null=True)),
                ('ok', models.PositiveSmallIntegerField(null=True)),
                ('said', models.TextField(blank=True, max_length=2000)),
                ('mode', models.CharField(choices=[('typed', 'typed'), ('dictated', 'said aloud, written by a device'), ('scribed', 'said or signed, written down by a helper'), ('aac', 'with a speech device or symbols'), ('chosen', 'chosen from pictures or cards'), ('drawn', 'drawn')], max_length=8)),
                ('helped_by', models.CharField(blank=True, max_length=300)),
                ('help_was', models.CharField(blank=True, max_length=300)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('accommodation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.accommodation')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'mark', '-made_at'], name='rating_by_student')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('know__isnull', True), ('know__range', (0, 3)), _connector='OR'), models.Q(('get__isnull', True), ('get__range', (0, 3)), _connector='OR'), models.Q(('help__isnull', True), ('help__range', (0, 3)), _connector='OR'), models.Q(('ok__isnull', True), ('ok__range', (0, 3)), _connector='OR')), name='rating_in_steps')],
            },
        ),
        migrations.CreateModel(
            name='RatingBegun',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('words', models.TextField(max_length=1000)),
                ('mark', models.CharField(max_length=64)),
                ('know', models.PositiveSmallIntegerField(null=True)),
                ('get', models.PositiveSmallIntegerField(null=True)),
                ('help', models.PositiveSmallIntegerField(null=True)),
                ('ok', models.PositiveSmallIntegerField(null=True)),
                ('passed', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('accommodation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.accommodation')),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'mark'), name='one_rating_begun'), models.CheckConstraint(condition=models.Q(models.Q(('know__isnull', True), ('know__range', (0, 3)), _connector='OR'), models.Q(('get__isnull', True), ('get__range', (0, 3)), _connector='OR'), models.Q(('help__isnull', True), ('help__range', (0, 3)), _connector='OR'), models.Q(('ok__isnull', True), ('ok__range', (0, 3)), _connector='OR')), name='begun_rating_in_steps')],
            },
        ),
        migrations.CreateModel(
            name='Trial',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('words', models.TextField(max_length=1000)),
                ('asked_in', models.BigIntegerField(blank=True, null=True)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('measure', models.CharField(max_length=300)),
                ('before', models.CharField(blank=True, max_length=300)),
                ('after', models.CharField(blank=True, max_length=300)),
                ('student_says', models.TextField(blank=True, max_length=1000)),
                ('ended', models.CharField(blank=True, choices=[('keep', 'It helped: keep it'), ('change', 'Try it another way'), ('stop', 'It did not help: stop')], max_length=8)),
                ('why', models.TextField(blank=True, max_length=1000)),
                ('by_name', models.CharField(max_length=300)),
                ('made_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='trial_runs_forward'), models.CheckConstraint(condition=models.Q(('ended', ''), models.Q(('why', ''), _negated=True), _connector='OR'), name='ended_trial_says_why')],
            },
        ),
    ]
