"""The thread of one plan: which strength leads to which goal, what supports it, what grew, and where it breaks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    GoalFacts,
    NeedFacts,
    PlanFacts,
    ServiceFacts,
    StrengthFacts,
)
from strongsuit.knowledge.terms import AccommodationKind
from strongsuit.web.thread import Node, Thread

# Enough of a goal to know it by in the box of its growth.
WORDS_OF_GOAL = 8


@dataclass(frozen=True, slots=True)
class Grown:
    """What one goal's points say, ready to read: the word or the reason for none, and the numbers."""

    title: str
    detail: str
    state: str
    url: str = ""


# Gives the address for a part of the plan ("goal:123"), or "" where this person cannot go.
Way = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Repair:
    """Where each break is mended, and what the link says where that is not the break's own deed."""

    way: Way
    words: str = ""


def thread_of(facts: PlanFacts, grown: Mapping[str, Grown], *, to: Way, mend: Repair) -> Thread:
    """Nodes from left to right and the lines between them. ``to`` opens a part, ``mend`` opens its repair."""
    nodes: list[Node] = []
    edges: list[tuple[str, str]] = []
    woven = {weave.strength_id for goal in facts.goals for weave in goal.weaves}
    known = {strength.id for strength in facts.strengths}
    shown = woven | {pk for level in facts.present_levels for pk in level.strength_ids}
    for strength in facts.strengths:
        if strength.id in shown or len(facts.strengths) <= len(shown) + 6:
            nodes.append(_strength(strength, strength.id in woven, to, mend))
    answered = {goal.need_id for goal in facts.goals} | {pk for part in facts.accommodations for pk in part.need_ids}
    for level in facts.present_levels:
        for need in level.needs:
            nodes.append(_need(need, need.id in answered or bool(need.without_goal_because), to, mend))
            edges += [(f"strength:{pk}", f"need:{need.id}") for pk in level.strength_ids if pk in known]
    for goal in facts.goals:
        nodes.append(_goal(goal, known, to, mend))
        edges += [
            (f"strength:{weave.strength_id}", f"goal:{goal.id}") for weave in goal.weaves if weave.strength_id in known
        ]
        if goal.need_id:
            edges.append((f"need:{goal.need_id}", f"goal:{goal.id}"))
        nodes.append(_growth(goal, grown.get(goal.id), to))
    supported = _supports(facts, nodes, edges, to, mend)
    for goal in facts.goals:
        if goal.id not in supported:
            edges.append((f"goal:{goal.id}", f"growth:{goal.id}"))
    return Thread(tuple(nodes), _lines(nodes, edges))


