"""Our words on a student's goal cards, ask scripts and good-day page, each at three reading levels."""

from strongsuit.knowledge.own_page import Said
from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop


class Reply(Term):
    """What a teacher may say to a request; practice goes through all of them."""

    YES = "yes", gettext_noop("Yes")
    LATER = "later", gettext_noop("Later")
    WHAT = "what", gettext_noop("What's that?")


class Happens(Term):
    """Whether a good thing happens on days as they are now."""

    YES = "yes", gettext_noop("Yes")
    SOMETIMES = "sometimes", gettext_noop("Sometimes")
    NOT_YET = "not_yet", gettext_noop("Not yet")


def _same(text: str) -> Said:
    return Said(text, text, text)


GOOD_AT = _same(gettext_noop("I am good at"))
WILL = _same(gettext_noop("I will"))
START = Said(gettext_noop("I was at"), gettext_noop("I began at"), gettext_noop("Where I began"))
NOW = Said(gettext_noop("Now I am at"), gettext_noop("Now I am at"), gettext_noop("Where I am now"))
WANT = Said(gettext_noop("I want"), gettext_noop("I want to get to"), gettext_noop("Where I want to get to"))
WHEN = Said(gettext_noop("By"), gettext_noop("By when"), gettext_noop("By when"))
STEP = _same(gettext_noop("My first step"))
PEOPLE = _same(gettext_noop("My people"))
STRETCH = Said(gettext_noop("My big wish"), gettext_noop("My own extra goal"), gettext_noop("My own stretch goal"))
CARD = (GOOD_AT, WILL, START, NOW, WANT, WHEN, STEP, PEOPLE, STRETCH)

ASK_TASK = Said(
    gettext_noop("I am doing %(task)s."),
    gettext_noop("I am working on %(task)s."),
    gettext_noop("I am working on %(task)s."),
)
ASK_CONDITION = Said(
    gettext_noop("It goes well when %(condition)s."),
    gettext_noop("I do best when %(condition)s."),
    gettext_noop("I do best when %(condition)s."),
)
ASK_REASON = Said(
    gettext_noop("I know that %(reason)s."),
    gettext_noop("That is because %(reason)s."),
    gettext_noop("I know this about me: %(reason)s."),
)
ASK_SUPPORT = Said(
    gettext_noop("May I please %(support)s?"),
    gettext_noop("Could I please %(support)s?"),
    gettext_noop("Could I please %(support)s?"),
)
ASK_WHEN = Said(
    gettext_noop("Not now? Then when?"),
    gettext_noop("If not now, when can I?"),
    gettext_noop("If it does not work now, when can I?"),
)
ASK_THANKS = _same(gettext_noop("Thank you."))
ASK_PERSON = Said(
    gettext_noop("Still no? I will tell %(person)s."),
    gettext_noop("If it is still no, I ask %(person)s."),
    gettext_noop("If the answer is still no, I will talk to %(person)s about it."),
)
SCRIPT = (ASK_TASK, ASK_CONDITION, ASK_REASON, ASK_SUPPORT, ASK_WHEN, ASK_THANKS, ASK_PERSON)

# What the teacher says in practice, and ways to go on.
SAYS: dict[Reply, Said] = {
    Reply.YES: Said(gettext_noop("Yes, you may."), gettext_noop("Yes, go ahead."), gettext_noop("Yes, go ahead.")),
    Reply.LATER: Said(
        gettext_noop("Not now. Later."), gettext_noop("Not right now. Maybe later."),
        gettext_noop("This is not a good time. Maybe later."),
    ),
    Reply.WHAT: Said(
        gettext_noop("What is that?"), gettext_noop("What's that? I have not heard of it."),
        gettext_noop("What's that? Nobody told me about it."),
    ),
}  # fmt: skip
ANSWERS: dict[Reply, tuple[Said, ...]] = {
    Reply.YES: (
        _same(gettext_noop("Thank you!")),
        Said(
            gettext_noop("Thank you! I will show you."), gettext_noop("Thank you. I will show you how it went."),
            gettext_noop("Thank you. I will show you how it went."),
        ),
    ),
    Reply.LATER: (
        Said(
            gettext_noop("When can I?"), gettext_noop("When can I, please?"), gettext_noop("When would be a good time?")
        ),
        Said(
            gettext_noop("I need it now."), gettext_noop("I need it for this. Who can I ask?"),
            gettext_noop("I need it for this task. Who else can I ask?"),
        ),
        Said(
            gettext_noop("OK. I will ask again."), gettext_noop("OK. I will ask you again then."),
            gettext_noop("OK. I will come back to you then."),
        ),
    ),
    Reply.WHAT: (
        Said(
            gettext_noop("It helps me. Can I show you?"), gettext_noop("It helps me to learn. Can I show you?"),
            gettext_noop("It helps me to learn. I can show you how it works."),
        ),
        Said(
            gettext_noop("It is in my plan."), gettext_noop("It is in my plan. You can look it up."),
            gettext_noop("It stands in my plan. You can read it there."),
        ),
        Said(
            gettext_noop("My team knows it."), gettext_noop("You can ask my team about it."),
            gettext_noop("You can ask my case manager about it."),
        ),
    ),
}  # fmt: skip

DAY_WHAT = Said(
    gettext_noop("What is good on a good day?"),
    gettext_noop("What happens on a good day?"),
    gettext_noop("What happens on a good day at school or at home?"),
)
DAY_NOW = Said(gettext_noop("Is it so now?"), gettext_noop("Does it happen now?"), gettext_noop("Does it happen now?"))
DAY_MAKES = Said(
    gettext_noop("What makes it happen?"), gettext_noop("What makes it happen?"), gettext_noop("What makes it happen?")
)
DAY_WHO = _same(gettext_noop("Who helps?"))
DAY = (DAY_WHAT, DAY_NOW, DAY_MAKES, DAY_WHO)

# What changed because of what the student said.
ANSWERED = _same(gettext_noop("My team says"))
WHO_DOES = Said(
    gettext_noop("Who does it"), gettext_noop("Who does it, and when"), gettext_noop("Who does it, and when")
)
WAITS = Said(
    gettext_noop("I get an answer by"), gettext_noop("I will get an answer by"), gettext_noop("I will get an answer by")
)
I_THINK = _same(gettext_noop("What I think"))
CHANGED = (ANSWERED, WHO_DOES, WAITS, I_THINK)

SAID: tuple[Said, ...] = (
    *CARD, *SCRIPT, *DAY, *CHANGED, *SAYS.values(), *(each for found in ANSWERS.values() for each in found),
)  # fmt: skip
