"""How the students of a school are answered, in numbers alone: never a word of what was said.

Strengths specification 8, M-8 and M-14. No row of an item, a step or a rating leaves this file, only how many.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from strongsuit.knowledge.shares import Share
from strongsuit.knowledge.voice import OPEN, Reaction, State, Step
from strongsuit.people.models import District
from strongsuit.plans.models import Rating
from strongsuit.voice.models import VoiceStanding, VoiceStep

YEAR = timedelta(days=365)
WEEK, MONTH = timedelta(days=7), timedelta(days=30)
# From here on a support "helps", "feels OK" or "comes when needed" (M-14).
WORKING = 2
NOBODY = Share(0, 0)


@dataclass(slots=True)
class Heard:
    """One school's numbers of the last year."""

    open_week: int = 0
    open_month: int = 0
    open_longer: int = 0
    on_time: Share = field(default=NOBODY)
    not_ok: Share = field(default=NOBODY)
    meaningful: Share = field(default=NOBODY)
    delivered: Share = field(default=NOBODY)


def by_school(district: District, *, today: date) -> dict[int, Heard]:
    """The numbers of each school in which somebody said something; five queries."""
    found: dict[int, Heard] = {}
    for school, week, month, longer in _open(district, today):
        told = found.setdefault(school, Heard())
        told.open_week, told.open_month, told.open_longer = week, month, longer
    since = today - YEAR
    ratings = Rating.objects.filter(district=district, on__gte=since, student__left_on=None)
    shares = {
        "on_time": _clocks(district, since, today),
        "not_ok": _shares(
            VoiceStep.objects.filter(district=district, step=Step.REACTED, on__gte=since),
            ~Q(reaction=Reaction.OK),
        ),
        "meaningful": _shares(
            ratings.filter(help__isnull=False, ok__isnull=False), Q(help__gte=WORKING, ok__gte=WORKING)
        ),
        "delivered": _shares(ratings.filter(get__isnull=False), Q(get__gte=WORKING)),
    }
    for name, rows in shares.items():
        for school, share in rows.items():
            setattr(found.setdefault(school, Heard()), name, share)
    return found


def _open(district, today):
    """Open items by age: up to a week, up to a month, longer."""
    waiting = VoiceStanding.objects.filter(district=district, state__in=sorted(OPEN)).order_by()
    return waiting.values_list("student__school").annotate(
        week=Count("pk", filter=Q(heard_on__gte=today - WEEK)),
        month=Count("pk", filter=Q(heard_on__lt=today - WEEK, heard_on__gte=today - MONTH)),
        longer=Count("pk", filter=Q(heard_on__lt=today - MONTH)),
    )


def _clocks(district, since, today):
    """Every clock that ended: answered before it ran out, of all. Asking again has started a second clock."""
    answer = VoiceStep.objects.filter(
        item=OuterRef("item"), number__gt=OuterRef("number"), step=Step.TOLD, on__lte=OuterRef("due_on")
    )
    clocks = VoiceStep.objects.filter(district=district, on__gte=since, due_on__isnull=False)
    clocks = clocks.exclude(after=State.PRIVATE).exclude(item__standing__state__in=[State.WITHDRAWN, State.MERGED])
    return _shares(
        clocks.annotate(in_time=Exists(answer)).filter(Q(in_time=True) | Q(due_on__lt=today)), Q(in_time=True)
    )


def _shares(rows, wanted):
    counted = rows.order_by().values_list("student__school").annotate(
        part=Count("pk", filter=wanted), whole=Count("pk")
    )  # fmt: skip
    return {school: Share(part, whole) for school, part, whole in counted}
