"""What every page knows: the space, its navigation, and the key that keeps typed words safe on this device."""

import base64
import hashlib
import hmac

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from strongsuit.home.spaces import space_of

NAVIGATION = {
    "educator": [
        ("home:today", _("Today")),
        ("home:caseload", _("My students")),
        ("progress:sheet", _("Data sheet")),
    ],
    "district": [
        ("home:district", _("Overview")),
        ("interop:runs", _("Roster")),
        ("people:people", _("People")),
        ("audit:trail", _("Trail")),
    ],
    "family": [("home:family", _("My family"))],
    "student": [
        ("home:me", _("Home")),
        ("strengths:mine", _("My strengths")),
        ("progress:mine", _("My goals")),
    ],
}

# (route, label, ability): a tab is offered only to those who may open it.
STUDENT_TABS = [
    ("home:thread", _("Thread"), "student.read"),
    ("strengths:voice", _("Voice"), "strengths.read"),
    ("plans:plans", _("Plan"), "plan.read"),
    ("plans:summary", _("At a glance"), "summary.read"),
    ("meetings:meetings", _("Meetings"), "meeting.read"),
    ("progress:progress", _("Progress"), "progress.read"),
    ("documents:documents", _("Documents"), "paper.print"),
    ("students:team", _("Team"), "team.read"),
    ("home:history", _("History"), "trail.read"),
]


def keep_key(account) -> str:
    """The key under which a browser keeps unsaved words: different for each person, useless without a sign-in."""
    mark = f"keep|{account.pk}|{account.created_at.isoformat()}".encode()
    return base64.b64encode(hmac.new(settings.SECRET_KEY.encode(), mark, hashlib.sha256).digest()).decode()


def _exists(route):
    try:
        reverse(route)
    except NoReverseMatch:
        return False
    return True


def page(request):
    found = {"demo_mode": settings.DEMO, "space": "", "nav": [], "request_id": getattr(request, "id", "")}
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return found
    space = space_of(request)
    here = request.path
    found |= {
        "space": space,
        "nav": [
            {"label": label, "url": (url := reverse(route)), "current": here == url}
            for route, label in NAVIGATION[space]
            if _exists(route)
        ],
        "student_tabs": [{"route": r, "label": label, "ability": a} for r, label, a in STUDENT_TABS],
        "keep_account": hashlib.sha256(f"keep|{account.pk}".encode()).hexdigest()[:16],
        "keep_key": keep_key(account),
        "display": account.display,
    }
    return found
