"""Three people write one section, each opening, typing, saving and choosing in any order: nobody's words vanish."""

import random
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from strongsuit.knowledge.terms import Section
from strongsuit.plans.models import KeptText, PlanSection
from tests.amounts import times

pytestmark = pytest.mark.django_db

AUTOSAVE = {"X-Autosave": "1"}
STEPS = 24


class Writer:
    """One person at one open page: the version it stands on, what is typed, and every version they have read."""

    def __init__(self, cast, name, draft):
        self.account, self.name = getattr(cast, name), name
        self.client = cast.sign_in(Client(), self.account)
        self.path = reverse("plans:place", args=[draft.pk, "effect"])
        self.read, self.refused, self.beside = set(), [], None

    def open(self, row):
        assert row.text in unescape(self.client.get(self.path).text)
        self.version, self.text, self.beside = row.version, row.text, None
        self.read.add(row.version)

    def save(self, row):
        answer = self.client.post(self.path, {"version": self.version, "text": self.text}, headers=AUTOSAVE)
        if answer.status_code == 200:
            self.version = answer.json()["version"]
            self.read.add(self.version)
        else:
            self.look_beside(answer.status_code, answer.json()["html"], row)

    def choose(self, choice, row):
        """One of the three buttons under two texts, then the page as it is drawn anew."""
        sent = {"version": self.version, "text": self.text, "resolve": choice, "their_version": self.beside}
        answer = self.client.post(self.path, sent)
        if answer.status_code == 302:
            return True
        self.look_beside(answer.status_code, answer.text, row)
        return False

    def look_beside(self, status, html, row):
        """Refused: both texts stand on the page, and this one is kept."""
        assert status == 409
        # A page draws an empty line as the end of a paragraph.
        shown = " ".join(strip_tags(unescape(html)).split())
        assert " ".join(row.text.split()) in shown and " ".join(self.text.split()) in shown
        self.read.add(row.version)
        self.beside = row.version
        self.refused.append(self.text)


@pytest.mark.parametrize("seed", range(times(1)))
def test_nobody_pushes_out_words_they_have_not_read(cast, draft, seed):
    chance = random.Random(seed)
    writers = [Writer(cast, name, draft) for name in ("ruiz", "silva", "chen")]
    for writer in writers:
        writer.open(stands(draft))
    for step in range(STEPS):
        writer, before = chance.choice(writers), stands(draft)
        act(writer, before, chance, f"{writer.name}{step}", draft)
        after = stands(draft)
        assert after.version == before.version or before.version in writer.read, "words were replaced unread"
        assert gone(writer) == [], "words that were refused are kept nowhere"
    assert any(writer.refused for writer in writers)


def act(writer, row, chance, words, draft):
    if writer.beside:
        choice = chance.choice(["mine", "theirs", "both", "walk away"])
        if choice == "walk away" or writer.choose(choice, row):
            writer.open(stands(draft))
    elif chance.random() < 0.2:
        writer.open(row)
    else:
        writer.text = f"{writer.text} {words}".strip() if chance.random() < 0.7 else words
        writer.save(row)


def stands(draft):
    return PlanSection.objects.get(plan=draft, section=Section.EFFECT)


def gone(writer):
    kept = list(KeptText.objects.filter(by=writer.account).values_list("text", flat=True))
    return [text for text in writer.refused if not any(text in each for each in kept)]
