"""Addresses of papers."""

from django.urls import path

from strongsuit.documents import own_paper_views, own_views, views, views_review

app_name = "documents"
urlpatterns = [
    path("me/one-pager/", own_views.one_pager, name="own_page"),
    path("me/one-pager/step/<slug:slug>/", own_views.step, name="own_step"),
    path("me/one-pager/step/<slug:slug>/order/", own_views.arrange, name="own_arrange"),
    path("me/one-pager/line/<id:pk>/", own_views.line, name="own_line"),
    path("me/one-pager/line/<id:pk>/move/", own_views.move, name="own_move"),
    path("me/one-pager/line/<id:pk>/off/", own_views.take_off, name="own_take_off"),
    path("me/one-pager/share/", own_views.share, name="own_share"),
    path("me/one-pager/back/", own_views.take_back, name="own_take_back"),
    path("me/one-pager/meant/<id:pk>/", own_views.meant, name="own_meant"),
    path("me/one-pager/show/", own_paper_views.show, name="own_show"),
    path("me/one-pager/shared/<id:pk>/", own_paper_views.former, name="own_shared"),
    path("me/one-pager/paper/<slug:shape>/", own_paper_views.paper, name="own_paper"),
    path("students/<id:pk>/one-pager/", own_paper_views.shared, name="shared_page"),
    path("students/<id:pk>/one-pager/paper/<slug:shape>/", own_paper_views.shared_paper, name="shared_paper"),
    path("students/<id:pk>/one-pager/line/<id:line>/", own_paper_views.shorten, name="shorten_line"),
    path("family/<id:pk>/one-pager/", own_paper_views.shared, name="family_page"),
    path("family/<id:pk>/one-pager/paper/<slug:shape>/", own_paper_views.shared_paper, name="family_paper"),
    path("review/", views_review.review, name="review"),
    path("students/<id:pk>/documents/", views.documents, name="documents"),
    path("family/<id:pk>/documents/", views.documents, name="family"),
    path("plans/<id:pk>/copies/", views.ask, name="ask"),
    path("family/plans/<id:pk>/papers/", views.of_plan, name="family_copy"),
    path("reports/<id:pk>/copies/", views.ask_report, name="ask_report"),
    path("copies/<id:pk>/", views.copy, name="copy"),
    path("copies/<id:pk>/take/", views.take, name="take"),
    path("copies/<id:pk>/again/", views.again, name="again"),
]
