"""What is forgotten in the background."""

from datetime import timedelta

from strongsuit.plans import actions_beside
from strongsuit.plans.jobs import forget_presence
from strongsuit.plans.models import Presence
from tests.cast import NOW


def test_who_had_a_place_open_is_forgotten_after_a_day(cast, draft):
    actions_beside.open_place(by=cast.ruiz, plan=draft, place="effect", at=NOW)
    actions_beside.open_place(by=cast.silva, plan=draft, place="effect", at=NOW - timedelta(hours=25))
    assert forget_presence(now=NOW) == 1
    assert Presence.objects.get().account == cast.ruiz
    assert forget_presence(now=NOW) == 0
