"""Plans set as PDF, beside an empty page from the same press; run inside one place, it prints JSON."""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import django

django.setup()

from typst import Compiler, Fonts  # noqa: E402

from strongsuit.documents.glyphs import FONTS  # noqa: E402
from strongsuit.documents.paper import Stamp, plan_paper  # noqa: E402
from strongsuit.knowledge.canonical import thaw  # noqa: E402
from strongsuit.knowledge.shapes import PlanFacts  # noqa: E402
from strongsuit.plans.models import FrozenPlan  # noqa: E402
from strongsuit.web import clock  # noqa: E402

LONG = 12


def pages(drawn: bytes) -> int:
    """How many pages a file has, told by its own page tree."""
    from pypdf import PdfReader  # noqa: PLC0415  only this count needs it

    with tempfile.TemporaryFile() as file:
        file.write(drawn)
        return len(PdfReader(file).pages)


def longer(facts: PlanFacts, more: int) -> PlanFacts:
    """The same plan with so many more goals and supports."""
    again = facts.goals * (more + 1)
    return replace(facts, goals=again[: len(facts.goals) + more], accommodations=facts.accommodations * (more // 2 + 1))


def long_plan(facts: PlanFacts, stamp: Stamp) -> tuple[PlanFacts, int]:
    """The first length that reaches twelve pages."""
    for more in range(60):
        made = longer(facts, more)
        count = pages(plan_paper(made, stamp=stamp).bytes)
        if count >= LONG:
            return made, count
    raise RuntimeError("No plan became long enough.")


def main(rounds: int) -> dict[str, object]:
    stamp = Stamp("Bench", clock.now())
    usual = thaw(FrozenPlan.objects.order_by("id").first().body)
    long, count = long_plan(usual, stamp)
    found: dict[str, list[float]] = {"empty": [], "usual": [], "long": []}
    with tempfile.TemporaryDirectory() as folder:
        blank = Path(folder) / "blank.typ"
        blank.write_text('#set document(title: "Blank")\n#set text(lang: "en")\n#" "\n', encoding="utf-8")
        fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        press = Compiler(str(blank), root=folder, font_paths=fonts, ignore_system_fonts=True)
        for number in range(rounds + 3):
            # Another copy number each time, so that no two papers are the same.
            copy = replace(stamp, copy=number + 1)
            passed = {
                "empty": timed(press.compile, format="pdf", pdf_standards=["ua-1"], timestamp=number),
                "usual": timed(plan_paper, usual, stamp=copy),
                "long": timed(plan_paper, long, stamp=copy),
            }
            if number >= 3:
                for name, value in passed.items():
                    found[name].append(value)
    return {"times": found, "pages": count, "usual_pages": pages(plan_paper(usual, stamp=stamp).bytes)}


def timed(deed, *values, **named) -> float:
    begun = time.perf_counter()
    deed(*values, **named)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
