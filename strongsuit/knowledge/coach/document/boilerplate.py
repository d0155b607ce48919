"""Words of the form itself: law, instructions, questions to tick. They describe no student and are not judged."""

import re

LAW = re.compile(
    r"\b(?:\d+\s*c\.?f\.?r|u\.s\.c|§|section 504|procedural safeguards|prior written notice|under part b|"
    r"individuals with disabilities education|\bidea\b\s*(?:2004|\(|requires|20 u)|ferpa|due process|age of majority|"
    r"transfer of rights|you have (?:the|a) right|your rights|a copy of (?:the|this|your)|parents? (?:has|have|must|"
    r"may) (?:been|be|the right|request|revoke|give)|medicaid|consent (?:is|may|for)|the (?:iep )?team must|the (?:iep|"
    r"plan) must|shall be (?:reviewed|provided|implemented)|must be (?:reviewed|provided|implemented|completed|"
    r"considered|checked))"
)
ASKS_THE_TEAM = re.compile(
    r"^(?:\W*)(?:describe|include|list|identify|indicate|explain|document|specify|check|complete|select|attach|state "
    r"(?:the|how|whether)|consider (?:the|how|whether)|enter|note: |if (?:yes|no|the (?:student|child))|for (?:a |each "
    r"|the )?(?:student|child|preschool|student's)s? (?:who|whose|with|age)|in (?:developing|considering) |how (?:the|"
    r"does|will)|does the|is the student|will the student (?:participate|need|be)|has the|what (?:are|is)|to the maximum "
    r"extent|a statement of|statement of|an explanation of|as a result of|based on the above|the (?:student|child) (?:will|"
    r"is|does)(?: not)? (?:participate|participating) in (?:the )?(?:following|regular|general|state|district|any))\b",
    re.IGNORECASE,
)
TICKS = re.compile(r"[☐☑☒□■]|\[\s?[xX ]?\]|\(\s?[xX ]?\)\s*(?:yes|no)\b", re.IGNORECASE)
RUNNING = re.compile(
    r"^(?:page \d+(?: of \d+)?|\d+ of \d+|confidential\b.{0,40}|individualized education (?:program|plan)(?: \(iep\))?|"
    r"iep|draft|rev(?:ised|\.)? ?\d.*|form [\w.-]+|\d+)$",
    re.IGNORECASE,
)


# What a form asks in front of the answer, in one line with it.
PROMPT = re.compile(
    r"^(?:the (?:degree|nature|level)s?\b[^:]{20,300}|levels of knowledge[^:]{10,300}|describe[^:.]{10,300}|include[^:.]"
    r"{10,200}|how (?:the|does|will)[^:.?]{10,200}\??):\s*(?=\S)",
    re.IGNORECASE,
)


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
