"""The support card: strengths first, one tap for what was given, nothing that a classroom must not know."""

from io import BytesIO
from uuid import uuid4

import pytest
from pdfua import validate
from pypdf import PdfReader

from strongsuit.documents import own_actions
from strongsuit.documents.own_card_actions import add_to_goal
from strongsuit.knowledge.own_page import Part
from strongsuit.plans.models import Accommodation
from strongsuit.progress.models import SupportGiven
from strongsuit.web.ids import spell
from tests.cast import TODAY
from tests.progress.conftest import in_effect, reading, writing  # noqa: F401 fixtures


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def card(cast):
    return f"/students/{spell(cast.maya.pk)}/card/"


def test_strengths_stand_first_with_how_to_use_them(as_, cast, reading):  # noqa: F811
    page = as_(cast.nguyen).get(card(cast)).content.decode()
    first, give = page.index(cast.items["ear"].words), page.index("What you give")
    assert first < give and "Ms. Ruiz begins each session with it." in page[:give]
    assert "Learning disability" not in page


def test_one_tap_says_what_was_given_and_can_be_undone(as_, cast, reading):  # noqa: F811
    support = Accommodation.objects.filter(plan=cast.plan).exclude(kind="testing").order_by("order", "id").first()
    address = f"{card(cast)}{spell(support.pk)}/"
    for _time in range(2):
        assert as_(cast.silva).post(address, {"given": "yes"}).status_code == 302
    row = SupportGiven.objects.get()
    assert (row.given, row.on, row.by) == (True, TODAY, cast.silva)
    assert "Given today" in as_(cast.silva).get(card(cast)).content.decode()
    as_(cast.silva).post(address, {"given": "back"})
    row.refresh_from_db()
    assert row.given is None
    assert as_(cast.silva).post(address, {"given": "perhaps"}).status_code == 404
    assert as_(cast.silva).post(f"{card(cast)}{spell(7)}/", {"given": "yes"}).status_code == 404


def test_the_case_manager_reads_how_often(as_, cast, reading):  # noqa: F811
    support = Accommodation.objects.filter(plan=cast.plan).exclude(kind="testing").order_by("order", "id").first()
    for person, given in ((cast.silva, "yes"), (cast.nguyen, "no")):
        as_(person).post(f"{card(cast)}{spell(support.pk)}/", {"given": given})
    assert "Given 1 of 2 times" in as_(cast.ruiz).get(card(cast)).content.decode()
    assert "Given 1 of 2 times" not in as_(cast.silva).get(card(cast)).content.decode()


def test_the_students_words_and_wishes_are_on_it(as_, cast, reading):  # noqa: F811
    by = {"by": cast.maya_account, "student": cast.maya}
    own_actions.choose(
        **by, version=0, called="May", pronouns="they/them", identity="identity", identity_words="", level="U"
    )
    own_actions.add_line(**by, part=Part.HELP, words="Headfones when its loud", once=uuid4())
    add_to_goal(by=cast.maya_account, goal=reading, version=0, stretch="Read to my class", first_step="", people="")
    before = as_(cast.silva).get(card(cast)).content.decode()
    assert "Headfones" not in before and "Read to my class" in before
    own_actions.share(**by, once=uuid4())
    page = as_(cast.silva).get(card(cast)).content.decode()
    assert "Headfones when its loud" in page and "they/them" in page and "disabled student" in page


def test_the_card_has_a_paper_on_one_sheet(as_, cast, reading, tmp_path):  # noqa: F811
    content = as_(cast.silva).get(f"{card(cast)}paper/").content
    file = tmp_path / "card.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in validate(file).findings] == []
    pages = PdfReader(BytesIO(content)).pages
    said = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1 and cast.items["ear"].words in said and "What you give" in said


def test_without_a_plan_the_card_says_so(as_, cast):
    assert "No plan is in effect today" in as_(cast.ruiz).get(card(cast)).content.decode()
    assert as_(cast.ruiz).get(f"{card(cast)}paper/").status_code == 404


@pytest.mark.parametrize("who", ["rosa", "maya_account", "stranger", "outsider"])
def test_nobody_else_has_the_card(as_, cast, reading, who):  # noqa: F811
    assert as_(getattr(cast, who)).get(card(cast)).status_code in {302, 404}
