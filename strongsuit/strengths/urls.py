"""Addresses of strengths and of the student's own words."""

from django.urls import path

from strongsuit.strengths import evidence_views, media_views, views, views_own

app_name = "strengths"
urlpatterns = [
    path("students/<id:pk>/voice/", views.voice, name="voice"),
    path("students/<id:pk>/voice/add/", views.add, name="add"),
    path("students/<id:pk>/voice/words/", views.scribe, name="scribe"),
    path("strengths/<id:pk>/", views.item, name="item"),
    path("strengths/<id:pk>/answer/", views.answer, name="answer"),
    path("strengths/<id:pk>/evidence/", views.evidence, name="evidence"),
    path("words/<id:pk>/short/", views.shorten, name="shorten"),
    path("me/strengths/", views_own.mine, name="mine"),
    path("me/strengths/add/", views_own.add_mine, name="add_mine"),
    path("me/strengths/<id:pk>/", views.item, name="my_item"),
    path("me/strengths/<id:pk>/answer/", views.answer, name="my_answer"),
    path("me/strengths/<id:pk>/evidence/", views.evidence, name="my_evidence"),
    path("me/words/", views_own.say, name="say"),
    path("me/short/<id:pk>/", views_own.meant, name="meant"),
    path("media/<id:pk>/", media_views.media, name="media"),
    path("media/<id:pk>/withdraw/", media_views.withdraw, name="withdraw"),
    path("me/media/<id:pk>/", media_views.media, name="my_media"),
    path("me/media/<id:pk>/withdraw/", media_views.withdraw, name="my_withdraw"),
    path("me/pictures/<str:key>/", media_views.picture, name="picture"),
    path("evidence/<id:pk>/share/", evidence_views.share, name="share"),
    path("me/evidence/<id:pk>/share/", evidence_views.share, name="my_share"),
    path("me/evidence/<id:pk>/veto/", evidence_views.veto, name="veto"),
    path("family/<id:pk>/view/", views_own.family, name="family"),
]
