"""Links for a new password: fifteen minutes, once, and only the newest one works."""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from strongsuit.web import clock


class NewestOnly(PasswordResetTokenGenerator):
    key_salt = "strongsuit.people.resets"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.reset_mark}{user.stamp}"

    def _now(self):
        # The library counts in local time without a zone; seconds are all that matters here.
        return clock.now().replace(tzinfo=None)

    def check_token(self, user, token):
        return bool(user and user.is_active and user.reset_mark) and super().check_token(user, token)


def lifetime_minutes() -> int:
    return settings.PASSWORD_RESET_TIMEOUT // 60
