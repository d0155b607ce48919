"""Draws papers: the plan, the one-page summary and the growth report from frozen facts, and students' own pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils import translation
from django.utils.translation import gettext as _

from strongsuit.documents.glyphs import Proof
from strongsuit.documents.press import press
from strongsuit.documents.sheets.blocks import Block, Stamp
from strongsuit.documents.sheets.growth import growth_sheet
from strongsuit.documents.sheets.plan import plan_sheet
from strongsuit.documents.sheets.summary import summary_sheet
from strongsuit.knowledge.canonical import digest, freeze
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.shapes_report import GrowthReportFacts

__all__ = ["Paper", "Stamp", "growth_paper", "own_paper", "plan_paper", "summary_paper"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished file. ``accessible`` is false when it could only be set outside PDF/UA-1; ``warnings`` say why."""

    bytes: bytes
    sha256: str
    warnings: tuple[str, ...] = ()
    accessible: bool = True


def plan_paper(facts: PlanFacts, *, stamp: Stamp, language: str = "en") -> Paper:
    """The whole plan. The same facts and stamp give the same bytes."""
    with translation.override(language):
        return _set(plan_sheet(facts, stamp, _seal(facts, stamp)), stamp, language)


def summary_paper(facts: PlanFacts, *, stamp: Stamp, for_name: str = "", language: str = "en") -> Paper:
    """What a teacher must know, on one page wherever it can be."""
    with translation.override(language):
        return _set(summary_sheet(facts, stamp, _seal(facts, stamp), for_name), stamp, language)


def growth_paper(report: GrowthReportFacts, *, stamp: Stamp, language: str = "en") -> Paper:
    """The family's report: what the student is good at, then each goal with its numbers and its graph."""
    with translation.override(language):
        return _set(growth_sheet(report, stamp), stamp, language)


def own_paper(make: Callable[[], Block], *, at: datetime, language: str = "en") -> Paper:
    """A student's own paper. It names nobody who printed it: it is handed over, not filed."""
    with translation.override(language):
        proof = Proof(language.split("-")[0])
        return _printed(proof.read_sheet(make()), int(at.timestamp()), _missing(proof))


def _seal(facts: PlanFacts, stamp: Stamp) -> str:
    return stamp.seal or digest(freeze(facts))


def _set(sheet: Block, stamp: Stamp, language: str) -> Paper:
    proof = Proof(language.split("-")[0])
    return _printed(proof.read_sheet(sheet), int(stamp.printed_at.timestamp()), _missing(proof))


def _missing(proof: Proof) -> list[str]:
    warning = _("A sign could not be printed; in its place stands %(marker)s.")
    return [warning % {"marker": each} for each in sorted(proof.replaced)]


def _printed(sheet: Block, seconds: int, warnings: list[str]) -> Paper:
    try:
        drawn, accessible = press(sheet, seconds=seconds), True
    except RuntimeError as refused:
        # A legal document must come out of the printer; that it is less accessible is said and kept.
        drawn, accessible = press(sheet, seconds=seconds, accessible=False), False
        warnings = [
            *warnings,
            _("The paper does not meet the accessibility standard: %(reason)s") % {"reason": refused},
        ]
    return Paper(drawn, sha256(drawn).hexdigest(), tuple(warnings), accessible)
