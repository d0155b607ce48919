"""Who of the law's team was missing at the table, and whether the record says why (34 CFR 300.321(e), 300.322(d))."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from strongsuit.knowledge.committee import Seat
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.meetings.inviting import missing_seats
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.web.refusals import Cannot


class Unexplained(Cannot):
    """A seat stayed empty and nobody wrote why. ``problems`` has a sentence for each field that lacks its words."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


def unexplained(meeting: Meeting, came: Iterable[Attendee], *, family_tried: str, stayed_away: str) -> dict[str, str]:
    """What the record still has to say, by field. The student is invited and free to stay away."""
    empty = [seat for seat in missing_seats(meeting, came) if seat != Seat.STUDENT]
    problems = {}
    if Seat.PARENT in empty and not real_sentence(family_tried):
        problems["family_tried"] = _(
            "Missing at the table: %(seats)s. Write in a whole sentence on which days and how you asked them to come, "
            "and what came of it."
        ) % {"seats": _(Seat.PARENT.label)}
    school = [seat for seat in empty if seat != Seat.PARENT]
    if school and not real_sentence(stayed_away):
        problems["stayed_away"] = _(
            "Missing at the table: %(seats)s. Write in a whole sentence who stayed away, and on which day the family "
            "and the district agreed to it in writing."
        ) % {"seats": "; ".join(_(seat.label) for seat in school)}
    return problems


def refuse_unexplained(meeting: Meeting, came: Iterable[Attendee], *, family_tried: str, stayed_away: str) -> None:
    problems = unexplained(meeting, came, family_tried=family_tried, stayed_away=stayed_away)
    if problems:
        raise Unexplained(problems)
