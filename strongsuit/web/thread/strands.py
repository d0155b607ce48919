"""Which nodes make one thread, and each thread as a list to read."""

from strongsuit.web.thread.shapes import KINDS, SINGULAR, Strand, Thread


def members(thread: Thread) -> list[tuple[str, ...]]:
    """The threads: each goal with all that leads to it and from it, then whatever no goal has reached."""
    ahead, behind = neighbors(thread)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for kind in ("goal", "need", "support", "strength", "growth"):
        for node in thread.nodes:
            if node.kind != kind or (kind != "goal" and node.key in seen):
                continue
            keys = reach(node.key, behind) | reach(node.key, ahead)
            # A support that several goals share leads to the growth of each; a thread tells only its own.
            keys -= {each.key for each in thread.nodes if each.of and each.of not in keys and each is not node}
            seen |= keys
            found.append(tuple(each.key for each in thread.nodes if each.key in keys))
    return found


def as_list(thread: Thread) -> tuple[Strand, ...]:
    strands = []
    by_key = {node.key: node for node in thread.nodes}
    for number, keys in enumerate(members(thread), 1):
        nodes = [by_key[key] for key in keys]
        stages = tuple((kind, SINGULAR[kind], tuple(node for node in nodes if node.kind == kind)) for kind in KINDS)
        name = next(
            node for kind in ("goal", "need", "strength", "support", "growth") for node in nodes if node.kind == kind
        )
        strands.append(Strand(number, name.title, stages, any(node.problem for node in nodes)))
    return tuple(strands)


def threads_by_node(thread: Thread) -> dict[str, tuple[int, ...]]:
    belongs: dict[str, list[int]] = {node.key: [] for node in thread.nodes}
    for number, keys in enumerate(members(thread), 1):
        for key in keys:
            belongs[key].append(number)
    return {key: tuple(numbers) for key, numbers in belongs.items()}


def neighbors(thread: Thread) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    ahead: dict[str, list[str]] = {node.key: [] for node in thread.nodes}
    behind: dict[str, list[str]] = {node.key: [] for node in thread.nodes}
    for start, end in through(thread):
        ahead[start].append(end)
        behind[end].append(start)
    return ahead, behind


def through(thread: Thread) -> list[tuple[str, str]]:
    """The lines; one that skips a column is led through what its start leads to there (goal, supports, growth)."""
    column = {node.key: KINDS.index(node.kind) for node in thread.nodes}
    lines = sorted(dict.fromkeys(thread.edges), key=lambda line: (column[line[0]], column[line[1]]))
    found: dict[tuple[str, str], None] = {}
    for place in range(len(KINDS)):
        here = [line for line in (*found, *lines) if column[line[0]] == place]
        for start, end in here:
            between = [other for begin, other in here if begin == start and column[other] == place + 1]
            if column[end] > place + 1 and between:
                found.pop((start, end), None)
                found.update(((other, end), None) for other in between)
            else:
                found[start, end] = None
    return list(found)


def reach(key: str, ways: dict[str, list[str]]) -> set[str]:
    found, waiting = {key}, [key]
    while waiting:
        for following in ways[waiting.pop()]:
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found
