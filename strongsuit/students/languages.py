"""The languages that families name; each is one that pages and papers know by name."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

CODES = (
    *("sq", "ar", "hy", "bn", "my", "zh-hans", "zh-hant", "en", "fr", "de", "el", "he", "hi", "it", "ja", "km", "ko"),
    *("ne", "fa", "pl", "pt", "pa", "ro", "ru", "es", "sw", "te", "tr", "uk", "ur", "uz", "vi"),
)


def language_name(code: str) -> str:
    """Its name in the reader's language, or the code itself where nobody knows one."""
    try:
        name = str(get_language_info(code)["name_translated"])
        # The rest stays: "Simplified Chinese" has two capitals.
        return name[:1].upper() + name[1:]
    except KeyError:
        return code


def language_choices(now: str = "") -> list[tuple[str, object]]:
    """English and Spanish first, then by name; a code that came with a roster stays possible."""
    others = sorted((code for code in CODES if code not in {"en", "es"}), key=language_name)
    more = [now] if now and now not in CODES else []
    return [("en", _("English")), ("es", _("Spanish")), *((code, language_name(code)) for code in [*others, *more])]
