"""The family's growth report: what the student is good at, then every goal with its numbers and its picture."""

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import (
    Block,
    Stamp,
    amount,
    bullets,
    day,
    fields,
    foot,
    heading,
    joined,
    panel,
    paragraph,
    quote,
    together,
)
from strongsuit.documents.sheets.picture import picture
from strongsuit.knowledge.growth import ReportLine, Sentence
from strongsuit.knowledge.shapes_report import GoalGrowthFacts, GrowthReportFacts


def growth_sheet(report: GrowthReportFacts, stamp: Stamp) -> Block:
    """Strengths open it, the school's part comes before the growth word, and it ends with a question to the family."""
    title = _("Growth report")
    about = _("Growth report on plan version %(number)s. Document %(id)s")
    return {
        "paper": "growth",
        "title": f"{title} {report.id}",
        "head": {"left": report.student_name, "right": title},
        "foot": foot(stamp, about=about % {"number": report.plan_number, "id": report.id}),
        "watermark": "",
        "blocks": [
            *opening(report, title),
            *(block for number, goal in enumerate(report.goals, start=1) for block in one_goal(goal, number)),
            *ending(report),
        ],
    }


def opening(report: GrowthReportFacts, title: str) -> list[Block]:
    span = _("%(period)s: %(start)s to %(end)s") % {
        "period": report.period,
        "start": day(report.starts_on),
        "end": day(report.ends_on),
    }
    said = [quote(report.own_words, by=own_by(report), language=report.own_words_language)] if report.own_words else []
    strengths = [bullets(report.good_at)] if report.good_at else []
    return [
        {"kind": "title", "words": title, "name": report.student_name, "line": joined((span, report.school))},
        heading(1, _("What %(name)s is good at") % {"name": report.called}),
        panel("strength", [*strengths, *said]),
    ]


def own_by(report: GrowthReportFacts) -> str:
    return joined((report.called, day(report.own_words_on)))


def one_goal(goal: GoalGrowthFacts, number: int) -> list[Block]:
    title = _("Goal %(number)s: %(words)s") % {"number": number, "words": goal.words}
    strength = [paragraph(goal.strength, label=_("Grows from this strength"))] if goal.strength else []
    graph = [picture(goal.graph, goal.words)] if goal.graph else []
    return [
        heading(1, title),
        together([*strength, *the_word(goal.line), six_numbers(goal.line), *notes(goal.line), *graph]),
        *afterwards(goal),
    ]


def the_word(line: ReportLine) -> list[Block]:
    """The school's part first, then the growth word, then the pace beside it."""
    return [
        *(panel("note", [paragraph(told(sentence))]) for sentence in line.before),
        {"kind": "word", "words": _(line.label), "beside": _(line.pace.label) if line.pace else ""},
    ]


def notes(line: ReportLine) -> list[Block]:
    return [paragraph(" ".join(_(note) for note in line.notes), small=True)] if line.notes else []


def six_numbers(line: ReportLine) -> Block:
    return fields(
        (
            (_("Start"), amount(line.start, line.unit)),
            (_("Now"), amount(line.now, line.unit) or _("not known yet")),
            (_("Target"), amount(line.target, line.unit)),
            (_("Target date"), day(line.target_on)),
            (_("Measurements"), str(line.points)),
        ),
        columns=5,
    )


def afterwards(goal: GoalGrowthFacts) -> list[Block]:
    """What was done, what comes next, and what the team would like to hear."""
    line = goal.line
    did = [{"kind": "lead", "words": _("What the school did")}, bullets(goal.school_did)] if goal.school_did else []
    note_by = joined((goal.note_by, day(goal.note_on)))
    return [
        paragraph(goal.next_step or _(line.next_step), label=_("Next step")),
        *did,
        *([paragraph(goal.note, label=_("Note by %(name)s") % {"name": note_by})] if goal.note else []),
        *former(line),
        *([question(goal.question)] if goal.question else []),
    ]


def former(line: ReportLine) -> list[Block]:
    """After a target was moved, the same told against the earlier one."""
    if line.former is None:
        return []
    lead = paragraph(_("The target was moved. Counted against the earlier target:"))
    return [together([lead, *the_word(line.former), six_numbers(line.former)])]


def question(words: str) -> Block:
    return together([{"kind": "answer", "words": words, "label": _("A question for you")}])


def ending(report: GrowthReportFacts) -> list[Block]:
    footnotes = dict.fromkeys(told(goal.line.footnote) for goal in report.goals)
    return [
        heading(1, _("Answer us")),
        paragraph(report.answer_to),
        paragraph(report.reported_by, label=_("This report was made by")),
        *(paragraph(each, small=True) for each in footnotes),
    ]


def told(sentence: Sentence) -> str:
    return _(sentence.message) % sentence.values
