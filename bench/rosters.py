"""A generated roster brought in, beside a raw load of the same files; run inside one place, it prints JSON."""

import csv
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from psycopg.types.json import Jsonb  # noqa: E402

from strongsuit.home.demo.load import own_models  # noqa: E402
from strongsuit.interop.actions import Choices, import_roster  # noqa: E402
from strongsuit.interop.models import ImportRun  # noqa: E402
from strongsuit.people.models import District  # noqa: E402
from strongsuit.students.models import Student  # noqa: E402

HEADS = {
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "academicSessions": "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    "courses": "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
    "subjectCodes",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
    "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
    "demographics": "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
    "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
    "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
    "classes": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
    "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "enrollments": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
    "beginDate,endDate",
}
IN_SCHOOL, IN_CLASS = 500, 25
Made = dict[type, tuple[list[str], list[tuple]]]


def files(students: int) -> dict[str, Iterator[str]]:
    """A OneRoster 1.1 set of so many students, each with a guardian and two classes."""
    schools = range(max(1, students // IN_SCHOOL))
    classes = range(max(1, students // IN_CLASS))
    numbers = range(students)

    def school(number: int) -> int:
        return number // IN_CLASS % len(schools)

    return {
        "manifest": iter(["propertyName,value", "manifest.version,1.0", "oneroster.version,1.1",
                          *(f"file.{name},bulk" for name in HEADS)]),
        "orgs": lines("orgs", ["d1,,,Bench District,district,660102060000,"],
                      (f"s{n},,,School {n},school,{n:04},d1" for n in schools)),
        "academicSessions": lines("academicSessions", ["y1,,,2026-27,schoolYear,2026-09-08,2027-06-26,,2027"]),
        "courses": lines("courses", ["c1,,,y1,Reading,R4,04,d1,Reading,"]),
        "users": lines(
            "users",
            (f't{n},,,true,s{n % len(schools)},teacher,t{n},,Tea{n},Cher{n},,T{n},t{n}@bench.example,,,,,'
             for n in classes),
            (f"u{n},,,true,s{school(n)},student,u{n},{{State:{n:010}}},Given{n},Family{n % 977},,{n:07},,,,g{n},04,"
             for n in numbers),
            (f"g{n},,,true,s{school(n)},guardian,g{n},,Parent{n},Family{n % 977},,,g{n}@bench.example,,,u{n},,"
             for n in numbers),
        ),
        "demographics": lines(
            "demographics",
            (
                f"u{n},,,2016-0{n % 9 + 1}-1{n % 9},female,false,false,false,false,true,false,false,US,NY,,"
                for n in numbers
            ),
        ),
        "classes": lines("classes", (f'k{n},,,Class {n},04,c1,K{n},scheduled,12,s{n % len(schools)},y1,Reading,,1'
                                     for n in classes)),
        "enrollments": lines(
            "enrollments",
            (f"et{n},,,k{n},s{n % len(schools)},t{n},teacher,true,2026-09-08,2027-06-26" for n in classes),
            (f"e{n},,,k{n // IN_CLASS % len(classes)},s{school(n)},u{n},student,false,2026-09-08,2027-06-26"
             for n in numbers),
        ),
    }  # fmt: skip


def lines(name: str, *parts) -> Iterator[str]:
    yield HEADS[name]
    for part in parts:
        yield from part


def write(folder: Path, students: int) -> int:
    """The set as files; the answer is how many rows it has."""
    count = 0
    for name, rows in files(students).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            for row in rows:
                file.write(row + "\r\n")
                count += 1
    return count - len(HEADS) - 1


def raw(folder: Path) -> float:
    """The same rows read and put into plain tables of text, without keys or checks."""
    begun = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for name, head in HEADS.items():
            columns = ", ".join(f'"{column}" text' for column in head.split(","))
            cursor.execute(f'CREATE TABLE "raw_{name}" ({columns})')
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                pour(cursor, f"raw_{name}", head, file)
    passed = time.perf_counter() - begun
    with connection.cursor() as cursor:
        for name in HEADS:
            cursor.execute(f'DROP TABLE "raw_{name}"')
    return passed


def pour(cursor, table: str, head: str, file) -> None:
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{table}" FROM STDIN WITH (FORMAT csv, HEADER)') as copy:
            while block := file.read(1 << 16):
                copy.write(block)
        return
    rows = csv.reader(file)
    next(rows)
    marks = ", ".join(["%s"] * len(head.split(",")))
    cursor.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)


def brought_in(folder: Path, number: int) -> tuple[float, Made]:
    """One import into a district of its own, taken back afterwards; the rows it made are the answer too."""
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in own_models()}
    with transaction.atomic():
        district = District.objects.create(name=f"Bench {number}", code=f"B{number}", demo=True)
        begun = time.perf_counter()
        choices = Choices(accept=True, force=True, into_demo=True)
        run = import_roster(by="bench", district=district, source=folder, choices=choices)
        passed = time.perf_counter() - begun
        if run.state != ImportRun.State.APPLIED:
            raise RuntimeError(f"The roster was not applied: {run.stopped_because} {run.counts}")
        if not Student.objects.filter(district=district).exists():
            raise RuntimeError("The roster brought no students.")
        made = {model: new_rows(model, known) for model, known in before.items()}
        transaction.set_rollback(True)
    return passed, made


def new_rows(model, known: set[int]) -> tuple[list[str], list[tuple]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
        names = [column[0] for column in cursor.description]
        place = names.index(model._meta.pk.column)
        rows = [tuple(map(plainly, row)) for row in cursor.fetchall() if row[place] not in known]
    return names, rows


def plainly(value):
    return Jsonb(value) if isinstance(value, dict | list) else value


def written_again(made: Made) -> float:
    """The same rows into the same tables, with their keys, indexes and guards: nothing read, nothing compared."""
    begun = time.perf_counter()
    with transaction.atomic():
        for model, (names, rows) in made.items():
            if rows:
                put(model._meta.db_table, names, rows)
        passed = time.perf_counter() - begun
        transaction.set_rollback(True)
    return passed


def put(table: str, names: list[str], rows: list[tuple]) -> None:
    columns = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def main(students: int, rounds: int) -> dict[str, object]:
    found: dict[str, list[float]] = {"ours": [], "files": [], "rows": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = write(folder, students)
        for number in range(rounds):
            found["files"].append(raw(folder) * 1000)
            passed, made = brought_in(folder, number)
            found["ours"].append(passed * 1000)
            found["rows"].append(written_again(made) * 1000)
    return {"rows": rows, "written": sum(len(rows) for _names, rows in made.values()), "times": found}


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
