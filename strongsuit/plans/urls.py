"""Addresses of plans: to read, to write, to adopt, for the teacher and for the family."""

from django.urls import include, path, re_path

from strongsuit.plans import (
    rating_team_views,
    rating_views,
    views,
    views_adopt,
    views_beside,
    views_editor,
    views_goal,
    views_parts,
)

app_name = "plans"

parts = [
    path("levels/", views_editor.add_level, name="add_level"),
    path("levels/<id:level>/remove/", views_parts.remove_level, name="remove_level"),
    path("levels/<id:level>/strengths/", views_parts.strength, name="strength"),
    path("levels/<id:level>/needs/", views_parts.add_need, name="add_need"),
    path("needs/<id:need>/", views_parts.need, name="need"),
    path("needs/<id:need>/remove/", views_parts.remove_need, name="remove_need"),
    path("factors/<slug:name>/", views_editor.factor, name="factor"),
    path("voice-missing/", views_editor.voice_missing, name="voice_missing"),
    path("services/", views_parts.add_service, name="add_service"),
    path("services/<id:service>/", views_parts.service, name="service"),
    path("services/<id:service>/remove/", views_parts.remove_service, name="remove_service"),
    path("accommodations/", views_parts.add_accommodation, name="add_accommodation"),
    path("accommodations/<id:accommodation>/", views_parts.accommodation, name="accommodation"),
    path("accommodations/<id:accommodation>/remove/", views_parts.remove_accommodation, name="remove_accommodation"),
    path("goals/", views_goal.add_goal, name="add_goal"),
    path("goals/<id:goal>/", views_goal.goal, name="goal"),
    path("goals/<id:goal>/preview/", views_goal.preview, name="preview"),
    path("goals/<id:goal>/remove/", views_goal.remove_goal, name="remove_goal"),
    path("goals/<id:goal>/strengths/", views_goal.weave, name="weave"),
    path("goals/<id:goal>/strengths/<id:weave>/", views_goal.save_weave, name="save_weave"),
    path("goals/<id:goal>/steps/", views_goal.add_step, name="add_step"),
    path("goals/<id:goal>/steps/<id:step>/", views_goal.step, name="step"),
    path("goals/<id:goal>/steps/<id:step>/remove/", views_goal.remove_step, name="remove_step"),
]

one_plan = [
    path("", views.plan, name="plan"),
    path("edit/", views_editor.edit, name="edit"),
    path("edit/<slug:key>/", views_editor.place, name="place"),
    path("ready/", views_beside.ready, name="ready"),
    path("checks/", views_beside.checks, name="checks"),
    path("coach/", views_beside.coach, name="coach"),
    path("presence/", views_beside.presence, name="presence"),
    path("settle/", views_beside.settle, name="settle"),
    path("reasons/", views_beside.reason, name="reason"),
    path("compare/<id:other>/", views.compare, name="compare"),
    path("adopt/", views_adopt.adopt, name="adopt"),
    path("adopted/", views_adopt.adopted, name="adopted"),
    re_path(r"^(?P<deed>share|take-back|withdraw)/$", views.move, name="move"),
    *parts,
]

urlpatterns = [
    path("students/<id:pk>/plan/", views.plans, name="plans"),
    path("students/<id:pk>/plan/start/", views.start, name="start"),
    path("students/<id:pk>/summary/", views.summary, name="summary"),
    path("family/<id:pk>/plan/", views.family, name="family"),
    path("family/<id:pk>/plan/ask/", views.ask, name="ask"),
    path("questions/<id:pk>/", views.question, name="question"),
    path("plans/<id:pk>/", include(one_plan)),
    path("students/<id:pk>/helps/", rating_team_views.team, name="team_helps"),
    path("students/<id:pk>/helps/<id:accommodation>/", rating_team_views.team_view, name="team_view"),
    path("students/<id:pk>/trials/", rating_team_views.start_trial, name="start_trial"),
    path("students/<id:pk>/trials/<id:trial>/", rating_team_views.end_trial, name="end_trial"),
    path("family/<id:pk>/helps/", rating_team_views.family, name="family_helps"),
    path("family/<id:pk>/helps/<id:accommodation>/", rating_team_views.family_view, name="family_view"),
    path("me/helps/", rating_views.helps, name="helps"),
    path("me/helps/<id:pk>/", rating_views.rate, name="rate"),
    path("me/helps/<id:pk>/back/", rating_views.back, name="rating_back"),
    path("me/helps/<id:pk>/finish/", rating_views.finish, name="rating_finish"),
    path("me/helps/<id:pk>/done/", rating_views.done, name="rating_done"),
]
