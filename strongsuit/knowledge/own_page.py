"""A student's own papers: what stands on the one-pager, who may see a line, and our words at three reading levels."""

import re
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Disability, ItemKind, SkillSet, Term
from strongsuit.knowledge.words import gettext_noop

MOST_WORDS = 120
WORD = re.compile(r"\w[\w'’-]*")


class Part(Term):
    """The parts of the one-pager, in the order in which they are read."""

    STRENGTH = "strength", gettext_noop("What I do well")
    INTEREST = "interest", gettext_noop("What I like")
    PREFERENCE = "preference", gettext_noop("How I like to work")
    NEED = "need", gettext_noop("What is hard for me")
    HELP = "help", gettext_noop("What helps me")
    ASK = "ask", gettext_noop("What I ask for")


class SeenBy(Term):
    """Who may see a line. The family sees what the team sees; nobody but the student sees the last."""

    TEAM = "team", gettext_noop("My team and my family")
    FAMILY = "family", gettext_noop("Only my family")
    ME = "me", gettext_noop("Only me")


class Identity(Term):
    """How a student wants a disability to be spoken of, if it has to be."""

    UNSAID = "", gettext_noop("I do not want to say")
    PERSON = "person", gettext_noop("Say the person first, like: a student with a disability")
    IDENTITY = "identity", gettext_noop("Say it first, like: a disabled student")


MOST: dict[Part, int] = {
    Part.STRENGTH: 3, Part.INTEREST: 2, Part.PREFERENCE: 2, Part.NEED: 2, Part.HELP: 3, Part.ASK: 1,
}  # fmt: skip
# The part that a strength of the profile belongs to.
PART_OF: dict[ItemKind, Part] = {
    ItemKind.ABILITY: Part.STRENGTH, ItemKind.INTEREST: Part.INTEREST, ItemKind.PREFERENCE: Part.PREFERENCE,
}  # fmt: skip
# Lines that each reader gets; the student sees all.
READS: dict[SeenBy, frozenset[SeenBy]] = {
    SeenBy.TEAM: frozenset({SeenBy.TEAM}),
    SeenBy.FAMILY: frozenset({SeenBy.TEAM, SeenBy.FAMILY}),
    SeenBy.ME: frozenset(SeenBy),
}


def count_words(texts: list[str]) -> int:
    return sum(len(WORD.findall(text)) for text in texts)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of ours at three levels."""

    early: str
    upper: str
    secondary: str

    def at(self, target: Target) -> str:
        if target == Target.EARLY:
            return self.early
        return self.upper if target == Target.UPPER else self.secondary


def same(text: str) -> Said:
    return Said(text, text, text)


# How each part is headed on the page itself, and what is asked where it is made.
HEADS: dict[Part, Said] = {
    Part.STRENGTH: Said(gettext_noop("I am good at"), gettext_noop("What I do well"), gettext_noop("What I do well")),
    Part.INTEREST: Said(gettext_noop("I like"), gettext_noop("What I like"), gettext_noop("What pulls me in")),
    Part.PREFERENCE: Said(
        gettext_noop("I like it this way"), gettext_noop("How I like to work"), gettext_noop("How I work best")
    ),
    Part.NEED: Said(
        gettext_noop("This is hard for me"), gettext_noop("What is hard for me"), gettext_noop("What is hard for me")
    ),
    Part.HELP: Said(gettext_noop("This helps me"), gettext_noop("What helps me"), gettext_noop("What helps me")),
    Part.ASK: Said(gettext_noop("Please"), gettext_noop("I ask for one thing"), gettext_noop("I ask for one thing")),
}
QUESTIONS: dict[Part, Said] = {
    Part.STRENGTH: Said(
        gettext_noop("What are you good at?"),
        gettext_noop("What do you do well? Pick up to three."),
        gettext_noop("What do you do well? Pick up to three things that people should know."),
    ),
    Part.INTEREST: Said(
        gettext_noop("What do you like?"),
        gettext_noop("What do you like a lot? Pick up to two."),
        gettext_noop("What pulls you in? Pick up to two things you could talk about all day."),
    ),
    Part.PREFERENCE: Said(
        gettext_noop("How do you like to work?"),
        gettext_noop("How do you like to work? Pick up to two."),
        gettext_noop("How do you work best? Think of where, when, and with whom. Pick up to two."),
    ),
    Part.NEED: Said(
        gettext_noop("What is hard for you?"),
        gettext_noop("What is hard for you? You can say up to two."),
        gettext_noop("What is hard for you at school? Say up to two things, as much as you want to."),
    ),
    Part.HELP: Said(
        gettext_noop("What helps you?"),
        gettext_noop("What helps you when it is hard?"),
        gettext_noop("What helps you when things get hard? Say what works, not what should work."),
    ),
    Part.ASK: Said(
        gettext_noop("What do you want to ask for?"),
        gettext_noop("What one thing do you want to ask for?"),
        gettext_noop("What one thing do you want to ask your team for?"),
    ),
}
ABOUT_ASK = Said(
    gettext_noop("Your team will read it. They will tell you."),
    gettext_noop("When you share your page, your team reads this. They will tell you what they think."),
    gettext_noop("When you share your page, your team gets this request. They owe you a plain answer."),
)
ABOUT_SHARE = Said(
    gettext_noop("Your team gets your page. You can take it back."),
    gettext_noop("Your team gets a copy. It stays as it is now. You can take it back."),
    gettext_noop("Your team gets a copy that stays as it is now. You can share your page again, or take it back."),
)
SAID: tuple[Said, ...] = (*HEADS.values(), *QUESTIONS.values(), ABOUT_ASK, ABOUT_SHARE)


@cache
def labels() -> re.Pattern[str]:
    """Names of disabilities that no paper of ours says about a student by itself."""
    said = [each.label.removesuffix(", including blindness") for each in Disability]
    said += ["autistic", "ADHD", "dyslexia", "dyslexic", "dyscalculia", "dysgraphia", "Down syndrome", "cerebral palsy"]
    said += ["special education", "special needs", "IEP", "disability", "disabilities", "disabled", "disorder"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(each) for each in said)})\b", re.IGNORECASE)


def names_a_disability(text: str) -> bool:
    return labels().search(text) is not None


# A first picture for a line, until the student chooses another.
PICTURE_OF: dict[SkillSet, str] = {
    SkillSet.READING: "book", SkillSet.WRITING: "edit", SkillSet.MATH: "number", SkillSet.THINKING: "idea",
    SkillSet.ORGANIZATION: "calendar", SkillSet.COMMUNICATION: "voice", SkillSet.SOCIAL: "friends",
    SkillSet.EMOTIONAL: "calm", SkillSet.MOTOR: "move", SkillSet.DAILY_LIVING: "home", SkillSet.TECHNOLOGY: "tools",
    SkillSet.WORK: "school", SkillSet.SELF_ADVOCACY: "student",
}  # fmt: skip
PICTURE_OF_PART: dict[Part, str] = {
    Part.STRENGTH: "ability", Part.INTEREST: "interest", Part.PREFERENCE: "preference", Part.NEED: "need",
    Part.HELP: "support", Part.ASK: "voice",
}  # fmt: skip
