"""Writing a draft: sections, present levels, strengths, needs and special factors."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import Factor, NeedKind, Section, SkillSet
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, for_writing, fresh, made_once, make, part, remove, save
from strongsuit.plans.models import LevelStrength, Need, Plan, PlanSection, PresentLevel, SpecialFactor
from strongsuit.strengths.models import Item
from strongsuit.web.refusals import Cannot, NotYours


@transaction.atomic
def save_section(
    *, by: Account, plan: Plan, section: Section, version: int, text: str, none_expressed: bool = False
) -> PlanSection:
    """Write one narrative section. ``version`` is the one the words were written on; 0 before there was any."""
    draft, because = for_writing(by, plan)
    values = {"text": text, "none_expressed": none_expressed}
    row = PlanSection.objects.filter(plan=draft, section=section).select_related("edited_by").first()
    if row is None:
        row = PlanSection(**part(draft, by), section=section, **values)
        return make(row, by=by, deed="wrote a section", because=because)
    return save(row, by=by, version=version, deed="changed a section", because=because, **values)


@transaction.atomic
def save_factor(
    *, by: Account, plan: Plan, factor: Factor, version: int, answer: bool | None, text: str
) -> SpecialFactor:
    """Answer a special factor; an empty answer keeps the words but counts as open."""
    draft, because = for_writing(by, plan)
    values = {"answer": answer, "text": text}
    row = SpecialFactor.objects.filter(plan=draft, factor=factor).select_related("edited_by").first()
    if row is None:
        row = SpecialFactor(**part(draft, by), factor=factor, **values)
        return make(row, by=by, deed="answered a special factor", because=because)
    return save(row, by=by, version=version, deed="changed a special factor", because=because, **values)


@transaction.atomic
def add_level(*, by: Account, plan: Plan, skill_set: SkillSet) -> PresentLevel:
    """Put a skill set into the present levels; it stands there once."""
    draft, because = for_writing(by, plan)
    row = PresentLevel.objects.filter(plan=draft, skill_set=skill_set).first()
    if row is not None:
        return row
    row = PresentLevel(**part(draft, by), skill_set=skill_set)
    return make(row, by=by, deed="added a skill set", because=because)


@transaction.atomic
def save_level(*, by: Account, level: PresentLevel, version: int, strength_text: str, now_text: str) -> PresentLevel:
    draft, because = for_writing(by, level.plan)
    row = fresh(PresentLevel, level.pk, draft)
    values = {"strength_text": strength_text, "now_text": now_text}
    return save(row, by=by, version=version, deed="changed a present level", because=because, **values)


@transaction.atomic
def remove_level(*, by: Account, level: PresentLevel) -> None:
    """Take a skill set out of the plan, as long as no need stands in it."""
    draft, because = for_writing(by, level.plan)
    row = PresentLevel.objects.filter(pk=level.pk, plan=draft).first()
    if row is None:
        return
    if row.needs.exists():
        raise Cannot(_("This skill set holds a need. Remove the need first, then the skill set."))
    remove(row, by=by, deed="removed a skill set", because=because)


def open_item(plan: Plan, item: int) -> Item:
    """A strength the team may use: the student's own, not private, not retired."""
    found = Item.objects.filter(pk=item, student_id=plan.student_id, private=False, retired_on=None).first()
    if found is None:
        raise NotYours
    return found


@transaction.atomic
def place_strength(*, by: Account, level: PresentLevel, item: int) -> LevelStrength:
    """Show a strength in a skill set; twice is once."""
    draft, because = for_writing(by, level.plan)
    row = fresh(PresentLevel, level.pk, draft)
    found = open_item(draft, item)
    link, made = LevelStrength.objects.get_or_create(level=row, item=found, defaults=about(draft))
    if made:
        record(by, "placed a strength", link, because=because)
    return link


@transaction.atomic
def lift_strength(*, by: Account, level: PresentLevel, item: int) -> None:
    draft, because = for_writing(by, level.plan)
    link = LevelStrength.objects.filter(level=level.pk, level__plan=draft, item=item).first()
    if link is not None:
        remove(link, by=by, deed="took a strength out", because=because)


@transaction.atomic
def add_need(*, by: Account, level: PresentLevel, once: UUID, kind: NeedKind, statement: str) -> Need:
    draft, because = for_writing(by, level.plan)
    row = fresh(PresentLevel, level.pk, draft)
    need = Need(
        **part(draft, by),
        pk=made_once(draft, once),
        level=row,
        kind=kind,
        statement=statement,
        order=Need.objects.filter(plan=draft).count(),
    )
    return make(need, by=by, deed="added a need", because=because)


@transaction.atomic
def save_need(
    *,
    by: Account,
    need: Need,
    version: int,
    kind: NeedKind,
    statement: str,
    measure_text: str,
    impact: str,
    without_goal_because: str,
) -> Need:
    draft, because = for_writing(by, need.plan)
    row = fresh(Need, need.pk, draft)
    return save(
        row,
        by=by,
        version=version,
        deed="changed a need",
        because=because,
        kind=kind,
        statement=statement,
        measure_text=measure_text,
        impact=impact,
        without_goal_because=without_goal_because,
    )


@transaction.atomic
def remove_need(*, by: Account, need: Need) -> None:
    """Take a need out; a goal that answered it stays, without a need, and the checks say so."""
    draft, because = for_writing(by, need.plan)
    row = Need.objects.filter(pk=need.pk, plan=draft).first()
    if row is not None:
        remove(row, by=by, deed="removed a need", because=because)
