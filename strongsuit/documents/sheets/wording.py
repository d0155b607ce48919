"""Small phrases that several papers share."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.documents.sheets.blocks import Block, day, joined, paragraph
from strongsuit.knowledge.shapes import PlanFacts, ServiceFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, Section


def nothing_here() -> Block:
    return paragraph(_("Nothing is written here."), small=True)


def narrative(facts: PlanFacts, wanted: Section) -> list[Block]:
    """A section as it was written, or the plain statement that it holds nothing."""
    found = facts.section(wanted)
    if found is None or not (found.text or found.none_expressed):
        return [nothing_here()]
    asked = [paragraph(_("The team asked, and nothing was expressed."))] if found.none_expressed else []
    written = [paragraph(found.text)] if found.text else []
    by = joined((found.by, day(found.on)))
    return [*asked, *written, *([paragraph(by, small=True)] if by else [])]


def seen_by(strength: StrengthFacts) -> str:
    """The groups that claim a strength; people of the school by name where names are known."""
    named = strength.seen_by_names
    groups = [_(group.label).lower() for group in strength.seen_by if not (named and group == Group.SCHOOL)]
    return joined([*groups, *named])


def how_often(service: ServiceFacts) -> str:
    if service.times is None or service.per is None:
        return ""
    times = ngettext("%(count)s time %(per)s", "%(count)s times %(per)s", service.times)
    return times % {"count": service.times, "per": _(service.per.label)}


def how_long(service: ServiceFacts) -> str:
    return _("%(count)s minutes") % {"count": service.minutes} if service.minutes else ""


def where(service: ServiceFacts) -> str:
    return _(service.location.label) if service.location else ""
