"""A photo, a recording and a file in a real browser: by keyboard, without scripts, with a microphone that is closed."""

import re

import pytest
from playwright.sync_api import expect

from strongsuit.strengths.models import Evidence, ItemPicture, Media
from strongsuit.web.ids import spell
from tests.browser.axe import faults, look
from tests.browser.chromium import sign_in
from tests.browser.test_gallery import TOO_SMALL
from tests.strengths import samples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The sound of an element, as a browser takes it apart.
PLAYED = """audio => new Promise((done, fail) => {
  audio.addEventListener("error", () => fail(String(audio.error?.message)));
  audio.addEventListener("loadedmetadata", () => done(audio.duration));
  audio.preload = "auto"; audio.load();
})"""


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": folder}


@pytest.fixture
def strength(page, cast, live_server):
    """The page of one strength, as its case manager or the student sees it."""

    def opened(person, own=False):
        sign_in(page, person, live_server)
        page.goto(f"{'/me' if own else ''}/strengths/{spell(cast.items['sea'].pk)}/")
        return page

    return opened


def said(page, words):
    expect(page.locator("[data-media-say]")).to_contain_text(words)


def lasts_a_second(page):
    expect(page.locator("[data-media-field]")).to_have_attribute("data-lasts", re.compile("[1-9]"))


def all_seen(page):
    """Every picture of the page has come."""
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.naturalWidth") > 0


def photo(name="squid.jpg"):
    return {"name": name, "mimeType": "image/jpeg", "buffer": samples.photo()}


def test_a_voice_is_recorded_heard_and_kept_by_keyboard_alone(strength, cast):
    page = strength(cast.maya_account, own=True)
    page.get_by_role("button", name="Record", exact=True).focus()
    page.keyboard.press("Enter")
    said(page, "Recording. 0 of 180 seconds.")
    # One switch is enough: whatever can be done next has the focus.
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_focused()
    expect(page.locator("[data-media-heard]")).to_have_text("I hear you.")
    # Movement that is not wanted is told in words alone.
    expect(page.locator("[data-media-meter]")).to_be_hidden()
    lasts_a_second(page)
    page.keyboard.press("Space")
    said(page, "Listen, record again, or keep it.")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.get_by_role("button", name="Listen").press("Enter")
    said(page, "Playing.")
    page.get_by_role("button", name="Keep it").press("Enter")
    said(page, "is ready to be sent")
    page.get_by_label("What is to be seen or heard in it?").fill("I name three squid")
    page.get_by_label("Where was it?").fill("Aquarium")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("The evidence is added.")).to_be_visible()
    audio = page.locator("main audio")
    assert 0.5 < audio.evaluate(PLAYED) < 20
    made = Media.objects.get()
    assert (made.kind, made.type, made.in_words, made.by) == (
        "audio",
        "audio/mp4",
        "I name three squid",
        cast.maya_account,
    )


def test_who_forgets_to_keep_or_even_to_stop_has_recorded_all_the_same(strength, cast):
    page = strength(cast.ruiz)
    for number, stop in enumerate((True, False), start=1):
        page.get_by_label("Where?").fill("Science")
        page.get_by_role("button", name="Record", exact=True).click()
        lasts_a_second(page)
        if stop:
            page.get_by_role("button", name="Stop", exact=True).click()
            said(page, "Listen, record again, or keep it.")
        page.get_by_role("button", name="Add it").click()
        expect(page.locator("main audio")).to_have_count(number)
    assert Media.objects.filter(kind="audio").count() == 2


def test_a_closed_microphone_is_told_and_a_file_does_as_well(page, strength, cast):
    page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('closed'))")
    strength(cast.ruiz)
    page.get_by_role("button", name="Record", exact=True).click()
    said(page, "The microphone is not open to this page.")
    sound = {"name": "tone.mp3", "mimeType": "audio/mpeg", "buffer": samples.sound("mp3")}
    page.get_by_label("A photo, a recording or a PDF").set_input_files(sound)
    said(page, "Ready to be sent: tone.mp3")
    page.get_by_label("Where?").fill("Music room")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main audio")).to_have_count(1)


def test_only_a_page_with_a_recorder_opens_the_microphone(page, cast, live_server):
    sign_in(page, cast.ruiz, live_server)
    item = f"/strengths/{spell(cast.items['sea'].pk)}/"
    for address, opened in ((item, True), ("/caseload/", False), (f"/students/{spell(cast.maya.pk)}/voice/", False)):
        policy = page.goto(address).headers["permissions-policy"]
        assert ("microphone=(self)" in policy) is opened and "camera=()" in policy


