"""The parts of a goal: what decides each, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.coach.goals import KINDS, LONGEST, LONGEST_WORD, PARTS, read_goal


def part(text, name, kind="annual"):
    found = getattr(read_goal(text, kind), name)
    if found is None:
        return None
    assert text[found.start : found.end] == found.text
    return found.text


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("condition", "Given a word bank, Lena will label 8 of 10 parts of a cell.", "word bank"),
        ("condition", "Lena will raise her hand before speaking during whole-group reading, 4 of 5 times.", "during"),
        ("condition", "Lena will point to the spoon from a field of 3.", "from a field of 3"),
        ("condition", "After planning it aloud, Lena will write five sentences.", "After planning"),
        ("behavior", "By May, Omar will read aloud 90 words per minute.", "read aloud"),
        ("behavior", "Omar will increase his walks from 2 laps to 6 laps.", "increase his walks"),
        ("criterion", "Omar will circle the verb in 9 of 12 sentences.", "9 of 12"),
        ("criterion", "Omar will raise steps from 3 steps to 7 steps a day.", "7 steps"),
        ("timeframe", "By 6 June, Noor will zip her coat.", "By 6 June"),
        ("timeframe", "Within 36 weeks, Noor will zip her coat.", "Within 36 weeks"),
        (
            "measurement",
            "Noor will zip her coat on 4 of 5 days, as recorded on the aide's chart.",
            "recorded on the aide",
        ),
        ("measurement", "Noor will label 7 of 10 signs, SLP's running record.", "running record"),
        ("baseline", "Noor will label 7 of 10 signs (now 2 of 10).", "now 2 of 10"),
        ("baseline", "Noor will label 7 of 10 signs (Sept.: 2 of 10).", "Sept.: 2 of 10"),
        ("strength", "Using his knitting patterns, Sol will read 6 of 8 fractions.", "knitting patterns"),
        (
            "condition",
            "As keeper of the map, Ines will give 3 directions aloud in 4 of 5 walks.",
            "As keeper of the map",
        ),
        ("condition", "Omar will, with a visual countdown, pack 5 of 6 things.", "with a visual countdown"),
        (
            "criterion",
            "Lena will retell a story including characters, setting, problem and ending.",
            "characters, setting",
        ),
        ("timeframe", "Lena will write 30 digits per minute. Due 5/9/26.", "Due 5/9/26"),
        ("measurement", "Lena will spell 9 of 10 words (aide's check-in sheet).", "check-in sheet"),
        ("measurement", "Lena will spell 9 of 10 words; teaching assistant will keep a count.", "will keep a count"),
        ("baseline", "Lena will sort 18 of 20 items (from 7 of 20).", "from 7 of 20"),
        ("baseline", "Lena will spell 9 of 10 words. She averages 4 of 10.", "averages 4 of 10"),
        ("strength", "From the magazines she reads for fun, Ines will find 5 of 6 clues.", "reads for fun"),
        ("strength", "As captain of the team, Omar will praise a mate in 4 of 5 games.", "captain"),
        ("strength", "Drawing on her eye for color, Lena will sort 9 of 10 items.", "eye for color"),
        ("strength", "In Spanish first, her home language, Lena will retell 4 of 5 events.", "home language"),
        ("strength", "In the school garden, which she helps run, Ines will count change.", "helps run"),
        ("strength", "Ines will count change by 6 June in the school garden, which she helps run.", "helps run"),
        ("strength", "Lena will read 20 words. The words come from the ponies she looks after.", "she looks after"),
        ("strength", "Isa raises rabbits. Given rabbit weights, Isa will solve 8 of 10 problems.", "raises rabbits"),
        ("strength", "Because Omar knows every bus line, he will plan five trips.", "knows every bus line"),
        ("strength", "At the table, her own choice, Lena will finish 4 of 5 sheets.", "her own choice"),
        ("strength", "Given a map (maps are Omar's way in), Omar will write 5 sentences.", "way in"),
        ("strength", "Lena, who strings beads every night, will count 9 of 10 beads.", "strings beads"),
        ("baseline", "On a grade 3 page, Liv reads 61 words. Liv will read 95 words.", "reads 61 words"),
        ("baseline", "Lena will spell 18 of 20 words; her fall score was 7.", "fall score was 7"),
        ("baseline", "Lena will ask in sentences, up from the single words she uses.", "up from the single words"),
        ("baseline", "Lena will spell 18 of 20 words | spelling probe | now 7 of 20", "now 7 of 20"),
        ("baseline", "Leo reads a page aloud, 31 -> 62 words.", "31"),
        ("condition", "Lena will spell 18 of 20 words that a partner dictates.", "a partner dictates"),
        ("condition", "With a mirror, shapes his lips for /w/ in 4 of 5 tries.", "With a mirror"),
        (
            "measurement",
            "Lena will spell 9 of 10 words; the job coach marks each on a card.",
            "coach marks each on a card",
        ),
        ("measurement", "Ana will walk 100 feet; the aide pencils each walk on a counting sheet.", "counting sheet"),
        ("measurement", "Ana will sort 9 of 10 coins, ticked off by her aide.", "ticked off by her aide"),
        ("baseline", "Lou will spell 8 of 10; the October list had 3 of 10.", "had 3 of 10"),
        ("baseline", "Lou dons shoes in 3 min, 4/5 days. Was 7 min 10/5.", "Was 7 min"),
        ("timeframe", "In the first nine weeks, Lou will spell 8 of 10.", "first nine weeks"),
        ("timeframe", "By tryouts in February, Omar will push his chair in 12 seconds.", "By tryouts"),
        ("criterion", "By May, Omar will plan five trips.", "five trips"),
        ("behavior", "Al will decrease hitting to 0 times a week, tallied by the aide.", "decrease hitting"),
        ("behavior", "Al will reduce his calling out to fewer than 2 times per class.", "calling out"),
        ("behavior", "Given word cards, Al will build a sentence in 4 of 5 trials.", "build a sentence"),
        ("behavior", "Al will attend to a task for 10 minutes in 4 of 5 sessions.", "attend to"),
    ],
)
def test_a_part_is_found_with_the_words_that_decide_it(name, text, words):
    assert words in part(text, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("condition", "In school, Lena will label 8 of 10 parts of a cell."),
        ("condition", "In 4 of 5 trials, Lena will label a cell."),
        ("behavior", "Omar will improve his reading."),
        ("behavior", "Omar will be more responsible."),
        ("behavior", "Omar will demonstrate knowledge of fractions."),
        ("criterion", "Omar will read at grade level."),
        ("criterion", "Omar will respect others with 80% accuracy."),
        ("timeframe", "Noor will zip her coat weekly in 3 sessions in a row."),
        ("measurement", "Given a checklist, Noor will pack 5 of 6 things."),
        ("measurement", "Noor will pack with 80% accuracy."),
        ("baseline", "Noor will label 7 of 10 signs. Baseline: 9th percentile on a language test."),
        ("strength", "Noor will finish 8 of 10 problems and then earn time with her favorite game."),
        ("strength", "Using his checklist, Sol will pack 5 of 6 things."),
        ("strength", "Sol is proud of his garden."),
        ("strength", "Using headphones of her choice from the class bin, Noor will work for 15 minutes."),
        ("strength", "Given a first-then board (first work, then his favorite car), Sol will finish 5 of 5 cards."),
        ("strength", "At snack, Sol will request his favorite cracker in 8 of 10 snacks."),
        ("strength", "Sol will name three interests in 2 of 2 interviews."),
        ("behavior", "Omar will follow school rules on 9 of 10 days."),
        ("behavior", "Omar will comply with adult requests."),
        ("condition", "Omar will carry his tray without spilling."),
        ("condition", "Omar will tell 4 of 5 events using complete sentences."),
        ("behavior", "Ines will pay more attention."),
        ("behavior", "Omar will respond to conflict appropriately."),
        ("baseline", "Lena will spell 18 of 20 words. Her cousin spells 20 of 20."),
        ("baseline", "Lena will spell 18 of 20 words. She is currently in grade 4."),
        ("strength", "Lena, who loves trains, will answer 8 of 10 questions about a passage."),
        ("strength", "With his teacher's favorite poem, Sol will mark 9 of 10 syllables."),
        ("strength", "Lena will pack 6 of 6 things; when she does, she picks a song."),
        ("strength", "Sol will state two things he likes in 4 of 5 chances."),
        ("measurement", "When the aide puts a coin on the chart, Kai will name it in 9 of 10 chances."),
        ("baseline", "Given a list of 10 words she had last week, Lou will spell 8."),
        ("strength", "After her lunch, Lena will brush her teeth on 4 of 5 days."),
        ("timeframe", "Noor will zip her coat for three consecutive weeks."),
        ("behavior", "Al will decrease aggression."),
        ("behavior", "Al will build confidence."),
        ("behavior", "Al will build a foundation for reading."),
        (
            "condition",
            "Al will write a paragraph with a topic sentence, three details and a closing in 4 of 5 samples.",
        ),
        ("condition", "Al will name 8 of 10 shapes in 3 sessions in a row."),
    ],
)
def test_what_only_looks_like_a_part_is_none(name, text):
    assert part(text, name) is None


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("After graduation, Sol will enroll in a baking program.", True),
        ("After graduation, Sol hopes to enroll in a baking program.", False),
        ("Sol will enroll in a baking program.", False),
    ],
)
def test_a_goal_for_after_school_is_answered_with_yes_or_no(text, measurable):
    assert read_goal(text, "postsecondary").measurable is measurable


MODEL = (
    "By 6 June, given a two-part spoken direction and her checklist, Ines will carry out both parts in 9 of 12 trials "
    "on three days (now 4 of 12), recorded by the aide"
)


def test_the_model_goal_of_the_guide_is_read_as_the_guide_reads_it():
    found = {name: part(MODEL, name) for name in PARTS}
    assert found.pop("strength") is None and found.pop("behavior").startswith("carry out both parts")
    assert found == {
        "condition": "given a two-part spoken direction and her checklist",
        "criterion": "9 of 12 trials",
        "timeframe": "By 6 June",
        "measurement": "recorded by the aide",
        "baseline": "now 4 of 12",
    }
    assert part(f"{MODEL}, in the school garden, which she helps run", "strength") == "which she helps run"


@pytest.mark.parametrize(
    ("text", "kind", "decided", "missing"),
    [
        (MODEL, "annual", "9 of 12 trials", []),
        ("Ines will pay more attention.", "annual", "pay more attention", ["behavior", "criterion"]),
        ("Ines will circle the verb.", "annual", "circle the verb", ["criterion"]),
        ("After graduation, Sol will enroll in a course.", "postsecondary", "enroll in a course", []),
        ("Sol hopes to enroll in a course.", "postsecondary", "enroll in a course", ["timeframe", "sure"]),
    ],
)
def test_whether_it_is_measurable_comes_with_the_words_that_decide_it(text, kind, decided, missing):
    told = read_goal(text, kind).told()
    assert text[slice(*told["spans"]["measurable"])] == decided
    assert (told["missing"], told["measurable"]) == (missing, not missing)


@given(text=st.text(max_size=300), kind=st.sampled_from(KINDS))
def test_any_text_is_read_and_every_part_lies_in_it(text, kind):
    reading = read_goal(text, kind)
    for name in PARTS:
        found = getattr(reading, name)
        assert found is None or (
            0 <= found.start <= found.end <= len(text) and text[found.start : found.end] == found.text
        )


def test_no_text_makes_a_goal_slow_as_only_so_much_is_read():
    goal = "By May, Maya will read 90 words a minute, as shown on weekly probes."
    assert read_goal(goal + " and" * LONGEST).told() == read_goal(goal).told()
    assert not any(one for name, one in read_goal("a " * LONGEST + goal).told().items() if name.startswith("has_"))
    long_words = read_goal("x" * LONGEST_WORD * 9 + f" {goal}").told()
    assert long_words["has_behavior"] and long_words["has_criterion"]


@pytest.mark.parametrize(
    ("goal", "act", "enough"),
    [
        ("Maya will name parts of a plant in 8 of 10 tries by June.", "name parts of a plant",
         "8 of 10 tries"),
        ("Maya will check in with Mr. Diaz and name one goal on 9 of 10 days by May.",
         "check in with Mr. Diaz and name one goal", "9 of 10 days"),
        ("Maya will run a mile in under 11 minutes by May.", "run a mile", "under 11 minutes"),
        ("Maya will state the main idea after listening to a page, with 4 of 5 correct as recorded by the teacher.",
         "state the main idea", "4 of 5 correct"),
    ],
)  # fmt: skip
def test_words_of_a_part_end_where_the_next_thing_is_said(goal, act, enough):
    reading = read_goal(goal)
    assert (reading.behavior.text, reading.criterion.text) == (act, enough)


def test_a_percent_on_behavior_is_no_criterion():
    assert read_goal("Maya will improve her behavior with 80% accuracy.").criterion is None


def test_every_place_goes_by_the_name_of_what_it_decides():
    told = read_goal("Given a map she drew, Maya will name 8 of 10 rivers by June.").told()
    assert told["spans"].keys() <= {name for name, said in told.items() if isinstance(said, bool)}
