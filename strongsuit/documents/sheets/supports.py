"""Services, accommodations and the adults' support: what the school gives, how often and where."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import Block, day, heading, language_name, table
from strongsuit.documents.sheets.wording import how_long, how_often, nothing_here, where
from strongsuit.knowledge.shapes import AccommodationFacts, PlanFacts, ServiceFacts
from strongsuit.knowledge.terms import AccommodationKind, Section, ServiceClass

# Extended year and transportation have sections of their own.
PROGRAM = (
    ServiceClass.SPECIAL_EDUCATION,
    ServiceClass.RELATED_SERVICE,
    ServiceClass.SUPPLEMENTARY_AID,
    ServiceClass.ASSISTIVE_TECHNOLOGY,
    ServiceClass.PERSONNEL_SUPPORT,
)


def program_section(facts: PlanFacts, personnel: Sequence[Block]) -> list[Block]:
    used = [kind for kind in PROGRAM if any(each.service_class == kind for each in facts.services)]
    given = [block for kind in used for block in (heading(2, _(kind.label)), *services_of(facts, kind))]
    return [
        *(given or [nothing_here()]),
        heading(2, _("Accommodations and modifications")),
        *allowed(facts, (AccommodationKind.ACCOMMODATION, AccommodationKind.MODIFICATION)),
        heading(2, _(Section.PERSONNEL.label)),
        *personnel,
    ]


def services_of(facts: PlanFacts, kind: ServiceClass) -> list[Block]:
    rows = [service_row(each) for each in facts.services if each.service_class == kind]
    head = (_("Service"), _("How it is given"), _("How often"), _("How long"), _("Where"), _("From and to"))
    return [table(head, rows, (6, 6, 4, 4, 5, 5))] if rows else []


def service_row(each: ServiceFacts) -> list[object]:
    kind = _(each.service_type.label)
    group = _("Group of up to %(count)s") % {"count": each.group_size} if (each.group_size or 0) > 1 else ""
    alone = _("One student") if each.group_size == 1 else ""
    peers = _("With students without disabilities") if each.with_peers else ""
    language = language_name(each.language) if each.language else ""
    how = [part for part in (group or alone, peers, each.provider_role, language, each.range_because) if part]
    name = [each.name, kind] if each.name and each.name != kind else [kind]
    return [name, how, how_often(each), how_long(each), where(each), [day(each.starts_on), day(each.ends_on)]]


def allowed(facts: PlanFacts, kinds: Sequence[AccommodationKind]) -> list[Block]:
    found = [each for each in facts.accommodations if each.kind in kinds]
    head = (_("What"), _("Kind"), _("Where and when"), _("How"))
    return [table(head, [support_row(each) for each in found], (8, 5, 6, 8))] if found else [nothing_here()]


def support_row(each: AccommodationFacts) -> list[object]:
    return [each.words, _(each.kind.label), each.where, each.how]


def testing_supports(facts: PlanFacts) -> list[Block]:
    found = [each for each in facts.accommodations if each.kind == AccommodationKind.TESTING]
    head = (_("Testing accommodation"), _("Conditions"), _("How it is given"))
    rows = [[each.words, each.where, each.how] for each in found]
    return [table(head, rows, (8, 8, 8))] if rows else [nothing_here()]
