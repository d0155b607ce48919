"""The cards of the finder: complete, easy enough, and a folder with a mistake is told what to do."""

import re
import shutil
from decimal import Decimal
from itertools import chain

import pytest

from strongsuit.knowledge.finder import decks, readable
from strongsuit.knowledge.finder.decks import DeckProblem, load
from strongsuit.knowledge.terms import ItemKind, SkillSet

HOUSE = load(decks.HERE)
CARDS = [card for deck in HOUSE.decks for card in deck.cards]
WORDS = HOUSE.words["en"]
EVERY = {deck.id for deck in HOUSE.decks}

OWN_DECK = """[[deck]]
id = "LOC"
skill_set = "work"
symbol = "trucks"
cards = [
  { id = "LOC1", kind = "ability", symbols = ["trucks"] },
  { id = "LOC2", kind = "preference", symbols = ["morning", "afternoon"] },
]
"""
OWN_WORDS = """child = "On the farm"
adult = "Farm work"

[LOC1]
early = "I can feed the hens."
upper = "I know how to feed and herd hens."
secondary = "I can run the hen house by myself."
adult = "feeds and herds hens"
short = "care of hens"
strength = "feeding and herding hens"

[LOC2]
early = ["Feed first", "Play first"]
upper = ["Feed first", "Play first"]
secondary = ["Chores first", "Rest first"]
adult = ["likes chores first", "likes a rest first"]
short = ["chores first", "rest first"]
strength = ["doing chores first", "resting first"]
"""


@pytest.fixture
def own(tmp_path):
    """A folder with one deck of a district's own."""
    (tmp_path / "words" / "en").mkdir(parents=True)
    (tmp_path / "decks.toml").write_text(OWN_DECK)
    (tmp_path / "words" / "en" / "LOC.toml").write_text(OWN_WORDS)
    return tmp_path


@pytest.fixture
def in_use():
    yield decks.use
    decks.use()


def changed(file, old, new):
    said = file.read_text(encoding="utf-8")
    assert old in said
    file.write_text(said.replace(old, new, 1), encoding="utf-8")


def test_thirteen_decks_of_skill_sets_and_one_of_settings():
    assert [deck.skill_set for deck in HOUSE.decks[:-1]] == list(SkillSet)
    assert HOUSE.decks[-1].id == decks.SETTINGS and HOUSE.decks[-1].skill_set is None
    assert len(HOUSE.decks[-1].cards) == 12 and all(card.is_pair for card in HOUSE.decks[-1].cards)


@pytest.mark.parametrize("deck", HOUSE.decks[:-1], ids=lambda deck: deck.id)
def test_each_skill_set_asks_for_abilities_an_interest_and_a_preference(deck):
    assert {card.kind for card in deck.cards} == set(ItemKind)
    assert 8 <= len(deck.cards) <= 12
    assert [card.id for card in deck.cards] == [f"{deck.id}{n}" for n in range(1, len(deck.cards) + 1)]


def test_the_atlas_holds_every_interest_once():
    assert len(HOUSE.atlas["en"]) == len(set(HOUSE.atlas["en"].values())) == 52


@pytest.mark.parametrize(("level", "most"), [("early", "0.9"), ("upper", "3"), ("secondary", "5")])
def test_the_abilities_and_interests_of_a_level_are_easy_enough_to_read(level, most):
    told = readable.level_of(HOUSE, level, EVERY)
    assert told.grade is not None and told.grade <= Decimal(most)


def test_a_label_is_two_to_four_words_in_english():
    for card in CARDS:
        short = WORDS[card.deck].cards[card.id]["short"]
        for words in [short] if isinstance(short, str) else short:
            assert 2 <= len(words.split()) <= 4, (card.id, words)


def test_nothing_on_a_card_says_what_a_student_lacks():
    said = chain.from_iterable(
        [each] if isinstance(each, str) else each for card in CARDS for each in WORDS[card.deck].cards[card.id].values()
    )
    assert [
        words for words in said if re.search(r"\b(?:can't|cannot|won't|refuse|fail|unable|deficit|weak)", words)
    ] == []


@pytest.mark.parametrize("language", decks.languages())
def test_a_language_of_the_house_has_every_card_and_interest(language):
    assert HOUSE.words[language].keys() == EVERY
    assert HOUSE.atlas[language].keys() == HOUSE.atlas["en"].keys()
    names = [said.child for said in HOUSE.words[language].values()]
    assert len(set(names)) == len(names)


