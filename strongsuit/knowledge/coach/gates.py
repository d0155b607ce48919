"""Whether a listed expression counts here: whose it is, whether it is said, and whether it is a verdict at all."""

from collections.abc import Callable

from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.scene import OWNERS, Scene, Who
from strongsuit.knowledge.wordlists import words

CHILD = {Who.STUDENT, Who.STUDENTS, Who.OWNED, Who.NOBODY}
FIRST_PERSON = {"i", "i'm", "i've", "i'll", "i'd", "me", "my", "mine", "myself", "we", "us", "our"}
SPEAKING = {
    "said", "says", "say", "told", "tells", "wrote", "writes", "joked", "jokes", "asked", "called", "calls",
    "announced", "signed", "whispered", "shouted",
}  # fmt: skip


def counts(scene: Scene, hit: Hit, joined: bool = False) -> bool:
    """All that the language guide's section 3 asks; what is ``joined`` to a finding is about the same one."""
    flags = hit.pattern.flags
    at, after = scene.index(hit.start), scene.index(hit.end - 1) + 1
    if quoted(scene, hit.start) or _named(scene, at, after, flags):
        return False
    if "said" not in flags and (scene.negated(at) or scene.mentioned(at, after)):
        return False
    if scene.supposed(at) and not (flags >= {"said"} and SUPPOSES & set(scene.texts[at:after])):
        return False
    if hit.pattern.rule in {"vague_behavior_label", "willful_refusal"} and _defined(scene, at, after):
        return False
    if "said" not in flags and scene.ended(after):
        return False
    if _told_by_the_student(scene, at):
        return False
    if "measured" in flags and scene.measured(at):
        return False
    return all(
        GATES[flag](scene, at, after, flags) for flag in flags if flag in GATES and not (joined and flag in ABOUT)
    )


NOTES = {"present_levels", "progress"}
SCHEMING = {
    "doing", "buttons", "button", "push", "get", "gets", "works", "work", "wrong", "better", "rules", "supposed",
    "expected", "adults", "staff", "us", "me", "trouble", "manipulate", "play", "avoid",
}  # fmt: skip
COURSES = {
    "math", "algebra", "geometry", "english", "ela", "science", "biology", "chemistry", "physics", "history", "spanish",
    "class", "classes", "course", "courses", "quarter", "semester", "grade", "grades", "credit", "credits", "regents",
    "exam", "exams", "test", "tests", "quiz", "quizzes", "subject", "subjects", "marking", "period",
}  # fmt: skip
# Conditions that are themselves a verdict: "if he only tried".
SUPPOSES = {"if", "when", "could", "would", "might", "can", "unless"}
MAY = {"may", "might", "can", "could"}


COUNTS_OF = {"log", "count", "data", "tally", "episode", "episodes", "rate", "frequency"}
TESTED = {
    "defined", "definition", "operationally", "scored", "coded", "hypothesis", "hypotheses", "hypothesized", "scatterplot",
    "antecedent", "antecedents",
}  # fmt: skip


def _defined(scene: Scene, at: int, after: int) -> bool:
    """A behavior that is told in acts: "aggression (open-hand hit)", "a tantrum is dropping to the floor"."""
    follows = scene.text(after)
    if follows == "(" or scene.text(after + 1) == "(" and follows in COUNTS_OF or TESTED & scene.all_words:
        return True
    if follows in {"is", "means", ":"} and (
        scene.text(after + 1).endswith("ing") or scene.text(after + 1)[:1].isdigit()
    ):
        return True
    return " ".join(scene.texts[max(at - 4, 0) : at]).startswith(("for data purposes", "for the count"))


def _told_by_the_student(scene: Scene, at: int) -> bool:
    """ "He thinks he cannot draw": the student's own judgment, told on."""
    who, head = scene.subject(at)
    if who is not Who.STUDENT or head < 1 or scene.texts[head] not in {"he", "she", "they"}:
        return False
    verb = head - 1 if scene.texts[head - 1] != "that" else head - 2
    return verb > 0 and scene.texts[verb] in words("speaking") and scene.subject(verb)[0] is Who.STUDENT


