"""Photos, recordings and files, and own pictures on cards; what these tables refuse."""

import django.db.models.deletion
import strongsuit.web.ids
from django.conf import settings
from django.db import migrations, models

from strongsuit.audit.guards import Guard, same_district, same_student


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_guards'),
        ('strengths', '0003_finder'),
        ('students', '0002_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='evidence',
            name='audience',
            field=models.CharField(blank=True, choices=[('team', 'The team at school'), ('both', 'The family and the team at school'), ('mine', 'Only me')], max_length=4, null=True),
        ),
        migrations.AddField(
            model_name='evidence',
            name='vetoed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='kind',
            field=models.CharField(choices=[('observation', 'Something seen'), ('work', 'A piece of work'), ('numbers', 'A measure'), ('story', 'A story'), ('photo', 'A photo'), ('audio', 'A recording'), ('file', 'A file')], max_length=12),
        ),
        migrations.CreateModel(
            name='Media',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[('photo', 'Photo'), ('audio', 'Recording'), ('file', 'File')], max_length=5)),
                ('file', models.FileField(blank=True, max_length=200, upload_to='')),
                ('small', models.FileField(blank=True, max_length=200, upload_to='')),
                ('type', models.CharField(max_length=40)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('width', models.PositiveIntegerField(default=0)),
                ('height', models.PositiveIntegerField(default=0)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('caption', models.CharField(blank=True, max_length=300)),
                ('in_words', models.TextField(blank=True, max_length=4000)),
                ('by_name', models.CharField(max_length=300)),
                ('group', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('school', 'School')], max_length=7)),
                ('audience', models.CharField(choices=[('team', 'The team at school'), ('both', 'The family and the team at school'), ('mine', 'Only me')], max_length=4)),
                ('vetoed_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('once', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
            ],
            options={
                'verbose_name_plural': 'media',
            },
        ),
        migrations.CreateModel(
            name='ItemPicture',
            fields=[
                ('id', models.BigIntegerField(default=strongsuit.web.ids.random_id, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('key', models.CharField(max_length=60)),
                ('district', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.district')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='students.student')),
                ('media', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='strengths.media')),
            ],
        ),
        migrations.AddField(
            model_name='evidence',
            name='media',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='strengths.media'),
        ),
        migrations.AddField(
            model_name='words',
            name='media',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='words', to='strengths.media'),
        ),
        migrations.AddIndex(
            model_name='media',
            index=models.Index(condition=models.Q(models.Q(('file', ''), _negated=True), models.Q(('withdrawn_at', None), _negated=True)), fields=['withdrawn_at'], name='media_to_let_go'),
        ),
        migrations.AddConstraint(
            model_name='itempicture',
            constraint=models.UniqueConstraint(fields=('student', 'key'), name='one_picture_per_card'),
        ),
        *same_district("strengths_media"),
        *same_district("strengths_itempicture"),
        *same_student("strengths_itempicture", media_id="strengths_media"),
        *same_student("strengths_evidence", media_id="strengths_media"),
        *same_student("strengths_words", media_id="strengths_media"),
        Guard(
            "bytes_strengths_media",
            "strengths_media",
            ("UPDATE",),
            "strengths_media: what somebody gave is never exchanged for something else",
            "NEW.sha256 <> OLD.sha256 OR NEW.kind <> OLD.kind OR NEW.type <> OLD.type OR NEW.once <> OLD.once",
        ),
    ]
