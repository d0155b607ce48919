"""The district's pages, and the two addresses by which a machine asks whether the house stands."""

import shutil

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from strongsuit.audit.models import Entry
from strongsuit.home import district_page, trail_page
from strongsuit.people.roles import POST_ABILITIES, Role
from strongsuit.students import access
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours

LEAST_FREE_BYTES = 50_000_000


def _district(request, ability):
    """The district in which this person's post holds ``ability``."""
    for post in access.posts(request.user):
        if Role(post.role) in POST_ABILITIES[ability] and post.school_id is None:
            return post.district
    raise NotYours


def overview(request):
    """Clocks, growth and voice by school; small groups are not shown."""
    district = _district(request, "district.overview")
    return render(request, "home/district.html", district_page.build(district, today=clock.today()))


def trail(request):
    """What was done in the district, newest first."""
    district = _district(request, "trail.district")
    entries = Entry.objects.filter(district=district.pk).exclude(kind="saw").select_related("actor").order_by("-id")
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    return render(request, "home/trail.html", {"page": page, "lines": trail_page.told(request.user, district, page)})


@login_not_required
@require_safe
def health(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def ready(request):
    """The database answers, its shape is this version's, and the disk has room."""
    problems = []
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM audit_entry LIMIT 1")
    except DatabaseError:
        problems.append("database")
    try:
        if shutil.disk_usage(settings.DATA).free < LEAST_FREE_BYTES:
            problems.append("disk")
    except OSError:
        problems.append("disk")
    return JsonResponse(
        {"status": "wait" if problems else "ready", "waiting_for": problems}, status=503 if problems else 200
    )
