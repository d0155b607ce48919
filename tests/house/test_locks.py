"""The locked packages: nothing without a hash, no address of any registry, the same versions for all."""

import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parents[2] / "requirements").glob("*.lock"))


def pinned(lock):
    return set(re.findall(r"^([\w.-]+==[^\s;]+)", lock.read_text(), re.MULTILINE))


def named(name):
    return next(lock for lock in LOCKS if lock.stem == name)


def test_there_is_a_lock_for_building_running_and_developing():
    assert [lock.stem for lock in LOCKS] == ["build", "dev", "run"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_host(lock):
    assert re.findall(r".*(?://|index|file:).*", lock.read_text()) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_has_a_version_and_a_hash(lock):
    entries = re.split(r"\n(?! )", lock.read_text().strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_developers_get_the_same_versions_as_users():
    assert pinned(named("run")) - pinned(named("dev")) == set()
