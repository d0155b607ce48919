"""A bad setting stops the start with its name and what it takes."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from strongsuit import settings


def refusal(read, *words, **options):
    with pytest.raises(ImproperlyConfigured) as problem:
        read(*words, **options)
    return str(problem.value)


@pytest.fixture
def say(monkeypatch):
    """Set one name in the environment."""
    return lambda value: monkeypatch.setenv("STRONGSUIT_X", value)


@pytest.mark.parametrize("value", ["true", "1", "Yes", "", " nope"])
def test_a_switch_takes_yes_or_no(say, value):
    say(value)
    assert refusal(settings.flag, "STRONGSUIT_X", True) == f"STRONGSUIT_X is {value.strip()!r}. It takes yes or no."


@pytest.mark.parametrize("value", ["-1", "0", "65536", "8000.5", "eighty", "", "１２", "9" * 5000])
def test_a_number_stays_within_its_bounds(say, value):
    say(value)
    assert "It takes a whole number from 1 to 65535." in refusal(settings.number, "STRONGSUIT_X", 8000, 1, 65535)


def test_a_choice_names_all_it_takes(say):
    say("carrier pigeon")
    words = refusal(settings.choice, "STRONGSUIT_X", "folder", ("folder", "smtp"))
    assert words == "STRONGSUIT_X is 'carrier pigeon'. It takes folder or smtp."


@pytest.mark.parametrize(
    "value", ["https://plans.example.org", "plans.example.org/", "plans example", "a,b c", "ünsel.org"]
)
def test_hosts_are_bare_names(say, value):
    say(value)
    assert "such as plans.example.org" in refusal(settings.hosts, "STRONGSUIT_X", "")


def test_a_public_server_names_its_hosts(say):
    say(" , ")
    assert refusal(settings.hosts, "STRONGSUIT_X", "").startswith("STRONGSUIT_X is not set.")


def test_hosts_may_stand_apart(say):
    say("plans.example.org, [::1] ,.example.org")
    assert settings.hosts("STRONGSUIT_X", "") == ["plans.example.org", "[::1]", ".example.org"]


@pytest.mark.parametrize(
    "value",
    ["plans.example.org", "http://plans.example.org", "https://plans.example.org/iep", "https://a@b", "https://"],
)
def test_the_public_address_is_https_and_bare(say, value):
    say(value)
    assert "such as https://plans.example.org" in refusal(settings.address, "STRONGSUIT_X", "", local=False)


def test_one_machine_may_speak_plain_http(say):
    say("http://127.0.0.1:9000/")
    assert settings.address("STRONGSUIT_X", "", local=True) == "http://127.0.0.1:9000"


@pytest.mark.parametrize("value", ["New York", "EST5EDTX", "../../etc/passwd", "/etc/localtime", ""])
def test_a_time_zone_has_a_name(say, value):
    say(value)
    assert "such as America/New_York" in refusal(settings.time_zone, "STRONGSUIT_X", "America/New_York")


@pytest.mark.parametrize(
    "url",
    ["", "mysql://x/y", "strongsuit.sqlite3", "postgres://host", "postgres://h:port/name", "postgres://[bad/name"],
)
def test_a_database_is_named_by_its_address(url):
    words = refusal(settings.database, url)
    assert words.startswith("DATABASE_URL") and words.endswith("or postgres://USER:PASSWORD@HOST:PORT/NAME.")


def test_a_password_may_hold_any_sign():
    found = settings.database("postgres://me:p%40ss%2Fword@db.example.org:5433/strong?sslmode=verify-full")
    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "strong", "USER": "me", "PASSWORD": "p@ss/word", "HOST": "db.example.org", "PORT": "5433",
        "OPTIONS": {"sslmode": "verify-full"},
    }  # fmt: skip


def test_a_shared_cache_is_redis():
    assert "redis://HOST:PORT/NUMBER" in refusal(settings.cache, "memcached://somewhere")


@pytest.mark.parametrize("value", ["changeme", "a" * 60, "0123456789" * 3])
def test_a_weak_key_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("STRONGSUIT_SECRET_KEY", value)
    assert "is too weak" in refusal(settings.secret_key)


@pytest.mark.parametrize("value", ["changeme", f"{'k9V2mQ7xL4wT8rB1nZ6yH3cF5jD0gS' * 2}, changeme", "x" * 60])
def test_a_weak_key_from_before_stops_the_start_too(monkeypatch, value):
    """It would still open what the new one closes."""
    monkeypatch.setenv("STRONGSUIT_OLD_SECRET_KEYS", value)
    assert refusal(settings.old_keys).startswith("STRONGSUIT_OLD_SECRET_KEYS is too weak")


def test_keys_from_before_are_read_one_by_one(monkeypatch):
    keys = ["k9V2mQ7xL4wT8rB1nZ6yH3cF5jD0gS" * 2, "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7" * 2]
    monkeypatch.setenv("STRONGSUIT_OLD_SECRET_KEYS", " , ".join(keys))
    assert settings.old_keys() == keys


# What keys look like that belong to somebody.
KEYS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abps]-[0-9A-Za-z-]{20}"
    r"|\bglpat-[\w-]{20}|://[^\s:/@'\"{}]+:(?!PASSWORD|p%40ss)[^\s@/'\"{}]{6,}@"
)
ROOT = Path(__file__).parents[1]


def test_no_key_lies_in_the_source_or_ever_did():
    """Every line that was ever added, where the history is at hand; else what is here."""
    kinds = ["*.py", "*.md", "*.toml", "*.sh", "*.html", "*.js", "*.json", "*.yml", "*.txt", "*.csv", "bin", ".ci"]
    told = ["git", "log", "--all", "-p", "--no-color", "--unified=0", "--no-renames", "--", *kinds]
    done = subprocess.run(told, cwd=ROOT, capture_output=True) if (ROOT / ".git").exists() else None
    if done and done.returncode == 0:
        text = done.stdout.decode("utf-8", "replace")
    else:
        text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "strongsuit").rglob("*.py"))
    assert len(text) > 100_000
    assert [found[0][:20] for found in KEYS.finditer(text)] == []


def test_a_public_server_needs_a_key(monkeypatch):
    monkeypatch.setenv("STRONGSUIT_LOCAL", "no")
    assert refusal(settings.secret_key).startswith("STRONGSUIT_SECRET_KEY is not set.")


def test_one_machine_makes_its_key_once_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    first = settings.secret_key()
    assert (settings.secret_key(), len(first) > 50) == (first, True)
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("from a file\n")
    monkeypatch.setenv("STRONGSUIT_X_FILE", str(tmp_path / "secret"))
    assert settings.text("STRONGSUIT_X") == "from a file"


def test_a_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("STRONGSUIT_X_FILE", str(tmp_path / "missing"))
    assert refusal(settings.text, "STRONGSUIT_X").startswith("STRONGSUIT_X_FILE is ")
