"""A measurement from the phone: read as people type it, refused kindly, taken back, set aside."""

from decimal import Decimal

import pytest

from strongsuit.plans.models import Goal
from strongsuit.progress.models import DataPoint
from tests.cast import TODAY
from tests.progress.conftest import at, measured, point


def test_a_measurement_from_the_phone_stands_on_the_page(as_, cast, reading):
    client = as_(cast.okafor)
    answer = client.post(at("/goals/{}/points/", reading), point(note="A page about squid", setting="Science"))
    assert (answer.status_code, answer.url) == (302, at("/goals/{}/", reading))
    assert DataPoint.objects.get().value == Decimal("61.5")
    page = client.get(answer.url).content.decode()
    assert "61.5" in page and "A page about squid" in page and "Undo" in page


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("48", "48"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("1,000", "1000"),
        ("1,250.5", "1250.5"),
        (" 61 ", "61"),
        ("٤٨", "48"),
        ("48,", None),
    ],
)
def test_numbers_are_read_as_people_type_them(as_, cast, reading, typed, value):
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(value=typed))
    assert answer.status_code == (302 if value else 422)
    assert [row.value for row in DataPoint.objects.all()] == ([Decimal(value)] if value else [])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"value": "1e999"}, "Write a number, such as 48 or 2.5."),
        ({"value": "ten"}, "Write a number, such as 48 or 2.5."),
        ({"value": "4\x008"}, "Write a number, such as 48 or 2.5."),
        ({"value": "NaN"}, "Write a number, such as 48 or 2.5."),
        ({"value": "-Infinity"}, "Write a number, such as 48 or 2.5."),
        ({"value": "9" * 500_000}, "This number is too long: up to 7 digits before the point"),
        ({"value": "9" * 400}, "This number is too long"),
        ({"value": "99999999"}, "This number is too long"),
        ({"value": "3.5555555555"}, "This number is too long"),
        ({"value": "3.555"}, "At most 2 digits after the point fit here"),
        ({"value": ""}, "This field is required."),
        ({"value": "-3"}, "no numbers below zero"),
        ({"on": "2026-11-21"}, "still to come"),
        ({"on": "2025-11-30"}, "before the goal&#x27;s start"),
        ({"on": "1900-01-01"}, "Use a date from 2000"),
        ({"on": "yesterday"}, "Write the date as year-month-day"),
        ({"note": "x" * 501}, "500"),
        ({"note": "a\u202eb"}, "hidden sign"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_what_was_typed(as_, cast, reading, wrong, sentence):
    typed = point(note="A page about squid") | wrong
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    if "note" not in wrong:
        assert "A page about squid" in page
    if wrong.get("value", "").isprintable() and wrong.get("value"):
        assert f'value="{wrong["value"]}"' in page
    assert not DataPoint.objects.exists()


@pytest.mark.parametrize("address", ["/goals/{}/points/", "/data/{}/"])
def test_more_than_the_full_mark_is_refused_on_the_page_and_on_the_sheet(as_, cast, request, address):
    Goal.objects.filter(pk=cast.goals[0].pk).update(unit="of 10 moments", baseline=2, target=8)
    reading = request.getfixturevalue("reading")
    answer = as_(cast.ruiz).post(at(address, reading), point(value="99"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "so 10 is the most there can be" in page and 'value="99"' in page
    assert not DataPoint.objects.exists()


def test_ten_megabytes_are_refused_and_nothing_is_written(as_, cast, reading):
    answer = as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(note="x" * 10_000_000))
    assert 400 <= answer.status_code < 500
    assert not DataPoint.objects.exists()


@pytest.mark.parametrize("once", ["", "1", "not-a-token", "\x00"])
def test_a_form_without_its_token_writes_nothing(as_, cast, reading, once):
    assert as_(cast.ruiz).post(at("/goals/{}/points/", reading), point(once=once)).status_code == 422
    assert not DataPoint.objects.exists()


def test_the_same_post_twice_is_one_measurement(as_, cast, reading):
    client, typed = as_(cast.ruiz), point()
    for _time in range(2):
        assert client.post(at("/goals/{}/points/", reading), typed).status_code == 302
    assert DataPoint.objects.count() == 1


def test_undo_set_aside_and_count_again_from_the_page(as_, cast, reading):
    client = as_(cast.ruiz)
    client.post(at("/goals/{}/points/", reading), point())
    row = DataPoint.objects.get()
    assert client.post(at("/points/{}/aside/", row), {"version": "1", "because": ""}).status_code == 422
    client.post(at("/points/{}/aside/", row), {"version": "1", "because": "fire drill"})
    row.refresh_from_db()
    assert row.invalid_because == "fire drill"
    assert "fire drill" in client.get(at("/goals/{}/", reading)).content.decode()
    client.post(at("/points/{}/count/", row), {"version": "2"})
    client.post(at("/points/{}/undo/", row))
    row.refresh_from_db()
    assert row.invalid_because == "typed by mistake"


@pytest.mark.parametrize("version", ["", "x", "9" * 40, "-1", "\x00"])
def test_a_forged_version_changes_nothing(as_, cast, reading, version):
    row = measured(reading, TODAY, 50, by=cast.ruiz)
    client = as_(cast.ruiz)
    assert client.post(at("/points/{}/aside/", row), {"version": version, "because": "x"}).status_code in (302, 422)
    assert client.post(at("/points/{}/count/", row), {"version": version}).status_code == 302
    row.refresh_from_db()
    assert (row.invalid_because, row.version) == ("", 1)
