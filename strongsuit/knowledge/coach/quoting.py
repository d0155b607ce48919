"""Whose words a quotation or a report holds: an adult's of the school count, a student's and a family's do not."""

from bisect import bisect_left, bisect_right

from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import words

# "“No,” said the boy": how far from a quotation it may be told who says it.
FARTHEST_TELLER = 3


def told_by_the_student(scene: Scene, at: int) -> bool:
    """ "He thinks he cannot draw": the student's own judgment, told on."""
    own = "'" in scene.texts[at] and scene.texts[at].partition("'")[0] in words("telling.they")
    who, head = (Who.STUDENT, at) if own else scene.subject(at)
    thinking = (spot for spot in range(at - 2, 0, -1) if scene.texts[spot] in words("telling.thinking"))
    says = next((spot for spot in thinking if not _beside_a_quote(scene, spot)), 0)
    between = scene.texts[says + 1 : at]
    if says and not words("telling.thought").isdisjoint(between) and words("telling.ends").isdisjoint(between):
        # "She said math makes her feel stupid".
        teller, spot = scene.subject(says)
        if teller is Who.FAMILY or teller is Who.STUDENT and not _another(scene, spot, head):
            return True
    if who is Who.THING and scene.text(head) == "it":
        # "He says he did it on purpose".
        who, head = scene.subject(head)
    if who is Who.STUDENT and (again := _told_again(scene, head, at)):
        head = again
    if who is not Who.STUDENT or head < 1 or scene.texts[head].partition("'")[0] not in words("telling.they"):
        return False
    verb = head - 1 if scene.texts[head - 1] != "that" else head - 2
    verb -= verb > 1 and scene.texts[verb] in words("telling.listeners")
    if verb <= 0 or scene.texts[verb] not in words("speaking"):
        return False
    teller, spot = scene.subject(verb)
    return teller is Who.STUDENT and not _another(scene, spot, head)


def _told_again(scene: Scene, teller: int, at: int) -> int:
    """ "Al told us that he hates math and can't do it": where the one who tells is said again; 0 where nowhere."""
    again = next((spot for spot in range(at - 1, teller, -1) if scene.texts[spot] in words("telling.they")), 0)
    said = scene.texts[again:at]
    whole = "and" in said and words("telling.ends").isdisjoint(said) and "," not in said
    return again if again and scene.texts[again - 1] == "that" and whole else 0


def _beside_a_quote(scene: Scene, says: int) -> bool:
    """ "“No,” she said, and she refuses": what she said is the quotation, and the rest is told of her."""
    begins = scene.starts[says]
    if quote := scene.of.quote_at(scene.tokens[says].end + 2):
        return quote[0] > begins
    spot = bisect_right(scene.of.quotes, (begins, begins)) - 1
    end = scene.of.quotes[spot][1] if spot >= 0 else -1
    if end < scene.starts[0] and (scene.tokens[0].raw[0].isupper() or scene.of.words[end : scene.starts[0]].strip()):
        return False
    return 0 <= end <= begins and says - bisect_left(scene.starts, end) < FARTHEST_TELLER


def _another(scene: Scene, teller: int, told: int) -> bool:
    """ "She says he is immature": not the one who says it, and nobody of the family."""
    they = words("telling.they")
    both = scene.text(teller).partition("'")[0], scene.text(told).partition("'")[0]
    if both[0] == both[1] or not they.issuperset(both):
        return False
    return not any(scene.who_at(each) is Who.FAMILY for each in range(teller))


def quoted(scene: Scene, start: int) -> bool:
    """Inside quotation marks only what an adult of the school is quoted with counts."""
    quote = scene.of.quote_at(start)
    if quote is None:
        return False
    if scene.holds("telling.crossed_out"):
        return True
    inside = {token.text for token in scene.tokens if quote[0] <= token.start < quote[1]}
    outside = [at for at, token in enumerate(scene.tokens) if not quote[0] <= token.start < quote[1]]
    texts = [scene.texts[at] for at in outside]
    before = [at for at in outside if scene.tokens[at].start < quote[0]]
    if any(scene.texts[at] in words("mentions") for at in outside):
        return True
    by_student = any(scene.who_at(at) is Who.STUDENT for at in before)
    if (
        inside & words("telling.one_self")
        and by_student
        and not any(scene.texts[at] in words("staff") for at in before)
    ):
        return True
    behind = [at for at in outside if scene.tokens[at].start >= quote[1]][:2]
    said_by = (
        scene.who_at(behind[0]) if len(behind) > 1 and scene.texts[behind[1]] in words("telling.quoting") else None
    )
    if said_by in {Who.STUDENT, Who.FAMILY}:
        # "... ," he said, and we went on.
        return True
    staff = [at for at in outside if scene.who_at(at) is Who.STAFF and not _told_to(scene, at)]
    if staff and (
        set(texts) & words("adult_says") or scene.of.words[quote[0] - 1 : quote[0] + 1].strip().startswith(":")
    ):
        return False
    if inside & words("telling.first_person"):
        return True
    spoken = bool(words("telling.quoting") & set(texts))
    if spoken and any(scene.who_at(at) in {Who.STUDENT, Who.FAMILY} for at in outside):
        return True
    return not (words("telling.records") & set(texts) or any(_on_record(scene, at, quote) for at in outside))


def _told_to(scene: Scene, at: int) -> bool:
    return bool(words("telling.told_to") & set(scene.texts[max(at - 3, 0) : at]))


def _on_record(scene: Scene, paper: int, quote: tuple[int, int]) -> bool:
    """What stands in a paper of the school: "the file says", "according to his chart"."""
    text = scene.texts[paper]
    if (
        text not in words("telling.papers")
        or text in words("telling.may_be_own")
        and paper
        and scene.owner_at(paper - 1)
    ):
        return False
    if not words("telling.paper_says").isdisjoint(scene.texts[paper + 1 : paper + 3]):
        return True
    before = scene.texts[max(paper - 4, 0) : paper]
    return scene.starts[paper] < quote[0] and not words("telling.according").isdisjoint(before)
