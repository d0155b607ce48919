"""The headers of an answer: the same everywhere but on a page with a recorder and with bytes that people gave."""

from strongsuit.strengths.media_views import HEADERS as OF_MEDIA
from strongsuit.web.middleware import HEADERS, RECORDING

MEDIA = {"image/webp", "audio/mp4"}
# Drawn by ``media_field`` where a voice can be recorded.
RECORDER = "data-media-record"


def missing(answer):
    """The names of those that are not as they should be."""
    wanted = dict(HEADERS)
    if answer.headers.get("Content-Type") in MEDIA:
        wanted |= OF_MEDIA
    elif RECORDER in answer.text:
        wanted["Permissions-Policy"] = RECORDING
    return sorted(name for name, value in wanted.items() if answer.headers.get(name) != value)
