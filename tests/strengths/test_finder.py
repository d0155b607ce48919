"""A student walks through cards of the finder; every tap is kept, and nothing is overwritten."""

import re
from datetime import timedelta
from html import escape
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from strongsuit.audit.models import Entry
from strongsuit.knowledge.finder import answers as rules
from strongsuit.knowledge.finder import decks
from strongsuit.strengths.finder_cards import deck_name, named
from strongsuit.strengths.finder_queries import steps_of
from strongsuit.strengths.models import Answer, Call, Item, Sitting, Words
from strongsuit.strengths.queries import profile_of
from strongsuit.voice.models import VoiceItem
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.strengths.samples import photo, wav


@pytest.fixture
def maya(cast, client):
    return cast.sign_in(client, cast.maya_account)


def begin(client, deck="RD"):
    answer = client.post("/me/finder/begin/", {"deck": deck, "once": str(uuid4())})
    assert answer.status_code == 302, answer.content
    return answer.url


def tap(client, here, card, choice, **values):
    return client.post(f"{here}answer/", {"card": card, "choice": choice, "once": str(uuid4())} | values)


def test_a_student_chooses_cards_answers_and_comes_to_the_end(maya, cast):
    assert escape(deck_name(decks.deck("RD"), "en")) in maya.get("/me/finder/").content.decode()
    here = begin(maya)
    page = maya.get(here).content.decode()
    assert "Card 1 of 9" in page and "A lot like me" in page
    for number in range(1, 9):
        assert tap(maya, here, f"RD{number}", "a_lot").status_code == 302
    page = maya.get(here).content.decode()
    assert "Card 9 of 9" in page and "Which is more like me?" in page
    tap(maya, here, "RD9", "right")
    assert "nobody asked" in maya.get(here).content.decode()
    maya.post(f"{here}tell/", {"skip": "yes", "once": str(uuid4())})
    assert "You did all these cards!" in maya.get(here).content.decode()
    sitting = Sitting.objects.get()
    assert Answer.objects.filter(sitting=sitting).count() == 9
    item = Item.objects.get(student=cast.maya, key="RD1")
    assert (item.kind, item.skill_set, item.words) == ("ability", "reading", named("RD1", "en"))
    assert spell(sitting.pk) in here


def told(**where):
    return list(Answer.objects.filter(sitting__isnull=False, **where).order_by("given_at", "made_at"))


def test_the_same_tap_twice_counts_once(maya):
    here, once = begin(maya), str(uuid4())
    for _time in range(3):
        assert tap(maya, here, "RD1", "mostly", once=once).status_code == 302
    assert len(told()) == 1


def test_another_answer_stands_beside_the_older_and_the_newest_counts(maya, cast):
    here = begin(maya)
    first = uuid4()
    tap(maya, here, "RD1", "a_lot", once=str(first))
    page = tap(maya, here, "RD1", "not_yet")
    assert "You answered this on another device, too." in maya.get(page.url).content.decode()
    assert [answer.choice for answer in told()] == ["a_lot", "not_yet"]
    # Whoever knows of the first answer is told nothing.
    last = told()[-1]
    page = tap(maya, here, "RD1", "a_little", known=str(last.once))
    assert "another device" not in maya.get(page.url).content.decode()
    known = next(each for each in profile_of(cast.maya, today=clock.today()) if each.item.key == "RD1")
    assert [answer.choice for answer in known.student_says] == ["a_little"]


def test_an_answer_that_waited_for_a_connection_carries_its_own_time(maya, cast):
    here = begin(maya)
    sitting = Sitting.objects.get()
    now = clock.now()
    with clock.frozen(now + timedelta(minutes=4), everywhere=True):
        cast.sign_in(maya, cast.maya_account)
        tap(maya, here, "RD1", "mostly")
        given = now + timedelta(minutes=2)
        tap(maya, here, "RD1", "a_lot", given_at=given.isoformat())
        # A clock that runs ahead or behind gives no time outside the sitting.
        tap(maya, here, "RD2", "a_lot", given_at="2031-01-01T00:00:00Z")
        tap(maya, here, "RD3", "a_lot", given_at="1999-01-01T00:00:00Z")
    assert [answer.choice for answer in told(item__key="RD1")] == ["a_lot", "mostly"]
    assert told(item__key="RD1")[0].given_at == given
    assert told(item__key="RD2")[0].given_at == now + timedelta(minutes=4)
    assert told(item__key="RD3")[0].given_at == sitting.started_at


