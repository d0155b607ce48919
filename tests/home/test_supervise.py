"""Programs side by side."""

import os
import signal
import subprocess
import sys

import pytest

SUPERVISE = """
import sys
from strongsuit.home.supervise import supervise
supervise([[sys.executable, "-c", *sys.argv[1:]]], ready=lambda: True, welcome=lambda: None)
"""
# Writes its process id on each start, and a last word when asked to stop.
CHILD = """
import os, signal, sys
with open(sys.argv[1], "a") as log: print(os.getpid(), file=log)
def leave(*_):
    with open(sys.argv[1], "a") as log: print("done", file=log)
    sys.exit()
signal.signal(signal.SIGTERM, leave)
print("up", flush=True)
while True: signal.pause()
"""


@pytest.fixture
def log(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def supervisor(log):
    process = subprocess.Popen([sys.executable, "-c", SUPERVISE, CHILD, log], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "up\n"
    yield process
    process.terminate()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_stop_it_lets_the_programs_finish(supervisor, log, number):
    supervisor.send_signal(number)
    assert supervisor.wait() == 0
    assert log.read_text().splitlines()[1:] == ["done"]


def test_a_program_that_dies_is_started_again(supervisor, log):
    os.kill(int(log.read_text()), signal.SIGKILL)
    assert supervisor.stdout.readline() == "up\n"
    first, second = log.read_text().split()
    assert first != second


def test_a_program_that_ends_at_once_stops_the_start():
    code = SUPERVISE.replace("ready=lambda: True", "ready=lambda: False")
    ended = subprocess.run([sys.executable, "-c", code, ""], capture_output=True, text=True)
    assert ended.returncode == 1
    assert "CannotStart" in ended.stderr.splitlines()[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can end a program with its parent")
def test_the_programs_end_with_a_supervisor_that_was_killed(supervisor, log):
    supervisor.kill()
    # The program held the other end of this pipe: it closes when the program is gone.
    assert supervisor.stdout.read() == ""
    assert log.read_text().splitlines()[1:] == ["done"]
