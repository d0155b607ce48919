"""Every table of plans says whose data it keeps, why, and for how long."""

from django.apps import apps

from strongsuit.plans.privacy import KEPT

TECHNICAL = {"id", "version", "district", "student", "plan", "edited_at", "order", "made_at"}
LINKS = {
    "level",
    "goal",
    "service",
    "accommodation",
    "once",
    "place",
    "settled_at",
    "number",
    "sha256",
    "frozen_at",
    "amends",
    "section",
}


def test_every_column_about_a_person_is_declared():
    declared = {kept.model: set(kept.fields) for kept in KEPT}
    for model in apps.get_app_config("plans").get_models():
        columns = {field.name for field in model._meta.concrete_fields} - TECHNICAL - LINKS
        assert columns - declared[model._meta.label] == set(), model._meta.label
        assert declared[model._meta.label] <= {field.name for field in model._meta.concrete_fields}
