"""What the tables of this folder refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import append_only, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("strengths", "0001_tables"), ("students", "0002_guards")]

    operations = [
        append_only("strengths_words"),
        append_only("strengths_answer"),
        *same_district("strengths_item"),
        *same_district("strengths_answer"),
        *same_district("strengths_evidence"),
        *same_district("strengths_words"),
        *same_district("strengths_paraphrase"),
        *same_student("strengths_answer", item_id="strengths_item"),
        *same_student("strengths_evidence", item_id="strengths_item"),
        *same_student("strengths_paraphrase", words_id="strengths_words"),
    ]
