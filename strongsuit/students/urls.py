"""Addresses of this folder."""

from django.urls import path

from strongsuit.students import class_urls, views, views_family, views_reasons, views_record

app_name = "students"
urlpatterns = [
    *class_urls.patterns,
    path("students/find/", views_reasons.find, name="find"),
    path("students/reasons/<id:pk>/close/", views_reasons.close, name="close_reason"),
    path("students/<id:pk>/open/", views_reasons.reason, name="reason"),
    path("students/<id:pk>/record/", views_record.record, name="record"),
    path("students/<id:pk>/record/edit/", views_record.edit, name="edit"),
    path("students/<id:pk>/record/eligibility/", views_record.eligibility, name="eligibility"),
    path("students/<id:pk>/record/eligibility/end/", views_record.end_eligibility, name="end_eligibility"),
    path("students/<id:pk>/team/", views.team, name="team"),
    path("students/<id:pk>/team/add/", views.add_member, name="add_member"),
    path("students/<id:pk>/team/case-manager/", views.case_manager, name="case_manager"),
    path("students/<id:pk>/team/<id:part>/", views.member, name="member"),
    path("students/<id:pk>/team/<id:part>/end/", views.end_member, name="end_member"),
    path("students/<id:pk>/family/add/", views_family.add_guardian, name="add_guardian"),
    path("students/<id:pk>/family/<id:person>/", views_family.guardian, name="guardian"),
    path("students/<id:pk>/family/<id:person>/invite/", views_family.invite, name="invite_guardian"),
    path("students/<id:pk>/family/<id:person>/close/", views_family.close_sign_in, name="close_sign_in"),
    path("students/<id:pk>/family/<id:person>/remove/", views_family.remove, name="remove_guardian"),
    path("family/<id:pk>/team/", views.family, name="family_team"),
]
