"""When a roster looks wrong as a whole: a person is asked, and nothing is changed until the answer."""

from collections.abc import Iterator

from django.conf import settings

from strongsuit.interop.models import ImportRun
from strongsuit.interop.oneroster.roster import Stop
from strongsuit.interop.roster.changes import Changes
from strongsuit.people.models import School
from strongsuit.students.models import Student

# More rows in error than this share, and the file rather than its rows is wrong.
ERROR_SHARE = 0.25
# What a source is called that does not say its name.
UNNAMED = "oneroster"


def questions(changes: Changes) -> tuple[Stop, ...]:
    return (*_removals(changes), *_errors(changes), *_students(changes), *_places(changes), *_older(changes))


def _removals(changes: Changes) -> Iterator[Stop]:
    tally = changes.tallies["students"]
    active = Student.objects.filter(district=changes.district, left_on=None).count()
    many = tally.ended > active * settings.ROSTER_ENDED_SHARE
    if many:
        yield Stop("oneroster.ask.removals", (("ended", tally.ended), ("active", active)))
    # Two systems without a name would end each other's people.
    stranger = tally.ended and not tally.changed + tally.unchanged
    if changes.source == UNNAMED and (many or stranger):
        yield Stop("oneroster.ask.unnamed", (("ended", tally.ended),))


def _errors(changes: Changes) -> Iterator[Stop]:
    rows = sum(file.rows for file in changes.roster.files)
    refused = sum(file.refused for file in changes.roster.files)
    refused += sum(tally.refused for tally in changes.tallies.values())
    if refused > rows * ERROR_SHARE:
        yield Stop("oneroster.ask.errors", (("refused", refused), ("rows", rows)))


def _students(changes: Changes) -> Iterator[Stop]:
    """Good rows go in beside bad ones; but a set that leaves out so many students is not what somebody meant."""
    tally = changes.tallies["students"]
    every = tally.new + tally.changed + tally.unchanged + tally.refused
    if tally.refused and (tally.refused == every or tally.refused > every * settings.ROSTER_ENDED_SHARE):
        yield Stop("oneroster.ask.students", (("refused", tally.refused), ("students", every)))


def _places(changes: Changes) -> Iterator[Stop]:
    """Schools are known here, and this set names none of them."""
    tally = changes.tallies["schools"]
    named = tally.changed + tally.unchanged
    if tally.new and not named and School.objects.filter(district=changes.district).exists():
        yield Stop("oneroster.ask.places")


def _older(changes: Changes) -> Iterator[Stop]:
    applied = ImportRun.objects.filter(district=changes.district, source=changes.source, state=ImportRun.State.APPLIED)
    latest = applied.order_by("-applied_at").values_list("options", flat=True)[:100]
    newest = changes.roster.newest
    if newest and newest.isoformat() < max((options.get("newest", "") for options in latest), default=""):
        yield Stop("oneroster.ask.older")
