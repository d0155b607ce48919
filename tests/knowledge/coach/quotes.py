"""One word for each wording test: what a rule marks in a text."""

from strongsuit.knowledge.coach.review import Passage


def marked(rule, words, *, names=("Kofi", "Kofi Mensah"), quoted=False):
    found = list(rule.check(Passage("section:effect", words, names, quoted)))
    assert [words[advice.start : advice.end] for advice in found] == [advice.quote for advice in found]
    return [advice.quote for advice in found]


def reworded(rule, words, *, names=("Kofi", "Kofi Mensah")):
    """Each sentence that the first finding's reframes would make."""
    advice = next(iter(rule.check(Passage("section:effect", words, names))))
    return [words[: advice.start] + reframe + words[advice.end :] for reframe in advice.reframes]