def test_a_language_without_words_falls_back_to_english_and_says_so():
    card = CARDS[0]
    assert decks.spoken(card, "xx") == "en"
    assert decks.words_for(card, "xx", "E") == decks.words_for(card, "en", "E")
    assert decks.atlas("xx") == decks.atlas("en")
    assert decks.spoken(card, "en") == "en"


def test_a_district_adds_a_deck_of_its_own(own, in_use):
    in_use(own)
    assert decks.decks()[-1].id == "LOC" and len(decks.decks()) == len(HOUSE.decks) + 1
    assert decks.words_for(decks.card("LOC2"), "en", "S") == ("Chores first", "Rest first")
    in_use()
    assert decks.deck("LOC") is None


def test_a_deck_of_the_same_id_takes_the_place_of_the_houses(own):
    for file in (own / "decks.toml", own / "words" / "en" / "LOC.toml"):
        file.write_text(file.read_text().replace("LOC", "RD"))
    (own / "words" / "en" / "LOC.toml").rename(own / "words" / "en" / "RD.toml")
    found = load(own, HOUSE)
    assert [deck.id for deck in found.decks] == [deck.id for deck in HOUSE.decks]
    assert [card.id for card in found.decks[0].cards] == ["RD1", "RD2"]
    assert [language for language, of in found.words.items() if "RD" in of] == ["en"]


def test_a_folder_may_bring_nothing_but_a_language(tmp_path):
    (tmp_path / "words" / "so").mkdir(parents=True)
    shutil.copy(decks.HERE / "words" / "en" / "RD.toml", tmp_path / "words" / "so")
    shutil.copy(decks.HERE / "words" / "en" / "atlas.toml", tmp_path / "words" / "so")
    found = load(tmp_path, HOUSE)
    assert set(found.words["so"]) == {"RD"} and found.decks == HOUSE.decks


BROKEN_DECKS = [
    ('id = "LOC2"', 'id = "LOC1"', "LOC1", "stands here twice"),
    ('id = "LOC2"', 'id = "RD2"', "RD2", "A card of deck LOC is called LOC and a number"),
    ('"ability"', '"talent"', "LOC1", "'talent' is no kind of card"),
    ('"work"', '"labor"', "LOC", "'labor' is no skill set"),
    ('symbol = "trucks"', 'symbol = "tractor"', "LOC", "There is no picture tractor"),
    ('["trucks"]', '["Trucks!"]', "LOC1", "no name of a picture"),
    ('["morning", "afternoon"]', '["morning"]', "LOC2", "one picture for each side"),
    ('["trucks"]', '["trucks", "cars"]', "LOC1", "names one picture"),
    ('skill_set = "work"', 'skill_set = "work"\ncolor = "red"', "LOC", "Nothing reads color"),
    ('kind = "ability"', 'kind = "ability", level = 3', "LOC1", "Nothing reads level"),
    ('id = "LOC"\n', "", "", "A deck has no id"),
    ("[[deck]]", "[deck]", "", "No deck stands here"),
    ("cards = [", "cards = ", "", "cannot be read as TOML"),
]


@pytest.mark.parametrize(("old", "new", "of", "what"), BROKEN_DECKS)
def test_a_mistake_in_the_list_of_decks_is_told_with_its_place(own, old, new, of, what):
    changed(own / "decks.toml", old, new)
    with pytest.raises(DeckProblem, match=re.escape(what)) as problem:
        load(own, HOUSE)
    assert problem.value.of == of and str(own / "decks.toml") in str(problem.value)


BROKEN_WORDS = [
    ('early = "I can feed the hens."\n', "", "LOC1", "The words for early are missing"),
    ('"feeds and herds hens"', '" "', "LOC1", "adult holds something that is no words"),
    ('"I can feed the hens."', "7", "LOC1", "early holds something that is no words"),
    ("I can feed the hens.", "I can feed all of the hens we have.", "LOC1", "early has 9 words, and 8 is the most"),
    ("I can feed the hens.", "Extraordinarily " * 3 + "uncharacteristically", "LOC1", "68 letters long, and 60 fit"),
    ("feeds and herds hens", "feeds and herds hens " * 7 + "daily", "LOC1", "and 140 fit. Say it shorter"),
    ("I know how to feed", "I know how to feed " * 5, "LOC1", "and 90 fit"),
    ("I can run the hen", "I can run the hen " * 7, "LOC1", "and 120 fit"),
    ("care of hens", "care of all the many hens", "LOC1", "short has 6 words, and 5 is the most"),
    ('"care of hens"', '"care of hens "', "LOC1", "a space or a new line"),
    ('["Feed first", "Play first"]', '["Feed first"]', "LOC2", "This card is a pair. Write both sides"),
    ('["Feed first", "Play first"]', '"Feed first"', "LOC2", "This card is a pair. Write both sides"),
    ('["Feed first", "Play first"]', '["Feed first", ""]', "LOC2", "early holds something that is no words"),
    ('"I can feed the hens."', '["I can feed hens.", "Or not."]', "LOC1", "This card is no pair"),
    ("short = \"care", "label = \"care", "LOC1", "Nothing reads label"),
    ("[LOC2]", "[LOC3]", "LOC3", "Deck LOC has no card LOC3"),
    ("[LOC1]", "[RD1]", "RD1", "RD1 is no card of deck LOC"),
    ('child = "On the farm"\n', "", "LOC", "Write what the deck is called for a child"),
    ('"Farm work"', f'"{"Farm " * 13}"', "LOC", "and 60 fit"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "of", "what"), BROKEN_WORDS)
