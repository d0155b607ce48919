"""Learns the coach's second opinion from the open trials and the word lists, and writes its weights.

Run: python -m bench.learn (about two minutes); the same trials and lists give the same file.
"""

import hashlib
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle

from bench import learn_goals
from bench.trials import TRIALS, sentences
from strongsuit.knowledge.coach import second_opinion
from strongsuit.knowledge.coach.learning import learn
from strongsuit.knowledge.coach.patterns import FOLDER, patterns
from strongsuit.knowledge.coach.review import rules
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.text import read
from strongsuit.knowledge.coach.weights import AROUND, FILE, LETTERS, PLACE_LETTERS
from strongsuit.knowledge.lessons import LESSONS
from strongsuit.knowledge.lessons.students import STUDENTS
from strongsuit.knowledge.wordlists import words

# The least weighted sum that speaks, and the least where a rule knows an expression and takes it for harmless: chosen
# on sentences it had not seen.
SPEAKS, SURELY = 1.6, 2.5
LEAST, LEAST_OF_KIND, LEAST_OF_PLACE = 0.15, 0.2, 0.15
# Letters tell less than words, and the words around less than those that are marked.
FAINTER = {LETTERS: 0.6}
FAINTER_OF_PLACE = {PLACE_LETTERS: 0.5}
FAINTER_OF_KIND = {LETTERS: 0.4, AROUND: 0.5}
EXAMPLES_OF_A_PATTERN = 5
EPOCHS_OF_KINDS = 8
LEAST_OFFERED = 12
FRAMES, BLANK = ("Maya {}.", "Maya is {}.", "His {}."), re.compile("[{}]|_+")


def lists() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def labelled() -> Iterator[tuple[Scene, list]]:
    for context, text, spans in sentences(held=False):
        for scene in scenes(read(text, context, ())):
            if scene.tokens:
                begin, end = scene.tokens[0].start, scene.tokens[-1].end
                yield scene, [span for span in spans if span.start < end and begin < span.end]


def of_patterns() -> Iterator[tuple[list[str], str]]:
    """Words that the lists speak of, with their category; a new line changes nothing of what the others give."""
    for name in lists():
        for pattern in patterns(name):
            chance = random.Random(pattern.source)  # noqa: S311  # examples are no secret
            made = sorted({pattern.example(chance) for _ in range(EXAMPLES_OF_A_PATTERN)})
            yield from ((words.split(), name) for words in made)


def taught() -> Iterator[str]:
    """What the lessons show as good writing, and say themselves."""
    for lesson in LESSONS:
        yield from (
            lesson.title,
            lesson.lead,
            *lesson.idea,
            lesson.contrast.after,
            lesson.contrast.why,
            *lesson.learned,
        )
        for task in lesson.tasks:
            yield from (task.model, task.ask, task.model_why, *task.notes)
    for student in STUDENTS:
        yield from (*student.data, *(item.words for item in student.items))


def right_as_it_stands() -> Iterator[tuple[Scene, list]]:
    """The lessons' own words, the near misses of the rules, and what the lists offer in place of blame."""
    offered = sorted({said for name in lists() for pattern in patterns(name) for said in pattern.reframes})
    told = [BLANK.sub(" ", said) for said in offered if len(said) > LEAST_OFFERED]
    known = (said for rule in rules() for said in getattr(rule, "LEFT_ALONE", ()))
    for text in [*taught(), *known, *(frame.format(said) for frame, said in zip(cycle(FRAMES), told, strict=False))]:
        yield from ((scene, []) for scene in scenes(read(text, "present_levels", ())) if scene.tokens)


def to_mend() -> Iterator[Scene]:
    """What the lessons give to mend: blame, and nobody says where in the sentence."""
    drafts = (task.draft for lesson in LESSONS for task in lesson.tasks if task.raises)
    return (scene for draft in drafts for scene in scenes(read(draft, "present_levels", ())) if scene.tokens)


def signs(scene: Scene) -> tuple[dict[str, tuple[int, ...]], list[str], int]:
    """The signs of its words with their places, all signs of the sentence, and how many words it has."""
    said = second_opinion.shown(scene)
    found = second_opinion.signs(said)
    return found, [*found, *second_opinion.people(scene), *second_opinion.spelled(said)], len(said)


def examples() -> tuple[list, list, list]:
    """For blame and for each word's place: signs, length and whether; for kinds: signs, length and the category."""
    blame, kinds, places = [], [], []
    for scene in to_mend():
        _found, whole, length = signs(scene)
        blame.append((whole, length, True))
    for scene, spans in [*labelled(), *right_as_it_stands()]:
        said = second_opinion.shown(scene)
        found, whole, length = signs(scene)
        blame.append((whole, length, bool(spans)))
        for span in spans:
            inside = [at for at, token in enumerate(scene.tokens) if token.start < span.end and span.start < token.end]
            if inside:
                near = [sign for sign, at in found.items() if at[0] <= inside[-1] and inside[0] <= at[-1]]
                spelled = second_opinion.spelled(said[at] for at in inside)
                around = [*second_opinion.people(scene), *(AROUND + sign for sign in found)]
                kinds.append(([*near, *spelled, *around], len(inside), span.category))
        for at, token in enumerate(scene.tokens if spans else ()):
            is_marked = any(span.start < token.end and token.start < span.end for span in spans)
            places.append((list(second_opinion.beside(said, at)), 1, is_marked))
    alike = words("pronouns.alike")
    for said, category in of_patterns():
        shown = [second_opinion.HE if word in alike else word for word in said]
        kinds.append(([*second_opinion.signs(shown), *second_opinion.spelled(shown)], len(said), category))
    return blame, kinds, places


def source() -> str:
    """What the weights were learned from, as a checksum."""
    whole = hashlib.sha256()
    for path in [*sorted(TRIALS.glob("*.txt")), *sorted(FOLDER.glob("*.txt"))]:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def table() -> Iterator[str]:
    blame_rows, kind_rows, place_rows = examples()
    categories = sorted({category for _signs, _length, category in kind_rows})
    blame = learn(blame_rows, LEAST, fainter=FAINTER)
    kinds = defaultdict(list)
    for kind, name in enumerate(categories):
        rows = ((found, length, category == name) for found, length, category in kind_rows)
        for sign, weight in learn(rows, LEAST_OF_KIND, EPOCHS_OF_KINDS, FAINTER_OF_KIND).items():
            kinds[sign].append(f"{kind}:{weight:.1f}")
    yield f"# {SPEAKS} {SURELY} {' '.join(categories)}"
    yield "# Learned by python -m bench.learn, not by hand. Sign, weight, weight for each category by number."
    yield f"# From {source()}"
    places = learn(place_rows, LEAST_OF_PLACE, EPOCHS_OF_KINDS, FAINTER_OF_PLACE)
    kept = {sign: f"{weight:.2f}" for sign, weight in (blame | places).items()}
    for sign in sorted(kept.keys() | kinds.keys()):
        yield f"{sign}\t{kept.get(sign, '')}\t{' '.join(kinds.get(sign, ()))}"


def main() -> None:
    for file, rows in ((learn_goals.second_opinion.FILE, learn_goals.table()), (FILE, table())):
        lines = list(rows)
        file.write_text("\n".join([*lines, ""]), encoding="utf-8")
        sys.stdout.write(f"{file.parent.name}/{file.name}: {len(lines)} lines\n")


if __name__ == "__main__":
    main()
