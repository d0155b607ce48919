"""Tables for good moments that go home, and for supports as they are given."""

import django.db.models.deletion
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_guards'),
        ('plans', '0004_rating_guards'),
        ('progress', '0002_guards'),
        ('strengths', '0003_finder'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('moment', models.CharField(choices=[('first', 'First success'), ('quarter', 'A quarter of the way'), ('half', 'Half of the way'), ('most', 'Three quarters of the way'), ('alone', 'First time alone'), ('asked', 'Asked for something for the first time'), ('other', 'Another good moment')], max_length=7)),
                ('what', models.TextField(max_length=600)),
                ('strength_words', models.CharField(blank=True, max_length=500)),
                ('celebrate', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('asked', 'The student looks at it first'), ('sent', 'At home'), ('kept', 'The student keeps it')], default='asked', max_length=5)),
                ('student_words', models.TextField(blank=True, max_length=600)),
                ('asked_how', models.CharField(blank=True, max_length=300)),
                ('by_name', models.CharField(max_length=300)),
                ('made_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='plans.goal')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strengths.item')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='MilestoneJoy',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('joy', models.CharField(choices=[('heart', 'We love it'), ('star', 'Well done'), ('tell', 'We told everybody')], max_length=5)),
                ('by_name', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('milestone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joys', to='progress.milestone')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='SupportGiven',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('on', models.DateField()),
                ('given', models.BooleanField(null=True)),
                ('by_name', models.CharField(max_length=300)),
                ('accommodation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='given', to='plans.accommodation')),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='milestone_sent_has_its_day'),
        ),
        migrations.AddConstraint(
            model_name='milestonejoy',
            constraint=models.UniqueConstraint(fields=('milestone', 'by'), name='one_joy_per_person'),
        ),
        migrations.AddConstraint(
            model_name='supportgiven',
            constraint=models.UniqueConstraint(fields=('accommodation', 'by', 'on'), name='support_tapped_once_a_day'),
        ),
    ]
