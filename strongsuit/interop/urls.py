"""Addresses of the office's roster pages."""

from django.urls import path

from strongsuit.interop import views

app_name = "interop"
urlpatterns = [
    path("district/roster/", views.runs, name="runs"),
    path("district/roster/<id:pk>/", views.run, name="run"),
    path("district/roster/<id:pk>/apply/", views.apply, name="apply"),
    path("district/roster/<id:pk>/refuse/", views.refuse, name="refuse"),
    path("district/roster/<id:pk>/report/", views.report, name="report"),
]
