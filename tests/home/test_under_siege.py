"""A server of our own under siege: large bodies, slow senders, and what it says of itself (WEB-02, WEB-08, WEB-11)."""

import os
import re
import socket
import subprocess
import sys
from contextlib import ExitStack, closing
from http.client import HTTPConnection

import pytest

pytestmark = [pytest.mark.sqlite, pytest.mark.slow]


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """Where it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"STRONGSUIT_DATA": str(tmp_path_factory.mktemp("data")), "PORT": str(port)}
    environment["DJANGO_SETTINGS_MODULE"] = "strongsuit.settings"
    command = [sys.executable, "-m", "strongsuit", "serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert [process.stdout.readline() for _line in range(2)][1].startswith("Strongsuit is ready")
    yield port
    process.terminate()
    process.wait()
    process.stdout.close()


def ask(port, path, method="GET", headers=None):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer, text


def begun(port, words):
    """A sender that begins and takes its time."""
    sender = socket.create_connection(("127.0.0.1", port), timeout=20)
    sender.sendall(words)
    return sender


def test_ten_megabytes_are_refused_from_their_announcement_alone(port):
    """Not a byte of them needs to arrive."""
    sender = begun(port, b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n")
    assert sender.recv(100).startswith(b"HTTP/1.1 413 ")
    sender.close()


@pytest.mark.parametrize(
    "words",
    [
        b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Cookie: strongsuit-csrf=" + b"a" * 32 + b"\r\nContent-Length: 1000\r\n\r\nlogin=",
        b"GET /sign-in/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    ],
    ids=["a body that drips", "headers that drip"],
)
def test_slow_senders_do_not_starve_others(port, words):
    """Somebody who reads is answered whoever else drips; somebody who writes once they are gone."""
    with ExitStack() as open_ones:
        for _each in range(12):
            open_ones.enter_context(closing(begun(port, words)))
        for _turn in range(4):
            assert ask(port, "/help/")[0].status == 200
    assert ask(port, "/sign-in/", "POST")[0].status == 403


def test_what_is_served_says_nothing_of_the_machine_and_static_files_never_change(port):
    page, text = ask(port, "/help/")
    assert not re.search(r"[0-9]", page.getheader("Server") or "") and page.getheader("X-Powered-By") is None
    assert page.getheader("Cache-Control") == "no-store"
    found = re.findall(r'"(/static/[^"]+)"', text.decode())
    assert found
    for path in found:
        file, _text = ask(port, path)
        assert "immutable" in file.getheader("Cache-Control"), path
        assert file.getheader("X-Content-Type-Options") == "nosniff"
