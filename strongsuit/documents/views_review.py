"""The page that reviews a plan from any other system; it keeps nothing of it, neither row nor file nor log line."""

from threading import BoundedSemaphore

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from strongsuit.documents.forms import MOST_BYTES, ReviewForm
from strongsuit.documents.reading.files import read_bytes
from strongsuit.documents.reading.plain import read_text
from strongsuit.documents.reading.refusals import CannotRead
from strongsuit.documents.reviews.shown import shown
from strongsuit.knowledge.coach.document.report import review_plan

# A file is read in a program of its own; two at a time leave the machine to the others.
READING = BoundedSemaphore(2)
PATIENCE = 10
# On a page people wait; the command may take longer.
SECONDS = 20


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def review(request):
    if request.method == "GET":
        return render(request, "documents/review.html", {"form": ReviewForm(), "most": MOST_BYTES})
    form = ReviewForm(request.POST, request.FILES)
    found = reviewed(form) if form.is_valid() else None
    answer = {"form": form, "most": MOST_BYTES, "shown": found, "suffix": "", "level": "2", "below": "3"}
    # Of a file and a pasted text the file is read; the page says so.
    answer["both"] = bool(found and form.cleaned_data["file"] and form.cleaned_data["words"].strip())
    return render(request, "documents/review.html", answer, status=200 if found else 422)


@sensitive_variables()
def reviewed(form):
    """The review; where the file cannot be read, the form says why."""
    file = form.cleaned_data["file"]
    if file is None:
        return shown(review_plan(read_text(_("Pasted text"), form.cleaned_data["words"])))
    if not READING.acquire(timeout=PATIENCE):
        form.add_error("file", _("Other plans are being read right now. Try again in a moment."))
        return None
    try:
        return shown(review_plan(read_bytes(file.name, file.read(), SECONDS)))
    except CannotRead as reason:
        form.add_error("file", str(reason))
        return None
    finally:
        READING.release()
