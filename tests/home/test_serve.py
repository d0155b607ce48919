"""Serving on this machine, from an empty folder to the first page and a quiet end."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest

pytestmark = [pytest.mark.sqlite, pytest.mark.slow]


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(tmp_path, port):
    """Start serving a new data folder; what it says can be read line by line."""
    environment = os.environ | {"STRONGSUIT_DATA": str(tmp_path / "data"), "PORT": str(port)}
    environment["DJANGO_SETTINGS_MODULE"] = "strongsuit.settings"
    process = subprocess.Popen(
        [sys.executable, "-m", "strongsuit", "serve"], env=environment, stdout=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_an_empty_folder_becomes_pages_and_a_signal_ends_them(serve, port):
    assert [serve.stdout.readline() for _ in range(2)] == ["\n", f"Strongsuit is ready: http://127.0.0.1:{port}\n"]
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/gallery/")
    assert b"Strongsuit" in connection.getresponse().read()
    connection.close()
    serve.send_signal(signal.SIGTERM)
    assert serve.wait() == 0


def test_a_taken_port_is_said_with_the_next_one(port):
    with socket.create_server(("127.0.0.1", port)):
        command = [sys.executable, "-m", "strongsuit", "serve", "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 1
    assert f"PORT={port + 1} make run" in ended.stderr
