"""The thread as a picture: columns, places, lines, threads."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.web import gallery
from strongsuit.web.thread import HEIGHT, KINDS, ROW, WIDTH, Node, Thread, as_list, layout, members

CHAIN = Thread(
    tuple(Node(kind[0], kind, kind.capitalize()) for kind in KINDS[:3])
    + (Node("p", "support", "Support"), Node("w", "growth", "Growth")),
    (("s", "n"), ("n", "g"), ("g", "p"), ("p", "w")),
)


def rows_of(picture):
    return {placed.node.key: placed.row for column in picture.columns for placed in column.nodes if not placed.gap}


def test_a_whole_thread_is_one_straight_line():
    picture = layout(CHAIN)
    assert (rows_of(picture), picture.rows, picture.broken) == (dict.fromkeys("sngpw", 1), 2, 0)
    assert [line.path for line in picture.lines] == [
        f"M{x} {ROW}C{x + 50} {ROW} {x + 50} {ROW} {x + 100} {ROW}" for x in (300, 700, 1100, 1500)
    ]


def test_each_goal_is_a_thread_with_all_that_leads_to_it_and_from_it():
    assert members(CHAIN) == [("s", "n", "g", "p", "w")]


def test_what_no_goal_reaches_is_a_thread_of_its_own():
    alone = Node("s2", "strength", "Hums to calm down", problem="Not used yet")
    assert members(Thread((*CHAIN.nodes, alone), CHAIN.edges)) == [("s", "n", "g", "p", "w"), ("s2",)]


def test_a_strength_shared_by_two_goals_belongs_to_both_threads():
    nodes = (
        Node("s", "strength", "Draws"),
        Node("n", "need", "Plan"),
        *(Node(key, "goal", key) for key in ("g1", "g2")),
    )
    picture = layout(Thread(nodes, (("s", "n"), ("n", "g1"), ("n", "g2"))))
    marks = {placed.node.key: placed.marks for column in picture.columns for placed in column.nodes}
    assert marks == {"s": "t1 t2", "n": "t1 t2", "g1": "t1", "g2": "t2"}


def test_growth_of_a_goal_is_led_through_its_supports():
    nodes = (Node("g", "goal", "Goal"), Node("p", "support", "Support"), Node("w", "growth", "Growth"))
    picture = layout(Thread(nodes, (("g", "p"), ("g", "w"))))
    leads = {
        placed.node.key: [other.key for other in placed.leads_to]
        for column in picture.columns
        for placed in column.nodes
    }
    assert leads == {"g": ["p"], "p": ["w"], "w": []}


def test_growth_of_a_goal_without_support_is_joined_across_the_empty_column():
    nodes = (Node("g", "goal", "Goal"), Node("w", "growth", "Growth"))
    (line,) = layout(Thread(nodes, (("g", "w"),))).lines
    assert line.path == "M1100 100C1150 100 1150 100 1200 100H1500C1550 100 1550 100 1600 100"


def test_what_is_missing_leaves_a_gap_beside_it():
    need = Node(
        "n",
        "need",
        "Ask for a break",
        problem="No goal yet",
        lacks="goal",
        mend_url="/m",
        mend_label="Mend: add a goal",
    )
    picture = layout(Thread((need,)))
    (gap,) = picture.columns[KINDS.index("goal")].nodes
    assert (gap.gap, gap.node, picture.broken, [line.broken for line in picture.lines]) == (True, need, 1, [True])


def test_the_list_names_each_thread_by_its_goal_and_its_stages_in_order():
    (strand,) = as_list(CHAIN)
    assert (strand.number, strand.title, strand.broken) == (1, "Goal", False)
    assert [(kind, [node.key for node in nodes]) for kind, _title, nodes in strand.stages] == [
        ("strength", ["s"]), ("need", ["n"]), ("goal", ["g"]), ("support", ["p"]), ("growth", ["w"]),
    ]  # fmt: skip


def test_an_empty_thread_is_an_empty_picture():
    picture = layout(Thread(()))
    assert (picture.rows, picture.lines, picture.fits, as_list(Thread(()))) == (0, (), False, ())


def test_a_thread_longer_than_the_stylesheet_is_shown_as_its_list():
    many = Thread(tuple(Node(str(number), "strength", "x") for number in range(60)))
    assert (layout(many).rows, layout(many).fits) == (120, False)


def test_the_stylesheet_has_a_place_for_every_row_and_thread():
    text = (Path(gallery.__file__).parent / "static/css/components/pictures.css").read_text(encoding="utf-8")
    assert [number for number in range(1, 80) if f".at-{number} {{ grid-row: {number} / span 2; }}" not in text] == []
    assert [number for number in range(1, 17) if f".t{number}:is(:hover, :focus-within)) .t{number} " not in text] == []


@st.composite
def any_thread(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=14))
    nodes = tuple(Node(f"k{place}", kind, kind) for place, kind in enumerate(kinds))
    ahead = [(one.key, two.key) for one in nodes for two in nodes if KINDS.index(one.kind) < KINDS.index(two.kind)]
    edges = draw(st.lists(st.sampled_from(ahead), max_size=20)) if ahead else []
    return Thread(nodes, tuple(edges))


@given(any_thread())
def test_every_node_has_one_place_and_none_overlap(thread):
    picture = layout(thread)
    placed = [found.node.key for column in picture.columns for found in column.nodes]
    assert sorted(placed) == sorted(node.key for node in thread.nodes)
    for column in picture.columns:
        rows = [found.row for found in column.nodes]
        assert all(later - earlier >= HEIGHT for earlier, later in zip(rows, rows[1:], strict=False))
        assert all(1 <= row <= picture.last_row for row in rows)


@given(any_thread())
def test_every_node_belongs_to_a_thread_and_lines_stay_inside(thread):
    assert {key for keys in members(thread) for key in keys} == {node.key for node in thread.nodes}
    numbers = [
        int(word)
        for line in layout(thread).lines
        for word in line.path.replace("M", " ").replace("C", " ").replace("H", " ").split()
    ]
    assert all(0 <= number <= max(WIDTH, layout(thread).height) for number in numbers)


@pytest.mark.parametrize("thread", [gallery.WHOLE, gallery.BROKEN, gallery.crowded()])
def test_the_same_thread_is_always_drawn_the_same(thread):
    assert layout(thread) == layout(thread)


@pytest.mark.parametrize("line", [("g", "s"), ("s", "nobody"), ("s", "s")])
def test_a_line_that_leads_nowhere_is_refused(line):
    with pytest.raises(ValueError, match="A line of the thread"):
        Thread(CHAIN.nodes, (line,))
