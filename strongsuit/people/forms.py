"""What people type to sign in, to be invited, and to keep their account."""

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as factor_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.people import actions
from strongsuit.people.models import Account, same_letters
from strongsuit.people.passwords import help_words, least
from strongsuit.people.roles import Role

TOO_SHORT_ALONE = _(
    "This password is too short to protect your account alone, now that it has no second step. "
    "Choose a longer one: press “Forgot your password?”."
)


def plain(field, label, **attrs):
    """A library field with our label, without grey words inside."""
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= attrs


class SignInForm(account_forms.LoginForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        quiet = {"autocapitalize": "none", "spellcheck": "false"}
        plain(self.fields["login"], _("E-mail"), autocomplete="username webauthn", **quiet)
        plain(self.fields["password"], _("Password"), **{"data-reveal": ""})

    def clean(self):
        """A short password is good only beside a second factor; without it, it opens nothing any more."""
        found = super().clean()
        if self.user is not None and len(same_letters(self.cleaned_data["password"])) < least(self.user):
            raise forms.ValidationError(TOO_SHORT_ALONE, code="too_short_alone")
        return found


class PasswordStepForm(account_forms.ReauthenticateForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["password"], _("Password"), **{"data-reveal": ""})


class NewPassword(forms.Form):
    """One field instead of two: it can be shown, and pasting works."""

    user: Account | None

    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        self.fields.pop("password2", None)
        plain(self.fields["password1"], _("New password"), **{"data-reveal": ""})
        self.fields["password1"].help_text = help_words(self.user)
        if "oldpassword" in self.fields:
            plain(self.fields["oldpassword"], _("Present password"), **{"data-reveal": ""})


class ChangePasswordForm(NewPassword, account_forms.ChangePasswordForm):
    pass


class SetPasswordForm(NewPassword, account_forms.SetPasswordForm):
    pass


class ResetPasswordKeyForm(NewPassword, account_forms.ResetPasswordKeyForm):
    pass


class AskForResetForm(account_forms.ResetPasswordForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["email"], _("E-mail"), autocomplete="username", autocapitalize="none", spellcheck="false")

    def save(self, request, **values):
        for account in self.users:
            actions.renew_reset_mark(account)
        if self.users:
            return super().save(request, **values)
        # A stranger's address gets a mail as well, so that the answer takes as long either way.
        get_adapter().send_mail("account/email/unknown_account", self.cleaned_data["email"], {})
        return self.cleaned_data["email"]


def used_once(form, code):
    """Codes of an authenticator app work once, also for two tries at the same moment."""
    authenticator = form.authenticator
    if authenticator.type == Authenticator.Type.TOTP and not actions.spend_code(authenticator, code):
        raise forms.ValidationError(_("That code was used already. Wait for the next one."), code="used")
    return code


class CodeForm(factor_forms.AuthenticateForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["code"], _("Code"), inputmode="numeric")

    def clean_code(self):
        return used_once(self, super().clean_code())


class CodeStepForm(factor_forms.ReauthenticateForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["code"], _("Code"), inputmode="numeric")

    def clean_code(self):
        return used_once(self, super().clean_code())


class AuthenticatorAppForm(ActivateTOTPForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["code"], _("Code from the app"), inputmode="numeric")

    def spelled(self):
        """The secret in groups of four, to type by hand."""
        return " ".join(self.secret[start : start + 4] for start in range(0, len(self.secret), 4))

    @property
    def digits(self):
        return totp.app_settings.TOTP_DIGITS


class PasskeyForm(AddWebAuthnForm):
    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        plain(self.fields["name"], _("Name of this passkey"), maxlength=60)
        self.fields["name"].help_text = _("So that you know it again, for example: my laptop.")
        self.fields["name"].max_length = 60
        # A passkey here always signs in by itself.
        self.fields.pop("passwordless")

    def clean(self):
        found = super().clean()
        if found.get("credential"):
            found["passwordless"] = True
        return found


class InviteForm(forms.Form):
    """Somebody new, with the first post."""

    email = forms.EmailField(label=_("E-mail at work"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=300)
    role = forms.ChoiceField(label=_("What they do here"), choices=Role.choices)
    title = forms.CharField(label=_("Title"), max_length=100, required=False)

    field_order = ("email", "name", "role", "place", "title")

    def __init__(self, *args, places, **values):
        super().__init__(*args, **values)
        districts, schools = places
        self.places = {f"school-{school.pk}": (school.district, school) for school in schools}
        self.places |= {f"district-{district.pk}": (district, None) for district in districts}
        named = [(key, school.name if school else district.name) for key, (district, school) in self.places.items()]
        self.fields["place"] = forms.ChoiceField(label=_("Where"), choices=named)
        self.order_fields(self.field_order)

    def post(self):
        district, school = self.places[self.cleaned_data["place"]]
        values = {name: self.cleaned_data[name] for name in ("email", "name", "role", "title")}
        return values | {"district": district, "school": school}


class LanguageForm(forms.ModelForm):
    """The languages that the person's space is whole in, each under the name its speakers give it."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)

    def __init__(self, *args, languages, **values):
        super().__init__(*args, **values)
        self.fields["language"].choices = languages

    class Meta:
        model = Account
        fields = ["language"]
