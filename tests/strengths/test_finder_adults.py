"""Family and school answer the same cards; no chance to see is a chance to plan, and who was not heard is said."""

import re
from html import escape
from uuid import uuid4

import pytest

from strongsuit.knowledge.finder import decks
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.strengths.finder_actions import Tap, adjust, answer_card, begin
from strongsuit.strengths.finder_calls import call_somebody
from strongsuit.strengths.finder_cards import named
from strongsuit.strengths.finder_models import Call, Level, Way
from strongsuit.strengths.models import Answer, Evidence, Item
from strongsuit.strengths.queries import newest, profile_of
from strongsuit.students.models import TeamMember
from strongsuit.web.ids import spell


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def family(cast, deck=""):
    return f"/family/{spell(cast.maya.pk)}/finder/" + (f"cards/{deck}/" if deck else "")


def school(cast, deck=""):
    return f"/students/{spell(cast.maya.pk)}/finder/" + (f"cards/{deck}/" if deck else "")


def sent(**lines):
    """A form as a browser sends it; a name cannot hold the line that stands in a story's."""
    return {"once": str(uuid4()), "may_share": "on"} | {name.replace("_", "-"): value for name, value in lines.items()}


def test_a_family_answers_some_cards_stops_and_goes_on(as_, cast):
    client = as_(cast.rosa)
    page = client.get(family(cast, "SO")).content.decode()
    # Rosa reads Spanish.
    assert "At home or out together, Maya …" in page and escape(named("SO1", "en")) in page
    first = sent(SO1="often", SO1_story="She hugged her cousin")
    assert client.post(family(cast, "SO"), first).status_code == 302
    client.post(family(cast, "SO"), first)
    told = Answer.objects.get(item__key="SO1")
    assert (told.group, told.value, told.level, told.by) == ("family", 1, "A", cast.rosa)
    story = Evidence.objects.get(item=told.item)
    assert (story.kind, story.words, story.setting) == ("story", "She hugged her cousin", "At home or out together")
    page = client.get(family(cast, "SO")).content.decode()
    assert 'value="often" id="id_SO1_0" checked' in page
    client.post(family(cast, "SO"), sent(SO1="often", SO2="sometimes", SO9="left"))
    assert Answer.objects.filter(group="family", sitting__isnull=False).count() == 3
    assert Answer.objects.get(item__key="SO9").side == "left"
    assert f"3 of {len(decks.deck('SO').cards)} answered" in client.get(family(cast)).content.decode()


def test_a_story_stays_with_the_family_until_they_say_that_the_team_may_use_it(as_, cast):
    client = as_(cast.rosa)
    for address in (family(cast, "SO"), f"/family/{spell(cast.maya.pk)}/view/"):
        page = client.get(address).content.decode()
        assert re.search('name="may_share"[^>]*>', page), address
        assert "checked" not in re.search('<input[^>]*name="may_share"[^>]*>', page)[0]
    line = sent(SO1="often", SO1_story="She hugged her cousin")
    del line["may_share"]
    assert client.post(family(cast, "SO"), line).status_code == 302
    story = Evidence.objects.get(words="She hugged her cousin")
    assert (story.may_share, story.consent) == (False, "mine")
    assert b"She hugged her cousin" not in as_(cast.ruiz).get(f"/students/{spell(cast.maya.pk)}/strengths/").content


def test_a_family_chooses_who_sees_what_it_gives_and_nothing_is_chosen_for_it(as_, cast):
    client = as_(cast.rosa)
    item = Item.objects.filter(student=cast.maya, answers__group="family").first()
    page = client.get(f"/strengths/{spell(item.pk)}/").content.decode()
    radios = re.findall('<input[^>]*name="audience"[^>]*>', page)
    assert len(radios) > 1 and not any("checked" in radio for radio in radios)
    given = {
        "once": str(uuid4()),
        "kind": "story",
        "words": "She cooked for all",
        "setting": "At home",
        "on": "2026-11-19",
    }
    refused = client.post(f"/strengths/{spell(item.pk)}/evidence/", given)
    assert refused.status_code == 422 and "She cooked for all" in refused.content.decode()
    assert not Evidence.objects.filter(words="She cooked for all").exists()
    assert client.post(f"/strengths/{spell(item.pk)}/evidence/", given | {"audience": "mine"}).status_code == 302
    assert Evidence.objects.get(words="She cooked for all").consent == "mine"


