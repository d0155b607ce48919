"""The talk that T-2 replays: what was said so far, and things an adult might say next; practice material."""

from dataclasses import dataclass

from strongsuit.knowledge.lessons.shapes import Choice, Profile, Turn
from strongsuit.knowledge.lessons.students import IMANI, NOOR, TEO
from strongsuit.knowledge.words import gettext_noop

# Seconds before an answer begins: the wait at a speech device (specification 3.2); five for speech.
NEEDED = {"noor": 20, "teo": 5, "imani": 5}
WAITS = (
    Choice("2", gettext_noop("2 seconds")),
    Choice("5", gettext_noop("5 seconds")),
    Choice("10", gettext_noop("10 seconds")),
    Choice("20", gettext_noop("20 seconds")),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One turn: the talk so far, and what could be said; without ``says`` the learner writes, as ``model`` does."""

    key: str
    student: Profile
    chat: tuple[Turn, ...]
    says: tuple[str, ...] = ()
    model: str = ""


def _chat(*lines: str) -> tuple[Turn, ...]:
    """Written as "Noor: words"."""
    return tuple(Turn(*line.split(": ", 1)) for line in lines)


ADULT = "Ms. Adler"
BEGIN = (f"{ADULT}: Hi Noor. This is your time. Any answer is fine.", "Noor: looks at the first page of her device")
QUIET = (*BEGIN, f"{ADULT}: Show me something you like to do.", "Noor: holds a finger over the screen, 5 seconds")
TRAIN = (*QUIET, f"{ADULT}: waits", "Noor: presses “train”")
MAP = (*TRAIN, f"{ADULT}: “Train.” Tell me more about that.", "Noor: presses “map”, then “more”")

TURNS = (
    Moment(
        "noor-begin", NOOR, _chat(*BEGIN),
        ("You like trains, don’t you?", "Do you like reading?", "Show me something you like to do.",
         "What do you like? And who do you do it with?"),
    ),
    Moment(
        "noor-quiet", NOOR, _chat(*QUIET),
        ("Is it the train?", "Take your time. Show me when you are ready.",
         "I think you mean the train.", "What is it? What are you looking for?"),
    ),
    Moment(
        "noor-train", NOOR, _chat(*TRAIN),
        ("Good job! Tell me more.", "You want to play trains.",
         "Do you ride the train with your aunt?", "“Train.” Tell me more about that."),
    ),
    Moment(
        "noor-map", NOOR, _chat(*MAP),
        ("“Map.” “More.” What do you do with maps?", "Everybody likes maps, right?",
         "Do you draw them or read them?", "You really like maps."),
    ),
    Moment(
        "teo-school", TEO,
        _chat("Mr. Lind: Pick a card that is like you, or none of them.", "Teo: I don’t know. School is not my thing."),
        ("Oh, you are so creative! Tell me about your comics.", "Don’t you think your comics are good?",
         "When did something at school go well for you?", "What do you like? What are you good at? Which card is it?"),
    ),
    Moment(
        "teo-bike", TEO,
        _chat("Mr. Lind: Tell me about something you did last weekend.", "Teo: I fixed my cousin’s bike."),
        model="Tell me how you did it.",
    ),
    Moment(
        "noor-aunt", NOOR,
        _chat(f"{ADULT}: Who is with you when you do that?", "Noor: presses “aunt”, then “bead”"),
        model="“Aunt.” “Bead.” Show me more about that.",
    ),
    Moment(
        "imani-store", IMANI,
        _chat("Ms. Okoye: What goes well at the store?", "Imani: It runs better when I am there."),
        model="What do you do that makes it run better?",
    ),
)  # fmt: skip
