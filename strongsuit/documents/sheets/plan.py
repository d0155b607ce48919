"""The whole plan in New York's order of sections, which may be added to but not changed."""

from django.utils.translation import gettext as _

from strongsuit.documents.sheets.blocks import (
    Block,
    Stamp,
    bullets,
    day,
    fields,
    foot,
    heading,
    language_name,
    panel,
    paragraph,
    table,
    together,
)
from strongsuit.documents.sheets.goals import goal_pages
from strongsuit.documents.sheets.levels import present_levels
from strongsuit.documents.sheets.supports import program_section, services_of, testing_supports
from strongsuit.documents.sheets.wording import narrative, nothing_here
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import PlanKind, PlanState, Section, ServiceClass

NOT_IN_EFFECT = {PlanState.DRAFT, PlanState.PROPOSED}


def plan_sheet(facts: PlanFacts, stamp: Stamp, seal: str) -> Block:
    """Everything the template needs, in the order in which it is read."""
    about = _("Plan version %(number)s. Document %(id)s. SHA-256 %(seal)s")
    title = _("Individualized Education Program")
    return {
        "paper": "plan",
        # Never the student's name: the file's properties are read by people who may not open it.
        "title": f"{title} {facts.id}" + (f" {_('DRAFT')}" if draft_mark(facts) else ""),
        "head": head_of(facts, title),
        "foot": foot(stamp, about=about % {"number": facts.number, "id": facts.id, "seal": seal[:12]}),
        "watermark": draft_mark(facts),
        "blocks": [*front(facts, title), *body(facts), *closing(facts)],
    }


def draft_mark(facts: PlanFacts) -> str:
    return _("DRAFT") if facts.state in NOT_IN_EFFECT else ""


def head_of(facts: PlanFacts, ordinary: str) -> Block:
    """The line on top of every page; a plan that is not in effect says so instead."""
    mark = {
        PlanState.ADOPTED: ordinary,
        PlanState.DRAFT: _("DRAFT. Not in effect."),
        PlanState.PROPOSED: _("DRAFT. Not in effect."),
    }
    return {"left": facts.student.name, "right": mark.get(facts.state, _(facts.state.label))}


def body(facts: PlanFacts) -> list[Block]:
    sections = (
        (_("Present levels and needs"), present_levels(facts)),
        (_("Special factors the team considered"), special_factors(facts)),
        (_("After school: goals and transition needs"), narrative(facts, Section.TRANSITION)),
        (_("Annual goals"), goal_pages(facts)),
        (_("Reporting progress to the family"), narrative(facts, Section.PROGRESS)),
        (_("Recommended programs and services"), program_section(facts, narrative(facts, Section.PERSONNEL))),
        (_("Extended school year (12-month services)"), extended_year(facts)),
        (_("Testing accommodations"), testing_supports(facts)),
        (_("Coordinated transition activities"), transition_activities(facts)),
        (_("State and district tests"), tests(facts)),
        (_("Time with students without disabilities"), narrative(facts, Section.PARTICIPATION)),
        (_("Special transportation"), transportation(facts)),
        (_("Placement recommendation"), placement(facts)),
    )
    # The first number belongs to the student and the dates, on the front page.
    numbered = [(f"{number}. {title}", blocks) for number, (title, blocks) in enumerate(sections, start=2)]
    return [block for title, blocks in numbered for block in (heading(1, title), *blocks)]


def front(facts: PlanFacts, title: str) -> list[Block]:
    student = facts.student
    called = student.preferred_name and student.preferred_name != student.name
    name = _("%(name)s, called %(called)s") % {"name": student.name, "called": student.preferred_name}
    warning = _("This is a draft for the team and the family to talk about. It is not in effect.")
    return [
        {"kind": "title", "words": title, "name": name if called else student.name, "line": state_line(facts)},
        *([panel("draft", [paragraph(warning, label=_("DRAFT"))])] if draft_mark(facts) else []),
        heading(1, f"1. {_('Student and dates')}"),
        identity(facts),
        {"kind": "contents", "words": _("What is in this plan")},
        {"kind": "page"},
    ]


