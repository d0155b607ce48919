"""Sign-ins kept in the database under a hash of their key, so that a copy of the table opens nothing."""

import hashlib
from datetime import UTC, datetime

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions

from strongsuit.people.models import Session
from strongsuit.web import clock


def stored(key: str) -> str:
    """What the table holds in place of the key that the cookie carries (160 bits of SHA-256 fit the column)."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]


class SessionStore(DatabaseSessions):
    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls):
        return Session

    def _get_session_from_db(self):
        plain = self._session_key
        try:
            self._session_key = stored(plain)
            found = super()._get_session_from_db()
        finally:
            if self._session_key is not None:
                self._session_key = plain
        if found is not None:
            self.seen_at = found.seen_at
        return found

    def exists(self, session_key):
        return super().exists(stored(session_key))

    def create_model_instance(self, data):
        made = super().create_model_instance(data)
        made.session_key = stored(made.session_key)
        account = data.get("_auth_user_id")
        made.account = int(account) if account else None
        made.agent = data.get("device", "")[:120]
        began = data.get("began")
        made.started_at = datetime.fromtimestamp(began, UTC) if began else clock.now()
        made.seen_at = self.seen_at = self.seen_at or clock.now()
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
