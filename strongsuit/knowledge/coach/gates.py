"""Whether a listed expression counts here: whose it is, whether it is said, and whether it is a verdict at all."""

import re
from collections.abc import Callable

from strongsuit.knowledge.coach import about, calling, saying, verdicts
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.quoting import quoted, told_by_the_student
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import phrases, words

# "Will not have tantrums" is still a goal about tantrums.
AIMED_AT = {"vague_behavior_label", "character_judgment", "effort_blame", "family_or_burden_blame"}
# What is said of people alone, and who they are.
OF_PEOPLE = {"identity_reduction", "level_label", "character_judgment"}
PERSONS = {Who.STUDENT, Who.STUDENTS, Who.FAMILY}
OVERCOME = {"struggle_framing", "deficit_noun"}
LONG_AGO = re.compile(r"1[5-8]\d\d|19[0-6]\ds?")
# Who it is about has been settled by what it is joined to.
ABOUT = {"act", "being", "having", "kin", "burden", "skill", "lacking", "idn"}
GATES: dict[str, Callable[[Scene, int, int, frozenset[str]], bool]] = {
    "act": about.act, "being": about.being, "having": about.having, "soft": about.soft, "kin": about.kin,
    "verdict": verdicts.verdict, "refusable": verdicts.refusable, "absolute": verdicts.absolute,
    "never": verdicts.never, "hypothesis": verdicts.hypothesis, "labels": verdicts.labels, "burden": about.burden,
    "costs": about.burden, "contrast": verdicts.contrast, "victims": about.victim, "suffers": verdicts.suffers,
    "know": verdicts.know, "kindenial": about.kin, "lacking": about.act, "skill": about.having, "real": about.near,
    "wasted": about.near, "dream": about.near, "asgood": about.near, "slowalone": verdicts.slow,
    "lowalone": verdicts.slow, "skillis": calling.skill_is, "person": calling.person, "whom": calling.whom,
    "placed": verdicts.placed, "wilful": verdicts.wilful, "purpose": verdicts.purpose, "unasked": verdicts.unasked,
    "main": verdicts.main, "bullet": calling.opening, "bare": calling.bare,
    "undenied": saying.undenied, "idn": calling.named_so, "idgroup": calling.group,
}  # fmt: skip


def counts(scene: Scene, hit: Hit, joined: bool = False) -> bool:
    """All that the language guide's section 3 asks; what is ``joined`` to a finding is about the same one."""
    flags = hit.pattern.flags
    at, after = scene.index(hit.start), scene.index(hit.end - 1) + 1
    if quoted(scene, hit.start) or _named(scene, at, after, flags) or _numbered(scene, after):
        return False
    if hit.pattern.rule == "motive_attribution" and scene.text(after) == ":" and scene.text(after + 1)[:1].isdigit():
        # "Attention seeking: 4 of 9 episodes": what a function-of-behavior assessment counts.
        return False
    if hit.pattern.rule in OF_PEOPLE and (_of_oneself(scene, at) or _about_nobody(scene)):
        return False
    if hit.pattern.rule in OVERCOME and scene.texts[at] in {"had", "struggled"} and "now" in scene.texts[after:]:
        # "He had trouble with the zipper; he now zips his coat".
        return False
    if "villain" in scene.all_words and "i'm" not in scene.all_words:
        return False
    if (
        scene.holds("fiction.signs")
        or _on_stage(scene, at)
        or any(text[0] == "1" and LONG_AGO.fullmatch(text) for text in scene.texts[:at])
    ):
        return False
    if scene.text(after) in words("denying.nobody") or scene.texts[after : after + 2] == ("no", "one"):
        return False
    if saying.denied_inside(scene, at, after, hit.pattern.source):
        return False
    aimed_at = scene.of.context == "goal" and hit.pattern.rule in AIMED_AT
    if "said" not in flags and (not aimed_at and saying.negated(scene, at) or saying.mentioned(scene, at, after)):
        return False
    if (
        "asked" not in flags
        and saying.supposed(scene, at)
        and not (flags >= {"said"} and words("supposing.verdicts") & set(scene.texts[at:after]))
    ):
        return False
    if hit.pattern.rule in {"vague_behavior_label", "willful_refusal"} and _defined(scene, at, after):
        return False
    if "said" not in flags and saying.ended(scene, after - (scene.texts[after - 1] in words("denying.before_an_end"))):
        return False
    if told_by_the_student(scene, at):
        return False
    if "measured" in flags and saying.measured(scene, at):
        return False
    return all(
        GATES[flag](scene, at, after, flags) for flag in flags if flag in GATES and not (joined and flag in ABOUT)
    )