def test_a_photo_is_shown_before_it_goes_and_one_too_large_never_goes(strength, cast, tmp_path):
    page = strength(cast.ruiz)
    box = page.get_by_label("A photo, a recording or a PDF")
    large = tmp_path / "big.jpg"
    large.write_bytes(samples.photo())
    with large.open("r+b") as file:
        file.truncate(40_000_000)
    box.set_input_files(large)
    said(page, "This photo is 40 MB. Up to 12 MB fits.")
    assert box.evaluate("input => input.files.length") == 0
    box.set_input_files(photo())
    said(page, "Ready to be sent: squid.jpg")
    expect(page.locator("[data-media-preview]")).to_be_visible()
    page.get_by_role("button", name="Do not send it").click()
    expect(page.locator("[data-media-preview]")).to_be_hidden()
    assert box.evaluate("input => input.files.length") == 0
    box.set_input_files(photo())
    page.get_by_label("What is to be seen or heard in it?").fill("A squid of clay")
    page.get_by_label("Where?").fill("Art room")
    page.get_by_role("button", name="Add it").click()
    shown = page.get_by_role("img", name="A squid of clay")
    expect(shown).to_be_visible()
    all_seen(page)


def test_a_script_that_calls_itself_a_song_comes_back_with_the_words(strength, cast):
    page = strength(cast.ruiz)
    page.get_by_label("What did you see, read or measure?").fill("She sang the whole song")
    page.get_by_label("Where?").fill("Music room")
    page.get_by_label("A photo, a recording or a PDF").set_input_files(
        {"name": "song.mp3", "mimeType": "audio/mpeg", "buffer": b"#!/bin/sh\nrm -rf /\n"}
    )
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("This is no photo, recording or PDF that we can open.").first).to_be_visible()
    expect(page.get_by_label("What did you see, read or measure?")).to_have_value("She sang the whole song")
    assert not Evidence.objects.filter(setting="Music room").exists()


def test_without_scripts_the_form_does_it_all(browser, cast, live_server):
    context = browser.new_context(base_url=live_server.url, locale="en-US", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, cast.ruiz, live_server)
    page.goto(f"/strengths/{spell(cast.items['sea'].pk)}/")
    expect(page.get_by_role("button", name="Record", exact=True)).to_have_count(0)
    page.get_by_label("A photo, a recording or a PDF").set_input_files(photo())
    page.get_by_label("Where?").fill("Art room")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("img", name="A photo from Elena Ruiz, not yet described in words")).to_be_visible()
    context.close()


def test_the_student_puts_an_own_photo_on_a_card_and_says_no_to_one_of_others(page, cast, live_server):
    sign_in(page, cast.maya_account, live_server)
    page.goto("/me/pictures/RD2/")
    page.get_by_label("My photo").set_input_files(photo("me.jpg"))
    page.get_by_role("button", name="Put it on the card").press("Enter")
    expect(page.get_by_text("Your photo is on the card.")).to_be_visible()
    assert ItemPicture.objects.get().key == "RD2"
    page.goto("/me/strengths/")
    all_seen(page)
    expect(page.locator(".gallery-picture img[src*=small]")).to_have_count(1)


def test_the_pages_are_whole_narrow_dark_mirrored_and_large(page, cast, live_server):
    sign_in(page, cast.ruiz, live_server)
    voice, item = f"/students/{spell(cast.maya.pk)}/voice/", f"/strengths/{spell(cast.items['sea'].pk)}/"
    found = look(page, voice) + look(page, item)
    sign_in(page, cast.maya_account, live_server)
    found += look(page, "/me/strengths/") + look(page, "/me/pictures/RD2/") + look(page, f"/me{item}")
    assert found == []
    assert page.evaluate(TOO_SMALL, 44) == []


def test_a_recorder_at_work_has_no_fault_that_can_be_found(strength, cast):
    page = strength(cast.maya_account, own=True)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    assert faults(page) == []
    heights = page.locator("[data-media-tools] button:visible").evaluate_all(
        "buttons => buttons.map(button => button.getBoundingClientRect().height)"
    )
    assert heights and min(heights) >= 44
    page.get_by_role("button", name="Stop", exact=True).click()
    said(page, "keep it")
    assert faults(page) == []
