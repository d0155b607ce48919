"""One sign-in from its first request to its last: when it began, what kind it is, and when it must end."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout

from strongsuit.people import queries
from strongsuit.people.models import Account
from strongsuit.web import clock

# Being seen is written down this many times within an idle limit: exact enough, and few writes.
NOTES_PER_LIMIT = 120
WARN_SECONDS = 120
SYSTEMS = ("iPhone", "iPad", "Android", "CrOS", "Windows", "Macintosh", "Linux")
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))


def attend(request) -> str:
    """Let this request count as being here, or end the sign-in; the answer says why: idle, long, or nothing."""
    if SESSION_KEY not in request.session or not request.user.is_authenticated:
        return ""
    now = clock.now()
    if "began" not in request.session:
        begin(request)
    if reason := over(request.session, now):
        logout(request)
        return reason
    request.session.seen(now, idle_seconds(request) / NOTES_PER_LIMIT)
    return ""


def begin(request) -> None:
    """What a sign-in remembers of its start. Every way of signing in passes here, with its first request."""
    request.session["began"] = clock.now().timestamp()
    request.session["kind"] = queries.kind_of(request.user)
    request.session["space"] = queries.first_space(request.user, request.session["kind"])
    request.session["device"] = device_words(request.headers.get("User-Agent", ""))
    request.session.seen_at = clock.now()


def over(session, now) -> str:
    if now.timestamp() - session["began"] >= settings.SESSION_SECONDS:
        return "long"
    idle = (now - session.seen_at).total_seconds() if session.seen_at else 0
    return "idle" if idle >= settings.IDLE_SECONDS[session["kind"]] else ""


def idle_seconds(request) -> int:
    return settings.IDLE_SECONDS[request.session.get("kind", "staff")]


def device_words(agent: str) -> str:
    """ "Chrome, Windows": enough to know one's own device again, and no more."""
    system = next((name for name in SYSTEMS if name in agent), "")
    browser = next((name for mark, name in BROWSERS if f"{mark}/" in agent), "")
    return ", ".join(filter(None, [browser, {"Macintosh": "Mac", "CrOS": "Chromebook"}.get(system, system)]))


def needs_factor(request) -> bool:
    """Whether this staff sign-in must first add a passkey, or an app and a password to go before it (AUTH-05)."""
    session = request.session
    if session.get("kind") != "staff" or session.get("demo") or session.get("second_factor"):
        return False
    if not queries.is_safe(request.user):
        return True
    session["second_factor"] = True
    return False


def is_student(request) -> bool:
    return request.user.is_authenticated and request.user.kind == Account.Kind.STUDENT
