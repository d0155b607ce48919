"""Whether somebody is called something by a listed word, and not what stands beside it: a plan, a thing, a time."""

from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import STUDENTS, Who
from strongsuit.knowledge.wordlists import words


def described(scene: Scene, after: int) -> int | None:
    """The noun that an adjective stands before, if it stands before one."""
    spot = after
    while scene.text(spot) in words("between_adjectives") or (
        scene.text(spot).endswith("ly") and spot < len(scene.tokens)
    ):
        spot += 1
    if spot >= len(scene.tokens) or not scene.tokens[spot].is_word:
        return None
    text = scene.texts[spot]
    if text[0].isdigit():
        return None
    stops = words("after_predicate", "prepositions", "verb_group", "determiners")
    return None if text in stops else spot


def called(scene: Scene, head: int) -> bool:
    """Somebody is meant by one of the next words: "twelfth grader", "seniors", "speech"."""
    known = words("students", "many_students", "called_so", "skill_words", "calling.persons")
    return any(
        scene.who_at(spot) is not None or scene.texts[spot] in known or scene.texts[spot].removesuffix("s") in known
        for spot in range(head, min(head + 2, len(scene.tokens)))
    )


def person(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Said of somebody: neither "our dog is a biter" nor "a crippled ship" nor "the slow learner setting"."""
    follows = scene.text(after)
    if follows in words("calling.things") or follows in words("works") and scene.who_at(after) is None:
        return False
    head = described(scene, after)
    adjective = after - at == 1 and scene.texts[at].endswith("ed")
    if head is not None and adjective and not called(scene, head):
        return False
    spot = at - 1
    if scene.texts[at] in words("be"):
        spot = at
    while spot > 0 and (scene.texts[spot] in words("determiners") or scene.texts[spot].endswith("ly")):
        spot -= 1
    if spot > 0 and scene.texts[spot] in words("be"):
        who, subject = scene.subject(spot)
        return who not in {Who.THING, Who.AGENCY} or scene.text(subject) in words("calling.it")
    return True


def named_so(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A person is said to be it: "he is a runner", but neither "on the team" nor "the behavior plan"."""
    follows = scene.text(after)
    if follows in words("calling.plans") and follows != "in":
        return False
    head = described(scene, after)
    if head is not None and scene.who_at(head) is None and scene.texts[head] not in words("called_so"):
        return False
    spot = scene.before_group(at)
    between = set(scene.texts[spot + 1 : at])
    who, _spot = scene.subject(at)
    if who is Who.NOBODY:
        return at == 0 and scene.text(at) not in {"behavior"} or scene.text(at - 1) in {":", "-", "•"}
    if scene.text(at - 1) == "," and follows == "who":
        # "I teach a boy in another building, a bully who".
        return True
    if scene.text(at) in words("calling.one_of") and who in {Who.STAFF, Who.SPEAKER, Who.THING}:
        return True
    shortened = scene.text(spot).endswith(("'s", "'re"))
    if who in {Who.STAFF, Who.SPEAKER} and scene.text(at - 1) in words("calling.got"):
        return True
    return who in STUDENTS and (bool(between & words("be")) or shortened or scene.text(at - 1) in words("calling.as"))


def group(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.text(after) not in words("calling.offices") or (  # fmt: skip
        scene.text(after) in words("calling.says") and scene.texts[after - 1] in words("many_students")
    )


def skill_is(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A skill of the student is called so: "bilateral coordination is weak", "her eye contact was poor"."""
    spot = scene.before_group(at)
    if not set(scene.texts[spot + 1 : at]) & words("be") or described(scene, after) is not None:
        return False
    who, head = scene.subject(at)
    pair = " ".join(scene.texts[max(head - 1, 0) : head + 1])
    return who in {Who.OWNED, Who.STUDENT} or scene.text(head) in words("skill_words") or pair in words("skill_words")


def whom(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "A struggle for him", not "the struggle for the vote"."""
    return any(
        scene.who_at(spot) in STUDENTS or scene.owner_at(spot) is not None or scene.is_name(spot)
        for spot in range(at, after)
    )


def opening(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A note that begins with it."""
    return at == 0 or scene.text(at - 1) in words("be") | {":", "-", "•"}


def bare(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Trouble with fractions", not "the trouble began"."""
    return after - at > 1 or scene.text(at - 1) != "the"
