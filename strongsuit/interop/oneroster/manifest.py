"""The manifest: which version the set is in, and how each file is meant."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from strongsuit.interop.oneroster.columns import files
from strongsuit.interop.oneroster.open import Entry
from strongsuit.interop.oneroster.report import Place, Report
from strongsuit.interop.oneroster.rows import rows
from strongsuit.interop.oneroster.text import batches

MODES = ("absent", "bulk", "delta")


@dataclass(frozen=True, slots=True)
class Manifest:
    """``modes`` by lower-case file name; ``lines`` says where each was declared."""

    there: bool
    version: str = ""
    system: str = ""
    modes: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_manifest(entry: Entry | None, report: Report) -> Manifest:
    """What the manifest says; a set without one is a full list."""
    if entry is None:
        report.add("oneroster.manifest.missing", Place())
        return Manifest(there=False)
    values: dict[str, str] = {}
    modes: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, name, value in _properties(entry):
        what, _, file = name.partition(".")
        if what == "file" and file in files():
            modes[file] = _mode(value, Place(entry.name, line, "value", 2), report)
            lines[file] = line
        elif name in {"manifest.version", "oneroster.version", "source.systemname", "source.systemcode"}:
            values[name] = value
        else:
            report.add("oneroster.manifest.property", Place(entry.name, line, "propertyName", 1), name)
    # Some programs write a file's mode where the name belongs.
    names = (values.get(name, "") for name in ("source.systemcode", "source.systemname"))
    system = next((name for name in names if name and name.lower() not in MODES), "")
    return Manifest(True, values.get("oneroster.version", ""), system, modes, lines)


def _mode(value: str, place: Place, report: Report) -> str:
    if value.lower() in MODES:
        return value.lower()
    report.add("oneroster.manifest.mode", place, value)
    return "bulk"


def _properties(entry: Entry) -> Iterator[tuple[int, str, str]]:
    with entry.open() as stream:
        for row in rows(batches(stream, lambda rule: None), ","):
            name, value, *_ = [*(cell.strip() for cell in row.values), "", ""]
            if name and name.lower() != "propertyname":
                yield row.line, name.lower(), value[:100]
