"""The words, the steps, and where each item stands."""

import django.db.models.deletion
import strongsuit.knowledge.voice
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0002_guards'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='VoiceItem',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('topic', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(default='en', max_length=10)),
                ('mode', models.CharField(choices=[('typed', 'typed'), ('dictated', 'said aloud, written by a device'), ('scribed', 'said or signed, written down by a helper'), ('aac', 'with a speech device or symbols'), ('chosen', 'chosen from pictures or cards'), ('drawn', 'drawn')], max_length=8)),
                ('said_by', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], max_length=7)),
                ('by_name', models.CharField(max_length=300)),
                ('helped_by', models.CharField(blank=True, max_length=300)),
                ('source', models.CharField(choices=[('finder', 'the strengths finder'), ('rating', 'What helps me'), ('check_in', 'a check-in on a goal'), ('hallway', 'said in passing, written down by an adult'), ('family', 'told at home'), ('practice', 'a practice session'), ('button', 'Tell my team'), ('last_year', 'an answer of last year that the student wants opened again'), ('own_page', 'a page the student made')], max_length=10)),
                ('source_key', models.CharField(blank=True, max_length=100)),
                ('heard_on', models.DateField()),
                ('heard_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='VoiceStanding',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('private', 'Only you can see this'), ('heard', 'Somebody wrote down that you said this'), ('confirmed', 'Your team has it'), ('routed', 'It is on its way to the right people'), ('discussed', 'Your team talked about it'), ('decided', 'Your team decided. They will tell you'), ('told', 'You have an answer'), ('answered', 'You said what you think of the answer'), ('withdrawn', 'You took it back'), ('merged', 'It goes on together with something else you said')], max_length=10)),
                ('route', models.CharField(blank=True, choices=[('agenda', 'the next meeting of the team'), ('solve_now', "solved now, with the student's OK"), ('person', 'another person'), ('lead', 'the special-education lead'), ('safety', "the school's steps to keep children safe")], max_length=10)),
                ('safety', models.BooleanField(default=False)),
                ('heard_on', models.DateField()),
                ('due_on', models.DateField()),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='standing', to='voice.voiceitem')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.CreateModel(
            name='VoiceStep',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('step', models.CharField(choices=[('heard', 'was heard'), ('shared', 'was shared with the team'), ('confirmed', 'the student said: yes, that is what I mean'), ('routed', 'went to the right people'), ('discussed', 'was talked about'), ('decided', 'was decided'), ('told', 'the student was told'), ('reacted', 'the student said what they think of it'), ('reopened', 'came back'), ('withdrawn', 'was taken back'), ('merged', 'was put together with another'), ('flagged', 'was marked as a matter of safety'), ('unflagged', 'is no longer marked as a matter of safety')], max_length=10)),
                ('before', models.CharField(blank=True, choices=[('private', 'Only you can see this'), ('heard', 'Somebody wrote down that you said this'), ('confirmed', 'Your team has it'), ('routed', 'It is on its way to the right people'), ('discussed', 'Your team talked about it'), ('decided', 'Your team decided. They will tell you'), ('told', 'You have an answer'), ('answered', 'You said what you think of the answer'), ('withdrawn', 'You took it back'), ('merged', 'It goes on together with something else you said')], max_length=10)),
                ('after', models.CharField(choices=[('private', 'Only you can see this'), ('heard', 'Somebody wrote down that you said this'), ('confirmed', 'Your team has it'), ('routed', 'It is on its way to the right people'), ('discussed', 'Your team talked about it'), ('decided', 'Your team decided. They will tell you'), ('told', 'You have an answer'), ('answered', 'You said what you think of the answer'), ('withdrawn', 'You took it back'), ('merged', 'It goes on together with something else you said')], max_length=10)),
                ('route', models.CharField(blank=True, choices=[('agenda', 'the next meeting of the team'), ('solve_now', "solved now, with the student's OK"), ('person', 'another person'), ('lead', 'the special-education lead'), ('safety', "the school's steps to keep children safe")], max_length=10)),
                ('outcome', models.CharField(blank=True, choices=[('adopted', 'Yes'), ('adopted_changed', 'Yes, a little different'), ('trial', 'We try it until a day'), ('no', 'No, and this is why'), ('later', 'Later, on a day'), ('sent', 'Somebody else answers')], max_length=15)),
                ('reaction', models.CharField(blank=True, choices=[('ok', 'OK for me'), ('not_ok', 'Not OK for me'), ('ask_again', 'I want to ask again')], max_length=9)),
                ('owner', models.CharField(blank=True, max_length=300)),
                ('by_when', models.DateField(blank=True, null=True)),
                ('why', models.TextField(blank=True, max_length=2000)),
                ('told', models.TextField(blank=True, max_length=2000)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('by_name', models.CharField(max_length=300)),
                ('group', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], max_length=7)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('into', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_in', to='voice.voiceitem')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='voice.voiceitem')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
        ),
        migrations.AddConstraint(
            model_name='voiceitem',
            constraint=models.UniqueConstraint(condition=models.Q(('source_key', ''), _negated=True), fields=('student', 'source', 'source_key'), name='voice_once_per_source'),
        ),
        migrations.AddIndex(
            model_name='voicestanding',
            index=models.Index(condition=models.Q(('state__in', [strongsuit.knowledge.voice.State['CONFIRMED'], strongsuit.knowledge.voice.State['DECIDED'], strongsuit.knowledge.voice.State['DISCUSSED'], strongsuit.knowledge.voice.State['HEARD'], strongsuit.knowledge.voice.State['ROUTED']])), fields=['district', 'due_on'], name='voice_open_by_due'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.UniqueConstraint(fields=('item', 'number'), name='voice_step_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'decided'), _negated=True), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('why', ''), _negated=True), models.Q(('by_name', ''), _negated=True), ('by_when__isnull', False)), _connector='OR'), name='voice_decision_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'routed'), _negated=True), models.Q(('route', ''), _negated=True), _connector='OR'), name='voice_route_is_named'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'told'), _negated=True), models.Q(('told', ''), _negated=True), _connector='OR'), name='voice_answer_has_words'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'reacted'), _negated=True), models.Q(('reaction', ''), _negated=True), _connector='OR'), name='voice_reaction_is_named'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'merged'), _negated=True), ('into__isnull', False), _connector='OR'), name='voice_merge_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='voicestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'withdrawn'), _negated=True), ('group', 'student'), models.Q(('group', 'family'), models.Q(('why', ''), _negated=True)), _connector='OR'), name='voice_withdrawn_by_its_own'),
        ),
    ]