def quoted(scene: Scene, start: int) -> bool:
    """Inside quotation marks only what an adult of the school is quoted with counts."""
    quote = scene.of.quote_at(start)
    if quote is None:
        return False
    inside = {token.text for token in scene.tokens if quote[0] <= token.start < quote[1]}
    outside = [at for at, token in enumerate(scene.tokens) if not quote[0] <= token.start < quote[1]]
    texts = [scene.texts[at] for at in outside]
    before = [at for at in outside if scene.tokens[at].start < quote[0]]
    if any(scene.texts[at] in words("mentions") for at in outside):
        return True
    if inside & {"i", "i'm", "i've", "my", "me"} and any(scene.who_at(at) is Who.STUDENT for at in before):
        if not any(scene.texts[at] in words("staff") for at in before):
            return True
    staff = [at for at in outside if scene.who_at(at) is Who.STAFF and not _told_to(scene, at)]
    if staff and (
        set(texts) & words("adult_says") or scene.of.words[quote[0] - 1 : quote[0] + 1].strip().startswith(":")
    ):
        return False
    if inside & FIRST_PERSON:
        return True
    spoken = bool(SPEAKING & set(texts))
    if spoken and any(scene.who_at(at) in {Who.STUDENT, Who.FAMILY} for at in outside):
        return True
    return not (
        {"note", "notes", "narrative", "report", "summary", "log", "interview", "form", "evaluator"} & set(texts)
    )


def _told_to(scene: Scene, at: int) -> bool:
    return bool({"told", "asked", "tells", "to"} & set(scene.texts[max(at - 3, 0) : at]))


