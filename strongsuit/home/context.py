"""What every page knows: the space, its navigation, and the key that keeps typed words safe on this device."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from functools import cache, partial

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from strongsuit.home.spaces import may_switch, office_pages, space_of
from strongsuit.meetings.models import Meeting
from strongsuit.people.models import Account
from strongsuit.web import clock
from strongsuit.web.languages import offered_here
from strongsuit.web.links import Link

LEARNING = ("home:learning", _("Learning"), "idea")
NAVIGATION = {
    "educator": [
        ("home:today", _("Today"), "today"),
        ("home:caseload", _("My students"), "student"),
        ("progress:sheet", _("Data sheet"), "graph"),
        ("documents:review", _("Review a plan"), "search"),
        LEARNING,
    ],
    "family": [("home:family", _("My family"), "family")],
    "student": [
        ("home:me", _("Home"), "home"),
        ("strengths:mine", _("My strengths"), "strength"),
        ("progress:mine", _("My goals"), "goal"),
        ("documents:own_page", _("My one-pager"), "student"),
        ("plans:helps", _("What helps me"), "support"),
        ("voice:mine", _("Tell my team"), "voice"),
    ],
}

ACCOUNT = [("people:account", _("My account"), "settings")]
SWITCH = ("home:spaces", _("Switch space"), "forward")


@dataclass(frozen=True, eq=False)
class Tab:
    """A part of the record, offered only to those who may open it."""

    route: str
    label: object
    ability: str


STUDENT_TABS = (
    Tab("home:thread", _("Thread"), "student.read"),
    Tab("strengths:voice", _("Voice"), "strengths.read"),
    Tab("voice:team", _("Said"), "voice.page"),
    Tab("plans:plans", _("Plan"), "plan.read"),
    Tab("plans:summary", _("At a glance"), "summary.read"),
    Tab("plans:team_helps", _("What helps"), "rating.read"),
    Tab("documents:support_card", _("Support card"), "summary.read"),
    Tab("meetings:meetings", _("Meetings"), "meeting.read"),
    Tab("progress:progress", _("Progress"), "progress.read"),
    Tab("documents:documents", _("Documents"), "paper.print"),
    Tab("students:team", _("Team"), "team.read"),
    Tab("students:record", _("Record"), "student.read"),
    Tab("home:history", _("History"), "trail.read"),
)


def keep_key(account) -> str:
    """The key under which a browser keeps unsaved words: different for each person, useless without a sign-in."""
    mark = f"keep|{account.pk}|{account.created_at.isoformat()}".encode()
    return base64.b64encode(hmac.new(settings.SECRET_KEY.encode(), mark, hashlib.sha256).digest()).decode()


def navigation(account, space):
    """The pages of a space; those of the office only as far as this person's posts open them."""
    if space != "district":
        return NAVIGATION[space]
    return [*((route, label, icon) for route, label, icon, _ability in office_pages(account)), LEARNING]


@cache
def address(route):
    """The address of a page that is about nobody; it is the same for all and always."""
    return reverse(route)


def links(wanted, here):
    return tuple(Link(label, url := address(route), icon, here == url) for route, label, icon in wanted)


def account_links(request):
    """One's own account, and the switch for whoever has two spaces; a student on a shared tablet has neither."""
    if request.user.kind == Account.Kind.STUDENT:
        return ()
    return links([*ACCOUNT, SWITCH] if may_switch(request) else ACCOUNT, request.path)


def idle_seconds(account, space):
    return settings.IDLE_SECONDS[{"student": "student", "family": "family"}.get(space, "staff")]


def next_meeting(request):
    """For a page of a plan that asks: the meeting of its student that waits. The page itself is behind the door."""
    place = request.resolver_match
    if place is None or place.namespace != "plans" or "pk" not in place.kwargs:
        return None
    waiting = Meeting.objects.filter(student__plans=place.kwargs["pk"], state=Meeting.State.PLANNED)
    found = waiting.order_by("starts_at").first()
    if found is not None:
        found.begun = found.starts_at <= clock.now()
    return found


def languages(request):
    """The switch between languages, where there is more than one."""
    offered = offered_here(request)
    return {"languages": offered, "language_url": address("people:language")} if len(offered) > 1 else {}


def page(request):
    found = {"demo_mode": settings.DEMO, "space": "", "nav": ()} | languages(request)
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return found
    space = space_of(request)
    nav = links(navigation(account, space), request.path)
    found |= {
        "space": space,
        "nav": nav,
        "student_tabs": STUDENT_TABS,
        # Asked only where a page shows it.
        "next_meeting": SimpleLazyObject(partial(next_meeting, request)),
        "keep_account": hashlib.sha256(f"keep|{account.pk}".encode()).hexdigest()[:16],
        "keep_key": keep_key(account),
        "time_zone": timezone.get_current_timezone_name(),
        "account_name": account.name,
        "account_links": account_links(request),
        "home_url": nav[0].url if nav else address("people:account"),
        "sign_out_url": address("account_logout"),
        "session_idle_seconds": idle_seconds(account, space),
        "session_extend_url": address("people:extend"),
    }
    return found
