"""Log lines as JSON: what happened and which request, never a person's words or an address with a name in it."""

import json
import logging
import time

from django.http import QueryDict

from strongsuit.web.middleware import request_id

log = logging.getLogger("strongsuit.request")
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


class JsonLines(logging.Formatter):
    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": words_of(record),
        }
        for name in ("request_id", "status", "route", "milliseconds", "unread"):
            if (value := getattr(record, name, None)) is not None:
                line[name] = value
        if (reference := request_id.get()) and "request_id" not in line:
            line["request_id"] = reference
        if record.exc_info and record.exc_info[0]:
            # The kind and place of a fault, never its words: they may quote what somebody typed.
            trace = record.exc_info[2]
            while trace and trace.tb_next:
                trace = trace.tb_next
            line["fault"] = record.exc_info[0].__name__
            if trace:
                line["where"] = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
        return json.dumps(line, ensure_ascii=False)


def words_of(record: logging.LogRecord) -> str:
    """The message; of Django's own lines about a request only the part that the request had no hand in."""
    if record.name.startswith("django.") and hasattr(record, "request"):
        return str(record.msg).replace("%s", "…")
    return record.getMessage()


class RequestLog:
    """One line for each page: by the name of its route, because an address can hold a token or what somebody typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        log.info(
            request.method if request.method in METHODS else "another method",
            extra={
                "request_id": request.id,
                "route": match.view_name if match else "",
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - began) * 1000),
                "unread": unread(request),
            },
        )
        return response


class Noting(QueryDict):
    """What a form sent, with a note of the names that somebody asked for."""

    def __init__(self, *words, **options):
        self.asked = set()
        super().__init__(*words, **options)

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        self.asked.add(name)
        return super().__contains__(name)

    def getlist(self, name, default=None):
        self.asked.add(name)
        return super().getlist(name, default)

    def lists(self):
        self.asked |= set(self.keys())
        return super().lists()


def noting(sent: QueryDict) -> Noting:
    found = Noting(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        found.setlist(name, values)
    found.asked = {"csrfmiddlewaretoken"}
    found._mutable = False
    return found


class UnreadFields:
    """Lets the log say how many fields came that no form asked for; their names may be anybody's words."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST":
            request.POST = noting(request.POST)


def unread(request) -> int | None:
    """Fields that nothing read; none said where every one was."""
    sent = getattr(request, "_post", None)
    return len(set(sent) - sent.asked) or None if isinstance(sent, Noting) else None
