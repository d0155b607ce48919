"""Addresses of papers."""

from django.urls import path

from strongsuit.documents import views, views_review

app_name = "documents"
urlpatterns = [
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
