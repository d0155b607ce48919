"""The house looks itself over before it opens, and says what to set to what."""

import os
import subprocess
import sys
import time

import pytest
from django.core.checks import run_checks

from strongsuit import checks

KEY = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6"
PROPER = {
    "STRONGSUIT_LOCAL": "no",
    "STRONGSUIT_BEHIND_PROXY": "yes",
    "STRONGSUIT_HOSTS": "plans.example.org",
    "STRONGSUIT_SECRET_KEY": KEY,
    "STRONGSUIT_MAIL": "smtp",
    "STRONGSUIT_MAIL_FROM": "plans@example.org",
    "DATABASE_URL": "postgres://strongsuit@db.example.org/strongsuit",
}


def check(folder, *options, **environment):
    """Run ``strongsuit check`` as an operator would, with nothing else of ours in the environment."""
    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    # What the browser of the tests sets for itself is no setting of a server either.
    ours = ("STRONGSUIT_", "DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    own = {"DJANGO_SETTINGS_MODULE": "strongsuit.settings", "STRONGSUIT_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "strongsuit", "check", *options]
    return subprocess.run(command, env=clean | own | environment, capture_output=True, text=True)


def found(**options):
    """The numbers of our own messages."""
    return sorted(
        message.id.removeprefix("strongsuit.") for message in run_checks(**options) if "strongsuit." in message.id
    )


@pytest.fixture
def public(settings, tmp_path):
    """Settings with which no deployment check of ours finds anything, on either database."""
    settings.LOCAL, settings.DEMO, settings.DEBUG = False, False, False
    settings.ALLOWED_HOSTS, settings.SITE_ADDRESS = ["plans.example.org"], "https://plans.example.org"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.DEFAULT_FROM_EMAIL, settings.EMAIL_HOST, settings.EMAIL_USE_TLS = (
        "plans@example.org",
        "mx.example.org",
        True,
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DATA, settings.SEAL_COPY = tmp_path / "data", tmp_path / "seals" / "seals.log"
    settings.DATA.mkdir(mode=0o700)
    return settings


def deployed():
    return [number for number in found(include_deployment_checks=True) if number != "W014"]


def test_a_proper_server_passes_the_check_for_deployment(tmp_path):
    done = check(
        tmp_path, "--deploy", "--fail-level", "WARNING", STRONGSUIT_SEAL_COPY=str(tmp_path / "seals.log"), **PROPER
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_one_machine_needs_no_settings_at_all(tmp_path):
    done = check(tmp_path, "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_is_found_where_nothing_is_wrong(public):
    assert deployed() == []


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("DEBUG", True, "E001"),
        ("ALLOWED_HOSTS", ["*", "plans.example.org"], "E002"),
        ("DEMO", True, "W011"),
        ("SECURE_PROXY_SSL_HEADER", None, "W012"),
        ("SITE_ADDRESS", "https://elsewhere.example.org", "W013"),
        ("DEFAULT_FROM_EMAIL", "strongsuit@localhost", "W020"),
        ("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend", "W021"),
        ("EMAIL_USE_TLS", False, "W022"),
    ],
)
def test_each_mistake_has_its_number(public, name, value, number):
    setattr(public, name, value)
    assert deployed() == [number]


def test_cards_that_cannot_be_used_stop_the_start_with_file_and_remedy(tmp_path):
    done = check(tmp_path, STRONGSUIT_DECKS=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "E006" in done.stderr and "none: There are no cards here. Put a decks.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_set_of_pictures_that_is_not_there_stops_the_start_and_one_with_gaps_names_them(tmp_path):
    done = check(tmp_path, STRONGSUIT_SYMBOLS="mulberry")
    assert done.returncode == 1 and "E007" in done.stderr and "symbols/mulberry" in done.stderr
    folder = tmp_path / "data" / "symbols" / "harbor"
    folder.mkdir(parents=True)
    (folder / "star.svg").write_text("<svg/>")
    (folder / "symbols.toml").write_text('[pictures]\nstar = "star.svg"\n')
    done = check(tmp_path, STRONGSUIT_SYMBOLS="harbor")
    assert done.returncode == 0 and "W008" in done.stderr and "OpenMoji" in done.stderr


def test_cookies_without_https_are_told(public):
    public.LOCAL = True
    assert deployed() == ["W010"]


@pytest.mark.sqlite
def test_sqlite_on_a_public_server_is_told(public):
    assert found(include_deployment_checks=True) == ["W014"]


@pytest.mark.postgres
def test_a_role_that_owns_the_tables_is_told(db, public):
    assert "W015" in found(databases=["default"], include_deployment_checks=True)


def test_seals_beside_the_database_are_told(public):
    public.SEAL_COPY = public.DATA / "seals.log"
    assert deployed() == ["W033"]


def test_a_key_that_others_can_read_is_told(public):
    (public.DATA / "secret-key").touch(mode=0o644)
    assert deployed() == ["W030"]


def test_an_old_key_is_told(public):
    key = public.DATA / "secret-key"
    key.touch(mode=0o600)
    old = time.time() - (checks.KEY_YEARS * 365 + 1) * 86400
    os.utime(key, (old, old))
    assert deployed() == ["W031"]


def test_a_data_folder_that_others_can_enter_is_told(public):
    public.DATA.chmod(0o755)
    assert deployed() == ["W032"]


def test_a_place_that_takes_nothing_stops_the_start(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.DATA = tmp_path / "file" / "data"
    assert found() == ["E003"]


def test_a_misspelled_setting_is_told_with_the_right_one(monkeypatch):
    monkeypatch.setenv("STRONGSUIT_HOST", "plans.example.org")
    assert [message.hint for message in checks.names()] == [f"Did you mean STRONGSUIT_HOSTS? {checks.SEE}"]


def test_a_secret_from_a_file_is_no_misspelling(monkeypatch):
    monkeypatch.setenv("STRONGSUIT_SECRET_KEY_FILE", "/run/secrets/key")
    assert list(checks.names()) == []


def test_demo_mode_on_real_data_is_refused(cast, settings):
    settings.DEMO = True
    assert found(databases=["default"]) == ["E005"]


def test_demo_mode_with_invented_people_is_fine(db, settings):
    settings.DEMO = True
    assert found(databases=["default"]) == []


def test_a_bad_setting_ends_the_command_with_one_sentence(tmp_path):
    done = check(tmp_path, STRONGSUIT_DEMO="true")
    assert (done.returncode, done.stderr) == (
        1, "Strongsuit cannot start: STRONGSUIT_DEMO is 'true'. It takes yes or no.\n"
    )  # fmt: skip
