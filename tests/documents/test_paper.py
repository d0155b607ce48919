"""The papers hold every word of the facts, in the law's order, and every reader can open them."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from threading import Thread

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from strongsuit.documents import paper as papers
from strongsuit.documents.paper import growth_paper, plan_paper, summary_paper
from strongsuit.documents.sheets.blocks import Stamp
from strongsuit.knowledge.canonical import digest, freeze
from strongsuit.knowledge.shapes import AccommodationFacts, PlanFacts, SectionFacts, StudentWords
from strongsuit.knowledge.terms import AccommodationKind, Factor, ItemKind, Mode, PlanKind, PlanState, Section
from tests.documents.pdf_checks import CHECKS, Leaf, failures
from tests.documents.sample import DRAFT, FACTORS, MAYA, PLAN, REPORT, STAMP, WORDS

BARE = PlanFacts("P-1", 1, PlanKind.INITIAL, PlanState.DRAFT, MAYA, None, None, None, None)
# One of each: enough where the point is what happens to a word, and quick to read back.
SMALL = replace(
    PLAN,
    strengths=PLAN.strengths[:2],
    present_levels=PLAN.present_levels[:1],
    goals=PLAN.goals[:1],
    services=PLAN.services[:1],
    accommodations=PLAN.accommodations[:1],
    sections=(),
    words=(),
)
HOSTILE = [
    '#read("/etc/passwd")',
    '#image("http://evil.example/x.png")',
    "$x^2$ #let a = 1 ]]] } \\ * _ ` @label <label>",
    '", "kind": "page", "x": "',
    "[link](javascript:alert(1)) <script>alert(1)</script> https://evil.example",
    "=1+1 -- ~ ... 'quoted' \"quoted\" // not a comment /* nor this */",
]


@lru_cache
def drawn(name):
    return {
        "plan": lambda: plan_paper(PLAN, stamp=STAMP),
        "draft": lambda: plan_paper(DRAFT, stamp=STAMP),
        "bare": lambda: plan_paper(BARE, stamp=STAMP),
        "summary": lambda: summary_paper(PLAN, stamp=STAMP, for_name="Ms. Okafor"),
        "growth": lambda: growth_paper(REPORT, stamp=STAMP),
    }[name]()


@lru_cache(maxsize=16)
def pages(paper):
    return [page.extract_text() for page in PdfReader(BytesIO(paper.bytes)).pages]


def squeezed(words):
    """Letters without the white space that lines and columns add; breaks inside long words go with it."""
    return re.sub(r"[\s\u200b]+", "", words)


@lru_cache(maxsize=16)
def text(paper):
    """What stands between head and foot of all pages, so that a sentence may run over a page's end."""
    foot = re.compile(r"(?m)^(Plan version|Teacher summary|Growth report on|Printed by|Page \d).*$")
    return squeezed("".join(foot.sub("", page.partition("\n")[2]) for page in pages(paper)))


def said(paper, words):
    return squeezed(words) in text(paper)


def outline(paper):
    found = []

    def walk(items):
        for item in items:
            walk(item) if isinstance(item, list) else found.append(item.title)

    walk(PdfReader(BytesIO(paper.bytes)).outline)
    return found


# Accessible


@pytest.mark.parametrize("name", ["plan", "draft", "bare", "summary", "growth"])
def test_every_paper_keeps_every_promise(name):
    assert failures(drawn(name).bytes) == []
    assert len(CHECKS) > 40


