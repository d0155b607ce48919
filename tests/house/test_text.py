"""Text is always text: nothing calls itself safe, writes SQL or runs words without a reason (WEB-05, WEB-06)."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "strongsuit"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if not {"__pycache__", "migrations"} & set(path.parts))
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*") if path.suffix in {".html", ".txt"})
# Each with its reason; a new line here is a decision.
SAFE_BECAUSE = {
    "web/icons.py": "drawings from our own files, never from words of people",
}
SQL_BECAUSE = {
    "checks.py": "a fixed question to the database: what may I do here",
    "audit/seals.py": "a lock of the database, without values",
    "students/access.py": "one fixed query; values are passed beside it",
    "home/district_views.py": "a fixed question to the database: are you there",
    "home/keeping": "copies whole databases; names come from the database's own catalogue",
    "home/demo": "fills and clears invented districts; names come from the models",
    "interop/roster/bulk.py": "fixed statements for many rows; values are passed beside them",
}
CALLS = {"mark_safe", "SafeString", "SafeText", "format_html_join", "format_html"}
# These escape what they are given.
ESCAPING = {"format_html", "format_html_join"}
DANGEROUS = {"eval", "exec", "compile", "__import__"}


def at(path):
    return path.relative_to(PACKAGE).as_posix()


def allowed(path, reasons):
    return any(at(path).startswith(place) for place in reasons)


def calls(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield name, node


def test_no_template_calls_words_safe():
    pattern = re.compile(r"\|\s*safe(seq)?\b|autoescape\s+off")
    wrong = [
        at(path) for path in TEMPLATES if path.suffix == ".html" and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


# What Django writes for each language; a weekday, and a month on an axis, have no order that could be wrong.
LOCALIZED = {"DATE_FORMAT", "SHORT_DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT", "TIME_FORMAT",
             "YEAR_MONTH_FORMAT", "MONTH_DAY_FORMAT", "l", "D", "M"}  # fmt: skip


def test_every_date_is_written_as_the_language_of_the_reader_writes_it():
    pattern = re.compile(r"\|\s*(?:date|time)(?::\"([^\"]*)\")?(?=[\s|}%])")
    wrong = [
        f"{at(path)}: {name or 'no format'}"
        for path in TEMPLATES
        for name in pattern.findall(path.read_text(encoding="utf-8"))
        if name not in LOCALIZED
    ]
    assert wrong == []


def test_only_mails_in_plain_text_are_not_escaped():
    """There is no HTML in them to break out of; and they never hold a child's words."""
    plain = [path for path in TEMPLATES if "autoescape off" in path.read_text(encoding="utf-8")]
    assert [at(path) for path in plain if path.suffix != ".txt" or "student" in path.read_text(encoding="utf-8")] == []


def test_no_code_calls_words_safe_without_a_reason():
    wrong = [
        f"{at(path)}:{node.lineno} {name}"
        for path in MODULES
        for name, node in calls(path)
        if name in CALLS - ESCAPING and not allowed(path, SAFE_BECAUSE)
    ]
    assert wrong == []


def test_what_is_formatted_as_html_is_a_fixed_text():
    """format_html escapes its values, so the values must not stand in the text already."""
    wrong = []
    for path in MODULES:
        for name, node in calls(path):
            if name in ESCAPING:
                texts = node.args[: 2 if name == "format_html_join" else 1]
                wrong += [f"{at(path)}:{node.lineno}" for text in texts if not isinstance(text, ast.Constant)]
    assert wrong == []


def test_sql_is_written_only_where_it_is_said_why():
    wrong = []
    for path in MODULES:
        for name, node in calls(path):
            if name in {"raw", "extra", "RawSQL"} or (name == "cursor" and not allowed(path, SQL_BECAUSE)):
                wrong.append(f"{at(path)}:{node.lineno} {name}")
    assert wrong == []


def test_nothing_runs_text_and_nothing_skips_the_token():
    wrong = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        wrong += [f"{at(path)}: csrf_exempt"] if "csrf_exempt" in text else []
        wrong += (
            [f"{at(path)}: pickle"] if re.search(r"^\s*(import|from) (pickle|marshal|shelve)\b", text, re.M) else []
        )
        for name, node in calls(path):
            if isinstance(node.func, ast.Name) and name in DANGEROUS:
                wrong.append(f"{at(path)}:{node.lineno} {name}")
            shell = any(word.arg == "shell" and getattr(word.value, "value", 0) for word in node.keywords)
            wrong += [f"{at(path)}:{node.lineno} shell"] if shell else []
    assert wrong == []


@pytest.mark.parametrize("path", TEMPLATES, ids=at)
def test_a_template_holds_no_script_no_style_and_no_foreign_address(path):
    text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"))
    if path.suffix == ".txt":
        return
    assert not re.search(r"\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<style\b|javascript:", text, re.I)
    assert not re.search(r"<script(?![^>]*(\bsrc=|application/json))", text)
    assert not re.search(r"(src|href|action)\s*=\s*[\"'](https?:)?//", text)


def test_every_form_that_changes_something_carries_its_token():
    wrong = []
    for path in TEMPLATES:
        for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(encoding="utf-8"), re.S):
            if "csrf_token" not in form and "gallery" not in at(path):
                wrong.append(f"{at(path)}: {form[:80]}")
    assert wrong == []


def test_titles_name_nobody():
    """A title stands in the history of a shared device (WEB-10)."""
    title = re.compile(r"{% block title %}(.*?){% endblock", re.S)
    titles = ((path, words) for path in TEMPLATES for words in title.findall(path.read_text(encoding="utf-8")))
    named = re.compile(r"(student|child|person|account|member|guardian|item|goal|plan)\.|called\b|words\b|account_name")
    assert [at(path) for path, words in titles if named.search(words)] == []
