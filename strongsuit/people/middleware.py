"""Who may come further: old sign-ins end, staff add a second factor first, students stay in their own space."""

from contextlib import suppress
from threading import BoundedSemaphore
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, JsonResponse, UnreadablePostError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from strongsuit.people import sign_ins
from strongsuit.web import languages
from strongsuit.web.uploads import Bounded
from strongsuit.web.views import too_large, unavailable

# What somebody without a second factor may reach: adding one, choosing a password, proving who one is, leaving.
BEFORE_FACTOR = {
    "people:secure",
    "people:extend",
    "people:step",
    "people:step_link",
    "people:go_on",
    "people:link",
    "account_logout",
    "account_set_password",
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "web:help",
    "web:display",
    "people:language",
    "web:words",
}
STUDENT_PATHS = (
    "/me/",
    "/class/",
    "/help/",
    "/display/",
    "/language/",
    "/account/extend/",
    "/sign-in/sign-out/",
    "/words/",
)

WORK = {"educator", "district"}

# One less than the threads that `serve` gives each process.
READING = BoundedSemaphore(3)
# What a browser writes around a file that it sends.
WRAPPING = 100_000


class BodyLimit:
    """Asked before anything reads what was sent: a body that is too large is refused unread."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        sent = request.META.get("CONTENT_LENGTH") or "0"
        if not sent.isascii() or not sent.isdecimal() or len(sent) > 15 or int(sent) > most_bytes(request):
            return too_large(request)
        if request.method == "POST" and takes_media(request):
            request.upload_handlers = [Bounded(request, settings.MEDIA_KEPT_BYTES)]
        return self.read(request) if request.method == "POST" else None

    def read(self, request):
        """Wait for what was sent; however slowly it drips, one thread of this process stays free for pages."""
        if not READING.acquire(timeout=0.1):
            return unavailable(request)
        try:
            # Read here, it is kept for everybody after. Whoever hung up is refused by the check of the token.
            with suppress(UnreadablePostError):
                bool(request.POST)
        except RequestDataTooBig:
            # A text beside a large file may be no larger than one in any other form.
            return too_large(request)
        finally:
            READING.release()


def takes_media(request):
    """Whether a photo, a recording or a file may come with this form."""
    return request.resolver_match.view_name in settings.MEDIA_UPLOADS and request.user.is_authenticated


def most_bytes(request):
    """Only a roster or a photo may be large, and only from somebody who is signed in."""
    if request.resolver_match.view_name in settings.UPLOADS and request.user.is_authenticated:
        return settings.UPLOAD_LIMIT_BYTES + WRAPPING
    if takes_media(request):
        return settings.MEDIA_SENT_BYTES
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE


class SignInLimits:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.ended = sign_ins.attend(request)
        if request.user.is_authenticated:
            languages.speak(request, request.user.language, staff=at_work(request))
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.user.is_authenticated:
            return None
        if sign_ins.is_student(request):
            return self.keep_in_student_space(request)
        if request.resolver_match.view_name not in BEFORE_FACTOR and sign_ins.needs_factor(request):
            return self.lead_to_factor(request)
        return None

    def keep_in_student_space(self, request):
        if request.path in ("/", reverse(settings.LOGIN_URL)):
            return redirect("/me/")
        if not request.path.startswith(STUDENT_PATHS):
            raise Http404
        return None

    def lead_to_factor(self, request):
        if wants_fragment(request):
            return JsonResponse({"sign_in": reverse("people:secure")}, status=403)
        return redirect("people:secure")


class SignInRequired(LoginRequiredMiddleware):
    """Sends people to sign in with a way back; tells scripts plainly instead."""

    def handle_no_permission(self, request, view_func):
        address = sign_in_address(request)
        if wants_fragment(request):
            words = _("You were signed out. Your words are kept on this device. Sign in to go on.")
            return JsonResponse({"signed_out": True, "sign_in": address, "words": words}, status=401)
        return redirect(address)


def at_work(request):
    """Whether this is a page of the spaces for staff; somebody who is a parent too reads at home in their language."""
    if request.path.startswith("/family/"):
        return False
    return request.path.startswith("/district/") or request.session.get("space") in WORK


def wants_fragment(request):
    return "X-Autosave" in request.headers or "HX-Request" in request.headers


def sign_in_address(request):
    """Where to sign in, with the page to return to: for a refused save, the page its form stands on."""
    there = request.get_full_path()
    if request.method != "GET" or wants_fragment(request):
        parts = urlsplit(request.headers.get("Referer", ""))
        there = f"{parts.path}?{parts.query}" if parts.query else parts.path
    ours = there.startswith("/") and url_has_allowed_host_and_scheme(there, allowed_hosts=None)
    words = {"next": there} if ours else {}
    if getattr(request, "ended", ""):
        words["ended"] = request.ended
    return f"{reverse(settings.LOGIN_URL)}?{urlencode(words)}" if words else reverse(settings.LOGIN_URL)
