"""What must stand in the trail: coming in, being turned away, taking out, having seen (LOG-01, LOG-04)."""

import pytest

from strongsuit.audit.models import Entry, Kind
from tests.cast import PASSWORD
from tests.house.browser import Browser
from tests.house.doors import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def newest(undone):
    """What the trail has gained since the test began."""
    last = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    return lambda: list(Entry.objects.filter(id__gt=last).order_by("id"))


def test_coming_in_and_going_out_leave_a_line_each(world, newest):
    stranger = Browser()
    stranger.post("/sign-in/", {"login": "rosa@family.example", "password": PASSWORD}, keep=True)
    Browser(world.cast.rosa).post("/sign-in/sign-out/", keep=True)
    found = [(line.kind, line.deed, line.actor_id) for line in newest() if line.kind == Kind.SIGNED_IN]
    assert found == [("signed_in", "signed in", world.cast.rosa.pk), ("signed_in", "signed out", world.cast.rosa.pk)]


def test_being_turned_away_leaves_a_line_that_tells_no_secret(newest):
    Browser().post("/sign-in/", {"login": "rosa@family.example", "password": "wrong words entirely"}, keep=True)
    (line,) = newest()
    assert (line.kind, line.actor_id, line.student) == (Kind.REFUSED, None, None)
    assert "wrong words" not in repr(vars(line)) and "rosa" not in repr(vars(line))


def test_a_paper_and_a_list_that_leave_are_written_down(world, newest):
    keeper = Browser(world.cast.ruiz)
    keeper.get(address(world, "documents:take", "own"), keep=True)
    keeper.get("/caseload/?as=csv", keep=True)
    taken = [(line.deed, line.student) for line in newest() if line.kind == Kind.TOOK_OUT]
    assert taken == [("took a paper", world.cast.maya.pk), ("took out the caseload", world.cast.maya.pk)]


def test_every_line_says_which_request_and_where_from(world, newest):
    keeper = Browser(world.cast.ruiz)
    answer = keeper.get(address(world, "plans:plan", "own"), keep=True)
    (line,) = newest()
    assert (line.kind, line.deed, line.because) == (Kind.SAW, "plan", "case_manager")
    assert (line.request, line.origin) == (answer.headers["X-Request-ID"], keeper.origin)
    assert (line.student, line.district, line.actor_id) == (
        world.cast.maya.pk, world.cast.district.pk, world.cast.ruiz.pk,
    )  # fmt: skip


def test_a_refused_form_shows_the_record_and_says_so(world, newest):
    """A form that was not taken comes back with the record around it: somebody has seen it."""
    keeper = Browser(world.cast.ruiz)
    answer = keeper.post(address(world, "strengths:add", "own"), {"words": ""}, keep=True)
    assert answer.status == 422
    assert [(line.kind, line.student) for line in newest()] == [(Kind.SAW, world.cast.maya.pk)]


def test_nobody_who_was_refused_leaves_a_line_of_having_seen(world, newest):
    for person in ("stranger", "parent without rights", "dismissed teacher", "other student"):
        answer = Browser(world.people[person]).get(address(world, "plans:plan", "own"), keep=True)
        assert answer.status == 404
    assert [line for line in newest() if line.kind == Kind.SAW] == []


def test_a_parent_reads_in_the_history_what_the_school_did_and_not_when_the_other_parent_came(world, newest):
    record = address(world, "home:record", "own")
    for person in ("guardian", "informed", "case manager"):
        Browser(world.people[person]).get(address(world, "plans:plan", "own"), keep=True)
    mine, theirs = (Browser(world.people[person]).get(record).text for person in ("guardian", "informed"))
    assert "Rosa Delgado" in mine and "Paul Price" not in mine
    assert "Paul Price" in theirs and "Rosa Delgado" not in theirs
    assert "Elena Ruiz" in mine and "Elena Ruiz" in theirs
