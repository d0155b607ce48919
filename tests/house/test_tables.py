"""Foreign keys go down; every table about a student names its district; every table has its guards."""

from django.apps import apps
from django.conf import settings
from django.db import connection, models

from strongsuit.audit.models import ProtectedRow
from strongsuit.students.models import AboutStudent, Student
from tests.house.stairs import HEIGHT

OURS = [model for model in apps.get_models() if model.__module__.startswith("strongsuit.")]


def folder(model):
    return model.__module__.split(".")[1]


def test_foreign_keys_go_down():
    wrong = []
    for model in OURS:
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not isinstance(field, models.ForeignKey) or target not in OURS or folder(target) == folder(model):
                continue
            actor = field.model._meta.app_label == "audit" and target._meta.label == settings.AUTH_USER_MODEL
            if HEIGHT[folder(target)] >= HEIGHT[folder(model)] and not actor:
                wrong.append(f"{model._meta.label}.{field.name} points up to {target._meta.label}")
    assert wrong == []


def reaches_student(model):
    return any(isinstance(f, models.ForeignKey) and f.related_model is Student for f in model._meta.get_fields())


def test_every_table_about_a_student_names_its_district():
    wrong = [model._meta.label for model in OURS if reaches_student(model) and not issubclass(model, AboutStudent)]
    assert wrong == []
    assert Student._meta.get_field("district")


def test_no_key_to_a_student_row_hides_in_another_table():
    """A table with a key to a row about a student is itself about that student."""
    wrong = []
    for model in OURS:
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not isinstance(field, models.ForeignKey) or issubclass(model, AboutStudent):
                continue
            if isinstance(target, type) and issubclass(target, AboutStudent):
                wrong.append(f"{model._meta.label}.{field.name}")
    assert wrong == []


def triggers():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        return {name for (name,) in cursor.fetchall()}


def test_the_database_refuses_a_foreign_district_everywhere(db):
    found = triggers()
    about = [model._meta.db_table for model in OURS if issubclass(model, AboutStudent)]
    assert [table for table in about if f"district_{table}_insert" not in found] == []
    assert [
        table for table in about if f"stays_{table}_update" not in found and f"keep_{table}_update" not in found
    ] == []


def test_the_database_keeps_what_is_final(db):
    found = triggers()
    final = [model._meta.db_table for model in OURS if issubclass(model, ProtectedRow)] + ["audit_entry", "audit_seal"]
    assert [table for table in final if {f"keep_{table}_update", f"keep_{table}_delete"} - found] == []


def test_what_points_at_a_row_about_a_student_is_guarded_to_be_the_same_students(db):
    found = triggers()
    wrong = []
    for model in OURS:
        if not issubclass(model, AboutStudent):
            continue
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if isinstance(field, models.ForeignKey) and isinstance(target, type) and issubclass(target, AboutStudent):
                name = f"own_{field.name}_{model._meta.db_table}_insert"
                if name not in found:
                    wrong.append(name)
    assert wrong == []
