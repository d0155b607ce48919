"""A computed growth as the words and numbers that pages show beside each other."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.home.threads import Grown
from strongsuit.knowledge.growth import Growth, report_line


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
