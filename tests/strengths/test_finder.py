"""A student walks through cards of the finder; every tap is kept, and nothing is overwritten."""

from uuid import uuid4

import pytest

from strongsuit.strengths.models import Answer, Item, Sitting
from strongsuit.web.ids import spell


@pytest.fixture
def maya(cast, client):
    return cast.sign_in(client, cast.maya_account)


def begin(client, deck="RD"):
    answer = client.post("/me/finder/begin/", {"deck": deck, "once": str(uuid4())})
    assert answer.status_code == 302, answer.content
    return answer.url


def tap(client, here, card, choice, **values):
    return client.post(f"{here}answer/", {"card": card, "choice": choice, "once": str(uuid4())} | values)


def test_a_student_chooses_cards_answers_and_comes_to_the_end(maya, cast):
    assert "Books and stories" in maya.get("/me/finder/").content.decode()
    here = begin(maya)
    page = maya.get(here).content.decode()
    assert "Card 1 of 9" in page and "A lot like me" in page
    for number in range(1, 9):
        assert tap(maya, here, f"RD{number}", "a_lot").status_code == 302
    page = maya.get(here).content.decode()
    assert "Card 9 of 9" in page and "Which is more like me?" in page
    tap(maya, here, "RD9", "right")
    assert "nobody asked" in maya.get(here).content.decode()
    maya.post(f"{here}tell/", {"skip": "yes", "once": str(uuid4())})
    assert "You did all these cards!" in maya.get(here).content.decode()
    sitting = Sitting.objects.get()
    assert Answer.objects.filter(sitting=sitting).count() == 9
    item = Item.objects.get(student=cast.maya, key="RD1")
    assert (item.kind, item.skill_set, item.words) == ("ability", "reading", "Retells what was read or heard, in order")
    assert spell(sitting.pk) in here
