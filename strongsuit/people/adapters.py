"""How the sign-in library behaves here: nobody signs up alone, words are ours, and secrets are stored encrypted."""

import base64
import hashlib
from urllib.parse import quote

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.people import attempts, queries, steps

TOO_MANY = _("That was tried too many times. Wait five minutes and try again, or sign in with a passkey.")
ONLY_STEP = _("This is your only second step. Add another one first; then you can remove this.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The e-mail address and the password do not fit together. Check both and try again."
        ),
        "incorrect_password": _("That is not the password of this account. Try again."),
        "incorrect_code": _("That code does not fit. Codes change every 30 seconds: type the newest one."),
        "enter_current_password": _("That is not your present password. Try again."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "account_inactive": _("This account is closed. Ask the school office."),
    }

    def is_open_for_signup(self, request):
        return False

    def is_safe_url(self, url):
        # Only addresses on this very site; a host, even our own, is never needed.
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_authenticate(self, request, **credentials):
        self._login_failed_rl_usage = attempts.count(
            request, credentials.get("email", ""), credentials.get("password", "")
        )
        if self._login_failed_rl_usage is None:
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request, **credentials):
        record(None, "could not sign in", kind=Kind.REFUSED)

    def reauthenticate(self, user, password):
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app, **kwargs):
        return not steps.proved(context.request)

    def post_login(self, request, user, **values):
        steps.note_proof(request)
        request.session["second_factor"] = queries.is_safe(user)
        response = super().post_login(request, user, **values)
        record(user, "signed in", user, kind=Kind.SIGNED_IN)
        if user.email:
            self.tell_of_new_device(request, user)
            attempts.remember(request, response, user.email)
        return response

    def get_reset_password_from_key_url(self, key):
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return f"{settings.SITE_ADDRESS}{path.replace('UID-KEY', quote(key))}"

    def send_mail(self, template_prefix, email, context):
        account = context.get("user")
        with translation.override(account.language if account else translation.get_language()):
            super().send_mail(template_prefix, email, context)

    def tell_of_new_device(self, request, user):
        seen_before = attempts.known(request)
        if attempts.mark_of(user.email) not in seen_before and queries.has_signed_in_before(user):
            self.send_notification_mail("account/email/new_device", user)


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That code does not fit. Codes change every 30 seconds: type the newest one."),
        "cannot_delete_authenticator": ONLY_STEP,
    }

    def can_delete_authenticator(self, authenticator):
        account = authenticator.user
        return queries.has_factor(account, besides=authenticator.pk) or not queries.is_staff(account)

    def get_totp_issuer(self):
        return "Strongsuit"

    def encrypt(self, text):
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return cipher().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": "Strongsuit"}


def cipher() -> MultiFernet:
    """The key for second factors: made from the signing secret, older secrets still read."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"strongsuit second factors|" + force_bytes(secret)).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
