"""The sign-in library's own pages, with our forms, refused forms as 422, and a new key after each proof."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic.edit import FormView

from strongsuit.people import queries, steps
from strongsuit.people.adapters import ONLY_STEP


class Refusing(FormView):
    """A form that could not be accepted comes back with status 422."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if response.status_code == 200:
            response.status_code = 422
        return response


class Proving(Refusing):
    """After a proof the sign-in gets a new key, and the person goes on where they were."""

    def form_valid(self, form):
        response = super().form_valid(form)
        steps.note_proof(self.request)
        return response


class SignIn(Refusing, account.LoginView):
    def get_context_data(self, **values):
        ended = self.request.GET.get("ended", "")
        return super().get_context_data(**values) | {
            "ended": ended if ended in {"idle", "long", "all"} else "",
            "demo_groups": queries.demo_groups(),
        }


class PasskeySignIn(passkeys.LoginWebAuthnView):
    def form_invalid(self, form):
        messages.error(self.request, _("That passkey does not open an account here. Use your password instead."))
        return redirect("account_login")


class SecondStep(factors.AuthenticateView):
    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class PasswordStep(Proving, account.ReauthenticateView):
    pass


class CodeStep(Proving, factors.ReauthenticateView):
    pass


class PasskeyStep(Proving, passkeys.ReauthenticateWebAuthnView):
    def form_invalid(self, form):
        words = _("That passkey does not belong to this account. Try again, or choose another way.")
        messages.error(self.request, words)
        return redirect(self.request.get_full_path())


class ChangePassword(Refusing, account.PasswordChangeView):
    success_url = reverse_lazy("people:account")


class SetPassword(Refusing, account.PasswordSetView):
    success_url = reverse_lazy("people:account")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_usable_password() and not steps.proved(request):
            return steps.ask(request)
        return super().dispatch(request, *args, **kwargs)


class AskForReset(Refusing, account.PasswordResetView):
    pass


class ResetFromLink(Refusing, account.PasswordResetFromKeyView):
    pass


class AddPasskey(Refusing, passkeys.AddWebAuthnView):
    def form_valid(self, form):
        response = super().form_valid(form)
        return factor_added(self.request, response)


class AddApp(Refusing, app.ActivateTOTPView):
    def form_valid(self, form):
        response = super().form_valid(form)
        return factor_added(self.request, response)


class RemoveApp(Refusing, app.DeactivateTOTPView):
    success_url = reverse_lazy("people:account")


class RemovePasskey(passkeys.RemoveWebAuthnView):
    success_url = reverse_lazy("people:account")

    def form_valid(self, form):
        passkey = self.get_object()
        if queries.is_staff(self.request.user) and not queries.has_factor(self.request.user, besides=passkey.pk):
            messages.error(self.request, ONLY_STEP)
            return redirect("people:account")
        response = super().form_valid(form)
        # The passkey may have been the only way back in; then a password comes first.
        self.request.session["second_factor"] = False
        return response


class NewCodes(Refusing, codes.GenerateRecoveryCodesView):
    success_url = reverse_lazy("mfa_view_recovery_codes")


def factor_added(request, response):
    """A new second step changes what the sign-in may do, so it gets a new key; then the way leads on."""
    request.session["second_factor"] = queries.is_safe(request.user)
    steps.note_proof(request)
    if response.url == reverse("mfa_index"):
        return redirect("people:account" if queries.may_sign_in_again(request.user) else "people:secure")
    return response
