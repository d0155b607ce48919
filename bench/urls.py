"""The product's addresses, and the floor."""

from django.http import HttpResponse
from django.urls import include, path

from strongsuit.urls import *  # noqa: F403  handlers of errors too


def empty(request):
    """Signed in, through every middleware, and nothing to say."""
    return HttpResponse(b"")


urlpatterns = [path("bench/empty/", empty), path("", include("strongsuit.urls"))]
