"""A real browser for the tests: one Chromium for all of them, a fresh window for each."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Error, expect, sync_playwright

from strongsuit.web import clock

NAMES = ["chromium", "google-chrome", "chromium-browser"]
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# A busy machine answers late; what never comes still fails.
expect.set_options(timeout=20_000)
# What this device keeps of words that the server does not have yet: names, and the words under lock.
KEPT = """new Promise(done => {
  const asked = indexedDB.open("strongsuit-kept", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("words");
  asked.onsuccess = () => {
    const words = asked.result.transaction("words").objectStore("words");
    const [names, values] = [words.getAllKeys(), words.getAll()];
    values.onsuccess = () => { asked.result.close(); done(names.result.map((name, at) => [name, values.result[at]])); };
  };
})"""
# A window without an address bar needs none of the suggestions under it: each cost a process of its own, and more work
# than the page. The others are of Playwright's list, whose place this one takes.
LEFT_OUT = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter",
    "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
)  # fmt: skip
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--disable-features={','.join(LEFT_OUT)}",
]  # fmt: skip
# A microphone that hears a tone, and is open to every page that may ask.
HEARD = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
# No name leads anywhere but to this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"


def chromium_path():
    """Where Chromium is; CHROMIUM names another one."""
    here = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), str(MAC) if MAC.exists() else None]
    return next((path for path in here if path), None) or pytest.fail("Chromium is missing. Run: bin/bring chromium")


@pytest.fixture(scope="session")
def browser():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop open in this thread; the database is used outside it all the same.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*QUIET, *HEARD, ALONE])
        yield browser
        browser.close()


@pytest.fixture
def page(browser, live_server):
    """A fresh window at the live pages. Fails the test when a script fails, when the page's own policy is broken, or
    when anything is asked of another host."""
    context = browser.new_context(base_url=live_server.url, locale="en-US", reduced_motion="reduce")
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    context.on("request", lambda sent: complaints.append(sent.url) if leaves(sent.url, live_server.url) else None)
    yield page
    # What the page asks while its window closes is answered by nobody any more.
    told = list(complaints)
    context.close()
    assert told == []


def leaves(address, home):
    return not address.startswith((home + "/", "data:", "blob:", "about:"))


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


def wait_for_kept(page, count=1):
    """Until this device keeps so many forms; the store answers later, so the page itself looks again and again."""
    look = """count => new Promise((done, fail) => {
        const look = left => KEPT.then(kept => kept.length === count ? done()
            : left ? setTimeout(look, 50, left - 1) : fail(`${kept.length} kept instead of ${count}`));
        look(400);
    })""".replace("KEPT", KEPT)
    try:
        page.evaluate(look, count)
    except Error as fault:
        # The form was on its way and took the page along; the next one knows.
        if "context was destroyed" not in str(fault):
            raise
        page.wait_for_load_state()
        page.evaluate(look, count)
