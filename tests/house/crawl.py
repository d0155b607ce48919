"""Walking every page that somebody can reach, by the table of doors and by the links on the pages."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve

from strongsuit.audit.models import Entry
from tests.house.browser import Answer, Browser
from tests.house.doors import DOORS, address, may
from tests.house.marks import CANARY
from tests.house.pages import Page
from tests.house.world import World

# Pages of one kind that are walked: the third list of the same people shows nothing new.
MOST_ALIKE = 3
ELSEWHERE = ("/static/", "/gallery/")


@dataclass
class Step:
    """One page as one person got it, with what it says and what it left in the trail."""

    person: str
    path: str
    route: str
    answer: Answer
    page: Page | None
    canaries: set[str]
    # The page whose link led here; empty for addresses that the table of doors gave.
    via: str
    entries: list[Entry] = field(default_factory=list)

    def __str__(self):
        return f"{self.person} at {self.path}" + (f" from {self.via}" if self.via else "")


def walk(world: World, person: str, browser: Browser, *, most: int = 200) -> list[Step]:
    waiting = dict.fromkeys(["/", *own_doors(world, person)], "")
    known, alike, steps = set(waiting), Counter(), []
    while waiting and len(steps) < most:
        path = next(iter(waiting))
        via = waiting.pop(path)
        route = route_of(path)
        alike[route] += 1
        if alike[route] > MOST_ALIKE:
            continue
        step = take(person, browser, path, route, via)
        steps.append(step)
        links = [step.answer.url] if step.answer.url else step.page.links if step.page else []
        for link in links:
            there = urldefrag(urljoin(path, link))[0]
            there = urlsplit(there)._replace(scheme="", netloc="").geturl() if there.startswith("http") else there
            if there.startswith("/") and there not in known and not there.startswith(ELSEWHERE):
                known.add(there)
                waiting[there] = path
    return steps


def own_doors(world: World, person: str) -> list[str]:
    """Every address to look at that the table opens for this person about the child they know."""
    child = next(iter(world.held[person]), "own")
    there = "grown" if person == "grown student" else child
    return [
        address(world, name, there)
        for name, door in DOORS.items()
        if door.get is not None and may(world, name, person, child, "GET")
    ]


def route_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name or ""
    except Resolver404:
        return "nowhere"


def take(person: str, browser: Browser, path: str, route: str, via: str) -> Step:
    last = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    with transaction.atomic():
        answer = browser.get(path, keep=True)
        entries = list(Entry.objects.filter(id__gt=last))
        transaction.set_rollback(True)
    html = answer.headers.get("Content-Type", "").startswith("text/html")
    page = Page(answer.text) if html and answer.body else None
    return Step(person, path, route, answer, page, set(CANARY.findall(answer.text)), via, entries)