def test_two_teachers_of_one_name_are_two_people_and_a_new_name_makes_nobody_new(as_, cast):
    for person, said in ((cast.okafor, "often"), (cast.ruiz, "not_seen")):
        Account.objects.filter(pk=person.pk).update(name="Sam Lee")
        person.refresh_from_db()
        as_(person).post(school(cast, "SO"), sent(SO1=said))
    item = Item.objects.get(student=cast.maya, key="SO1")
    assert sorted(answer.choice for answer in newest(item.answers.all())) == ["not_seen", "often"]
    Account.objects.filter(pk=cast.okafor.pk).update(name="Sam Lee-Okafor")
    cast.okafor.refresh_from_db()
    as_(cast.okafor).post(school(cast, "SO"), sent(SO1="not_seen"))
    assert [answer.choice for answer in newest(item.answers.all())] == ["not_seen", "not_seen"]


def test_a_changed_answer_stands_beside_the_older_one(as_, cast):
    client = as_(cast.rosa)
    client.post(family(cast, "SO"), sent(SO1="sometimes"))
    client.post(family(cast, "SO"), sent(SO1="often"))
    item = Item.objects.get(student=cast.maya, key="SO1")
    assert [answer.choice for answer in item.answers.order_by("given_at")] == ["sometimes", "often"]
    known = next(each for each in profile_of(cast.maya, today=cast.maya.birth_date) if each.item == item)
    assert [answer.choice for answer in known.family_says] == ["often"]


