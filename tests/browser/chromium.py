"""A real browser for the tests: one Chromium for all of them, a fresh window for each."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from strongsuit.web import clock

NAMES = ["chromium", "google-chrome", "chromium-browser"]
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# A busy machine answers late; what never comes still fails.
expect.set_options(timeout=20_000)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium_path():
    """Where Chromium is; CHROMIUM names another one."""
    here = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), str(MAC) if MAC.exists() else None]
    return next((path for path in here if path), None) or pytest.fail("Chromium is missing. Run: bin/bring chromium")


@pytest.fixture(scope="session")
def browser():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop open in this thread; the database is used outside it all the same.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, live_server):
    """A fresh window at the live pages. Fails the test when a script fails or the page's own policy is broken."""
    context = browser.new_context(base_url=live_server.url, locale="en-US", reduced_motion="reduce")
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    yield page
    context.close()
    assert complaints == []


def is_complaint(message):
    # Chromium reports every answer of 400 and up as an error; tests ask for those on purpose.
    return message.type == "error" and not message.text.startswith("Failed to load resource")


def sign_in(page, account, server):
    """Sign the account in, second step included, without walking through the sign-in page."""
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session.update({"second_factor": True, "proved_at": clock.now().timestamp()})
    session.save()
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])
