"""Present levels: the student's own words, then every skill set with strengths before needs."""

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import Block, bullets, day, heading, joined, panel, paragraph, quote, table
from strongsuit.documents.sheets.wording import narrative, nothing_here, seen_by
from strongsuit.knowledge.shapes import (
    EvidenceFacts,
    NeedFacts,
    PlanFacts,
    PresentLevelFacts,
    StrengthFacts,
    StudentWords,
)
from strongsuit.knowledge.terms import AREA_OF, Area, ItemKind, Section


def present_levels(facts: PlanFacts) -> list[Block]:
    return [
        *own_words(facts),
        heading(2, _(Section.VISION.label)),
        *narrative(facts, Section.VISION),
        *known_for(facts),
        heading(2, _(Section.EVALUATION.label)),
        *narrative(facts, Section.EVALUATION),
        heading(2, _(Section.PARENT_CONCERNS.label)),
        *narrative(facts, Section.PARENT_CONCERNS),
        *(block for area in Area for block in one_area(facts, area)),
        heading(2, _(Section.EFFECT.label)),
        *narrative(facts, Section.EFFECT),
    ]


def own_words(facts: PlanFacts) -> list[Block]:
    title = heading(2, _("In %(name)s's own words") % {"name": facts.student.first_name})
    if not facts.words:
        return [
            title,
            paragraph(facts.voice_missing_because, label=_("Why there are none"))
            if facts.voice_missing_because
            else nothing_here(),
        ]
    return [title, *(block for each in facts.words for block in said(facts, each))]


def said(facts: PlanFacts, each: StudentWords) -> list[Block]:
    """The quote as it was given, and any summary by an adult apart from it."""
    helped = _("with help from %(name)s") % {"name": each.helped_by} if each.helped_by else ""
    by = joined((each.by, _(each.mode.label), helped, day(each.on)))
    told = quote(each.words, by=by, language=each.language, prompt=each.prompt)
    if not each.paraphrase:
        return [told]
    if not each.paraphrase_approved:
        return [told, paragraph(each.paraphrase, label=_("Staff summary"))]
    agreed = _("%(name)s said: that is what I meant.") % {"name": facts.student.first_name}
    return [told, paragraph(each.paraphrase, label=_("What the team understood")), paragraph(agreed, small=True)]


def known_for(facts: PlanFacts) -> list[Block]:
    """Every strength, interest and preference with those who see it; one table for each kind."""
    title = heading(2, _("What %(name)s does well, likes and prefers") % {"name": facts.student.first_name})
    kinds = [(kind, [each for each in facts.strengths if each.kind == kind]) for kind in ItemKind]
    tables = [strength_table(kind, found) for kind, found in kinds if found]
    return [title, *(tables or [nothing_here()])]


def strength_table(kind: ItemKind, found: list[StrengthFacts]) -> Block:
    if not any(each.evidence for each in found):
        return table((_(kind.label), _("Seen by")), [[each.words, seen_by(each)] for each in found], (15, 9))
    rows = [[each.words, seen_by(each), [example(told) for told in each.evidence[:2]]] for each in found]
    return table((_(kind.label), _("Seen by"), _("For example")), rows, (9, 5, 10))


def example(found: EvidenceFacts) -> str:
    told = _("%(words)s (%(setting)s, %(by)s, %(on)s)")
    return told % {"words": found.words, "setting": found.setting, "by": found.by, "on": day(found.on)}


def one_area(facts: PlanFacts, area: Area) -> list[Block]:
    levels = [level for level in facts.present_levels if AREA_OF[level.skill_set] == area]
    blocks = [block for level in levels for block in one_skill_set(facts, level)]
    provided = narrative(facts, Section.MANAGEMENT) if area == Area.MANAGEMENT else []
    if provided:
        provided = [heading(3, _(Section.MANAGEMENT.label)), *provided]
    return [heading(2, _(area.label)), *(blocks or ([] if provided else [nothing_here()])), *provided]


def one_skill_set(facts: PlanFacts, level: PresentLevelFacts) -> list[Block]:
    """Strengths first, then where the student is now, then needs."""
    name = facts.student.first_name
    linked = [each for each in facts.strengths if each.id in level.strength_ids]
    seen = [f"{each.words} ({seen_by(each)})" for each in linked]
    strengths = [paragraph(level.strength_text)] if level.strength_text else []
    strengths += [bullets(seen)] if seen else []
    needs = [block for need in level.needs for block in one_need(need)]
    return [
        heading(3, _(level.skill_set.label)),
        panel(
            "strength", [heading(4, _("What %(name)s does well") % {"name": name}), *(strengths or [nothing_here()])]
        ),
        heading(4, _("Where %(name)s is now") % {"name": name}),
        paragraph(level.now_text) if level.now_text else nothing_here(),
        *([panel("need", [heading(4, _("What %(name)s needs") % {"name": name}), *needs])] if needs else []),
    ]


def one_need(need: NeedFacts) -> list[Block]:
    """The need with what shows it and what it means for learning; the label says which kind it is."""
    lines = (
        (_(need.kind.label), need.statement),
        (_("How we know"), need.measure_text),
        (_("What it means for learning"), need.impact),
        (_("Why it has no goal of its own"), need.without_goal_because),
    )
    return [paragraph(words, label=label) for label, words in lines if words]