def test_undo_takes_the_last_answer_back_and_the_card_comes_again(maya, cast):
    here = begin(maya)
    tap(maya, here, "RD1", "a_lot")
    tap(maya, here, "RD2", "a_lot")
    once = str(uuid4())
    for _time in range(2):
        assert maya.post(f"{here}undo/", {"once": once}).status_code == 302
    assert "Card 2 of 9" in maya.get(here).content.decode()
    assert [answer.choice for answer in told()] == ["a_lot", "a_lot", "taken_back"]
    # RD2 was claimed in October, too: that answer stands again.
    known = next(each for each in profile_of(cast.maya, today=clock.today()) if each.item.key == "RD2")
    assert all(answer.sitting_id is None for answer in known.student_says)
    maya.post(f"{here}undo/", {"once": str(uuid4())})
    assert maya.post(f"{here}undo/", {"once": str(uuid4())}).status_code == 302
    assert len(told()) == 4


def test_easier_words_stay_until_they_are_changed(maya, cast):
    here = begin(maya)
    maya.post(f"{here}levels/", {"level": "E"})
    page = maya.get(here).content.decode()
    assert escape(named("RD1", "en", "E")) in page and "That&#x27;s me" in page and "get better at this" in page
    tap(maya, here, "RD1", "thats_me", level="E")
    tap(maya, here, "RD2", "sometimes", level="E")
    assert [(str(answer.value), answer.level) for answer in told()] == [("1.00", "E"), ("0.50", "E")]
    maya.post(f"{here}stop/", {"end": "yes"})
    here = begin(maya, "MK")
    assert escape(named("MK1", "en", "E")) in maya.get(here).content.decode()
    assert maya.post(f"{here}levels/", {"level": "A"}).status_code == 422
    assert maya.post(f"{here}levels/", {}).status_code == 422


def test_after_four_decks_there_is_a_kind_stop(maya):
    for deck in ("RD", "MK", "SO", "ST"):
        here = begin(maya, deck)
    assert Sitting.objects.get().decks == ["RD", "MK", "SO", "ST"]
    assert "That is a lot for one day!" in maya.get("/me/finder/").content.decode()
    # A deck of this sitting may always be gone on with.
    assert begin(maya, "MK") == here
    maya.post(f"{here}stop/", {"end": "yes"})
    assert begin(maya, "RD") != here


def test_a_fifth_deck_is_refused_with_a_sentence(maya, monkeypatch):
    monkeypatch.setattr(rules, "MOST_DECKS", 1)
    begin(maya, "RD")
    answer = maya.post("/me/finder/begin/", {"deck": "MK", "once": str(uuid4())})
    assert answer.status_code == 422 and b"That is enough for today." in answer.content


def test_a_sitting_is_taken_up_at_the_same_card_on_another_device(maya, cast):
    here = begin(maya)
    tap(maya, here, "RD1", "skip")
    other = cast.sign_in(type(maya)(), cast.maya_account)
    page = other.get("/me/finder/").content.decode()
    assert "Go on where you stopped" in page and "card 2 of 9" in page
    assert begin(other, "RD") == here
    with clock.frozen(clock.now() + timedelta(days=31), everywhere=True):
        cast.sign_in(other, cast.maya_account)
        assert begin(other, "RD") != here
    assert Sitting.objects.exclude(ended_at=None).count() == 1