def _named(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The name of a test, a law, a diagnosis, or a score."""
    hit_tokens = scene.tokens[at:after]
    begins = (
        at == 0
        or scene.tokens[at - 1].raw in {":", "-", "•", "–", "—", "."}
        or scene.of.words[hit_tokens[0].start - 1 : hit_tokens[0].start] in '"“'
    )
    capital = hit_tokens[0].raw[:1].isupper() and not hit_tokens[0].raw.isupper()
    follows = scene.text(after)
    if capital and not begins and not scene.capitals and "name" not in flags:
        return True
    if follows in words("titles") or scene.text(after + 1) in {"disorder", "scale", "subscale", "index"}:
        return "said" not in flags
    return "score" not in flags and follows in {"t", "ss"} and scene.text(after + 1)[:1].isdigit()


def _act(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The student, or a note without a subject, does it."""
    if scene.text(at - 1) in {"the", "a", "an", "each", "every", "any", "my", "our"}:
        # "The struggle on the video", "since the stall": no verb.
        return False
    who, _spot = scene.subject(at)
    if who is Who.NOBODY:
        return _bullet(scene, at)
    return who in {Who.STUDENT, Who.STUDENTS}


def _bullet(scene: Scene, at: int) -> bool:
    """A note without a subject is about the student where notes are about one; elsewhere only if the sentence is."""
    if scene.of.context in NOTES or not scene.before_colon(at).isdisjoint(words("notes")):
        return True
    return any(scene.who_at(spot) in {Who.STUDENT, Who.STUDENTS} for spot in range(len(scene.tokens)))


def _being(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The student is like that, or somebody or something of the student is called so."""
    head = _described(scene, after)
    if head is not None:
        who = scene.who_at(head)
        if who in {Who.STUDENT, Who.STUDENTS}:
            return True
        if scene.texts[head] in words("called_so"):
            if scene.text(head + 1) == "of" and scene.text(head + 2) in {"my", "our", "your"}:
                return False
            return _whose(scene, at) in CHILD
        if who is not None or scene.texts[head] in words("works"):
            return False
        return scene.texts[head] in words("skill_words") and _owned_near(scene, at)
    who, _spot = scene.subject(at)
    if who is Who.NOBODY:
        return _bullet(scene, at)
    return who in CHILD


def _described(scene: Scene, after: int) -> int | None:
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
    stops = words("after_predicate") | words("prepositions") | words("verb_group") | words("determiners")
    return None if text in stops else spot


def _owned_near(scene: Scene, at: int) -> bool:
    return any(scene.owner_at(spot) in {Who.STUDENT, Who.STUDENTS} for spot in range(at - 1, max(at - 4, -1), -1))


def _whose(scene: Scene, at: int) -> Who:
    """Whose a thing named at ``at`` is: by a possessive before it, "of" behind it, or the one who has or shows it."""
    for spot in range(at - 1, max(at - 5, -1), -1):
        owner = scene.owner_at(spot)
        if owner is not None:
            return owner
        if scene.texts[spot] in words("prepositions") or not scene.tokens[spot].is_word:
            break
    return _haver(scene, at)


def _haver(scene: Scene, at: int) -> Who:
    for spot in range(at - 1, -1, -1):
        if scene.texts[spot] in words("having") or scene.texts[spot] in words("be"):
            who, head = scene.subject(spot)
            if who is not Who.THING or scene.text(head) not in {"there", "it"}:
                return who
            break
    for spot in range(at - 1, -1, -1):
        if scene.texts[spot] in {":", ";"}:
            break
        found = scene.who_at(spot)
        if found is not None and not scene._in_preposition(spot, 0):
            return found
    for spot in range(at, len(scene.tokens)):
        found = scene.who_at(spot)
        if found in {Who.STUDENT, Who.STUDENTS}:
            return found
    return Who.NOBODY


def _having(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """It is the student's: "his outbursts", "shows deficits in"."""
    who = _whose(scene, at)
    if who is Who.NOBODY:
        return _bullet(scene, at)
    return who in CHILD


def _soft(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A particular student: named, meant by a pronoun, or the one a note is about."""
    if scene.of.context in {"present_levels", "progress", "goal"}:
        plural = any(scene.texts[spot] in words("many_students") for spot in range(at)) and not _somebody(scene, at)
        return not plural
    return _somebody(scene, at, len(scene.tokens))


def _somebody(scene: Scene, until: int, further: int = 0) -> bool:
    return any(
        scene.who_at(spot) is Who.STUDENT or scene.texts[spot] in OWNERS - {"their"}
        for spot in range(max(until, further))
    )


def _kin(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """The family does it."""
    who, _spot = scene.subject(at)
    if who is Who.FAMILY:
        return True
    return who in {Who.NOBODY, Who.STUDENT, Who.STUDENTS} and any(
        text.removesuffix("'s") in words("family") for text in scene.texts[:at]
    )


def _verdict(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
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


def _refusable(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
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


def _absolute(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Always or never with something wrong, said of a student; praise and history are left alone."""
    opens = scene.texts[at]
    if opens == "never":
        if scene.text(at - 1) in {"had", "have", "'ve", "who'd"} and scene.text(after) not in words("good_acts"):
            return False
        act = next((text for text in scene.texts[after : after + 4] if not text.endswith("ly")), "")
        wrong = act in words("good_acts") or _stem(act) in words("good_acts")
        return wrong and _student_acts(scene, at)
    around = set(scene.texts[max(at - 8, 0) : at]) | set(scene.texts[after : after + 10])
    wrong = any(_bad(text) for text in around)
    return wrong and _student_acts(scene, at)


def _stem(text: str) -> str:
    for end in ("es", "s", "ed", "d", "ing"):
        if text.endswith(end) and text.removesuffix(end) in words("good_acts"):
            return text.removesuffix(end)
    return text


def _bad(text: str) -> bool:
    listed = words("bad_acts")
    return text in listed or any(
        text.endswith(end) and text.removesuffix(end) in listed for end in ("s", "es", "ed", "d", "ing")
    )


def _student_acts(scene: Scene, at: int) -> bool:
    who, _spot = scene.subject(at)
    if who in {Who.STUDENT, Who.STUDENTS, Who.OWNED}:
        return True
    if who in {Who.SPEAKER, Who.STAFF, Who.AGENCY}:
        return False
    if who is Who.THING and scene.texts[max(_spot, 0)] not in words("skill_words") | {"it"}:
        return any(scene.texts[spot] in OWNERS for spot in range(len(scene.tokens)))
    return any(scene.who_at(spot) in {Who.STUDENT, Who.STUDENTS} for spot in range(len(scene.tokens))) or _bullet(
        scene, at
    )


def _never(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Will never" with what one would hope for."""
    act = next((text for text in scene.texts[after : after + 4] if not text.endswith("ly")), "")
    if act in {"forget", "miss", "quit", "leave", "stop", "turn", "lie", "be_late", "want", "tire"}:
        return False
    who, _spot = scene.subject(at)
    return who in CHILD - {Who.NOBODY} or (who is Who.NOBODY and _bullet(scene, at))


def _hypothesis(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    tested = {"function", "hypothesis", "hypothesized", "hypotheses", "episodes", "abc", "recorded"}
    return not tested & scene.all_words


def _labels(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
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


def _burden(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    who, _spot = scene.subject(at)
    return who in {Who.STUDENT, Who.STUDENTS, Who.OWNED, Who.NOBODY}


def _contrast(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.texts[at] not in {"typical", "regular"} or "disabilities" not in scene.texts


def _victim(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.subject(at)[0] in {Who.STUDENT, Who.STUDENTS, Who.NOBODY}


def _suffers(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return not {"broken", "play", "character"} & scene.all_words


def _know(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """ "Knows exactly what she is doing", and not how long a minute is."""
    if not _act(scene, at, after, flags):
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


def _near(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """Somebody it can be about stands in the sentence, or nobody in a note about one student."""
    if scene.of.context in NOTES and not any(scene.who_at(spot) for spot in range(len(scene.tokens))):
        return True
    return any(
        scene.who_at(spot) in {Who.STUDENT, Who.STUDENTS} or scene.texts[spot] in OWNERS
        for spot in range(len(scene.tokens))
    )


def _named_so(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A person is said to be it: "he is a runner", but neither "on the team" nor "the behavior plan"."""
    follows = scene.text(after)
    if (
        follows in {"on", "plan", "plans", "team", "chart", "log", "specialist", "support", "management", "in"}
        and follows != "in"
    ):
        return False
    head = _described(scene, after)
    if head is not None and scene.who_at(head) is None and scene.texts[head] not in words("called_so"):
        return False
    spot = scene._before_group(at)
    between = set(scene.texts[spot + 1 : at])
    who, _spot = scene.subject(at)
    if who is Who.NOBODY:
        return at == 0 and scene.text(at) not in {"behavior"} or scene.text(at - 1) in {":", "-", "•"}
    if scene.text(at) in {"our", "another", "resident"} and who in {Who.STAFF, Who.SPEAKER, Who.THING}:
        return True
    shortened = scene.text(spot).endswith(("'s", "'re"))
    if who in {Who.STAFF, Who.SPEAKER} and scene.text(at - 1) in {"have", "have_got", "got", "has"}:
        return True
    return who in {Who.STUDENT, Who.STUDENTS} and (
        bool(between & words("be")) or shortened or scene.text(at - 1) in {"as", "becomes", "become"}
    )


def _group(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    return scene.text(after) not in {
        "lady",
        "plan",
        "plans",
        "meeting",
        "meetings",
        "teacher",
        "room",
        "law",
        "act",
        "team",
        "office",
        "coordinator",
        "process",
        "form",
        "goals",
        "goal",
        "services",
        "staff",
        "classroom",
        "is",
        "says",
    } or (  # fmt: skip
        scene.text(after) in {"is", "says"} and scene.texts[after - 1] in words("many_students")
    )


def _slow(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    spot = scene._before_group(at)
    return bool(set(scene.texts[spot + 1 : at]) & words("be")) and _described(scene, after) is None


def _skill_is(scene: Scene, at: int, after: int, flags: frozenset[str]) -> bool:
    """A skill of the student is called so: "bilateral coordination is weak", "her eye contact was poor"."""
    spot = scene._before_group(at)
    if not set(scene.texts[spot + 1 : at]) & words("be") or _described(scene, after) is not None:
        return False
    who, head = scene.subject(at)
    pair = " ".join(scene.texts[max(head - 1, 0) : head + 1])
    return who in {Who.OWNED, Who.STUDENT} or scene.text(head) in words("skill_words") or pair in words("skill_words")


# Who it is about has been settled by what it is joined to.
ABOUT = {"act", "being", "having", "kin", "burden", "skill", "lacking", "idn"}
GATES: dict[str, Callable[[Scene, int, int, frozenset[str]], bool]] = {
    "act": _act, "being": _being, "having": _having, "soft": _soft, "kin": _kin, "verdict": _verdict,
    "refusable": _refusable, "absolute": _absolute, "never": _never, "hypothesis": _hypothesis, "labels": _labels,
    "burden": _burden, "costs": _burden, "contrast": _contrast, "victims": _victim, "suffers": _suffers, "know": _know,
    "kindenial": _kin,
    "lacking": _act, "skill": _having, "real": _near, "wasted": _near, "dream": _near, "asgood": _near,
    "slowalone": _slow, "lowalone": _slow, "skillis": _skill_is,
    "idn": _named_so, "idgroup": _group,
}  # fmt: skip
