"""The worker finishes what waits, survives a failing job, and stops when told."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from strongsuit.audit.models import Seal
from strongsuit.audit.trail import record
from strongsuit.home import worker

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def test_every_folder_brings_its_jobs():
    assert "seal_trail" in {job.__name__ for job in worker.jobs()}


def test_a_failing_job_does_not_stop_the_others():
    did = []

    def fails(*, now):
        raise ValueError("broken")

    def works(*, now):
        did.append(now)
        return 1

    assert worker.round_of_work([fails, works], now=NOW) == 1
    assert did == [NOW]


def test_the_trail_can_be_sealed_and_verified_by_command(db, settings, tmp_path, capsys):
    settings.SEAL_COPY = tmp_path / "seals.log"
    record("test", "a deed")
    call_command("audit", "seal")
    call_command("audit", "verify")
    assert Seal.objects.count() == 1
    assert "1 seals over 1 entries, 0 not sealed yet" in capsys.readouterr().out


def test_verifying_a_tampered_trail_fails_loudly(cast, capsys):
    with pytest.raises(CommandError, match="not as they were recorded"):
        call_command("audit", "verify")
    assert "strengths.Words" in capsys.readouterr().err


@pytest.mark.patient
def test_the_worker_ends_after_the_job_in_hand(tmp_path):
    environment = os.environ | {
        "STRONGSUIT_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "strongsuit.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/t.sqlite3", "STRONGSUIT_LOG_LEVEL": "DEBUG",
    }  # fmt: skip
    command = [sys.executable, "-m", "strongsuit"]
    subprocess.run([*command, "migrate", "-v0"], env=environment, check=True)
    running = subprocess.Popen(
        [*command, "work", "--pause", "0.05"], env=environment, stderr=subprocess.PIPE, text=True
    )
    with running:
        while "Ready to work." not in running.stderr.readline():
            assert running.poll() is None
        running.send_signal(signal.SIGTERM)
        running.stderr.read()
    assert running.returncode == 0
