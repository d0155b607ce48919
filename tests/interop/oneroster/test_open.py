"""Opening: what is safe is read, what is not is refused at once, in plain words."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from strongsuit.interop.oneroster.open import CannotOpen, Damaged, Limits, open_package

CSV = b"sourcedId,name,type\nd1,Lakeside,district\n"


def zipped(files, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def refusal(source, limits=None):
    with pytest.raises(CannotOpen) as refused, open_package(source, limits or Limits()):
        pass
    assert "%" not in str(refused.value)
    return refused.value.rule.removeprefix("oneroster.open.")


def names(source):
    with open_package(source) as package:
        return [entry.name for entry in package.entries]


def test_a_zip_gives_its_files_and_loses_the_litter_of_other_systems():
    files = {"orgs.csv": CSV, "__MACOSX/._orgs.csv": b"x", ".DS_Store": b"x", "Thumbs.db": b"x"}
    assert names(zipped(files)) == ["orgs.csv"]


def test_a_folder_gives_its_plain_files_only(tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "orgs.csv").write_bytes(CSV)
    (tmp_path / "set" / "below").mkdir()
    (tmp_path / "outside.csv").write_bytes(CSV)
    (tmp_path / "set" / "users.csv").symlink_to(tmp_path / "outside.csv")
    assert names(tmp_path / "set") == ["orgs.csv"]


def test_a_folder_inside_the_zip_that_all_files_share_is_left_out():
    with open_package(zipped({"export/orgs.csv": CSV, "export/users.csv": CSV})) as package:
        assert (package.in_folder, [entry.name for entry in package.entries]) == (True, ["orgs.csv", "users.csv"])


def test_the_same_bytes_have_the_same_digest_and_other_bytes_another(tmp_path):
    (tmp_path / "orgs.csv").write_bytes(CSV)
    with open_package(tmp_path) as before, open_package(tmp_path) as again:
        assert before.sha256 == again.sha256
    (tmp_path / "orgs.csv").write_bytes(CSV + b"s1,Birch,school\n")
    with open_package(tmp_path) as after:
        assert after.sha256 != before.sha256


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (CSV, "not_zip"),
        (b"%PDF-1.7 ...", "not_zip"),
        (b'\xef\xbb\xbf {"users": []}', "json"),
        (b'[{"sourcedId": "s1"}]', "json"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not_zip"),
        (zipped({}), "empty"),
        (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "not_zip"),
        (zipped({"orgs.csv": CSV})[:-30], "damaged"),
        (zipped({"../orgs.csv": CSV}), "path"),
        (zipped({"a\\..\\..\\orgs.csv": CSV}), "path"),
        (zipped({"/etc/orgs.csv": CSV}), "path"),
        (zipped({"C:\\orgs.csv": CSV}), "path"),
        (zipped({"orgs.csv": CSV, "more.zip": b"x"}), "nested"),
        (zipped({"orgs.csv": CSV, "old.tar.gz": b"x"}), "nested"),
        (zipped({"orgs.csv": CSV, "Orgs.csv": CSV}), "twice"),
        (zipped({"orgs.csv": CSV}, zipfile.ZIP_BZIP2), "method"),
        (zipped({f"{number}.csv": b"" for number in range(201)}), "entries"),
        (Path("/nowhere/roster.zip"), "missing"),
        (Path("/nowhere/\0"), "missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_safe_package_is_refused(source, rule):
    assert refusal(source) == rule


def test_a_zip_with_a_password_is_refused():
    packed = bytearray(zipped({"orgs.csv": CSV}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(signature) + flags] |= 1
    assert refusal(bytes(packed)) == "encrypted"


def test_a_bomb_is_refused_by_what_it_declares():
    assert refusal(zipped({"users.csv": b"0" * 40_000_000})) == "ratio"


def test_a_set_larger_than_the_limit_is_refused():
    assert refusal(zipped({"users.csv": CSV * 100}), Limits(unpacked=1000)) == "size"
    assert refusal(zipped({"users.csv": CSV * 100}), Limits(packed=100)) == "size"


def test_a_file_that_unpacks_to_more_than_it_declares_ends_where_it_said():
    packed = bytearray(zipped({"users.csv": b"0" * 5_000_000}))
    at = packed.index(b"PK\x01\x02") + 24
    packed[at : at + 4] = struct.pack("<I", 100)
    with open_package(bytes(packed)) as package, package.entries[0].open() as stream:
        read = b""
        with pytest.raises(Damaged):
            while piece := stream.read(1_000_000):
                read += piece
        assert len(read) <= 100


def test_a_directory_of_a_million_entries_is_not_even_read():
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 50_000_000, 4, 0)
    source = b"PK\x03\x04" + bytes(50_000_000) + end
    assert refusal(source) == "entries"


def test_a_damaged_entry_says_so_while_it_is_read():
    packed = bytearray(zipped({"orgs.csv": CSV * 50}))
    packed[45] ^= 0xFF
    with open_package(bytes(packed)) as package, package.entries[0].open() as stream, pytest.raises(Damaged):
        while stream.read(1000):
            pass
