"""The outermost layer: a reference for every request, and headers that let nothing in and nothing out."""

import re
import secrets
from contextvars import ContextVar

from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, resolve

from strongsuit.web.views import only_forms

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS = ", ".join(
    (
        "accelerometer=()",
        "autoplay=()",
        "browsing-topics=()",
        "camera=()",
        "display-capture=()",
        "encrypted-media=()",
        "geolocation=()",
        "gyroscope=()",
        "magnetometer=()",
        "microphone=()",
        "midi=()",
        "payment=()",
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
        "screen-wake-lock=(self)",
        "usb=()",
        "xr-spatial-tracking=()",
    )
)
# For a page with a recorder on it.
RECORDING = PERMISSIONS.replace("microphone=()", "microphone=(self)")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-DNS-Prefetch-Control": "off",
}
# Crockford's letters in two groups: short enough to say on the phone.
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
request_id: ContextVar[str] = ContextVar("request_id", default="")
KEPT_FIELD = "_keep"
KEPT_COOKIE = "kept"
KEPT_NAME = re.compile(r"[A-Za-z0-9:_.-]{1,200}", re.ASCII)


def new_reference() -> str:
    letters = "".join(secrets.choice(LETTERS) for _place in range(10))
    return f"{letters[:5]}-{letters[5:]}"


class SecurityHeaders(SecurityMiddleware):
    """Adds to Django's own: the content policy, no storing of pages, a reference, and word that typing arrived."""

    async_capable = False

    def __call__(self, request):
        request.id = new_reference()
        token = request_id.set(request.id)
        try:
            return super().__call__(request)
        finally:
            request_id.reset(token)

    def process_response(self, request, response):
        response = super().process_response(request, response)
        if getattr(request, "records", False):
            response.headers["Permissions-Policy"] = RECORDING
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        # Static files come with their own; whatever else is somebody's record.
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Request-ID"] = request.id
        if arrived(request, response):
            acknowledge(request, response)
        return response


def arrived(request, response):
    """Whether what was typed in this form is now safe on the server (not: refused, or sent to sign in)."""
    if request.method != "POST" or response.status_code not in {200, 201, 204, 302, 303}:
        return False
    user = getattr(request, "user", None)
    return bool(KEPT_NAME.fullmatch(request.POST.get(KEPT_FIELD, ""))) and user is not None and user.is_authenticated


def acknowledge(request, response):
    """Tells keep.js which kept words it may let go; read once by the next page."""
    name = request.POST[KEPT_FIELD]
    response.set_cookie(KEPT_COOKIE, name, max_age=60, samesite="Strict", secure=request.is_secure())


class OnlyForms:
    """Whoever opens an address that only takes forms gets a page that leads on, not the browser's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "GET" or response.status_code != 405 or response.content:
            return response
        page = only_forms(request, above(request.path_info))
        page.headers["Allow"] = response.headers["Allow"]
        return page


def above(path):
    """The nearest address above this one: there its form stands, or a list that leads to it."""
    while path := path.rstrip("/").rpartition("/")[0]:
        try:
            resolve(f"{path}/")
        except Resolver404:
            continue
        return f"{path}/"
    return ""
