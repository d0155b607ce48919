"""All settings, in one file: environment in, SQLite unless told otherwise; a bad value stops the start."""

import os
import re
import secrets
import sys
from collections.abc import Iterable
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parent
BASE_DIR = PACKAGE.parent
TESTING = "pytest" in sys.modules


# Every name that was asked for, so that a misspelled one in the environment can be told (strongsuit/checks.py).
ASKED: set[str] = set()


def text(name: str, default: str = "") -> str:
    """A setting from the environment, or from the file that NAME_FILE points at (for secrets)."""
    ASKED.add(name)
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as problem:
            raise ImproperlyConfigured(f"{name}_FILE is {path!r}, which cannot be read as text: {problem}") from problem
    return os.environ.get(name, default).strip()


def choice(name: str, default: str, accepted: Iterable[str]) -> str:
    value = text(name, default)
    if value not in accepted:
        raise ImproperlyConfigured(f"{name} is {value!r}. It takes {' or '.join(accepted)}.")
    return value


def flag(name: str, default: bool) -> bool:
    return choice(name, "yes" if default else "no", ("yes", "no")) == "yes"


def number(name: str, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} is {value!r}. It takes a whole number from {least} to {most}.")
    return int(value)


def hosts(name: str, default: str) -> list[str]:
    """The names by which browsers reach this installation."""
    found = [host.strip() for host in text(name, default).split(",") if host.strip()]
    if wrong := [host for host in found if not re.fullmatch(r"\*|\.?[\w.-]+|\[[0-9a-fA-F:]+\]", host, re.ASCII)]:
        raise ImproperlyConfigured(
            f"{name} has {wrong[0]!r} in it. It takes names without https:// and without a path, with commas between "
            "them, such as plans.example.org."
        )
    if not found:
        raise ImproperlyConfigured(f"{name} is not set. It takes the name that people type, such as plans.example.org.")
    return found


def address(name: str, default: str, *, local: bool) -> str:
    """Where links in mail and on paper point: scheme and host, no path."""
    value = text(name, default).rstrip("/")
    scheme = "https?" if local else "https"
    if not re.fullmatch(rf"{scheme}://(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::[0-9]{{1,5}})?", value, re.ASCII):
        raise ImproperlyConfigured(
            f"{name} is {value!r}. It takes the address that people type, without a path, such as "
            "https://plans.example.org."
        )
    return value


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, OSError, ValueError) as problem:
        raise ImproperlyConfigured(f"{name} is {value!r}. It takes a time zone such as {default}.") from problem
    return value


def database(url: str) -> dict[str, object]:
    """The DATABASES entry for ``sqlite:///PATH`` or ``postgres://USER:PASSWORD@HOST:PORT/NAME``."""
    takes = "It takes sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME."
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {problem}. {takes}") from problem
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) or ":memory:",
            # Kept open: closing the last one empties the write-ahead log, on every request.
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                # IMMEDIATE + WAL: writers wait in line instead of failing with "database is locked".
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
                    # A row that is put in place of another one is taken out by a trigger, too.
                    "PRAGMA recursive_triggers=ON;"
                    "PRAGMA mmap_size=268435456;PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY;"
                ),
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        if not parts.path.strip("/"):
            raise ImproperlyConfigured(f"DATABASE_URL names no database. {takes}")
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
            "PORT": str(port or options.pop("port", "")),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        }
    raise ImproperlyConfigured(f"DATABASE_URL starts with {parts.scheme!r}. {takes}")


def cache(url: str) -> dict[str, object]:
    """Counts of tries at signing in; several machines need one place for them."""
    if not url:
        # Room for every count of a large attack: a full cache forgets, and with a count the tries it stands for.
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000}}
    if not url.startswith(("redis://", "rediss://", "unix://")) or find_spec("redis") is None:
        raise ImproperlyConfigured(
            "STRONGSUIT_CACHE_URL takes redis://HOST:PORT/NUMBER, and the Python package redis beside Strongsuit."
        )
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}


