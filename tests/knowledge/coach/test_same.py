"""A finding stays the same one while its sentence stands, wherever it moves."""

from strongsuit.knowledge.coach.same import Standing


def mark(words, quote, rule="refusal"):
    start = words.index(quote)
    return Standing(words).mark(rule, start, start + len(quote))


def test_the_same_words_in_the_same_sentence_are_the_same_finding():
    before = mark("Maya refuses to read.", "refuses")
    assert mark("She sings. Maya  refuses to read.\nShe draws.", "refuses") == before
    assert mark("MAYA REFUSES TO READ!", "REFUSES") == before


def test_another_sentence_rule_or_quote_is_another_finding():
    before = mark("Maya refuses to read.", "refuses")
    assert mark("Maya refuses to read aloud.", "refuses") != before
    assert mark("Maya refuses to read.", "refuses to") != before
    assert mark("Maya refuses to read.", "refuses", rule="absolute") != before


def test_signs_alone_are_no_sentence_and_break_nothing():
    assert Standing("...").sentence(0) == (0, 0)
    assert Standing("").mark("refusal", 0, 0) == Standing("!").mark("refusal", 0, 0)
