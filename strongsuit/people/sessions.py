"""Sign-ins kept in the database under a hash of their key, so that a copy of the table opens nothing."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from strongsuit.people.models import Session
from strongsuit.web import clock


def stored(key: str | None) -> str:
    """What the table holds in place of the key that the cookie carries (160 bits of SHA-256 fit the column)."""
    return hashlib.sha256((key or "").encode()).hexdigest()[:40]


class SessionStore(DatabaseSessions):
    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls):
        return Session

    def load(self):
        found = Session.objects.filter(session_key=stored(self.session_key), expire_date__gt=clock.now()).first()
        if found is None:
            self._session_key = None
            return {}
        self.seen_at = found.seen_at
        return self.decode(found.session_data)

    def exists(self, session_key):
        return super().exists(stored(session_key))

    def create_model_instance(self, data):
        made = cast(Session, super().create_model_instance(data))
        made.session_key = stored(made.session_key)
        account = data.get("_auth_user_id")
        made.account = int(account) if account else None
        made.agent = data.get("device", "")[:120]
        began = data.get("began")
        made.started_at = datetime.fromtimestamp(began, UTC) if began else clock.now()
        made.seen_at = self.seen_at = self.seen_at or clock.now()
        made.expire_date = clock.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        return made

    def delete(self, session_key=None):
        key = session_key or self.session_key
        if key:
            super().delete(stored(key))

    def seen(self, now: datetime, every: float) -> None:
        """Note that the person is here, at most once in ``every`` seconds."""
        if self.seen_at is None or (now - self.seen_at).total_seconds() >= every:
            self.seen_at = now
            Session.objects.filter(session_key=stored(self.session_key)).update(seen_at=now)
