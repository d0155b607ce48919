"""The trail finds what was altered, removed or slipped in, and names the row."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from strongsuit.audit import jobs, seals
from strongsuit.audit.models import Entry, Kind, Seal
from strongsuit.audit.trail import record
from strongsuit.strengths.models import Words

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


@pytest.fixture
def trail(db, settings, tmp_path):
    settings.SEAL_COPY = tmp_path / "seals.log"
    made = [record("test", f"deed {number}", detail={"n": number}) for number in range(5)]
    seals.seal_next(now=NOW)
    return made


def as_owner(statement, *values):
    """What somebody with the database in hand could do: the triggers step aside."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'")
            triggers = cursor.fetchall()
            for name, _sql in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(statement, values)
            for _name, sql in triggers:
                cursor.execute(sql)
        else:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(statement, values)
            cursor.execute("SET session_replication_role = DEFAULT")


def test_an_untouched_trail_is_whole(trail):
    verdict = seals.verify()
    assert (verdict.seals, verdict.entries, verdict.unsealed, verdict.faults) == (1, 5, 0, ())


def test_what_came_after_the_seal_waits(trail):
    record("test", "later")
    assert seals.verify().unsealed == 1
    assert seals.seal_next(now=NOW).count == 1
    assert seals.verify().faults == ()


def test_an_altered_entry_is_named(trail):
    as_owner("UPDATE audit_entry SET because = 'a better reason' WHERE id = %s", trail[2].id)
    assert [(fault.kind, fault.row) for fault in seals.verify().faults] == [("altered", f"audit.Entry {trail[2].id}")]


def test_a_removed_entry_is_named(trail):
    as_owner("DELETE FROM audit_entry WHERE id = %s", trail[0].id)
    assert [(fault.kind, fault.row) for fault in seals.verify().faults] == [("missing", f"audit.Entry {trail[0].id}")]


def test_an_inserted_entry_is_named(trail):
    as_owner("UPDATE audit_entry SET id = id + 100 WHERE id = %s", trail[1].id)
    seals.seal_next(now=NOW)
    as_owner(
        "INSERT INTO audit_entry (id, at, kind, deed, agent, target, because, fingerprint, detail, request, origin) "
        "SELECT %s, at, kind, deed, agent, target, because, fingerprint, detail, request, origin "
        "FROM audit_entry WHERE id = %s",
        trail[1].id + 50,
        trail[0].id,
    )
    faults = [(fault.kind, fault.row) for fault in seals.verify().faults]
    assert ("inserted", f"audit.Entry {trail[1].id + 50}") in faults


def test_two_entries_that_change_places_are_named(trail):
    for deed, entry in (("deed 3", trail[1]), ("deed 1", trail[3])):
        as_owner("UPDATE audit_entry SET deed = %s WHERE id = %s", deed, entry.id)
    assert [fault.row for fault in seals.verify().faults] == [f"audit.Entry {trail[n].id}" for n in (1, 3)]


def test_a_chain_sealed_anew_does_not_match_its_copy(trail, settings):
    lines = Path(settings.SEAL_COPY).read_text().splitlines()
    Path(settings.SEAL_COPY).write_text("\n".join([*lines, f"{'0' * 64} {'f' * 64} 99"]) + "\n")
    assert [fault.row for fault in seals.verify().faults] == ["seal copy line 2"]


@pytest.mark.parametrize(
    "change", ["UPDATE audit_entry SET deed = 'x'", "DELETE FROM audit_entry", "DELETE FROM audit_seal"]
)
def test_the_tables_refuse_changes(trail, change):
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_a_batch_is_sealed_once_even_by_two_workers(trail):
    record("test", "later")
    first = seals.seal_next(now=NOW)
    again = Seal(
        sealed_at=NOW, first=first.first, last=first.last, count=1, marks=b"", previous=first.previous, digest="e" * 64
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        again.save(force_insert=True)


def test_the_job_waits_a_minute_for_company(db, settings, tmp_path):
    settings.SEAL_COPY = tmp_path / "seals.log"
    made = record("test", "alone")
    made.refresh_from_db()
    assert jobs.seal_trail(now=made.at) == 0
    assert jobs.seal_trail(now=made.at.replace(year=made.at.year + 1)) == 1
    assert jobs.seal_trail(now=made.at.replace(year=made.at.year + 1)) == 0


def test_words_of_a_student_that_were_altered_are_named(cast):
    record("test", "kept the words", cast.words)
    assert seals.verify().faults == ()
    Entry.objects.create(
        kind=Kind.CHANGED, deed="kept", target=Words._meta.label, target_id=cast.words.pk, fingerprint="0" * 64
    )
    assert [fault.kind for fault in seals.verify().faults] == ["altered"]


def test_words_without_an_entry_were_slipped_in(cast):
    assert [fault.kind for fault in seals.verify().faults] == ["inserted"]
