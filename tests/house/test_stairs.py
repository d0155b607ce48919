"""Imports go down; knowledge knows no Django; every folder has a step; every module has a caption."""

import ast
from pathlib import Path

import pytest

from tests.house.stairs import BESIDE, HEIGHT

PACKAGE = Path(__file__).parents[2] / "strongsuit"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)
# A list of tables as Django wrote it down needs no caption.
CAPTIONED = [path for path in MODULES if path.name != "0001_tables.py"]
FILES = {
    "models",
    "queries",
    "actions",
    "facts",
    "forms",
    "views",
    "urls",
    "jobs",
    "privacy",
    "migrations",
    "templates",
    "templatetags",
    "static",
    "management",
    "locale",
}


def folder_of(path):
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imported(path):
    """Every module this file imports, wherever the import stands, relative ones spelled out."""
    here = ["strongsuit", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield name, node.lineno
            yield from ((f"{name}.{alias.name}", node.lineno) for alias in node.names)


def test_every_folder_has_a_step():
    found = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert found - set(HEIGHT) - BESIDE == set()


def test_imports_only_go_down():
    wrong = []
    for path in MODULES:
        here = folder_of(path)
        if here in BESIDE:
            continue
        for name, line in imported(path):
            parts = name.split(".")
            if parts[0] != "strongsuit" or len(parts) < 2 or parts[1] not in HEIGHT or parts[1] == here:
                continue
            if HEIGHT[parts[1]] >= HEIGHT[here]:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}, which is not below {here}")
    assert wrong == []


def test_knowledge_knows_only_the_standard_library():
    wrong = []
    for path in MODULES:
        if folder_of(path) != "knowledge":
            continue
        for name, line in imported(path):
            top = name.split(".")[0]
            if top in {"django", "allauth", "psycopg", "typst"}:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}")
            if name.startswith("strongsuit.") and not name.startswith("strongsuit.knowledge"):
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}")
    assert wrong == []


def test_coach_and_compliance_do_not_know_each_other():
    halves = {"coach", "compliance", "timetable"}
    wrong = []
    for path in MODULES:
        parts = path.relative_to(PACKAGE).parts
        if parts[0] != "knowledge" or parts[1] not in halves:
            continue
        for name, line in imported(path):
            other = set(name.split(".")[2:3]) & (halves - {parts[1]})
            if name.startswith("strongsuit.knowledge") and other:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}")
    assert wrong == []


def test_time_is_handed_in():
    """Only ``web/clock.py`` asks what time it is; knowledge never does."""
    wrong = []
    for path in MODULES:
        if path.name == "clock.py" or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                called = ast.unparse(node.func)
                if called in {"date.today", "datetime.now", "datetime.today", "timezone.now", "timezone.localdate"}:
                    wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno} calls {called}; ask strongsuit.web.clock")
    assert wrong == []


@pytest.mark.parametrize("path", CAPTIONED, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_opens_with_its_caption(path):
    caption = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert caption, "the first line says what the module is for"
    assert len(caption.splitlines()[0]) <= 140


def test_no_drawer_for_leftovers():
    words = {"utils", "util", "helpers", "helper", "common", "core", "lib", "misc", "services", "service", "manager"}
    wrong = [
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if words & set(path.relative_to(PACKAGE).with_suffix("").parts)
    ]
    assert wrong == []
