"""Every form that people are given, taken from the pages themselves, filled in so that it could be sent."""

from collections import Counter, defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from tests.house.browser import Browser
from tests.house.crawl import own_doors, route_of
from tests.house.pages import Form, Page
from tests.house.world import World

# Whose forms are tried, each for a side; together they are given every form of the product.
WRITERS = {
    "case manager": "school", "chair": "school", "general teacher": "school", "district": "office", "reason": "outside",
    "guardian": "home", "grown student": "home", "student": "tablet",
}  # fmt: skip
FILLED = {
    "date": "2026-11-19", "time": "10:30", "number": "3", "email": "somebody@words.example", "text": "Plain words",
    "textarea": "Plain words", "tel": "555-0100", "search": "", "url": "", "password": "quiet rivers carry boats",
}  # fmt: skip
# Days that make sense where the usual one does not.
DAYS = {
    "day": "2026-12-10", "ends_on": "2027-06-01", "first_day": "2026-03-03", "last_day": "2026-03-03",
    "starts_on": "2026-11-23",
}  # fmt: skip
# Pages that hold other forms behind each of their addresses.
MANY = {
    "plans:place": 20,
    "plans:plan": 2,
    "plans:goal": 1,
    "students:guardian": 6,
    "meetings:meeting": 2,
    "progress:goal": 2,
    "progress:report": 2,
    "documents:copy": 2,
    "documents:own_step": 8,
}


@dataclass
class Deed:
    """One form as one person would send it."""

    person: str
    route: str
    path: str
    data: dict[str, list[str]]
    form: Form
    texts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.route}-{'-'.join(sorted(self.data))}"[:80]

    def __str__(self):
        return f"{self.route} as {self.person} with {sorted(self.data)}"


FOUND: list[Deed] = []


def deeds(world: World, browsers: dict[str, Browser]) -> list[Deed]:
    """One of each, looked for once: the world, down to its numbers, is the same each time it is put up."""
    if not FOUND:
        FOUND.extend(looked_for(world, browsers))
    return deepcopy(FOUND)


def looked_for(world: World, browsers: dict[str, Browser]) -> list[Deed]:
    """The same form about another row is the same deed."""
    found: dict[tuple, Deed] = {}
    seen: dict[str, Counter] = defaultdict(Counter)
    for person, side in WRITERS.items():
        for path, page in pages(world, person, browsers[person], seen[side]):
            for form in page.forms:
                if form.method == "post":
                    deed = filled(person, path, form)
                    found.setdefault((deed.route, *sorted(form.kinds)), deed)
    return list(found.values())


def pages(world, person, browser, seen):
    """The pages of this person's doors that nobody of their side was given, and what lies behind them."""
    waiting = [path for path in dict.fromkeys(own_doors(world, person)) if not seen[route_of(path)]]
    known = set(waiting)
    seen.update(map(route_of, waiting))
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path)
        if answer.status != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        yield path, page
        for link in page.links:
            there = urlsplit(urljoin(path, link)).path
            route = route_of(there)
            if there not in known and seen[route] < MANY.get(route, 0):
                seen[route] += 1
                known.add(there)
                waiting.append(there)


def filled(person: str, page: str, form: Form) -> Deed:
    path = urlsplit(urljoin(page, form.action)).path
    data = {name: list(values) for name, values in form.fields.items()}
    texts = []
    for name, kind in form.kinds.items():
        options = form.options.get(name, [])
        if kind == "radio" and not data.get(name):
            data[name] = options[:1]
        elif kind in ("select", "checkbox") and not any(data.get(name, [])):
            data[name] = [option for option in options if option][:1]
        elif kind in ("submit", "button") and options:
            data[name] = options[:1]
        elif kind in FILLED and not any(data.get(name, [])):
            data[name] = [DAYS.get(name, FILLED[kind]) if kind == "date" else FILLED[kind]]
        if kind in ("text", "textarea"):
            texts.append(name)
    return Deed(
        person, route_of(path), path, {k: v for k, v in data.items() if k != "csrfmiddlewaretoken"}, form, texts
    )
