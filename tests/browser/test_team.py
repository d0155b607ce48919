"""From the roster to a student whom people plan for: the chair's walk, by keyboard names, in real Chromium with axe."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from strongsuit.people.models import SchoolYear
from strongsuit.plans.models import Plan
from strongsuit.students.models import Eligibility, Guardian, Student, TeamMember
from strongsuit.web.ids import spell
from tests.browser import axe
from tests.browser.chromium import sign_in
from tests.cast import TODAY, about

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def nia(cast):
    """A student as the roster brings one, with a mother whose rights nobody has written down."""
    student = Student.objects.create(
        district=cast.district, school=cast.school, given_name="Nia", family_name="New", birth_date=date(2015, 3, 3),
        grade="6", local_id="77",
    )  # fmt: skip
    Guardian.objects.create(
        **about(student), name="Joy New", relationship="parent", email="joy@family.example", may_see_record=False,
        may_decide=False, lives_with=False,
    )  # fmt: skip
    return student


def sound(page):
    """No fault that axe knows, and nothing to scroll sideways on a small phone, light or dark."""
    page.emulate_media(color_scheme="dark")
    faults = axe.faults(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    too_wide = page.evaluate(OVERFLOW)
    faults += axe.faults(page)
    page.set_viewport_size(WIDE)
    assert (faults, too_wide) == ([], 0)


def test_the_chair_brings_a_student_from_the_list_to_a_first_draft(cast, nia, page, live_server):
    sign_in(page, cast.chen, live_server)
    page.goto(f"/schools/{spell(cast.school.pk)}/students/")
    page.get_by_role("link", name="Nia New").click()
    page.get_by_role("link", name="Team", exact=True).click()
    expect(page.get_by_text("No case manager yet")).to_be_visible()
    sound(page)

    page.get_by_role("link", name="Choose the case manager").click()
    page.get_by_label("Name").fill("ruiz")
    page.get_by_role("button", name="Find").click()
    page.get_by_label("Elena Ruiz").check()
    sound(page)
    page.get_by_role("button", name="Make case manager").click()
    expect(page.get_by_text("Elena Ruiz is case manager.")).to_be_visible()

    page.get_by_role("link", name="Add a person", exact=True).click()
    page.get_by_label("Ana Silva").check()
    page.get_by_label("Part on the team").select_option(label="Service provider")
    page.get_by_role("button", name="Add to the team").click()
    expect(page.locator("#main").get_by_role("link", name="Choose the service")).to_be_visible()
    page.get_by_role("combobox", name="Service").select_option(label="Speech-language therapy")
    page.get_by_role("button", name="Add to the team").click()
    expect(page.get_by_text("Ana Silva is on the team.")).to_be_visible()
    sound(page)

    page.get_by_role("link", name="Change Joy New").click()
    page.get_by_label("May see the record and make decisions").check()
    sound(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Change Joy New").click()
    page.get_by_role("button", name="Invite to sign in").click()
    expect(page.get_by_text("A link to sign in is on its way to joy@family.example.")).to_be_visible()
    sound(page)

    page.get_by_role("link", name="Record", exact=True).click()
    page.get_by_role("link", name="Write down the decision").click()
    page.get_by_label("Classification").select_option(label="Learning disability")
    page.get_by_label("Found eligible on").fill("2026-10-01")
    page.get_by_label("Last full evaluation on").fill("2026-09-15")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Sept. 15, 2029")).to_be_visible()
    sound(page)
    assert Eligibility.objects.get(student=nia).disability == "SLD"
    assert TeamMember.objects.filter(student=nia).count() == 2

    page.get_by_role("link", name="Plan", exact=True).click()
    page.get_by_role("button", name="Begin a draft").click()
    expect(page.get_by_role("heading", level=1, name="Nia New")).to_be_visible()
    assert Plan.objects.get(student=nia).state == "draft"


def test_ending_a_part_asks_first_and_works_without_scripts_too(cast, browser, page, live_server):
    member = TeamMember.objects.get(account=cast.okafor)
    address = f"/students/{spell(cast.maya.pk)}/team/{spell(member.pk)}/"
    sign_in(page, cast.chen, live_server)
    page.goto(address)
    sound(page)
    page.get_by_role("button", name="End it now").click()
    page.get_by_role("dialog").get_by_role("button", name="End it", exact=True).click()
    expect(page.get_by_text("The part has ended.")).to_be_visible()
    member.refresh_from_db()
    assert member.ends_on == TODAY - timedelta(days=1)

    other = TeamMember.objects.get(account=cast.nguyen)
    plain = browser.new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    sign_in(plain, cast.chen, live_server)
    plain.goto(f"/students/{spell(cast.maya.pk)}/team/{spell(other.pk)}/")
    plain.get_by_role("button", name="End it now").click()
    plain.get_by_text("The part has ended.").wait_for()
    plain.context.close()


def test_a_record_is_opened_for_a_reason(cast, page, live_server):
    sign_in(page, cast.chen, live_server)
    page.goto("/")
    page.get_by_role("link", name="Open a record for a reason").click()
    sound(page)
    page.get_by_label("Whole family name").fill("Martin")
    page.get_by_label("Day of birth").fill("2010-02-28")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1, name="Leo Martin")).to_be_visible()
    sound(page)
    page.get_by_label("Why do you need this record?").fill("He moves to our school on Monday.")
    page.get_by_role("button", name="Open the record").click()
    expect(page.get_by_text("The record is open to you for 24 hours.")).to_be_visible()
    page.goto("/students/find/")
    sound(page)
    page.get_by_role("button", name="Close Leo Martin").click()
    expect(page.get_by_text("No record is open to you for a reason.")).to_be_visible()


def test_the_family_reads_who_works_with_the_child(cast, page, live_server):
    cast.rosa.language = "en"
    cast.rosa.save()
    sign_in(page, cast.rosa, live_server)
    page.goto(f"/family/{spell(cast.maya.pk)}/")
    page.get_by_role("link", name="Who works with us").click()
    expect(page.get_by_text("12 Canary Street")).to_be_visible()
    expect(page.get_by_text("98 Other Road")).to_have_count(0)
    sound(page)


def test_the_office_enters_a_snow_day(cast, page, live_server):
    sign_in(page, cast.admin, live_server)
    page.goto("/district/")
    page.get_by_role("navigation").get_by_role("link", name="Calendar").click()
    sound(page)
    page.get_by_role("link", name="2026-2027").click()
    sound(page)
    page.get_by_role("link", name="Add days without school").click()
    page.get_by_label("What is it?").fill("Snow day")
    page.get_by_label("First day without school").fill("2027-01-12")
    sound(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Snow day")).to_be_visible()
    assert SchoolYear.objects.get(district=cast.district, name="2026-2027").closures.count() == 4
    page.get_by_role("link", name="Snow day").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed.")).to_be_visible()
