"""The product's own web server, started for a measurement and stopped afterwards."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from bench.client import HOST
from bench.places import ROOT, Place
from strongsuit.home.supervise import end_with_parent

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def command(port: int, application: str) -> list[str]:
    """As ``strongsuit serve`` starts it."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning", application),
    ]


@contextmanager
def served(place: Place, words: list[str], port: int) -> Iterator[float]:
    """The seconds from the start until the first page came back."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, env=place.env, cwd=ROOT, stdout=subprocess.DEVNULL, preexec_fn=end_with_parent)
    try:
        wait_for_page(process, port)
        yield time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(40)


def wait_for_page(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise RuntimeError("The server ended right after its start.")
        connection = HTTPConnection(HOST, port, timeout=10)
        try:
            connection.request("GET", "/sign-in/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.01)
        finally:
            connection.close()
    raise RuntimeError("The server did not answer in time.")
