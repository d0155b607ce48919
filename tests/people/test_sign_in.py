"""Signing in: what is asked, what is told, and how guessing is slowed (trust.md AUTH)."""

import time
from types import SimpleNamespace

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import Argon2PasswordHasher, MD5PasswordHasher, make_password
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from strongsuit import settings as product
from strongsuit.audit.models import Entry
from strongsuit.people.models import Account
from tests.amounts import times
from tests.cast import PASSWORD
from tests.people.conftest import code, give_app, signed_in, try_to_sign_in

pytestmark = pytest.mark.django_db


def test_a_parent_signs_in_with_the_password(client, cast):
    assert try_to_sign_in(client, "rosa@family.example").status_code == 302
    assert signed_in(client)


def test_capital_letters_in_the_address_do_not_matter(client, cast):
    try_to_sign_in(client, "Rosa@Family.Example")
    assert signed_in(client)


def test_a_wrong_password_is_refused_with_the_form(client, cast):
    page = try_to_sign_in(client, "rosa@family.example", "something else entirely")
    assert page.status_code == 422
    assert "do not fit together" in page.content.decode()
    assert "rosa@family.example" in page.content.decode()
    assert not signed_in(client)


def test_nobody_learns_whether_an_account_exists(client, cast):
    known = try_to_sign_in(client, "rosa@family.example", "wrong password here")
    unknown = try_to_sign_in(client, "rosb@family.example", "wrong password here")
    assert known.status_code == unknown.status_code
    assert words(known, "rosa") == words(unknown, "rosb")


def words(page, name):
    text = page.content.decode().replace(name, "who")
    return [line for line in text.splitlines() if "csrf" not in line.casefold()]


def test_an_unknown_account_costs_a_password_hash_too(client, cast, monkeypatch):
    hashed = []
    monkeypatch.setattr(Account, "set_password", lambda self, raw: hashed.append(raw))
    try_to_sign_in(client, "nobody@family.example", "wrong password here")
    assert hashed == ["wrong password here"]


TRIES = times(20)


def test_a_try_is_the_same_work_whatever_account_there_is(cast, monkeypatch):
    """As many password hashes and as many questions to the database; then it takes as long as well."""
    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(1) or encode(*given))
    cast.paul.set_unusable_password()
    cast.paul.save()
    Account.objects.filter(pk=cast.silva.pk).update(is_active=False)
    give_app(cast.ruiz)
    asked = {"rosa@family.example", "paul@family.example", "ruiz@harbor.example", "silva@harbor.example"}
    work = {tried(email, number, hashed) for number in range(TRIES) for email in asked}
    work |= {tried(f"nobody{number}@far.example", number, hashed) for number in range(TRIES)}
    assert len(work) == 1, work
    ((status, hashes, _questions),) = work
    assert (status, hashes) == (422, 1)


def tried(email, number, hashed):
    cache.clear()
    hashed.clear()
    with CaptureQueriesContext(connection) as queries:
        page = try_to_sign_in(Client(), email, f"wrong password {number}", REMOTE_ADDR=f"203.0.113.{number % 250}")
    return page.status_code, len(hashed), len(queries)


def test_a_closed_account_cannot_sign_in(client, cast):
    Account.objects.filter(pk=cast.rosa.pk).update(is_active=False)
    try_to_sign_in(client, "rosa@family.example")
    assert not signed_in(client)


@pytest.mark.parametrize("address", ["/sign-in/signup/", "/sign-in/email/", "/accounts/signup/", "/sign-up/"])
def test_nobody_signs_up_alone(client, db, address):
    assert client.get(address).status_code in {302, 404}
    assert client.post(address, {"email": "new@example.org", "password1": PASSWORD}).status_code in {302, 404}
    assert not Account.objects.exists()


def test_no_account_comes_with_the_installation(db):
    assert not Account.objects.exists()


def test_the_second_step_is_asked_after_the_password(client, cast):
    give_app(cast.ruiz)
    page = try_to_sign_in(client, "ruiz@harbor.example")
    assert page.url == "/sign-in/second-step/"
    assert not signed_in(client)
    client.post("/sign-in/second-step/", {"code": code()})
    assert signed_in(client)


