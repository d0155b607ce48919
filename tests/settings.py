"""The product's settings, kept apart from this machine: a folder of their own and nothing from the environment."""

import os
import tempfile

for name in [name for name in os.environ if name.startswith("STRONGSUIT_")]:
    del os.environ[name]
# Kept in a variable: the folder goes when the last test is done.
FOLDER = tempfile.TemporaryDirectory(prefix="strongsuit-tests-")
os.environ["STRONGSUIT_DATA"] = FOLDER.name

from strongsuit.settings import *  # noqa: E402

# A line for each of a hundred thousand requests is read by nobody; tests of the log set a level of their own.
LOGGING["root"]["level"] = "ERROR"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
# Looked for when asked for: each client of a test would list all of them before its first page.
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT.mkdir(exist_ok=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the pages' threads each need a connection of their own.
    DATABASES["default"]["TEST"] = {"NAME": f"{FOLDER.name}/test.sqlite3"}