def _lines(nodes: list[Node], edges: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Without a straight line from strength to goal where the same strength already leads there through the need."""
    keys = {node.key for node in nodes}
    kept = [(start, end) for start, end in edges if start in keys and end in keys]
    through = {
        (start, goal) for start, need in kept for also, goal in kept if also == need and need.startswith("need:")
    }
    return tuple(edge for edge in kept if not (edge[0].startswith("strength:") and edge in through))


def _strength(strength: StrengthFacts, used: bool, to: Way, mend: Repair) -> Node:
    key = f"strength:{strength.id}"
    seen = ngettext("seen by %(count)s", "seen by %(count)s", len(strength.seen_by)) % {
        "count": ", ".join(str(_(group.label)) for group in strength.seen_by)
    }
    node = Node(key, "strength", strength.words, detail=seen if strength.seen_by else "", url=to(key))
    if used:
        return node
    return _broken(node, _("Not used in a goal yet"), mend, _("Use it in a goal"))


def _need(need: NeedFacts, answered: bool, to: Way, mend: Repair) -> Node:
    key = f"need:{need.id}"
    node = Node(key, "need", need.statement or _("A need without words yet"), detail=need.measure_text, url=to(key))
    if answered:
        return node
    return _broken(node, _("No goal yet"), mend, _("Add a goal"), "goal")


def _goal(goal: GoalFacts, known: set[str], to: Way, mend: Repair) -> Node:
    key = f"goal:{goal.id}"
    node = Node(key, "goal", goal.behavior or _("A goal without words yet"), detail=aim(goal), url=to(key))
    if not any(weave.strength_id in known for weave in goal.weaves):
        return _broken(node, _("Grows from no strength yet"), mend, _("Choose a strength"), "strength")
    if goal.need_id is None:
        return _broken(node, _("Answers no need yet"), mend, _("Choose the need"), "need")
    return node


def _growth(goal: GoalFacts, grown: Grown | None, to: Way) -> Node:
    key, of, words = f"growth:{goal.id}", f"goal:{goal.id}", Truncator(goal.behavior).words(WORDS_OF_GOAL)
    if grown is None:
        return Node(key, "growth", _("Nothing measured yet"), detail=words, state="none", url=to(key), of=of)
    told = _("%(goal)s: %(growth)s") % {"goal": words, "growth": grown.detail} if words and grown.detail else ""
    detail = told or words or grown.detail
    return Node(key, "growth", grown.title, detail=detail, state=grown.state, url=grown.url or to(key), of=of)


def _supports(facts: PlanFacts, nodes: list[Node], edges: list[tuple[str, str]], to: Way, mend: Repair) -> set[str]:
    """Adds services and accommodations with their lines; the goals that have one."""
    goals = {goal.id for goal in facts.goals}
    supported: set[str] = set()
    for service in facts.services:
        key = f"service:{service.id}"
        node = Node(key, "support", *_named(service), url=to(key))
        reached = [pk for pk in service.goal_ids if pk in goals]
        nodes.append(node if reached else _broken(node, _("Serves no goal yet"), mend, _("Choose the goal")))
        supported |= _lead(key, reached, edges)
    needs = {need.id for level in facts.present_levels for need in level.needs}
    for aid in facts.accommodations:
        key = f"accommodation:{aid.id}"
        node = Node(key, "support", *_named(aid), url=to(key))
        answered = needs & set(aid.need_ids)
        # A change to tests serves every need that a test could hide.
        whole = answered or aid.kind == AccommodationKind.TESTING
        nodes.append(node if whole else _broken(node, _("Answers no need yet"), mend, _("Choose the need")))
        reached = [goal.id for goal in facts.goals if goal.need_id in answered]
        supported |= _lead(key, reached, edges)
        # A need that has no goal is answered by the support itself.
        direct = answered - {goal.need_id for goal in facts.goals if goal.need_id}
        edges += [(f"need:{pk}", key) for pk in sorted(direct)]
    return supported


def _lead(key: str, goals: list[str], edges: list[tuple[str, str]]) -> set[str]:
    """The lines from each goal through one support to the goal's growth; the goals that they run from."""
    for goal in goals:
        edges += [(f"goal:{goal}", key), (key, f"growth:{goal}")]
    return set(goals)


def _named(part: ServiceFacts | AccommodationFacts) -> tuple[str, str]:
    if isinstance(part, AccommodationFacts):
        return part.words, part.where
    name = part.name or _(part.service_type.label)
    if not (part.times and part.minutes and part.per):
        return name, ""
    often = (
        _("%(times)s times %(per)s, %(minutes)s minutes") if part.times > 1 else _("once %(per)s, %(minutes)s minutes")
    )
    return name, often % {"times": part.times, "per": _(part.per.label), "minutes": part.minutes}


def aim(goal: GoalFacts) -> str:
    """From where to where, in the goal's unit."""
    if goal.baseline is None or goal.target is None:
        return ""
    values = {"start": f"{goal.baseline.normalize():f}", "target": f"{goal.target.normalize():f}", "unit": goal.unit}
    return _("from %(start)s to %(target)s %(unit)s") % values


def _broken(node: Node, problem: str, mend: Repair, label: str, lacks: str = "") -> Node:
    """The same node, marked; the repair is offered only to those who may make it."""
    url = mend.way(node.key)
    said = (mend.words or label) if url else ""
    return Node(node.key, node.kind, node.title, node.detail, node.url, node.state, problem, url, said, lacks)
