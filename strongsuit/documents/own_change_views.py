"""What changed because of what I said: my words, the answer, who does it and by when, and what I think of it."""

from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from strongsuit.documents.own_paper_views import sent
from strongsuit.documents.own_queries import reads_at
from strongsuit.documents.own_views import own_student
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SIZES
from strongsuit.documents.sheets.own_cards import change_sheet
from strongsuit.knowledge import own_cards as ours
from strongsuit.knowledge.voice import Outcome, Reaction, State
from strongsuit.voice.queries import items_of
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours

# A paper holds the newest; the screen shows all.
MOST_ON_PAPER = 12
GONE = frozenset({State.WITHDRAWN, State.MERGED})


@require_safe
def changes(request):
    """Everything I said with what became of it, and which of it goes on the sheet."""
    student = own_student(request)
    target = reads_at(student)
    found = [(each, rows(each, target)) for each in told(student)]
    return render(request, "documents/own_changes.html", {"student": student, "found": found, "private": State.PRIVATE})


def told(student):
    return [each for each in items_of(student) if each.state not in GONE]


def rows(voiced, target):
    """Label and words of each line; who acts and by when only where there is an answer."""
    decided, answer, reaction = voiced.decision, voiced.answer, voiced.reaction
    found = []
    if answer and decided:
        outcome = {"answer": _(Outcome(decided.outcome).label), "words": answer.told}
        found.append((ours.ANSWERED.at(target), _("%(answer)s. %(words)s") % outcome))
        if decided.owner:
            when = {"who": decided.owner, "day": date_format(decided.by_when)}
            found.append((ours.WHO_DOES.at(target), _("%(who)s, by %(day)s") % when))
    elif voiced.is_open:
        found.append((ours.WAITS.at(target), date_format(voiced.standing.due_on)))
    if reaction:
        mine = {"answer": _(Reaction(reaction.reaction).label), "words": reaction.why}
        found.append((ours.I_THINK.at(target), _("%(answer)s. %(words)s") % mine if reaction.why else mine["answer"]))
    return [(_(label), words) for label, words in found]


@require_safe
def paper(request):
    """The lines I chose, on a sheet; what only I may see goes on it only where I chose it."""
    student = own_student(request)
    target = reads_at(student)
    chosen = set(request.GET.getlist("line"))
    lines = [
        each for each in told(student)
        if (str(each.item.pk) in chosen if chosen else each.state != State.PRIVATE)
    ][:MOST_ON_PAPER]  # fmt: skip
    if not lines:
        raise NotYours
    asked = request.GET.get("size")
    made = own_paper(
        lambda: change_sheet(
            student.called, [(each.item.words, rows(each, target)) for each in lines],
            size=asked if asked in SIZES else SIZES[0],
        ),
        at=clock.now(), language=request.user.language,
    )  # fmt: skip
    return sent(request, student, made, "what-changed")
