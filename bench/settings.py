"""The product's settings with one address more: an empty page behind the same doors."""

from strongsuit.settings import *  # noqa: F403  the product's settings as they are

ROOT_URLCONF = "bench.urls"