def strong(name: str, key: str) -> str:
    """The key itself; one that could be guessed stops the start."""
    if len(key) < 50 or len(set(key)) < 10:
        raise ImproperlyConfigured(
            f"{name} is too weak. Use at least 50 random characters, "
            "for example the output of: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return key


def old_keys() -> list[str]:
    """Keys from before. A weak one would still open what a strong one closes."""
    name = "STRONGSUIT_OLD_SECRET_KEYS"
    return [strong(name, old.strip()) for old in text(name).split(",") if old.strip()]


def secret_key() -> str:
    """The signing secret: from the environment, or made once and kept in the data folder for its owner only."""
    if key := text("STRONGSUIT_SECRET_KEY"):
        return strong("STRONGSUIT_SECRET_KEY", key)
    if not flag("STRONGSUIT_LOCAL", True):
        raise ImproperlyConfigured("STRONGSUIT_SECRET_KEY is not set. A server that others reach needs one.")
    path = DATA / "secret-key"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as made:
                made.write(secrets.token_urlsafe(50))
        except FileExistsError:
            # Another process of the same start won the race; its key is as good.
            pass
    return path.read_text(encoding="ascii").strip()


DATA = Path(text("STRONGSUIT_DATA", str(BASE_DIR / "data"))).absolute()
# A local installation answers only this machine and may use plain http; every other one needs https.
LOCAL = flag("STRONGSUIT_LOCAL", True)
DEMO = flag("STRONGSUIT_DEMO", False)
DEBUG = flag("STRONGSUIT_DEBUG", False)
SECRET_KEY = secret_key()
# They still read what they once signed or locked, so that a new key takes nothing from anybody.
SECRET_KEY_FALLBACKS = old_keys()
ALLOWED_HOSTS = hosts("STRONGSUIT_HOSTS", "127.0.0.1,localhost" if LOCAL else "")
if TESTING:
    ALLOWED_HOSTS += ["testserver"]
# Links in mail are made from this, never from what a request claims to have asked for.
SITE_ADDRESS = address(
    "STRONGSUIT_ADDRESS",
    f"http://127.0.0.1:{number('PORT', 8000, 1, 65535)}" if LOCAL else f"https://{ALLOWED_HOSTS[0]}",
    local=LOCAL,
)
CSRF_TRUSTED_ORIGINS = [] if LOCAL else [f"https://{host}" for host in ALLOWED_HOSTS]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "strongsuit.web",
    "strongsuit.audit",
    "strongsuit.people",
    "strongsuit.students",
    "strongsuit.voice",
    "strongsuit.strengths",
    "strongsuit.plans",
    "strongsuit.meetings",
    "strongsuit.progress",
    "strongsuit.documents",
    "strongsuit.interop",
    "strongsuit.duties",
    "strongsuit.home",
]

MIDDLEWARE = [
    "strongsuit.web.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "strongsuit.web.logs.RequestLog",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "strongsuit.people.middleware.BodyLimit",
    "django.middleware.csrf.CsrfViewMiddleware",
    "strongsuit.web.logs.UnreadFields",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "strongsuit.people.middleware.SignInLimits",
    "strongsuit.people.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "strongsuit.web.middleware.OnlyForms",
    "strongsuit.audit.middleware.Trail",
]

ROOT_URLCONF = "strongsuit.urls"
WSGI_APPLICATION = "strongsuit.wsgi.application"
# What the goal builder asks whether a strength is in use; those notes are kept higher up the stairs.
NOTES_ON_A_GOAL = "strongsuit.progress.noted.noted"
# What the profile asks whether a strength carries a goal and helped.
STRENGTHS_AT_WORK = "strongsuit.progress.at_work.at_work"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.static",
                "django.templatetags.i18n",
                "strongsuit.web.templatetags.components",
                "strongsuit.web.templatetags.asking",
                "strongsuit.web.templatetags.telling",
                "strongsuit.web.templatetags.steady",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "strongsuit.home.context.page",
            ],
        },
        # Our templates win over those of the sign-in library.
        "DIRS": [PACKAGE / "people" / "templates", PACKAGE / "web" / "templates"],
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": database(text("DATABASE_URL", f"sqlite:///{DATA / 'strongsuit.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": cache(text("STRONGSUIT_CACHE_URL")),
    # Sheets of frozen plans: in this process's memory only, for they hold a child's record.
    "sheets": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "sheets",
        "OPTIONS": {"MAX_ENTRIES": 400},
    },
}

# Sign-in
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "strongsuit.people.backends.LinkBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "strongsuit.people.passwords.LongEnough"},
    {"NAME": "strongsuit.people.passwords.NotWidelyKnown"},
    {"NAME": "strongsuit.people.passwords.NotAboutThePerson"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_ADAPTER = "strongsuit.people.adapters.AccountAdapter"
MFA_ADAPTER = "strongsuit.people.adapters.FactorAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TIMEOUT = 900
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "strongsuit.people.resets.NewestOnly"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "strongsuit.people.forms.SignInForm",
    "reauthenticate": "strongsuit.people.forms.PasswordStepForm",
    "change_password": "strongsuit.people.forms.ChangePasswordForm",
    "set_password": "strongsuit.people.forms.SetPasswordForm",
    "reset_password": "strongsuit.people.forms.AskForResetForm",
    "reset_password_from_key": "strongsuit.people.forms.ResetPasswordKeyForm",
}
# Guessing is slowed by address, by account, by password and overall; a device that signed in before is counted apart.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "10/m/ip,10/5m/key",
    "login_overall": "300/m/key",
    "login_same_password": "20/5m/key",
    "login_known_device": "10/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}
