"""How the sign-in library behaves here: nobody signs up alone, and mail carries no child's name."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False


class FactorAdapter(DefaultMFAAdapter):
    pass
