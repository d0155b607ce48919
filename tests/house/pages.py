"""A page taken apart: its links, forms and title, and whatever a strict page must not hold."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

# Elements that close themselves.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Form:
    action: str = ""
    method: str = "get"
    # Names with the values that the page would send as it stands.
    fields: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.title, self.links, self.forms, self.tags, self.attributes = "", [], [], set(), set()
        self.inline, self.elsewhere = [], []
        self.form = self.script = self.select = self.area = None
        self.in_title = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(found)
        self.strict(tag, found)
        if tag == "title":
            self.in_title = True
        elif tag == "a" and found.get("href") and "hidden" not in found:
            self.links.append(found["href"])
        elif tag == "script":
            self.script = found
        elif tag == "form":
            self.form = Form(found.get("action") or "", (found.get("method") or "get").lower())
            self.forms.append(self.form)
        elif tag in ("input", "select", "textarea", "button"):
            self.control(tag, found)
        elif tag == "option" and self.select:
            self.choose(found)

    def strict(self, tag, found):
        """What the content policy would refuse, or what would ask another place for something."""
        for name, value in found.items():
            if name == "style" or name.startswith("on"):
                self.inline.append(f"{tag} {name}={value}")
            if name in ("src", "href", "action", "formaction", "hx-get", "hx-post", "poster", "srcset", "data"):
                address = (value or "").strip().lower()
                if address.startswith(("javascript:", "data:text", "vbscript:")):
                    self.inline.append(f"{tag} {name}={value}")
                elif address.startswith(("http:", "https:", "//")):
                    self.elsewhere.append(f"{tag} {name}={value}")
        if tag in ("style", "base", "object", "embed", "iframe", "applet"):
            self.inline.append(f"<{tag}>")

    def control(self, tag, found):
        form, name = self.form, found.get("name")
        if form is None or not name or "disabled" in found:
            return
        kind = found.get("type", "submit" if tag == "button" else "text").lower() if tag in ("input", "button") else tag
        kind = "number" if found.get("inputmode") in ("decimal", "numeric") else kind
        form.kinds.setdefault(name, kind)
        if kind in ("checkbox", "radio"):
            form.options.setdefault(name, []).append(found.get("value") or "on")
            if "checked" in found:
                form.fields.setdefault(name, []).append(found.get("value") or "on")
        elif kind in ("submit", "button", "reset", "image"):
            form.options.setdefault(name, []).append(found.get("value") or "")
        elif tag == "select":
            self.select = name
            form.options.setdefault(name, [])
            form.fields.setdefault(name, [])
        elif tag == "textarea":
            self.area = name
            form.fields[name] = [""]
        else:
            form.fields.setdefault(name, []).append(found.get("value") or "")

    def choose(self, found):
        value = found.get("value") or ""
        self.form.options[self.select].append(value)
        if "selected" in found:
            self.form.fields[self.select] = [value]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        elif self.runs() and data.strip():
            self.inline.append(f"<script> {data.strip()[:60]}")
        elif self.area and self.form is not None:
            self.form.fields[self.area][0] += data

    def runs(self):
        """Whether a script stands in the page itself; facts for a script are no script."""
        return self.script is not None and "src" not in self.script and self.script.get("type") != "application/json"

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False
        elif tag == "script":
            self.script = None
        elif tag == "form":
            self.form = None
        elif tag == "select":
            if self.select and self.form and not self.form.fields[self.select]:
                self.form.fields[self.select] = self.form.options[self.select][:1]
            self.select = None
        elif tag == "textarea":
            if self.area and self.form is not None:
                # The first line end belongs to the page, not to the text.
                self.form.fields[self.area][0] = self.form.fields[self.area][0].removeprefix("\n")
            self.area = None
