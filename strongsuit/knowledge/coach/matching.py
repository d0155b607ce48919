"""What finds the words of a line in a text, made when they are first looked for."""

import re
from collections.abc import Callable
from functools import cache

from strongsuit.knowledge.coach.elements import INSIDE, closes, must, parted, spelled, takes_comma

BEFORE = r"(?<!\w)"
ANY = r"(?:[\w'’-]+,?\s+)"


# Most words of the lists never occur in one text, and compiling is the dear part.
@cache
def ready(source: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(written(source)[0]).match


@cache
def written(source: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What finds it, and the forms of its first verb; made when it is first looked for."""
    expression = ""
    forms: tuple[tuple[str, int], ...] = ()
    elements = list(parted(source.lower()))
    while elements and elements[-1].startswith(".."):
        # A gap behind everything finds nothing more.
        elements.pop()
    needed = max((at for at, element in enumerate(elements) if must(element)), default=-1)
    for at, element in enumerate(elements):
        if element == "<":
            expression += "(?P<marked>"
            continue
        if element == ">":
            # The space before the end belongs to what follows.
            comma = ",?" if takes_comma(elements, at) or not must(elements[at - 1]) else ""
            expression = expression.removesuffix(r"\s+") + rf")(?:{comma}\s+|(?!\w))"
            continue
        optional = element.endswith("?") and len(element) > 1
        element = element.removesuffix("?")
        # Behind the last word that must be there, which may be the last that is marked or the last of the sentence.
        behind = at > needed or closes(elements[at:])
        if element.startswith(".."):
            most = int(element[2:] or 3)
            if behind:
                expression = expression.removesuffix(r"\s+") + rf"(?:,?\s+[\w'’-]+){{0,{most}}}?"
            else:
                expression += f"{ANY}{{0,{most}}}?"
            continue
        listed, found = spelled(element)
        after_comma = r"(?<=,\s)|" if "," in listed else ""
        texts = listed - {","}
        if found and not forms:
            forms = found
        group = "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in sorted(texts, key=len, reverse=True))
        named = "?P<verb>" if found and "?P<verb>" not in expression else "?:"
        part = rf"{'' if group.startswith(INSIDE) else BEFORE}({named}{group})(?![\w])(?!['-]\w)"
        if optional and behind:
            expression = expression.removesuffix(r"\s+") + rf"(?:,?\s+{part})?"
        elif after_comma:
            last = "" if at == needed else r",?\s+"
            expression += rf"(?:{after_comma}{part}{last}){'?' * optional}"
        else:
            comma = ",?" if takes_comma(elements, at) else ""
            expression += rf"(?:{part},?\s+)?" if optional else rf"{part}{comma}\s+"
    return expression.removesuffix(r"\s+"), forms
