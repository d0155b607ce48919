"""Maya in front of cards of the finder, for the walks in a browser."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from strongsuit.knowledge.finder import decks
from strongsuit.strengths.finder_actions import begin
from strongsuit.strengths.finder_models import Level, Way
from strongsuit.strengths.finder_ways import keep_answering
from strongsuit.strengths.models import Answer
from strongsuit.web.ids import spell
from tests.browser.chromium import sign_in

PHONE = {"width": 320, "height": 640}
DECK = "SO"
CARDS = [card.id for card in decks.deck(DECK).cards]
TOTAL = len(CARDS)


@pytest.fixture
def sitting(cast):
    return lambda level=Level.UPPER, way="touch", **wanted: sat(cast, level, way, wanted)


def sat(cast, level, way, wanted):
    """Maya in front of the first card of a deck, answering in this way."""
    keep_answering(cast.maya_account, {"way": way, "level": level} | wanted)
    return begin(
        by=cast.maya_account, student=cast.maya, deck=DECK, level=level, language="en", way=Way(way), once=uuid4()
    )


def here(made):
    return f"/me/finder/{spell(made.pk)}/"


def opened(page, cast, live_server, made):
    """The page with every card at hand."""
    sign_in(page, cast.maya_account, live_server)
    with page.expect_response("**/cards/"):
        page.goto(here(made))
    return page


def at_card(page, number):
    expect(page.locator("[data-path]")).to_have_text(f"Card {number} of {TOTAL}")


def at_end(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Something I am good at that nobody asked")


def arrived(page):
    """Until the server has everything that was tapped."""
    expect(page.locator("[data-finder]")).to_have_attribute("data-waiting", "0")


def choices(made):
    return list(Answer.objects.filter(sitting=made).order_by("given_at", "made_at").values_list("item__key", "choice"))
