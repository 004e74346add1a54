"""Settings of one installation. Everything an office may change comes from the environment (docs/settings.md)."""

import os
from pathlib import Path

import dj_database_url

from huitang.adapters.papers.font_folders import font_folders
from huitang.config.installation import local_hosts, read_or_make_secret_key

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("HUITANG_HOME", "var")).resolve()
FONT_FOLDERS = font_folders(HOME, os.environ.get("HUITANG_FONTS", ""))
SECRET_KEY = os.environ.get("HUITANG_SECRET_KEY") or read_or_make_secret_key(HOME)
DEBUG = os.environ.get("HUITANG_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("HUITANG_HOSTS", ",".join(local_hosts())).split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("HUITANG_ORIGINS", "").split(",") if o]

CONGRESS_APPS = [
    "journal",
    "accounts",
    "roster",
    "sittings",
    "money",
    "targets",
    "suggestions",
    "attendance",
    "supervision",
    "performance",
    "agenda",
    "ballots",
    "scrutiny",
    "resolutions",
    "elections",
    "project_votes",
    "ratings",
    "projects",
    "yearly",
    "diary",
    "runsheet",
    "documents",
    "publication",
    "seals",
]
ROOMS = ["frame", "door", "desk", "chair", "tellers", "deputy", "hall", "portal", "terminal"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    *(f"huitang.congress.{app}" for app in CONGRESS_APPS),
    *(f"huitang.web.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "huitang.web.frame.language.SwitchedLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "huitang.web.frame.who.ActorMiddleware",
    "huitang.web.frame.crowding.CrowdingMiddleware",
    "huitang.web.frame.refusals.RefusalMiddleware",
    "huitang.web.frame.headers.ContentPolicyMiddleware",
    "axes.middleware.AxesMiddleware",
    "huitang.web.frame.kept_answers.KeptAnswersMiddleware",
]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # public answers, some 20 kB each: in this process, never older than the last deed
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
ROOT_URLCONF = "huitang.config.urls"
WSGI_APPLICATION = "huitang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "huitang.web.frame.who.actor",
                "huitang.web.frame.house.head",
            ],
        },
    }
]

_SQLITE_OPTIONS = {
    # IMMEDIATE: a command takes the write lock before it reads, so two clerks never decide on the same stale row
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("HUITANG_DATABASE_URL") or f"sqlite:///{HOME / 'huitang.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _SQLITE_OPTIONS
    DATABASES["default"]["TEST"] = {"NAME": os.environ.get("HUITANG_TEST_SQLITE")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "door:sign_in"
LOGIN_REDIRECT_URL = "door:home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: locked for a quarter of an hour after five failures
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "door/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_IPWARE_PROXY_COUNT = 0
AXES_ENABLE_ACCESS_FAILURE_LOG = False

# where the public reads, and the site's registered code: both stand in every signed record
SITE_ADDRESS = os.environ.get("HUITANG_ADDRESS", "http://localhost:8000").rstrip("/")
SITE_ID = os.environ.get("HUITANG_SITE_ID", "")
# on what terms anyone may use the open data: in words, and the address of a licence
DATA_LICENCE = os.environ.get("HUITANG_DATA_LICENCE", "")
DATA_LICENCE_ADDRESS = os.environ.get("HUITANG_DATA_LICENCE_ADDRESS", "")
KEY_FOLDER = HOME / "keys"

# a rehearsal may say what time it is; its pages all say that they are a rehearsal
REHEARSAL = os.environ.get("HUITANG_REHEARSAL") == "1"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "frame" / "locale"]
TIME_ZONE = os.environ.get("HUITANG_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

STATIC_URL = "static/"
# one process serves its own stylesheet straight from the packages; `collectstatic` is not needed
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
_BEHIND_TLS = os.environ.get("HUITANG_TLS") == "1"
SESSION_COOKIE_SECURE = _BEHIND_TLS
CSRF_COOKIE_SECURE = _BEHIND_TLS
CSRF_FAILURE_VIEW = "huitang.web.door.sign_in.form_expired"
TRUSTED_PROXY = os.environ.get("HUITANG_PROXY", "127.0.0.1") if _BEHIND_TLS else None
if _BEHIND_TLS:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    # names below the office's host, and the browsers' built-in list, are for the owner of the domain to decide
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
