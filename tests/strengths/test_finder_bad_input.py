"""What goes wrong at a card gets a clear sentence, and nothing a child said or made is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from strongsuit.knowledge.voice import OPEN, Source
from strongsuit.strengths import media_queries
from strongsuit.strengths.media_models import Media
from strongsuit.strengths.models import Answer, Words
from strongsuit.voice import actions
from strongsuit.voice.models import VoiceItem, VoiceStanding
from strongsuit.web.ids import spell
from tests.cast import TODAY
from tests.strengths.samples import photo, wav

SCRIPT = b"<script>fetch('/me/')</script>"


@pytest.fixture
def maya(cast, client):
    return cast.sign_in(client, cast.maya_account)


def begin(client):
    return client.post("/me/finder/begin/", {"deck": "RD", "once": str(uuid4())}).url


def sent(**values):
    return {"once": str(uuid4()), "shared": "on"} | values


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("song.mp3", SCRIPT, "A recording is needed here. Choose an MP3"),
        ("song.wav", wav()[:20] + SCRIPT, "This recording is damaged"),
        ("song.mp3", b"", "nothing in this file"),
    ],
)
def test_a_recording_that_is_a_script_comes_back_with_words_and_pictures(maya, name, body, sentence):
    here = begin(maya)
    told = sent(words="i sing to my dog", pictures=["atlas:dinosaurs"])
    answer = maya.post(f"{here}tell/", told | {"medium": SimpleUploadedFile(name, body, "audio/mpeg")})
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    assert "i sing to my dog" in page and 'value="atlas:dinosaurs" checked' in page
    assert not Media.objects.exists() and not Words.objects.filter(words__contains="sing").exists()


def test_a_photo_of_40_megabytes_leaves_the_older_one_on_the_card(maya, cast):
    def put(body):
        file = SimpleUploadedFile("me.jpg", body, "image/jpeg")
        return maya.post("/me/pictures/RD1/", {"medium": file, "once": str(uuid4())})

    assert put(photo()).status_code == 302
    kept = media_queries.pictures_of(cast.maya, ["RD1"])["RD1"]
    answer = put(photo() + bytes(40_000_000))
    assert answer.status_code == 422 and b"This photo is 40 MB." in answer.content
    assert media_queries.pictures_of(cast.maya, ["RD1"])["RD1"] == kept


@pytest.fixture
def left(cast):
    """Maya has left the school, with an open sitting and a wish that nobody has answered."""

    def leave():
        cast.maya.left_on = TODAY - timedelta(days=1)
        cast.maya.save()

    return leave


def test_whoever_left_reads_everything_and_is_told_why_nothing_more_is_taken(maya, cast, left):
    here = begin(maya)
    maya.post(f"{here}answer/", sent(card="RD1", choice="a_lot"))
    left()
    assert maya.get(here).status_code == 200 and maya.get("/me/finder/").status_code == 200
    for address, values in (
        ("answer/", {"card": "RD2", "choice": "a_lot"}),
        ("undo/", {}),
        ("call/", {"card": "RD2"}),
        ("levels/", {"level": "E"}),
    ):
        answer = maya.post(f"{here}{address}", sent(**values))
        assert answer.status_code == 422 and b"This record is closed" in answer.content, address
    answer = maya.post(f"{here}tell/", sent(words="i still want to say this"))
    assert answer.status_code == 422 and b"i still want to say this" in answer.content
    assert maya.post(f"{here}stop/", sent(end="yes")).status_code == 302
    assert Answer.objects.filter(sitting__isnull=False).count() == 1


def test_what_waits_for_an_answer_still_gets_one_when_the_student_has_left(maya, cast, client, left):
    wish = actions.hear(
        by=cast.maya_account, student=cast.maya, words="i want a quiet place", source=Source.BUTTON, once=uuid4()
    )
    left()
    assert VoiceStanding.objects.get(item=wish).state in OPEN
    assert b"i want a quiet place" in maya.get("/me/voice/").content
    team = cast.sign_in(type(client)(), cast.ruiz)
    assert b"i want a quiet place" in team.get(f"/students/{spell(cast.maya.pk)}/said/").content
    answer = maya.post("/me/voice/tell/", {"once": str(uuid4()), "words": "and one more thing", "topic": ""})
    assert answer.status_code == 422
    assert b"This record is closed" in answer.content and b"and one more thing" in answer.content
    assert VoiceItem.objects.count() == 1
