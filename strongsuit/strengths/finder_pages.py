"""What the pages of the finder say: decks to choose, the card in hand, the rest after a deck."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from strongsuit.knowledge.finder import answers as rules
from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.finder.decks import Deck
from strongsuit.knowledge.finder.order import Answered, suggested
from strongsuit.knowledge.terms import Group, SkillSet
from strongsuit.people.models import Account
from strongsuit.strengths import finder_cards, finder_forms, finder_queries
from strongsuit.strengths.finder_cards import SKIP, Choice, Shown
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.finder_queries import Place, Step
from strongsuit.strengths.finder_ways import LEVELS, answering_of, level_of
from strongsuit.strengths.media_queries import pictures_of
from strongsuit.strengths.models import Answer
from strongsuit.strengths.queries import standing
from strongsuit.students.models import Student
from strongsuit.web import clock


@dataclass(frozen=True, slots=True)
class DeckTile:
    """A deck to choose, with what was done of it."""

    deck: Deck
    name: str
    answered: int
    last_on: date | None
    minutes: int
    once: str

    @property
    def total(self) -> int:
        return len(self.deck.cards)

    @property
    def is_done(self) -> bool:
        return self.answered >= self.total


def start(account: Account, student: Student) -> dict[str, Any]:
    """The decks, those never answered first; and the sitting that was left."""
    found = finder_queries.open_sitting(student, account)
    # Cards that were taken out of the list are gone on with nowhere.
    place = finder_queries.place_of(found) if found and decks.deck(found.deck) else None
    language = found.language if found else finder_cards.read_in(account.language)
    level = Level(found.level) if found else level_of(account, student.grade)
    tiles = deck_tiles(student, Group.STUDENT, language)
    return {
        "student": student,
        "going": place if place and (place.now or not place.has_told) else None,
        "going_name": finder_cards.deck_name(place.deck, language) if place else "",
        "tiles": tiles,
        "full": bool(found and len(found.decks) >= rules.MOST_DECKS),
        "left": rules.MOST_DECKS - (len(found.decks) if found else 0),
        "level": level,
        "way": answering_of(account).way,
        "card_language": language,
        "once": uuid4(),
        "sitting": found,
    }


def deck_tiles(student: Student, group: Group, language: str, *, by: Account | None = None) -> list[DeckTile]:
    """Every deck with how many of its cards are answered, in the order in which they are offered; one query."""
    told = Answer.objects.filter(student=student, group=group).select_related("item")
    given = standing(told.filter(by=by) if by else told)
    last = {each.item.key: each.on for each in given}
    # What the student wants to get better at is what the student needs, in the student's own view.
    starred = {SkillSet(each.item.skill_set) for each in given if each.starred and each.item.skill_set}
    found = []
    for one in decks.decks():
        days = [last[card.id] for card in one.cards if card.id in last]
        found.append(Answered(one, len(days), max(days, default=None)))
    early = bool(given) and given[-1].level == Level.EARLY
    order = suggested(found, needed=starred, today=clock.today(), early=early)
    return [tile(one, language, adult=group != Group.STUDENT) for one in order]


def tile(told: Answered, language: str, *, adult: bool) -> DeckTile:
    name = finder_cards.deck_name(told.deck, language, adult=adult)
    minutes = rules.minutes(len(told.deck.cards), adult=adult)
    return DeckTile(told.deck, name, told.count, told.last_on, minutes, str(uuid4()))


def frame(place: Place) -> dict[str, Any]:
    """What stands around every card."""
    sitting = place.sitting
    at = LEVELS.index(Level(sitting.level))
    return {
        "sitting": sitting,
        "student": sitting.student,
        "place": place,
        "deck_name": finder_cards.deck_name(place.deck, sitting.language),
        "other_languages": [one for one in decks.languages() if one != sitting.language],
        "easier": LEVELS[at - 1] if at else None,
        "harder": LEVELS[at + 1] if at + 1 < len(LEVELS) else None,
        "may_undo": place.last is not None,
        "last": place.last,
        "once": uuid4(),
        "undo_once": uuid4(),
        "call_once": uuid4(),
    }


def photos_of(place: Place, steps: Iterable[Step]) -> dict[str, str]:
    """Where the student's own photos are, by card."""
    found = pictures_of(place.sitting.student, [step.card.id for step in steps])
    return {key: f"{reverse('strengths:my_media', args=[media.pk])}?small" for key, media in found.items()}


