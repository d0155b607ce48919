"""Whether words that can be a verdict are one here: ability, refusal, always and never, levels, grades."""

from strongsuit.knowledge.coach.about import CHILD, act, bullet, described, student_acts
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import Scene, Who
from strongsuit.knowledge.wordlists import words

SCHEMING = {
    "doing", "buttons", "button", "push", "get", "gets", "works", "work", "wrong", "better", "rules", "supposed",
    "expected", "adults", "staff", "us", "me", "trouble", "manipulate", "play", "avoid",
}  # fmt: skip
COURSES = {
    "math", "algebra", "geometry", "english", "ela", "science", "biology", "chemistry", "physics", "history", "spanish",
    "class", "classes", "course", "courses", "quarter", "semester", "grade", "grades", "credit", "credits", "regents",
    "exam", "exams", "test", "tests", "quiz", "quizzes", "subject", "subjects", "marking", "period",
}  # fmt: skip
MAY = {"may", "might", "can", "could"}


def verdict(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Cannot" as a verdict: no barrier, support, time to come, health or permission in the sentence."""
    texts = scene.texts
    act = next((text for text in texts[after:] if not text.endswith("ly")), "")
    if act in {"bear", "attend", "afford", "consent", "contact", "locate", "schedule", "verify", "confirm", "obtain"}:
        return False
    can = texts[after - 1] in {"cannot", "can't", "not", "couldn't", "cant", "possibly", "even"}
    if (can and act in words("not_a_skill")) or not words("health_and_rules").isdisjoint(texts):
        return False
    behind = texts[after:]
    if not words("barriers").isdisjoint(texts) or "may not" in " ".join(texts[max(at - 12, 0) : at]):
        return False
    with_help = "but" in behind and "with" in behind[behind.index("but") :]
    return not with_help and not any(
        text in words("opens_a_way") and texts[spot - 1 : spot] != ("even",) and (spot > at or "," in texts[spot:at])
        for spot, text in enumerate(texts)
    )


def refusable(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Not what may rightly be refused, not a heading, not "refused by", "was refused", "may refuse"."""
    near = set(scene.texts[after : after + 4])
    before = scene.text(at - 1)
    if scene.of.context == "goal" and before in {"will", "to"}:
        return False
    if before in MAY or (before == "to" and scene.text(at - 2) in {"right", "free", "option", "how", "allowed"}):
        return False
    if before in words("be") and scene.texts[at].endswith("ed"):
        return False
    return not (near & (words("good_to_refuse") | words("family_rights")) or scene.text(after) in {"by", ":"})


def absolute(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Always or never with something wrong, said of a student; praise and history are left alone."""
    opens = scene.texts[at]
    if opens == "never":
        if {"without", "forget", "forgets", "forgot"} & set(scene.texts[after : after + 7]):
            return False
        if scene.text(at - 1) in {"had", "have", "'ve", "who'd"} and scene.text(after) not in words("good_acts"):
            return False
        act = next((text for text in scene.texts[after : after + 4] if not text.endswith("ly")), "")
        wrong = act in words("good_acts") or stem(act) in words("good_acts")
        return wrong and student_acts(scene, at)
    around = set(scene.texts[max(at - 8, 0) : at]) | set(scene.texts[after : after + 10])
    wrong = any(bad(text) for text in around)
    return wrong and student_acts(scene, at)


def stem(text: str) -> str:
    for end in ("es", "s", "ed", "d", "ing"):
        if text.endswith(end) and text.removesuffix(end) in words("good_acts"):
            return text.removesuffix(end)
    return text


def bad(text: str) -> bool:
    listed = words("bad_acts")
    return text in listed or any(
        text.endswith(end) and text.removesuffix(end) in listed for end in ("s", "es", "ed", "d", "ing")
    )


def never(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Will never" with what one would hope for."""
    act = next((text for text in scene.texts[after : after + 4] if not text.endswith("ly")), "")
    if act in {"forget", "miss", "quit", "leave", "stop", "turn", "lie", "be_late", "want", "tire"}:
        return False
    who, _spot = scene.subject(at)
    return who in CHILD - {Who.NOBODY} or (who is Who.NOBODY and bullet(scene, at))


def hypothesis(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    tested = {"function", "hypothesis", "hypothesized", "hypotheses", "episodes", "abc", "recorded"}
    return not tested & scene.all_words


def labels(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A level of functioning told of a person, not of an app."""
    follows = scene.text(after)
    if follows in words("students") | words("many_students") | words("called_so") or follows in {
        "class",
        "group",
        "room",
        "peers",
    }:
        return True
    who, _spot = scene.subject(at)
    return who in {Who.STUDENT, Who.STUDENTS, Who.NOBODY}


def contrast(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.texts[at] not in {"typical", "regular"} or "disabilities" not in scene.texts


def suffers(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    if scene.subject(at)[0] in {Who.THING, Who.AGENCY, Who.STAFF}:
        return False
    return not {"broken", "play", "character"} & scene.all_words


def know(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Knows exactly what she is doing", and not how long a minute is."""
    if not act(scene, at, after, flags):
        return False
    if not {"exactly", "precisely", "just"} & set(scene.texts[at:after]):
        return True
    near = scene.texts[at : after + 9]
    return not SCHEMING.isdisjoint(near) and not {"learn", "answer", "solve", "spell"} & set(near)


def severity(scene: Scene, hit: Hit, usual: int) -> int:
    """A grade in a course is told softly (language guide 2, failure_framing)."""
    if "coursegrade" in hit.pattern.flags and not COURSES.isdisjoint(scene.texts):
        return 1
    return usual if hit.pattern.severity is None else hit.pattern.severity


def slow(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    spot = scene._before_group(at)
    return bool(set(scene.texts[spot + 1 : at]) & words("be")) and described(scene, after) is None
