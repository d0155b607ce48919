"""The interest atlas: up to ten pictures, three in order, one of one's own; what is left out stays as history."""

from uuid import uuid4

import pytest

from strongsuit.knowledge.finder import decks
from strongsuit.strengths.finder_interests import picked_of
from strongsuit.strengths.models import Answer, Item

KEYS = [f"atlas:{key}" for key in decks.atlas("en")]


@pytest.fixture
def maya(cast, client):
    return cast.sign_in(client, cast.maya_account)


def pick(client, *keys, **values):
    return client.post("/me/finder/likes/", {"picked": keys, "own": "", "once": str(uuid4())} | values)


def test_pictures_are_picked_changed_and_put_in_order(maya, cast):
    assert "Dinosaurs" in maya.get("/me/finder/likes/").content.decode()
    once = str(uuid4())
    for _time in range(2):
        answer = pick(maya, "atlas:dinosaurs", "atlas:trains", "atlas:space", own="my hamster Otto", once=once)
        assert answer.url == "/me/finder/likes/most/"
    assert len(picked_of(cast.maya)) == 4
    item = Item.objects.get(key="atlas:dinosaurs")
    assert (item.kind, item.words) == ("interest", "Dinosaurs")
    own = Item.objects.get(words="my hamster Otto")
    tapped = {"tapped": ["atlas:trains", own.key], "once": str(uuid4())}
    assert "Picture 3 of 3" in maya.post("/me/finder/likes/most/", tapped).content.decode()
    for _time in range(2):
        maya.post("/me/finder/likes/most/", tapped | {"tap": "atlas:space"})
    assert [answer.choice for answer in picked_of(cast.maya).values()] == ["first", "second", "third", "picked"]
    assert next(iter(picked_of(cast.maya))) == "atlas:trains"
    pick(maya, "atlas:space", own_key=own.key)
    assert list(picked_of(cast.maya)) == ["atlas:space"]
    assert Answer.objects.filter(item__key="atlas:trains").count() == 3


def test_eleven_are_refused_with_a_sentence_and_stay_checked(maya, cast):
    answer = pick(maya, *KEYS[:11])
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Up to 10 fit. Take 1 away." in page and page.count(" checked>") == 11
    assert picked_of(cast.maya) == {}
    assert pick(maya, *KEYS[:10]).status_code == 302


def test_unknown_pictures_are_left_out_and_favorites_are_from_those_picked(maya, cast):
    pick(maya, "atlas:nothing", "RD1", "atlas:maps", "\x00")
    assert list(picked_of(cast.maya)) == ["atlas:maps"]
    answer = maya.post("/me/finder/likes/most/", {"tapped": ["atlas:space"], "done": "yes", "once": str(uuid4())})
    assert answer.status_code == 302
    assert [each.choice for each in picked_of(cast.maya).values()] == ["picked"]
    assert maya.post("/me/finder/likes/most/", {"tap": "atlas:maps", "once": "x"}).status_code == 422
