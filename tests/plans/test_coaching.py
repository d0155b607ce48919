"""The coach beside the boxes: findings, wordings to take, words left as they are; with and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.knowledge.coach.same import Standing
from strongsuit.knowledge.terms import LeftBecause, Section
from strongsuit.plans import actions, forms, forms_goal
from strongsuit.plans.actions_wording import MOST_WORDS, Spot, leave_wording, show_again
from strongsuit.plans.copying import carry_forward
from strongsuit.plans.models import Goal, LeftWording, Need, Plan
from strongsuit.plans.views_beside import READ, READ_ALONG
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours
from tests.cast import NOW

pytestmark = pytest.mark.django_db

REFUSES = "Maya refuses to read."


@pytest.fixture
def ruiz(cast, client):
    return cast.sign_in(client, cast.ruiz)


def address(name, *args):
    return reverse(f"plans:{name}", args=args)


def asked(client, plan, place="effect", **values):
    return client.post(address("coach", plan.pk), {"place": place, **values})


def leave(client, plan, because="measured", words="", text=REFUSES, place="effect", field="text"):
    key = f"{place}:{field}:willful_refusal"
    values = {"wording": f"leave:{field}:willful_refusal", f"because:{key}": because, f"words:{key}": words}
    return asked(client, plan, place, **{field: text}, **values)


def thoughts(page):
    return page.count('<li class="thought')


def spots(page):
    return re.findall(r'data-spots="([^"]*)"', page)


# What comes back


def test_a_thought_has_its_name_one_sentence_its_words_wordings_and_a_question(ruiz, draft):
    page = asked(ruiz, draft, text=REFUSES).text
    assert 'data-for="text"' in page
    for words in (
        "Not joining in, told as will",
        "so nobody looks for the cause",
        '<q dir="auto">refuses to</q>',
        'data-take="needs more support to"',
        "What was the task, and what has helped before?",
        "Leave as it is",
    ):
        assert words in page
    assert 'type="submit"' not in page, "Enter in a line of the form would press it"


def test_each_box_is_told_by_itself_and_a_clean_text_gets_nothing(ruiz, draft):
    page = asked(ruiz, draft, "need-1", statement=REFUSES, impact="Maya is lazy.", measure_text="61 words").text
    assert page.index('data-for="statement"') < page.index("refuses") < page.index('data-for="impact"')
    assert 'data-for="measure_text"' not in page
    assert asked(ruiz, draft, text="Maya has a cat.").text.strip() == ""


def test_the_gravest_comes_first_and_says_so_by_shape(ruiz, draft):
    page = asked(ruiz, draft, text="Maya is always late. Maya never listens. Maya will never read.").text
    assert thoughts(page) == 2
    assert (
        page.index("thought-grave")
        < page.index("will never")
        < page.index("always")
        < page.index('<q dir="auto">never</q>')
    )


def test_the_same_words_twice_are_one_line_with_two_spots(ruiz, draft):
    page = asked(ruiz, draft, text="Maya refuses to read. She refuses to write.").text
    assert (thoughts(page), spots(page)) == (1, ["5-15 26-36"])


def test_spots_count_as_a_browser_does(ruiz, draft):
    words = "😀 Zoë waved.\r\n\r\n👩‍👩‍👧 Maya refuses to read."
    (spot,) = spots(asked(ruiz, draft, text=words).text)
    start, end = map(int, spot.split("-"))
    box = words.replace("\r\n", "\n").encode("utf-16-le")
    assert box[2 * start : 2 * end].decode("utf-16-le") == "refuses to"


def test_a_wording_that_opens_the_sentence_has_a_capital(ruiz, draft):
    assert 'data-take="Needs more support to"' in asked(ruiz, draft, text="Refuses to read.").text
    assert 'data-take="needs more support to"' in asked(ruiz, draft, text="Today Maya refuses to read.").text


def test_what_is_said_is_small_and_never_grows_with_a_book(ruiz, draft):
    usual = "Maya refuses to read. She is lazy and never listens. She reads 61 words a minute when it is quiet. "
    assert len(asked(ruiz, draft, text=usual).content) < 10_000
    book = "Maya refuses to read. She is lazy. She never listens. She can't write. He fails to try. " * 220
    assert len(asked(ruiz, draft, text=book).content) < 25_000


def test_a_strong_sentence_gets_a_quiet_mark(ruiz, draft):
    words = "Maya reads 61 words per minute when the text is about animals."
    page = asked(ruiz, draft, text=words).text
    assert "Clear and kind: says what, where and how much." in page
    assert thoughts(page) == 0
    assert "Clear and kind" not in asked(ruiz, draft, text="Maya reads well.").text


def test_words_of_students_and_families_are_not_read(ruiz, draft):
    assert "student_words" not in READ
    assert asked(ruiz, draft, "goal-1", student_words="I refuse to read. I am lazy.").text.strip() == ""
    assert asked(ruiz, draft, str(Section.PARENT_CONCERNS), text=REFUSES).text.strip() == ""
    assert thoughts(asked(ruiz, draft, text="“I refuse to read,” Maya said.").text) == 0
    assert forms.ConcernsForm.reads == ()


def test_every_form_that_is_read_has_a_place_under_each_box(ruiz, draft):
    assert all(set(shape.reads) <= set(shape.base_fields) for shape in READ_ALONG)
    goal = Goal.objects.filter(plan=draft).first()
    page = ruiz.get(address("goal", draft.pk, goal.pk)).text
    for name in forms_goal.GoalForm.reads:
        assert f'data-wording="{name}"' in page
    assert 'data-wording="student_words"' not in page
    level = ruiz.get(address("place", draft.pk, "level-reading")).text
    assert (
        level.count('data-wording="statement"')
        == Need.objects.filter(plan=draft, level__skill_set="reading").count() + 1
    )


# Words left as they are


def test_words_are_left_with_a_reason_and_stay_so_while_their_sentence_stands(ruiz, draft):
    answer = leave(ruiz, draft)
    assert answer.status_code == 200
    assert "Left as it is. It comes back when the sentence changes." in answer.text
    row = LeftWording.objects.get()
    assert (row.because, row.place, row.field, row.rule) == ("measured", "effect", "text", "willful_refusal")
    assert thoughts(asked(ruiz, draft, text=f"She sings. {REFUSES}").text) == 0
    assert thoughts(asked(ruiz, draft, text="Maya refuses to read aloud.").text) == 1
    assert thoughts(asked(ruiz, draft, text=f"{REFUSES} She refuses to write.").text) == 1


def test_another_field_or_place_asks_again(ruiz, draft):
    leave(ruiz, draft, place="need-1", field="statement")
    assert thoughts(asked(ruiz, draft, "need-1", impact=REFUSES).text) == 1
    assert thoughts(asked(ruiz, draft, "need-2", statement=REFUSES).text) == 1
    assert thoughts(asked(ruiz, draft, "need-1", statement=REFUSES).text) == 0


def test_a_colleague_sees_who_left_it_and_why(ruiz, cast, draft, client):
    leave(ruiz, draft, because="other", words="Quoted from the <b>letter</b>")
    page = asked(cast.sign_in(client, cast.silva), draft, text=REFUSES).text
    assert "Elena Ruiz" in page and "Quoted from the &lt;b&gt;letter&lt;/b&gt;" in page


@pytest.mark.parametrize(
    ("because", "words"), [("", ""), ("other", ""), ("other", "because"), ("", "… !!"), ("quote", "x")]
)
def test_a_reason_is_asked_for_and_what_was_typed_stays(ruiz, draft, because, words):
    answer = leave(ruiz, draft, because=because, words=words)
    assert answer.status_code == 422
    assert "at least two words" in answer.text and '<details class="leave" open>' in answer.text
    assert not words or f'value="{words}"' in answer.text
    assert not LeftWording.objects.exists()


def test_a_reason_that_is_too_long_is_refused_whole(ruiz, draft):
    assert leave(ruiz, draft, because="other", words="word " * MOST_WORDS).status_code == 422
    assert not LeftWording.objects.exists()


def test_words_of_ones_own_are_a_reason_without_a_choice(ruiz, draft):
    assert leave(ruiz, draft, because="", words="From the\x00 report").status_code == 200
    row = LeftWording.objects.get()
    assert (row.because, row.words) == (LeftBecause.OTHER, "From the report")


def test_it_is_shown_again_on_request(ruiz, draft):
    leave(ruiz, draft)
    page = asked(ruiz, draft, text=REFUSES, wording="show:text:willful_refusal").text
    assert thoughts(page) == 1 and "The thought is back." in page
    assert not LeftWording.objects.exists()


def test_leaving_twice_keeps_the_first_and_one_trace_without_words(ruiz, draft):
    leave(ruiz, draft, because="other", words="Quoted from the letter")
    leave(ruiz, draft, because="quote")
    assert LeftWording.objects.get().because == "other"
    traces = Entry.objects.filter(deed="left a wording as it is")
    assert [trace.detail for trace in traces] == [{"place": "effect", "field": "text", "rule": "willful_refusal"}]


def test_nothing_is_remembered_for_a_part_that_is_not_there_yet(ruiz, draft):
    for place in ("", "new-need"):
        page = leave(ruiz, draft, place=place, field="statement").text
        assert thoughts(page) == 1 and "Leave as it is" not in page
    assert not LeftWording.objects.exists()


def test_a_shared_draft_is_left_alone(ruiz, cast, draft):
    actions.share_with_family(by=cast.chen, plan=draft)
    answer = leave(ruiz, draft)
    assert answer.status_code == 422 and "The family is reading this draft" in answer.text


def spot_of(text=REFUSES):
    return Spot("effect", "text", "willful_refusal", (Standing(text).mark("willful_refusal", 5, 15),))


def test_the_actions_ask_who_it_is_and_are_taken_back_once(cast, draft):
    for person in (cast.stranger, cast.rosa, cast.outsider):
        with pytest.raises(NotYours):
            leave_wording(by=person, plan=draft, spot=spot_of(), because=LeftBecause.QUOTE, words="", at=NOW)
    assert leave_wording(by=cast.ruiz, plan=draft, spot=spot_of(), because=LeftBecause.QUOTE, words="", at=NOW) == 1
    with pytest.raises(NotYours):
        show_again(by=cast.stranger, plan=draft, spot=spot_of())
    assert [show_again(by=cast.ruiz, plan=draft, spot=spot_of()) for _ in range(2)] == [1, 0]


def test_the_table_refuses_what_no_action_does(cast, draft, in_effect):
    values = {
        "place": "effect",
        "field": "text",
        "rule": "r",
        "mark": "m",
        "because": "quote",
        "by": cast.ruiz,
        "at": NOW,
    }
    about = {"district_id": draft.district_id, "student_id": draft.student_id}
    for wrong in (
        about | {"plan": in_effect},
        about | {"plan": draft, "student_id": cast.leo.pk, "district_id": cast.leo.district_id},
        about | {"plan": draft, "because": "other"},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            LeftWording.objects.create(**values | wrong)
    LeftWording.objects.create(**values, **about, plan=draft)
    with pytest.raises(DatabaseError), transaction.atomic():
        LeftWording.objects.create(**values, **about, plan=draft)


def test_the_number_of_questions_to_the_database_stays(ruiz, draft, cast, django_assert_max_num_queries):
    for number in range(30):
        with clock.frozen(NOW + timedelta(minutes=number)):
            leave(ruiz, draft, text=f"Maya refuses to read page {number}.")
    many = " ".join(f"Maya refuses to read page {number}." for number in range(30))
    with django_assert_max_num_queries(12):
        page = asked(ruiz, draft, text=many).text
    assert thoughts(page) == 0 and page.count("<details") == 1


def test_the_help_names_the_keys_to_those_who_write(ruiz, client, cast):
    assert "press Alt with 1, 2 or 3" in ruiz.get("/help/").text
    assert "press Alt with" not in cast.sign_in(client, cast.rosa).get("/help/").text


@pytest.mark.parametrize("kind", ["amendment", "annual"])
def test_what_was_left_goes_along_into_the_next_version_at_the_copied_goal(ruiz, draft, cast, kind):
    goal = Goal.objects.filter(plan=draft).first()
    leave(ruiz, draft)
    leave(ruiz, draft, place=f"goal-{goal.pk}", field="condition")
    newer = Plan(district_id=draft.district_id, student=draft.student, number=99, kind=kind, made_by=cast.ruiz)
    newer.amends = draft if kind == "amendment" else None
    Plan.objects.filter(pk=draft.pk).update(state="withdrawn")
    newer.save()
    carry_forward(draft, newer, by=cast.ruiz)
    place = f"goal-{Goal.objects.get(plan=newer, continues=goal).pk}"
    assert thoughts(asked(ruiz, newer, text=REFUSES).text) == 0
    assert thoughts(asked(ruiz, newer, place, condition=REFUSES).text) == 0
    assert thoughts(asked(ruiz, newer, text="Maya refuses to read aloud.").text) == 1
