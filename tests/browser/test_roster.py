"""The roster pages in a real browser: from the file to the applied roster, and no fault on the way."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from strongsuit.students.models import Student
from tests.browser.axe import faults
from tests.browser.chromium import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAMPLE = Path(__file__).parents[1] / "interop" / "rosters" / "bulk"


def test_a_roster_is_uploaded_looked_at_and_applied(cast, page, live_server, tmp_path, packed_folder):
    sign_in(page, cast.admin, live_server)
    page.goto("/district/roster/")
    assert faults(page) == []
    page.get_by_label("Roster as a zip file").set_input_files(packed_folder(SAMPLE, tmp_path))
    page.get_by_role("button", name="Look at what would change").click()
    assert page.get_by_role("heading", name="What would change").is_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Apply the roster").click()
    assert page.get_by_text("Look at the question first").first.is_visible()
    page.get_by_label("I have looked at this").check()
    page.get_by_role("button", name="Apply the roster").click()
    assert page.get_by_text("The roster is applied.").is_visible()
    assert faults(page) == []
    assert Student.objects.filter(given_name="선희").exists()


def test_the_pages_fit_a_phone(cast, page, live_server, tmp_path, packed_folder):
    sign_in(page, cast.admin, live_server)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/district/roster/")
    page.get_by_label("Roster as a zip file").set_input_files(packed_folder(SAMPLE, tmp_path))
    page.get_by_role("button", name="Look at what would change").click()
    page.get_by_role("heading", name="What would change").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_missing_birth_date_is_told_and_added(cast, page, live_server):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    sign_in(page, cast.admin, live_server)
    page.goto("/district/roster/")
    assert page.get_by_text("1 student has no birth date").is_visible()
    assert faults(page) == []
    page.context.clear_cookies()
    sign_in(page, cast.chen, live_server)
    page.goto(reverse("students:record", args=[cast.maya.pk]))
    assert faults(page) == []
    page.get_by_role("link", name="Add the birth date").click()
    page.get_by_label("Day of birth").fill("2016-05-04")
    assert faults(page) == []
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("Saved.").is_visible()
    assert Student.objects.get(pk=cast.maya.pk).birth_date == date(2016, 5, 4)


@pytest.fixture
def packed_folder():
    def packed_folder(folder, target):
        path = target / "roster.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, file.name)
        return path

    return packed_folder
