"""Leaders see how many wait and how many were answered in time, and never a letter of what was said."""

import re
from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strongsuit.home import voice_counts
from strongsuit.knowledge.shares import Share
from strongsuit.knowledge.voice import Outcome, Reaction, Route, Source
from strongsuit.plans.models import Accommodation, Rating
from strongsuit.plans.rating_marks import mark_of
from strongsuit.voice import actions
from strongsuit.web import clock
from tests.amounts import times
from tests.cast import NOW, TODAY, adopt

WHY = "The corner is free in the morning."


def days(number):
    return clock.frozen(NOW + timedelta(days=number))


def hear(cast, words="zyxwv"):
    return actions.hear(by=cast.maya.account, student=cast.maya, words=words, source=Source.BUTTON, once=uuid4())


def answer(cast, item):
    actions.route(by=cast.ruiz, item=item, once=uuid4(), to=Route.SOLVE_NOW, agreed=True)
    told = {"outcome": Outcome.YES, "why": WHY, "by_when": clock.today(), "owner": "Ms. Ruiz"}
    actions.decide(by=cast.ruiz, item=item, once=uuid4(), **told)
    actions.tell(by=cast.ruiz, item=item, once=uuid4(), words="Yes.")


def react(cast, item, reaction):
    actions.react(by=cast.maya.account, item=item, once=uuid4(), reaction=reaction)


def counted(cast, number):
    with days(number):
        return voice_counts.by_school(cast.district, today=clock.today()).get(cast.maya.school_id, voice_counts.Heard())


def test_open_items_are_counted_by_age_and_answers_by_their_clock(cast):
    with days(-60):
        old, quick = hear(cast), hear(cast)
        answer(cast, quick)
    with days(-20):
        late = hear(cast)
    with days(-1):
        hear(cast)
        answer(cast, late)
    told = counted(cast, 0)
    assert (told.open_week, told.open_month, told.open_longer) == (1, 0, 1)
    # Quick was in time, late was not, old ran out; the newest still has days left.
    assert told.on_time == Share(1, 3)
    react(cast, quick, Reaction.OK)
    react(cast, late, Reaction.NOT_OK)
    assert counted(cast, 0).not_ok == Share(1, 2)
    with days(1):
        answer(cast, old)
    assert counted(cast, 1).on_time == Share(1, 3)


def test_asking_again_starts_a_second_clock_and_what_is_private_has_none(cast):
    item = hear(cast)
    answer(cast, item)
    react(cast, item, Reaction.ASK_AGAIN)
    actions.hear(
        by=cast.maya.account, student=cast.maya, words="mine", source=Source.BUTTON, shared=False, once=uuid4()
    )
    assert counted(cast, 0).on_time == Share(1, 1)
    with days(1):
        answer(cast, item)
    assert counted(cast, 30).on_time == Share(2, 2)
    gone = hear(cast)
    actions.withdraw(by=cast.maya.account, item=gone, once=uuid4())
    assert counted(cast, 30).on_time == Share(2, 2)


def test_ratings_are_shares_of_what_was_answered(cast):
    adopt(cast, on=TODAY)
    support = Accommodation.objects.filter(plan=cast.plan).first()
    of = {"district": cast.district, "student": cast.maya, "accommodation": support, "words": support.words}
    of |= {"mark": mark_of(support.words), "mode": "chosen", "by": cast.maya.account, "on": TODAY, "made_at": NOW}
    for know, get, helps, ok in [(3, 3, 3, 2), (3, 1, 2, 1), (3, 2, 0, 3), (0, None, None, None)]:
        Rating.objects.create(**of, know=know, get=get, help=helps, ok=ok, once=uuid4())
    told = counted(cast, 0)
    assert (told.meaningful, told.delivered) == (Share(1, 3), Share(2, 3))


@settings(max_examples=times(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(min_size=3, max_size=40).filter(lambda text: len(text.strip()) > 2 and "\x00" not in text))
def test_no_letter_of_what_was_said_reaches_a_leader(cast, client, words):
    """The page is the same but for its numbers, whatever was said."""
    office = cast.sign_in(client, cast.admin)
    with transaction.atomic():
        hear(cast, "zyxwv")
        one = plain(office.get("/district/"))
        transaction.set_rollback(True)
    with transaction.atomic():
        hear(cast, words)
        other = plain(office.get("/district/"))
        transaction.set_rollback(True)
    assert one == other and "What students said, and their answers" in one and "zyxwv" not in one


def plain(answer):
    return re.sub(r"[0-9A-Za-z]{32,}|nonce-[^ ']+", "", answer.content.decode())
