"""Times of the pages in one place, each request next to one of the floor."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field

from bench.client import Ask, Client, rate
from bench.figures import Figure
from bench.places import Place
from bench.serving import command, free_port, served

FLOOR_OF = {"data point": "empty form", "finder answer": "empty form"}
# A plan that nobody has opened since the start comes first: later its sheet is at hand.
FIRST = "plan, first opening"
WARM = 12
PAGES = ("plan", "thread", "Today", "caseload", "school list", "data point", "finder card", "finder answer")


@dataclass(frozen=True, slots=True)
class PageFigure:
    """One page in one place beside its floor."""

    page: str
    times: Figure
    floor: Figure
    rate: float | None
    floor_rate: float | None
    queries: int | None

    @property
    def ratio(self) -> float:
        return self.times.middle / self.floor.middle


@dataclass
class House:
    """One place being served, with its requests."""

    place: Place
    asks: dict[str, list[Ask]]
    queries: dict[str, int]
    client: Client
    turn: Counter[str] = field(default_factory=Counter)

    def next(self, name: str) -> float:
        """The time of the next request of this name."""
        asks = self.asks[name]
        self.turn[name] += 1
        return self.client.timed(asks[(self.turn[name] - 1) % len(asks)])


def measure(places: list[Place], *, rounds: int, seconds: float) -> tuple[dict[str, list[PageFigure]], dict[str, int]]:
    """Every page of these places, all served at once and asked in turn, so that one busy moment touches them all."""
    with ExitStack() as stack:
        houses = [opened(stack, place) for place in places]
        for house in houses:
            for _number in range(WARM):
                house.next("Today")
        found: dict[str, list[PageFigure]] = {place.name: [] for place in places}
        for name in (FIRST, *PAGES):
            for house, figure in page(houses, name, rounds, seconds):
                found[house.place.name].append(figure)
        weight = weigh(houses[0].client, houses[0].asks["plan"][0])
    return found, weight


def opened(stack: ExitStack, place: Place) -> House:
    told = json.loads(place.tool("tickets"))
    asks = {name: [Ask(**one) for one in many] for name, many in told["asks"].items()}
    port = free_port()
    stack.enter_context(served(place, command(port, "bench.wsgi:application"), port))
    return House(place, asks, told["queries"], stack.enter_context(closing(Client(port))))


def page(houses: list[House], name: str, rounds: int, seconds: float) -> Iterator[tuple[House, PageFigure]]:
    asked = "plan" if name == FIRST else name
    floor = FLOOR_OF.get(name, "empty")
    if name == FIRST:
        # Each plan once: after that it is no first opening any more.
        rounds = min([rounds, *(len(house.asks[asked]) for house in houses)])
    else:
        for house in houses:
            for _number in range(max(WARM, len(house.asks[asked]) if name == "plan" else 0)):
                house.next(asked)
    times: dict[str, tuple[list[float], list[float]]] = {house.place.name: ([], []) for house in houses}
    for _round in range(rounds):
        for house in houses:
            mine, floors = times[house.place.name]
            floors.append(house.next(floor))
            mine.append(house.next(asked))
    for house in houses:
        # The server ends a connection that is idle for long; the next page warms up a new one.
        house.client.close()
    for house in houses:
        mine, floors = (Figure(tuple(values)) for values in times[house.place.name])
        rates = (None, None) if name == FIRST else rates_of(house, asked, floor, seconds)
        yield house, PageFigure(name, mine, floors, *rates, house.queries.get(name))


def rates_of(house: House, asked: str, floor: str, seconds: float) -> tuple[float, float]:
    port = house.client.port
    return rate(port, house.asks[asked], seconds), rate(port, house.asks[floor], seconds)


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
