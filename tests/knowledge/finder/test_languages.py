"""Cards in other languages: the agreed words, and children and adults each spoken to as they should be."""

import re
import tomllib

import pytest

from strongsuit.knowledge.finder import decks

GLOSSARY = tomllib.loads((decks.HERE / "words" / "glossary.toml").read_text(encoding="utf-8"))
OTHERS = [language for language in decks.languages() if language != decks.BASE]
CARDS = [card for deck in decks.decks() for card in deck.cards]
STUDENT = ("E", "U", "S")
EVERY = (*STUDENT, "A", "short", "strength")


def said(card, language, levels=EVERY):
    """All the words of a card, in small letters."""
    words = [decks.words_for(card, language, level) for level in levels]
    return "\n".join("\n".join([each] if isinstance(each, str) else each) for each in words).lower()


ARABIC = re.compile(r"[\u0600-\u06ff]")


def begins(words, text):
    """Whether a word of the text begins with one of these; Arabic writes its small words onto the front."""
    return any(word in text if ARABIC.search(word) else re.search(rf"\b{re.escape(word)}", text) for word in words)


def says(words, text):
    """Whether the text holds one of these words, or more than one of its kind."""
    return any(re.search(rf"\b{re.escape(word)}s?\b", text) for word in words)


@pytest.mark.parametrize("term", GLOSSARY)
def test_each_agreed_word_is_there_in_every_language(term):
    assert set(GLOSSARY[term]) >= {"en", "es", "ar"}
    assert all(words and all(word == word.lower().strip() for word in words) for words in GLOSSARY[term].values())


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("term", GLOSSARY)
def test_where_english_says_an_agreed_word_the_other_languages_say_theirs(term, language):
    cards = [card for card in CARDS if says(GLOSSARY[term]["en"], said(card, "en"))]
    assert [card.id for card in cards if not begins(GLOSSARY[term][language], said(card, language))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language):
    same = {
        (card.id, level)
        for card in CARDS
        for level in EVERY
        if decks.words_for(card, language, level) == decks.words_for(card, "en", level)
    }
    assert same == set()


@pytest.mark.parametrize("language", decks.languages())
def test_two_cards_of_a_deck_never_carry_the_same_label(language):
    for deck in decks.decks():
        labels = [decks.words_for(card, language, "short") for card in deck.cards]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", decks.languages())
def test_the_two_sides_of_a_pair_differ(language):
    for card in CARDS:
        if card.is_pair:
            assert all(left != right for left, right in (decks.words_for(card, language, level) for level in EVERY))


# Endings that would make a child a boy or a girl, where a child speaks of itself; and what would address somebody.
OF_A_BOY = re.compile(
    r"\b(?:soy|estoy|me siento|me quedo|me pongo|quedo)\s+(?:muy\s+|bien\s+)?\w+[oa]\b"
    r"|\b(?:solo|sola|juntos|juntas)\b(?! (?:a mí|porque|rato))"
)
FORMAL = re.compile(r"\b(?:usted|ustedes|dígame|muéstreme|avíseme)\b")


def test_spanish_says_tu_to_a_child_and_makes_nobody_a_boy_or_a_girl():
    for card in CARDS:
        words = said(card, "es", STUDENT)
        assert FORMAL.search(words) is None, card.id
        # "Una sola persona" and "un solo rato" speak of something else.
        mine = re.sub(r"\bun[ao]? sol[ao] (?:persona|rato|vez)\b", "", words)
        assert OF_A_BOY.search(mine) is None, (card.id, OF_A_BOY.search(mine)[0])


def test_spanish_adult_lines_go_on_after_the_name():
    for card in CARDS:
        told = decks.words_for(card, "es", "A")
        for words in [told] if isinstance(told, str) else told:
            assert words == words[:1].lower() + words[1:] and not words.endswith("."), card.id
