"""The family on record: contact facts for few eyes, rights that act at once, no parent learning about another."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.people.models import Account, Invitation
from strongsuit.people.roles import Relation
from strongsuit.students import access, actions_family
from strongsuit.students.models import Guardian, Student
from strongsuit.students.queries import family_of
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import TODAY, about

ZERO = "\x00"
ROSAS = ("555-0101", "rosa@family.example", "12 Canary Street")
PAULS = ("98 Other Road", "Family Court 2024-17")


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def chair(as_, cast):
    return as_(cast.chen)


@pytest.fixture
def rosa(cast):
    return Guardian.objects.get(account=cast.rosa)


@pytest.fixture
def paul(cast):
    return Guardian.objects.get(account=cast.paul)


def at(name, *rows):
    return reverse(f"students:{name}", args=[row.pk for row in rows])


def person(**values):
    return {
        "name": "Ada Delgado", "relationship": "grandparent", "language": "es", "rights": "none", "version": "0",
        "phone": "555-0199", "email": "ada@family.example", "address": "3 Third Street",
    } | values  # fmt: skip


def rights(guardian, **values):
    """The form as the page fills it for a guardian already on record."""
    found = {
        "name": guardian.name, "relationship": guardian.relationship, "language": guardian.language,
        "phone": guardian.phone, "email": guardian.email, "address": guardian.address, "order": guardian.order,
        "rights": "decides" if guardian.may_decide else "sees", "version": str(guardian.version),
    }  # fmt: skip
    return found | values


def test_contact_facts_are_shown_to_those_who_must_reach_the_family(as_, cast):
    for who in ("ruiz", "chen", "brooks"):
        page = as_(getattr(cast, who)).get(at("team", cast.maya)).content.decode()
        assert all(fact in page for fact in (*ROSAS, *PAULS))


@pytest.mark.parametrize("who", ["okafor", "silva", "nguyen", "admin"])
def test_the_rest_of_the_team_sees_names_and_languages_only(as_, cast, who):
    page = as_(getattr(cast, who)).get(at("team", cast.maya)).content.decode()
    assert "Rosa Delgado" in page and "Interpreter needed" in page
    assert not [fact for fact in (*ROSAS, *PAULS) if fact in page]


def test_contact_facts_do_not_leave_the_door_for_other_eyes(cast):
    student = access.student_for(cast.okafor, cast.maya.pk)
    assert [relative.facts for relative in family_of(student)] == [None, None]


@pytest.mark.parametrize(("who", "own", "others"), [("rosa", ROSAS, PAULS), ("paul", PAULS, ROSAS)])
def test_one_parent_never_sees_what_is_written_about_the_other(as_, cast, who, own, others):
    client = as_(getattr(cast, who))
    page = client.get(at("family_team", cast.maya))
    shown = page.content.decode() + str(page.headers)
    assert all(fact in shown for fact in own)
    assert "Elena Ruiz" in shown
    assert not [fact for fact in others if fact in shown]
    other = {"rosa": "Paul Price", "paul": "Rosa Delgado"}[who]
    assert other not in shown


def test_the_history_tells_the_family_of_a_change_without_its_content(as_, cast, rosa):
    chair = cast.sign_in(Client(), cast.chen)
    chair.post(at("guardian", cast.maya, rosa), rights(rosa, address="77 Secret Lane", interpreter="on"))
    page = as_(cast.paul).get(reverse("home:record", args=[cast.maya.pk])).content.decode()
    assert "changed a person of the family" in page
    assert "Secret Lane" not in page and "Canary" not in page


@pytest.mark.parametrize("who", ["okafor", "stranger", "chen"])
def test_only_the_family_opens_the_familys_page(as_, cast, who):
    assert as_(getattr(cast, who)).get(at("family_team", cast.maya)).status_code == 404


def test_a_contact_is_written_down_once_however_often_the_form_arrives(chair, cast):
    for _time in range(2):
        assert chair.post(at("add_guardian", cast.maya), person()).status_code == 302
    made = Guardian.objects.get(name="Ada Delgado")
    assert (made.may_see_record, made.may_decide, made.district_id) == (False, False, cast.district.pk)
    assert Entry.objects.filter(deed="added a person of the family", student=cast.maya.pk).count() == 1
    assert "Ada" not in str(Entry.objects.get(deed="added a person of the family").detail)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 301}, "at most 300"),
        ({"name": f"Ada{ZERO}"}, "hidden sign"),
        ({"name": "\u202eadA"}, "hidden sign"),
        ({"relationship": "boss"}, "Select a valid choice"),
        ({"language": "klingon"}, "Select a valid choice"),
        ({"email": "not an address"}, "Write the address as"),
        ({"rights": ""}, "This field is required"),
        ({"rights": "everything"}, "Select a valid choice"),
        ({"rights_from": "1900-01-01"}, "Use a date from"),
        ({"rights_from": "2026-12-01", "rights_until": "2026-11-01"}, "comes before the first"),
        ({"relationship": "mother", "rights": "none"}, "Name that paper"),
        ({"relationship": "father", "rights": "sees"}, "Name that paper"),
        ({"version": "x"}, "Enter a whole number"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(chair, cast, values, sentence):
    before = Guardian.objects.count()
    answer = chair.post(at("add_guardian", cast.maya), person(order="") | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "3 Third Street" in answer.content.decode()
    assert Guardian.objects.count() == before


def test_extra_fields_change_nothing(chair, cast):
    extra = {"account": str(cast.chen.pk), "may_decide": "on", "district": "1", "student": str(cast.leo.pk)}
    chair.post(at("add_guardian", cast.maya), person(**extra))
    made = Guardian.objects.get(name="Ada Delgado")
    assert (made.account, made.may_decide, made.student) == (None, False, cast.maya)


def test_rights_that_are_taken_away_are_gone_with_the_next_click(chair, cast, rosa):
    family = cast.sign_in(Client(), cast.rosa)
    assert family.get(at("family_team", cast.maya)).status_code == 200
    chair.post(at("guardian", cast.maya, rosa), rights(rosa, rights="none", order="Order 2026-1"))
    assert family.get(at("family_team", cast.maya)).status_code == 404
    entry = Entry.objects.get(deed="changed a person of the family")
    assert entry.detail["before"]["may_decide"] is True
    assert set(entry.detail["columns"]) >= {"may_decide", "may_see_record", "order"}


def test_rights_hold_between_their_days(chair, cast, rosa):
    chair.post(at("guardian", cast.maya, rosa), rights(rosa, rights_until="2026-11-20"))
    assert access.grant(cast.rosa, "plan.read", cast.maya)
    assert access.grant(cast.rosa, "plan.read", cast.maya, today=TODAY + timedelta(days=1)) is None


def test_a_stale_change_keeps_the_typed_words_and_names_what_was_saved_meanwhile(chair, cast, rosa):
    typed = rights(rosa, phone="555-7777")
    Guardian.objects.filter(pk=rosa.pk).update(phone="555-8888", may_decide=False, version=2)
    answer = chair.post(at("guardian", cast.maya, rosa), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "555-7777" in page and "Phone: 555-8888" in page and "May see the record, but not decide" in page
    rosa.refresh_from_db()
    assert rosa.phone == "555-8888"


def test_a_contact_from_the_roster_has_no_rights_until_somebody_writes_them_down(chair, cast):
    found = Guardian.objects.create(
        **about(cast.maya), name="Ros Ter", relationship="parent", may_see_record=False, may_decide=False
    )
    assert "No rights written down" in chair.get(at("team", cast.maya)).content.decode()
    assert "Invite to sign in" not in chair.get(at("guardian", cast.maya, found)).content.decode()
    chair.post(at("guardian", cast.maya, found), rights(found, rights="decides", email="ros@family.example"))
    assert "Invite to sign in" in chair.get(at("guardian", cast.maya, found)).content.decode()


def test_inviting_sends_one_link_that_opens_this_record(chair, cast, django_capture_on_commit_callbacks):
    ada = Guardian.objects.create(
        **about(cast.maya), name="Ada", relationship="guardian", language="bn", email="ada@family.example"
    )
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(2):
            chair.post(at("invite_guardian", cast.maya, ada))
    ada.refresh_from_db()
    assert access.relations(ada.account, cast.maya) == (Relation.GUARDIAN,)
    assert not ada.account.has_usable_password()
    assert ada.account.language == "en"
    assert [sent.to for sent in mail.outbox] == [["ada@family.example"]]
    assert "Maya" not in mail.outbox[0].subject + mail.outbox[0].body
    assert Invitation.objects.filter(account=ada.account).count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"email": ""}, "no e-mail address"),
        ({"may_see_record": False, "may_decide": False}, "no right to see"),
        ({"rights_until": date(2026, 11, 19)}, "no right to see"),
        ({"email": "rosa@family.example"}, "Each person needs their own"),
    ],
)
def test_whoever_cannot_be_invited_is_told_why(chair, cast, values, sentence):
    ada = Guardian.objects.create(
        **about(cast.maya), **{"name": "Ada", "relationship": "other", "email": "ada@family.example"} | values
    )
    answer = chair.post(at("invite_guardian", cast.maya, ada), follow=True)
    assert sentence in answer.content.decode()
    ada.refresh_from_db()
    assert ada.account is None
    assert not Account.objects.filter(email="ada@family.example").exists()


def test_two_parents_never_share_a_sign_in(cast, paul):
    """With one account between them, the one with fewer rights would have the rights of the other."""
    Guardian.objects.filter(pk=paul.pk).update(account=None, email="ROSA@family.example")
    paul.refresh_from_db()
    with pytest.raises(Cannot, match="Each person needs their own"):
        actions_family.invite_guardian(by=cast.chen, guardian=paul)


def test_closing_a_sign_in_keeps_the_person_and_closes_the_record(chair, cast, rosa):
    family = cast.sign_in(Client(), cast.rosa)
    for _time in range(2):
        chair.post(at("close_sign_in", cast.maya, rosa), {"version": rosa.version})
    assert family.get(at("family_team", cast.maya)).status_code == 404
    rosa.refresh_from_db()
    assert (rosa.account, rosa.address) == (None, "12 Canary Street")
    assert Entry.objects.filter(deed="closed the sign-in of a person of the family").count() == 1


def test_an_entry_made_by_mistake_goes_and_a_parent_who_signs_in_stays(chair, cast, rosa):
    ada = Guardian.objects.create(**about(cast.maya), name="Ada", relationship="other")
    for _time in range(2):
        assert chair.post(at("remove_guardian", cast.maya, ada), {"version": 1}).status_code == 302
    assert not Guardian.objects.filter(pk=ada.pk).exists()
    answer = chair.post(at("remove_guardian", cast.maya, rosa), {"version": rosa.version}, follow=True)
    assert "Close the sign-in first" in answer.content.decode()
    assert Guardian.objects.filter(pk=rosa.pk).exists()


@pytest.mark.parametrize("who", ["okafor", "brooks", "admin", "stranger", "outsider", "rosa", "paul", "maya_account"])
def test_who_may_not_write_contacts_reaches_no_form_and_no_deed(as_, cast, rosa, who):
    client = as_(getattr(cast, who))
    for name, rows in (("add_guardian", (cast.maya,)), ("guardian", (cast.maya, rosa))):
        assert client.get(at(name, *rows)).status_code == 404
        assert client.post(at(name, *rows), person()).status_code == 404
    for name in ("invite_guardian", "close_sign_in", "remove_guardian"):
        assert client.post(at(name, cast.maya, rosa), {"version": 1}).status_code == 404
    with pytest.raises(NotYours):
        actions_family.close_sign_in(by=getattr(cast, who), guardian=rosa, version=1)


def test_a_guardian_is_reached_through_the_own_child_only(as_, cast, rosa):
    other = Student.objects.create(
        district=cast.district, school=cast.school, given_name="N", birth_date=date(2015, 1, 1), grade="5", local_id="7"
    )
    client = as_(cast.chen)
    assert client.get(at("guardian", other, rosa)).status_code == 404
    assert client.post(at("invite_guardian", other, rosa)).status_code == 404


@pytest.mark.parametrize("name", ["guardian", "invite_guardian", "close_sign_in", "remove_guardian"])
def test_custody_contacts_and_sign_ins_ask_again_who_one_is(chair, cast, rosa, name):
    session = chair.session
    session["proved_at"] = clock.now().timestamp() - 3600
    session.save()
    answer = chair.post(at(name, cast.maya, rosa), rights(rosa, rights="none", order="x"))
    assert answer.url.startswith(reverse("people:step"))
    before = rosa.version
    rosa.refresh_from_db()
    assert (rosa.version, rosa.account) == (before, cast.rosa)


def test_what_was_typed_survives_proving_who_one_is(chair, cast):
    session = chair.session
    session["proved_at"] = clock.now().timestamp() - 3600
    session.save()
    chair.post(at("add_guardian", cast.maya), person(name="Typed Before"))
    session = chair.session
    session["proved_at"] = clock.now().timestamp()
    session.save()
    assert "Typed Before" in chair.get(reverse("people:go_on")).content.decode()