def _defined(scene: Scene, at: int, after: int) -> bool:
    """A behavior that is told in acts: "aggression (open-hand hit)", "tantrum = dropping to the floor"."""
    follows = scene.text(after)
    if follows == "(" or scene.text(after + 1) == "(" and follows in words("defining.counts"):
        return True
    if follows == "of" and scene.text(after + 1)[:1].isdigit():
        return True
    if after < len(scene.tokens) and "=" in scene.of.words[scene.tokens[after - 1].end : scene.tokens[after].start]:
        return True
    if not words("defining.tested").isdisjoint(_clause(scene, at, after)):
        return True
    if follows == "," and scene.text(after + 1) in words("defining.means_too"):
        return True
    if follows in words("defining.means") and (
        scene.text(after + 1).endswith("ing") or scene.text(after + 1)[:1].isdigit()
    ):
        return True
    return " ".join(scene.texts[max(at - 4, 0) : at]).startswith(tuple(words("defining.purposes")))


def _of_oneself(scene: Scene, at: int) -> bool:
    """ "I was a biter in preschool"."""
    who, head = scene.subject(at)
    return (
        who is Who.SPEAKER
        and scene.text(head) in words("telling.one_self")
        and scene.text(at - 1) in words("telling.i_am")
    )


def _about_nobody(scene: Scene) -> bool:
    """ "There was a rotten apple in the lost-and-found bin": nobody is there to be called so."""
    if scene.of.context != "general" or scene.topic in PERSONS or scene.people:
        return False
    return words("called_so").isdisjoint(scene.texts)


def _on_stage(scene: Scene, at: int) -> bool:
    """ "In the play she is rude"."""
    if not scene.holds("fiction.stages"):
        return False
    return any(
        scene.texts[spot] in words("fiction.stages") and scene.texts[spot - 2 : spot] in phrases("fiction.in_the")
        for spot in range(2, at)
    )


def _clause(scene: Scene, at: int, after: int) -> tuple[str, ...]:
    """The words up to the next semicolon on both sides."""
    first = next((spot + 1 for spot in range(at - 1, -1, -1) if scene.texts[spot] == ";"), 0)
    last = next((spot for spot in range(after, len(scene.texts)) if scene.texts[spot] == ";"), len(scene.texts))
    return scene.texts[first:last]


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
    if capital and (_of_a_law(scene, after) or not words("naming.scores").isdisjoint(scene.before_colon(at))):
        return True
    if follows in {":", ",", "("} and scene.text(after + 1) in words("naming.score") and _figure_near(scene, after + 2):
        # "Inattention: T = 71".
        return True
    if capital and after - at > 1 and hit_tokens[-1].raw[:1].isupper() and follows == "(":
        # "Attention Problems (T = 64)".
        return True
    if capital and not begins and not scene.capitals and "name" not in flags:
        return True
    if follows in words("titles") or scene.text(after + 1) in words("naming.tests"):
        return "said" not in flags
    return "score" not in flags and follows in words("naming.score") and scene.text(after + 1)[:1].isdigit()


def _of_a_law(scene: Scene, after: int) -> bool:
    """ "The Education for All Handicapped Children Act": capitals up to the word for a law."""
    for spot in range(after, min(after + 6, len(scene.tokens))):
        if not scene.tokens[spot].raw[:1].isupper() and scene.texts[spot] not in words("naming.joins"):
            return False
        if scene.texts[spot] in words("naming.laws") or (scene.texts[spot] in words("titles") and spot > after):
            return True
    return False


def _figure_near(scene: Scene, spot: int) -> bool:
    return any(token.raw[:1].isdigit() for token in scene.tokens[spot : spot + 2])


def _numbered(scene: Scene, after: int) -> bool:
    """ "Problems 4 to 9" are on a page."""
    return scene.texts[after - 1] in words("naming.numbered") and scene.text(after)[:1].isdigit()
