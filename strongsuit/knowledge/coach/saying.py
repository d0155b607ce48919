"""Whether something is said at all: denied, ended, supposed, only mentioned, or told with its measure.

Each question first asks whether the sentence holds any of the words it turns on: most hold none.
"""

import re
from functools import cache

from strongsuit.knowledge.coach.scene import Scene, Who
from strongsuit.knowledge.wordlists import words

SHORTENED_VERBS = (
    "are", "is", "was", "were", "do", "does", "did", "have", "has", "had", "would", "could", "should", "might", "must",
    "need", "ca", "wo", "ai", "sha", "may", "ought", "dare",
)  # fmt: skip
NOBODY_SAYS = {
    "no one", "no record", "no evidence", "no sign", "no signs", "no reports", "no report", "no indication",
    "no student", "no child", "no parent", "no family", "taken for", "mistaken for", "rejected the", "can look",
    "may look", "might look",
}  # fmt: skip
DUTIES = {"must", "shall"}
ADVICE = {"may", "can", "should", "might", "could"}
QUALIFIES = {"qualify", "qualifies", "eligible", "eligibility", "criterion", "criteria"}
ANY_CHILD = {(one, child) for one in ("a", "any", "each", "every") for child in ("child", "student", "parent", "pupil")}
WHEN = {"when", "whenever", "where"}
ENDS_SOMETHING = {"ended", "ceased", "stopped"}
NO_SUCH = {"no", "without", *ENDS_SOMETHING}
AFTER_AN_END = {"with", "due", "because", "after", "when", "over"}
ACTING = {"he", "she"}
HELPS = {
    "would", "will", "won't", "wouldn't", "does", "doesn't", "did", "didn't", "cannot", "can't", "couldn't", "never",
    "has",
}  # fmt: skip
# How a whole question begins; other questions only end in one: "he is lazy, right?".
ASKS = {
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "would", "will", "should",
    "may",
    "might", "what", "why", "how", "who", "whose", "whom", "which", "where", "when", "any", "anyone", "anybody",
    "isn't",
    "aren't", "don't", "doesn't", "didn't", "won't", "can't",
}  # fmt: skip
PAUSES = {",", ";", ":"}
MIGHT = {"should", "could", "might"}
ANYBODY = {"a", "an", "any", "students", "children"}
MENTIONING = (
    "do not write", "stop writing", "don't write", "instead of", "rather than", "do not say", "never write",
    "strike ", "replace ", "swap ", "item ", "titled", "entitled", "slide on", "slides on", "handout on",
    "webinar on", "session on", "article on", "training on", "lesson on", "mini-lesson on", "unit on", "chapter on",
)  # fmt: skip
OPENS_MENTION = {
    "strike", "swap", "avoid", "item", "scoring", "replace", "form", "box", "field", "column", "checkbox", "legend",
    "key",
}  # fmt: skip
# "I hate when people call my daughter slow".
WORDS_OF = {"vocabulary", "spelling", "adjectives", "synonyms", "antonyms"}
CALLING = {"call", "calls", "called", "calling", "label", "labels", "labeled", "labeling"}
MINDING = {"hate", "hates", "hated", "stop", "stopped", "hurt", "hurts", "tired", "object", "objects", "objected"}
# "The neighbor is called a cripple; the class asked why that word hurts".
WHICH_WORD = {("that", "word"), ("this", "word"), ("the", "word"), ("that", "term"), ("that", "label"), ("the", "term")}
IS_A = {(be, article) for be in ("is", "are", "was", "were") for article in ("a", "an", "the")}
ORDERS = {"don't", "do"}
SUPPOSING = {"if", "whether", "unless", "suppose", "hunch", "lest"}
ENDINGS = (
    "no longer", "is rare", "are rare", "rare now", "have ended", "has ended", "ended ", "have stopped",
    "has stopped", "has not been", "have not been", "is a thing of", "are a thing of", "is not ", "are not ", "isn't ",
    "resolved", "aren't ", "was not ", "were not ", "not seen", "none ", "have disappeared", "ruled out",
)  # fmt: skip
ENDING_WORDS = {
    "ruled",
    "no",
    "rare",
    "ended",
    "stopped",
    "not",
    "thing",
    "resolved",
    "isn't",
    "aren't",
    "none",
    "disappeared",
}
DENIED = {"not", "never", "no", "hardly", "rarely"}
# A denial does not reach past these.
BARS = {
    "due",
    ";",
    ":",
    ".",
    "but",
    "because",
    "so",
    "then",
    "given",
    "when",
    "since",
    "who",
    "while",
    "although",
    "whenever",
}