def test_pairs_come_flipped_and_two_come_again_the_other_way_round(maya, cast):
    for deck in ("RD", "SO", "MK"):
        begin(maya, deck)
    sitting = Sitting.objects.get()
    steps = {key: [step.id for step in steps_of(sitting, decks.deck(key))] for key in sitting.decks}
    assert steps["RD"][-1] == "RD9" and steps["SO"][-2:] == ["SO9", "RD9.again"]
    assert steps["MK"][-2:] == ["MK10", "SO9.again"]
    here = begin(maya, "SO")
    tap(maya, here, "RD9", "left")
    tap(maya, here, "RD9.again", "right")
    first, again = told()
    assert (first.side, again.side, again.again) == ("left", "right", True)
    assert first.flipped != again.flipped
    assert Item.objects.filter(student=cast.maya, key="RD9").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"card": "XX1"}, "This card is not among yours."),
        ({"card": "MK1"}, "This card is not among yours."),
        ({"choice": "often"}, "Choose one of the answers."),
        ({"choice": ""}, "That answer did not arrive whole."),
        ({"once": "nothing"}, "That answer did not arrive whole."),
        ({"given_at": "tomorrow"}, "That answer did not arrive whole."),
        ({"level": "A"}, "That answer did not arrive whole."),
        ({"card": "x" * 500}, "That answer did not arrive whole."),
    ],
)
def test_bad_input_gets_a_sentence_and_the_card_stays(maya, values, sentence):
    here = begin(maya)
    sent = {"card": "RD1", "choice": "a_lot", "once": str(uuid4())} | values
    answer = maya.post(f"{here}answer/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page and "Card 1 of 9" in page
    queued = maya.post(f"{here}answer/", sent, headers={"X-Autosave": "1"})
    assert queued.status_code == 422 and sentence in queued.json()["problem"]
    assert told() == []


def test_a_token_of_another_sitting_is_refused(maya):
    here, once = begin(maya), str(uuid4())
    tap(maya, here, "RD1", "a_lot", once=once)
    maya.post(f"{here}stop/", {"end": "yes"})
    there = begin(maya)
    assert tap(maya, there, "RD1", "a_lot", once=once).status_code == 422


def test_nobody_else_reaches_a_sitting(maya, cast, client):
    here = begin(maya)
    for person in (cast.rosa, cast.ruiz, cast.stranger):
        other = cast.sign_in(type(client)(), person)
        assert other.get(here).status_code == 404
        assert tap(other, here, "RD1", "a_lot").status_code == 404
    assert type(client)().get(here).status_code == 302
    assert told() == []


def test_a_student_who_left_keeps_the_answers_and_gives_no_more(maya, cast):
    here = begin(maya)
    tap(maya, here, "RD1", "a_lot")
    cast.maya.left_on = clock.today()
    cast.maya.save()
    answer = tap(maya, here, "RD2", "a_lot")
    assert answer.status_code == 422 and b"This record is closed" in answer.content
    assert len(told()) == 1


def test_no_label_hides_a_card_or_a_level(maya, cast):
    """Eligibility, placement and grade change nothing of what is offered (R-25)."""
    usual = maya.get("/me/finder/").content.decode().count("deck-tile-name")
    cast.maya.eligibilitys.update(disability="ID")
    cast.maya.alternate_assessment = True
    cast.maya.save()
    assert maya.get("/me/finder/").content.decode().count("deck-tile-name") == usual == len(decks.decks()) + 1
    here = begin(maya)
    assert "Harder words" in maya.get(here).content.decode()


def test_help_is_one_call_and_an_explanation(maya):
    here = begin(maya)
    page = maya.post(f"{here}call/", {"once": str(uuid4()), "card": "RD1"}).content.decode()
    maya.post(f"{here}call/", {"once": str(uuid4()), "card": "RD1"})
    assert "Somebody will come" in page and "You can go on or wait." in page
    assert Call.objects.count() == 1
    assert Entry.objects.filter(deed="called somebody to the finder").count() == 1


def test_own_words_of_the_open_card_are_kept_or_left_out(maya):
    here = begin(maya, "ST")
    for card in decks.deck("ST").cards:
        tap(maya, here, card.id, "neither")
    sitting = Sitting.objects.get()
    for step in steps_of(sitting, decks.deck("ST"))[len(decks.deck("ST").cards) :]:
        tap(maya, here, step.id, "neither")
    empty = maya.post(f"{here}tell/", {"words": " ", "once": str(uuid4())})
    assert empty.status_code == 422
    maya.post(f"{here}tell/", {"words": " I can wissle  ", "shared": "on", "once": str(uuid4())})
    assert Words.objects.get(prompt__startswith="Something").words == " I can wissle  "
    assert Sitting.objects.get().opened == ["ST"]


def test_the_open_card_can_be_answered_with_pictures(maya):
    here = begin(maya, "ST")
    maya.post(f"{here}tell/", {"pictures": ["atlas:trains", "atlas:maps"], "shared": "on", "once": str(uuid4())})
    kept = Words.objects.get(prompt__startswith="Something")
    assert (kept.words, kept.mode) == ("Trains, Maps", "chosen")
    assert maya.post(f"{here}tell/", {"pictures": ["atlas:nothing"], "once": str(uuid4())}).status_code == 422


def test_the_team_answers_what_the_student_wants_answered(maya, cast):
    here = begin(maya, "ST")
    sent = {"words": "I fix bikes. Can I do that here?", "shared": "on", "answer_me": "on", "once": str(uuid4())}
    for _time in range(2):
        maya.post(f"{here}tell/", sent)
    item = VoiceItem.objects.get()
    assert (item.words, item.source, item.by) == (sent["words"], "finder", cast.maya_account)


def test_the_open_card_can_be_said_out_loud(maya, cast):
    here = begin(maya, "ST")
    once = str(uuid4())
    for _time in range(2):
        sent = {"medium": SimpleUploadedFile("me.wav", wav(), "audio/wav"), "shared": "on", "once": once}
        assert maya.post(f"{here}tell/", sent).status_code == 302
    kept = Words.objects.get(prompt__startswith="Something")
    assert (kept.words, kept.mode, kept.media.kind, kept.media.audience) == ("", "dictated", "audio", "both")
    assert not VoiceItem.objects.exists()


def test_a_recording_can_ask_for_an_answer_too(maya):
    here = begin(maya, "ST")
    sent = {"medium": SimpleUploadedFile("me.wav", wav(), "audio/wav"), "shared": "on", "answer_me": "on"}
    assert maya.post(f"{here}tell/", sent | {"once": str(uuid4())}).status_code == 302
    assert VoiceItem.objects.get().words == "I said it aloud. The recording is there."


def test_nobody_can_answer_what_nobody_may_read(maya):
    here = begin(maya, "ST")
    answer = maya.post(f"{here}tell/", {"words": "only mine", "answer_me": "on", "once": str(uuid4())})
    assert answer.status_code == 422 and "Your team can only answer what it may read" in answer.content.decode()
    assert "only mine" in answer.content.decode() and not Words.objects.filter(words="only mine").exists()


def test_a_students_own_photo_stands_on_the_card(maya, cast):
    maya.post(
        "/me/pictures/RD1/", {"medium": SimpleUploadedFile("me.jpg", photo(), "image/jpeg"), "once": str(uuid4())}
    )
    here = begin(maya)
    for page in (here, f"{here}cards/"):
        assert "?small" in maya.get(page).content.decode(), page


def test_what_a_student_said_stands_in_the_words_just_read(maya):
    here = begin(maya)
    maya.post(f"{here}levels/", {"level": "E"})
    tap(maya, here, "RD1", "thats_me", level="E")
    assert escape(named("RD1", "en", "E")) in maya.get("/me/").content.decode()
    assert escape(named("RD1", "en", "E")) in maya.get("/me/strengths/").content.decode()


def test_every_card_of_a_deck_is_one_small_fragment(maya):
    here = begin(maya)
    answer = maya.get(f"{here}cards/")
    assert answer.content.decode().count("<template data-step=") == 9
    assert answer.headers["Cache-Control"] == "no-store"


def test_how_i_answer_follows_the_account_and_leaves_letters_and_colors(maya, cast):
    cast.maya_account.display = {"size": "3"}
    cast.maya_account.save()
    answer = maya.post("/me/answering/", {"way": "one", "dwell": "4", "scan": "step"})
    assert answer.status_code == 302
    cast.maya_account.refresh_from_db()
    assert cast.maya_account.display["size"] == "3"
    assert cast.maya_account.display["answering"]["dwell"] == "4"
    here = begin(maya)
    page = maya.get(here).content.decode()
    assert 'data-way="one"' in page and 'data-dwell="4"' in page and 'data-scan="step"' in page
    assert maya.post("/me/answering/", {"way": "telepathy"}).status_code == 422
    maya.post("/display/", {"size": "2"})
    cast.maya_account.refresh_from_db()
    assert cast.maya_account.display["answering"]["way"] == "one"


@pytest.mark.parametrize("cards", [1, 9])
def test_a_card_asks_the_database_a_fixed_number_of_times(maya, django_assert_max_num_queries, cards):
    here = begin(maya)
    for number in range(1, cards):
        tap(maya, here, f"RD{number}", "a_lot")
    with django_assert_max_num_queries(8):
        maya.get(here)
    with django_assert_max_num_queries(26):
        tap(maya, here, f"RD{cards}", "a_lot" if cards < 9 else "left")


def order_of(client):
    return re.findall(r'name="deck" value="(\w+)"', client.get("/me/finder/").content.decode())


def test_decks_never_answered_lie_first_and_each_says_how_long_it_takes(maya):
    assert order_of(maya)[0] == "WR"
    tap(maya, begin(maya, "WR"), "WR1", "a_lot")
    page = maya.get("/me/finder/").content.decode()
    assert order_of(maya)[0] == "MA" and "WR" in order_of(maya)[-2:]
    assert "about 3 minutes" in page and "about 2 minutes" in page


def test_an_answer_that_was_taken_back_leaves_its_deck_unanswered(maya):
    here = begin(maya, "WR")
    tap(maya, here, "WR1", "a_lot")
    tap(maya, here, "WR2", "a_lot")
    for _time in range(2):
        maya.post(f"{here}undo/", {"once": str(uuid4())})
    assert order_of(maya)[0] == "WR"


def test_a_card_can_be_read_in_another_language_and_back(maya):
    here = begin(maya)
    assert 'name="language" value="es"' in maya.get(here).content.decode()
    assert maya.post(f"{here}levels/", {"language": "es"}).status_code == 302
    page = maya.get(here).content.decode()
    assert named("RD1", "es", "U") in page or named("RD1", "es", "S") in page or named("RD1", "es", "E") in page
    assert 'lang="es">' in page and 'name="language" value="en"' in page
