"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver

app_name = "students"
urlpatterns: list[URLPattern | URLResolver] = []
