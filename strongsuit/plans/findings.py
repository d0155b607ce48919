"""What the rules still ask of a plan, and what the coach would say about a text."""

from datetime import date

from strongsuit.knowledge.compliance.check import BLOCK, check
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.shapes import Finding, PlanFacts


def findings_of(facts: PlanFacts, *, today: date) -> tuple[Finding, ...]:
    return check(facts, today=today, profile=load_profile(facts.jurisdiction))


def key_of(finding: Finding) -> str:
    """Under which a reason for passing a warning is kept."""
    return f"{finding.rule} {finding.place}".strip()


def named(findings: tuple[Finding, ...], key: str) -> Finding | None:
    return next((found for found in findings if key_of(found) == key), None)


def is_block(finding: Finding) -> bool:
    return finding.severity == BLOCK
