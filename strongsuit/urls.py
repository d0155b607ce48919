"""The map: one include per folder."""

from django.urls import include, path, register_converter

from strongsuit.web.ids import IdConverter

register_converter(IdConverter, "id")

urlpatterns = [
    path("", include("strongsuit.web.urls")),
    path("", include("strongsuit.people.urls")),
    path("", include("strongsuit.students.urls")),
    path("", include("strongsuit.voice.urls")),
    path("", include("strongsuit.strengths.urls")),
    path("", include("strongsuit.plans.urls")),
    path("", include("strongsuit.meetings.urls")),
    path("", include("strongsuit.progress.urls")),
    path("", include("strongsuit.documents.urls")),
    path("", include("strongsuit.interop.urls")),
    path("", include("strongsuit.home.urls")),
]

handler400 = "strongsuit.web.views.bad_request"
handler403 = "strongsuit.web.views.forbidden"
handler404 = "strongsuit.web.views.not_found"
handler500 = "strongsuit.web.views.server_error"
