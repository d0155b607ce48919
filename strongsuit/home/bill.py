"""The bill of materials: every package and file of others that runs here, as CycloneDX reads it."""

import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from strongsuit import __version__

# A line of the lock: name, version, and for which machines.
LOCKED = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?$", re.MULTILINE)


def bill(root: Path) -> str:
    """The same words for the same lock: no day and no number of its own, so that a test can compare."""
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "strongsuit", "version": __version__}},
        "components": [*packages(root), *vendored(root), *fonts(root)],
    }
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def packages(root: Path) -> list[dict[str, Any]]:
    """What pip installs; the hashes of each release stand in the lock itself."""
    lock = (root / "requirements" / "run.lock").read_text(encoding="utf-8")
    return [
        {
            "type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{name}@{version}",
            **({"properties": [{"name": "strongsuit:only", "value": only}]} if only else {}),
        }
        for name, version, only in LOCKED.findall(lock)
    ]  # fmt: skip


def vendored(root: Path) -> list[dict[str, Any]]:
    """Scripts, styles and fonts that lie in the source, each with its hash."""
    listed = tomllib.loads((root / "strongsuit" / "web" / "vendor.toml").read_text(encoding="utf-8"))["package"]
    return [
        {
            "type": "library", "name": package["name"], "version": package["version"],
            "licenses": [{"license": {"id": package["license"]}}],
            "purl": f"pkg:npm/{package['name'].replace('@', '%40')}@{package['version']}",
            "components": [
                {"type": "file", "name": file["to"], "hashes": [{"alg": "SHA-256", "content": file["sha256"]}]}
                for file in package["file"]
            ],
        }
        for package in listed
        if all(file["to"].startswith("strongsuit/") for file in package["file"])
    ]  # fmt: skip


def fonts(root: Path) -> list[dict[str, Any]]:
    """The letters of the papers."""
    return [
        {
            "type": "file", "name": path.relative_to(root).as_posix(),
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
            "licenses": [{"license": {"id": "OFL-1.1"}}],
        }
        for path in sorted((root / "strongsuit" / "documents" / "fonts").glob("*.ttf"))
    ]  # fmt: skip
