"""Measure, and print each figure beside its floor: python -m bench [--quick] [--keep FOLDER] [--only PARTS]."""

import argparse
import json
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from bench import pages, reading, report, starting
from bench.figures import Figure
from bench.places import ROOT, Cluster, Place

PARTS = ("pages", "papers", "rosters", "start", "wording")
PAGE = ROOT / "docs" / "figures.md"
SIZES, QUICK_SIZES = (60, 10_000, 100_000), (60, 2_000)


def main() -> None:
    options, load = read(), os.getloadavg()[0]
    today = date.today().isoformat()
    if options.only == "wording":
        say("wording")
        told = report.wording_section(wording(options), machine=machine(), on=today)
        page = report.renewed(PAGE.read_text(encoding="utf-8"), told)
    else:
        page = told = report.page(with_places(options), machine=machine(), load=load, on=today)
    print(told)
    if options.write:
        PAGE.write_text(page, encoding="utf-8")


def with_places(options: argparse.Namespace) -> report.Results:
    with ExitStack() as stack:
        folder = Path(options.keep or stack.enter_context(tempfile.TemporaryDirectory(prefix="strongsuit-bench-")))
        # Another user runs PostgreSQL where we are root, and has to reach its folder.
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
        cluster = None
        if not options.sqlite:
            cluster = Cluster(folder.resolve() / "postgres")
            cluster.start()
            stack.callback(cluster.stop, keep=bool(options.keep))
        return measured(options, folder.resolve(), cluster)


def read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small districts and few rounds, for a first look")
    parser.add_argument("--keep", metavar="FOLDER", help="keep the databases here, and use them again")
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts to measure, of {', '.join(PARTS)}")
    parser.add_argument("--sizes", help="numbers of students, with commas")
    parser.add_argument("--sqlite", action="store_true", help="without PostgreSQL")
    parser.add_argument(
        "--write", action="store_true", help="write docs/figures.md; with --only wording, that section of it"
    )
    return parser.parse_args()


def measured(options: argparse.Namespace, folder: Path, cluster: Cluster | None) -> report.Results:
    results, parts = report.Results(), set(options.only.split(","))
    sizes = tuple(map(int, options.sizes.split(","))) if options.sizes else QUICK_SIZES if options.quick else SIZES
    rounds, seconds = (40, 1.0) if options.quick else (250, 5.0)
    for students in sizes:
        for place in places(folder, students, cluster):
            say(f"{place.name}: building")
            place.build()
            results.places[place.name] = place
            results.built[place.name] = place.built_in
    for kind in dict.fromkeys(place.kind for place in results.places.values()) if "pages" in parts else ():
        say(f"{kind}: pages")
        here = [place for place in results.places.values() if place.kind == kind]
        found, results.weight = pages.measure(here, rounds=rounds, seconds=seconds)
        results.pages |= found
    if "wording" in parts:
        say("wording")
        results.wording = wording(options)
    first = list(places(folder, sizes[0], cluster))
    if "start" in parts:
        say("start")
        results.start = starting.measure(first[0], 3 if options.quick else 7)
    if "papers" in parts:
        say("papers")
        add_papers(results, first[0], 5 if options.quick else 40)
    if "rosters" in parts:
        for place in first:
            say(f"roster, {place.kind}")
            add_rosters(results, place, 2_000 if options.quick else 20_000, 2 if options.quick else 5)
    return results


def wording(options: argparse.Namespace) -> reading.Reading:
    return reading.measure(3 if options.quick else 15)


def places(folder: Path, students: int, cluster: Cluster | None) -> list[Place]:
    found = [Place("SQLite", students, folder / f"sqlite-{students}")]
    if cluster:
        found.append(Place("PostgreSQL", students, folder / f"postgres-{students}", cluster.folder))
    return found


def add_papers(results: report.Results, place: Place, rounds: int) -> None:
    told = json.loads(place.tool("papers", str(rounds)))
    results.papers = {name: Figure(tuple(times)) for name, times in told["times"].items()}
    results.paper_pages = told["usual_pages"], told["pages"]


def add_rosters(results: report.Results, place: Place, students: int, rounds: int) -> None:
    told = json.loads(place.tool("rosters", str(students), str(rounds)))
    times = {name: Figure(tuple(values)) for name, values in told["times"].items()}
    results.rosters[place.kind] = report.Roster(told["rows"], told["written"], **times)


def machine() -> str:
    """What kind of machine it was, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()}, Python {platform.python_version()}"


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


main()
