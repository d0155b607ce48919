"""A person's own letters and colors: closed lists, on the device before signing in, with the account after."""

import pytest

from strongsuit.people.models import Account
from strongsuit.web import display

LARGE = {
    "theme": "dark",
    "size": "3",
    "spacing": "wide",
    "font": "noto",
    "contrast": "high",
    "motion": "less",
    "speech": "slow",
}


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (LARGE, LARGE),
        ({"size": "1", "font": "hyperlegible", "theme": ""}, {}),
        ({"size": "9", "theme": '"><script>', "color": "red"}, {}),
        ("size", {}),
        (None, {}),
    ],
)
def test_only_known_choices_are_kept(wanted, kept):
    assert display.clean(wanted) == kept


def test_a_cookie_gives_back_what_it_was_given():
    assert display.read(display.spell(LARGE)) == LARGE


@pytest.mark.parametrize(
    "cookie", ["", "....", "size", "size-", "size-4-4", "x" * 4000, "theme-dark.size-2.theme-light\x00"]
)
def test_a_broken_cookie_does_no_harm(cookie):
    assert set(display.read(cookie)) <= set(display.CHOICES)


def test_a_choice_holds_on_the_next_page(client, db):
    client.post("/display/", {"theme": "dark", "size": "2", "font": "hyperlegible"})
    page = client.get("/help/").content.decode()
    assert ' data-theme="dark" data-size="2"' in page and "data-font" not in page


def test_a_choice_follows_the_account_to_another_device(client, db):
    account = Account.objects.create_user("ana@example.org", None, name="Ana Ruiz")
    client.force_login(account)
    client.post("/display/", {"size": "4", "font": "hyperlegible"})
    account.refresh_from_db()
    assert (account.display, display.chosen(request_of(account))) == ({"size": "4"}, {"size": "4"})


def request_of(account):
    return type("Request", (), {"user": account, "COOKIES": {"display": "theme-dark"}})()


def test_an_unknown_choice_is_refused_and_the_page_says_so(client, db):
    answer = client.post("/display/", {"size": "40"})
    assert (answer.status_code, b"data-error-summary" in answer.content) == (422, True)


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_saving_leads_only_to_our_own_pages(client, db, wanted):
    assert client.post("/display/", {"size": "1", "next": wanted}).headers["Location"] == "/display/"


def test_saving_leads_back_to_where_one_was(client, db):
    assert client.post("/display/", {"size": "1", "next": "/help/"}).headers["Location"] == "/help/"
