"""The page that shows every component in every state."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render


def allowed():
    if not (settings.DEMO or settings.DEBUG):
        raise Http404


@login_not_required
def page(request):
    allowed()
    return render(request, "web/gallery.html", {})


@login_not_required
def frame(request, space):
    allowed()
    return render(request, "web/gallery_frame.html", {"base": f"{space}.html"})
