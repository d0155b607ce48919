"""Addresses of the class tablet and of the pages that keep classes; the students' own list includes them."""

from django.urls import path

from strongsuit.students import class_views as views

patterns = [
    path("class/", views.class_sign_in, name="class_sign_in"),
    path("class/<slug:code>/", views.class_faces, name="class_faces"),
    path("class/<slug:code>/<id:pk>/", views.class_secret, name="class_secret"),
    path("classes/", views.classes, name="classes"),
    path("classes/<id:pk>/", views.class_page, name="class"),
    path("classes/<id:pk>/seats/", views.class_seat_add, name="class_seat_add"),
    path("classes/<id:pk>/seats/<id:seat>/pictures/", views.class_seat_renew, name="class_seat_renew"),
    path("classes/<id:pk>/seats/<id:seat>/end/", views.class_seat_end, name="class_seat_end"),
    path("classes/<id:pk>/cards/", views.class_cards, name="class_cards"),
    path("classes/<id:pk>/devices/", views.class_device_add, name="class_device_add"),
    path("classes/<id:pk>/devices/<id:device>/end/", views.class_device_end, name="class_device_end"),
]
