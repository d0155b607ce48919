"""Addresses of sign-in and of one's own account."""

from django.urls import include, path

urlpatterns = [
    path("sign-in/", include("allauth.account.urls")),
    path("sign-in/", include("allauth.mfa.urls")),
]
