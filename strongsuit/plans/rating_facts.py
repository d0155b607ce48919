"""Which supports of the plan before a draft leaves out, and whether the student was asked about them."""

from collections.abc import Iterable
from datetime import timedelta

from strongsuit.knowledge.shapes import EndedSupport
from strongsuit.knowledge.terms import AccommodationKind
from strongsuit.plans.models import Accommodation, Plan, Rating
from strongsuit.plans.queries import OPEN
from strongsuit.plans.rating_marks import mark_of, same_support
from strongsuit.web import clock

# What the student said counts for the year in which the plan is written.
LASTS = timedelta(days=366)


def ended_supports(plan: Plan, now: Iterable[Accommodation], earlier: list[Plan]) -> tuple[EndedSupport, ...]:
    """Only a draft can end a support; what is final has been decided. Two queries, none for a first plan."""
    if plan.state not in OPEN or not earlier:
        return ()
    now = list(now)
    marks = {mark_of(row.words) for row in now}
    before = Accommodation.objects.filter(plan=earlier[0]).exclude(words="").order_by("order", "id")
    ended = [row for row in before if mark_of(row.words) not in marks]
    if not ended:
        return ()
    since = clock.today() - LASTS
    rated = set(Rating.objects.filter(student_id=plan.student_id, on__gte=since).values_list("mark", flat=True))
    tests = [row.words for row in now if row.kind == AccommodationKind.TESTING]
    return tuple(
        EndedSupport(
            str(row.pk), row.words, mark_of(row.words) in rated,
            next((test for test in tests if same_support(row.words, test)), ""),
        )
        for row in ended
    )  # fmt: skip
