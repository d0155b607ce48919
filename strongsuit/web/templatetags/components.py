"""The parts pages are made of; each accepts what its signature names and refuses the rest."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from strongsuit.web import display, icons
from strongsuit.web import fields as form_fields
from strongsuit.web import graph as graphs
from strongsuit.web import thread as threads

register = template.Library()

TONES = ("plain", "calm", "good", "warm", "alarm")
TONE_ICONS = {"plain": "", "calm": "note", "good": "done", "warm": "warning", "alarm": "stop"}
BUTTON_KINDS = ("primary", "secondary", "quiet", "danger")


class Unknown(ValueError):
    """A component was given a value outside its list; the message names the list."""


def one_of(value, known, what):
    if value not in known:
        raise Unknown(f"{what} is {value!r}. It takes one of: {', '.join(known)}.")
    return value


def draw(name, **values):
    return render_to_string(f"components/{name}.html", values)


# Words and pictures


@register.simple_tag
def icon(name, *, label="", size=""):
    """A picture from the set; without a label it is decoration. Sizes: small, large, huge."""
    return drawn_icon(name, str(label), size)


@lru_cache(maxsize=1000)
def drawn_icon(name, label, size):
    one_of(name, icons.NAMES, "The icon")
    one_of(size, ("", "small", "large", "huge"), "The size")
    return draw("icon", drawing=icons.drawing(name), label=label, size=size)


@register.inclusion_tag("components/badge.html")
def badge(*, text, tone="plain", icon=None):
    """A word or two of state, always with a shape. Tones: plain, calm, good, warm, alarm."""
    one_of(tone, TONES, "The tone")
    return {"text": text, "tone": tone, "icon": TONE_ICONS[tone] if icon is None else icon}


# Languages of families that Django does not know by these codes.
OTHER_LANGUAGES = {"zh": "中文", "ht": "Kreyòl ayisyen", "haw": "ʻŌlelo Hawaiʻi", "so": "Soomaali", "yue": "粵語"}


@register.inclusion_tag("components/language_tag.html")
def language_tag(*, code):
    """Names the language of a passage, in that language; one nobody here knows stands as its code."""
    try:
        language = get_language_info(code)
    except KeyError:
        language = {"name_local": OTHER_LANGUAGES.get(code, code), "bidi": False}
    return {"code": code, "name": language["name_local"], "bidi": language["bidi"]}


@register.inclusion_tag("components/avatar_initials.html")
def avatar_initials(*, name):
    """A person's initials in a circle, as decoration beside the written name."""
    words = [word for word in str(name).split() if word[0].isalnum()]
    return {"initials": "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()}


@register.inclusion_tag("components/person_line.html")
def person_line(*, name, role="", note="", url=""):
    """One person with what they are here."""
    return {"name": name, "role": role, "note": note, "url": url}


@register.inclusion_tag("components/quote.html")
def quote(*, words, by="", on=None, mode="", language="", helped_by=""):
    """Someone's own words, letter for letter, with who said them and how."""
    foreign = bool(language) and language != get_language()
    return {
        "words": words,
        "by": by,
        "on": on,
        "mode": mode,
        "language": language,
        "foreign": foreign,
        "helped_by": helped_by,
    }


# Doing


@register.inclusion_tag("components/button.html")
def button(
    *,
    text,
    kind="primary",
    type="submit",
    name="",
    value="",
    icon="",
    form="",
    action="",
    small=False,
    disabled=False,
    label="",
):
    """Does something. Kinds: primary, secondary, quiet, danger. ``label`` is the longer name read aloud."""
    one_of(kind, BUTTON_KINDS, "The kind")
    return {
        "text": text, "kind": kind, "name": name, "value": value,
        "type": one_of(type, ("submit", "button", "reset"), "The type"),
        "icon": icon, "form": form, "action": action, "small": small, "disabled": disabled, "label": label,
    }  # fmt: skip


@register.inclusion_tag("components/link_button.html")
def link_button(*, text, url, kind="secondary", icon="", small=False, download=False, label=""):
    """Goes somewhere, drawn as a button. Kinds: primary, secondary, quiet, danger."""
    one_of(kind, BUTTON_KINDS, "The kind")
    return {"text": text, "url": url, "kind": kind, "icon": icon, "small": small, "download": download, "label": label}


@register.simple_block_tag
def toolbar(content, *, label):
    """A row of things to do."""
    return draw("toolbar", content=content, label=label)


@register.inclusion_tag("components/copy_button.html")
def copy_button(*, target, text=""):
    """Copies the text of the element ``target`` (its id)."""
    return {"target": target, "text": text or _("Copy")}


@register.inclusion_tag("components/read_aloud.html")
def read_aloud(*, target, label=""):
    """Reads the element ``target`` (its id) aloud with a voice of the device; absent where there is none."""
    return {"target": target, "label": label or _("Read aloud")}


# Finding one's way


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*, items):
    """The way here: dicts with label and url; the last is this page."""
    return {"items": items}


@register.simple_block_tag
def page_header(content, *, title, eyebrow="", lead=""):
    """The one h1 of a page; what stands inside are the page's actions."""
    return draw("page_header", content=content, title=title, eyebrow=eyebrow, lead=lead)


@register.inclusion_tag("components/tabs.html")
def tabs(*, label, items):
    """The pages of one thing: dicts with label, url, current and perhaps count."""
    return {"label": label, "items": items}


