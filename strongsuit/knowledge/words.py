"""Marks sentences for translation where Django may not be imported."""


def gettext_noop(text: str) -> str:
    """Return ``text`` as it is; the name lets the message extractor find it."""
    return text
