"""What is good enough as a password (AUTH-01 to AUTH-03)."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from strongsuit.people.models import Account
from strongsuit.people.passwords import listed
from strongsuit.web import clock
from tests.cast import PASSWORD
from tests.people.conftest import code, give_app, signed_in, try_to_sign_in

LONG = "warm bread on a slow morning in the far north, with a little salt and a window open to the sea, "


def refused(password, account):
    try:
        validate_password(password, account)
    except ValidationError as problem:
        return {error.code for error in problem.error_list}
    return set()


@pytest.mark.parametrize(
    ("length", "alone", "beside"),
    [(7, True, True), (8, True, False), (14, True, False), (15, False, False), (64, False, False), (128, False, False)],
)
def test_length_is_fifteen_alone_and_eight_beside_a_second_factor(cast, length, alone, beside):
    password = (LONG * 2)[:length]
    assert ("password_too_short" in refused(password, cast.ruiz)) is alone
    give_app(cast.ruiz)
    assert ("password_too_short" in refused(password, cast.ruiz)) is beside


@pytest.mark.parametrize(
    "password",
    [
        "plain words only and nothing else",
        "correct giraffe lamp teapot",
        "🐟🐠🐡🦈🐙🐚🦀🦞🦐🦑🐌🦋🐛🐜🐝",
        "سمك أزرق يسبح في البحر البعيد",
        "ಮೀನು ನೀರಿನಲ್ಲಿ ಈಜುತ್ತದೆ",
    ],
)
def test_plain_long_phrases_of_any_script_are_good(cast, password):
    assert refused(password, cast.ruiz) == set()


def test_the_last_of_128_characters_matters(cast):
    long = (LONG * 2)[:127]
    cast.rosa.set_password(long + "a")
    assert cast.rosa.check_password(long + "a")
    assert not cast.rosa.check_password(long + "b")
    assert not cast.rosa.check_password(long)


def test_a_password_of_128_characters_goes_through_the_pages_whole(cast, client):
    long = ("🐟 río, " + LONG * 2)[:128]
    cast.sign_in(client, cast.rosa)
    page = client.post("/sign-in/password/change/", {"oldpassword": PASSWORD, "password1": long})
    assert page.status_code == 302
    client.post("/sign-in/sign-out/")
    try_to_sign_in(client, "rosa@family.example", f"{long[:-1]}#")
    assert not signed_in(client)
    try_to_sign_in(client, "rosa@family.example", long)
    assert signed_in(client)


def test_a_short_password_opens_nothing_once_the_second_step_is_gone(cast, client):
    app = give_app(cast.rosa)
    cast.rosa.set_password("grey herons")
    cast.rosa.save()
    try_to_sign_in(client, "rosa@family.example", "grey herons")
    client.post("/sign-in/second-step/", {"code": code()})
    assert signed_in(client)
    client.post("/sign-in/sign-out/")
    app.delete()
    page = try_to_sign_in(client, "rosa@family.example", "grey herons")
    assert page.status_code == 422 and "too short to protect your account alone" in page.content.decode()
    assert not signed_in(client)


def test_one_look_is_one_password_however_it_is_composed():
    account = Account()
    account.set_password("caf\u00e9 cre\u0300me brulee")
    assert account.check_password("cafe\u0301 cr\u00e8me brulee")
    assert account.check_password("\uff43af\u00e9 cr\u00e8me brulee")


def test_a_password_stays_valid_for_years(cast, client):
    with clock.frozen(clock.now() + timedelta(days=5 * 365), everywhere=True):
        assert try_to_sign_in(client, "rosa@family.example").url == "/"
        assert client.get("/account/").status_code == 200


def test_no_page_asks_for_a_hint_a_secret_question_or_a_new_password_after_a_while(cast, client):
    cast.sign_in(client, cast.rosa)
    pages = [client.get(f"/sign-in/password/{name}/").content.decode() for name in ("change", "set", "new")]
    pages.append(client.get("/account/").content.decode())
    told = " ".join(pages).casefold()
    asked = ("hint", "secret question", "security question", "expire", "days left")
    assert [word for word in asked if word in told] == []


def test_a_thousand_stolen_passwords_are_refused(cast):
    give_app(cast.ruiz)
    stolen = sorted(word for word in listed() if len(word) >= 8)[:1000]
    assert len(stolen) == 1000
    let_through = [word for word in stolen if "password_widely_known" not in refused(word, cast.ruiz)]
    assert let_through == []


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password1234567890",
        "P@ssw0rd12345678",
        "iloveyouiloveyou",
        "qwertyuiopasdfgh",
        "1234567890123456",
        "aaaaaaaaaaaaaaaa",
        "abcdefghijklmnop",
        "dragonmonkey2026",
        "football!!!!!!!!!",
    ],
)
def test_padded_and_doubled_stolen_passwords_are_refused(cast, password):
    assert "password_widely_known" in refused(password, cast.ruiz)


@pytest.mark.parametrize(
    "password",
    [
        "Elena Ruiz 2026!",
        "ruiz ruiz ruiz ruiz",
        "LincolnSchool2026",
        "Harbor City Schools",
        "harborcityharbor1",
        "strongsuit-strongsuit",
        "Lincoln School District 1999",
    ],
)
def test_names_that_people_at_school_know_are_refused(cast, password):
    assert "password_about_the_person" in refused(password, cast.ruiz)


def test_a_phrase_may_contain_the_name_of_the_school(cast):
    assert refused("Lincoln had purple elephants dancing", cast.ruiz) == set()


def test_the_reason_is_kind_and_says_what_to_do(cast):
    with pytest.raises(ValidationError) as problem:
        validate_password("Elena Ruiz", cast.ruiz)
    told = " ".join(problem.value.messages)
    assert "at least 15 characters" in told
    assert "Add words that only you would think of" in told
    assert not {"must", "invalid", "weak", "error"} & set(told.casefold().split())