def test_a_mistake_in_the_words_is_told_with_its_card(own, old, new, of, what):
    file = own / "words" / "en" / "LOC.toml"
    changed(file, old, new)
    with pytest.raises(DeckProblem, match=re.escape(what)) as problem:
        load(own, HOUSE)
    assert problem.value.of == of and str(problem.value).startswith(str(file))


def test_words_that_raise_the_level_are_named_with_their_card(tmp_path):
    folder = tmp_path / "finder"
    shutil.copytree(decks.HERE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for file in (folder / "words" / "en").glob("*.toml"):
        if file.stem not in ("atlas", "ST"):
            said = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r'^early = "(?:\S+ ){2}', 'early = "Internationally ', said, flags=re.MULTILINE))
    with pytest.raises(DeckProblem, match=r"bound.*internationally \([A-Z]+\d\)") as problem:
        load(folder)
    assert problem.value.of == "early"


def test_a_deck_that_is_far_too_hard_is_found_among_all_the_easy_ones(own):
    cards = "".join(f'  {{ id = "LOC{n}", kind = "ability", symbols = ["trucks"] }},\n' for n in range(3, 23))
    text = (own / "decks.toml").read_text()
    (own / "decks.toml").write_text(text[: text.rindex("]")] + cards + "]\n")
    hard = "I independently administer veterinary medication."
    lines = "".join(
        f'\n[LOC{n}]\nearly = "I can feed the hens."\nupper = "{hard}"\nsecondary = "{hard}"\n'
        'adult = "a"\nshort = "a b"\nstrength = "a"\n'
        for n in range(3, 23)
    )
    file = own / "words" / "en" / "LOC.toml"
    file.write_text(file.read_text() + lines)
    with pytest.raises(DeckProblem, match=r"veterinary \(LOC\d+\)"):
        load(own, HOUSE)


def test_files_that_are_missing_foreign_or_no_text(own, tmp_path):
    (own / "words" / "en" / "LOC.toml").unlink()
    with pytest.raises(DeckProblem, match="The words in English are missing"):
        load(own, HOUSE)
    (own / "words" / "en" / "XX.toml").write_text(OWN_WORDS)
    with pytest.raises(DeckProblem, match="There is no deck XX"):
        load(own, HOUSE)
    (own / "words" / "en" / "XX.toml").rename(own / "words" / "en" / "LOC.toml")
    (own / "words" / "en" / "LOC.toml").write_bytes(b'child = "\xff"')
    with pytest.raises(DeckProblem, match="text in UTF-8"):
        load(own, HOUSE)
    (own / "words" / "en" / "LOC.toml").write_text("#" * 600_000)
    with pytest.raises(DeckProblem, match="too large"):
        load(own, HOUSE)
    with pytest.raises(DeckProblem, match="There are no cards here"):
        load(tmp_path / "nowhere", HOUSE)
    (own / "words" / "en" / "LOC.toml").write_text(OWN_WORDS)
    (own / "words" / "Español").mkdir()
    with pytest.raises(DeckProblem, match="by the code of its language"):
        load(own, HOUSE)


def test_the_atlas_of_a_language_is_whole(own):
    (own / "words" / "so").mkdir()
    file = own / "words" / "so" / "atlas.toml"
    file.write_text('animals = "xoolo"\n')
    with pytest.raises(DeckProblem, match="The name of this interest is missing"):
        load(own, HOUSE)
    file.write_text('unicorns = "x"\n')
    with pytest.raises(DeckProblem, match="no such interest"):
        load(own, HOUSE)
    file.write_text("animals = 3\n")
    with pytest.raises(DeckProblem, match="Name the interest"):
        load(own, HOUSE)