def negated(scene: Scene, at: int) -> bool:
    """Denied, ended or rare: "no longer", "seldom", "without", "anything but"."""
    if scene.all_words.isdisjoint(_denying()):
        return False
    if nobody_says(scene, at) or " ".join(scene.texts[max(at - 2, 0) : at]) == "anything but":
        return True
    if scene.text(at - 1) in {"little", "less"} and scene.text(at) in {"difficulty", "trouble", "struggle"}:
        return True
    for spot in range(at - 1, max(at - 7, -1), -1):
        text = scene.texts[spot]
        if text in BARS or (text == "," and (spot < at - 1 or scene.text(at) in HELPS)):
            return False
        if text == "no" and scene.text(spot + 1) == ",":
            # "Said no, refusing to move" denies nothing.
            continue
        if text in NO_SUCH and scene.text(spot + 1) != "longer" and _somebody_else(scene, spot, at):
            continue
        if text in words("denials") or (text.endswith("n't") and text != "don't care"):
            return not (text == "not" and scene.text(spot + 1) == "only")
        if text == "to" and scene.text(spot - 1) == "used":
            return True
        if text == "but" and scene.text(spot - 1) == "anything":
            return True
        if text in {"and", "but"} and (
            scene.text(at).endswith(("s", "ed")) or scene.text(spot + 1) in words("be") | words("having")
        ):
            # "Does not read and refuses to write": the second verb stands for itscene.
            return False
    return False


def _somebody_else(scene: Scene, spot: int, at: int) -> bool:
    """ "With no warning he loses it", "ended with a tantrum": what is denied or ended is something else."""
    between = scene.texts[spot + 1 : at]
    if scene.texts[spot] in ENDS_SOMETHING:
        return not AFTER_AN_END.isdisjoint(between)
    return "that" not in between and not ACTING.isdisjoint(between)


def denied_inside(scene: Scene, at: int, after: int, source: str) -> bool:
    """ "Has not plateaued": a denial in a gap of what is listed."""
    inside = DENIED.intersection(scene.texts[at + 1 : after])
    return bool(inside) and any(text not in _listed(source) and f"{text}_" not in source for text in inside)


