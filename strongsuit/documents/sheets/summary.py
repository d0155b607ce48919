"""What a teacher must know on one page: strengths first, then how to use them, then what to do."""

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import (
    Block,
    Stamp,
    Text,
    amount,
    bullets,
    day,
    foot,
    heading,
    joined,
    panel,
    paragraph,
    quote,
    table,
)
from strongsuit.documents.sheets.plan import draft_mark, head_of
from strongsuit.documents.sheets.wording import how_long, how_often, where
from strongsuit.knowledge.shapes import AccommodationFacts, GoalFacts, PlanFacts, StrengthFacts
from strongsuit.knowledge.terms import AccommodationKind, ItemKind, Location

SHORT_QUOTE = 160


def summary_sheet(facts: PlanFacts, stamp: Stamp, seal: str, for_name: str) -> Block:
    """The same facts as the plan, so the two cannot disagree; nothing here that a classroom does not need."""
    title = _("At a glance")
    about = _("Teacher summary of plan version %(number)s. Document %(id)s. SHA-256 %(seal)s")
    return {
        "paper": "summary",
        "one_page": True,
        "title": f"{title} {facts.id}" + (f" {_('DRAFT')}" if draft_mark(facts) else ""),
        "head": head_of(facts, _("Confidential. For the adults who teach this student.")),
        "foot": foot(stamp, about=about % {"number": facts.number, "id": facts.id, "seal": seal[:12]}),
        "watermark": draft_mark(facts),
        "blocks": [
            *top(facts, title, for_name),
            *strengths(facts),
            *goals(facts),
            *supports(facts),
            *services(facts),
            *factors(facts),
            *asking(facts),
        ],
    }


def top(facts: PlanFacts, title: str, for_name: str) -> list[Block]:
    student = facts.student
    dates = _("%(start)s to %(end)s") % {"start": day(facts.starts_on), "end": day(facts.ends_on)}
    line = joined((_(student.grade.label), student.school, _("plan from %(dates)s") % {"dates": dates}))
    reader = f" {_('Made for %(name)s.') % {'name': for_name}}" if for_name else ""
    return [{"kind": "masthead", "words": title, "name": student.name, "line": f"{line}.{reader}"}]


def strengths(facts: PlanFacts) -> list[Block]:
    """What the student does well, each with the way a teacher can lean on it."""
    name = facts.student.first_name
    abilities = [each for each in facts.strengths if each.kind == ItemKind.ABILITY]
    rows = [[each.words, ways_to_use(facts, each)] for each in abilities]
    head = (_("What %(name)s does well") % {"name": name}, _("How to use it"))
    short = sorted((each for each in facts.words if len(each.words) <= SHORT_QUOTE), key=lambda each: len(each.words))
    return [
        heading(1, _("Start here: strengths")),
        *([table(head, rows, (9, 11))] if rows else []),
        *pulls(facts),
        *(quote(each.words, by=each.by, language=each.language) for each in short[-1:]),
    ]


def ways_to_use(facts: PlanFacts, strength: StrengthFacts) -> list[str]:
    woven = [weave for goal in facts.goals for weave in goal.weaves if weave.strength_id == strength.id]
    return list(dict.fromkeys(weave.step or weave.mechanism for weave in woven if weave.step or weave.mechanism))


def pulls(facts: PlanFacts) -> list[Block]:
    kinds = ((ItemKind.INTEREST, _("Likes")), (ItemKind.PREFERENCE, _("Works best")))
    listed = [(label, "; ".join(each.words for each in facts.strengths if each.kind == kind)) for kind, label in kinds]
    return [paragraph(words, label=label) for label, words in listed if words]


def supports(facts: PlanFacts) -> list[Block]:
    if not facts.accommodations:
        return []
    # Modifications change what is taught, so they are never mixed in silently.
    ordered = sorted(facts.accommodations, key=lambda each: list(AccommodationKind).index(each.kind))
    rows = [[named(each), each.where, each.how] for each in ordered]
    head = (_("What to give"), _("Where and when"), _("How"))
    return [heading(1, _("Accommodations and modifications")), table(head, rows, (9, 8, 9))]


def named(support: AccommodationFacts) -> str:
    """What to give; anything but an ordinary accommodation says what it is."""
    if support.kind == AccommodationKind.ACCOMMODATION:
        return support.words
    return _("%(words)s (%(kind)s)") % {"words": support.words, "kind": _(support.kind.label).lower()}


def goals(facts: PlanFacts) -> list[Block]:
    if not facts.goals:
        return []
    return [heading(1, _("Goals in short")), bullets([in_short(goal) for goal in facts.goals])]


def in_short(goal: GoalFacts) -> Text:
    ends = {
        "goal": goal.behavior,
        "start": amount(goal.baseline, ""),
        "target": amount(goal.target, goal.unit),
        "date": day(goal.target_on),
    }
    return _("%(goal)s From %(start)s to %(target)s by %(date)s.") % ends if goal.target is not None else goal.behavior


def services(facts: PlanFacts) -> list[Block]:
    """What happens in the classroom first, then when the student is elsewhere."""
    if not facts.services:
        return []
    ordered = sorted(facts.services, key=lambda each: each.location != Location.GENERAL_CLASS)
    rows = [
        [
            each.name or _(each.service_type.label),
            joined((how_often(each), how_long(each))),
            where(each),
            each.provider_role,
        ]
        for each in ordered
    ]
    head = (_("Service"), _("How often and how long"), _("Where"), _("Who"))
    return [heading(1, _("Services, the classroom first")), table(head, rows, (8, 7, 6, 6))]


def factors(facts: PlanFacts) -> list[Block]:
    said_yes = [each for each in facts.factors if each.answer]
    if not said_yes:
        return []
    head = (_("Question answered with yes"), _("What to do"))
    return [
        heading(1, _("Special factors")),
        table(head, [[_(each.factor.label), each.text] for each in said_yes], (9, 13)),
    ]


def asking(facts: PlanFacts) -> list[Block]:
    if not facts.case_manager:
        return []
    line = _("%(name)s, case manager. Ask before you change or stop any of this.") % {"name": facts.case_manager}
    return [panel("note", [paragraph(line, label=_("Who to ask"))])]
