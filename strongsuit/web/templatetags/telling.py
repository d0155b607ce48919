"""The parts that tell facts, numbers and growth; each accepts what its signature names and refuses the rest."""

from django import template
from django.utils.translation import gettext as _

from strongsuit.web import graph as graphs
from strongsuit.web import thread as threads
from strongsuit.web.templatetags.components import TONE_ICONS, TONES, one_of

register = template.Library()


@register.inclusion_tag("components/table.html")
def table(*, caption, columns, rows, show_caption=False, empty=""):
    """Rows under named columns; the first cell of a row names it.

    A column is a name or a dict (label, number, hidden); a cell is a value or a dict (text, url, tone, icon, note).
    """
    named = [column if isinstance(column, dict) else {"label": column} for column in columns]
    filled = [
        [(column, cell if isinstance(cell, dict) else {"text": cell}) for column, cell in zip(named, row, strict=True)]
        for row in rows
    ]
    return {
        "caption": caption,
        "columns": named,
        "rows": filled,
        "show_caption": show_caption,
        "empty": empty or _("Nothing here yet."),
    }


@register.inclusion_tag("components/definitions.html")
def definitions(*, items):
    """Names and what they are: pairs."""
    return {"items": items}


@register.inclusion_tag("components/timeline.html")
def timeline(*, items, label=""):
    """What happened in order: dicts with when, title and perhaps text, url, icon, by."""
    return {"items": items, "label": label or _("What happened")}


@register.inclusion_tag("components/legend.html")
def legend(*, items):
    """What the shapes of a picture mean: dicts with shape (line, dashed, dotted, point, hollow, band) and label."""
    return {"items": items}


@register.inclusion_tag("components/stat.html")
def stat(*, value, label, note="", url="", tone="plain"):
    """One number that matters, in words first."""
    one_of(tone, TONES, "The tone")
    return {"value": value, "label": label, "note": note, "url": url, "tone": tone, "icon": TONE_ICONS[tone]}


@register.inclusion_tag("components/progress_ring.html")
def progress_ring(*, done, total, label):
    """How much of a whole is done."""
    share = min(max(done / total, 0), 1) if total else 0
    return {"done": done, "total": total, "label": label, "percent": round(share * 100), "full": share >= 1}


@register.inclusion_tag("components/countdown.html")
def countdown(*, days, label, url=""):
    """Days until something, as a number and as a row of days."""
    return {
        "days": days,
        "late": -days,
        "label": label,
        "url": url,
        "dots": [place < 14 - days for place in range(14)] if 0 <= days <= 14 else [],
    }


# Growth


@register.inclusion_tag("components/growth_word.html")
def growth_word(
    *,
    word,
    text,
    start="",
    now="",
    target="",
    on="",
    points="",
    next_step="",
    unit="",
    pace="",
    reason="",
    support="",
    compact=False,
    reader="",
):
    """The computed growth word with its shape and its six numbers. Words: big, continues, needs, none.

    ``support`` is the school's own part ("We gave 62% of the planned support."), always read before the word.
    ``reader``: a student gets plain names for the numbers; a young one the first three, and the rest close by.
    """
    one_of(word, tuple(threads.PICTURES), "The growth word")
    one_of(reader, ("", "student", "young"), "The reader")
    known = any(value not in ("", None) for value in (start, now, target))
    return {
        "word": word, "text": text, "icon": threads.PICTURES[word], "pace": pace, "reason": reason, "support": support,
        "next_step": next_step, "compact": compact, "reader": reader,
        "numbers": growth_numbers(start, now, target, on, points, unit, reader) if known else [],
    }  # fmt: skip


def growth_numbers(start, now, target, on, points, unit, reader):
    """The numbers a growth word never stands without; what is not known yet is a dash, a zero is a zero."""
    named = [
        (_("Start"), start),
        (_("Now"), now),
        (_("My goal") if reader else _("Target"), target),
        (_("Reach it by") if reader else _("Target date"), on),
        (_("Times checked") if reader else _("Data points"), points),
    ][: 3 if reader == "young" else None]
    counted = [(_("Counted in"), unit)] if unit else []
    return [(name, "–" if value in ("", None) else value) for name, value in named] + counted


@register.inclusion_tag("components/growth_graph.html")
def growth_graph(*, graph, key, title, summary, unit="", open=False, plain=False):
    """The drawn graph of one goal with its numbers in a table beneath; ``key`` makes its ids its own.

    ``plain`` is for students: the same in words that a child knows.
    """
    return {
        "picture": graphs.picture(graph, plain=plain),
        "plain": plain,
        "key": key,
        "title": title,
        "summary": summary,
        "unit": unit,
        "open": open,
    }


@register.inclusion_tag("components/thread.html")
def thread(*, thread, label="", key="thread"):
    """Strength, need, goal, support, growth: drawn, and as a list of threads."""
    return {
        "picture": threads.layout(thread),
        "threads": threads.as_list(thread),
        "label": label or _("The thread"),
        "key": key,
    }
