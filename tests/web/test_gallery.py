"""Every component hangs in the gallery, and only there where nobody real is served."""

import re

import pytest

from strongsuit.web import icons
from strongsuit.web.templatetags import asking, components, telling

# Part of the page itself rather than something one places in it.
NOT_SHOWN = {"display_attributes"}


@pytest.fixture
def gallery(client, settings, db):
    settings.DEMO = True
    return client.get("/gallery/").content.decode()


def test_no_component_is_missing(gallery):
    shown = set(re.findall(r'id="specimen-(\w+)"', gallery))
    assert shown == {name for part in (components, asking, telling) for name in part.register.tags} - NOT_SHOWN


def test_every_icon_is_shown(gallery):
    from_sheet = re.findall(r"</svg><span>([\w-]+)</span></li>", gallery.replace("</svg>\n<span>", "</svg><span>"))
    assert set(icons.NAMES) <= set(from_sheet)


def test_nothing_is_inline(gallery):
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", gallery) == []


def test_no_id_stands_twice(gallery):
    ids = re.findall(r'\sid="([^"]+)"', gallery)
    assert sorted(name for name in set(ids) if ids.count(name) > 1) == []


@pytest.mark.parametrize("path", ["/gallery/", "/gallery/frame/student/"])
def test_the_gallery_is_closed_where_real_people_are_served(client, settings, db, path):
    settings.DEMO = settings.DEBUG = False
    assert client.get(path).status_code == 404


def test_there_is_no_frame_of_an_unknown_space(client, settings, db):
    settings.DEMO = True
    assert client.get("/gallery/frame/office/").status_code == 404
