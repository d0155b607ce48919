"""One word for each wording test: what a rule marks in a text."""

from strongsuit.knowledge.coach.review import Passage, review


def advice_of(rule, words, *, names, quoted=False):
    name = rule.__name__.rpartition(".")[2]
    return [advice for advice in review([Passage("section:effect", words, names, quoted)]) if advice.rule == name]


def marked(rule, words, *, names=("Kofi", "Kofi Mensah"), quoted=False):
    found = advice_of(rule, words, names=names, quoted=quoted)
    assert [words[advice.start : advice.end] for advice in found] == [advice.quote for advice in found]
    return [advice.quote for advice in found]


def reworded(rule, words, *, names=("Kofi", "Kofi Mensah")):
    """Each sentence that the first finding's reframes would make."""
    advice = advice_of(rule, words, names=names)[0]
    return [words[: advice.start] + reframe + words[advice.end :] for reframe in advice.reframes]
