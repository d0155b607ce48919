"""Takes the pictures in docs/screenshots: the main pages of the demo district, wide, at 320 pixels, and dark."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import QUIET, chromium_path

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
# Name of the picture, who looks, and the way there: an address, then the links to follow.
OWN = "main table tbody tr:last-child th a"
DRAFT = [
    "main a[href*='/schools/'] >> nth=0",
    "main table td a >> text=/^Draft$/ >> nth=0",
    "main a[href*='/edit/'] >> nth=0",
]
SHOTS = [
    ("sign-in", None, "/sign-in/", []),
    ("today", "Hannah Weiss", "/", []),
    ("caseload", "Hannah Weiss", "/caseload/", []),
    ("thread", "Hannah Weiss", "/caseload/", [OWN]),
    ("voice", "Hannah Weiss", "/caseload/", [OWN, "nav.tabs a >> text=Voice"]),
    ("progress", "Hannah Weiss", "/caseload/", [OWN, "nav.tabs a >> text=Progress"]),
    ("data-entry", "Hannah Weiss", "/data/", []),
    ("plan-editor", "Priya Raman", "/", [*DRAFT, "main a[href*='/edit/level-'] >> nth=0"]),
    (
        "goal-builder",
        "Priya Raman",
        "/",
        [*DRAFT, "main a[href*='/edit/goals/'] >> nth=0", "main a >> text=/^Goal 1/"],
    ),
    (
        "growth-report",
        "Lucía Romero Peña",
        "/family/",
        ["main a[href$='/progress/'] >> nth=0", "main a[href*='/reports/'] >> nth=0"],
    ),
    ("student-home", "Malik Johnson", "/me/", []),
    ("student-goals", "Malik Johnson", "/me/goals/", []),
    ("family-home", "Lucía Romero Peña", "/family/", []),
    ("district-overview", "Yolanda Ortiz", "/district/", []),
]
LOOKS = {"wide": (1280, 860, "light"), "320": (320, 700, "light"), "dark": (1280, 860, "dark")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(page, address):
    for _attempt in range(150):
        try:
            page.goto(address)
            return
        except Exception:
            page.wait_for_timeout(400)
    raise SystemExit("The pages did not open.")


def sign_in(page, base, who):
    page.goto(f"{base}/sign-in/")
    page.get_by_role("button", name=who).first.click()
    page.wait_for_load_state()


def take(browser, base, name, who, address, links):
    for look, (width, height, scheme) in LOOKS.items():
        # The way is walked wide, where every link shows; then the window takes its size.
        context = browser.new_context(
            viewport={"width": 1280, "height": 860}, color_scheme=scheme, locale="en-US", reduced_motion="reduce"
        )
        page = context.new_page()
        if who:
            sign_in(page, base, who)
        page.goto(base + address)
        for link in links:
            page.locator(link).first.click()
            page.wait_for_load_state()
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(250)
        page.screenshot(path=PICTURES / f"{name}-{look}.png", full_page=True)
        context.close()
    sys.stdout.write(f"{name}\n")


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="strongsuit-pictures-")
    port = free_port()
    environment = os.environ | {
        "STRONGSUIT_DATA": folder,
        "STRONGSUIT_DEMO": "yes",
        "DJANGO_SETTINGS_MODULE": "strongsuit.settings",
    }
    served = subprocess.Popen([sys.executable, "-m", "strongsuit", "serve", "--port", str(port)], env=environment)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
            base = f"http://127.0.0.1:{port}"
            wait_for(browser.new_page(), base + "/sign-in/")
            for shot in SHOTS:
                if not sys.argv[1:] or shot[0] in sys.argv[1:]:
                    take(browser, base, *shot)
            browser.close()
    finally:
        served.terminate()
        served.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
