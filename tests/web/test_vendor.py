"""What others made is here exactly as it came."""

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = tomllib.loads((ROOT / "strongsuit/web/vendor.toml").read_text(encoding="utf-8"))["package"]
FILES = [(package["name"], found) for package in PACKAGES for found in package["file"]]
FOLDERS = ["strongsuit/web/static/vendor", "strongsuit/web/static/fonts", "tests/browser/vendor"]


@pytest.mark.parametrize(("package", "found"), FILES, ids=[found["to"].rsplit("/", 1)[-1] for _name, found in FILES])
def test_a_file_is_as_its_package_holds_it(package, found):
    assert hashlib.sha256((ROOT / found["to"]).read_bytes()).hexdigest() == found["sha256"]


def test_every_file_of_others_is_named_with_its_origin():
    here = {
        str(path.relative_to(ROOT))
        for folder in FOLDERS
        for path in (ROOT / folder).iterdir()
        if path.name != "README.md"
    }
    assert here == {found["to"] for _name, found in FILES if "/symbols/" not in found["to"]}


def test_every_package_brings_its_license():
    assert [
        package["name"] for package in PACKAGES if not any("LICENSE" in found["to"] for found in package["file"])
    ] == []


def test_the_page_beside_the_scripts_says_the_same():
    page = (ROOT / "strongsuit/web/static/vendor/README.md").read_text(encoding="utf-8")
    scripts = [
        (package, found)
        for package in PACKAGES
        for found in package["file"]
        if found["to"].endswith("static/vendor/htmx.min.js")
    ]
    assert [found["sha256"] in page and package["version"] in page for package, found in scripts] == [True]


MADE = [(package, name, told) for package in PACKAGES for name, told in package.get("made", {}).items()]


def test_what_was_made_from_an_archive_is_as_it_was_made_and_nothing_lies_beside_it():
    changed = [
        name
        for package, name, told in MADE
        if hashlib.sha256((ROOT / package["made_in"] / name).read_bytes()).hexdigest() != told
    ]
    assert MADE and changed == []
    for folder in {package["made_in"] for package, _name, _told in MADE}:
        known = {name for package, name, _told in MADE if package["made_in"] == folder}
        assert {path.name for path in (ROOT / folder).iterdir() if path.suffix != ".txt"} == known