PASSWORD_RESET_TIMEOUT = 900
MFA_FORMS = {
    "authenticate": "strongsuit.people.forms.CodeForm",
    "reauthenticate": "strongsuit.people.forms.CodeStepForm",
    "activate_totp": "strongsuit.people.forms.AuthenticatorAppForm",
    "add_webauthn": "strongsuit.people.forms.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Strongsuit"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
SESAME_MAX_AGE = timedelta(days=7)
SESAME_ONE_TIME = True
SESAME_INVALIDATE_ON_PASSWORD_CHANGE = True

ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("STRONGSUIT_BEHIND_PROXY", False) else 0

SESSION_ENGINE = "strongsuit.people.sessions"
SESSION_COOKIE_NAME = "strongsuit" if LOCAL else "__Host-strongsuit"
SESSION_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "strongsuit-csrf" if LOCAL else "__Host-strongsuit-csrf"
CSRF_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "strongsuit.web.views.csrf_failure"
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
SECURE_HSTS_PRELOAD = not LOCAL
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("STRONGSUIT_BEHIND_PROXY", False) else None
SECURE_CONTENT_TYPE_NOSNIFF = True
# Nothing leaves this site; "no-referrer" would also hide the origin of our own forms, and browsers could not post them.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Idle limits in seconds per kind of sign-in (trust.md SES-03).
IDLE_SECONDS = {"staff": 30 * 60, "family": 30 * 60, "student": 5 * 60, "operator": 15 * 60}
SESSION_SECONDS = 12 * 3600

# Far more than any box takes: a text that was pasted whole comes back whole, with a word about its length.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# Only a roster lies in a file while it is read; whatever an ordinary form brings stays in memory.
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
# A roster of a large district, from somebody who is signed in; whatever else is larger is refused before it is read.
UPLOAD_LIMIT_BYTES = number("STRONGSUIT_UPLOAD_LIMIT_MB", 200, 1, 4096) * 1_000_000
UPLOADS = {"interop:runs"}
# Photos, recordings and files: kept up to the first number, in memory. A form with more arrives as well, up to the
# second, so that it can say how much too large the file is and give the words back.
MEDIA_KEPT_BYTES = 12_500_000
MEDIA_SENT_BYTES = 100_000_000
MEDIA_UPLOADS = {"strengths:evidence", "strengths:my_evidence", "strengths:picture", "strengths:finder_tell"}

# Words
LANGUAGE_CODE = "en"
LOCALE_PATHS = [PACKAGE / "locale"]
# A language is offered once its words are there; half a page in another language helps nobody.
LANGUAGES = [
    (code, name)
    for code, name in [("en", _("English")), ("es", _("Spanish")), ("ar", _("Arabic"))]
    if code == "en" or (LOCALE_PATHS[0] / code / "LC_MESSAGES" / "django.mo").exists()
]
# Families and students have all of them. The pages of staff are whole in these only.
STAFF_LANGUAGES = ["en"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not LOCAL
USE_I18N = True
USE_TZ = True
TIME_ZONE = time_zone("STRONGSUIT_TIME_ZONE", "America/New_York")

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# Sets of pictures that a district lays beside ours (docs/operate/settings.md).
STATICFILES_DIRS = [("symbols", DATA / "symbols")] if (DATA / "symbols").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING or DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

# Mail carries links, never a child's name.
MAIL = {
    "folder": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
}
EMAIL_BACKEND = MAIL[choice("STRONGSUIT_MAIL", "folder", MAIL)]
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = text("STRONGSUIT_MAIL_HOST", "localhost")
EMAIL_PORT = number("STRONGSUIT_MAIL_PORT", 25, 1, 65535)
EMAIL_HOST_USER = text("STRONGSUIT_MAIL_USER")
EMAIL_HOST_PASSWORD = text("STRONGSUIT_MAIL_PASSWORD")
EMAIL_USE_TLS = flag("STRONGSUIT_MAIL_TLS", False)
DEFAULT_FROM_EMAIL = text("STRONGSUIT_MAIL_FROM", "strongsuit@localhost")

# The head of the audit chain is copied here, outside the database (trust.md LOG-03).
SEAL_COPY = Path(text("STRONGSUIT_SEAL_COPY", str(DATA / "seals.log")))
# Cards of a district's own for the strengths finder; they lie upon the house's (knowledge/finder).
OWN_DECKS = text("STRONGSUIT_DECKS")
# The set of pictures that stand for concepts (web/symbols.py).
SYMBOLS = text("STRONGSUIT_SYMBOLS", "openmoji")
# The share of active students a roster run may end, or of its own it may leave out, before it stops and asks.
ROSTER_ENDED_SHARE = number("STRONGSUIT_ROSTER_ENDED_PERCENT", 10, 0, 100) / 100

LOG_LEVEL = choice("STRONGSUIT_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "strongsuit.web.logs.JsonLines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": LOG_LEVEL},
    "loggers": {
        # Below INFO, Django writes what pages hold.
        "django": {"level": "INFO" if LOG_LEVEL == "DEBUG" else LOG_LEVEL},
        # A request that was refused has a line of its own; these would repeat what it asked for.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
    },
}

# Django looks for its own classes by name; web/middleware.py extends the one and sets the header of the other.
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002"]
if LOCAL:
    # On this machine alone there is no https to insist on.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W011", "security.W016"]