@cache
def _listed(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z'’]+", source.lower()))


@cache
def _denying() -> frozenset[str]:
    """Every word that a denial is told with."""
    shortened = {f"{verb}n't" for verb in SHORTENED_VERBS}
    begins = {said.partition(" ")[0] for said in NOBODY_SAYS}
    rest = {"nobody", "nothing", "neither", "used", "anything", "little", "less"}
    return words("denials").union(words("untrue"), shortened, begins, rest, ORDERS)


def nobody_says(scene: Scene, at: int) -> bool:
    """ "Nobody would call him", "nothing in the data suggested that", "it would be unfair to say"."""
    for spot in range(at - 1, -1, -1):
        if scene.texts[spot] in {";", ":"}:
            return False
        if scene.texts[spot] in {"nobody", "nothing"} or " ".join(scene.texts[spot : spot + 2]) in NOBODY_SAYS:
            return True
        if scene.texts[spot] == "neither" and not words("judging").isdisjoint(scene.texts[spot:at]):
            return True
        if scene.texts[spot] in words("untrue") and scene.text(spot + 1) in {"to", "that"}:
            return True
        if scene.texts[spot] == "don't" or scene.texts[spot : spot + 2] == ("do", "not"):
            # "Please do not describe it as": an order, for nobody does it.
            if spot == 0 or scene.texts[spot - 1] in {"please", ",", "and", "so"} and spot < 3:
                return True
            return scene.text(spot - 1) == ";"
    return False


def ended(scene: Scene, after: int) -> bool:
    """ "Outbursts have ended", "tantrums: none", "is no longer": the end is told behind."""
    if ENDING_WORDS.isdisjoint(scene.texts[after : after + 7]):
        return False
    near = scene.texts[after : after + 7]
    near = near[: next((at for at, text in enumerate(near) if text in {",", ";"}), len(near))]
    joined = " ".join(near)
    return any(joined.startswith(begin) or f" {begin}" in f" {joined}" for begin in ENDINGS)


def supposed(scene: Scene, at: int) -> bool:
    """In a question, a condition or a guess that is to be tested."""
    if scene.sentence.asks and (_opens(scene) in ASKS or "," not in scene.texts[at + 1 :]):
        return True
    if not scene.all_words.isdisjoint(DUTIES) and ANY_CHILD & set(zip(scene.texts, scene.texts[1:], strict=False)):
        # "A child who fails to make progress must be evaluated again": the law, of anybody.
        return True
    if not scene.all_words.isdisjoint(DUTIES) and not scene.all_words.isdisjoint(QUALIFIES):
        return True
    if scene.texts[:2] in ANY_CHILD and scene.text(2) == "who" and not scene.all_words.isdisjoint(ADVICE):
        # "A student who cannot hold a pencil may dictate".
        return True
    if not scene.all_words.isdisjoint(WHEN) and any(
        scene.texts[spot] in WHEN and scene.text(spot + 1) in ANYBODY for spot in range(at)
    ):
        # "When a student refuses, wait": advice for anybody.
        return True
    if scene.all_words.isdisjoint(SUPPOSING):
        return scene.text(0) in MIGHT and PAUSES.isdisjoint(scene.texts[:at])
    for spot in range(at - 1, -1, -1):
        text = scene.texts[spot]
        if text == "," and "whether" in scene.texts[max(spot - 6, 0) : spot]:
            continue
        if text in PAUSES:
            return False
        if text in SUPPOSING:
            return not (text == "if" and scene.text(spot + 1) == "you" and scene.text(spot + 2) == "ask")
    return scene.text(0) in MIGHT


def _opens(scene: Scene) -> str:
    """What a sentence begins with, behind its heading if it has one: "Ask yourself: does he"."""
    return scene.text(scene.texts.index(":") + 1 if ":" in scene.texts else 0)


# What breaks off a mention: "reads long words and refuses", "word retrieval is weak".
GOES_ON = {"and", "but", "so", "who", "when", "because", ",", ";", "is", "are", "was", "were", "do", "does", "did"}
OF_READING = {
    "problem",
    "problems",
    "recognition",
    "study",
    "retrieval",
    "reading",
    "list",
    "lists",
    "bank",
    "wall",
    "family",
}
READ_WORDS = {"sight", "long", "hard", "new", "spelling", "multisyllable", "multisyllabic", "vocabulary", "spoken"}


def _goes_on(scene: Scene, spot: int, at: int) -> bool:
    if scene.texts[spot] not in {"word", "words", "term", "terms", "phrase", "phrases", "item", "code", "codes"}:
        return scene.text(spot + 1).startswith(("problem", "recognition", "study"))
    near = scene.texts[spot + 1 : at]
    return (
        not GOES_ON.isdisjoint(near) or bool(near[:1] and near[0] in OF_READING) or scene.text(spot - 1) in READ_WORDS
    )


def mentioned(scene: Scene, at: int, after: int) -> bool:
    """Named as words, not said: "the word lazy", "avoid", "instead of writing"."""
    if scene.all_words.isdisjoint(_mentioning()):
        return False
    before = range(max(at - 6, 0), at)
    if scene.texts[0] in OPENS_MENTION:
        return True
    if any(scene.texts[spot] in words("mentions") and not _goes_on(scene, spot, at) for spot in before):
        return True
    behind = scene.texts[after : after + 6]
    if not WORDS_OF.isdisjoint(scene.before_colon(at)):
        # "Vocabulary for the unit: stubborn, lazy, generous".
        return True
    if not CALLING.isdisjoint(scene.texts[max(at - 7, 0) : at]) and not MINDING.isdisjoint(scene.texts[:at]):
        return True
    if scene.text(after) != "" and WHICH_WORD & set(zip(scene.texts[after:], scene.texts[after + 1 :], strict=False)):
        return True
    if any(text in words("is_a_word") and behind[max(spot - 2, 0) : spot] in IS_A for spot, text in enumerate(behind)):
        return True
    joined = " ".join(scene.texts[max(at - 7, 0) : at])
    if scene.text(at - 1) in {"reads", "read"} and scene.subject(at - 1)[0] not in {Who.STUDENT, Who.NOBODY}:
        return True
    return any(phrase in joined for phrase in MENTIONING)


@cache
def _mentioning() -> frozenset[str]:
    """Every word that a mention is told with."""
    begins = {phrase.partition(" ")[0] for phrase in MENTIONING}
    return words("mentions").union(words("is_a_word"), OPENS_MENTION, begins, {"reads", "read"}, CALLING, WORDS_OF)


def measured(scene: Scene, at: int) -> bool:
    near = scene.tokens[max(at - 12, 0) : at + 14]
    return sum(token.raw[0].isdigit() for token in near) >= 1


def undenied(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """For a line that says itself what is denied behind it."""
    return not negated(scene, at)
