"""Who and what was missing at the table, and whether the record says why: seats (34 CFR 300.321-322), and answers to
the student (strengths specification R-20).
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.knowledge.committee import Seat
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.meetings.inviting import missing_seats, stood_in_for
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.voice.queries import unanswered
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot


class Unexplained(Cannot):
    """A seat stayed empty and nobody wrote why. ``problems`` has a sentence for each field that lacks its words."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


def unexplained(
    meeting: Meeting, people: Iterable[Attendee], *, family_tried: str, stayed_away: str, unheard_because: str
) -> dict[str, str]:
    """What the record still has to say, by field; ``people`` is the whole list with who came."""
    people = list(people)
    asked = {
        "family_tried": "" if real_sentence(family_tried) else _of_family(meeting, people),
        "stayed_away": "" if real_sentence(stayed_away) else _of_school(meeting, people),
        "unheard_because": "" if real_sentence(unheard_because) else _of_the_student(meeting),
    }
    return {field: words for field, words in asked.items() if words}


def noticed(meeting: Meeting) -> bool:
    """Whether a notice went out from here before the meeting (34 CFR 300.322(a)(1))."""
    return meeting.notice_sent_on is not None and meeting.notice_sent_on <= clock.day(meeting.starts_at)


def _of_family(meeting: Meeting, people: list[Attendee]) -> str:
    if Seat.PARENT in _empty(meeting, people):
        return _(
            "Missing at the table: %(seats)s. Write in a whole sentence on which days and how you asked them to come, "
            "and what came of it."
        ) % {"seats": _(Seat.PARENT.label)}
    if noticed(meeting):
        return ""
    return _("No notice went out from here. Write in a whole sentence on which day and how the family was told.")


def _of_school(meeting: Meeting, people: list[Attendee]) -> str:
    empty = [seat for seat in _empty(meeting, people) if seat != Seat.PARENT]
    if empty:
        return _(
            "Missing at the table: %(seats)s. Write in a whole sentence who stayed away, and on which day the family "
            "and the district agreed to it in writing."
        ) % {"seats": "; ".join(_(seat.label) for seat in empty)}
    away = stood_in_for(people)
    if not away:
        return ""
    return _(
        "Asked and not there: %(names)s. Write in a whole sentence who sat in for them and why, and on which day the "
        "family and the district agreed to it in writing."
    ) % {"names": "; ".join(person.name for person in away)}


def _of_the_student(meeting: Meeting) -> str:
    """A meeting does not end over words that nobody answered; a day of the law is not missed for them (R-20, R-31)."""
    if meeting.state == Meeting.State.HELD:
        # What was said since then has a clock of its own.
        return ""
    open_count = unanswered(meeting.student, before=meeting.starts_at).count()
    if not open_count:
        return ""
    return ngettext(
        "%(count)d thing the student said has no answer yet. Decide it, put it off to a day or send it to somebody "
        "who answers. If that was not possible, write in a whole sentence why.",
        "%(count)d things the student said have no answer yet. Decide each, put it off to a day or send it to somebody "
        "who answers. If that was not possible, write in a whole sentence why.",
        open_count,
    ) % {"count": open_count}


def _empty(meeting: Meeting, people: list[Attendee]) -> list[Seat]:
    """The student is invited and free to stay away."""
    came = [person for person in people if person.came]
    return [seat for seat in missing_seats(meeting, came) if seat != Seat.STUDENT]


def refuse_unexplained(
    meeting: Meeting, people: Iterable[Attendee], *, family_tried: str, stayed_away: str, unheard_because: str
) -> None:
    problems = unexplained(
        meeting, people, family_tried=family_tried, stayed_away=stayed_away, unheard_because=unheard_because
    )
    if problems:
        raise Unexplained(problems)
