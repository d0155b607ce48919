"""How guessing is slowed without ever locking out the owner: devices that have signed in before are counted apart."""

import secrets

from allauth.core.internal import ratelimit
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "known-device"
SALT = "strongsuit.people.attempts"
YEAR = 365 * 24 * 3600
MOST_PEOPLE = 8


def mark_of(email: str) -> str:
    return salted_hmac(SALT, email.casefold()).hexdigest()[:24]


def known(request: HttpRequest) -> dict[str, str]:
    """The people who have signed in on this device, as marks, each with a random number of its own."""
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=YEAR)
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


def count(request: HttpRequest, email: str, password: str) -> ratelimit.RateLimitUsage | None:
    """Count one try; None when there were too many. A stranger's tries never count against a known device."""
    number = known(request).get(mark_of(email))
    if number:
        return ratelimit.consume(request, app="allauth.account", action="login_known_device", key=number)
    found = ratelimit.RateLimitUsage(usage=[])
    # The overall count comes last: whoever is stopped already uses nothing of what is left for the others.
    keys = {"login_failed": mark_of(email), "login_same_password": shade_of(password), "login_overall": "all"}
    for action, key in keys.items():
        usage = ratelimit.consume(request, app="allauth.account", action=action, key=key)
        if usage is None:
            return None
        found.usage += usage.usage
    return found


def shade_of(password: str) -> str:
    """Enough to see one password tried on many accounts, whatever their addresses; too little to find it again."""
    return salted_hmac(f"{SALT}.shade", password).hexdigest()[:5]


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Let this device be known from now on."""
    people = known(request)
    people.setdefault(mark_of(email), secrets.token_urlsafe(12))
    value = signing.dumps(dict(list(people.items())[-MOST_PEOPLE:]), salt=SALT)
    response.set_cookie(COOKIE, value, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
