"""The doors to roster runs: only those whose post in the whole district brings rosters in."""

from django.db.models import QuerySet

from strongsuit.interop.models import ImportProblem, ImportRun
from strongsuit.people import queries as people
from strongsuit.people.models import Account, District
from strongsuit.web.refusals import NotYours

ABILITY = "roster.import"


def district_for(viewer: Account) -> District:
    """The district whose roster ``viewer`` looks after; 404 for everybody else."""
    for post in people.offices(viewer, ABILITY):
        if post.school_id is None:
            return post.district
    raise NotYours


def runs_for(viewer: Account) -> QuerySet[ImportRun]:
    """The district's runs, the latest first."""
    return (
        ImportRun.objects.filter(district=district_for(viewer))
        .select_related("started_by", "district")
        .order_by("-started_at")
    )


def run_for(viewer: Account, pk: int) -> ImportRun:
    """One run of the district; 404 otherwise."""
    found = runs_for(viewer).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def problems_of(run: ImportRun, *, severity: str = "") -> QuerySet[ImportProblem]:
    """The run's report in the order of the files."""
    found = ImportProblem.objects.filter(run=run).order_by("order")
    return found.filter(severity=severity) if severity else found