@register.inclusion_tag("components/steps.html")
def steps(*, items, current, label=""):
    """Where one is in a row of steps; ``items`` are names, ``current`` counts from 1."""
    marked = [
        (name, "done" if place < current else "now" if place == current else "later")
        for place, name in enumerate(items, 1)
    ]
    return {"items": marked, "current": current, "total": len(marked), "label": label or _("Steps")}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, *, page, label=""):
    """Moves between pages of a Django ``Page``; the other words of the address stay."""
    query = context["request"].GET.copy() if "request" in context else None
    if query is not None:
        query.pop("page", None)
    return {"page": page, "label": label or _("Pages"), "query": query.urlencode() if query else ""}


@register.simple_block_tag
def filter_bar(content, *, label, reset_url="", button=""):
    """A GET form above a list; fields stand inside."""
    return draw("filter_bar", content=content, label=label, reset_url=reset_url, button=button or _("Show"))


@register.inclusion_tag("components/quick_filter.html")
def quick_filter(*, target, label):
    """Narrows the list with the id ``target`` while one types; absent without JavaScript."""
    return {"target": target, "label": label}


# Saying


@register.simple_block_tag
def alert(content, *, tone="calm", title="", live=False):
    """A message in the page. Tones: calm, good, warm, alarm; ``live`` when it appears after loading."""
    one_of(tone, TONES, "The tone")
    return draw("alert", content=content, tone=tone, icon=TONE_ICONS[tone] or "note", title=title, live=live)


@register.simple_block_tag
def empty_state(content, *, title, icon="growth"):
    """Nothing here yet: says what will be, and how to begin (inside)."""
    return draw("empty_state", content=content, title=title, icon=icon)


@register.simple_block_tag
def disclosure(content, *, summary, open=False, note=""):
    """More for those who want it."""
    return draw("disclosure", content=content, summary=summary, open=open, note=note)


@register.simple_block_tag
def card(content, *, title="", url="", icon="", eyebrow="", level=2, tone="plain"):
    """One thing among equals. Tones: plain, accent (the one to do next), quiet."""
    one_of(tone, ("plain", "accent", "quiet"), "The tone")
    return draw("card", content=content, title=title, url=url, icon=icon, eyebrow=eyebrow, level=level, tone=tone)


# Forms


@register.inclusion_tag("components/error_summary.html")
def error_summary(*, form):
    """What to put right, linked to the fields; empty when there is nothing."""
    return {"problems": form_fields.problems(form), "general": form.non_field_errors()}


@register.inclusion_tag("components/field.html")
def field(bound, *, hint="", label="", width="", autocomplete="", hide_label=False, symbols=None):
    """One bound field with label, help and error. Widths: short, medium, wide."""
    one_of(width, ("", "short", "medium", "wide"), "The width")
    return form_fields.pieces(
        bound,
        hint=hint,
        label=label,
        width=width,
        autocomplete=autocomplete,
        hide_label=hide_label,
        symbols=symbols or {},
    )


@register.inclusion_tag("components/fields.html")
def fields(form):
    """Every field of a form, hidden ones too, under its error summary."""
    return {"form": form}


@register.inclusion_tag("components/once.html")
def once(*, token):
    """The hidden token that lets a form arrive twice and count once."""
    return {"token": token}


@register.inclusion_tag("components/save_state.html")
def save_state(*, saved=""):
    """Where an autosaving form says what happened to one's words."""
    return {"saved": saved}


@register.inclusion_tag("components/conflict.html")
def conflict(*, mine, theirs, theirs_by, version, theirs_at="", label=""):
    """Two people's words for one place, to choose from; stands inside the form."""
    return {
        "mine": mine,
        "theirs": theirs,
        "theirs_by": theirs_by,
        "theirs_at": theirs_at,
        "version": version,
        "label": label,
    }


@register.inclusion_tag("components/symbol_tile.html")
def symbol_tile(*, icon, text, url="", name="", value="", checked=False, many=False, note=""):
    """A picture and a word to press: a link, or with ``name`` one choice of a form."""
    return {
        "icon": icon, "text": text, "url": url, "name": name, "value": value, "checked": checked,
        "type": "checkbox" if many else "radio", "note": note,
    }  # fmt: skip


# Facts


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
):
    """The computed growth word with its shape and its six numbers. Words: big, continues, needs, none.

    ``support`` is the school's own part ("We gave 62% of the planned support."), always read before the word.
    """
    one_of(word, tuple(threads.PICTURES), "The growth word")
    known = any(value not in ("", None) for value in (start, now, target))
    return {
        "word": word, "text": text, "icon": threads.PICTURES[word], "pace": pace, "reason": reason, "support": support,
        "next_step": next_step, "compact": compact,
        "numbers": growth_numbers(start, now, target, on, points, unit) if known else [],
    }  # fmt: skip


def growth_numbers(start, now, target, on, points, unit):
    """The numbers a growth word never stands without; what is not known yet is a dash, a zero is a zero."""
    named = [
        (_("Start"), start),
        (_("Now"), now),
        (_("Target"), target),
        (_("Target date"), on),
        (_("Data points"), points),
    ]
    counted = [(_("Counted in"), unit)] if unit else []
    return [(name, "–" if value in ("", None) else value) for name, value in named] + counted


@register.inclusion_tag("components/growth_graph.html")
def growth_graph(*, graph, key, title, summary, unit="", open=False):
    """The drawn graph of one goal with its numbers in a table beneath; ``key`` makes its ids its own."""
    return {
        "picture": graphs.picture(graph),
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


# The page itself


@register.simple_tag(takes_context=True)
def display_attributes(context):
    """The person's own letters and colors as attributes of the html element; nothing where there is no request."""
    request = context.get("request")
    chosen = context.get("display_choice") or (display.chosen(request) if request else {})
    return format_html_join("", ' data-{}="{}"', chosen.items())
