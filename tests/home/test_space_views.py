"""Switching between one's work and one's family."""

import pytest

from strongsuit.students.models import Guardian
from tests.cast import about

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(cast, client):
    """A teacher whose own child has a plan in another school."""
    Guardian.objects.create(**about(cast.leo), account=cast.ruiz, name="Elena Ruiz", relationship="mother")
    return cast.sign_in(client, cast.ruiz)


def test_a_teacher_who_is_also_a_parent_is_offered_both(both):
    page = both.get("/spaces/").content.decode()
    assert "My work with students" in page
    assert "My family" in page


def test_choosing_a_space_goes_there(both):
    assert both.post("/spaces/", {"space": "family"}).url == "/family/"
    assert both.post("/spaces/", {"space": "educator"}).url == "/"


@pytest.mark.parametrize("space", ["district", "student", "nowhere", ""])
def test_a_space_that_is_not_ones_own_does_not_exist(both, space):
    assert both.post("/spaces/", {"space": space}).status_code == 404


def test_a_parent_is_offered_the_family_only(cast, client):
    cast.sign_in(client, cast.rosa)
    page = client.get("/spaces/").content.decode()
    assert 'value="family"' in page
    assert 'value="educator"' not in page


def test_somebody_with_no_space_is_told_whom_to_ask(cast, client):
    Guardian.objects.filter(account=cast.paul).delete()
    cast.sign_in(client, cast.paul)
    assert "Ask the school office" in client.get("/spaces/").content.decode()


def test_the_space_one_begins_in_follows_ones_posts(cast, client):
    for person, space in ((cast.rosa, "family"), (cast.admin, "district"), (cast.ruiz, "educator")):
        cast.sign_in(client, person)
        client.get("/account/")
        assert client.session["space"] == space
        client.logout()


def test_the_switch_is_offered_only_to_whoever_has_two_spaces(both, cast, client):
    assert "Switch space" in both.get("/").content.decode()
    for person in (cast.okafor, cast.rosa, cast.admin):
        cast.sign_in(client, person)
        page = client.get("/account/").content.decode()
        assert "My account" in page and "Switch space" not in page
