"""The profile on its three pages: what is hidden and what to do, who agrees, what fades, and what stays unsaid."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection, transaction

from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.strengths import actions, profile_page, queries
from strongsuit.strengths.models import Answer, Item
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot
from tests.house.marks import without_guards

TODAY = date(2026, 11, 20)
CHOICES = {Decimal(1): "often", Decimal("0.5"): "sometimes", Decimal(0): "not_seen", None: "no_chance"}


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def told(cast):
    """An item with answers: ``told("Builds towers", S=1, F=0, T=None)``, each on a day."""
    people = {"S": (Group.STUDENT, cast.maya_account), "F": (Group.FAMILY, cast.rosa), "T": (Group.SCHOOL, cast.ruiz),
              "U": (Group.SCHOOL, cast.okafor)}  # fmt: skip

    def tell(words, *, kind=ItemKind.ABILITY, skill=SkillSet.THINKING, on=TODAY, level="U", key="", **values):
        own = {"district_id": cast.maya.district_id, "student": cast.maya}
        item, _new = Item.objects.get_or_create(
            **own, key=key or f"own:{words}", defaults={"kind": kind, "words": words, "skill_set": skill or ""}
        )
        for who, value in values.items():
            group, by = people[who]
            value = None if value is None else Decimal(str(value))
            Answer.objects.create(
                **own, item=item, group=group, by=by, by_name=by.name, value=value, choice=CHOICES.get(value, "mostly"),
                level=level if group == Group.STUDENT else "A", on=on, once=uuid4(),
            )  # fmt: skip
        return item

    return tell


def page(client, cast, **narrowed):
    return client.get(f"/students/{spell(cast.maya.pk)}/voice/", narrowed).content.decode()


def section(text, heading):
    """What stands between one heading of the second level and the next."""
    return text.split(f">{heading}</h2>", 1)[1].split("<h2", 1)[0] if f">{heading}</h2>" in text else ""


def test_hidden_strengths_come_with_what_to_do(as_, cast, told):
    told("Knows it alone", S=1, F=0.5)
    told("Seen at home", F=1, T=0)
    told("Seen at school", T=1, F=0)
    told("Seen by others", S=0, F=1, T=1)
    told("Seen by all", S=1, F=1, T=1)
    text = page(as_(cast.ruiz), cast)
    hidden = section(text, "Hidden strengths")
    for words, next_step in {
        "Knows it alone": "Ask Maya for one story",
        "Seen at home": "Ask them to tell one time",
        "Seen at school": "plan a chance to show it elsewhere",
        "Seen by others": "Two people see this in you. What do you think?",
    }.items():
        assert words in hidden and next_step in hidden
    assert "Seen by all" not in hidden
    assert text.index("Hidden strengths") < text.index("Three views, side by side")


def test_where_views_differ_the_page_asks_what_is_different_there(as_, cast, told):
    told("Speaks up", T=1, U=0)
    found = section(page(as_(cast.ruiz), cast), "Depends on where")
    assert "what is different there?" in found and "Elena Ruiz" in found and "Chidi Okafor" in found


def test_no_chance_to_see_is_a_chance_to_plan_and_no_low_mark(as_, cast, told):
    told("Cooks alone", T=None)
    told("Nobody asked yet", S=0)
    text = page(as_(cast.ruiz), cast)
    chances = section(text, "Chances to plan")
    assert "Cooks alone" in chances and "Elena Ruiz" in chances
    assert "Nobody asked yet" not in text and "Cooks alone" not in section(text, "Three views, side by side")


def test_what_nobody_has_seen_stands_on_no_page(as_, cast, told):
    told("Not seen by anybody", S=0, F=0, T=0)
    for person, address in (
        (cast.ruiz, f"/students/{spell(cast.maya.pk)}/voice/"), (cast.rosa, f"/family/{spell(cast.maya.pk)}/view/"),
        (cast.maya_account, "/me/strengths/"),
    ):  # fmt: skip
        assert "Not seen by anybody" not in as_(person).get(address).content.decode()


def test_agreement_is_told_for_each_skill_set_in_words_alone(as_, cast, told):
    for number, (student, school) in enumerate([(1, 1), (0.67, 0.5), (0, 1), (1, None)]):
        told(f"Item {number}", skill=SkillSet.SOCIAL, S=student, T=school)
    shelf = next(
        each for each in profile_page.profile(queries.profile_of(cast.maya, today=TODAY)).shelves
        if each.skill_set == SkillSet.SOCIAL
    )  # fmt: skip
    assert [(each.one, each.other, each.words) for each in shelf.agreed] == [
        (Group.STUDENT, Group.SCHOOL, "some different views")
    ]
    assert "Maya and school: some different views" in page(as_(cast.ruiz), cast)


def test_the_profile_is_narrowed_by_skill_set_and_by_who_sees_it(as_, cast, told):
    told("Adds in his head", skill=SkillSet.MATH, S=1, T=1)
    told("Finds shapes", skill=SkillSet.MATH, T=1)
    told("Makes peace", skill=SkillSet.SOCIAL, T=1)
    client = as_(cast.ruiz)

    def shown(**narrowed):
        return section(page(client, cast, **narrowed), "Three views, side by side")

    assert "Adds in his head" in shown(skill_set="math") and "Makes peace" not in shown(skill_set="math")
    assert "Adds in his head" in shown(status="shared") and "Finds shapes" not in shown(status="shared")
    assert "Makes peace" in shown(skill_set="nonsense", status="<zq>")


def test_whoever_was_not_heard_this_year_is_named(as_, cast):
    with connection.cursor() as cursor, transaction.atomic():
        without_guards()
        cursor.execute("DELETE FROM strengths_answer WHERE \"group\" = 'family'")
    text = page(as_(cast.ruiz), cast)
    assert "We have not heard from the family since" in text
    assert "We have not heard from the school since" not in text


def test_kinds_that_nobody_named_are_asked_for(as_, cast, told):
    Item.objects.filter(kind=ItemKind.PREFERENCE).update(retired_on=TODAY)
    text = page(as_(cast.ruiz), cast)
    assert "No preference is known yet." in text and "No interest is known yet." not in text
    told("Works alone first", kind=ItemKind.PREFERENCE, skill=None, S=1)
    assert "No preference is known yet." not in page(as_(cast.ruiz), cast)


def test_old_words_are_asked_for_again_by_whoever_said_them(as_, cast, told):
    long_ago = TODAY - timedelta(days=470)
    item = told("Folds paper birds", on=long_ago, T=1)
    assert "Still true: Folds paper birds" in page(as_(cast.ruiz), cast)
    assert "Still true: Folds paper birds" not in page(as_(cast.okafor), cast)
    client = as_(cast.ruiz)
    once = str(uuid4())
    for _time in range(2):
        assert client.post(f"/strengths/{spell(item.pk)}/still/", {"once": once}).status_code == 302
    assert [answer.on for answer in item.answers.order_by("on")] == [long_ago, TODAY]
    text = page(client, cast)
    assert "Still true: Folds paper birds" not in text and "said since 2025" in text


def test_a_pair_is_confirmed_with_the_side_that_was_chosen(cast):
    own = {"district_id": cast.maya.district_id, "student": cast.maya}
    item = Item.objects.create(**own, key="RD88", kind=ItemKind.PREFERENCE, words="reads with a partner, or alone")
    Answer.objects.create(
        **own, item=item, group=Group.STUDENT, by=cast.maya_account, by_name="Maya", choice="right", value=1,
        side="right", level="E", on=TODAY - timedelta(days=300), once=uuid4(),
    )  # fmt: skip
    item.student = cast.maya
    again = actions.still_true(by=cast.maya_account, item=item, on=TODAY, once=uuid4())
    assert (again.side, again.value, again.level) == ("right", 1, "E")


def test_nobody_confirms_what_they_never_said(cast, told):
    item = told("Whistles", T=1)
    item.student = cast.maya
    with pytest.raises(Cannot, match="how you see it"):
        actions.still_true(by=cast.okafor, item=item, on=TODAY, once=uuid4())


def test_what_picture_users_say_fades_sooner(cast, told):
    on = TODAY - timedelta(days=300)
    item = told("Counts", S=1, on=on, level="U")
    known = {each.item.pk: each for each in queries.profile_of(cast.maya, today=TODAY)}
    assert not known[item.pk].ask_still_true
    told("Sings", S=1, on=TODAY, level="E")
    known = {each.item.pk: each for each in queries.profile_of(cast.maya, today=TODAY)}
    assert known[item.pk].ask_still_true


def test_nearly_all_top_answers_ask_for_another_way(as_, cast, told):
    for number in range(8):
        told(f"Yes {number}", S=1)
    assert "Ask another way" in page(as_(cast.ruiz), cast)
    for number in range(4):
        told(f"Not this {number}", S=0)
    assert "Ask another way" not in page(as_(cast.ruiz), cast)


def test_the_student_meets_kind_words_and_answers_what_others_see(as_, cast, told):
    item = told("Waits for others", F=1, T=1)
    told("Sometimes loud", F=0.5, T=0)
    client = as_(cast.maya_account)
    text = client.get("/me/strengths/").content.decode()
    assert "Two people see this in you." in section(text, "People see this in you. What do you think?")
    assert "Sometimes loud" not in text
    for unkind in ("Not seen yet", "Depends on where", "Hidden", "views: talk", "Elena Ruiz"):
        assert unkind not in text
    client.post(f"/me/strengths/{spell(item.pk)}/answer/", {"choice": "a_lot", "once": str(uuid4())})
    text = client.get("/me/strengths/").content.decode()
    assert "Waits for others" in section(text, "What I do well")
    assert "Your family and your school see it too." in text
    assert "Waits for others" not in section(text, "People see this in you. What do you think?")


@pytest.mark.parametrize(
    ("level", "heading", "too"),
    [("E", "I can", "Home and school see it too."), ("U", "What I do well", "Your family and your school see it too."),
     ("S", "What I do well", "Your family and your school see it too.")],
)  # fmt: skip
def test_the_gallery_speaks_at_the_level_of_the_student(as_, cast, told, level, heading, too):
    told("Tells what happened", S=1, F=1, T=1, level=level, key="RD1", skill=SkillSet.READING)
    text = as_(cast.maya_account).get("/me/strengths/").content.decode()
    assert too in section(text, heading)


def test_the_own_page_of_a_strength_never_tells_who_does_not_see_it(as_, cast, told):
    item = told("Climbs high", S=1, F=0, T=0)
    text = as_(cast.maya_account).get(f"/me/strengths/{spell(item.pk)}/").content.decode()
    assert "Climbs high" in text and "You said:" in text
    main = text.split("How do you see it?")[0]
    assert "Not seen" not in main and "Elena Ruiz" not in main and "Your school sees it" not in main


def test_the_family_sees_what_all_only_they_or_only_others_see(as_, cast, told):
    told("All of us", S=1, F=1, T=1)
    told("Only at home", F=1, T=0)
    told("Only at school", F=0, T=1)
    told("Child says so", S=1)
    text = as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/view/").content.decode()
    parts = {
        "What we all see": ["All of us"],
        "What only we see": ["Only at home"],
        "What your child and the school see": ["Only at school", "Child says so"],
    }
    for heading, mine in parts.items():
        others = [words for each, every in parts.items() if each != heading for words in every]
        found = section(text, heading)
        assert all(words in found for words in mine) and not any(words in found for words in others)


def test_nothing_private_reaches_the_profile_of_others(as_, cast):
    for by, words in ((cast.maya_account, "CANARY of the student"), (cast.rosa, "CANARY of the family")):
        actions.tell_strength(
            by=by, student=cast.maya, kind=ItemKind.INTEREST, words=words, skill_set=None,
            choice="a_lot" if by == cast.maya_account else "often", on=TODAY, once=uuid4(), private=True,
        )  # fmt: skip
    assert "CANARY" not in page(as_(cast.ruiz), cast)
    family = as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/view/").content.decode()
    assert "CANARY of the student" not in family
    mine = as_(cast.maya_account).get("/me/strengths/").content.decode()
    assert "CANARY of the student" in mine and "CANARY of the family" not in mine
