"""A backup made while people work becomes the same installation again, on both databases, or nothing at all."""

import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from strongsuit.audit import seals
from strongsuit.audit.models import Entry
from strongsuit.audit.trail import record
from strongsuit.home.keeping import archive, backup, sqlite
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.restore import refuse_strange, restore
from strongsuit.people.models import District, School
from tests.cast import build_cast

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def live_in(settings, folder):
    """Let files and seals stand in ``folder``."""
    settings.SEAL_COPY = folder / "seals.log"
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"] | {"OPTIONS": {"location": folder / "files"}}
    }


@pytest.fixture
def home(transactional_db, settings, tmp_path):
    """An installation with people, a sealed trail and a paper."""
    live_in(settings, tmp_path / "home")
    cast = build_cast()
    record("test", "kept the words", cast.words)
    seals.seal_next(now=NOW)
    default_storage.save("papers/plan.pdf", ContentFile(b"%PDF a plan"))
    return cast


@pytest.fixture
def move(home, settings, tmp_path):
    """Go to a new installation of the same kind, empty or a copy of this one, and come back afterwards."""
    own = connection.settings_dict["NAME"]
    made = []

    def go(*, furnished=False):
        live_in(settings, tmp_path / "elsewhere")
        if furnished:
            shutil.copytree(tmp_path / "home", tmp_path / "elsewhere")
        if connection.vendor == "sqlite":
            there = str(tmp_path / "elsewhere" / "strongsuit.sqlite3")
            if furnished:
                with connection.cursor() as cursor:
                    cursor.execute("VACUUM INTO %s", [there])
        else:
            there = f"{own}_elsewhere"
            made.append(there)
            connection.close()
            connection.settings_dict["NAME"] = "postgres"
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {there} TEMPLATE {own if furnished else 'template0'}")
        connection.close()
        connection.settings_dict["NAME"] = there

    yield go
    connection.close()
    connection.settings_dict["NAME"] = own
    with connection.cursor() as cursor:
        for name in made:
            cursor.execute(f"DROP DATABASE {name}")


@pytest.fixture
def kept(home, tmp_path):
    call_command("backup", str(tmp_path / "kept.tar"), verbosity=0)
    return tmp_path / "kept.tar"


