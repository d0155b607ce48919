"""The one-pager: the student's words stay, nothing private leaves, what was shared never changes, every paper opens."""

from io import BytesIO
from uuid import uuid4

import pdfplumber
import pikepdf
import pytest
from django.db import DatabaseError, transaction
from pdfua import validate
from pypdf import PdfReader

from strongsuit.audit.models import Entry
from strongsuit.documents import own_actions as actions
from strongsuit.documents import own_queries as queries
from strongsuit.documents.own_models import LineInShort, OnePager, OnePagerLine, PageShare, SharedLine
from strongsuit.knowledge.own_page import MOST, Part, SeenBy
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.documents.pdf_checks import failures

HOME = "/me/one-pager/"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def maya(as_, cast):
    return as_(cast.maya_account)


def line(cast, words="I draw anyhing", part=Part.STRENGTH, **values):
    made = actions.add_line(by=cast.maya_account, student=cast.maya, part=part, words=words, once=uuid4())
    if values:
        OnePagerLine.objects.filter(pk=made.pk).update(**values)
        made.refresh_from_db()
    made.student = cast.maya
    return made


def shared(cast):
    return actions.share(by=cast.maya_account, student=cast.maya, once=uuid4())


def test_a_page_is_made_in_small_steps_shared_and_read(maya, cast, client):
    assert "Begin" in maya.get(HOME).content.decode()
    step = f"{HOME}step/strengths/"
    offered = maya.get(step).content.decode()
    assert "You said this about you" in offered
    once = str(uuid4())
    for _time in range(2):
        answer = maya.post(step, {"once": once, "words": "I draw anyhing  you say \U0001f40b"})
        assert answer.url == step
    assert OnePagerLine.objects.get().words == "I draw anyhing  you say \U0001f40b"
    assert maya.post(f"{HOME}share/", {"once": str(uuid4())}).url == HOME
    team = cast.sign_in(client, cast.okafor).get(f"/students/{spell(cast.maya.pk)}/one-pager/").content.decode()
    assert "I draw anyhing  you say \U0001f40b" in team


def test_a_line_comes_from_the_own_profile_only(maya, cast):
    step = f"{HOME}step/strengths/"
    item = cast.items["draw"]
    maya.post(step, {"once": str(uuid4()), "item": spell(item.pk)})
    made = OnePagerLine.objects.get()
    assert (made.item_id, made.words) == (item.pk, item.words)
    assert maya.post(step, {"once": str(uuid4()), "item": spell(7)}).status_code == 404
    assert maya.post(step, {"once": str(uuid4()), "item": "x"}).status_code == 404


def test_what_is_private_in_the_profile_begins_as_private_on_the_page(cast):
    item = cast.items["draw"]
    item.private = True
    item.save()
    made = actions.add_line(
        by=cast.maya_account, student=cast.maya, part=Part.STRENGTH, words=item.words, item=item, once=uuid4()
    )
    assert made.seen_by == SeenBy.ME


@pytest.mark.parametrize("part", Part)
def test_a_part_takes_as_many_lines_as_it_should(cast, part):
    for number in range(MOST[part]):
        line(cast, f"line {number}", part)
    with pytest.raises(Cannot, match="full"):
        line(cast, "one more", part)


@pytest.mark.parametrize("words", ["", "   ", "x" * 301, "a hidden sign \x00"])
def test_bad_words_come_back_as_they_were_typed(maya, words):
    answer = maya.post(f"{HOME}step/likes/", {"once": str(uuid4()), "words": words})
    assert answer.status_code == 422
    assert OnePagerLine.objects.count() == 0
    assert words.strip("\x00 ")[:50] in answer.content.decode()


def test_a_step_that_is_none_is_not_there(maya):
    assert maya.get(f"{HOME}step/nothing/").status_code == 404
    assert maya.get(f"{HOME}paper/poster/").status_code == 404


def test_the_student_is_called_as_the_student_says(maya, cast):
    sent = {"version": 0, "called": "May", "pronouns": "they/them", "identity": "identity", "identity_words": "Proud"}
    assert maya.post(f"{HOME}step/me/", sent).status_code == 302
    line(cast)
    page = queries.page_of(cast.maya, reader=SeenBy.TEAM)
    assert (page.called, page.pronouns, page.identity_words) == ("May", "they/them", "Proud")
    assert "disabled student" in page.way
    before = page.parts
    again = sent | {"version": 2, "identity": "person"}
    assert maya.post(f"{HOME}step/me/", again).status_code == 302
    page = queries.page_of(cast.maya, reader=SeenBy.TEAM)
    assert "a student with" in page.way and page.parts == before


