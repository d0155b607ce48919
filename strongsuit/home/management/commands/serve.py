"""Serve the pages on this machine and do the waiting work, until told to stop."""

import os
import socket
import sys
from http.client import HTTPConnection, HTTPException

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from strongsuit.home.prepare import prepare
from strongsuit.home.supervise import CannotStart, supervise
from strongsuit.people.queries import demo_people

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
        programs = [pages(host, port, processes), WORKER]
        try:
            supervise(programs, ready=lambda: answers(host, port), welcome=lambda: self.welcome(host, port))
        except CannotStart as problem:
            raise CommandError(f"{problem} Its own words above say why.") from problem

    def welcome(self, host, port):
        self.stdout.write(f"\nStrongsuit is ready: http://{host}:{port}")
        if people := demo_people():
            self.stdout.write(
                "This is a demo: everyone in it is made up. Its sign-in page lets you in with one click as"
            )
            for person in people:
                self.stdout.write(f"  {person.name:<24}{person.display['demo']['who']}")
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()
        # From here on this process only watches; the database is the others' business.
        connections.close_all()


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


def answers(host, port):
    """Whether a page comes back. An open port is not enough: it opens before the pages are loaded."""
    connection = HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
