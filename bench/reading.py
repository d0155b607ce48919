"""How fast and how lean the coach reads, beside proselint and a loop over all of its own expressions."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import cycle

from bench.figures import Figure
from bench.places import ROOT

WORDS = 5_000
# What most of a plan is made of: facts, with nothing to find.
PLAIN = (
    "Kofi is in grade 5 and likes building bridges from paper straws.",
    "In May he read 61 words a minute on a grade 4 passage; the spring norm for grade 5 is 139.",
    "With a word bank he wrote 9 of 12 sentences with a subject, a verb and a period.",
    "He told the class about the kite festival in Accra for 4 minutes and answered three questions.",
    "During science labs he works beside a partner and records each step with drawings.",
    "The speech provider met with him on 14 days and kept a log of each session.",
    "When directions have two parts, he repeats them aloud and then begins.",
    "His mother told the team that he reads recipes to his brother at home.",
    "By 6 June, given a grade 5 passage, Kofi will read 95 words a minute in 3 of 4 weekly probes.",
    "Accommodations: text read aloud in science and social studies, extra time on tests, and a quiet room.",
    "The classroom teacher, the case manager and Kofi chose the strategy together.",
    "On the fall screening he added and subtracted within 1,000 with 18 of 20 correct.",
    "He asks for a break with a card and is back in his seat within 5 minutes.",
    "Services: 30 minutes of reading instruction, five times a week, in a group of three.",
    "Progress toward this goal is reported to the family each quarter, with the graph.",
    "The district will provide a copy of the evaluation at no cost.",
    "He prefers to type longer pieces and uses word prediction on the class laptop.",
    "In music he keeps a steady beat and teaches the pattern to younger students.",
    "The next probe is given on Friday, and the results are shared with Kofi first.",
    "He and his grandmother plan to visit the bridge museum in the summer.",
)
IMPORT = {
    "coach": "from strongsuit.knowledge.coach.review import Passage, review",
    "proselint": """
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)""",
    "Python": "",
}
READ = {"coach": "review([Passage('p', text)])", "proselint": "LintFile('p', text).lint()", "Python": ""}
ALONE = """
import sys, time
text = sys.stdin.read()
begun = time.perf_counter()
{code}
took = time.perf_counter() - begun
held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print(took * 1000, int(held) / 1024)
"""


@dataclass
class Reading:
    """Times in ms by text and reader, of each import and a first plan; memory in MB; what the double takes."""

    times: dict[str, dict[str, Figure]] = field(default_factory=dict)
    imports: dict[str, Figure] = field(default_factory=dict)
    cold: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    doubled: dict[str, float] = field(default_factory=dict)


def measure(rounds: int) -> Reading:
    told = json.loads(subprocess.check_output([sys.executable, "-m", "bench.readers", str(rounds)], cwd=ROOT))
    turns = [{who: alone(IMPORT[who])[0] for who in ("coach", "proselint")} for _round in range(rounds)]
    cold = {who: alone(f"{IMPORT[who]}\n{READ[who]}", plan(PLAIN)) for who in IMPORT}
    return Reading(
        {text: {who: Figure(tuple(some)) for who, some in by.items()} for text, by in told["times"].items()},
        {who: Figure(tuple(turn[who] for turn in turns)) for who in ("coach", "proselint")},
        {who: took for who, (took, _held) in cold.items()},
        {who: held for who, (_took, held) in cold.items()},
        told["doubled"],
    )


def plan(lines) -> str:
    """So many words of these lines, again and again, each with another number behind it."""
    found: list[str] = []
    for number, line in enumerate(cycle(lines)):
        found += f"{line} ({number})".split()
        if len(found) >= WORDS:
            break
    return re.sub(r"(\(\d+\)) ", r"\1\n", " ".join(found[:WORDS]))


def alone(code: str, text: str = "") -> tuple[float, float]:
    """Milliseconds that the code takes in a process that has imported nothing yet, and the most MB it held."""
    told = subprocess.check_output(
        [sys.executable, "-c", ALONE.format(code=code)],
        input=text, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    ).split()  # fmt: skip
    return float(told[0]), float(told[1])
