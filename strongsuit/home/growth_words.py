"""A computed growth as the words and numbers that pages show beside each other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.home.threads import Grown
from strongsuit.knowledge.growth import Growth, GrowthWord, report_line


def number(value) -> str:
    """A number as people write it: no trailing zeros."""
    return "" if value is None else f"{value.normalize():f}"


def grown(growth: Growth, url: str = "") -> Grown:
    """One goal's growth for the thread: the word first, then the numbers it is never shown without."""
    line = report_line(growth)
    detail = ""
    if line.start is not None and line.target is not None:
        detail = _("start %(start)s, now %(now)s, target %(target)s %(unit)s; %(points)s measured") % {
            "start": number(line.start),
            "now": number(line.now) or "–",
            "target": number(line.target),
            "unit": line.unit,
            "points": line.points,
        }
        if line.target_on:
            detail += "; " + _("by %(date)s") % {"date": date_format(line.target_on, "DATE_FORMAT")}
    return Grown(str(_(line.label)), detail, growth.word.value if growth.word else "none", url)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many goals of a student have one growth word, as a badge says it."""

    text: str
    tone: str
    icon: str


def counted(growths: Iterable[Growth]) -> list[Counted]:
    """Each word that a student's goals have, with the number of goals; what grew most stands first."""
    numbers = Counter(growth.word for growth in growths)
    big, on, needs, none = (numbers[word] for word in (*GrowthWord, None))
    found = [
        (big, ngettext("%(count)s goal: big growth", "%(count)s goals: big growth", big), "good", "growth"),
        (on, ngettext("%(count)s goal: continues to grow", "%(count)s goals: continue to grow", on), "calm", "forward"),
        (
            needs,
            ngettext("%(count)s goal: needs more support to grow", "%(count)s goals: need more support to grow", needs),
            "warm",
            "support",
        ),
        (none, ngettext("%(count)s goal: no word yet", "%(count)s goals: no word yet", none), "plain", ""),
    ]
    return [Counted(text % {"count": count}, tone, icon) for count, text, tone, icon in found if count]
