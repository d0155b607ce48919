"""What changed because of what a student said: on the screen and on a sheet, in the words of whoever said them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from strongsuit.knowledge.voice import Outcome, Reaction, Route, Source
from strongsuit.voice import actions
from strongsuit.web import clock
from tests.documents.test_own_cards import sound, text

PAGE = "/me/changes/"


@pytest.fixture
def maya(client, cast):
    return cast.sign_in(client, cast.maya.account)


def hear(cast, words, **more):
    return actions.hear(
        by=cast.maya.account, student=cast.maya, words=words, source=Source.BUTTON, once=uuid4(), **more
    )


@pytest.fixture
def answered(cast):
    item = hear(cast, "i wnat a qiuet place")
    actions.route(by=cast.ruiz, item=item, once=uuid4(), to=Route.SOLVE_NOW, agreed=True)
    decided = {"outcome": Outcome.CHANGED, "why": "The corner is free in the morning.", "owner": "Ms. Ruiz"}
    actions.decide(by=cast.ruiz, item=item, once=uuid4(), by_when=clock.today() + timedelta(days=3), **decided)
    actions.tell(by=cast.ruiz, item=item, once=uuid4(), words="The corner is yours each morning.")
    actions.react(by=cast.maya.account, item=item, once=uuid4(), reaction=Reaction.NOT_OK, why="only morning")
    return item


def test_each_thing_stands_with_its_answer_who_and_when_and_what_i_think(maya, cast, answered):
    hear(cast, "can we have music")
    page = maya.get(PAGE).content.decode()
    for words in ("i wnat a qiuet place", "Yes, a little different. The corner is yours each morning.", "only morning"):
        assert words in page
    assert "Ms. Ruiz, by Nov. 23, 2026" in page and "can we have music" in page
    assert page.count("I will get an answer by") == 1


def test_the_sheet_holds_the_chosen_lines_and_nothing_private_by_itself(maya, cast, answered, tmp_path):
    hear(cast, "my own secret", shared=False)
    content = maya.get(f"{PAGE}paper/").content
    sound(content, tmp_path)
    said = text(content)
    assert "i wnat a qiuet place" in said and "The corner is yours each morning." in said
    assert "secret" not in said
    other = hear(cast, "can we have music")
    said = text(maya.get(f"{PAGE}paper/?line={other.pk}").content)
    assert "can we have music" in said and "qiuet" not in said


def test_nobody_else_opens_it_and_what_is_not_mine_is_not_there(client, cast, answered):
    for person in (cast.ruiz, cast.rosa):
        assert cast.sign_in(type(client)(), person).get(PAGE).status_code in {302, 404}
    assert cast.sign_in(client, cast.maya.account).get(f"{PAGE}paper/?line=12").status_code == 404


def test_before_anything_was_said_the_page_says_how(maya):
    page = maya.get(PAGE).content.decode()
    assert "Nothing yet" in page and "/me/voice/" in page
