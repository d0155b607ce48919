"""Words of the form itself: law, instructions, questions to tick. They describe no student and are not judged."""

import re

from strongsuit.knowledge.wordlists import Expressions

LISTED = Expressions("document/boilerplate")


# A line of a table of contents leads to its page with dots.
CONTENTS = re.compile(r"(?:\.\s?){6,}\s*\d*\s*$")


def answer(text: str) -> str:
    """The words behind a question of the form."""
    return LISTED["prompt"].sub("", text)


def is_boilerplate(text: str) -> bool:
    """In doubt it is: a false alarm on a legal phrase costs more trust than a missed soft one."""
    said = text.strip()
    if len(said) < 3 or LISTED["running"].match(said) or LISTED["ticks"].search(said):
        return True
    if LISTED["law"].search(said.lower()):
        return True
    if LISTED["asks_the_team"].match(said):
        # "Does the student ...?" and "Describe the ..." are the form's; "List words are spelled ..." is not.
        return said.endswith(("?", ":", ".")) or len(said.split()) > 8 or said.istitle()
    return said.endswith("?") and len(said.split()) < 40 and not said.startswith(('"', "“"))
