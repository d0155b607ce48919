"""A service says how often, how long, where and from when to when, in exact amounts.

34 CFR 300.320(a)(7): projected date, anticipated frequency, location and duration.
"""

import re
from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import services
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.shapes import Finding, PlanFacts, ServiceFacts
from strongsuit.knowledge.terms import ServiceClass
from strongsuit.knowledge.words import gettext_noop

ID = "V42"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(7)"

NO_FREQUENCY = gettext_noop("“%(service)s” does not say how often.")
NEXT_STEP_FREQUENCY = gettext_noop("Add how many times a day, week, cycle or month.")
NO_MINUTES = gettext_noop("“%(service)s” does not say how long each time lasts.")
NEXT_STEP_MINUTES = gettext_noop("Add the minutes for one time.")
NO_PLACE = gettext_noop("“%(service)s” does not say where it takes place.")
NEXT_STEP_PLACE = gettext_noop("Choose the place.")
NO_DATES = gettext_noop("“%(service)s” does not say when it starts and ends.")
NEXT_STEP_DATES = gettext_noop("Add both dates.")
AS_NEEDED = gettext_noop("“%(service)s” is promised only as needed, so nobody can tell whether it was given.")
NEXT_STEP_AS_NEEDED = gettext_noop("Give the amount, or name the event that starts it.")
RANGE = gettext_noop("“%(service)s” gives a range and no reason for it.")
NEXT_STEP_RANGE = gettext_noop("Give one amount, or write in a sentence why this student's need varies.")

# An adapted book or a bus seat has no minutes; teaching and therapy do.
TIMED = frozenset({ServiceClass.SPECIAL_EDUCATION, ServiceClass.RELATED_SERVICE, ServiceClass.EXTENDED_YEAR})
AS_NEEDED_WORDS = re.compile(r"\bas[ -](needed|necessary|required|appropriate)\b|\bp\.?r\.?n\b", re.IGNORECASE)
RANGE_WORDS = re.compile(r"\b\d+ ?(?:-|–|to) ?\d+ ?(?:x\b|times|minutes|mins?\b|hours?|sessions?|days)", re.IGNORECASE)


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for service, place, values in services(facts):
        for message, next_step in _open(service):
            yield Finding(ID, SEVERITY, CITATION, message, next_step, place, values)


def _open(service: ServiceFacts) -> Iterator[tuple[str, str]]:
    if not service.times or service.times < 0 or service.per is None:
        yield NO_FREQUENCY, NEXT_STEP_FREQUENCY
    if service.service_class in TIMED and (not service.minutes or service.minutes < 0):
        yield NO_MINUTES, NEXT_STEP_MINUTES
    if service.location is None:
        yield NO_PLACE, NEXT_STEP_PLACE
    if service.starts_on is None or service.ends_on is None:
        yield NO_DATES, NEXT_STEP_DATES
    yield from _loose_words(service)


def _loose_words(service: ServiceFacts) -> Iterator[tuple[str, str]]:
    if AS_NEEDED_WORDS.search(service.name):
        yield AS_NEEDED, NEXT_STEP_AS_NEEDED
    if RANGE_WORDS.search(service.name) and not real_sentence(service.range_because):
        yield RANGE, NEXT_STEP_RANGE
