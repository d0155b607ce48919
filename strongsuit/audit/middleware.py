"""Gives each request its visit, and writes what the page has shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from strongsuit.audit.models import Entry
from strongsuit.audit.trail import Visit, visiting

# A form that was not taken comes back on its page, with the record around it.
REFUSED_WITH_PAGE = {409, 422}


class Trail:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visit = Visit(request=getattr(request, "id", ""), origin=request.META.get("REMOTE_ADDR", "")[:45])
        with visiting(visit):
            response = self.get_response(request)
        if visit.seen and (response.status_code < 300 or response.status_code in REFUSED_WITH_PAGE):
            self.write(visit.seen)
        return response

    @staticmethod
    def write(seen: list[Entry]) -> None:
        # The page that names the student most closely speaks for the request: one row per student.
        last_of = {found.student: found for found in seen}
        if len(last_of) == 1:
            next(iter(last_of.values())).save(force_insert=True)
        else:
            Entry.objects.bulk_create(last_of.values())
