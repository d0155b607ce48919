"""What the tables of the students' own pages refuse by themselves."""

from django.db import migrations

from strongsuit.audit.guards import append_only, same_district, same_student


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_own_pages"), ("strengths", "0002_guards")]

    operations = [
        append_only("documents_pageshare"),
        append_only("documents_sharedline"),
        *same_district("documents_onepager"),
        *same_district("documents_onepagerline"),
        *same_district("documents_pageshare"),
        *same_district("documents_sharedline"),
        *same_district("documents_lineinshort"),
        *same_student("documents_onepagerline", item_id="strengths_item"),
        *same_student("documents_sharedline", share_id="documents_pageshare"),
        *same_student("documents_lineinshort", line_id="documents_sharedline"),
    ]