def state_line(facts: PlanFacts) -> str:
    kind = _(facts.kind.label)
    if facts.kind == PlanKind.AMENDMENT and facts.amends_id:
        kind = _("Amendment of plan %(id)s") % {"id": facts.amends_id}
    line = _("%(kind)s. Version %(number)s. %(state)s.")
    return line % {"kind": kind, "number": facts.number, "state": _(facts.state.label)}


def identity(facts: PlanFacts) -> Block:
    student = facts.student
    return fields(
        (
            (_("Student"), student.name),
            (_("Date of birth"), day(student.birth_date) or _("not on file")),
            (_("Grade"), _(student.grade.label)),
            (_("Student number"), student.local_id),
            (_("School"), student.school),
            (_("District"), student.district),
            (_("Disability classification"), _(student.disability.label) if student.disability else ""),
            (_("Language at home"), language_name(student.language)),
            (_("Team meeting"), day(facts.meeting_on)),
            (_("Plan starts"), day(facts.starts_on)),
            (_("Plan ends"), day(facts.ends_on)),
            (_("Annual review by"), day(facts.review_on)),
            (_("Found eligible"), day(student.eligible_on)),
            (_("Last evaluation"), day(student.evaluated_on)),
            (_("Adopted"), day(facts.adopted_on)),
            (_("Changes agreed"), day(facts.amendment_agreed_on)),
            (_("Case manager"), facts.case_manager),
        )
    )


def special_factors(facts: PlanFacts) -> list[Block]:
    answers = {True: _("Yes"), False: _("No"), None: _("Not answered yet")}
    rows = [[_(each.factor.label), answers[each.answer], each.text] for each in facts.factors]
    head = (_("Question"), _("Answer"), _("What the plan does about it"))
    return [table(head, rows, (9, 3, 12))] if rows else [nothing_here()]


def extended_year(facts: PlanFacts) -> list[Block]:
    return [*narrative(facts, Section.EXTENDED_YEAR), *services_of(facts, ServiceClass.EXTENDED_YEAR)]


def transportation(facts: PlanFacts) -> list[Block]:
    return [*narrative(facts, Section.TRANSPORTATION), *services_of(facts, ServiceClass.TRANSPORT)]


def transition_activities(facts: PlanFacts) -> list[Block]:
    if facts.section(Section.TRANSITION) is None:
        return [nothing_here()]
    return [paragraph(_("The activities and who is responsible for each are written in section 4."))]


def tests(facts: PlanFacts) -> list[Block]:
    alternate = _("The student takes the alternate assessment.")
    return [*([paragraph(alternate)] if facts.student.alternate_assessment else []), *narrative(facts, Section.TESTING)]


def placement(facts: PlanFacts) -> list[Block]:
    """The places where the program of section 7 is given."""
    taught = [each for each in facts.services if each.service_class == ServiceClass.SPECIAL_EDUCATION]
    places = {
        f"{each.name or _(each.service_type.label)}: {_(each.location.label)}": 1 for each in taught if each.location
    }
    lead = _("The special education of section 7 is given here:")
    return [together([paragraph(lead), bullets(list(places))])] if places else [nothing_here()]


def closing(facts: PlanFacts) -> list[Block]:
    """What a family may do with this paper (34 CFR 300.322(f), 300.324(b), 300.503, 300.504, 300.613)."""
    return [
        heading(1, _("Your rights and your questions")),
        bullets(
            [
                _("You may ask for a team meeting at any time, not only once a year."),
                _("You get a copy of this plan at no cost, and you may read all of your child's school records."),
                _("The school tells you in writing before it changes, or refuses to change, what this plan gives."),
                _("A notice called procedural safeguards explains all your rights. Ask for a copy at any time."),
                _("Ask for an interpreter or for this plan in your language, in large print or in braille."),
            ]
        ),
        *([paragraph(facts.case_manager, label=_("Ask first"))] if facts.case_manager else []),
    ]
