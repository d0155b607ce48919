"""Goal cards with the plan's own numbers, ways to ask with practice, good days from both sides."""

import base64
import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pdfplumber
import pytest
from django.db import DatabaseError, transaction
from pdfua import validate
from pypdf import PdfReader

from strongsuit.documents import own_card_actions as actions
from strongsuit.documents import own_card_queries as queries
from strongsuit.documents.own_models import OnePager
from strongsuit.documents.own_models_beside import AskScript, AskTurn, GoalCard, GoodDayLine
from strongsuit.knowledge.own_cards import Reply
from strongsuit.knowledge.own_page import names_a_disability
from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Disability, PlanState
from strongsuit.plans.models import Goal, Plan
from strongsuit.students.models import Eligibility
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import TODAY, filled_plan
from tests.documents.pdf_checks import failures
from tests.progress.conftest import STARTED, in_effect, measured, reading, writing  # noqa: F401 fixtures

CARDS, ASKS, DAY = "/me/goal-cards/", "/me/asks/", "/me/good-day/"
PIECES = {
    "task": "my sience report", "condition": "I can hear the text", "reason": "I know a story when I hear it",
    "support": "use my headphones", "person": "Ms. Ruiz",
}  # fmt: skip


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def maya(as_, cast):
    return as_(cast.maya_account)


def text(content):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def sound(content, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in validate(file).findings] == []
    assert set(failures(content)) <= {"prints_on_letter_paper"}


# Goal cards


def test_a_card_says_the_numbers_of_the_plan(cast, reading, writing):  # noqa: F811
    cards = queries.cards_of(cast.maya, TODAY)
    assert [card.goal for card in cards] == [reading, writing]
    for card in cards:
        goal = Goal.objects.get(pk=card.goal.pk)
        assert Decimal(card.start) == goal.baseline and Decimal(card.target) == goal.target
        assert card.target_on == goal.target_on
    rows = dict(cards[0].rows(Target.UPPER))
    assert rows["I began at"].startswith("48") and rows["I want to get to"].startswith("92")


def test_a_card_says_where_the_goal_stands_now(cast, reading):  # noqa: F811
    for day, value in ((2, 60), (9, 64), (16, 70)):
        measured(reading, date(2026, 11, day), value, by=cast.ruiz)
    assert queries.cards_of(cast.maya, TODAY)[0].now == "64"


@pytest.mark.parametrize("disability", Disability)
def test_no_card_names_a_disability(maya, cast, disability):
    Eligibility.objects.filter(student=cast.maya).update(disability=disability)
    label = disability.label.lower()
    first = cast.goals[0].pk
    Goal.objects.filter(pk=first).update(student_words="", behavior=f"reads although there is {label}")
    Plan.objects.filter(pk=cast.plan.pk).update(state=PlanState.ADOPTED, adopted_on=STARTED)
    cast.items["ear"].words = f"Listens well for a child with {label}"
    cast.items["ear"].save()
    page = maya.get(CARDS).content.decode()
    paper = text(maya.get(f"{CARDS}paper/pocket/").content)
    assert not names_a_disability(page.partition("<main")[2].partition("</main")[0])
    assert not names_a_disability(paper)


def test_the_student_adds_what_is_the_students(maya, cast, reading):  # noqa: F811
    sent = {"version": 0, "first_step": "Read to my dog", "people": "Abuela", "stretch": "Read to my hole class"}
    address = f"{CARDS}{spell(reading.pk)}/"
    assert maya.post(address, sent).status_code == 302
    assert maya.post(address, sent).status_code == 422
    page = maya.get(CARDS).content.decode()
    assert "Read to my hole class" in page and "Read to my dog" in page
    with pytest.raises(NotYours):
        actions.add_to_goal(by=cast.ruiz, goal=reading, version=2, stretch="less")


def test_a_stretch_goal_outlives_a_lower_target(cast, reading):  # noqa: F811
    actions.add_to_goal(by=cast.maya_account, goal=reading, version=0, first_step="", people="", stretch="Read it all")
    newer = filled_plan(cast.maya, cast.items, author=cast.ruiz, number=9)
    goal = newer.goals.order_by("order").first()
    Goal.objects.filter(pk=goal.pk).update(continues=reading, target=60)
    goal.refresh_from_db()
    assert queries.added_to([goal])[goal.pk].stretch == "Read it all"
    goal.student = cast.maya
    actions.add_to_goal(by=cast.maya_account, goal=goal, version=2, first_step="a", people="", stretch="Read it all")
    assert GoalCard.objects.count() == 1


