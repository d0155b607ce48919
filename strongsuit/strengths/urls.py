"""Addresses of strengths and of the student's own words."""

from django.urls import path

from strongsuit.strengths import finder_adults, finder_answering, finder_atlas, finder_views, views, views_own

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
    path("me/finder/", finder_views.start, name="finder"),
    path("me/finder/begin/", finder_views.begin, name="finder_begin"),
    path("me/finder/likes/", finder_atlas.atlas, name="atlas"),
    path("me/finder/likes/most/", finder_atlas.favorites, name="favorites"),
    path("me/finder/<id:pk>/", finder_views.sitting, name="sitting"),
    path("me/finder/<id:pk>/cards/", finder_views.cards, name="finder_cards"),
    path("me/finder/<id:pk>/answer/", finder_views.answer, name="finder_answer"),
    path("me/finder/<id:pk>/undo/", finder_views.undo, name="finder_undo"),
    path("me/finder/<id:pk>/levels/", finder_views.words, name="finder_words"),
    path("me/finder/<id:pk>/partner/", finder_views.partner, name="finder_partner"),
    path("me/finder/<id:pk>/call/", finder_views.call, name="finder_call"),
    path("me/finder/<id:pk>/tell/", finder_views.tell, name="finder_tell"),
    path("me/finder/<id:pk>/stop/", finder_views.stop, name="finder_stop"),
    path("me/answering/", finder_answering.answering, name="answering"),
    path("me/words/", views_own.say, name="say"),
    path("me/short/<id:pk>/", views_own.meant, name="meant"),
    path("students/<id:pk>/finder/", finder_adults.school, name="finder_school"),
    path("students/<id:pk>/finder/cards/<slug:deck>/", finder_adults.school_deck, name="finder_school_deck"),
    path("students/<id:pk>/finder/calls/<id:call>/", finder_adults.came, name="finder_came"),
    path("family/<id:pk>/finder/", finder_adults.family, name="finder_family"),
    path("family/<id:pk>/finder/print/", finder_adults.family_print, name="finder_print"),
    path("family/<id:pk>/finder/cards/<slug:deck>/", finder_adults.family_deck, name="finder_family_deck"),
    path("family/<id:pk>/view/", views_own.family, name="family"),
]
