"""The review of a whole plan: what counts as what, and that nothing makes it slow or fail."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.coach.document.blocks import Block, Document
from strongsuit.knowledge.coach.document.needs import roots
from strongsuit.knowledge.coach.document.report import review_plan


def plan(*lines):
    return review_plan(Document("plan", tuple(Block(line) for line in lines)))


def kinds(*lines):
    return [told.statement.kind for told in plan(*lines).told]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Maya enjoys long division.", "strength"),
        ("Maya helps younger students with their coats.", "strength"),
        ("Maya is lazy in the morning.", "deficit"),
        ("Maya reads below her grade.", "deficit"),
        ("Maya reads 41 words a minute, below the class.", "neither"),
        ("Maya needs to read longer words.", "neither"),
        ("Maya does not enjoy math.", "neither"),
        ("Maya is a joy to have in class.", "neither"),
        ("Maya moved here in May of last year.", "neither"),
    ],
)
def test_a_statement_is_counted_as_what_it_says(said, kind):
    assert kinds("Student Name: Maya Ortiz", "Present Levels", said) == [kind]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Maya cooks with her aunt.", "strength"),
        ("Maya plays soccer on Saturdays.", "strength"),
        ("She often swims with her brothers.", "strength"),
        ("Tells jokes in Spanish", "strength"),
        ("Maya shows younger students how to tie shoes.", "strength"),
        ("Her mother reports that Maya bakes bread at home.", "strength"),
        ("Maya cares for two rabbits.", "strength"),
        ("Maya has friends in her class.", "strength"),
        ("Maya enjoys reading 20 minutes a day.", "strength"),
        ("Maya reads 42 words a minute.", "neither"),
        ("Maya knows 12 sight words.", "neither"),
        ("Maya takes turns in 4 of 5 games.", "neither"),
        ("Maya scored in the 9th percentile.", "neither"),
        ("Maya rides the bus to school.", "neither"),
        ("Maya receives speech services twice a week.", "neither"),
        ("Maya draws on the desk.", "neither"),
        ("Maya plays with her food.", "neither"),
        ("Maya does not cook with her aunt.", "neither"),
        ("Maya needs help when she cooks.", "neither"),
        ("Her aunt cooks dinner.", "neither"),
        ("The team met on May 3.", "neither"),
        ("The aide helps Maya with math.", "neither"),
        ("Dance class, Fridays", "neither"),
        ('"I like cooking," Maya said.', "neither"),
        ('Her aunt says, "She is a strong cook."', "neither"),
        ("Her mother gave permission to share that she loves art.", "neither"),
        ("The family consented to share this photo of her best work.", "neither"),
    ],
)
def test_an_act_of_the_students_own_counts_and_a_measure_a_quote_or_a_permission_is_neutral(said, kind):
    assert kinds("Student Name: Maya Ortiz", "Present Levels", said) == [kind]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Lazy.", ["deficit"]),
        ("Often defiant", ["deficit"]),
        ("Weak reader.", ["deficit"]),
        ("Kind to peers.", ["neither"]),
        ("Kind.", ["neither"]),
        ("Loves art.", ["strength"]),
        ("Listens well", ["strength"]),
        ("Strong reader.", ["strength"]),
        ("Lazy. Loves art.", ["deficit", "strength"]),
        ("Math", []),
        ("Goal met", []),
        ("Mastered", []),
        ("Grade 4", []),
        ("Areas Strengths", []),
        ("Strengths Noted", []),
        ("Great progress", []),
        ("Speech Therapy", []),
        ("Consistently", []),
    ],
)
def test_a_bullet_of_a_word_or_two_counts_where_it_judges_and_a_box_does_not(said, found):
    assert kinds("PRESENT LEVELS OF PERFORMANCE", said) == found


def test_a_quotation_under_strengths_is_not_counted_as_one():
    assert kinds("Strengths", '"I like cooking," Maya said.', "Cooks with her aunt") == ["neither", "strength"]


def test_what_stands_under_strengths_is_one_unless_it_says_otherwise():
    assert kinds("Strengths", "Bicycle repair with friends", "Poor handwriting skills") == ["strength", "deficit"]


def test_a_but_makes_two_statements():
    assert kinds("Present Levels", "Sam likes science but is lazy about homework.") == ["strength", "deficit"]


def test_words_of_family_and_student_and_of_the_law_are_not_judged():
    found = plan(
        "Parent Concerns", "He is lazy at home.", "Student Voice", "I am lazy.", "Present Levels",
        "The district may not deny a service because of 34 CFR 300.503; a parent may refuse.",
        "Does the student's behavior impede learning?", "Prior Written Notice", "The district refuses the request.",
    )  # fmt: skip
    assert (found.findings, found.told) == (0, ())


def test_a_few_lines_without_headings_are_present_levels():
    found = plan("Sam is lazy and likes trains.")
    assert [one.title for one in found.sections] == [""] and found.findings == 1 and found.share("deficit") == 100


def test_a_goal_without_a_heading_is_known_by_its_words():
    (goal,) = plan("By June 2026, given a list of words, Sam will read 9 of 10 words aloud.").goals
    assert goal.measurable and goal.has("timeframe") == "in"


def test_a_goal_set_in_two_lines_of_its_cell_is_one():
    rows = (("Annual goal", "Criteria"), ("Given a page,\nSam will read it aloud.", "92 words in a minute"))
    (goal,) = review_plan(Document("plan", (Block("Annual Goals"), Block(rows=rows)))).goals
    assert goal.text == "Given a page, Sam will read it aloud." and goal.has("criterion") == "beside"


def test_what_others_will_do_is_no_goal():
    assert (
        plan("Annual Goals", "Parents will receive progress reports each quarter.", "Progress will be told.").goals
        == ()
    )


def test_a_need_is_asked_about_and_a_support_answers_it():
    needs = ("Needs", "Sam needs a quiet corner for tests.", "Sam needs to make friends at recess.")
    found = plan(*needs, "Accommodations", "A quiet corner for every test")
    assert (found.needs, [need.text for need in found.open_needs]) == (2, ["Sam needs to make friends at recess"])


def test_a_goal_for_one_need_does_not_answer_another_of_the_same_student():
    needs = ("Student Needs", "Marcus needs to write a paragraph.", "Marcus needs to multiply two-digit numbers.")
    goal = "Goal 1: By June 2027, given an organizer, Marcus will write a paragraph in 4 of 5 trials, from 1 of 5."
    found = plan(*needs, "Annual Goals", goal)
    assert [need.text for need in found.open_needs] == ["Marcus needs to multiply two-digit numbers"]


def test_completing_a_paragraph_takes_up_no_need_for_order():
    goal = "Goal 1: By May, Maya will complete a paragraph of 5 sentences in 4 of 5 trials."
    found = plan("Student Needs", "Maya needs help with organization.", "Annual Goals", goal)
    assert [need.text for need in found.open_needs] == ["Maya needs help with organization"]


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("multiply", "multiplication"), ("organize", "organization"), ("regulated", "regulation")],
)
def test_a_verb_and_its_noun_are_one_telling_word(verb, noun):
    assert roots(verb) == roots(noun) != frozenset()


@pytest.mark.parametrize(("name", "line"), [("SERVICES", "Speech"), ("SDI", "Reading, 3 x 30"), ("Services", "Math")])
def test_a_short_line_below_services_is_one(name, line):
    found = plan("Present Levels", "Ana reads 40 words per minute.", "ANNUAL GOALS", "Ana will draw.", name, line)
    assert [part.text for one in found.sections if one.kind == "services" for part in one.parts] == [line]
    assert "services" not in found.missing


def test_the_same_plan_gives_the_same_review():
    lines = ("Present Levels", "Sam is lazy.", "Goals", "Sam will improve.")
    assert plan(*lines) == plan(*lines)


def test_another_language_is_told():
    spanish = "Maya lee muy bien los cuentos de su abuela y cuenta sus historias a los niños más pequeños. " * 6
    assert len(plan("Present Levels", spanish).unread) == 1
    assert plan("Present Levels", "Maya reads stories to the younger children, and she likes it. " * 6).unread == ()


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("Marcos es perezoso y se niega a escribir. Sus padres no se preocupan por la escuela.", False),
        ("Ana De La Cruz reads 40 words per minute and is proud of it.", True),
        ("Reads 40 words per minute.", True),
    ],
)
def test_a_few_lines_of_another_language_are_told(said, english):
    assert plan("Present Levels", said).in_english == english


def test_nothing_at_all_is_a_review_as_well():
    assert review_plan(Document("empty", ())).findings == 0


@given(
    st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from(["Goals", "Needs:", "1.", "By June, Sam will", ":", "a | b"]))
    )
)
def test_no_text_makes_it_fail(lines):
    plan(*lines)


@pytest.mark.parametrize(
    "unit", ["Sam is lazy and will read. ", "a", "Goals: ", "Needs; ", "(", "1. ", ": ", "Given ", "\n", "the degree "]
)
def test_twice_the_text_takes_about_twice_the_time(unit):
    """Doubling shows what grows faster; the bound is wide, for the machine may be busy."""

    def spent(size):
        text = (unit * (size // len(unit) + 1))[:size]
        begun = process_time()
        review_plan(Document("long", (Block("Annual Goals"), Block(text), Block("Present Levels"), Block(text))))
        return process_time() - begun

    spent(2_000)
    assert spent(20_000) < 8 * max(spent(5_000), 0.01)