def test_a_wrong_code_is_refused(client, cast):
    give_app(cast.ruiz)
    try_to_sign_in(client, "ruiz@harbor.example")
    assert client.post("/sign-in/second-step/", {"code": "000000"}).status_code == 422
    assert not signed_in(client)


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_a_code_may_be_one_step_early_or_late(client, cast, step, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    give_app(cast.ruiz)
    try_to_sign_in(client, "ruiz@harbor.example")
    client.post("/sign-in/second-step/", {"code": code(step)})
    assert signed_in(client)


@pytest.mark.parametrize("step", [-3, -2, 2, 3])
def test_an_older_or_later_code_is_refused(client, cast, step, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    give_app(cast.ruiz)
    try_to_sign_in(client, "ruiz@harbor.example")
    client.post("/sign-in/second-step/", {"code": code(step)})
    assert not signed_in(client)


def test_a_code_works_once(client, cast):
    give_app(cast.ruiz)
    used = code()
    for expected in (True, False):
        other = Client()
        try_to_sign_in(other, "ruiz@harbor.example")
        other.post("/sign-in/second-step/", {"code": used})
        assert signed_in(other) is expected


def test_a_recovery_code_works_once(client, cast):
    give_app(cast.ruiz)
    codes = Authenticator.objects.create(
        user=cast.ruiz, type="recovery_codes", data={"seed": encrypt("a" * 80), "used_mask": 0}
    )
    used = codes.wrap().get_unused_codes()[0]
    for expected in (True, False):
        other = Client()
        try_to_sign_in(other, "ruiz@harbor.example")
        other.post("/sign-in/second-step/", {"code": used})
        assert signed_in(other) is expected


def test_a_copy_of_the_table_holds_no_recovery_code(client, cast):
    give_app(cast.ruiz)
    cast.sign_in(client, cast.ruiz)
    client.post("/sign-in/steps/codes/new/")
    stored = Authenticator.objects.get(user=cast.ruiz, type="recovery_codes")
    codes = stored.wrap().get_unused_codes()
    assert len(codes) == 10 and stored.data["seed"].startswith("gAAAA")
    assert [each for each in codes if each in repr(stored.data)] == []


def test_secrets_of_second_factors_are_stored_encrypted(cast):
    stored = give_app(cast.ruiz).data["secret"]
    assert "JBSWY" not in stored
    assert stored.startswith("gAAAA")


def test_old_password_hashes_become_new_ones_at_sign_in(client, cast, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    old = make_password(PASSWORD, hasher="pbkdf2_sha256")
    Account.objects.filter(pk=cast.rosa.pk).update(password=old)
    try_to_sign_in(client, "rosa@family.example")
    cast.rosa.refresh_from_db()
    assert cast.rosa.password.startswith("argon2$argon2id$")
    assert signed_in(client)


def test_passwords_are_hashed_with_argon2id():
    assert product.PASSWORD_HASHERS[-2].endswith("Argon2PasswordHasher")
    assert "argon2id" in Argon2PasswordHasher().encode("a password", "saltsaltsalt")


def test_guessing_one_account_stops_and_the_owners_own_device_still_works(cast):
    owner, stranger = Client(), Client(REMOTE_ADDR="203.0.113.9")
    try_to_sign_in(owner, "rosa@family.example")
    owner.post("/sign-in/sign-out/")
    answers = [
        try_to_sign_in(stranger, "rosa@family.example", f"guess number {n}", REMOTE_ADDR=f"203.0.113.{n}")
        for n in range(101)
    ]
    told = [page for page in answers if "too many times" in page.content.decode()]
    assert len(answers) - len(told) <= 10
    assert try_to_sign_in(Client(), "rosa@family.example").status_code == 422
    try_to_sign_in(owner, "rosa@family.example")
    assert signed_in(owner)


def test_guessing_on_a_known_device_is_slowed_as_well(cast):
    owner = Client()
    try_to_sign_in(owner, "rosa@family.example")
    owner.post("/sign-in/sign-out/")
    answers = [try_to_sign_in(owner, "rosa@family.example", f"guess number {n}") for n in range(20)]
    told = [page for page in answers if "too many times" in page.content.decode()]
    assert len(answers) - len(told) <= 10


def test_a_spray_over_many_accounts_stops_within_fifty(cast):
    sprayer = Client()
    answers = [try_to_sign_in(sprayer, f"person{n}@harbor.example", "Spring2026!Spring") for n in range(60)]
    tried = [page for page in answers if page.status_code == 422 and "too many" not in page.content.decode()]
    assert len(tried) <= 50


def test_one_password_tried_on_many_accounts_from_as_many_places_stops_within_fifty(db):
    """Neither the account nor the address comes twice, so that only the password gives the spray away."""
    let_through = 0
    for number in range(times(1000)):
        place = f"2001:db8:{number:x}::1"
        request = RequestFactory().post("/sign-in/", REMOTE_ADDR=place)
        request.allauth = SimpleNamespace()
        try:
            get_adapter().pre_authenticate(
                request, email=f"person{number}@harbor.example", password="Spring2026!Spring"
            )
        except ValidationError:
            continue
        let_through += 1
    assert 0 < let_through <= 50


def test_a_flood_of_tries_does_not_push_the_count_of_an_account_out(cast):
    for number in range(10):
        try_to_sign_in(Client(), "rosa@family.example", f"guess {number}", REMOTE_ADDR=f"203.0.113.{number}")
    for number in range(400):
        cache.set(f"another-count-{number}", 1)
    page = try_to_sign_in(Client(), "rosa@family.example", "guess 11", REMOTE_ADDR="203.0.113.99")
    assert "too many times" in page.content.decode()


def test_whoever_is_stopped_uses_up_nothing_of_what_is_left_for_others(cast):
    """One address may knock as long as it likes: the count of everybody's tries stands still."""
    for number in range(60):
        try_to_sign_in(Client(), f"person{number}@harbor.example", f"guess {number}", REMOTE_ADDR="203.0.113.9")
    keys = [key for key in cache._cache if "login_overall" in key]
    assert [len(cache.get(key.split(":", 2)[2])) for key in keys] == [10]


def test_a_forged_known_device_is_not_believed(cast):
    client = Client()
    client.cookies["known-device"] = "eyJhIjoiYiJ9:forged:signature"
    answers = [try_to_sign_in(client, "rosa@family.example", f"guess number {n}") for n in range(12)]
    assert "too many times" in answers[-1].content.decode()


def test_a_sign_in_on_a_new_device_is_told_by_mail_without_names(cast):
    try_to_sign_in(Client(), "rosa@family.example")
    assert mail.outbox == []
    try_to_sign_in(Client(), "rosa@family.example")
    assert len(mail.outbox) == 1
    assert "Maya" not in mail.outbox[0].body + mail.outbox[0].subject


def test_signing_in_and_being_refused_are_written_down(client, cast):
    try_to_sign_in(client, "rosa@family.example", "wrong password here")
    try_to_sign_in(client, "rosa@family.example")
    deeds = list(Entry.objects.order_by("id").values_list("deed", "kind", "actor"))
    assert deeds == [("could not sign in", "refused", None), ("signed in", "signed_in", cast.rosa.pk)]


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:evil.example"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(client, cast, there):
    page = client.post("/sign-in/", {"login": "rosa@family.example", "password": PASSWORD, "next": there})
    assert page.url == "/"


def test_one_comes_back_to_the_page_one_asked_for(client, cast):
    page = client.post("/sign-in/", {"login": "rosa@family.example", "password": PASSWORD, "next": "/family/?a=b"})
    assert page.url == "/family/?a=b"


def test_a_request_for_another_host_is_refused(client, db):
    assert client.get("/sign-in/", HTTP_HOST="evil.example").status_code == 400


def test_a_password_of_many_scripts_and_spaces_works(client, cast):
    cast.rosa.set_password("mañana أزرق 青い 🐟 río")
    cast.rosa.save()
    try_to_sign_in(client, "rosa@family.example", "mañana أزرق 青い 🐟 río")
    assert signed_in(client)


def test_the_form_helps_password_managers(client, db):
    page = client.get("/sign-in/").content.decode()
    assert 'autocomplete="username webauthn"' in page
    assert 'autocomplete="current-password"' in page


def test_a_student_on_the_tablet_is_led_home_from_the_sign_in_page(client, cast):
    student = Account.objects.create_user(None, None, name="Maya", kind=Account.Kind.STUDENT)
    client.force_login(student, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/sign-in/").url == "/me/"
