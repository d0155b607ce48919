"""Single values: what they mean, and what is doubtful about them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.interop.oneroster import cells
from strongsuit.interop.oneroster.columns import columns
from strongsuit.interop.oneroster.extras import is_secret, meaning
from strongsuit.interop.oneroster.race import CODES, seven_way
from strongsuit.interop.oneroster.rules import RULES
from strongsuit.knowledge.terms import Grade


def reading(value, doubt=""):
    return value, f"oneroster.{doubt}" if doubt else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", reading(None)),
        ("2012-02-29", reading(date(2012, 2, 29))),
        ("2013-02-29", reading(None, "date.unknown")),
        ("2/29/2012", reading(date(2012, 2, 29), "date.us")),
        ("02/29/2013", reading(None, "date.unknown")),
        ("29/02/2012", reading(None, "date.unknown")),
        ("2026-09-08T00:00:00.000Z", reading(date(2026, 9, 8), "date.time")),
        ("2026-09-08 07:30:00", reading(date(2026, 9, 8), "date.time")),
        ("20260908", reading(date(2026, 9, 8), "date.time")),
        ("1899-12-31", reading(None, "date.far")),
        ("9999-12-31", reading(None, "date.far")),
        ("0000-00-00", reading(None, "date.unknown")),
        ("next week", reading(None, "date.unknown")),
    ],
)
def test_dates(text, expected):
    assert cells.read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", reading(None)),
        ("2023-05-01T18:25:43.511Z", reading(datetime(2023, 5, 1, 18, 25, 43, 511000, tzinfo=UTC))),
        ("2026-11-02T08:00:00-05:00", reading(datetime(2026, 11, 2, 13, tzinfo=UTC))),
        ("2017-05-06 08:01:05", reading(datetime(2017, 5, 6, 8, 1, 5, tzinfo=UTC), "instant.zone")),
        ("0001-01-01T00:00:00+10:00", reading(None, "instant.unknown")),
        ("yesterday", reading(None, "instant.unknown")),
    ],
)
def test_instants(text, expected):
    assert cells.read_instant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", reading(None)),
        ("09", reading(Grade.G9)),
        ("9", reading(Grade.G9)),
        ("12", reading(Grade.G12)),
        ("KG", reading(Grade.K)),
        ("k", reading(Grade.K)),
        ("PK", reading(Grade.PK)),
        ("UG", reading(Grade.UG)),
        ("IT", reading(Grade.PK, "grade.near")),
        ("13", reading(Grade.UG, "grade.near")),
        ("09,10", reading(Grade.G9, "grade.several")),
        ("PS1", reading(None, "grade.unknown")),
        (",", reading(None, "grade.unknown")),
    ],
)
def test_grades(text, expected):
    assert cells.read_grade(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", reading(True)),
        ("false", reading(False)),
        ("TRUE", reading(True, "word.case")),
        ("0", reading(False, "word.case")),
        ("maybe", reading(None, "word.unknown")),
        ("", reading(None)),
    ],
)
def test_flags(text, expected):
    assert cells.read_flag(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{LDAP:12},{State:0012}", reading((("LDAP", "12"), ("State", "0012")))),
        ("abc", reading((), "ids.unknown")),
        ("{SSN:078-05-1120},{Fed:23}", reading((("Fed", "23"),))),
        ("{Other:078-05-1120}", reading(())),
    ],
)
def test_ids_of_a_person(text, expected):
    assert cells.read_ids(text) == expected


@pytest.mark.parametrize(
    ("races", "hispanic", "several", "code"),
    [
        ((), False, False, ""),
        (("asian",), False, False, "AS7"),
        (("white",), True, False, "HI7"),
        ((), True, False, "HI7"),
        (("white", "black"), False, False, "MU7"),
        ((), False, True, "MU7"),
        (("pacific",), False, True, "MU7"),
    ],
)
def test_race_in_seven_ways(races, hispanic, several, code):
    assert seven_way(frozenset(races), hispanic, several) == code


@given(st.sets(st.sampled_from(sorted(CODES))), st.booleans(), st.booleans())
def test_hispanic_wins_and_then_two_or_more(races, hispanic, several):
    code = seven_way(frozenset(races), hispanic, several)
    assert code == "HI7" if hispanic else (code == "MU7") == (several or len(races) > 1)


@pytest.mark.parametrize(
    "header", ["password", "ext_portalPassword", "metadata.PWD", "lunchPin", "SSN", "student_passcode"]
)
def test_secret_columns_are_known_by_name(header):
    assert is_secret(header)


@pytest.mark.parametrize("header", ["givenName", "metadata.shippingAddress", "opinion", "ext_spinalCord"])
def test_other_columns_are_not_secret(header):
    assert not is_secret(header)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("metadata.IEPStatus", "iep"),
        ("ext_specialEducation", "iep"),
        ("metadata.section504", "504"),
        ("is504", "504"),
        ("ELL", "el"),
        ("stateStudentId", "state_id"),
        ("SSID", "state_id"),
        ("freeLunch", ""),
        ("metadata.gender", ""),
    ],
)
def test_a_districts_own_names_are_understood(name, said):
    assert meaning(name) == said


@given(st.text(max_size=30))
def test_no_text_upsets_a_reader_and_every_doubt_has_a_sentence(text):
    for column in {
        column.kind: column for column in columns() if column.field and column.kind not in cells.PLAIN
    }.values():
        learned = cells.Learned(column)
        assert learned[text] is learned[text]
        assert set(learned.doubts.values()) <= set(RULES)


def test_a_column_of_ever_new_values_does_not_fill_the_memory():
    learned = cells.Learned(next(column for column in columns() if column.kind == "date"))
    for number in range(200_000):
        learned[f"no date {number}"]
    assert len(learned) < 50_000
    assert learned["2026-09-08"] == date(2026, 9, 8)