@pytest.mark.parametrize("name", ["plan", "draft", "bare", "summary", "growth"])
def test_the_validator_finds_nothing(name, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(drawn(name).bytes)
    assert [finding.message for finding in validate(file).findings] == []


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
def test_another_reader_sees_the_same_structure(tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(drawn("growth").bytes)
    told = subprocess.run(["pdfinfo", "-struct", file], capture_output=True, text=True, check=True)
    assert 'H1 "Goal 1: Maya reads more words aloud' in re.sub(r"\s+", " ", told.stdout)
    assert "Figure" in told.stdout


DAMAGE = {
    "says_it_is_tagged": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False),
    "names_its_language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "shows_its_title_in_the_window": lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "has_a_title": lambda pdf: pdf.docinfo.__delitem__("/Title"),
    "claims_the_standard": lambda pdf: pdf.Root.Metadata.write(b"<x/>"),
    "names_no_author": lambda pdf: pdf.docinfo.__setitem__("/Author", "Maya Torres"),
    "runs_nothing": lambda pdf: pdf.Root.__setitem__(
        "/OpenAction", pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
    ),
    "carries_no_files": lambda pdf: pdf.Root.__setitem__("/Names", pikepdf.Dictionary(EmbeddedFiles=[])),
    "follows_the_structure_with_the_tab_key": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "has_a_bookmark_for_every_main_heading": lambda pdf: pdf.Root.__delitem__("/Outlines"),
    "prints_on_letter_paper": lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", [0, 0, 595, 842]),
    "marks_every_word_as_content_or_ornament": lambda pdf: pdf.pages[0].contents_add(b"BT (loose) Tj ET"),
}


@pytest.mark.parametrize("promise", sorted(DAMAGE))
def test_a_damaged_file_breaks_the_promise_it_was_damaged_in(promise):
    pdf = pikepdf.open(BytesIO(drawn("plan").bytes))
    DAMAGE[promise](pdf)
    saved = BytesIO()
    pdf.save(saved)
    assert promise in failures_of(saved.getvalue(), promise)


def failures_of(content, promise):
    try:
        return failures(content)
    except (AttributeError, KeyError):
        return [promise]


DAMAGED_TAGS = {
    "says_what_every_header_cell_is_for": ("/TH", lambda each: each.__setitem__("/A", pikepdf.Dictionary(O="x"))),
    "ties_every_cell_to_its_header": ("/TD", lambda each: each.__delitem__("/A")),
    "gives_every_table_a_row_of_headers": ("/THead", lambda each: each.__setitem__("/S", pikepdf.Name.TBody)),
    "skips_no_level_of_heading": ("/H2", lambda each: each.__setitem__("/S", pikepdf.Name.H6)),
    "uses_only_parts_readers_know": ("/P", lambda each: each.__setitem__("/S", pikepdf.Name.Blob)),
    "describes_every_picture": ("/Figure", lambda each: each.__delitem__("/Alt")),
}


@pytest.mark.parametrize("promise", sorted(DAMAGED_TAGS))
def test_a_damaged_tag_breaks_its_promise(promise):
    role, hurt = DAMAGED_TAGS[promise]
    leaf = Leaf(drawn("growth" if role == "/Figure" else "plan").bytes)
    hurt(leaf.of(role)[0])
    saved = BytesIO()
    leaf.pdf.save(saved)
    assert promise in failures_of(saved.getvalue(), promise)


# The words


@pytest.mark.parametrize("words", WORDS, ids=lambda each: each.id)
def test_a_students_words_stand_letter_for_letter_and_name_who_said_them(words):
    assert said(drawn("plan"), words.words)
    assert said(drawn("plan"), f"{words.by}, ")


def test_a_given_name_of_two_parts_stands_whole_on_the_papers():
    student = replace(MAYA, name="Abd al-Rahman Haddad", called="Abd al-Rahman")
    paper = summary_paper(replace(PLAN, student=student), stamp=STAMP)
    assert squeezed("What Abd al-Rahman does well") in text(paper)


def test_a_students_words_are_set_apart_as_quotes():
    leaf = Leaf(drawn("plan").bytes)
    assert len(leaf.of("/BlockQuote")) == len(WORDS) + sum(bool(goal.student_words) for goal in PLAN.goals)


def test_words_in_another_language_are_marked_with_it():
    leaf = Leaf(drawn("plan").bytes)
    spoken = {str(element["/Lang"]) for _role, element, _parent in leaf.elements if "/Lang" in element}
    assert "es" in spoken


def test_a_summary_by_an_adult_is_never_taken_for_the_students_own():
    assert said(drawn("plan"), f"Staff summary: {WORDS[2].paraphrase}")
    assert said(drawn("plan"), "Maya said: that is what I meant.")


def every_text(part):
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [each for item in part for each in every_text(item)]
    if hasattr(part, "__dataclass_fields__"):
        return [each for name in part.__dataclass_fields__ for each in every_text(getattr(part, name))]
    return []


@pytest.mark.parametrize(
    "part", ["strengths", "words", "sections", "present_levels", "goals", "services", "accommodations", "factors"]
)
def test_nothing_a_person_wrote_is_missing_from_the_plan(part):
    written = {each for each in every_text(getattr(PLAN, part)) if " " in each}
    assert written
    assert [each for each in written if not said(drawn("plan"), each)] == []


def test_the_sections_stand_in_new_yorks_order():
    numbered = [title for title in outline(drawn("plan")) if re.match(r"\d+\. ", title)]
    assert [title.partition(". ")[2] for title in numbered] == [
        "Student and dates",
        "Present levels and needs",
        "Special factors the team considered",
        "After school: goals and transition needs",
        "Annual goals",
        "Reporting progress to the family",
        "Recommended programs and services",
        "Extended school year (12-month services)",
        "Testing accommodations",
        "Coordinated transition activities",
        "State and district tests",
        "Time with students without disabilities",
        "Special transportation",
        "Placement recommendation",
    ]
    assert [int(title.split(".")[0]) for title in numbered] == list(range(1, 15))


def test_an_empty_plan_still_has_every_section():
    assert len([title for title in outline(drawn("bare")) if re.match(r"\d+\. ", title)]) == 14


def test_strengths_come_before_needs_in_every_skill_set():
    whole = text(drawn("plan"))
    for level in PLAN.present_levels:
        strength = whole.index(squeezed(level.strength_text))
        now = whole.index(squeezed(level.now_text), strength)
        assert all(whole.index(squeezed(need.measure_text), now) > now > strength for need in level.needs)


def test_every_goal_names_the_strength_it_is_built_on_and_who_sees_it():
    for goal in PLAN.goals:
        for weave in goal.weaves:
            strength = next(each for each in PLAN.strengths if each.id == weave.strength_id)
            assert said(drawn("plan"), f"Built on: {strength.words} (seen by: ")
    assert said(drawn("plan"), "(seen by: student, family, Ms. Okafor)")


def test_a_goal_that_stands_alone_is_not_said_to_grow_from_a_strength():
    alone = plan_paper(replace(SMALL, goals=(replace(SMALL.goals[0], weaves=()),)), stamp=STAMP)
    assert said(alone, "No strength is woven into this goal yet.")
    assert not said(alone, "Every goal grows from something the student already does well.")
    assert said(drawn("plan"), "Every goal grows from something the student already does well.")


def test_every_special_factor_is_answered():
    rows = text(drawn("plan"))
    for factor in FACTORS:
        assert squeezed(factor.factor.label + ("Yes" if factor.answer else "No")) in rows


def test_a_birth_date_that_is_not_on_file_says_so():
    unknown = replace(SMALL, student=replace(SMALL.student, birth_date=None))
    assert said(plan_paper(unknown, stamp=STAMP), "not on file")
    assert not said(plan_paper(SMALL, stamp=STAMP), "not on file")


def test_a_factor_nobody_answered_says_so():
    open_factor = replace(FACTORS[0], answer=None, factor=Factor.BEHAVIOR)
    assert said(plan_paper(replace(SMALL, factors=(open_factor,)), stamp=STAMP), "Not answered yet")


def test_a_family_that_was_asked_and_named_nothing_is_not_an_empty_line():
    none = SectionFacts(Section.PARENT_CONCERNS, "Called twice, met once.", none_expressed=True)
    paper = plan_paper(replace(SMALL, sections=(none,)), stamp=STAMP)
    assert said(paper, "The team asked, and nothing was expressed.")
    assert said(paper, "Called twice, met once.")


# The stamp


def test_every_page_says_who_printed_it_when_which_copy_and_of_how_many_pages():
    told = pages(drawn("plan"))
    assert 10 <= len(told) <= 14
    for number, page in enumerate(told, start=1):
        assert f"Page {number} of {len(told)}" in page
        assert "Printed by Rosa Ruiz, Oct. 19, 2026" in page
        assert "copy 2" in page
        assert "Plan version 3" in page
        assert digest(freeze(PLAN))[:12] in page


def test_an_adopted_plan_shows_the_seal_it_was_frozen_under():
    sealed = replace(STAMP, seal="ab" * 32)
    assert all("SHA-256 abababababab" in page for page in pages(plan_paper(SMALL, stamp=sealed)))


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.PROPOSED])
def test_a_draft_says_so_to_the_eye_and_to_a_reader_aloud(state):
    paper = plan_paper(replace(SMALL, state=state), stamp=STAMP)
    leaf = Leaf(paper.bytes)
    assert str(leaf.pdf.docinfo.Title).endswith("DRAFT")
    assert all("DRAFT. Not in effect." in page for page in pages(paper))
    assert said(paper, "DRAFT: This is a draft for the team and the family to talk about. It is not in effect.")


