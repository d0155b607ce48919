"""Times of the pages in one place, each request next to one of the floor."""

import json
import re
from dataclasses import dataclass

from bench.client import Ask, Client, rate
from bench.figures import Figure
from bench.places import Place
from bench.serving import command, free_port, served

FLOOR_OF = {"data point": "empty form"}
PAGES = ("plan", "thread", "Today", "caseload", "school list", "data point")


@dataclass(frozen=True, slots=True)
class PageFigure:
    """One page in one place beside its floor."""

    page: str
    times: Figure
    floor: Figure
    rate: float
    floor_rate: float
    queries: int | None

    @property
    def ratio(self) -> float:
        return self.times.middle / self.floor.middle


def measure(place: Place, *, rounds: int, seconds: float) -> tuple[list[PageFigure], dict[str, int]]:
    """Every page of one place, and the weight of the plan page."""
    told = json.loads(place.tool("tickets"))
    asks = {name: [Ask(**one) for one in many] for name, many in told["asks"].items()}
    port = free_port()
    with served(place, command(port, "bench.wsgi:application"), port):
        client = Client(port)
        found = [page(client, name, asks, rounds, seconds, told["queries"]) for name in PAGES]
        weight = weigh(client, asks["plan"][0])
        client.close()
    return found, weight


def page(
    client: Client, name: str, asks: dict[str, list[Ask]], rounds: int, seconds: float, queries: dict[str, int]
) -> PageFigure:
    mine, floor = asks[name], asks[FLOOR_OF.get(name, "empty")]
    for number in range(min(rounds, 12)):
        client.timed(mine[number % len(mine)])
        client.timed(floor[number % len(floor)])
    times, floors = [], []
    for number in range(rounds):
        floors.append(client.timed(floor[number % len(floor)]))
        times.append(client.timed(mine[number % len(mine)]))
    return PageFigure(
        name, Figure(tuple(times)), Figure(tuple(floors)), rate(client.port, mine, seconds),
        rate(client.port, floor, seconds), queries.get(name),
    )  # fmt: skip


def weigh(client: Client, ask: Ask) -> dict[str, int]:
    """The bytes that a browser gets for the plan page, as they are sent."""
    asked = {"Accept-Encoding": "br, gzip", "Accept": "text/html"}
    _status, html, _headers = client.send(ask, **asked)
    plain = Ask(ask.path, ask.cookie)
    _status, text, headers = client.send(plain)
    found = {"HTML": len(html), "HTML before compression": len(text)}
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', text.decode()))
    for path in sorted(files):
        status, body, headers = client.send(Ask(path, ask.cookie), **asked)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}.")
        kind = "CSS" if path.endswith("css") else "JavaScript"
        found[kind] = found.get(kind, 0) + len(body)
    return found
