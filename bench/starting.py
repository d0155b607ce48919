"""How long a prepared installation takes from its start to its first page."""

import sys

from bench.figures import Figure
from bench.places import Place
from bench.serving import command, free_port, served


def measure(place: Place, rounds: int) -> tuple[Figure, Figure]:
    """The product with its worker, and the bare web server, in turn."""
    ours, floor = [], []
    for _round in range(rounds):
        port = free_port()
        with served(place, command(port, "bench.bare:application"), port) as seconds:
            floor.append(seconds * 1000)
        port = free_port()
        with served(place, [sys.executable, "-m", "strongsuit", "serve", "--port", str(port)], port) as seconds:
            ours.append(seconds * 1000)
    return Figure(tuple(ours)), Figure(tuple(floor))