def test_two_devices_do_not_overwrite_each_other(maya, cast):
    sent = {"version": 0, "called": "May", "pronouns": "", "identity": "", "identity_words": ""}
    maya.post(f"{HOME}step/me/", sent)
    answer = maya.post(f"{HOME}step/me/", sent | {"called": "Mimi"})
    assert answer.status_code == 422 and "Mimi" in answer.content.decode()
    assert OnePager.objects.get().called == "May"
    found = line(cast)
    actions.change_line(by=cast.maya_account, line=found, version=1, words="new", seen_by=SeenBy.TEAM, picture="")
    with pytest.raises(Stale):
        actions.change_line(by=cast.maya_account, line=found, version=1, words="x", seen_by=SeenBy.TEAM, picture="")


def test_lines_move_by_buttons_and_by_hand(maya, cast):
    lines = [line(cast, f"line {number}") for number in range(3)]
    actions.move_line(by=cast.maya_account, line=lines[2], up=True)
    assert [each.words for each in queries.lines_of(cast.maya)] == ["line 0", "line 2", "line 1"]
    order = [spell(lines[1].pk), spell(lines[0].pk)]
    assert maya.post(f"{HOME}step/strengths/order/", {"line": order}).status_code == 302
    assert [each.words for each in queries.lines_of(cast.maya)] == ["line 1", "line 0", "line 2"]
    for up in (True, False):
        actions.move_line(by=cast.maya_account, line=lines[1], up=up)
    for _press in range(2):
        sent = {"way": "up", "seen_at": "3"}
        assert maya.post(f"/me/one-pager/line/{spell(lines[2].pk)}/move/", sent).status_code == 302
    assert [each.words for each in queries.lines_of(cast.maya)] == ["line 0", "line 2", "line 1"]


def test_each_reader_gets_what_is_for_them(as_, cast):
    for reader in SeenBy:
        line(cast, f"for {reader.value}", seen_by=reader)
    shared(cast)
    assert {each.words for each in SharedLine.objects.all()} == {"for team", "for family"}
    team = as_(cast.ruiz).get(f"/students/{spell(cast.maya.pk)}/one-pager/").content.decode()
    home = as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/one-pager/").content.decode()
    assert "for team" in team and "for family" not in team and "for me" not in team
    assert "for team" in home and "for family" in home and "for me" not in home


def test_nothing_private_reaches_the_screen_or_a_paper(maya, cast):
    for reader in SeenBy:
        line(cast, f"for {reader.value}", seen_by=reader)
    assert "for me" not in maya.get(f"{HOME}show/").content.decode()
    for shape in ("sheet", "large", "slide"):
        words = text(maya.get(f"{HOME}paper/{shape}/").content)
        assert "for team" in words and "for me" not in words and "for family" not in words
    assert "for me" in text(maya.get(f"{HOME}paper/sheet/?for=me").content)


def test_what_was_shared_stays_as_it_was(maya, cast):
    made = line(cast, "first words")
    first = shared(cast)
    actions.change_line(by=cast.maya_account, line=made, version=1, words="other", seen_by=SeenBy.TEAM, picture="")
    assert queries.shared_page(first, reader=SeenBy.TEAM).parts[0].lines[0].words == "first words"
    assert "first words" in maya.get(f"{HOME}shared/{spell(first.pk)}/").content.decode()
    second = shared(cast)
    assert (second.number, queries.newest_share(cast.maya)) == (2, second)
    for row in (first, SharedLine.objects.first()):
        for deed in ("update", "delete"):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows = type(row).objects.filter(pk=row.pk)
                rows.update(student=cast.maya) if deed == "update" else rows._raw_delete("default")
    assert Entry.objects.filter(target="documents.PageShare", fingerprint=first.fingerprint()).count() == 1


def test_a_page_is_taken_back(as_, maya, cast):
    line(cast)
    shared(cast)
    assert maya.post(f"{HOME}back/", {"once": str(uuid4())}).status_code == 302
    answer = as_(cast.ruiz).get(f"/students/{spell(cast.maya.pk)}/one-pager/").content.decode()
    assert "has shared no page yet" in answer
    assert cast.sign_in(as_(cast.ruiz), cast.ruiz).get(
        f"/students/{spell(cast.maya.pk)}/one-pager/paper/sheet/"
    ).status_code == 404  # fmt: skip
    assert actions.take_back(by=cast.maya_account, student=cast.maya, once=uuid4()) is None


def test_a_page_that_is_too_long_says_by_how_much(maya, cast):
    for part in Part:
        line(cast, "word " * 25, part)
    answer = maya.post(f"{HOME}share/", {"once": str(uuid4())})
    assert answer.status_code == 422 and "30 words too many" in answer.content.decode()
    assert PageShare.objects.count() == 0
    found = OnePagerLine.objects.filter(part=Part.ASK).get()
    found.student = cast.maya
    actions.take_off(by=cast.maya_account, line=found)
    OnePagerLine.objects.filter(part=Part.HELP).update(seen_by=SeenBy.ME)
    assert shared(cast).number == 1


def test_nothing_is_not_shared(maya):
    answer = maya.post(f"{HOME}share/", {"once": str(uuid4())})
    assert answer.status_code == 422 and "nothing to share" in answer.content.decode()


