"""A bound Django field taken apart, so that one template can draw every kind."""

from django import forms


def kind_of(bound):
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect):  # and its child, CheckboxSelectMultiple
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "group" if widget.use_fieldset else "line"


def problems(form):
    """(id of the control, label, message) for each error of each field, in the order of the page."""
    found = [(control_id(bound), bound.label, message) for bound in form.visible_fields() for message in bound.errors]
    hidden = [("", "", message) for bound in form.hidden_fields() for message in bound.errors]
    return found + hidden


def kept(form):
    """What a browser shows again of a form that was refused: what was typed, but never a file that was sent."""
    files = [bound for bound in form.visible_fields() if bound.field.widget.needs_multipart_form]
    written = (bound.value() for bound in form.visible_fields() if not bound.field.widget.needs_multipart_form)
    return {
        "file": any(bound.html_name in form.files for bound in files),
        "typed": not files or any(str(value or "").strip() for value in written),
    }


def control_id(bound):
    """The id a link can lead to: the control itself, or the first choice of a list."""
    if kind_of(bound) == "choices":
        first = next(iter(bound.subwidgets), None)
        return first.id_for_label if first else bound.auto_id
    return bound.id_for_label or bound.auto_id


def pieces(bound, *, hint, label, width, autocomplete, hide_label, symbols):
    kind = kind_of(bound)
    base = bound.auto_id or bound.html_name
    hint = hint or bound.help_text
    described = " ".join(filter(None, [f"{base}_help" if hint else "", f"{base}_error"]))
    return {
        "bound": bound,
        "kind": kind,
        "base": base,
        "label": label or bound.label,
        "hint": hint,
        "errors": [] if kind == "hidden" else bound.errors,
        "optional": optional(bound) and kind != "check",
        "width": width,
        "hide_label": hide_label,
        "described": described,
        "control": ""
        if kind == "choices"
        else bound.as_widget(attrs=control_attrs(bound, kind, described, autocomplete)),
        "options": options(bound, symbols) if kind == "choices" else [],
        # A form may say something about what was typed, right under it.
        "below": bound.form.below(bound.name) if hasattr(bound.form, "below") else "",
    }


def optional(bound):
    """Worth saying only in a form that also asks for something."""
    return not bound.field.required and any(field.required for field in bound.form.fields.values())


def control_attrs(bound, kind, described, autocomplete):
    attrs = {}
    if kind in ("line", "check"):
        attrs["aria-describedby"] = described
    if bound.errors and kind != "hidden":
        attrs["aria-invalid"] = "true"
    if autocomplete:
        attrs["autocomplete"] = autocomplete
    if isinstance(bound.field.widget, forms.Textarea):
        # Words in any script find their own direction.
        attrs.setdefault("dir", "auto")
    return attrs


def options(bound, symbols):
    """Each choice of a list as (drawn control, its id, its label, its picture)."""
    return [
        {
            "control": choice.tag(),
            "id": choice.id_for_label,
            "label": choice.choice_label,
            "symbol": symbols.get(str(choice.data["value"]), ""),
        }
        for choice in bound.subwidgets
    ]
