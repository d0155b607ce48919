"""Cards of the finder as they are shown: words of a level and language, pictures, and what can be answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from strongsuit.knowledge.finder import answers, decks
from strongsuit.knowledge.finder.decks import Card, Deck
from strongsuit.strengths.finder_models import Level

SIDES = ("left", "right")
# What the key of an interest picked from the atlas begins with.
ATLAS = "atlas:"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what is sent, its word, its picture."""

    value: str
    label: str | Promise
    symbol: str


THATS_ME = Choice("thats_me", lazily("That's me"), "thats-me")
SOMETIMES = Choice("sometimes", lazily("Sometimes"), "sometimes")
NOT_YET = Choice("not_yet", lazily("Not yet"), "not-yet")
SKIP = Choice("skip", lazily("Skip"), "skip")
BOTH = Choice("both", lazily("Both"), "both")
NEITHER = Choice("neither", lazily("Neither"), "neither")
EARLY = (THATS_ME, SOMETIMES, NOT_YET)
OLDER = (
    Choice("a_lot", lazily("A lot like me"), "a-lot-like-me"),
    Choice("mostly", lazily("Mostly"), "mostly"),
    Choice("a_little", lazily("A little"), "a-little"),
    NOT_YET,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One card as somebody sees it now."""

    card: Card
    level: str
    language: str
    words: str
    choices: tuple[Choice, ...]
    flipped: bool = False
    again: bool = False

    @property
    def id(self) -> str:
        """What names this question in its sitting: a pair asked once more is a question of its own."""
        return f"{self.card.id}.again" if self.again else self.card.id

    @property
    def symbol(self) -> str:
        return self.card.symbols[0]

    @property
    def may_star(self) -> bool:
        return not self.card.is_pair


def shown(card: Card, level: str, language: str, *, seed: str, again: bool = False) -> Shown:
    """The card in these words; of a pair, the side that stands first comes from the seed."""
    language = decks.spoken(card, language)
    if not card.is_pair:
        given = EARLY if level == Level.EARLY else OLDER
        return Shown(card, level, language, str(decks.words_for(card, language, level)), given)
    flipped = answers.flipped(seed, card.id, again=again)
    sides = tuple(
        Choice(side, words, symbol)
        for side, words, symbol in zip(SIDES, decks.words_for(card, language, level), card.symbols, strict=True)
    )
    given = (*(reversed(sides) if flipped else sides), BOTH, NEITHER)
    return Shown(card, level, language, _("Which is more like me?"), given, flipped, again)


def named(key: str, language: str, level: str = Level.ADULT, side: str = "") -> str:
    """A card's words outside its deck, such as in a list; nothing where the key is no card's."""
    card = decks.card(key)
    if card is None:
        return capital(decks.atlas(language).get(key.removeprefix(ATLAS), "")) if key.startswith(ATLAS) else ""
    words = decks.words_for(card, language, level)
    if isinstance(words, str):
        return capital(words)
    if side in SIDES:
        return capital(words[SIDES.index(side)])
    return capital(_("%(one)s, or %(other)s") % {"one": words[0], "other": words[1]})


def deck_name(deck: Deck, language: str, *, adult: bool = False) -> str:
    """What a deck is called: shorter for a student."""
    return decks.name_of(deck, language, adult=adult)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def kept_words(key: str) -> str:
    """What stands in the record: the adult's words in the language of the district."""
    return named(key, settings.LANGUAGE_CODE)


def read_in(language: str) -> str:
    """The language cards can be read in that is nearest to this one."""
    wanted = (language or get_language() or decks.BASE).split("-")[0]
    return wanted if wanted in decks.languages() else decks.BASE


def languages() -> Iterable[str]:
    return decks.languages()
