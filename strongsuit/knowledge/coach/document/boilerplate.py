"""Words of the form itself: law, instructions, questions to tick. They describe no student and are not judged."""

import re

from strongsuit.knowledge.wordlists import Expressions

SAID = Expressions("document/boilerplate", re.IGNORECASE)
# Words of law are looked for in every line, which is faster in small letters.
LOW = Expressions("document/boilerplate")
TICKS = re.compile(r"[☐☑☒□■]|\[\s?[xX ]?\]")
# A line of a table of contents leads to its page with dots.
CONTENTS = re.compile(r"(?:\.\s?){6,}\s*\d*\s*$")


def answer(text: str) -> str:
    """The words behind a question of the form."""
    return SAID["prompt"].sub("", text)


def is_boilerplate(text: str) -> bool:
    """In doubt it is: a false alarm on a legal phrase costs more trust than a missed soft one."""
    said = text.strip()
    if len(said) < 3 or SAID["running"].match(said) or TICKS.search(said) or SAID["ticked"].search(said):
        return True
    if LOW["law"].search(said.lower()):
        return True
    if SAID["asks_the_team"].match(said):
        # "Does the student ...?" and "Describe the ..." are the form's; "List words are spelled ..." is not.
        return said.endswith(("?", ":", ".")) or len(said.split()) > 8 or said.istitle()
    return said.endswith("?") and len(said.split()) < 40 and not said.startswith(('"', "“"))
