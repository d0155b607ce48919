"""Proving again who one is, within five minutes, before the few deeds that matter most (SES-07)."""

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from strongsuit.web import clock

PROVED = "proved_at"
KEPT = "kept_deed"


def proved(request: HttpRequest) -> bool:
    """Whether the person has shown within the last five minutes who they are."""
    at = request.session.get(PROVED)
    return at is not None and 0 <= clock.now().timestamp() - at < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def note_proof(request: HttpRequest) -> None:
    """The person has just shown who they are: the sign-in gets a new key."""
    now = clock.now().timestamp()
    request.session[PROVED] = now
    kept = request.session.get(KEPT)
    if kept and asked_for(request, kept, now):
        # Read once, by the page that comes next.
        request.session[KEPT] = kept | {"at_once": True}
    request.session.cycle_key()


def asked_for(request: HttpRequest, kept: dict[str, Any], now: float) -> bool:
    """Whether this proof was for the deed that waits, and the person pressed its button only just now."""
    following = request.POST.get("next") or request.GET.get("next")
    fresh = now - kept.get("at", 0) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return request.method == "POST" and following == reverse("people:go_on") and fresh


def stepped_up(door):
    """Lets a view run only soon after a proof; otherwise asks for one, and keeps what was typed until then.

    ``door`` finds what the view works on. It is tried first: nobody proves anything for what is not theirs.
    """

    def guarded(view):
        @wraps(view)
        def asked(request, **place):
            found = door(request, **place)
            return view(request, *found) if proved(request) else ask(request)

        return asked

    return guarded


def ask(request: HttpRequest) -> HttpResponse:
    there = request.get_full_path()
    if request.method == "POST":
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        # A password is typed once more rather than written down.
        request.session[KEPT] = {
            "address": there,
            "at": clock.now().timestamp(),
            "fields": [field for field in fields if field[0] != "csrfmiddlewaretoken" and "password" not in field[0]],
        }
        there = reverse("people:go_on")
    address = f"{reverse('people:step')}?{urlencode({'next': there})}"
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    if "X-Autosave" in request.headers:
        return JsonResponse({"step": address}, status=403)
    return redirect(address)


def way(account) -> str:
    """The route by which this person can prove who they are; a passkey before a code before a password."""
    flows = {flow["id"]: flow for flow in get_reauthentication_flows(account)}
    types = flows.get("mfa_reauthenticate", {}).get("types", [])
    if "webauthn" in types:
        return "mfa_reauthenticate_webauthn"
    if "totp" in types:
        return "mfa_reauthenticate"
    return "account_reauthenticate" if "reauthenticate" in flows else ""
