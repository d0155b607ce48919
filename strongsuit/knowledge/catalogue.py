"""The catalogue of rules, made from the rules: ``python -m strongsuit.knowledge.catalogue`` renews docs/rules."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType

from strongsuit.knowledge.coach import passage, review, strong
from strongsuit.knowledge.coach.line_names import SHORT
from strongsuit.knowledge.coach.patterns import patterns
from strongsuit.knowledge.coach.table import rows
from strongsuit.knowledge.coach.titles import TITLES
from strongsuit.knowledge.compliance import check
from strongsuit.knowledge.finder import page as finder

DOCS = Path(__file__).parents[2] / "docs" / "rules"

# What a message fills in when it is shown.
VALUE = re.compile(r"%\((\w+)\)s")

COMPLIANCE = """# What the checks ask of a plan

Made from the rules themselves. A rule that blocks must be settled before a plan can take effect; a rule
that warns may be passed with a reason. Rules of the method (R) never block: the law comes first.
"""
COACH = """# What the wording coach notices

Made from the rules themselves. The coach points and offers; a text changes only where its writer takes a wording. It
never stops a save, and never judges the words of a student or a family.

Each category has a page with a table of its rules: the name that a finding gives as its rule, what it finds, a
sentence it is found in, and what it offers instead.

Where no rule finds anything, a learned second opinion may ask, never with more than severity 2, and says which words
weighed most; [why and how](../decisions/second-opinion.md).

Behind the name of a rule, `+learned` says that the rule found the words and the second opinion, much surer of another
category than the rule's own, settled which one it is: `refusal.refuse+learned` stands in the table of refusals, and
reason, question and heading are those of the category that is shown. How grave it is stays with the rule.
"""
KEY = """Made from the rules themselves; [all categories](../coach.md). In what a rule finds, `a/b` is one of these,
`[a]` may be missing, `…` is a few words of any kind, and a name in brackets is a list of words.
"""
MARKED = """## What earns the quiet mark

A sentence with one of these is marked as strong, and none where the coach has a thought on it. Nobody's marks are
counted.
"""


def catalogue() -> str:
    """Every rule of both kinds, as one page."""
    return f"{compliance_catalogue()}\n{coach_catalogue()}"


def compliance_catalogue() -> str:
    return "\n".join([COMPLIANCE, *(line for rule in check.rules() for line in _requirement(rule))])


def coach_catalogue() -> str:
    marked = [f"- {rule}: {earned}" for rule, earned in strong.EARNED.items()]
    return "\n".join([COACH, *(line for rule in review.rules() for line in _wording(rule)), MARKED, *marked, ""])


def names() -> list[str]:
    """Each file under docs/rules; to name them is quick, to fill them takes seconds."""
    tables = [f"coach/{rule.CATEGORY}.md" for rule in review.rules() if rule.CATEGORY in SHORT]
    return ["compliance.md", "coach.md", "finder.md", *tables]


@cache
def pages() -> MappingProxyType[str, str]:
    """Each file under docs/rules with what it holds."""
    tables = [category_page(rule) for rule in review.rules() if rule.CATEGORY in SHORT]
    return MappingProxyType(
        dict(zip(names(), [compliance_catalogue(), coach_catalogue(), finder.page(), *tables], strict=True))
    )


def category_page(rule: passage.Rule) -> str:
    """All rules of one category, and sentences that look like them and are left alone."""
    said = "\n".join((rule.__doc__ or "").splitlines()[2:])
    table = rows(rule.CATEGORY, rule.SEVERITY)
    head = f"# {TITLES[rule.CATEGORY]}\n\n{_caption(rule.__doc__)}\n\n{said}\n\n{KEY}\n## Left alone\n"
    return "\n".join([head, *(f"- {words}" for words in rule.LEFT_ALONE), "\n## Rules\n", *table, ""])


def _requirement(rule: check.Rule) -> Iterator[str]:
    yield f"## {rule.ID} {_name(rule.__name__)}\n"
    yield f"{_caption(rule.__doc__)}\n"
    yield f"- Asked by: {rule.CITATION}"
    yield f"- Severity: {rule.SEVERITY}"
    yield from (f"- Says: {text}" for text in _texts(rule, "NEXT_STEP", starting=False))
    yield from (f"- Next step: {text}" for text in _texts(rule, "NEXT_STEP", starting=True))
    yield ""


def _wording(rule: passage.Rule) -> Iterator[str]:
    yield f"## {_name(rule.__name__)}\n"
    yield f"{_caption(rule.__doc__)}\n"
    yield f"- Category: {rule.CATEGORY}"
    yield f"- Shown as: {TITLES[rule.CATEGORY]}"
    yield f"- Severity: {rule.SEVERITY} of 3"
    yield f"- Why: {rule.WHY}"
    yield f"- Asks: {rule.ASK}"
    if rule.CATEGORY in SHORT:
        many, short = len(patterns(rule.CATEGORY)), SHORT[rule.CATEGORY]
        yield f"- Rules: [{many} in a table](coach/{rule.CATEGORY}.md), named `{short}.…`"
    else:
        yield "- Left alone: " + " ".join(rule.LEFT_ALONE)
    yield ""


def _texts(rule: check.Rule, prefix: str, *, starting: bool) -> Iterable[str]:
    """The sentences a rule holds as constants: its next steps, or else its messages."""
    named = vars(rule).items()
    sentences = [(name, text) for name, text in named if name.isupper() and isinstance(text, str) and " " in text]
    found = (text for name, text in sentences if name != "CITATION" and name.startswith(prefix) is starting)
    return [VALUE.sub(lambda value: f"[{value[1].replace('_', ' ')}]", text) for text in found]


def _name(module: str) -> str:
    return module.rpartition(".")[2].replace("_", " ")


def _caption(doc: str) -> str:
    return doc.splitlines()[0]


def main() -> None:
    for name, text in pages().items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{DOCS / name}\n")


if __name__ == "__main__":
    main()
