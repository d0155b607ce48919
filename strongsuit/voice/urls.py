"""Addresses of what students said to their teams."""

from django.urls import path

from strongsuit.voice import views

app_name = "voice"
urlpatterns = [
    path("me/voice/", views.mine, name="mine"),
    path("me/voice/tell/", views.tell, name="tell"),
    path("me/voice/<id:pk>/<slug:name>/", views.my_deed, name="my_deed"),
    path("students/<id:pk>/said/", views.team, name="team"),
    path("students/<id:pk>/said/note/", views.note, name="note"),
    path("said/<id:pk>/<slug:name>/", views.deed, name="deed"),
    path("family/<id:pk>/said/", views.family, name="family"),
    path("family/said/<id:pk>/<slug:name>/", views.family_deed, name="family_deed"),
    path("family/<id:pk>/said/note/", views.family_note, name="family_note"),
]
