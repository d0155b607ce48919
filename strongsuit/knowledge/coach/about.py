"""Whom a listed expression is about: the student who acts or is described, the one whose something is, the family."""

from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import words

CHILD = {Who.STUDENT, Who.STUDENTS, Who.OWNED, Who.NOBODY}
STUDENTS = {Who.STUDENT, Who.STUDENTS}
NOTES = {"present_levels", "progress"}


def act(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The student, or a note without a subject, does it."""
    if scene.text(at - 1) in words("whose.no_verb"):
        # "The struggle on the video", "since the stall": no verb.
        return False
    who, _spot = scene.subject(at)
    if who is Who.NOBODY:
        return bullet(scene, at)
    return who in STUDENTS


def bullet(scene: Scene, at: int) -> bool:
    """A note without a subject is about the student where notes are about one; elsewhere only if the sentence is."""
    if scene.of.context in NOTES or not scene.before_colon(at).isdisjoint(words("notes")):
        return True
    return any(who in STUDENTS for _spot, who in scene.people)


def being(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The student is like that, or somebody or something of the student is called so."""
    if scene.text(at - 1) in words("whose.orders") and scene.text(after) in words("whose.articles"):
        # "If it is loud, dim the lights": an order.
        return False
    head = described(scene, after)
    if head is not None:
        who = scene.who_at(head)
        if who in STUDENTS or scene.texts[head].endswith(("-year-old", "-year-olds", "-grader", "-graders")):
            return True
        if scene.texts[head] in words("called_so"):
            if scene.text(head + 1) == "of" and scene.text(head + 2) in words("whose.speakers"):
                return False
            return whose(scene, at) in CHILD
        if who is not None or scene.texts[head] in words("works"):
            return False
        return scene.texts[head] in words("skill_words") and owned_near(scene, at)
    if scene.text(at - 1) in words("whose.topics"):
        # "Ask Umar about rigid and semi-rigid airships".
        return False
    who, spot = scene.subject(at)
    if who is Who.NOBODY:
        return bullet(scene, at)
    return who in CHILD or (who is Who.STAFF and _told_of(scene, spot, at))


def _told_of(scene: Scene, teller: int, at: int) -> bool:
    """ "Teachers describe Inés as talkative, careless"."""
    says = next((spot for spot in range(teller + 1, at) if scene.texts[spot] in words("describing")), at)
    return any(says < spot < at and who is Who.STUDENT for spot, who in scene.people)


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


def owned_near(scene: Scene, at: int) -> bool:
    return any(scene.owner_at(spot) in STUDENTS for spot in range(at - 1, max(at - 4, -1), -1))


def whose(scene: Scene, at: int) -> Who:
    """Whose a thing named at ``at`` is: by a possessive before it, "of" behind it, or the one who has or shows it."""
    for spot in range(at - 1, max(at - 5, -1), -1):
        owner = scene.owner_at(spot)
        if owner is not None:
            return owner
        # "His mother has difficulty": the one who has it stands before the verb.
        if scene.texts[spot] in words("prepositions", "having") or not scene.tokens[spot].is_word:
            break
    return haver(scene, at)


def haver(scene: Scene, at: int) -> Who:
    # "Was sent home after an outburst": who is sent home stands elsewhere.
    aside = scene.text(at - 1) in words("whose.behind")
    for spot in range(at - 1, -1, -1) if not aside else ():
        if scene.texts[spot] in words("having") or scene.texts[spot] in words("be"):
            who, head = scene.subject(spot)
            if who is not Who.THING or scene.text(head) not in words("whose.there"):
                return who
            break
    for spot in range(at - 1, -1, -1):
        if scene.texts[spot] in {":", ";"}:
            break
        found = scene.who_at(spot)
        if found is Who.STAFF and scene.text(spot + 1) in words("reporting", "describing"):
            continue
        if found is not None and not scene.in_preposition(spot, 0):
            return found
    for spot in range(at, len(scene.tokens)):
        found = scene.who_at(spot)
        if found in STUDENTS:
            return found
    return Who.NOBODY


def having(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """It is the student's: "his outbursts", "shows deficits in"."""
    if scene.text(after) == "of" and _others(scene, after):
        return False
    if (
        scene.text(after) == "on"
        and scene.text(after + 1) in words("pronouns.owners")
        and scene.text(after + 2) == "part"
    ):
        return True
    who = whose(scene, at)
    if who is Who.NOBODY:
        return bullet(scene, at)
    return who in CHILD


def _others(scene: Scene, of: int) -> bool:
    """ "The resistance of one administrator": somebody else's."""
    near = range(of + 1, min(of + 4, len(scene.tokens)))
    last = of + 2
    own = scene.texts[of - 1] in words("whose.lacks")
    if (
        own
        and scene.text(of + 1) in words("whose.articles")
        and scene.text(last)[:1].isalpha()
        and scene.who_at(last) is None
    ):
        # "The handicap of the golfer".
        return scene.texts[last] not in words("skill_words", "called_so", "skill_areas")
    return any(scene.who_at(spot) in {Who.STAFF, Who.AGENCY} for spot in near)


def soft(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A particular student: named, meant by a pronoun, or the one a note is about."""
    if scene.of.context in {"present_levels", "progress", "goal"}:
        plural = any(scene.texts[spot] in words("many_students") for spot in range(at)) and not somebody(scene, at)
        return not plural
    return somebody(scene, at, len(scene.tokens))


def somebody(scene: Scene, until: int, further: int = 0) -> bool:
    return any(
        scene.who_at(spot) is Who.STUDENT or scene.texts[spot] in words("pronouns.owners") - words("pronouns.their")
        for spot in range(max(until, further))
    )


def kin(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The family does it, and no law is told of."""
    if scene.holds("whose.laws"):
        return False
    who, _spot = scene.subject(at)
    if who is Who.FAMILY:
        return True
    return who in {Who.NOBODY, Who.STUDENT, Who.STUDENTS} and any(
        text.removesuffix("'s") in words("family") for text in scene.texts[:at]
    )


def student_acts(scene: Scene, at: int) -> bool:
    who, _spot = scene.subject(at)
    if who in {Who.STUDENT, Who.STUDENTS, Who.OWNED}:
        return True
    if who in {Who.SPEAKER, Who.STAFF, Who.AGENCY}:
        return False
    if who is Who.THING and scene.texts[max(_spot, 0)] not in words("skill_words") | {"it"}:
        # "Arrives unwashed all the time": a note without a subject.
        return scene.holds("pronouns.owners") or scene.of.context in NOTES and scene.opens_with_verb(0)
    return any(who in STUDENTS for _spot, who in scene.people) or bullet(scene, at)


def burden(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    who, _spot = scene.subject(at)
    return who in {Who.STUDENT, Who.STUDENTS, Who.OWNED, Who.NOBODY}


def victim(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.subject(at)[0] in {Who.STUDENT, Who.STUDENTS, Who.NOBODY}


def near(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Somebody it can be about stands in the sentence, or nobody in a note about one student."""
    about_one = scene.of.context in NOTES or scene.topic is Who.STUDENT
    others = {Who.FAMILY, Who.STAFF, Who.AGENCY}
    if about_one and not any(who in others for _spot, who in scene.people):
        return True
    return any(who in STUDENTS for _spot, who in scene.people) or scene.holds("pronouns.owners")


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


def called(scene: Scene, head: int) -> bool:
    """Somebody is meant by one of the next words: "twelfth grader", "seniors", "speech"."""
    known = words("students", "many_students", "called_so", "skill_words", "calling.persons")
    return any(
        scene.who_at(spot) is not None or scene.texts[spot] in known or scene.texts[spot].removesuffix("s") in known
        for spot in range(head, min(head + 2, len(scene.tokens)))
    )


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
