"""The annual goals, each with the thread it hangs on: strength, need, goal, support."""

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import (
    Block,
    amount,
    day,
    fields,
    heading,
    joined,
    panel,
    paragraph,
    quote,
    table,
    together,
)
from strongsuit.documents.sheets.wording import nothing_here, seen_by
from strongsuit.knowledge.shapes import GoalFacts, NeedFacts, PlanFacts, StrengthFacts, WeaveFacts


def goal_pages(facts: PlanFacts) -> list[Block]:
    if not facts.goals:
        return [nothing_here()]
    pages = [block for number, goal in enumerate(facts.goals, start=1) for block in one_goal(facts, goal, number)]
    return [*overview(facts), *pages]


def overview(facts: PlanFacts) -> list[Block]:
    """The threads side by side, so that a broken one shows."""
    head = (_("Goal"), _("Strength it is built on"), _("Need it answers"), _("Support"))
    rows = [
        [str(number), [each.words for each in strengths_of(facts, goal)], statement(facts, goal), supports(facts, goal)]
        for number, goal in enumerate(facts.goals, start=1)
    ]
    # Said only where it is true: a draft may still have a goal that stands alone.
    true = all(strengths_of(facts, goal) for goal in facts.goals)
    lead = [paragraph(_("Every goal grows from something the student already does well."))] if true else []
    return [*lead, table(head, rows, (2, 8, 8, 6))]


def one_goal(facts: PlanFacts, goal: GoalFacts, number: int) -> list[Block]:
    place = _(goal.skill_set.label) if goal.skill_set else ""
    title = _("Goal %(number)s: %(place)s") % {"number": number, "place": place}
    lead = [heading(2, title if place else _("Goal %(number)s") % {"number": number})]
    if goal.student_words:
        lead.append(quote(goal.student_words, by=facts.student.first_name))
    return [together([*lead, asked_for(goal), numbers(goal)]), thread(facts, goal), *steps(goal)]


def asked_for(goal: GoalFacts) -> Block:
    """New York's four columns: goal, criteria, method, schedule."""
    head = (_("Annual goal"), _("Criteria"), _("Method"), _("Schedule"))
    method = [_(goal.measure.label) if goal.measure else "", goal.measure_text]
    schedule = _(goal.schedule.label) if goal.schedule else ""
    sentence = [goal.condition, {"kind": "strong", "words": goal.behavior}]
    return table(head, [[sentence, goal.criterion, method, schedule]], (10, 6, 6, 4))


def numbers(goal: GoalFacts) -> Block:
    return fields(
        (
            (_("Start"), joined((amount(goal.baseline, goal.unit), day(goal.baseline_on)))),
            (_("Target"), joined((amount(goal.target, goal.unit), day(goal.target_on)))),
            (_("The family hears"), _(goal.report_schedule.label) if goal.report_schedule else ""),
            (_("Responsible"), goal.responsible),
            (_("Standard"), goal.standard),
            (_("Keep between"), kept_between(goal)),
        ),
        columns=5,
    )


def kept_between(goal: GoalFacts) -> str:
    if goal.band_low is None or goal.band_high is None:
        return ""
    ends = {"low": amount(goal.band_low, ""), "high": amount(goal.band_high, goal.unit)}
    return _("%(low)s and %(high)s") % ends


def thread(facts: PlanFacts, goal: GoalFacts) -> Block:
    built = [block for weave in goal.weaves for block in one_weave(facts, weave)]
    return panel(
        "thread",
        [
            *(built or [paragraph(_("No strength is woven into this goal yet."), label=_("Built on"))]),
            *([paragraph(statement(facts, goal), label=_("Need"))] if statement(facts, goal) else []),
            *([paragraph(joined(supports(facts, goal)), label=_("Supported by"))] if supports(facts, goal) else []),
        ],
    )


def one_weave(facts: PlanFacts, weave: WeaveFacts) -> list[Block]:
    strength = by_id(facts).get(weave.strength_id)
    if strength is None:
        return []
    line = _("%(strength)s (seen by: %(people)s)") % {"strength": strength.words, "people": seen_by(strength)}
    mine = _("%(name)s says: that is me.") % {"name": facts.student.first_name}
    return [
        paragraph(line, label=_("Built on")),
        *([paragraph(weave.mechanism, label=_("Why it helps"))] if weave.mechanism else []),
        *([paragraph(weave.step, label=_("What we do"))] if weave.step else []),
        *([paragraph(mine, small=True)] if weave.confirmed_by_student else []),
    ]


def steps(goal: GoalFacts) -> list[Block]:
    if not goal.objectives:
        return []
    rows = [[each.words, day(each.target_on)] for each in goal.objectives]
    return [table((_("Steps on the way (short-term objectives)"), _("By")), rows, (18, 6))]


def by_id(facts: PlanFacts) -> dict[str, StrengthFacts]:
    return {each.id: each for each in facts.strengths}


def strengths_of(facts: PlanFacts, goal: GoalFacts) -> list[StrengthFacts]:
    known = by_id(facts)
    return [known[weave.strength_id] for weave in goal.weaves if weave.strength_id in known]


def need_of(facts: PlanFacts, goal: GoalFacts) -> NeedFacts | None:
    return next((need for need in facts.needs() if need.id == goal.need_id), None)


def statement(facts: PlanFacts, goal: GoalFacts) -> str:
    need = need_of(facts, goal)
    return need.statement if need else ""


def supports(facts: PlanFacts, goal: GoalFacts) -> list[str]:
    """Services that serve the goal and accommodations that answer its need."""
    given = [each.name or _(each.service_type.label) for each in facts.services if goal.id in each.goal_ids]
    allowed = [each.words for each in facts.accommodations if goal.need_id and goal.need_id in each.need_ids]
    return [*given, *allowed]
