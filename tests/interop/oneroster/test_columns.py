"""The column maps: complete, consistent, and enough to tell the formats apart."""

import pytest

from strongsuit.interop.oneroster.cells import PLAIN, Learned
from strongsuit.interop.oneroster.columns import FORMATS, columns, columns_of, detect, files, match


def test_every_column_belongs_to_a_known_file_and_format_and_kind():
    for column in columns():
        assert column.file.lower() in files()
        assert column.formats and column.formats <= set(FORMATS)
        assert column.need in {"must", "should", ""}
        assert (column.kind in {"unused", "password"}) == (column.field == "")
        if column.field and column.kind not in PLAIN:
            assert Learned(column)[""] in (None, "", (), False)


def test_no_format_has_a_column_or_a_field_of_a_file_twice():
    for file in files().values():
        for format in FORMATS:
            found = columns_of(file.name, format)
            assert len({column.header.lower() for column in found}) == len(found)
            fields = [column.field for column in found if column.field]
            assert len(set(fields)) == len(fields)


@pytest.mark.parametrize(
    ("headers", "declared", "format"),
    [
        ({"users": ["sourcedId", "role", "orgSourcedIds", "grades"]}, "", "1.1"),
        ({"users": ["sourcedId", "role", "orgSourcedIds", "grades"]}, "1.2", "1.1"),
        ({"users": ["sourcedId", "username"], "roles": ["sourcedId", "userSourcedId", "roleType"]}, "", "1.2"),
        ({"users": ["sourcedid", "ROLE", "grade", "agents", "userId"]}, "1.1", "draft"),
        ({"users": ["sourcedId", "activeDirectoryMatchId"], "roles": ["userSourcedId", "isPrimary"]}, "", "sds"),
        ({"orgs": ["sourcedId", "name"]}, "1.2", "1.2"),
        ({"orgs": ["sourcedId", "name"]}, "", "1.1"),
        ({"orgs": ["nonsense"]}, "7.3", "1.1"),
    ],
)
def test_the_columns_tell_the_format_and_the_manifest_decides_between_equals(headers, declared, format):
    assert detect(headers, declared) == format


def test_columns_are_found_by_name_in_any_order_and_case_and_by_the_name_of_another_format():
    found = {
        one.column.field: (one.position, one.rule) for one in match("users", "1.1", ["grade", "SOURCEDID", "role"])
    }
    assert found["id"] == (2, "oneroster.header.case")
    assert found["grade"] == (1, "oneroster.header.other")
    assert found["role"] == (3, "")
    assert found["email"] == (0, "oneroster.header.missing")
