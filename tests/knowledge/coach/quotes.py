"""One word for each wording test: what a rule marks in a text."""

from strongsuit.knowledge.coach.review import Passage, review

KOFI = ("Kofi", "Kofi Mensah")
# A mark may hold this many words beside its verdict: "is", "very", "a".
SPARE = 3


def advice_of(rule, words, *, names, quoted=False, context="present_levels"):
    name = rule.__name__.rpartition(".")[2]
    passage = Passage("section:effect", words, names, quoted, context)
    # The rules alone: the second opinion may settle a category otherwise.
    return [advice for advice in review([passage], learned=False) if advice.group == name]


def marked(rule, words, *, names=KOFI, quoted=False, context="present_levels"):
    found = advice_of(rule, words, names=names, quoted=quoted, context=context)
    assert [words[advice.start : advice.end] for advice in found] == [advice.quote for advice in found]
    return [advice.quote for advice in found]


def amiss(rule, words, verdicts):
    """What is wrong with the marks of a sentence: each verdict has one, and it is not much longer."""
    quotes = marked(rule, words)
    if len(quotes) != len(verdicts):
        return f"{len(quotes)} marks for {len(verdicts)} verdicts: {quotes}"
    return [
        (quote, verdict)
        for quote, verdict in zip(quotes, verdicts, strict=True)
        if verdict not in quote or len(quote.split()) > len(verdict.split()) + SPARE
    ]


def reworded(rule, words, *, names=KOFI):
    """Each sentence that the first finding's reframes would make."""
    advice = advice_of(rule, words, names=names)[0]
    return [words[: advice.start] + reframe + words[advice.end :] for reframe in advice.reframes]
