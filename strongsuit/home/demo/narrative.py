"""The narrative sections of a plan, put together from the demo's words."""

from datetime import date
from random import Random

from strongsuit.home.demo.families import Child
from strongsuit.home.demo.library import library
from strongsuit.home.demo.parts import AWAY, LANGUAGES
from strongsuit.home.demo.voices import Voice
from strongsuit.knowledge.terms import Section

TRANSITION_AGE = 15


def sections(rng: Random, child: Child, voice: Voice, *, kinds: list[str], on: date, ends: date) -> dict[Section, str]:
    words, called = library().sections, child.given
    values = {
        "name": called, "adult": child.adult.name, "topic": voice.topic, "mine": child.strands[0].mine,
        "language": LANGUAGES[child.language], "evaluated": f"{child.evaluated:%B %Y}",
    }  # fmt: skip
    values["hope"] = rng.choice(words["parent_concerns"]["hopes"]).format(**values)
    values["worry"] = rng.choice(words["parent_concerns"]["worries"]).format(**values)
    values["finding"] = words["findings"][child.part.disability]
    older = ends >= child.birth.replace(year=child.birth.year + TRANSITION_AGE, day=min(child.birth.day, 28))
    wheels = child.part.disability in {"MD", "OI"}
    found = {
        Section.VISION: rng.choice(words["vision"]["texts"]),
        Section.PARENT_CONCERNS: rng.choice(words["parent_concerns"]["texts"]),
        Section.EVALUATION: words["evaluation"]["text"],
        Section.EFFECT: words["effect"][child.part.disability],
        Section.MANAGEMENT: rng.choice(words["management"]["texts"]),
        Section.TRANSITION: rng.choice(words["transition"]["texts"]) if older else "",
        Section.PROGRESS: words["progress"]["text"],
        Section.PARTICIPATION: participation(kinds),
        Section.TESTING: words["testing"]["alternate" if child.alternate else "text"],
        Section.EXTENDED_YEAR: words["extended_year"]["yes" if child.part.disability in {"MD", "DB"} else "no"],
        Section.TRANSPORTATION: words["transportation"]["yes" if wheels else "none"],
        Section.PERSONNEL: rng.choice(words["personnel"]["texts"]),
    }
    return {section: text.format(**values) if "{" in text else text for section, text in found.items()}


def participation(kinds: list[str]) -> str:
    words = library().sections["participation"]
    if "special_class" in kinds:
        return str(words["special"])
    away = [AWAY[kind] for kind in kinds if kind in AWAY]
    listed = " and ".join(filter(None, [", ".join(away[:-1]), *away[-1:]]))
    return str(words["away"]).replace("{away}", listed) if away else str(words["full"])
