"""Photos, recordings and files: who may see each, who says so, and that nothing of them is left when they go."""

import tracemalloc
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from strongsuit.audit.models import Entry
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.strengths import actions, evidence_actions, jobs, media_actions, media_queries
from strongsuit.strengths.eyes import PAPER, Eyes
from strongsuit.strengths.facts import strengths_of
from strongsuit.strengths.media import store
from strongsuit.strengths.media.sorts import Cleaned
from strongsuit.strengths.models import Audience, Evidence, Item, ItemPicture, Media
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from strongsuit.web.uploads import Bounded
from tests.strengths import samples

PHOTO = Cleaned("photo", "image/webp", "webp", b"RIFF a photo", b"RIFF small", width=20, height=10)
SOUND = Cleaned("audio", "audio/mp4", "m4a", bytes(range(100)), seconds=3)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Each test finds its own files and no others."""
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": folder}
    cache.clear()


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def given(by, student, taken=PHOTO, audience=Audience.BOTH, **values):
    return media_actions.add_media(
        by=by, student=student, taken=taken, audience=audience, once=values.pop("once", uuid4()), **values
    )


def shown(cast, by, item, audience=Audience.BOTH, taken=PHOTO):
    media = given(by, cast.maya, taken, audience)
    return actions.show_evidence(
        by=by, item=item, kind=Evidence.Kind.PHOTO, words="", setting="Home", on=cast.words.on, once=uuid4(),
        audience=audience, media=media,
    )  # fmt: skip


def stored():
    found = []
    for letter in store.FOLDERS:
        found += store.lying_in(letter, before=datetime(2100, 1, 1, tzinfo=UTC))
    return set(found)


def fetched(client, media, own=False):
    return client.get(f"{'/me' if own else ''}/media/{spell(media.pk)}/")


# Who sees what: giver's side, choice, veto -> whose eyes, beside those of the giver.
def plainly(giver, audience, vetoed):
    """The rule again, as one would say it."""
    if audience == "mine":
        return set()
    wide = {"team": {"school"}, "both": {"school", "family"}}[audience]
    return {"student"} | (set() if vetoed else wide)


@pytest.mark.parametrize(("giver", "audience", "vetoed"), list(product(Group, Audience.values, (False, True))))
def test_who_sees_what_somebody_gave(giver, audience, vetoed):
    media = Media(
        by_id=7, group=giver, audience=audience, vetoed_at=datetime(2026, 1, 1, tzinfo=UTC) if vetoed else None
    )
    for group in Group:
        assert Eyes.of(group, 8).see(media) == (group in plainly(giver, audience, vetoed))
        assert Eyes.of(group, 7).see(media)
    assert PAPER.see(media) == (plainly(giver, audience, vetoed) >= {"school", "family"})


def test_the_question_to_the_database_says_the_same(cast):
    by = {Group.STUDENT: cast.maya_account, Group.FAMILY: cast.rosa, Group.SCHOOL: cast.ruiz}
    rows = []
    for giver, audience, vetoed in product(Group, Audience, (False, True)):
        if giver == Group.SCHOOL and audience == Audience.MINE:
            continue
        row = given(by[giver], cast.maya, audience=audience)
        if vetoed:
            Media.objects.filter(pk=row.pk).update(vetoed_at=row.made_at)
        rows.append(Media.objects.get(pk=row.pk))
    for group, viewer in [*by.items(), (Group.FAMILY, cast.paul), (Group.SCHOOL, cast.okafor)]:
        eyes = Eyes.of(group, viewer.pk)
        assert set(media_queries.media_of(cast.maya, eyes)) == {row for row in rows if eyes.see(row)}


EVERYBODY = {
    "ruiz": Group.SCHOOL, "okafor": Group.SCHOOL, "rosa": Group.FAMILY, "paul": Group.FAMILY,
    "maya_account": Group.STUDENT, "stranger": None, "outsider": None, "admin": None,
}  # fmt: skip


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("audience", Audience.values)
def test_the_bytes_come_only_through_the_door(as_, cast, who, audience):
    media = given(cast.rosa, cast.maya, audience=audience)
    group = EVERYBODY[who]
    may = group is not None and (who == "rosa" or Eyes.of(group, 0).see(media))
    client = as_(getattr(cast, who))
    answer = fetched(client, media, own=who == "maya_account")
    assert answer.status_code == (200 if may else 404)
    assert (answer.content == PHOTO.body) == may


def test_nobody_fetches_anything_without_signing_in(client, cast):
    assert fetched(client, given(cast.ruiz, cast.maya)).status_code == 302


def test_what_a_browser_is_told_of_the_bytes(as_, cast):
    client = as_(cast.ruiz)
    photo, sound = given(cast.ruiz, cast.maya), given(cast.ruiz, cast.maya, SOUND)
    paper = given(cast.ruiz, cast.maya, Cleaned("file", "application/pdf", "pdf", b"%PDF"))
    for media, name in ((photo, 'inline; filename="photo.webp"'), (sound, 'inline; filename="recording.m4a"'),
                        (paper, 'attachment; filename="file.pdf"')):  # fmt: skip
        answer = fetched(client, media)
        assert answer.headers["Content-Disposition"] == name
        assert answer.headers["Content-Type"] == media.type
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"/media/{spell(photo.pk)}/?small").content == b"RIFF small"
    assert client.get(f"/media/{spell(sound.pk)}/?small").content == SOUND.body


@pytest.mark.parametrize(
    ("asked", "status", "begin", "end"),
    [
        ("bytes=0-9", 206, 0, 9), ("bytes=90-", 206, 90, 99), ("bytes=-5", 206, 95, 99), ("bytes=50-500", 206, 50, 99),
        ("bytes=0-0", 206, 0, 0), ("bytes=100-", 416, 0, 0), ("bytes=9-3", 416, 0, 0), ("bytes=-", 200, 0, 99),
        ("bytes=0-1,5-9", 200, 0, 99), ("lines=0-9", 200, 0, 99), ("bytes=a-b", 200, 0, 99),
        ("bytes=-500", 206, 0, 99),
    ],
)  # fmt: skip
def test_a_player_gets_the_part_it_asks_for(as_, cast, asked, status, begin, end):
    media = given(cast.ruiz, cast.maya, SOUND)
    answer = as_(cast.ruiz).get(f"/media/{spell(media.pk)}/", headers={"Range": asked})
    assert answer.status_code == status
    if status == 416:
        assert answer.headers["Content-Range"] == "bytes */100" and answer.content == b""
        return
    assert answer.content == SOUND.body[begin : end + 1]
    assert answer.headers.get("Content-Range") == (f"bytes {begin}-{end}/100" if status == 206 else None)


def test_whoever_gave_it_says_anew_who_may_see_it(cast):
    media = given(cast.rosa, cast.maya, audience=Audience.MINE)
    media = media_actions.share_media(by=cast.rosa, media=media, version=1, audience=Audience.TEAM)
    assert (media.audience, media.version) == (Audience.TEAM, 2)
    for other in (cast.paul, cast.ruiz, cast.maya_account):
        with pytest.raises(NotYours):
            media_actions.share_media(by=other, media=media, version=2, audience=Audience.BOTH)
    with pytest.raises(Cannot, match="Choose who"):
        media_actions.share_media(by=cast.rosa, media=media, version=2, audience="everybody")


def test_nobody_at_school_keeps_a_photo_of_a_student_to_themselves(cast):
    with pytest.raises(Cannot):
        given(cast.ruiz, cast.maya, audience=Audience.MINE)
    assert stored() == set()


def test_the_student_says_no_and_yes_again(as_, cast):
    story = shown(cast, cast.rosa, cast.items["sea"])
    address = f"/me/evidence/{spell(story.pk)}/veto/"
    client = as_(cast.maya_account)
    assert client.post(address, {"shown": "no"}).status_code == 302
    assert fetched(as_(cast.ruiz), story.media).status_code == 404
    page = client.get(f"/strengths/{spell(story.item_id)}/").content.decode()
    assert spell(story.media_id) not in page
    assert fetched(as_(cast.rosa), story.media).status_code == 200
    client = as_(cast.maya_account)
    assert fetched(client, story.media, own=True).status_code == 200
    client.post(address, {"shown": "yes"})
    assert fetched(as_(cast.ruiz), story.media).status_code == 200
    deeds = Entry.objects.filter(target="strengths.Evidence").order_by("id").values_list("deed", flat=True)
    assert list(deeds)[-2:] == ["asked not to show evidence", "let evidence be shown"]


def test_what_the_school_wrote_down_is_its_record_and_no_veto_hides_it(as_, cast):
    written = cast.items["ear"].evidence.get()
    assert not evidence_actions.may_veto(written)
    client = as_(cast.maya_account)
    assert client.post(f"/me/evidence/{spell(written.pk)}/veto/", {"shown": "no"}).status_code == 404
    photo = shown(cast, cast.ruiz, cast.items["ear"])
    assert evidence_actions.may_veto(photo)


def test_a_familys_story_reaches_a_plan_only_with_consent_and_without_a_veto(cast):
    def told():
        return [each.words for strength in strengths_of(cast.maya) for each in strength.evidence]

    story = actions.show_evidence(
        by=cast.rosa, item=cast.items["sea"], kind=Evidence.Kind.STORY, words="She named forty squid.", setting="Home",
        on=cast.words.on, once=uuid4(),
    )  # fmt: skip
    assert "She named forty squid." in told()
    for audience in (Audience.MINE, Audience.TEAM):
        evidence_actions.share_evidence(by=cast.rosa, evidence=story, audience=audience)
        assert "She named forty squid." not in told()
    evidence_actions.share_evidence(by=cast.rosa, evidence=story, audience=Audience.BOTH)
    assert "She named forty squid." in told()
    evidence_actions.veto_evidence(by=cast.maya_account, evidence=story, shown=False)
    assert "She named forty squid." not in told()


def test_what_shows_something_private_is_as_private(as_, cast):
    secret = actions.tell_strength(
        by=cast.maya_account, student=cast.maya, kind=ItemKind.INTEREST, words="Writes songs", skill_set=None,
        choice="a_lot", on=cast.words.on, once=uuid4(), private=True,
    )  # fmt: skip
    story = shown(cast, cast.maya_account, secret)
    assert fetched(as_(cast.maya_account), story.media, own=True).status_code == 200
    for person in (cast.ruiz, cast.rosa, cast.paul):
        client = as_(person)
        assert fetched(client, story.media).status_code == 404
        assert client.get(f"/strengths/{spell(secret.pk)}/").status_code == 404


def test_what_is_taken_back_is_gone_with_its_bytes(as_, cast, django_capture_on_commit_callbacks):
    story = shown(cast, cast.rosa, cast.items["sea"])
    assert len(stored()) == 2
    with django_capture_on_commit_callbacks(execute=True):
        as_(cast.rosa).post(f"/media/{spell(story.media_id)}/withdraw/", {"version": story.media.version})
    assert stored() == set()
    media = Media.objects.get(pk=story.media_id)
    assert (media.file.name, media.small.name, media.caption, media.in_words) == ("", "", "", "")
    assert media.withdrawn_at
    page = as_(cast.ruiz).get(f"/strengths/{spell(story.item_id)}/").content.decode()
    assert "was taken back" in page and spell(media.pk) not in page
    assert fetched(as_(cast.rosa), media).status_code == 404


def test_who_may_take_back(cast):
    family, school = given(cast.rosa, cast.maya), given(cast.okafor, cast.maya)
    for by, media in ((cast.ruiz, family), (cast.paul, family), (cast.maya_account, family), (cast.silva, school)):
        with pytest.raises(NotYours):
            media_actions.withdraw_media(by=by, media=media, version=1)
    # A photo of the wrong child has to go, also when the colleague who gave it is away.
    assert media_actions.withdraw_media(by=cast.ruiz, media=school, version=1).withdrawn_at


def test_a_machine_that_stopped_leaves_nothing_behind_for_long(cast):
    media = given(cast.rosa, cast.maya)
    media_actions.withdraw_media(by=cast.rosa, media=media, version=1)
    # The commit of a test never comes; the job finds it.
    assert len(stored()) == 2
    now = datetime.now(UTC) + timedelta(hours=1)
    assert jobs.let_go_withdrawn(now=now) == 1 and jobs.let_go_withdrawn(now=now) == 0
    assert stored() == set()


def test_files_without_a_row_are_swept_after_a_day_and_others_never(cast):
    kept = given(cast.rosa, cast.maya)
    lost = store.keep(b"nobody's", "webp")
    now = datetime.now(UTC)

    def a_day_of_sweeping(begin):
        return sum(jobs.sweep(now=begin + timedelta(hours=hour)) for hour in range(len(store.FOLDERS)))

    assert a_day_of_sweeping(now - timedelta(hours=len(store.FOLDERS))) == 0
    assert default_storage.exists(lost)
    cache.clear()
    assert a_day_of_sweeping(now + timedelta(days=2)) == 1
    assert stored() == {kept.file.name, kept.small.name}


def test_the_same_form_twice_keeps_one(cast):
    once = uuid4()
    first, second = given(cast.rosa, cast.maya, once=once), given(cast.rosa, cast.maya, once=once)
    assert first == second and len(stored()) == 2


def test_the_names_of_files_tell_nothing(cast):
    media = given(cast.rosa, cast.maya)
    for name in (media.file.name, media.small.name):
        assert not {"maya", "delgado", spell(media.pk), spell(cast.maya.pk)} & set(name.lower().split("/"))
        assert len(name.rpartition("/")[2]) > 24


def test_the_tables_refuse_another_students_photo_and_other_bytes(cast):
    media = given(cast.rosa, cast.maya)
    foreign = {"district_id": cast.leo.district_id, "student": cast.leo}
    for row in (ItemPicture(**foreign, key="RD1", media=media),):
        with pytest.raises(DatabaseError, match="another student"), transaction.atomic():
            row.save(force_insert=True)
    with pytest.raises(DatabaseError, match="never exchanged"), transaction.atomic():
        Media.objects.filter(pk=media.pk).update(sha256="0" * 64)


def test_an_own_photo_stands_on_a_card_and_comes_off(as_, cast):
    client = as_(cast.maya_account)

    def put(photo):
        file = SimpleUploadedFile("me.jpg", photo, "image/jpeg")
        return client.post("/me/pictures/RD1/", {"medium": file, "once": str(uuid4())})

    assert put(samples.photo()).status_code == 302
    first = media_queries.pictures_of(cast.maya, ["RD1"])["RD1"]
    assert first.audience == Audience.MINE
    assert spell(first.pk) in client.get("/me/pictures/RD1/").content.decode()
    assert put(samples.photo("PNG")).status_code == 302
    assert media_queries.pictures_of(cast.maya)["RD1"] != first
    assert put(b"ID3 no photo").status_code == 422
    assert fetched(as_(cast.ruiz), first).status_code == 404
    client = as_(cast.maya_account)
    client.post("/me/pictures/RD1/", {"remove": "yes"})
    assert media_queries.pictures_of(cast.maya) == {}


@pytest.mark.parametrize("person", ["rosa", "ruiz"])
def test_only_students_have_pictures_on_cards(as_, cast, person):
    assert as_(getattr(cast, person)).get("/me/pictures/RD1/").status_code == 404


def sent(item, medium=None, **values):
    found = {
        "kind": "observation", "words": "", "setting": "Art room", "on": "2026-11-02", "audience": "both",
        "once": str(uuid4()),
    } | values  # fmt: skip
    return f"/strengths/{spell(item.pk)}/evidence/", found | ({"medium": medium} if medium else {})


def test_evidence_comes_with_a_photo(as_, cast):
    item = cast.items["sea"]
    file = SimpleUploadedFile("squid.jpg", samples.photo(), "image/jpeg")
    client = as_(cast.okafor)
    assert client.post(*sent(item, file, in_words="A squid of clay")).status_code == 302
    evidence = Evidence.objects.get(item=item, kind="photo")
    assert (evidence.media.in_words, evidence.media.student) == ("A squid of clay", cast.maya)
    page = client.get(f"/strengths/{spell(item.pk)}/").content.decode()
    assert 'alt="A squid of clay"' in page and f"/media/{spell(evidence.media_id)}/" in page


@pytest.mark.parametrize(
    ("medium", "words"),
    [
        (lambda: SimpleUploadedFile("song.mp3", b"<script>alert(1)</script>"), "no photo, recording or PDF"),
        (lambda: SimpleUploadedFile("big.jpg", samples.photo() + bytes(40_000_000)), "This photo is 40 MB."),
        (lambda: SimpleUploadedFile("empty.jpg", b""), "nothing in this file"),
        (lambda: None, "Tell it in a sentence, or add a photo"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_with_the_words_still_there(as_, cast, medium, words):
    before = stored()
    told = {"words": "MY LONG STORY"} if medium() else {}
    answer = as_(cast.okafor).post(*sent(cast.items["sea"], medium(), **told))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page and ("MY LONG STORY" in page or not told) and 'value="Art room"' in page
    assert stored() == before and not Evidence.objects.filter(setting="Art room").exists()


def test_a_body_without_end_is_refused_unread(as_, cast, settings):
    settings.MEDIA_SENT_BYTES = 1_000_000
    file = SimpleUploadedFile("big.jpg", samples.photo() + bytes(2_000_000))
    assert as_(cast.okafor).post(*sent(cast.items["sea"], file)).status_code == 413


def test_a_large_file_never_fills_memory(as_, cast):
    handler = Bounded(None, 1_000_000)
    handler.new_file("medium", "big.jpg", "image/jpeg", None, None, None)
    tracemalloc.start()
    for _piece in range(1000):
        handler.receive_data_chunk(bytes(65_536), 0)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    file = handler.file_complete(65_536_000)
    assert (file.size, file.whole) == (65_536_000, False) and most < 4_000_000
    handler.new_file("other", "small.jpg", "image/jpeg", None, None, None)
    handler.receive_data_chunk(b"small", 0)
    assert handler.file_complete(5).read() == b"small"


def test_a_page_of_many_photos_asks_a_fixed_number_of_times(as_, cast, django_assert_max_num_queries):
    item = Item.objects.get(pk=cast.items["sea"].pk)
    for _number in range(12):
        shown(cast, cast.ruiz, item)
    client = as_(cast.ruiz)
    with django_assert_max_num_queries(48):
        client.get(f"/strengths/{spell(item.pk)}/")
