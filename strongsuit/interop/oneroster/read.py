"""Reads a whole roster: opens it, finds its format, takes file after file, and checks what they say together."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from strongsuit.interop.oneroster import classes, people, persons, places
from strongsuit.interop.oneroster.columns import FORMATS, File, detect, files
from strongsuit.interop.oneroster.desk import FAMILY, Desk
from strongsuit.interop.oneroster.head import Head, peek
from strongsuit.interop.oneroster.layout import Layout, tell_header
from strongsuit.interop.oneroster.manifest import Manifest, read_manifest
from strongsuit.interop.oneroster.open import LIMITS, CannotOpen, Damaged, Entry, Limits, Package, open_package
from strongsuit.interop.oneroster.report import Place, Report
from strongsuit.interop.oneroster.roster import NOTHING_KNOWN, FileCount, Known, Roster, Stop, Student
from strongsuit.interop.oneroster.rows import rows
from strongsuit.interop.oneroster.sheet import Sheet
from strongsuit.interop.oneroster.text import Undecodable, batches

_TAKES: dict[str, Callable[[Desk, Sheet, Any], bool]] = {
    "orgs": places.take_org,
    "academicSessions": places.take_session,
    "courses": places.take_course,
    "users": people.take_user,
    "roles": people.take_role,
    "relationships": people.take_relationship,
    "demographics": people.take_demographics,
    "userFlags": people.take_flag,
    "classes": classes.take_class,
    "enrollments": classes.take_enrollment,
}
# What is worked out after a file, on which file's rows: a later file may then rely on it.
_SETTLES: dict[str, tuple[Callable[[Desk, Sheet], None], str]] = {
    "orgs": (places.settle_orgs, "orgs"),
    "academicSessions": (places.settle_sessions, "academicSessions"),
    "relationships": (persons.settle_roles, "users"),
}
# So many files of a package that is no roster are named.
NAMED = 5


def read_roster(
    source: Path | bytes,
    *,
    today: date,
    known: Callable[[str], Known] = lambda system: NOTHING_KNOWN,
    also_undeclared: bool = False,
    limits: Limits = LIMITS,
) -> Roster:
    """The roster in a folder or zip, with everything that is odd about it; CannotOpen when it is none.

    ``known`` says, for the system that the manifest names, which ids a delta may refer to.
    """
    with open_package(source, limits) as package:
        return _Reading(package, today, known, also_undeclared).roster()


class _Reading:
    """One pass over one package."""

    def __init__(self, package: Package, today: date, known: Callable[[str], Known], also_undeclared: bool) -> None:
        self.package = package
        self.also_undeclared = also_undeclared
        self.report = Report()
        self.stops: dict[Stop, None] = {}
        self.sheets: dict[str, Sheet] = {}
        if package.in_folder:
            self.report.add("oneroster.file.folder", Place())
        self.entries = self._known_entries()
        self.manifest = self._manifest()
        self.modes = {name: mode for name in self.entries if (mode := self._mode(name)) != "absent"}
        self._missing_from_manifest()
        delta = "delta" in self.modes.values()
        self.desk = Desk(self.report, known(self.manifest.system) if delta else NOTHING_KNOWN, today)
        self.bulk = not delta

    def roster(self) -> Roster:
        heads = self._heads()
        format = detect({files()[name].name: head.names for name, head in heads.items()}, self.manifest.version)
        self._check_version(format, heads)
        self._check_needed(format, heads)
        self.desk.present = frozenset(files()[name].name for name in heads)
        for name, file in files().items():
            if name in heads:
                self._read(file, format, heads[name])
            if settle := _SETTLES.get(file.name):
                work, on = settle
                if on in self.sheets:
                    work(self.desk, self.sheets[on])
        return self._result(format)

    # --- which files ---

    def _known_entries(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in self.package.entries:
            stem, dot, ending = entry.name.rpartition(".")
            file = files().get(stem.lower()) if dot and ending.lower() == "csv" else None
            if file is None:
                self.report.add("oneroster.file.unknown", Place(entry.name))
                continue
            if entry.name != f"{file.name}.csv":
                self.report.add("oneroster.file.name", Place(entry.name), expected=f"{file.name}.csv")
            found[stem.lower()] = entry
        if not any(files()[name].used for name in found):
            raise self._no_tables()
        return found

    def _no_tables(self) -> CannotOpen:
        """What lies there instead of a roster, so that one sees which export or folder was taken."""
        names = [entry.name[:80] for entry in self.package.entries]
        if all(name.lower().endswith(".json") for name in names):
            return CannotOpen("oneroster.open.json")
        more = ["…"] if len(names) > NAMED else []
        return CannotOpen("oneroster.open.no_tables", found=", ".join(names[:NAMED] + more))

    def _manifest(self) -> Manifest:
        entry = self.entries.pop("manifest", None)
        try:
            return read_manifest(entry, self.report)
        except (Damaged, Undecodable):
            self._cannot_read("manifest", "oneroster.file.undecodable")
            return Manifest(there=True)

    def _mode(self, name: str) -> str:
        if not self.manifest.there:
            return "bulk"
        mode = self.manifest.modes.get(name, "")
        if mode in {"bulk", "delta"}:
            return mode
        rule = "oneroster.manifest.absent" if mode else "oneroster.manifest.undeclared"
        if files()[name].used or mode:
            self.report.add(rule, Place(self.entries[name].name))
        return "bulk" if self.also_undeclared else "absent"

    def _missing_from_manifest(self) -> None:
        for name, mode in self.manifest.modes.items():
            if mode != "absent" and name not in self.entries:
                place = Place("manifest.csv", self.manifest.lines[name], "value", 2)
                self.report.add("oneroster.manifest.not_there", place, f"{files()[name].name}: {mode}")
        if self.manifest.there and not self.entries:
            self.report.add("oneroster.manifest.nothing", Place("manifest.csv", 1))

    def _heads(self) -> dict[str, Head]:
        heads: dict[str, Head] = {}
        for name in self.modes:
            try:
                if not files()[name].used:
                    self._count_unused(name)
                elif head := peek(self.entries[name], files()[name].name, self.report):
                    heads[name] = head
            except Undecodable:
                self._cannot_read(name, "oneroster.file.undecodable")
            except Damaged:
                self._cannot_read(name, "oneroster.file.damaged")
        return heads

    def _count_unused(self, name: str) -> None:
        entry = self.entries[name]
        with entry.open() as stream:
            count = sum(1 for _ in rows(batches(stream, lambda rule: None), ",")) - 1
        self.report.add("oneroster.file.unused", Place(entry.name), count=max(count, 0))

    # --- the set as a whole ---

    def _stop(self, rule: str, **words: str | int) -> None:
        self.stops[Stop(rule, tuple(words.items()))] = None

    def _cannot_read(self, name: str, rule: str) -> None:
        entry = self.entries.get(name)
        self.report.add(rule, Place(entry.name if entry else f"{name}.csv", 1))
        self._stop("oneroster.set.unread", name=f"{files()[name].name}.csv")

    def _check_version(self, format: str, heads: dict[str, Head]) -> None:
        said = self.manifest.version
        if heads and said and said != format:
            place = Place("manifest.csv", 1)
            self.report.add("oneroster.manifest.version", place, said=said, found=FORMATS[format])

    def _check_needed(self, format: str, heads: dict[str, Head]) -> None:
        if not self.bulk or (self.manifest.there and not self.entries):
            return
        for name, file in files().items():
            if format in file.needed and name not in heads:
                self._stop("oneroster.set.file", name=f"{file.name}.csv")

    # --- one file ---

    def _read(self, file: File, format: str, head: Head) -> None:
        name = file.name.lower()
        entry, mode = self.entries[name], self.modes[name]
        layout = Layout(file.name, format, head)
        tell_header(layout, entry.name, self.report)
        if layout.missing:
            for header in layout.missing:
                self.report.add("oneroster.set.header", Place(entry.name, 1, header), name=entry.name, column=header)
                self._stop("oneroster.set.header", name=f"{file.name}.csv", column=header)
            return
        sheet = Sheet(entry, layout, mode, self.report)
        self.sheets[file.name] = sheet
        self.desk.refused[file.name] = sheet.refused_keys
        try:
            self._take(sheet, _TAKES[file.name])
        except Undecodable:
            self._cannot_read(name, "oneroster.file.undecodable")
        except Damaged:
            self._cannot_read(name, "oneroster.file.damaged")

    def _take(self, sheet: Sheet, take: Callable[[Desk, Sheet, Any], bool]) -> None:
        desk, bulk = self.desk, sheet.mode == "bulk"
        for cells in sheet.read():
            if bulk and getattr(cells, "ended", False):
                sheet.tell("oneroster.status.bulk", "ended")
            changed = getattr(cells, "changed", None)
            if changed is not None and (desk.newest is None or changed > desk.newest):
                desk.newest = changed
            take(desk, sheet, cells)

    # --- the outcome ---

    def _result(self, format: str) -> Roster:
        desk = self.desk
        students: tuple[Student, ...] = ()
        if users := self.sheets.get("users"):
            students = persons.settle_students(desk, users)
            persons.settle_relations(desk, users)
        posts = (post for mine in desk.posts.values() for post in mine if post.role not in FAMILY)
        in_users = frozenset(student.id for student in students)
        return Roster(
            format=format,
            system=self.manifest.system,
            sha256=self.package.sha256,
            size=self.package.size,
            newest=desk.newest,
            files=tuple(self._counts()),
            stops=tuple(self.stops),
            orgs=tuple(desk.orgs.values()),
            sessions=tuple(desk.sessions.values()),
            students=students,
            staff=persons.adults(desk, "staff"),
            guardians=persons.adults(desk, "family"),
            posts=tuple(post for post in posts if not post.user or desk.has("users", post.user)),
            classes=tuple(desk.classes.values()),
            enrollments=tuple(desk.enrollments),
            relations=tuple(desk.relations.values()),
            details={id: details for id, details in desk.details.items() if id not in in_users},
            report=self.report.rows(),
        )

    def _counts(self) -> list[FileCount]:
        return [FileCount(name, sheet.mode, sheet.count, sheet.refused) for name, sheet in self.sheets.items()]
