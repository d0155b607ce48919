"""Leaving words as they are although the coach has a thought on them, and taking that back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.knowledge.sentences import letters_of
from strongsuit.knowledge.terms import LeftBecause
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, for_writing
from strongsuit.plans.models import LeftWording, Plan
from strongsuit.web.refusals import Cannot

MOST_WORDS = 300
# More of one rule in one text are left one after the other.
MOST_MARKS = 100


@dataclass(frozen=True)
class Spot:
    """One rule in one field at one place of a plan, and its findings as ``knowledge.coach.same`` marks them."""

    place: str
    field: str
    rule: str
    marks: tuple[str, ...]


@transaction.atomic
def leave_wording(*, by: Account, plan: Plan, spot: Spot, because: LeftBecause, words: str, at: datetime) -> int:
    """Keep why these words stay, until their sentence changes. What a colleague has left already stays theirs."""
    row, relation = for_writing(by, plan)
    _reason(because, words)
    known = set(_rows(row, spot).values_list("mark", flat=True))
    marks = [mark for mark in dict.fromkeys(spot.marks) if mark not in known][:MOST_MARKS]
    LeftWording.objects.bulk_create(
        LeftWording(
            **about(row), plan=row, place=spot.place, field=spot.field, rule=spot.rule, mark=mark,
            because=because, words=words, by=by, at=at,
        )
        for mark in marks
    )  # fmt: skip
    if marks:
        _record(by, "left a wording as it is", row, relation, spot)
    return len(marks)


@transaction.atomic
def show_again(*, by: Account, plan: Plan, spot: Spot) -> int:
    """The coach may speak of these words again."""
    row, relation = for_writing(by, plan)
    gone, _each = _rows(row, spot).delete()
    if gone:
        _record(by, "asked for a thought on the wording again", row, relation, spot)
    return gone


def _rows(plan: Plan, spot: Spot):
    return LeftWording.objects.filter(plan=plan, place=spot.place, field=spot.field, mark__in=spot.marks)


def _record(by: Account, deed: str, plan: Plan, relation: str, spot: Spot) -> None:
    record(by, deed, plan, because=relation, detail={"place": spot.place, "field": spot.field, "rule": spot.rule})


def _reason(because: LeftBecause, words: str) -> None:
    if len(words) > MOST_WORDS:
        raise Cannot(_("Say it shorter: at most %(most)s characters fit here.") % {"most": MOST_WORDS})
    said = [word for word in words.split() if letters_of(word)]
    if len(said) < 2 and (because == LeftBecause.OTHER or words):
        raise Cannot(_("Choose a reason, or say it in at least two words."))
