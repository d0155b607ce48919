"""Words of the form itself: law, instructions, questions to tick. They describe no student and are not judged."""

import re

LAW = re.compile(
    r"\b(?:\d+\s*c\.?f\.?r|u\.s\.c|§|section 504|procedural safeguards|prior written notice|under part b|"
    r"individuals with disabilities education|\bidea\b\s*(?:2004|\(|requires|20 u)|ferpa|due process|age of majority|"
    r"transfer of rights|you have (?:the|a) right|your rights|a copy of (?:the|this|your)|parents? (?:has|have|"
    r"must|may) (?:been|be|the right|request|revoke|give)|medicaid|consent (?:is|may|for)|the (?:iep )?team must|the "
    r"(?:iep|plan) must|shall be (?:reviewed|provided|implemented)|must be (?:reviewed|provided|implemented|completed|"
    r"considered|checked))"
)
# "Describe how the student ...", but not "Describe three events in order", which may be what somebody works on.
ASKS_THE_TEAM = re.compile(
    r"^\W*(?:(?:describe|include|list|identify|indicate|explain|document|specify|check|complete|select|attach|enter|state|"
    r"consider)\b(?=.{0,60}\b(?:the (?:student|child)|(?:student|child)['’]s|how|whether|below|above|any|box|boxes|"
    r"areas? of|ieps?|team|accommodations|services|disability)\b)|note: |if (?:yes|no|the (?:student|child))\b|"
    r"for (?:a |each |the )?(?:student|child|preschool)s? (?:who|whose|with|age)\b|in (?:developing|considering) |"
    r"how (?:the|does|will)\b|does the\b|is the student\b|will the student (?:participate|need|be)\b|has the\b|"
    r"what (?:are|is)\b|to the maximum extent|(?:a )?statement of\b|an explanation of\b|based on the above|"
    r"the (?:student|child) (?:will|is|does)(?: not)? (?:participate|participating) in "
    r"(?:the )?(?:following|regular|general|state|district|any)\b)",
    re.IGNORECASE,
)
TICKS = re.compile(r"[☐☑☒□■]|\[\s?[xX ]?\]|\(\s?[xX ]?\)\s*(?:yes|no)\b", re.IGNORECASE)
RUNNING = re.compile(
    r"^(?:page \d+(?: of \d+)?|\d+ of \d+|confidential\b.{0,40}|individualized education (?:program|plan)"
    r"(?: \(iep\))?|iep|draft|rev(?:ised|\.)? ?\d.*|form [\w.-]+|\d+)$",
    re.IGNORECASE,
)


# What a form asks in front of the answer, in one line with it.
PROMPT = re.compile(
    r"^(?:the (?:degree|nature|level)s?\b[^:]{20,300}|levels of knowledge[^:]{10,300}|describe[^:.]{10,300}|"
    r"include[^:.]{10,200}|how (?:the|does|will)[^:.?]{10,200}\??):\s*(?=\S)",
    re.IGNORECASE,
)


# A line of a table of contents leads to its page with dots.
CONTENTS = re.compile(r"(?:\.\s?){6,}\s*\d*\s*$")


def answer(text: str) -> str:
    """The words behind a question of the form."""
    return PROMPT.sub("", text)


def is_boilerplate(text: str) -> bool:
    """In doubt it is: a false alarm on a legal phrase costs more trust than a missed soft one."""
    said = text.strip()
    if len(said) < 3 or RUNNING.match(said) or TICKS.search(said):
        return True
    if LAW.search(said.lower()):
        return True
    if ASKS_THE_TEAM.match(said):
        # "Does the student ...?" and "Describe the ..." are the form's; "List words are spelled ..." is not.
        return said.endswith(("?", ":", ".")) or len(said.split()) > 8 or said.istitle()
    return said.endswith("?") and len(said.split()) < 40 and not said.startswith(('"', "“"))
