"""Addresses of the pages that join steps."""

from django.urls import path

from strongsuit.home import district_views, learning_views, own_views, space_views, views

app_name = "home"
FOR_FAMILIES = {"audience": "family"}
urlpatterns = [
    path("", views.today, name="today"),
    path("caseload/", views.caseload, name="caseload"),
    path("schools/<id:pk>/students/", views.school, name="school"),
    path("students/<id:pk>/", views.thread, name="thread"),
    path("students/<id:pk>/history/", views.history, name="history"),
    path("me/", own_views.me, name="me"),
    path("family/", own_views.family, name="family"),
    path("family/<id:pk>/", own_views.child, name="child"),
    path("family/<id:pk>/year/", own_views.year, name="family_year"),
    path("family/<id:pk>/record/", views.history, name="record"),
    path("learning/", learning_views.learning, name="learning"),
    path("learning/<slug:key>/", learning_views.lesson, name="lesson"),
    path("learning/<slug:key>/end/", learning_views.lesson_end, name="lesson_end"),
    path("learning/<slug:key>/<slug:task>/", learning_views.task, name="task"),
    path("family/learning/", learning_views.learning, FOR_FAMILIES, name="family_learning"),
    path("family/learning/<slug:key>/", learning_views.lesson, FOR_FAMILIES, name="family_lesson"),
    path("family/learning/<slug:key>/end/", learning_views.lesson_end, FOR_FAMILIES, name="family_lesson_end"),
    path("family/learning/<slug:key>/<slug:task>/", learning_views.task, FOR_FAMILIES, name="family_task"),
    path("spaces/", space_views.spaces, name="spaces"),
    path("district/", district_views.overview, name="district"),
    path("district/trail/", district_views.trail, name="trail"),
    path("health/", district_views.health, name="health"),
    path("ready/", district_views.ready, name="ready"),
]