def everything():
    """Every row of every table but the trail, which tells of the restore itself."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model is not Entry
    }


def test_an_empty_installation_becomes_the_one_that_was_backed_up(home, move, kept, capsys):
    rows, trail = everything(), list(Entry.objects.order_by("id").values_list("id", "deed"))
    move()
    call_command("restore", str(kept))
    assert everything() == rows
    assert list(Entry.objects.order_by("id").values_list("id", "deed"))[:-1] == trail
    assert Path(default_storage.path("papers/plan.pdf")).read_bytes() == b"%PDF a plan"
    assert capsys.readouterr().out.endswith("Everything is as it was recorded.\n")


def test_the_restored_tables_still_refuse_what_is_final(move, kept):
    move()
    call_command("restore", str(kept), verbosity=0)
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        Entry.objects.update(deed="another")


def test_both_are_told_in_the_trail(move, kept):
    move()
    call_command("restore", str(kept), verbosity=0)
    assert list(Entry.objects.order_by("-id").values_list("agent", "deed")[:2]) == [
        ("restore", "restored a backup"),
        ("backup", "took a backup"),
    ]


def pairs_in(path, tmp_path):
    """The districts and the districts of schools in a backup."""
    with archive.opened(path) as found:
        if connection.vendor == "sqlite":
            found.copy(sqlite.MEMBER, tmp_path / "copy")
            with closing(sqlite3.connect(tmp_path / "copy")) as copy:
                assert copy.execute("PRAGMA foreign_key_check").fetchall() == []
                queries = "SELECT id FROM people_district", "SELECT district_id FROM people_school"
                districts, schools = ([number for (number,) in copy.execute(query)] for query in queries)
            (tmp_path / "copy").unlink()
            return set(districts), set(schools)
        tables = found.manifest["tables"]
        columns = (("people_district", "id"), ("people_school", "district_id"))
        return tuple(
            {
                int(line.split(b"\t")[tables[table].index(column)])
                for line in found.open(f"database/{table}.copy").read().splitlines()
            }
            for table, column in columns
        )


def test_while_others_write_each_of_their_transactions_is_in_it_or_not(home, tmp_path):
    done, written = threading.Event(), []

    def write():
        while not done.is_set():
            with transaction.atomic():
                district = District.objects.create(name="Pair", code=f"pair {len(written)}")
                School.objects.create(district=district, name="Pair", code="1")
            written.append(district.pk)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        seen = []
        for number in range(4):
            # A backup that begins after another pair was written, and in which writing goes on.
            before = len(written)
            while len(written) == before:
                done.wait(0.001)
            made = backup.back_up(tmp_path / f"{number}.tar", now=NOW)
            seen.append(pairs_in(made.path, tmp_path))
    finally:
        done.set()
        writer.join()
    assert [districts ^ schools for districts, schools in seen] == [set()] * 4
    counts = [len(districts) for districts, _schools in seen]
    assert counts == sorted(set(counts))
    assert len(written) > counts[-1] - 2


def test_a_flipped_byte_is_named_and_nothing_is_touched(move, kept, tmp_path):
    content = kept.read_bytes().replace(b"%PDF a plan", b"%PDF b plan")
    kept.write_bytes(content)
    move()
    with pytest.raises(CommandError, match=r"nothing was changed.*files/papers/plan.pdf is not what was written"):
        call_command("restore", str(kept))
    assert not (tmp_path / "elsewhere").exists()


def test_an_installation_that_holds_something_is_kept(home, kept):
    District.objects.create(name="Since then", code="new")
    rows = everything()
    with pytest.raises(CommandError, match="not empty. Add --replace"):
        call_command("restore", str(kept))
    assert everything() == rows


def test_replacing_brings_back_the_old_rows_and_files(home, move, kept, tmp_path, capsys):
    rows = everything()
    move(furnished=True)
    District.objects.create(name="Since then", code="new")
    default_storage.save("papers/later.pdf", ContentFile(b"later"))
    call_command("restore", str(kept), "--replace")
    assert everything() == rows
    assert default_storage.listdir("papers")[1] == ["plan.pdf"]
    aside = [Path(line.removeprefix("Set aside: ")) for line in capsys.readouterr().out.splitlines() if "aside" in line]
    assert (aside[0] / "papers" / "later.pdf").read_bytes() == b"later"
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(aside[-1])) as old:
            assert old.execute("SELECT name FROM people_district WHERE code = 'new'").fetchall() == [("Since then",)]


def test_a_restore_that_fails_at_the_end_leaves_everything_as_it_was(home, move, kept, tmp_path):
    move(furnished=True)
    District.objects.create(name="Since then", code="new")
    rows = everything()
    seals_before = (tmp_path / "elsewhere" / "seals.log").read_bytes()
    # The seals cannot be put in place where a folder of the name they are set aside under stands in the way.
    (tmp_path / "elsewhere" / f"seals.log.replaced-{NOW:%Y%m%dT%H%M%S}").mkdir()
    with pytest.raises(OSError, match="seals.log"):
        restore(kept, now=NOW, replace=True)
    assert everything() == rows
    assert default_storage.listdir("papers")[1] == ["plan.pdf"]
    assert (tmp_path / "elsewhere" / "seals.log").read_bytes() == seals_before


@pytest.mark.sqlite
def test_a_database_in_use_is_not_replaced(home, move, kept):
    move(furnished=True)
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT count(*) FROM people_account").fetchall()
        with pytest.raises(CommandError, match="Stop Strongsuit"):
            call_command("restore", str(kept), "--replace")
    assert default_storage.exists("papers/plan.pdf")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": archive.FORMAT + 1}, "newer than this one"),
        ({"migrations": [["plans", "9000_of_another_year"]]}, "newer than this one"),
        ({"migrations": [["another_app", "0001_initial"]]}, "newer than this one"),
        ({"vendor": "oracle"}, "Set DATABASE_URL to"),
    ],
)
def test_what_does_not_fit_here_is_refused(changes, words):
    fitting = {"format": archive.FORMAT, "app": "0.1.0", "vendor": connection.vendor, "migrations": []}
    refuse_strange(fitting)
    with pytest.raises(CannotRestore, match=words):
        refuse_strange(fitting | changes)


def test_a_folder_gets_a_file_named_by_the_time(home, tmp_path):
    (tmp_path / "backups").mkdir()
    assert backup.back_up(tmp_path / "backups", now=NOW).path.name == "strongsuit-2026-11-20T150000Z.tar"


def test_a_backup_never_overwrites_another(kept):
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(kept))


def test_a_missing_folder_is_said(home, tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("backup", str(tmp_path / "nowhere" / "kept.tar"))


def test_the_secret_key_is_not_in_it(kept, settings):
    assert settings.SECRET_KEY.encode() not in kept.read_bytes()


def test_a_missing_backup_is_said(home, tmp_path):
    with pytest.raises(CommandError, match="was not restored"):
        call_command("restore", str(tmp_path / "missing.tar"))
