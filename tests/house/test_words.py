"""The words about the code are tested too: settings, checks, commands, rules, dependencies and links are told."""

import ast
import re
import sys
from pathlib import Path

import pytest

from strongsuit import command
from strongsuit.home.management.commands.write_docs import made_pages, names

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
MODULES = sorted(path for path in (ROOT / "strongsuit").rglob("*.py") if "migrations" not in path.parts)
# By which name the packages that we import are installed.
INSTALLED = {"allauth": "django-allauth", "sesame": "django-sesame", "fontTools": "fonttools", "argon2": "argon2-cffi",
             "docx": "python-docx", "PIL": "pillow", "av": "PyAV"}  # fmt: skip


def words(path):
    return path.read_text(encoding="utf-8")


def every_word():
    return "\n".join(map(words, PAGES))


def test_every_setting_is_told():
    page = words(DOCS / "operate" / "settings.md")
    told = re.findall(r"^\| `((?:STRONGSUIT|DATABASE)_\w+|PORT)` \|", page, re.MULTILINE)
    named = set(re.findall(r'"(STRONGSUIT_\w+|DATABASE_URL|PORT)"', words(ROOT / "strongsuit" / "settings.py")))
    assert sorted(told) == sorted(named)


def test_every_check_is_told():
    source = words(ROOT / "strongsuit" / "checks.py")
    made = {f"E{number}" for number in re.findall(r'\berror\(\s*"(\d+)"', source)}
    made |= {f"W{number}" for number in re.findall(r'\bwarning\(\s*"(\d+)"', source)}
    made |= set(re.findall(r'"strongsuit\.([EW]\d+)"', source))
    told = re.findall(r"^\| `([EW]\d{3})` \|", words(DOCS / "operate" / "settings.md"), re.MULTILINE)
    assert sorted(told) == sorted(made)


def test_every_command_is_told():
    told = words(DOCS / "operate" / "commands.md")
    assert [name for name in command.operations() if f"| `{name.replace('_', '-')}` |" not in told] == []


@pytest.mark.parametrize("name", names())
def test_a_page_made_from_the_code_says_what_the_code_says(name):
    assert words(DOCS / name) == made_pages()[name], "run make docs"


def test_every_make_word_in_the_docs_exists():
    known = set(re.findall(r"^([a-z]+):", words(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=[`\n ]{1,3}(?:#|`|$|,|\.))", every_word())) - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)", words(page))
    assert [link for link in links if not link.startswith("https://") and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_begins_with_its_title_and_leaves_no_level_out(page):
    fenced = re.sub(r"^```.*?^```", "", words(page), flags=re.MULTILINE | re.DOTALL)
    levels = [len(marks) for marks in re.findall(r"^(#+) ", fenced, re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_page_can_be_reached():
    linked = {(page.parent / link).resolve() for page in PAGES for link in re.findall(r"\]\(([^)#\s]+)", words(page))}
    assert [str(page.relative_to(ROOT)) for page in PAGES[3:] if page.resolve() not in linked] == []


def test_every_decision_says_what_would_change_it():
    pages = [page for page in (DOCS / "decisions").glob("*.md") if page.stem not in {"README", "dependencies"}]
    assert [page.name for page in pages if "**What would change it.**" not in words(page)] == []


def imported():
    """The packages from elsewhere that the code names, wherever the import stands."""
    for path in MODULES:
        for node in ast.walk(ast.parse(words(path))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]


def test_every_dependency_is_argued_for():
    table = {
        name.casefold()
        for name in re.findall(r"^\| ([\w-]+) \|", words(DOCS / "decisions" / "dependencies.md"), re.MULTILINE)
    }
    used = {name for name in imported() if name not in sys.stdlib_module_names and name != "strongsuit"}
    assert {INSTALLED.get(name, name).casefold() for name in used} - table == set()


def test_the_words_of_the_field_are_used():
    """Students have needs, never deficits; only pages that speak of the word itself may say it."""
    about = {"CONTRIBUTING.md", "coach.md", "coach-figures.md"}
    pages = [page for page in PAGES if page.name not in about and page.parent.name != "coach"]
    assert [page.name for page in pages if "deficit" in words(page).casefold()] == []


def test_nothing_tells_of_the_machine_it_was_written_on():
    own = re.compile(r"(?<![\w.])/(?:home|root|Users|tmp)/\S+")
    assert [(page.name, found) for page in PAGES for found in own.findall(words(page))] == []


def test_every_test_that_shows_a_promise_exists():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", words(DOCS / "promises.md"))
    assert len(named) > 80
    assert [f"{path}::{name}" for path, name in named if f"def {name}(" not in words(ROOT / path)] == []
