"""The table: what was measured, its floor, the ratio, and whether the goal was met."""

import re
from dataclasses import dataclass, field

from bench.figures import Figure
from bench.pages import PageFigure
from bench.places import Place
from bench.reading import WORDS, Reading

LIGHT = 100_000
PAGE_RATIO, SIZE_RATIO, LOAD_RATIO, PAPER_MS = 3.0, 1.2, 4.0, 150.0
# From a card of the finder to the next, in milliseconds.
NEXT_CARD = 100.0
PLAN_MS, SENTENCE_MS, IMPORT_MS, MEMORY_MB, DOUBLE = 50.0, 1.0, 150.0, 60.0, 2.3


@dataclass(frozen=True, slots=True)
class Roster:
    """An import of ``count`` rows that wrote ``written``; beside it the files loaded, and the written rows loaded."""

    count: int
    written: int
    ours: Figure
    files: Figure
    rows: Figure


@dataclass
class Results:
    """Everything one run has measured."""

    pages: dict[str, list[PageFigure]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    weight: dict[str, int] = field(default_factory=dict)
    start: tuple[Figure, Figure] | None = None
    papers: dict[str, Figure] = field(default_factory=dict)
    paper_pages: tuple[int, int] = (0, 0)
    rosters: dict[str, Roster] = field(default_factory=dict)
    built: dict[str, float] = field(default_factory=dict)
    wording: Reading | None = None


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table that reads well as plain text too."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]

    def line(row: list[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"

    return "\n".join([line(head), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows)])


def page_table(results: Results) -> str:
    head = [
        *("Page", "Students", "Database", "Queries", "p50 ms (middle half)", "p95 ms", "Floor p50", "Ratio"),
        *("Per second", "Floor"),
    ]
    rows = [
        [
            one.page, f"{place.students:,}", place.kind, "–" if one.queries is None else str(one.queries),
            one.times.as_words, f"{one.times.slow:.1f}", f"{one.floor.middle:.1f}", f"{one.ratio:.1f}",
            *("–" if rate is None else f"{rate:.0f}" for rate in (one.rate, one.floor_rate)),
        ]
        for name, place in results.places.items()
        for one in results.pages.get(name, [])
    ]  # fmt: skip
    return table(head, sorted(rows, key=lambda row: (row[0], row[2], int(row[1].replace(",", "")))))


def other_table(results: Results) -> str:
    rows = []
    if results.start:
        rows.append(beside("Start to the first page, ms", *results.start, "bare server"))
    for name, pages in zip(("usual", "long"), results.paper_pages, strict=True):
        if name in results.papers:
            ours = results.papers[name]
            rate = f"{1000 / ours.middle:.0f} a second"
            rows.append(beside(f"Plan of {pages} pages as PDF, ms", ours, results.papers["empty"], "empty PDF", rate))
    for kind, one in results.rosters.items():
        rate = f"{one.count / one.ours.middle * 1000:,.0f} rows a second"
        what = f"Roster of {one.count:,} rows, {kind}, ms"
        rows.append(beside(what, one.ours, one.rows, f"its {one.written:,} rows into the same tables", rate))
        rows.append(beside(what, one.ours, one.files, "its files into bare tables", rate))
    for name, seconds in results.built.items():
        rate = f"{results.places[name].students / seconds:,.0f} students a second"
        rows.append([f"Demo of {name} students, s", f"{seconds:.0f}", "", "", rate])
    return table(["What", "p50 (middle half)", "Floor", "Ratio", "Rate"], rows)


def beside(what: str, ours: Figure, floor: Figure, name: str, rate: str = "") -> list[str]:
    ratio = f"{ours.middle / floor.middle:.1f}"
    return [what, ours.as_words, f"{floor.middle:.1f} ({name})", ratio, rate]


def weight_table(results: Results) -> str:
    total = sum(size for name, size in results.weight.items() if "before" not in name)
    rows = [[name, f"{size / 1000:.1f}"] for name, size in results.weight.items()]
    return table(["Plan page, kB as sent", ""], [*rows, ["Together", f"{total / 1000:.1f}"]])


def goals(results: Results) -> str:
    """Each goal with its figure: met or missed."""
    return table(["Goal", "Figure", ""], [*page_goals(results), *size_goals(results), *other_goals(results)])


def verdict(met: bool) -> str:
    return "met" if met else "missed"


def page_goals(results: Results) -> list[list[str]]:
    return [
        within(f"{one.page.capitalize()} at most {PAGE_RATIO:.0f} times the empty page, {name}", one.ratio, PAGE_RATIO)
        for name in results.places
        for one in results.pages.get(name, [])
        if one.page.startswith("plan")
    ]


def within(what: str, ratio: float, most: float) -> list[str]:
    return [what, f"{ratio:.2f} times", verdict(ratio <= most)]


def size_goals(results: Results) -> list[list[str]]:
    """The largest place beside the smallest: the slow end of each page, and its queries."""
    found = []
    for kind in dict.fromkeys(place.kind for place in results.places.values()):
        here = sorted((place for place in results.places.values() if place.kind == kind), key=lambda p: p.students)
        sizes = f"with {here[-1].students:,} at most {SIZE_RATIO} times that with {here[0].students:,}, {kind}"
        pairs = list(zip(results.pages.get(here[0].name, []), results.pages.get(here[-1].name, []), strict=False))
        found += [within(f"p95 of {a.page} {sizes}", b.times.slow / a.times.slow, SIZE_RATIO) for a, b in pairs]
        found += [
            [f"Queries of {a.page} do not grow, {kind}", f"{a.queries}, {b.queries}", verdict(b.queries <= a.queries)]
            for a, b in pairs
            if a.queries is not None and b.queries is not None
        ]
    return found


def finder_goals(results: Results) -> list[list[str]]:
    """From a tap on a card to the next card where no script runs: the answer and the page together."""
    found = []
    for name in results.places:
        slow = {one.page: one.times.slow for one in results.pages.get(name, [])}
        if {"finder card", "finder answer"} <= slow.keys():
            took = slow["finder card"] + slow["finder answer"]
            what = f"Finder, card to next card under {NEXT_CARD:.0f} ms at p95, {name}"
            found.append([what, f"{took:.1f} ms", verdict(took < NEXT_CARD)])
    return found


def other_goals(results: Results) -> list[list[str]]:
    found = finder_goals(results)
    if total := sum(size for name, size in results.weight.items() if "before" not in name):
        what = f"HTML, CSS and JavaScript of the plan page under {LIGHT // 1000} kB"
        found.append([what, f"{total / 1000:.1f} kB", verdict(total < LIGHT)])
    for kind, one in results.rosters.items():
        what = f"Roster import within {LOAD_RATIO:.0f} times a raw load of"
        found.append(within(f"{what} the rows it writes, {kind}", one.ours.middle / one.rows.middle, LOAD_RATIO))
        found.append(
            within(f"{what} its files into bare tables, {kind}", one.ours.middle / one.files.middle, LOAD_RATIO)
        )
    if "long" in results.papers:
        took = results.papers["long"].middle
        what = f"A plan of {results.paper_pages[1]} pages as PDF in under {PAPER_MS:.0f} ms"
        found.append([what, f"{took:.0f} ms", verdict(took < PAPER_MS)])
    if results.start:
        took = results.start[0].middle / 1000
        found.append(["Second start: first page in under 5 s", f"{took:.1f} s", verdict(took < 5)])
    for name, seconds in results.built.items():
        if results.places[name].students >= 100_000:
            what = f"Demo of {name} students in under 10 minutes"
            found.append([what, f"{seconds / 60:.1f} min", verdict(seconds < 600)])
    return found


PAGES = """\
## Pages

Times from the first byte sent to the last byte received, one request at a time; requests per second with four clients
at once, which share the machine with the server. The districts of one database are served at the same time and asked in
turn. Up to twelve people from all over the district ask, each for their own students. A school has 20 students in the
district of 60 and 500 in the others, of which a list shows 25. A plan is opened once before it is measured; its first
opening stands in a line of its own. PostgreSQL runs beside them without waiting for the disk.

"""
HEAD = """\
# Figures

Measured on {on} with `make bench` on {machine}. Every time stands beside a bare floor that was measured in the same
run, in turn with it: for pages an empty Django view, signed in, through the same middleware, on the same web server;
for a roster a raw load (COPY or executemany), once of its files into tables without keys and once of the rows that it
writes into the product's own tables; for papers an empty PDF; for the start the web server with nothing behind it.
Ratios travel from machine to machine, milliseconds do not. Other programs wanted {load:.1f} cores when the run began:
above zero, all times are longer than the machine could do, and the slow ends most of all.

To repeat: `make bench` for everything, `.venv/bin/python -m bench --quick` for a first look, `--keep FOLDER` to keep
the databases for the next run, `--only pages,papers,rosters,start,wording` for a part, `--write` to write this page.
"""


WORDING = """\
## Wording

The coach on the wording of a plan, measured on {on} on {machine}, in turn with proselint and with a loop that searches
the whole text for each of the coach's expressions. The plain plan has {words:,} words with nothing to find, the dense
one is made of the open trials that have findings; both are read once before the clock runs. Imports and memory come
from processes of their own.

"""


def wording_section(reading: Reading, *, machine: str, on: str) -> str:
    parts = [
        WORDING.format(on=on, machine=machine, words=WORDS),
        wording_goals(reading),
        "\n\n",
        wording_table(reading),
    ]
    return "".join([*parts, "\n"])


def wording_table(reading: Reading) -> str:
    names = {
        "plain": f"{WORDS:,} plain words",
        "dense": f"{WORDS:,} words full of findings",
        "sentence": "One sentence",
    }
    rows = [
        compared(f"{names[text]}, ms", by["coach"], by[other], other)
        for text, by in reading.times.items()
        for other in ("proselint", "naive")
    ]
    rows.append(compared("Import, ms", *(reading.imports[who] for who in ("coach", "proselint")), "proselint"))
    ours, theirs = (reading.cold[who] for who in ("coach", "proselint"))
    rows.append(["Import and a first plan, ms", f"{ours:.1f}", f"{theirs:.1f} (proselint)", f"{ours / theirs:.2f}"])
    ours = reading.memory["coach"]
    rows += [
        ["Memory, MB", f"{ours:.1f}", f"{held:.1f} ({who})", f"{ours / held:.2f}"]
        for who, held in reading.memory.items()
        if who != "coach"
    ]
    rows += [[f"Twice the text: {name}", f"{times:.2f} times", "", ""] for name, times in reading.doubled.items()]
    return table(["What", "p50 (middle half)", "Beside it", "Ratio"], rows)


def compared(what: str, ours: Figure, theirs: Figure, name: str) -> list[str]:
    return [what, ours.as_words, f"{theirs.middle:.1f} ({name})", f"{ours.middle / theirs.middle:.2f}"]


def wording_goals(reading: Reading) -> str:
    times = {text: by["coach"].middle for text, by in reading.times.items()}
    longest = max(reading.doubled.values())
    found = [
        (f"{WORDS:,} plain words in under {PLAN_MS:.0f} ms", f"{times['plain']:.1f} ms", times["plain"] < PLAN_MS),
        (
            f"{WORDS:,} words full of findings in under {PLAN_MS:.0f} ms",
            f"{times['dense']:.1f} ms",
            times["dense"] < PLAN_MS,
        ),
        ("One sentence in under 1 ms", f"{times['sentence']:.2f} ms", times["sentence"] < SENTENCE_MS),
        (
            f"Import in under {IMPORT_MS:.0f} ms",
            f"{reading.imports['coach'].middle:.0f} ms",
            reading.imports["coach"].middle < IMPORT_MS,
        ),
        (f"Memory under {MEMORY_MB:.0f} MB", f"{reading.memory['coach']:.0f} MB", reading.memory["coach"] < MEMORY_MB),
        (f"Twice the text at most {DOUBLE} times as long", f"{longest:.2f} times", longest <= DOUBLE),
    ]
    return table(["Goal", "Figure", ""], [[what, figure, verdict(met)] for what, figure, met in found])


def renewed(page: str, section: str) -> str:
    """The page with this section in place of its older self, or behind everything."""
    heading = re.escape(section.partition("\n")[0])
    older = re.compile(rf"^{heading}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    if older.search(page):
        return older.sub(lambda _found: f"{section}\n", page).rstrip("\n") + "\n"
    return f"{page.rstrip()}\n\n{section}"


def page(results: Results, *, machine: str, load: float, on: str) -> str:
    """The whole report, as docs/figures.md keeps it."""
    parts = [HEAD.format(on=on, machine=machine, load=load), f"## Goals\n\n{goals(results)}\n"]
    if results.pages:
        parts += [f"{PAGES}{page_table(results)}\n", f"## Weight\n\n{weight_table(results)}\n"]
    parts.append(f"## Start, papers, rosters, demo\n\n{other_table(results)}\n")
    if results.wording:
        parts.append(wording_section(results.wording, machine=machine, on=on))
    return "\n".join(parts)
