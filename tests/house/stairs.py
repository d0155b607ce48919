"""The whole architecture, in one list: each step imports only from the steps before it."""

STAIRS = [
    {"knowledge"},
    {"web"},
    {"audit"},
    {"people"},
    {"students"},
    {"voice"},
    {"strengths"},
    {"plans"},
    {"meetings", "progress"},
    {"documents", "interop", "scheduling", "duties"},
    {"home"},
]
# What stands beside the stairs and serves all of them.
BESIDE = {"settings", "urls", "wsgi", "asgi", "command", "checks", "__init__", "__main__", "locale", "celery"}
HEIGHT = {folder: height for height, step in enumerate(STAIRS) for folder in step}
