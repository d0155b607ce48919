"""Strengths are told by student, family and school, each in their own page; nothing told is lost or overwritten."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from strongsuit.audit.models import Entry
from strongsuit.knowledge.terms import ItemKind, Mode
from strongsuit.strengths import actions
from strongsuit.strengths.models import Answer, Evidence, Item, Paraphrase, Words
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from strongsuit.web.refusals import NotYours

ZERO = "\x00"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def spelled(pk):
    return spell(pk)


def strength(**values):
    return {"kind": "ability", "words": "Builds towers that stand", "choice": "often", "once": str(uuid4())} | values


def test_a_teacher_writes_down_a_strength_with_its_story(as_, cast):
    client = as_(cast.okafor)
    told = strength(skill_set="technology", story="Three towers in the fair", setting="Science fair")
    answer = client.post(f"/students/{spelled(cast.maya.pk)}/voice/add/", told)
    assert answer.status_code == 302
    item = Item.objects.get(words="Builds towers that stand")
    assert (item.student, item.district_id) == (cast.maya, cast.maya.district_id)
    assert [(a.group, a.value, a.by) for a in item.answers.all()] == [("school", 1, cast.okafor)]
    assert item.evidence.get().setting == "Science fair"
    assert Entry.objects.filter(target="strengths.Item", target_id=item.pk, because="general_teacher").count() == 1


def test_own_words_can_ask_for_an_answer_where_the_team_may_read_them(as_, cast):
    client = as_(cast.maya_account)
    own = {"prompt": "What I want you to know", "words": "i like it loud", "answer_me": "on", "once": str(uuid4())}
    alone = client.post("/me/words/", own)
    assert alone.status_code == 422 and "i like it loud" in alone.content.decode() and not VoiceItem.objects.exists()
    for _time in range(2):
        assert client.post("/me/words/", own | {"shared": "on"}).status_code == 302
    told = VoiceItem.objects.get()
    assert (told.words, told.topic, told.source) == ("i like it loud", "What I want you to know", "button")


def test_the_same_form_twice_makes_one_strength(as_, cast):
    client = as_(cast.okafor)
    told = strength()
    for _time in range(2):
        client.post(f"/students/{spelled(cast.maya.pk)}/voice/add/", told)
    assert Item.objects.filter(words="Builds towers that stand").count() == 1
    assert Answer.objects.filter(item__words="Builds towers that stand").count() == 1


def test_praise_without_an_act_is_asked_again_with_the_words_still_there(as_, cast):
    answer = as_(cast.okafor).post(f"/students/{spelled(cast.maya.pk)}/voice/add/", strength(words="She is a joy"))
    assert answer.status_code == 422
    assert b"What does the student do well?" in answer.content
    assert b"She is a joy" in answer.content
    assert not Item.objects.filter(words="She is a joy").exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"words": ""}, "This field is required"),
        ({"words": "a" + ZERO}, "hidden sign"),
        ({"words": "x" * 501}, "at most 500"),
        ({"choice": "nonsense"}, "Select a valid choice"),
        ({"once": "nonsense"}, "valid UUID"),
        ({"story": "Told", "setting": ""}, "Say where it was"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(as_, cast, values, sentence):
    before = Item.objects.count()
    answer = as_(cast.okafor).post(f"/students/{spelled(cast.maya.pk)}/voice/add/", strength(**values))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Item.objects.count() == before


def test_the_student_says_it_in_own_words_and_they_stay_letter_for_letter(as_, cast):
    words = "  i dont like it  when pepole stare 🦑\n"
    client = as_(cast.maya_account)
    answer = client.post("/me/words/", {"prompt": "What?", "words": words, "shared": "on", "once": str(uuid4())})
    assert answer.status_code == 302
    kept = Words.objects.get(prompt="What?")
    assert (kept.words, kept.by_name, kept.mode) == (words, "Maya Delgado", "typed")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        Words.objects.filter(pk=kept.pk).update(words="I do not like it.")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        kept.delete()


def test_what_the_student_keeps_private_reaches_no_page_of_the_team(as_, cast):
    client = as_(cast.maya_account)
    client.post("/me/strengths/add/", strength(words="CANARY secret drawing", choice="a_lot", private="on"))
    client.post("/me/words/", {"prompt": "What?", "words": "CANARY words", "once": str(uuid4())})
    mine = client.get("/me/strengths/").content.decode()
    assert mine.count("CANARY") == 2
    secret = Item.objects.get(words__startswith="CANARY")
    page = as_(cast.ruiz).get(f"/students/{spelled(cast.maya.pk)}/voice/").content.decode()
    assert "CANARY" not in page
    assert client.get(f"/strengths/{spelled(secret.pk)}/").status_code == 404


def test_an_adult_scribes_what_the_student_said(as_, cast):
    client = as_(cast.silva)
    client.post(
        f"/students/{spelled(cast.maya.pk)}/voice/words/",
        {"prompt": "What helps?", "words": "Quiet.", "once": str(uuid4())},
    )
    kept = Words.objects.get(prompt="What helps?")
    assert (kept.words, kept.mode, kept.by_name, kept.helped_by) == ("Quiet.", "scribed", "Maya Delgado", "Ana Silva")


def test_a_teacher_without_that_part_may_not_scribe(cast):
    with pytest.raises(NotYours):
        actions.say(by=cast.okafor, student=cast.maya, prompt="x", words="y", mode=Mode.TYPED, once=uuid4())


def test_a_short_version_is_the_students_only_once_approved(as_, cast):
    client = as_(cast.ruiz)
    client.post(f"/words/{spelled(cast.words.pk)}/short/", {"text": "Draws well; no reading aloud.", "version": 0})
    short = Paraphrase.objects.get()
    assert short.approved_at is None
    assert "not yet approved" in client.get(f"/students/{spelled(cast.maya.pk)}/voice/").content.decode()
    client = as_(cast.maya_account)
    client.post(f"/me/short/{spelled(short.pk)}/", {"meant": "yes", "version": short.version})
    short.refresh_from_db()
    assert short.approved_at is not None
    actions.paraphrase(by=cast.ruiz, words=cast.words, text="Something else", version=short.version)
    short.refresh_from_db()
    assert short.approved_at is None


def test_the_family_tells_its_view_and_sees_the_others(as_, cast):
    client = as_(cast.rosa)
    address = f"/family/{spelled(cast.maya.pk)}/view/"
    client.post(address, strength(words="Cooks rice alone", may_share="on"))
    item = Item.objects.get(words="Cooks rice alone")
    assert [(a.group, a.by) for a in item.answers.all()] == [("family", cast.rosa)]
    page = client.get(address).content.decode()
    assert "Cooks rice alone" in page and "Understands a lot when listening" in page


def test_a_parent_with_the_right_to_be_informed_reads_and_does_not_write(as_, cast):
    client = as_(cast.paul)
    address = f"/family/{spelled(cast.maya.pk)}/view/"
    assert client.get(address).status_code == 200
    assert client.post(address, strength()).status_code == 404


def test_a_newer_answer_keeps_the_older_as_history(as_, cast):
    item = cast.items["sea"]
    client = as_(cast.okafor)
    for choice in ("sometimes", "often"):
        client.post(f"/strengths/{spelled(item.pk)}/answer/", {"choice": choice, "once": str(uuid4())})
    told = Answer.objects.filter(item=item, by=cast.okafor)
    assert sorted(answer.choice for answer in told) == ["often", "sometimes"]
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        told.delete()


def test_evidence_is_added_once(as_, cast):
    item = cast.items["sea"]
    shown = {
        "kind": "work",
        "words": "A poster about squid",
        "setting": "Science",
        "on": "2026-11-02",
        "audience": "both",
        "once": str(uuid4()),
    }
    client = as_(cast.okafor)
    for _time in range(2):
        client.post(f"/strengths/{spelled(item.pk)}/evidence/", shown)
    assert Evidence.objects.filter(words="A poster about squid").count() == 1


@pytest.mark.parametrize("who", ["stranger", "outsider", "admin", "paul"])
def test_who_has_no_reason_writes_nothing(cast, who):
    before = Item.objects.count()
    with pytest.raises(NotYours):
        actions.tell_strength(
            by=getattr(cast, who),
            student=cast.maya,
            kind=ItemKind.ABILITY,
            words="Runs",
            skill_set=None,
            choice="often",
            on=cast.words.on,
            once=uuid4(),
        )
    assert Item.objects.count() == before


@pytest.mark.parametrize("count", [1, 25, 250])
def test_the_page_asks_the_database_a_fixed_number_of_times(as_, cast, count, django_assert_max_num_queries):
    for number in range(count):
        actions.tell_strength(
            by=cast.ruiz,
            student=cast.maya,
            kind=ItemKind.ABILITY,
            words=f"Counts to {number}",
            skill_set=None,
            choice="often",
            on=cast.words.on,
            once=uuid4(),
        )
    client = as_(cast.ruiz)
    with django_assert_max_num_queries(48):
        assert client.get(f"/students/{spelled(cast.maya.pk)}/voice/").status_code == 200
