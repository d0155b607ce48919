"""One-click sign-in: in demo mode only, for invented people only."""

import pytest
from django.test import Client
from django.urls import reverse

from strongsuit.people.models import District
from tests.people.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(cast, settings):
    settings.DEMO = True
    District.objects.update(demo=True)
    for order, (person, who) in enumerate(((cast.ruiz, "case manager"), (cast.rosa, "Maya's mother"))):
        person.display = {"demo": {"order": order, "who": who}}
        person.save()
    return cast


def press(client, person):
    return client.post(reverse("people:demo", args=[person.pk]))


def test_the_sign_in_page_offers_each_person_in_the_order_of_the_tour(demo, client):
    page = client.get("/sign-in/").content.decode()
    assert page.index("Elena Ruiz") < page.index("Rosa Delgado")
    assert "case manager" in page
    assert page.index("School staff") < page.index("Elena Ruiz") < page.index(">Families<") < page.index("Rosa Delgado")


def test_one_click_signs_in_without_a_second_step(demo, client):
    press(client, demo.ruiz)
    assert signed_in(client)
    assert client.get("/account/").status_code == 200


def test_a_person_who_is_not_on_the_list_cannot_be_clicked(demo, client):
    assert press(client, demo.okafor).status_code == 404
    assert not signed_in(client)


def test_looking_is_not_clicking(demo, client):
    assert client.get(reverse("people:demo", args=[demo.ruiz.pk])).status_code == 405
    assert not signed_in(client)


def test_outside_demo_mode_nothing_is_offered(demo, client, settings):
    settings.DEMO = False
    assert press(client, demo.ruiz).status_code == 404
    assert "Elena Ruiz" not in client.get("/sign-in/").content.decode()


def test_one_real_district_closes_the_demo(demo, client):
    District.objects.filter(pk=demo.other_district.pk).update(demo=False)
    assert press(client, demo.ruiz).status_code == 404
    assert "Elena Ruiz" not in client.get("/sign-in/").content.decode()


def test_going_from_one_person_to_the_next_leaves_nothing_of_the_first(demo, client):
    press(client, demo.ruiz)
    before = client.session.session_key
    press(client, demo.rosa)
    assert client.session["_auth_user_id"] == str(demo.rosa.pk)
    assert client.session.session_key != before
    assert client.session.get("kind") is None


def test_the_place_in_the_tour_survives_a_change_of_display(demo, client):
    press(client, demo.ruiz)
    client.post("/display/", {"size": "2", "font": "hyperlegible"})
    assert "Elena Ruiz" in Client().get("/sign-in/").content.decode()
