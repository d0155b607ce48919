"""The parts pages are made of; each accepts what its signature names and refuses the rest."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from strongsuit.web import display, icons, symbols

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
    return draw("icon", drawing=icons.drawing(name), label=label, size=size, turns=name in icons.TURNS)


@register.simple_tag
def symbol(concept, *, label="", size=""):
    """The picture of a concept on a light tile; without a label it is decoration. Sizes: small, large."""
    return drawn_symbol(concept, str(label), size, symbols.chosen().key)


@lru_cache(maxsize=2000)
def drawn_symbol(concept, label, size, key):
    one_of(size, ("", "small", "large"), "The size")
    try:
        file = symbols.file_for(concept, key)
    except KeyError:
        raise Unknown(f"No set of pictures has {concept!r}.") from None
    return draw("symbol", file=file, label=label, size=size, turns=symbols.turns(concept))


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


# The page itself


@register.simple_tag(takes_context=True)
def display_attributes(context):
    """The person's own letters and colors as attributes of the html element; nothing where there is no request."""
    request = context.get("request")
    chosen = context.get("display_choice") or (display.chosen(request) if request else {})
    return format_html_join("", ' data-{}="{}"', chosen.items())
