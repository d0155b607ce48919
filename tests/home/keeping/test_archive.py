"""The file of a backup: whole and as it was written, or refused by name before anything is unpacked."""

import hashlib
import io
import json
import tarfile

import pytest

from strongsuit.home.keeping import archive
from strongsuit.home.keeping.archive import Damaged

PARTS = {
    "seals.log": b"seal\n" * 40,
    "database/strongsuit.sqlite3": bytes(range(256)) * 8,
    "files/papers/one.pdf": b"%PDF-1.7 a paper",
    "files/papers/empty.pdf": b"",
}
FACTS = {"app": "0.1.0", "made_at": "2026-11-20T15:00:00+00:00", "vendor": "sqlite", "migrations": [["people", "0001"]]}


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "kept.tar"
    with archive.written(path) as writer:
        for name, content in PARTS.items():
            writer.add(name, io.BytesIO(content))
        writer.close(FACTS)
    return path


def contents(path):
    with archive.opened(path) as found:
        return {name: found.open(name).read() for name in found.members}


def refused(path):
    with pytest.raises(Damaged) as problem, archive.opened(path):
        pass
    return str(problem.value)


def tarred(path, *members, manifest=None):
    """A tar file as an ill-wisher would write it, with a list of contents that agrees with it."""
    listed = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in members
    ]
    told = json.dumps(manifest or {"format": 1, **FACTS, "members": listed}).encode()
    closing = [(archive.MANIFEST, told), (archive.CLOSING, hashlib.sha256(told).hexdigest().encode())]
    with tarfile.open(path, "w") as tar:
        for name, content in [*members, *closing]:
            tar.addfile(archive.header(name, len(content)), io.BytesIO(content))
    return path


def test_what_went_in_comes_out(kept):
    assert contents(kept) == PARTS


def test_the_manifest_says_what_it_is(kept):
    with archive.opened(kept) as found:
        assert {name: found.manifest[name] for name in ("format", *FACTS)} == {"format": archive.FORMAT, **FACTS}


def test_only_its_owner_may_read_it_and_what_comes_out(kept, tmp_path):
    with archive.opened(kept) as found:
        found.copy("seals.log", tmp_path / "out" / "seals.log")
    modes = [path.stat().st_mode & 0o777 for path in (kept, tmp_path / "out" / "seals.log")]
    assert modes == [0o600, 0o600]


@pytest.mark.parametrize("name", [name for name, content in PARTS.items() if content])
def test_a_flipped_byte_is_named(kept, name):
    content = bytearray(kept.read_bytes())
    with tarfile.open(kept) as tar:
        content[tar.getmember(name).offset_data + 3] ^= 1
    kept.write_bytes(content)
    assert refused(kept) == f"{name} is not what was written."


def test_wherever_a_byte_is_flipped_nothing_wrong_comes_out(kept):
    whole = kept.read_bytes()
    for place in range(0, len(whole), 37):
        content = bytearray(whole)
        content[place] ^= 0x41
        kept.write_bytes(content)
        try:
            assert contents(kept) == PARTS, place
        except Damaged:
            continue


def test_wherever_it_is_cut_off_it_is_refused(kept):
    whole = kept.read_bytes()
    with tarfile.open(kept) as tar:
        last = tar.getmember(archive.CLOSING)
    for length in range(0, last.offset_data + last.size, 97):
        kept.write_bytes(whole[:length])
        assert refused(kept)


@pytest.mark.parametrize(
    "name",
    [
        "../outside", "/etc/passwd", "files/../../outside", "files/./x", "files/a/../../x", "files//x", "files/",
        "files/a\\..\\x", "database/../seals.log", "elsewhere/x", "secret-key", "./seals.log",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    assert "which no backup contains" in refused(tarred(tmp_path / "bad.tar", (name, b"words")))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_whatever_is_no_plain_file_is_refused(tmp_path, kind):
    path = tmp_path / "bad.tar"
    with tarfile.open(path, "w") as tar:
        member = archive.header("files/x", 0)
        member.type, member.linkname = kind, "/etc/passwd"
        tar.addfile(member)
    assert "'files/x'" in refused(path)


def test_a_member_twice_is_refused(tmp_path):
    path = tarred(tmp_path / "bad.tar", ("files/x", b"one"), ("files/x", b"two"))
    assert refused(path) == "It holds files/x twice."


def test_a_member_that_the_list_does_not_know_is_refused(tmp_path):
    path = tarred(tmp_path / "bad.tar", ("files/x", b"one"), manifest={"format": 1, **FACTS, "members": []})
    assert refused(path) == "It holds files/x, which is not in its list of contents."


def test_a_missing_member_is_named(tmp_path):
    listed = [{"name": "files/x", "size": 3, "sha256": "0" * 64}]
    assert refused(tarred(tmp_path / "bad.tar", manifest={"format": 1, **FACTS, "members": listed})) == (
        "files/x is missing."
    )


@pytest.mark.parametrize(
    "manifest",
    [["a list"], {"format": 1}, {"format": "1", **FACTS, "members": []}, {"format": 1, **FACTS, "members": ["x"]},
     {"format": 1, **FACTS, "migrations": [["only one"]], "members": []}],
)  # fmt: skip
def test_a_list_of_contents_that_is_none_is_refused(tmp_path, manifest):
    assert "does not say" in refused(tarred(tmp_path / "bad.tar", manifest=manifest))


@pytest.mark.parametrize("content", [b"", b"\0" * 20_000, b"not a tar file at all" * 1000])
def test_another_kind_of_file_is_refused(tmp_path, content):
    path = tmp_path / "other.tar"
    path.write_bytes(content)
    assert refused(path)


def test_an_interrupted_backup_leaves_no_file(tmp_path):
    with pytest.raises(KeyboardInterrupt), archive.written(tmp_path / "kept.tar") as writer:
        writer.add("files/x", io.BytesIO(b"words"))
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