def card(place: Place, step: Step, photos: Mapping[str, str]) -> dict[str, Any]:
    shown = place.card(step)
    at = place.steps.index(step)
    known = place.given.get(step.id)
    return {
        "shown": shown,
        "once": uuid4(),
        "number": at + 1,
        "total": len(place.steps),
        "path": [n < at for n in range(len(place.steps))],
        "now": at,
        "skip": SKIP,
        "known": known,
        "photo": photos.get(step.card.id, ""),
        "easiest": finder_cards.named(step.card.id, place.sitting.language, Level.EARLY),
    }


def every_card(place: Place) -> dict[str, Any]:
    """All cards of the deck in hand, each as it would stand on its page."""
    photos = photos_of(place, place.steps)
    return {
        "sitting": place.sitting,
        "cards": [card(place, step, photos) for step in place.steps],
        "answered": [step.id for step in place.steps if step.id in place.given],
    }


def chosen(shown: Shown, choice: str) -> Choice | None:
    return next((each for each in (*shown.choices, SKIP) if each.value == choice), None)


def open_card(place: Place, picked: Collection[str] = ()) -> dict[str, Any]:
    """The question at the end of a deck: to type, to say with pictures, or with a helper's pen."""
    return {
        "open_form": finder_forms.OpenForm(),
        "open_words": _("Something I am good at that nobody asked"),
        "pictures": pictures(place.sitting.language, picked),
    }


def pictures(language: str, picked: Collection[str]) -> list[tuple[str, str, str, bool]]:
    """Every picture of the atlas: what is sent, its concept, its name, and whether it is picked."""
    return [
        (finder_cards.ATLAS + key, key, finder_cards.capital(name), finder_cards.ATLAS + key in picked)
        for key, name in decks.atlas(language).items()
    ]


def rest(place: Place) -> dict[str, Any]:
    """After a deck: what to do next, or a kind stop."""
    sitting = place.sitting
    tiles = [tile for tile in deck_tiles(sitting.student, Group.STUDENT, sitting.language)
             if tile.deck.id not in sitting.decks]  # fmt: skip
    return {"tiles": tiles[:4] if place.has_room else [], "full": not place.has_room, "said": said_in(place)}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a student said in a deck: its picture and its words."""

    symbol: str
    words: str
    photo: str = ""


def said_in(place: Place) -> list[tuple[str, list[Said]]]:
    """What the student claimed in this deck, and what they want to get better at, in the words just read."""
    photos = photos_of(place, place.steps)
    found: dict[str, list[Said]] = {"claimed": [], "starred": []}
    for step in place.steps:
        given = place.given.get(step.id)
        if given is None or step.again:
            continue
        shown = place.card(step)
        photo = photos.get(step.card.id, "")
        if shown.card.is_pair:
            found["claimed"] += [Said(each.symbol, str(each.label)) for each in picked_of(shown, given.side)]
        elif given.value and given.value > rules.SOME:
            found["claimed"].append(Said(shown.symbol, shown.words, photo))
        if given.starred:
            found["starred"].append(Said(shown.symbol, shown.words, photo))
    return list(found.items())


def picked_of(shown: Shown, side: str) -> list[Choice]:
    """Of a pair the side that was chosen, or the two of them."""
    wanted = finder_cards.SIDES if side == "both" else (side,)
    return [each for each in shown.choices if each.value in wanted and each.value in finder_cards.SIDES]