def test_what_is_asked_for_reaches_the_team_once(cast):
    line(cast, "May I record my answers?", Part.ASK)
    shared(cast)
    shared(cast)
    assert [(item.source, item.standing.state) for item in VoiceItem.objects.all()] == [("own_page", "confirmed")]


def test_what_is_asked_of_the_family_alone_does_not_reach_the_team(cast):
    line(cast, "Please ask me first", Part.ASK, seen_by=SeenBy.FAMILY)
    shared(cast)
    assert not VoiceItem.objects.exists()


def test_a_shorter_version_stands_beside_and_asks_the_student(as_, cast):
    line(cast, "when its loud i cant hear my own thinking")
    shared(cast)
    row = SharedLine.objects.get()
    sent = {"version": 0, "text": "Noise makes it hard to think."}
    answer = as_(cast.ruiz).post(f"/students/{spell(cast.maya.pk)}/one-pager/line/{spell(row.pk)}/", sent)
    assert answer.status_code == 302
    read = as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/one-pager/").content.decode()
    assert "A summary by staff" in read and "when its loud" in read
    found = LineInShort.objects.get()
    assert "Is this what you meant?" in as_(cast.maya_account).get(HOME).content.decode()
    as_(cast.maya_account).post(f"{HOME}meant/{spell(found.pk)}/", {"version": 1, "meant": "yes"})
    found.refresh_from_db()
    assert found.approved_at is not None
    for person in (cast.nguyen, cast.rosa):
        with pytest.raises(NotYours):
            row.student = cast.maya
            actions.shorten(by=person, line=row, text="x", version=1)


@pytest.mark.parametrize("who", ["ruiz", "rosa", "chen"])
def test_nobody_writes_in_a_students_name(cast, who):
    with pytest.raises(NotYours):
        actions.add_line(by=getattr(cast, who), student=cast.maya, part=Part.NEED, words="x", once=uuid4())
    with pytest.raises(NotYours):
        actions.share(by=getattr(cast, who), student=cast.maya, once=uuid4())


# Papers


def text(content):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def full_page(cast):
    for part in Part:
        for number in range(MOST[part]):
            line(cast, f"{part.value} line {number} with some words of mine", part)


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize("shape", ["sheet", "large", "slide"])
def test_every_paper_is_accessible_and_whole(maya, cast, shape, only, tmp_path):
    full_page(cast)
    sent = {"version": 0, "level": "E", "pictures_only": "on"} if only else {"version": 0, "level": "E"}
    maya.post(f"{HOME}step/look/", sent)
    content = maya.get(f"{HOME}paper/{shape}/").content
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in validate(file).findings] == []
    assert set(failures(content)) <= {"prints_on_letter_paper"}
    pdf = PdfReader(BytesIO(content))
    assert len(pdf.pages) == 1 or shape == "large"
    if not only:
        assert all(f"{part.value} line 0 with some words" in text(content) for part in Part)


def test_a_page_of_pictures_tells_the_words_to_a_reader_aloud(maya, cast):
    line(cast, "I draw anything")
    maya.post(f"{HOME}step/look/", {"version": 0, "level": "E", "pictures_only": "on"})
    content = maya.get(f"{HOME}paper/sheet/").content
    assert "I draw anything" not in text(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        told = [
            str(each.get("/Alt")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert told == ["I draw anything"]


@pytest.mark.parametrize(("size", "sides"), [("a4", (595, 842)), ("us-letter", (612, 792)), ("poster", (612, 792))])
def test_a_sheet_fits_the_printer(maya, cast, size, sides):
    full_page(cast)
    content = maya.get(f"{HOME}paper/sheet/?size={size}").content
    with pdfplumber.open(BytesIO(content)) as pdf:
        assert [(round(page.width), round(page.height)) for page in pdf.pages] == [sides]
        assert min(char["size"] for char in pdf.pages[0].chars if char["text"].isalpha()) >= 8


def test_the_longest_page_fits_on_one_sheet_and_one_slide(cast, maya):
    for part in Part:
        for number in range(MOST[part]):
            line(cast, f"{number} " + "abcdefghi " * 8, part)
    for shape in ("sheet", "slide"):
        assert len(PdfReader(BytesIO(maya.get(f"{HOME}paper/{shape}/").content)).pages) == 1


def test_words_that_look_like_commands_stay_words(maya, cast):
    words = '#read("/etc/passwd") <script>alert(1)</script> $x$ *b*'
    line(cast, words)
    assert words.replace(" ", "") in text(maya.get(f"{HOME}paper/sheet/").content).replace(" ", "")
    assert "<script>alert(1)" not in maya.get(HOME).content.decode()


def test_a_taken_paper_stands_in_the_trail(maya, cast):
    line(cast)
    maya.get(f"{HOME}paper/sheet/")
    assert Entry.objects.filter(kind="took_out", student=cast.maya.pk, actor=cast.maya_account).count() == 1
