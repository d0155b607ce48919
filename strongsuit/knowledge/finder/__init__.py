"""The strengths finder as data: decks of cards in several reading levels and languages, and what answers are worth."""