@pytest.mark.parametrize("shape", ["cards", "pocket"])
def test_cards_come_out_of_the_printer(maya, cast, reading, shape, tmp_path):  # noqa: F811
    OnePager.objects.create(student=cast.maya, district_id=cast.maya.district_id, level="E")
    content = maya.get(f"{CARDS}paper/{shape}/").content
    sound(content, tmp_path)
    said = text(content)
    assert "48" in said and "92" in said and "I was at" in said
    with pdfplumber.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        if shape == "pocket":
            # Two of a quarter of A5 side by side: 74 millimeters each.
            across = {round(line["x0"]) for line in pdf.pages[0].lines if abs(line["x0"] - line["x1"]) < 1}
            assert any(abs(right - left - 210) <= 2 for left in across for right in across)


def test_a_goal_of_somebody_else_has_no_card_here(maya, cast, reading):  # noqa: F811
    assert maya.post(f"{CARDS}{spell(7)}/", {"version": 0}).status_code == 404


# Asking


def written(cast, **pieces):
    made = actions.write_script(by=cast.maya_account, student=cast.maya, once=uuid4(), **(PIECES | pieces))
    made.student = cast.maya
    return made


def test_a_script_is_built_from_the_pieces(maya, cast):
    once = str(uuid4())
    for _time in range(2):
        answer = maya.post(ASKS, PIECES | {"once": once})
    script = AskScript.objects.get()
    assert answer.url == f"{ASKS}{spell(script.pk)}/"
    said = [each.words for each in queries.sentences_of(script, Target.SECONDARY)]
    assert said == [
        "I am working on my sience report.",
        "I do best when I can hear the text.",
        "I know this about me: I know a story when I hear it.",
        "Could I please use my headphones?",
        "If it does not work now, when can I?",
        "Thank you.",
        "If the answer is still no, I will talk to Ms. Ruiz about it.",
    ]
    assert "sience" in maya.get(answer.url).content.decode()


def test_what_is_left_out_is_not_said(cast):
    said = queries.sentences_of(written(cast, condition="", reason="", person=""), Target.EARLY)
    assert [each.words for each in said] == [
        "I am doing my sience report.",
        "May I please use my headphones?",
        "Not now? Then when?",
        "Thank you.",
    ]


def test_a_script_without_its_heart_comes_back(maya):
    answer = maya.post(ASKS, PIECES | {"support": "", "once": str(uuid4())})
    assert answer.status_code == 422 and "sience" in answer.content.decode()


def test_practice_goes_through_three_answers_of_a_teacher(maya, cast):
    script = written(cast)
    address = f"{ASKS}{spell(script.pk)}/practice/"
    said = {Reply.YES: "Yes, go ahead.", Reply.LATER: "Maybe later.", Reply.WHAT: "What&#x27;s that?"}
    seen = []
    for _turn in Reply:
        page = maya.get(address).content.decode()
        reply = next(each for each, words in said.items() if words in page.partition("own-bubble")[2][:400])
        seen.append(reply)
        assert maya.post(address, {"reply": reply, "choice": "0", "words": "", "once": str(uuid4())}).status_code == 302
    assert set(seen) == set(Reply)
    own = {"reply": "later", "choice": "", "words": "can we say after luch?", "once": str(uuid4())}
    for _time in range(2):
        maya.post(address, own)
    turn = AskTurn.objects.get(own_words=True)
    assert turn.words == "can we say after luch?" and AskTurn.objects.count() == 4
    for deed in (lambda: AskTurn.objects.update(words="x"), lambda: AskTurn.objects.all()._raw_delete("default")):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()


def test_what_was_practiced_can_go_to_the_team(maya, cast):
    script = written(cast)
    own = {"reply": "later", "words": "can we say after luch?", "answer_me": "on", "once": str(uuid4())}
    for _time in range(2):
        assert maya.post(f"{ASKS}{spell(script.pk)}/practice/", own).status_code == 302
    told = VoiceItem.objects.get()
    assert (told.words, told.source, told.topic) == ("can we say after luch?", "practice", script.task)


@pytest.mark.parametrize("sent", [{"reply": "yes"}, {"reply": "yes", "choice": "9"}, {"reply": "yes", "words": "  "}])
def test_no_answer_is_asked_for_again(maya, cast, sent):
    address = f"{ASKS}{spell(written(cast).pk)}/practice/"
    assert maya.post(address, {"once": str(uuid4())} | sent).status_code == 422
    assert maya.post(address, {"once": str(uuid4()), "reply": "shouting"}).status_code == 404
    assert AskTurn.objects.count() == 0


def test_a_script_is_put_away_and_its_practice_stays(maya, cast):
    script = written(cast)
    actions.practice(
        by=cast.maya_account, script=script, reply=Reply.YES, words="Thank you!", own_words=False, once=uuid4()
    )
    maya.post(f"{ASKS}{spell(script.pk)}/away/", {"version": 1})
    assert "sience" not in maya.get(ASKS).content.decode()
    assert AskTurn.objects.count() == 1


