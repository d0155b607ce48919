"""What waits in the tables of plans and is done in the background."""

from datetime import datetime, timedelta

from strongsuit.plans.models import Presence

# Long enough for a day's work, short enough to keep nobody's movements.
PRESENCE = timedelta(days=1)


def forget_presence(*, now: datetime) -> int:
    """Take away who had which place open a day ago; safe to run anywhere, any number of times."""
    gone, _kinds = Presence.objects.filter(at__lt=now - PRESENCE).delete()
    return gone


JOBS = [forget_presence]
