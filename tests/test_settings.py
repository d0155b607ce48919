"""A bad setting stops the start with its name and what it takes."""

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
