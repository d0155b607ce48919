"""Addresses of this folder."""

from django.urls import path

from strongsuit.web import gallery, reading, views

app_name = "web"
urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("display/", views.display, name="display"),
    path("reading/<slug:target>/", reading.along, name="reading_level"),
    path("gallery/", gallery.page, name="gallery"),
    path("gallery/frame/<slug:space>/", gallery.frame, name="gallery-frame"),
]