def test_there_is_an_end_to_scripts(cast):
    for _each in range(actions.MOST_SCRIPTS):
        written(cast)
    with pytest.raises(Cannot, match="Put one away"):
        written(cast)


@pytest.mark.parametrize("shape", ["sheet", "pocket", "messages"])
def test_a_script_on_paper(maya, cast, shape, tmp_path):
    content = maya.get(f"{ASKS}{spell(written(cast).pk)}/paper/{shape}/").content
    sound(content, tmp_path)
    assert "use my headphones" in text(content)


def test_a_device_can_load_the_messages(maya, cast):
    script = written(cast)
    answer = maya.get(f"{ASKS}{spell(script.pk)}/device/")
    board = json.loads(answer.content)
    assert board["format"] == "open-board-0.1"
    known = {button["id"]: button for button in board["buttons"]}
    placed = [each for row in board["grid"]["order"] for each in row if each]
    assert placed == list(known) and len(board["grid"]["order"]) == board["grid"]["rows"]
    assert [button["vocalization"] for button in known.values()][3].endswith("use my headphones?")
    pictures = {image["id"]: image for image in board["images"]}
    for button in known.values():
        kind, _comma, data = pictures[button["image_id"]]["data"].partition(",")
        assert kind == "data:image/svg+xml;base64" and base64.b64decode(data).startswith(b"<svg")


def test_nobody_else_reads_how_a_student_asks(as_, cast):
    script = written(cast)
    for person in (cast.ruiz, cast.rosa, cast.chen):
        with pytest.raises(NotYours):
            queries.script_for(person, script.pk)
    for person in (cast.leo.account,) if cast.leo.account else ():
        with pytest.raises(NotYours):
            queries.script_for(person, script.pk)


# Good days


def told(words="We draw wales", **values):
    return {"words": words, "now": "sometimes", "makes": "", "who": "", "seen_by": "family"} | values


def test_a_good_day_is_told_from_both_sides(as_, cast):
    home = f"/family/{spell(cast.maya.pk)}/good-day/"
    assert as_(cast.maya_account).post(DAY, told(once=str(uuid4()), seen_by="team")).status_code == 302
    as_(cast.maya_account).post(DAY, told("I sing alone", once=str(uuid4()), seen_by="me"))
    assert as_(cast.rosa).post(home, told("She bakes", once=str(uuid4()), who="Abuela")).status_code == 302
    page = as_(cast.rosa).get(home).content.decode()
    assert "We draw wales" in page and "She bakes" in page and "I sing alone" not in page
    page = as_(cast.maya_account).get(DAY).content.decode()
    assert "She bakes" in page and "I sing alone" in page
    assert "She bakes" in text(as_(cast.rosa).get(f"{home}paper/").content)
    assert as_(cast.rosa).post(home, told(once=str(uuid4()), seen_by="me")).status_code == 422


def test_only_whoever_told_it_changes_it(as_, cast):
    as_(cast.maya_account).post(DAY, told(once=str(uuid4())))
    line = GoodDayLine.objects.get()
    with pytest.raises(NotYours):
        queries.day_line_for(cast.rosa, line.pk)
    address = f"{DAY}line/{spell(line.pk)}/"
    sent = told("We draw whales and squid", version=1)
    maya = as_(cast.maya_account)
    assert maya.post(address, sent).status_code == 302
    assert maya.post(address, sent | {"words": "older page"}).status_code == 422
    assert maya.post(address, {"off": "yes"}).status_code == 302
    assert GoodDayLine.objects.count() == 0
    assert maya.post(address, {"off": "yes"}).status_code == 404


def test_a_good_day_has_a_paper(maya, cast, tmp_path):
    maya.post(DAY, told(once=str(uuid4()), makes="A calm start", who="Abuela"))
    content = maya.get(f"{DAY}paper/").content
    sound(content, tmp_path)
    assert "We draw wales" in text(content) and "Abuela" in text(content)


@pytest.mark.parametrize("sent", [told(" "), told(now="often"), told(seen_by="everybody"), told(who="x" * 201)])
def test_a_good_day_that_cannot_be_kept_comes_back(maya, sent):
    answer = maya.post(DAY, sent | {"once": str(uuid4())})
    assert answer.status_code == 422 and GoodDayLine.objects.count() == 0


def test_a_guardian_without_the_say_reads_and_does_not_write(cast):
    with pytest.raises(NotYours):
        actions.tell_day(by=cast.paul, student=cast.maya, once=uuid4(), **told())
