"""The parts that forms are made of; each accepts what its signature names and refuses the rest."""

from django import template

from strongsuit.knowledge.reading_level import Target, target_of_grade
from strongsuit.knowledge.terms import Grade
from strongsuit.web import fields as form_fields
from strongsuit.web import reading
from strongsuit.web.templatetags.components import one_of

register = template.Library()


@register.inclusion_tag("components/error_summary.html")
def error_summary(*, form, autosaved=False):
    """What to put right, linked to the fields; empty when there is nothing. ``autosaved``: some of it may be kept."""
    return {
        "problems": form_fields.problems(form),
        "general": form.non_field_errors(),
        "autosaved": autosaved,
        "kept": form_fields.kept(form),
    }


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


@register.inclusion_tag("components/media_field.html", takes_context=True)
def media_field(context, bound, *, hint="", label=""):
    """A place for a photo, a recording or a file: choose, take or record one. The page loads ``js/recorder.js``.

    To this page, and to no other, the microphone is open (``web/middleware.py``).
    """
    found = form_fields.pieces(
        bound, hint=hint, label=label, width="", autocomplete="", hide_label=False, symbols={}
    )  # fmt: skip
    kinds = getattr(bound.field, "kinds", ("photo", "audio", "file"))
    if "audio" in kinds and (request := context.get("request")):
        request.records = True
    return found | {"photo": "photo" in kinds, "audio": "audio" in kinds}


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


@register.inclusion_tag("components/reading_level.html")
def reading_level(*, target="", grade="", text="", names=(), watch=""):
    """How easy words are to read for ``target``, or for a student in ``grade``.

    ``watch`` names fields of the form it stands in; they are read again as one types.
    """
    target = target_of_grade(Grade(grade)) if grade else target
    one_of(target, list(Target), "The target")
    return reading.shown(reading.level_of(text, target, names)) | {"target": target, "watch": watch}
