"""Whether words that can be a verdict are one here: ability, refusal, always and never, levels, grades."""

from strongsuit.knowledge.coach.about import CHILD, act, bullet, called, described, near, student_acts
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import phrases, words


def verdict(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Cannot" as a verdict: no barrier, support, time to come, health or permission in the sentence."""
    texts = scene.texts
    act = next((text for text in texts[after:] if not text.endswith("ly")), "")
    if act in words("refusing.arrangements"):
        return False
    can = texts[after - 1] in words("refusing.cannot")
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
    if scene.of.context == "goal" and before in words("refusing.aims"):
        return False
    if before in words("refusing.may") or (before == "to" and scene.text(at - 2) in words("refusing.free")):
        return False
    if before in words("be") and scene.texts[at].endswith("ed"):
        return False
    return not (near & (words("good_to_refuse", "family_rights")) or scene.text(after) in words("refusing.by"))


def absolute(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Always or never with something wrong, said of a student; praise and history are left alone."""
    opens = scene.texts[at]
    if opens == "never":
        if at == 0 and scene.text(after) in words("complaining.told_not_to"):
            return False
        if words("complaining.never_without") & set(scene.texts[after : after + 7]):
            return False
        if scene.text(at - 1) in words("complaining.had_never") and scene.text(after) not in words("good_acts"):
            return False
        act = next((text for text in scene.texts[after : after + 4] if not text.endswith("ly")), "")
        wrong = act in words("good_acts") or stem(act) in words("good_acts")
        return wrong and student_acts(scene, at)
    behind = scene.texts[after : after + 10]
    if stem(scene.text(after)) in words("complaining.good_always"):
        # "Always asks for help when he is stuck".
        behind = behind[: next((spot for spot, text in enumerate(behind) if text in words("complaining.whenever")), 10)]
    # "Never forgets a birthday and always saves a seat".
    before = {text for spot, text in enumerate(scene.texts[:at]) if spot >= at - 8 and scene.text(spot - 1) != "never"}
    around = before | set(behind)
    wrong = any(bad(text) for text in around) or bool(
        phrases("complaining.out_of").intersection(zip(behind, behind[1:], behind[3:], strict=False))
    )
    if opens == "every" and any(spot < at and who is Who.STUDENT for spot, who in scene.people):
        # "Maya put up a fight every time".
        return wrong
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
    if scene.texts[after : after + 2] in phrases("complaining.never_well"):
        return False
    if act in words("complaining.good_never"):
        return False
    who, _spot = scene.subject(at)
    return who in CHILD - {Who.NOBODY} or (who is Who.NOBODY and bullet(scene, at))


def hypothesis(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return not scene.holds("scheming.tested")


def labels(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A level of functioning told of a person, not of an app."""
    follows = scene.text(after)
    if follows in words("students", "many_students", "called_so") or follows in words("calling.groups"):
        return True
    head = described(scene, after)
    if head is not None and not follows.startswith(("aut", "asd", "asp", "sp")):
        return called(scene, head)
    who, _spot = scene.subject(at)
    return who in {Who.STUDENT, Who.STUDENTS, Who.NOBODY}


def contrast(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.texts[at] not in words("calling.usual") or "disabilities" not in scene.texts


def suffers(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    if scene.subject(at)[0] in {Who.THING, Who.AGENCY, Who.STAFF}:
        return False
    return not scene.holds("calling.played")


def know(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Knows exactly what she is doing", and not how long a minute is."""
    if not act(scene, at, after, flags):
        return False
    if not words("scheming.exactly") & set(scene.texts[at:after]):
        return True
    near = scene.texts[at : after + 9]
    return not words("scheming.signs").isdisjoint(near) and not words("scheming.learning") & set(near)


def severity(scene: Scene, hit: Hit, usual: int) -> int:
    """A grade in a course is told softly (language guide 2, failure_framing)."""
    if "coursegrade" in hit.pattern.flags and not words("courses").isdisjoint(scene.texts):
        return 1
    return usual if hit.pattern.severity is None else hit.pattern.severity


def slow(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    spot = scene.before_group(at)
    return bool(set(scene.texts[spot + 1 : at]) & words("be")) and described(scene, after) is None


def placed(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Behind in a skill, and not in a line."""
    return scene.text(at - 1) not in words("placing.standing") and scene.text(after + 1) not in words("placing.lines")


def wilful(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Deliberately chose blue" says no more than that it was chosen; "deliberately chose to spill" does."""
    acts = [
        spot for spot in range(at, min(after + 1, len(scene.tokens))) if scene.texts[spot] in words("scheming.harmless")
    ]
    if not acts:
        return True
    behind = scene.texts[acts[0] + 1 : acts[0] + 9]
    return behind[:1] in {("to",), ("not",)} or any(bad(text) for text in behind)


def purpose(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "He did it on purpose", and not "the bell is loud on purpose"."""
    who, head = scene.subject(at)
    if who in {Who.THING, Who.AGENCY, Who.STAFF} and scene.text(head) not in words("scheming.it"):
        return False
    return near(scene, at, after, flags)


def unasked(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Who asks for attention says so."""
    return scene.text(at - 1) not in words("scheming.asking")


def main(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Not the time of something else: "asks for help when he is stuck"."""
    return not words("complaining.at_times") & set(scene.texts[max(at - 3, 0) : at])
