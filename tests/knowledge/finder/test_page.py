"""The list of cards is what the files say."""

from strongsuit.knowledge.finder import answers, decks
from strongsuit.knowledge.finder.page import page

PAGE = page()


def test_every_card_picture_interest_and_part_stands_on_the_page():
    for deck in decks.decks():
        assert f"\n## {deck.id}: " in PAGE
        for card in deck.cards:
            row = next(line for line in PAGE.splitlines() if line.startswith(f"| {card.id} | {card.kind} | "))
            assert all(f"`{symbol}`" in row for symbol in card.symbols)
            assert str(decks.words_for(card, "en", "short")).strip("()").split("'")[-2 if card.is_pair else 0] in row
    assert all(f"| `{key}` | {name} |" in PAGE for key, name in decks.atlas("en").items())
    assert all(f"| {part.replace('_', ' ')} | " in PAGE for part in answers.SEES)


def test_no_cell_breaks_its_table():
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    assert {row.count(" | ") for row in rows} == {1, 2, 7}


def test_the_page_says_how_easy_each_level_reads():
    for level, bound in (("early", "below 1"), ("upper", "at most 3"), ("secondary", "at most 5")):
        assert any(line.startswith(f"| {level} | ") and line.endswith(f"| {bound} |") for line in PAGE.splitlines())
