"""Addresses of progress: goals and their points, the data sheet, reports, and the pages of students and families."""

from django.urls import path

from strongsuit.progress import milestone_views, views, views_own, views_reports, views_sheet

app_name = "progress"

urlpatterns = [
    path("students/<id:pk>/progress/", views.progress, name="progress"),
    path("students/<id:pk>/reports/", views_reports.reports, name="reports"),
    path("goals/<id:pk>/", views.goal, name="goal"),
    path("goals/<id:pk>/points/", views.record, name="record"),
    path("points/<id:pk>/aside/", views.aside, name="aside"),
    path("points/<id:pk>/count/", views.count, name="count"),
    path("points/<id:pk>/undo/", views.undo, name="undo"),
    path("data/", views_sheet.sheet, name="sheet"),
    path("data/<id:pk>/", views_sheet.tap, name="tap"),
    path("data/undo/<id:pk>/", views_sheet.undo, name="untap"),
    path("reports/<id:pk>/", views_reports.report, name="report"),
    path("reports/<id:pk>/preview/", views_reports.preview, name="preview"),
    path("reports/<id:pk>/send/", views_reports.send, name="send"),
    path("reports/<id:pk>/answer/", views_reports.answer, name="answer"),
    path("reports/<id:pk>/goals/<id:goal>/", views_reports.note, name="note"),
    path("reports/<id:pk>/goals/<id:goal>/minutes/", views_reports.minutes, name="minutes"),
    path("me/goals/", views_own.mine, name="mine"),
    path("me/goals/<id:pk>/", views_own.check_in, name="check_in"),
    path("me/goals/<id:pk>/strengths/<id:item>/", views_own.answer_weave, name="answer_weave"),
    path("students/<id:pk>/moments/", milestone_views.moments, name="moments"),
    path("students/<id:pk>/moments/<id:note>/", milestone_views.send, name="send_moment"),
    path("me/moments/", milestone_views.mine, name="my_moments"),
    path("me/moments/<id:pk>/", milestone_views.answer, name="answer_moment"),
    path("family/<id:pk>/moments/", milestone_views.family, name="family_moments"),
    path("family/<id:pk>/moments/<id:note>/", milestone_views.joy, name="joy"),
    path("family/<id:pk>/progress/", views_own.family, name="family"),
]
