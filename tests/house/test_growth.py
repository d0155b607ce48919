"""No page asks the database more often because there is more to show: one row of a kind, 25, or 250 (REL-18)."""

from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

from strongsuit.audit.models import Entry
from strongsuit.students.models import AboutStudent, Student
from strongsuit.web.ids import random_id
from tests.amounts import some, times
from tests.house.doors import DOORS, address, may
from tests.house.world import World

pytestmark = pytest.mark.django_db

PEOPLE = ("case manager", "chair", "guardian", "student", "district", "reason")
# What a longer list may ask beyond a short one: how many pages it has.
MORE = 1


def kinds():
    """The tables that hold many rows about one student."""
    return [model for model in apps.get_models() if issubclass(model, AboutStudent)] + [Entry]


def grow(world: World, number: int) -> set[str]:
    """``number`` more of every row that a record may hold several of; the names of their tables."""
    grown = set()
    maya = world.cast.maya
    for model in kinds():
        about = {"student": maya.pk} if model is Entry else {"student_id": maya.pk}
        row = model._default_manager.filter(**about).order_by("-pk").first()
        if row is not None and copied(row, number):
            grown.add(model._meta.label)
    children = [copy_of(maya, account_id=None, local_id=f"g{number}-{turn}") for turn in range(number)]
    Student.objects.bulk_create(children)
    return grown


def copied(row, number) -> bool:
    try:
        with transaction.atomic():
            type(row)._default_manager.bulk_create([copy_of(row) for _turn in range(number)])
    except DatabaseError:
        # There is one of these, and no more: a table that refuses a second cannot grow.
        return False
    return True


def copy_of(row, **other):
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    for field in row._meta.concrete_fields:
        if field.primary_key:
            del values[field.attname]
            if isinstance(field, models.BigIntegerField) and not isinstance(field, models.AutoField):
                values[field.attname] = random_id()
        elif isinstance(values[field.attname], UUID):
            values[field.attname] = uuid4()
    return type(row)(**values | other)


@pytest.fixture(scope="module")
def pages(world, browsers):
    """Each page to look at, with somebody who may."""
    found = {}
    for name, door in DOORS.items():
        for person in PEOPLE:
            if door.get is not None and name not in found and may(world, name, person, "own", "GET"):
                path = address(world, name, "own")
                if browsers[person].get(path).status == 200:
                    found[name] = (person, path)
    return found


def asked(browsers, pages):
    counts = {}
    for name, (person, path) in pages.items():
        with CaptureQueriesContext(connection) as queries:
            browsers[person].get(path)
        counts[name] = len(queries)
    return counts


def test_no_page_asks_more_for_more_rows(world, browsers, pages, undone):
    grown = grow(world, 1)
    pages = dict(some(pages.items(), len(pages) // 3, "growth"))
    asked(browsers, pages)
    one = asked(browsers, pages)
    for more in (24, 225) if times(1) > 1 else (249,):
        grow(world, more)
        now = asked(browsers, pages)
        wrong = {name: (one[name], now[name]) for name in pages if now[name] > one[name] + MORE}
        assert wrong == {}
    assert len(pages) > 15 and len(grown) > 12, (len(pages), grown)
