"""Which languages pages offer: every one to families and students, to staff those in which every word is there."""

from django.conf import settings
from django.utils import translation

# A year, as long as letters and colors are kept on a device.
KEPT_SECONDS = 31_536_000


def own_name(code):
    """A language under the name that its speakers give it."""
    name = translation.get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]


def offered(*, staff=False):
    """Each language as its code and its own name. This is the one place that decides."""
    return [
        (code, own_name(code)) for code, _name in settings.LANGUAGES if not staff or code in settings.STAFF_LANGUAGES
    ]


def offered_here(request):
    """What this request may be answered in; before signing in nobody is staff yet."""
    return getattr(request, "languages", None) or offered()


def speak(request, wanted, *, staff):
    """Answer in the language somebody chose, as far as this space has it; else in that of the device, or in English."""
    request.languages = offered(staff=staff)
    codes = dict(request.languages)
    spoken = wanted if wanted in codes else translation.get_language()
    translation.activate(spoken if spoken in codes else settings.LANGUAGE_CODE)
    request.LANGUAGE_CODE = translation.get_language()


def keep(response, request, code):
    """The choice stays on the device, for the pages before signing in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=KEPT_SECONDS,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
