"""What the tests about people share: second factors, and a try at the sign-in page."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import encrypt
from django.core.cache import cache

from tests.cast import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _forget_tries():
    """Tries are counted in the cache; each test begins at none."""
    cache.clear()
    yield
    cache.clear()


def give_app(account):
    return Authenticator.objects.create(user=account, type="totp", data={"secret": encrypt(SECRET)})


def code(step=0):
    """The code the app shows now, or ``step`` times 30 seconds later."""
    return totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30 + step))


def try_to_sign_in(client, email, password=PASSWORD, **values):
    return client.post("/sign-in/", {"login": email, "password": password}, **values)


def signed_in(client):
    return "_auth_user_id" in client.session
