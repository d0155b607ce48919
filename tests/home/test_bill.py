"""The bill of materials names everything of others that runs here, and only that (WEB-13)."""

import hashlib
import json
import re
from pathlib import Path

from strongsuit.home.bill import bill

ROOT = Path(__file__).parents[2]
BILL = json.loads(bill(ROOT))
NAMED = {component["name"]: component for component in BILL["components"]}


def test_it_is_what_tools_read():
    assert (BILL["bomFormat"], BILL["specVersion"]) == ("CycloneDX", "1.6")
    assert all(each["type"] in ("library", "file") and each["name"] for each in BILL["components"])
    assert len(NAMED) == len(BILL["components"])


def test_every_locked_package_stands_in_it_with_its_version():
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE))
    assert {name: NAMED[name]["version"] for name in locked} == locked
    assert NAMED["tzdata"]["properties"] == [{"name": "strongsuit:only", "value": "sys_platform == 'win32'"}]
    assert NAMED["django"]["purl"] == f"pkg:pypi/django@{locked['django']}"


def test_every_font_and_script_stands_in_it_with_its_hash():
    files = {
        file["name"]: file["hashes"][0]["content"]
        for component in BILL["components"]
        for file in [component, *component.get("components", [])]
        if file["type"] == "file"
    }
    folders = ("strongsuit/web/static/vendor", "strongsuit/web/static/fonts", "strongsuit/documents/fonts")
    here = {
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).iterdir()
        if path.suffix in (".ttf", ".woff2", ".js")
    }
    assert here <= files.keys()
    assert [
        name for name, found in files.items() if hashlib.sha256((ROOT / name).read_bytes()).hexdigest() != found
    ] == []


def test_what_only_tests_use_is_not_in_it():
    assert not {"pytest", "axe-core", "playwright"} & NAMED.keys()
