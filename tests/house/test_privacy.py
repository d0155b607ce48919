"""Every table and every column that tells of a person is declared, once, by the folder that keeps it."""

from collections import Counter
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from strongsuit.audit.privacy import STRUCTURE, declared

# Tables that tell of no person: institutions, their calendars, seals over digests, and Django's own lists.
NOBODY = {
    "people.District", "people.School", "people.SchoolYear", "people.Closure", "people.ReportDate", "audit.Seal",
    "contenttypes.ContentType", "auth.Permission", "auth.Group", "auth.Group_permissions",
}  # fmt: skip
TABLES = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}


def columns(model):
    return {field.name for field in model._meta.concrete_fields}


def test_every_table_is_declared_or_tells_of_nobody():
    told = {kept.model for kept in declared()}
    assert (TABLES.keys() - told - NOBODY, told - TABLES.keys(), told & NOBODY) == (set(), set(), set())


def test_no_column_is_left_out():
    told = {(kept.model, name) for kept in declared() for name in kept.fields}
    # A link to another row of the same record says nothing that the declared columns of both rows do not say.
    left_out = [
        f"{label}.{field.name}"
        for label, model in TABLES.items()
        if label not in NOBODY
        for field in model._meta.concrete_fields
        if (label, field.name) not in told and field.name not in STRUCTURE and not field.is_relation
    ]  # fmt: skip
    assert left_out == []


def test_a_column_is_declared_once_and_exists():
    told = Counter((kept.model, name) for kept in declared() for name in kept.fields)
    assert [name for name, times in told.items() if times > 1] == []
    assert [name for name in told if name[1] not in columns(TABLES[name[0]])] == []


def test_each_folder_declares_what_is_its_own():
    # The tables of the sign-in library belong to people.
    borrowed = {"account": "people", "mfa": "people"}
    for app in apps.get_app_configs():
        if app.name.startswith("strongsuit.") and find_spec(f"{app.name}.privacy"):
            labels = {kept.model.partition(".")[0] for kept in import_module(f"{app.name}.privacy").KEPT}
            assert {borrowed.get(label, label) for label in labels} <= {app.label}


def test_every_declaration_says_all_of_it():
    for kept in declared():
        said = (kept.whose, kept.purpose, kept.basis, kept.audience, kept.keep_for)
        assert all(words.strip() and not words.endswith(".") for words in said), kept.model


def test_what_is_never_asked_is_not_there():
    """No column for a social security number, a place of birth, immigration, or a body's measure."""
    refused = {
        "ssn",
        "social_security",
        "immigration",
        "citizenship",
        "fingerprint_image",
        "face",
        "bus_stop",
        "religion",
    }
    found = {f"{label}.{name}" for label, model in TABLES.items() for name in columns(model) if name in refused}
    # The face a student taps to say how the day went.
    assert found == {"progress.CheckIn.face"}
