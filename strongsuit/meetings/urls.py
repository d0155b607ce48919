"""Addresses of meetings and signatures."""

from django.urls import path

from strongsuit.meetings import views, views_list, views_preview

app_name = "meetings"
urlpatterns = [
    path("me/meeting/", views_preview.mine, name="mine"),
    path("students/<id:pk>/meetings/", views.meetings, name="meetings"),
    path("students/<id:pk>/meetings/plan/", views.plan, name="plan"),
    path("meetings/<id:pk>/", views.meeting, name="meeting"),
    path("meetings/<id:pk>/seen/", views_preview.seen, name="seen"),
    path("meetings/<id:pk>/move/", views.move, name="move"),
    path("meetings/<id:pk>/notice/", views.notice, name="notice"),
    path("meetings/<id:pk>/call-off/", views.call_off, name="call_off"),
    path("meetings/<id:pk>/gather/", views_list.gather, name="gather"),
    path("meetings/<id:pk>/add/", views_list.add, name="add"),
    path("meetings/<id:pk>/people/<id:person>/remove/", views_list.remove, name="remove"),
    path("meetings/<id:pk>/decide/", views.decide, name="decide"),
    path("meetings/<id:pk>/record/", views.record, name="record"),
    path("meetings/<id:pk>/answer/", views.answer, name="answer"),
    path("family/<id:pk>/meetings/", views.family, name="family"),
    path("family/<id:pk>/sign/", views.sign, name="sign"),
]