def test_a_story_without_an_answer_asks_and_keeps_the_words(as_, cast):
    answer = as_(cast.rosa).post(family(cast, "SO"), sent(SO1_story="She hugged her cousin"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Choose one of the answers, too." in page and "She hugged her cousin" in page
    assert not Evidence.objects.filter(words="She hugged her cousin").exists()


def test_the_opening_question_becomes_a_strength_in_the_familys_words(as_, cast):
    client = as_(cast.rosa)
    client.post(family(cast), {"words": "Cooks for her abuela", "once": str(uuid4())})
    item = Item.objects.get(words="Cooks for her abuela")
    assert item.answers.get().group == "family"
    empty = client.post(family(cast), {"words": "", "once": str(uuid4())})
    assert empty.status_code == 422


def test_all_cards_can_be_answered_on_paper(as_, cast):
    page = as_(cast.rosa).get(f"{family(cast)}print/").content.decode()
    assert "☐ Not seen yet" in page and escape(named("RD1", "en")) in page


def test_a_parent_who_is_only_informed_answers_nothing(as_, cast):
    client = as_(cast.paul)
    assert client.get(family(cast)).status_code == 404
    assert client.post(family(cast, "SO"), sent(SO1="often")).status_code == 404


def test_no_chance_to_see_becomes_a_chance_to_plan_and_never_a_low_mark(as_, cast):
    client = as_(cast.okafor)
    client.post(school(cast, "SO"), sent(SO1="no_chance", SO2="often", SO2_story="Shared the ball at recess"))
    told = Answer.objects.get(item__key="SO1")
    assert (told.value, told.group) == (None, "school")
    page = client.get(school(cast)).content.decode()
    assert "Plan a chance to see" in page and escape(named("SO1", "en")) in page
    assert Evidence.objects.get(words="Shared the ball at recess").kind == "observation"


def test_each_part_is_asked_only_what_it_can_see(as_, cast):
    client = as_(cast.silva)
    assert client.get(school(cast, "MK")).status_code == 404
    assert client.get(school(cast, "SO")).status_code == 200
    page = client.get(school(cast)).content.decode()
    assert "cards/RD/" in page and "cards/MK/" not in page
    client = as_(cast.ruiz)
    assert client.get(school(cast, "MK")).status_code == 200


def test_the_page_says_whom_we_have_not_heard_from(as_, cast):
    page = as_(cast.ruiz).get(school(cast)).content.decode()
    for group, words in (("student", "the student"), ("family", "the family"), ("school", "the school")):
        spoke = Answer.objects.filter(student=cast.maya, group=group, on__gte="2026-09-04").exists()
        assert (f"We have not heard from {words}." in page) != spoke


def test_strangers_foreign_decks_and_students_who_left_are_refused(as_, cast):
    assert as_(cast.stranger).get(school(cast)).status_code == 404
    assert as_(cast.ruiz).get(school(cast, "XX")).status_code == 404
    cast.maya.left_on = cast.maya.birth_date
    cast.maya.save()
    answer = as_(cast.ruiz).post(school(cast, "SO"), sent(SO1="often"))
    assert answer.status_code == 422 and b"This record is closed" in answer.content
    assert not Answer.objects.filter(item__key="SO1").exists()


def test_a_call_reaches_the_team_until_somebody_comes(as_, cast):
    made = begin(
        by=cast.maya_account, student=cast.maya, deck="SO", level=Level.UPPER, language="en", way=Way.TOUCH,
        once=uuid4(),
    )  # fmt: skip
    once = uuid4()
    for _time in range(2):
        call = call_somebody(by=cast.maya_account, sitting=made, card="SO1", once=once)
    client = as_(cast.ruiz)
    for page in ("/", school(cast), f"/students/{spell(cast.maya.pk)}/voice/"):
        assert "Maya asked for help at" in client.get(page).content.decode(), page
    assert "asked for help" not in as_(cast.stranger).get("/").content.decode()
    client = as_(cast.nguyen)
    for _time in range(2):
        client.post(f"{school(cast)}calls/{spell(call.pk)}/")
    call = Call.objects.get()
    assert (call.came, call.came_name) == (cast.nguyen, "Linh Nguyen")
    assert "asked for help" not in as_(cast.ruiz).get("/").content.decode()


def test_of_a_pair_the_side_that_was_chosen_is_what_is_said(as_, cast):
    made = begin(
        by=cast.maya_account, student=cast.maya, deck="SO", level=Level.UPPER, language="en", way=Way.TOUCH,
        once=uuid4(),
    )  # fmt: skip
    answer_card(by=cast.maya_account, sitting=made, tap=Tap("SO9", "left", uuid4()))
    as_(cast.rosa).post(family(cast, "SO"), sent(SO9="right"))

    def known():
        return next(each for each in profile_of(cast.maya, today=cast.maya.birth_date) if each.item.key == "SO9")

    assert (known().words, known().view.status) == (named("SO9", "en", side="left"), "hidden_self")
    assert known().view.depends_on_where
    as_(cast.rosa).post(family(cast, "SO"), sent(SO9="left"))
    assert (known().words, known().view.status) == (named("SO9", "en", side="left"), "shared")


def test_each_answer_keeps_who_helped_with_it_and_how(as_, cast):
    made = begin(
        by=cast.maya_account, student=cast.maya, deck="SO", level=Level.UPPER, language="en", way=Way.PARTNER,
        once=uuid4(),
    )  # fmt: skip
    for card, name, how in (("SO1", "Ana Silva", "reads"), ("SO2", "Mr. Okafor", "looks")):
        made = adjust(by=cast.maya_account, sitting=made, helped_by=name, helped_how=how)
        answer_card(by=cast.maya_account, sitting=made, tap=Tap(card, "mostly", uuid4()))
    told = Answer.objects.filter(sitting=made).order_by("item__key").values_list("helped_by", "helped_how")
    assert list(told) == [("Ana Silva", "reads"), ("Mr. Okafor", "looks")]
    item = Item.objects.get(student=cast.maya, key="SO1")
    page = as_(cast.ruiz).get(f"/strengths/{spell(item.pk)}/").content.decode()
    assert "with help from Ana Silva" in page and "I read the cards aloud" in page


def test_the_provider_of_a_service_is_known_by_it(cast):
    assert TeamMember.objects.get(account=cast.silva, relation=Relation.PROVIDER).service == "speech"


def test_a_pair_on_a_form_stands_as_on_paper_and_is_recorded_so(as_, cast):
    client = as_(cast.ruiz)
    for deck, pair in (("RD", "RD9"), ("SO", "SO9"), ("TH", "TH8"), ("DL", "DL9")):
        client.post(school(cast, deck), sent(**{pair: "left"}))
    assert [answer.flipped for answer in Answer.objects.filter(side="left")] == [False] * 4


def test_somebody_with_two_services_is_asked_what_either_sees(as_, cast):
    member = TeamMember.objects.get(account=cast.silva, relation=Relation.PROVIDER)
    member.pk, member.service = None, "physical"
    member.save()
    page = as_(cast.silva).get(school(cast)).content.decode()
    assert "cards/RD/" in page and "cards/MO/" in page and "cards/MK/" not in page