def test_an_adopted_plan_is_not_called_a_draft():
    assert not any("DRAFT" in page for page in pages(drawn("plan")))
    assert str(Leaf(drawn("plan").bytes).pdf.docinfo.Title) == "Individualized Education Program P-7F3A-0003"


@pytest.mark.parametrize("state", [PlanState.SUPERSEDED, PlanState.WITHDRAWN])
def test_a_plan_out_of_force_says_so_on_every_page(state):
    assert all(state.label in page for page in pages(plan_paper(replace(SMALL, state=state), stamp=STAMP)))


@pytest.mark.parametrize("name", ["plan", "draft", "summary", "growth"])
def test_the_properties_of_the_file_do_not_name_the_student(name):
    leaf = Leaf(drawn(name).bytes)
    properties = leaf.xmp() + "".join(str(value) for value in leaf.pdf.docinfo.values())
    assert not re.search("Maya|Torres|204117", properties)


def test_the_same_facts_and_stamp_give_the_same_bytes_on_every_thread():
    found = []
    threads = [Thread(target=lambda: found.append(plan_paper(PLAN, stamp=STAMP).bytes)) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {drawn("plan").bytes}
    assert drawn("plan").sha256 == sha256(drawn("plan").bytes).hexdigest()


def test_another_copy_is_another_file():
    other = plan_paper(PLAN, stamp=replace(STAMP, copy=3))
    later = plan_paper(PLAN, stamp=replace(STAMP, printed_at=datetime(2026, 10, 20, tzinfo=UTC)))
    assert len({drawn("plan").sha256, other.sha256, later.sha256}) == 3


# The summary


def test_the_summary_of_a_full_plan_stands_on_one_page():
    assert len(pages(drawn("summary"))) == 1


def test_the_summary_begins_with_strengths_and_how_to_use_them():
    whole = text(drawn("summary"))
    order = [
        PLAN.strengths[0].words,
        PLAN.goals[0].weaves[0].step,
        PLAN.goals[0].behavior,
        PLAN.accommodations[0].words,
        PLAN.accommodations[0].how,
        "Consultant teacher",
        FACTORS[4].text,
        "Rosa Ruiz, case manager",
    ]
    places = [whole.index(squeezed(words)) for words in order]
    assert places == sorted(places)


def test_the_summary_shows_every_support_and_only_the_factors_with_yes():
    for support in PLAN.accommodations:
        assert said(drawn("summary"), support.words)
        assert said(drawn("summary"), support.where)
    assert not said(drawn("summary"), FACTORS[1].text)
    assert said(drawn("summary"), "Half as many written answers (modification)")


def test_the_summary_keeps_the_disability_to_those_who_read_the_plan():
    assert not said(drawn("summary"), MAYA.disability.label)


def test_a_summary_too_long_for_one_page_runs_on_and_loses_nothing():
    many = tuple(
        AccommodationFacts(
            f"b{n}", AccommodationKind.ACCOMMODATION, f"Support number {n} " + "word " * 12, "All day", ""
        )
        for n in range(60)
    )
    paper = summary_paper(replace(PLAN, accommodations=many), stamp=STAMP)
    assert len(pages(paper)) > 1
    assert all(said(paper, each.words) for each in many)


# The growth report


def test_the_growth_report_begins_with_what_the_student_is_good_at():
    whole = text(drawn("growth"))
    places = [whole.index(squeezed(words)) for words in (*REPORT.good_at, REPORT.own_words, REPORT.goals[0].words)]
    assert places == sorted(places)


@pytest.mark.parametrize("goal", REPORT.goals, ids=lambda each: each.goal_id)
def test_no_growth_word_stands_without_its_numbers(goal):
    whole = text(drawn("growth"))
    start = whole.index(squeezed(goal.words))
    line = goal.line
    numbers = [
        "StartNowTargetTargetdateMeasurements",
        str(line.start),
        str(line.target),
        "June18,2027",
        str(line.points),
    ]
    for wanted in (line.label, *numbers, goal.next_step or line.next_step):
        assert squeezed(wanted) in whole[start:]


def test_the_schools_part_comes_before_the_word():
    whole = text(drawn("growth"))
    goal = REPORT.goals[2]
    start = whole.index(squeezed(goal.words))
    assert whole.index("Wegave60%oftheplannedsupport.", start) < whole.index(squeezed(goal.line.label), start)


def test_every_graph_is_told_in_words():
    leaf = Leaf(drawn("growth").bytes)
    told = [str(figure.Alt) for figure in leaf.of("/Figure")]
    assert len(told) == len(REPORT.goals)
    assert "The target is 92 by June 18, 2027." in told[0]
    assert "drawn hollow: 1." in told[0]


def test_the_family_is_asked_and_told_how_to_answer():
    assert said(drawn("growth"), "A question for you: What does Maya like to read")
    assert said(drawn("growth"), REPORT.answer_to)


# Text from outside


def with_everywhere(words):
    """A small plan with the same words in many kinds of places."""
    return replace(
        SMALL,
        student=replace(MAYA, name=words, school=words),
        words=(StudentWords("x", words, words, Mode.TYPED, words, PLAN.meeting_on, language="en"),),
        sections=(SectionFacts(Section.PARENT_CONCERNS, words, by=words),),
        strengths=tuple(
            replace(each, words=words) if each.kind == ItemKind.ABILITY else each for each in SMALL.strengths
        ),
        goals=tuple(replace(goal, behavior=words, unit=words[:40]) for goal in SMALL.goals),
        case_manager=words,
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_text_is_never_read_as_a_command(words):
    paper = plan_paper(with_everywhere(words), stamp=STAMP)
    assert paper.accessible
    assert said(paper, words)
    assert not said(paper, "root:x:0")
    assert failures(paper.bytes) == []


def test_a_sign_no_font_has_is_named_and_reported_and_the_paper_still_comes():
    """All of them on one paper: to draw it and read it back is what takes the time."""
    signs = {
        "fine \U0001faef": "[U+1FAEF sign without a name]",
        "so \x00 be it": "[U+0000 sign without a name]",
        "bell \x07": "[U+0007 sign without a name]",
        "own \ue123 sign": "[U+E123 sign without a name]",
        "evil \u202egnirts": "[U+202E right-to-left override]",
        "byte order \ufeff": "[U+FEFF zero width no-break space]",
        "old \U00010330 letters": "[U+10330 gothic letter ahsa]",
    }
    paper = plan_paper(with_everywhere(", ".join(signs)), stamp=STAMP)
    assert paper.accessible
    assert [marker for marker in signs.values() if not any(marker in warning for warning in paper.warnings)] == []
    assert [marker for marker in signs.values() if not said(paper, marker)] == []
    assert failures(paper.bytes) == []


@pytest.mark.parametrize(
    "words",
    [
        "great 😀👍🏽 day ❤️",
        "family 👩‍👩‍👧‍👦 flag 🏳️‍🌈",
        "N" * 300,
        "Wolfeschlegelsteinhausenbergerdorff " * 9,
        "A",
        "تحكي القصة بالترتيب",
        "وہ کہانی ترتیب سے سناتی ہے",
        "她能从头讲到尾",
        "Nguyễn Thị Ánh",
        "e\u0301\u0302\u20e3 \u0301",
        "क्‍ष ക്‍",
    ],
)
def test_words_of_the_world_are_printed_without_a_warning(words):
    paper = plan_paper(with_everywhere(words), stamp=STAMP)
    assert (paper.accessible, paper.warnings) == (True, ())
    assert failures(paper.bytes) == []


def test_a_name_of_three_hundred_letters_stays_on_the_paper():
    paper = plan_paper(with_everywhere("N" * 300), stamp=STAMP)
    assert said(paper, "N" * 300)
    assert inside_the_margins(paper)


def inside_the_margins(paper):
    places = []
    for page in PdfReader(BytesIO(paper.bytes)).pages:
        page.extract_text(
            visitor_text=lambda words, cm, tm, font, size: places.append(tm[4]) if words.strip() else None
        )
    return all(0 <= place <= 612 - 36 for place in places)


def test_a_very_long_plan_loses_nothing():
    sections = tuple(SectionFacts(each, "Long words. " * 300) for each in Section)
    paper = plan_paper(replace(SMALL, sections=sections), stamp=STAMP)
    assert text(paper).count("Longwords.") == 300 * len(Section)


def test_a_need_longer_than_a_page_runs_over_to_the_next():
    level = PLAN.present_levels[0]
    long = replace(level, strength_text="Tells it. " * 500, needs=(replace(level.needs[0], impact="Matters. " * 500),))
    paper = plan_paper(replace(SMALL, present_levels=(long,)), stamp=STAMP)
    assert text(paper).count("Tellsit.") == 500
    assert text(paper).count("Matters.") == 500


def test_a_paper_that_cannot_be_accessible_is_printed_all_the_same_and_says_so(monkeypatch):
    """The one place where a refusal is staged: no text is known that the first attempt refuses."""

    def refuse(sheet, *, seconds, accessible=True):
        if accessible:
            raise RuntimeError("PDF/UA-1 error: staged")
        return press(sheet, seconds=seconds, accessible=False)

    press = papers.press
    monkeypatch.setattr(papers, "press", refuse)
    paper = plan_paper(SMALL, stamp=STAMP)
    assert not paper.accessible
    assert any("staged" in warning for warning in paper.warnings)
    assert said(paper, SMALL.goals[0].student_words)


@pytest.mark.parametrize("language", ["es", "ar", "zh-hans", "ht"])
def test_a_paper_can_be_drawn_in_any_language_of_the_families(language):
    paper = plan_paper(SMALL, stamp=Stamp("Rosa Ruiz", STAMP.printed_at), language=language)
    assert paper.accessible
    assert failures(paper.bytes) == []
    assert str(Leaf(paper.bytes).root.Lang) == language.split("-")[0]
