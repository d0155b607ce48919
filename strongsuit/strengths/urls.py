"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver

app_name = "strengths"
urlpatterns: list[URLPattern | URLResolver] = []
