"""Serve the pages on this machine and do the waiting work, until told to stop."""

import os
import socket
import sys
import time

from django.core.management.base import BaseCommand, CommandError

from strongsuit.home.prepare import prepare
from strongsuit.home.supervise import supervise

WORKER = [sys.executable, "-m", "strongsuit", "work"]


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"), help="the port (PORT or 8000)")
        parser.add_argument("--processes", type=int, default=1, help="how many processes serve pages (1)")

    def handle(self, *, host, port, processes, **options):
        refuse_taken_port(host, port)
        prepare()
        supervise([pages(host, port, processes), WORKER], started=lambda: self.welcome(host, port))

    def welcome(self, host, port):
        wait_until_open(host, port)
        self.stdout.write(f"\nStrongsuit is ready: http://{host}:{port}\nCtrl-C stops it.\n")
        self.stdout.flush()


def pages(host, port, processes):
    """The web server as a command: threads, because pages wait for the database more than they compute."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(processes), "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers"),
        *("--workers-kill-timeout", "20", "--log-level", "warning", "strongsuit.wsgi:application"),
    ]


def refuse_taken_port(host, port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise CommandError(
                f"Port {port} on {host} is not free ({problem.strerror}). Choose another: PORT={port + 1} make run"
            ) from problem


def wait_until_open(host, port):
    while True:
        try:
            socket.create_connection((host, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
