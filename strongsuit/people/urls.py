"""Addresses of sign-in, of one's own account, and of the office's people page."""

from allauth.account.views import account_inactive, password_reset_done, password_reset_from_key_done
from allauth.mfa.recovery_codes.views import view_recovery_codes
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from strongsuit.people import library, office_views, views, views_calendar

# The library looks these names up without a namespace; addresses it offers beyond them do not exist here.
sign_in = [
    path("", library.SignIn.as_view(), name="account_login"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("closed/", account_inactive, name="account_inactive"),
    path("passkey/", library.PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("second-step/", library.SecondStep.as_view(), name="mfa_authenticate"),
    path("again/password/", library.PasswordStep.as_view(), name="account_reauthenticate"),
    path("again/code/", library.CodeStep.as_view(), name="mfa_reauthenticate"),
    path("again/passkey/", library.PasskeyStep.as_view(), name="mfa_reauthenticate_webauthn"),
    path("password/change/", library.ChangePassword.as_view(), name="account_change_password"),
    path("password/set/", library.SetPassword.as_view(), name="account_set_password"),
    path("password/new/", library.AskForReset.as_view(), name="account_reset_password"),
    path("password/new/sent/", password_reset_done, name="account_reset_password_done"),
    path("password/new/done/", password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        library.ResetFromLink.as_view(),
        name="account_reset_password_from_key",
    ),
    path("steps/", RedirectView.as_view(pattern_name="people:account"), name="mfa_index"),
    path("steps/passkeys/", RedirectView.as_view(pattern_name="people:account"), name="mfa_list_webauthn"),
    path("steps/passkeys/add/", library.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("steps/passkeys/<int:pk>/remove/", library.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("steps/app/add/", library.AddApp.as_view(), name="mfa_activate_totp"),
    path("steps/app/remove/", library.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("steps/codes/", view_recovery_codes, name="mfa_view_recovery_codes"),
    path("steps/codes/new/", library.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
]
own = [
    path("link/<id:pk>/<str:token>/", views.link, name="link"),
    path("language/", views.language, name="language"),
    path("sign-in/demo/<id:pk>/", views.demo, name="demo"),
    path("sign-in/again/", views.step, name="step"),
    path("sign-in/again/demo/", views.step_demo, name="step_demo"),
    path("sign-in/again/link/", views.step_link, name="step_link"),
    path("sign-in/go-on/", views.go_on, name="go_on"),
    path("account/", views.account, name="account"),
    path("account/secure/", views.secure, name="secure"),
    path("account/extend/", views.extend, name="extend"),
    path("account/sign-ins/end/", views.end_sign_in, name="end_sign_in"),
    path("account/sign-ins/end-all/", views.end_every_sign_in, name="end_every_sign_in"),
    path("district/people/", office_views.people, name="people"),
    path("district/people/invite/", office_views.invite, name="invite"),
    path("district/people/<id:pk>/", office_views.person, name="person"),
    path("district/people/<id:pk>/end-sign-ins/", office_views.end_sign_ins, name="end_sign_ins"),
    path("district/people/<id:pk>/link/", office_views.send_link, name="send_link"),
    path("district/people/<id:pk>/start-again/", office_views.start_again, name="start_again"),
    path("district/posts/<id:pk>/end/", office_views.end_post, name="end_post"),
    path("district/calendar/", views_calendar.calendar, name="calendar"),
    path("district/calendar/<id:pk>/", views_calendar.year, name="year"),
    path("district/calendar/<id:pk>/remove/", views_calendar.remove_year, name="remove_year"),
    path("district/calendar/<id:pk>/<slug:kind>/add/", views_calendar.add_part, name="add_part"),
    path("district/calendar/<id:pk>/<slug:kind>/<id:row>/", views_calendar.part, name="part"),
    path("district/calendar/<id:pk>/<slug:kind>/<id:row>/remove/", views_calendar.remove_part, name="remove_part"),
]
urlpatterns = [path("sign-in/", include(sign_in)), path("", include((own, "people")))]
