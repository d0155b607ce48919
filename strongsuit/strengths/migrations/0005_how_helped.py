"""Each answer keeps how somebody helped with it, not only who."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("strengths", "0004_media")]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="helped_how",
            field=models.CharField(blank=True, max_length=300, null=True),
        ),
    ]
