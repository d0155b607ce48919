"""The bytes of a photo, recording or file through the door, and the say of student and giver over them."""

import re

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from strongsuit.strengths import media_actions, media_queries
from strongsuit.strengths.forms import PictureForm
from strongsuit.strengths.media_models import Audience, Media
from strongsuit.students.access import group_of, student_for
from strongsuit.web.inputs import plain_key, whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

# Nothing inside may run or ask for anything, whatever a browser takes it for; and no cache keeps it, for a tablet is
# shared.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
}
# Said by the kind and never by what a row or a file may hold.
NAMES = {"photo": "photo.webp", "audio": "recording.m4a", "file": "file.pdf"}
TYPES = {"photo": "image/webp", "audio": "audio/mp4", "file": "application/pdf"}
RANGE = re.compile(r"bytes=([0-9]{0,12})-([0-9]{0,12})", re.ASCII)


@require_GET
def media(request, pk):
    """One of them, whole or the part that a player asks for; ``?small`` is a photo for tiles."""
    found = media_queries.media_for(request.user, pk)
    small = "small" in request.GET and found.small
    with default_storage.open((found.small if small else found.file).name) as file:
        body = file.read()
    answer = part_of(request, body, TYPES[found.kind])
    place = "attachment" if found.kind == Media.Kind.FILE else "inline"
    answer.headers["Content-Disposition"] = f'{place}; filename="{NAMES[found.kind]}"'
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer


def part_of(request, body, kind):
    """What the header Range asks for; everything where it asks for nothing that can be given."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or asked.group(1) == asked.group(2) == "":
        return HttpResponse(body, content_type=kind)
    first, last = asked.groups()
    begin = int(first) if first else max(0, len(body) - int(last))
    end = min(int(last), len(body) - 1) if first and last else len(body) - 1
    if begin > end:
        return HttpResponse(status=416, content_type=kind, headers={"Content-Range": f"bytes */{len(body)}"})
    told = {"Content-Range": f"bytes {begin}-{end}/{len(body)}"}
    return HttpResponse(body[begin : end + 1], status=206, content_type=kind, headers=told)


@require_POST
def withdraw(request, pk):
    """Taken back by whoever gave it, or by who keeps order where it was given at school."""
    found = media_queries.media_for(request.user, pk, "strengths.write")
    try:
        media_actions.withdraw_media(by=request.user, media=found, version=whole(request.POST.get("version")))
    except Stale:
        messages.error(request, _("Somebody changed this a moment ago. Look again, then repeat it."))
    else:
        messages.success(request, _("It is taken back. Nobody sees it any more."))
    return redirect(*place_of(found))


def place_of(found):
    """Where it was shown: the page of its strength, or the page about strengths of one's own space."""
    group = group_of(found.student.relation)
    if shown := found.evidence.first():
        return ("strengths:my_item" if group == "student" else "strengths:item", shown.item_id)
    if group == "student":
        return ("strengths:mine",)
    return ("strengths:family" if group == "family" else "strengths:voice", found.student_id)


def picture(request, key):
    """The student's own photo on a card instead of its symbol."""
    if not plain_key(key):
        raise NotYours
    student = student_for(request.user, own_student(request), "strengths.write", part="my pictures")
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and "remove" in request.POST:
        media_actions.clear_picture(by=request.user, student=student, key=key)
        return redirect("strengths:picture", key=key)
    if form.is_bound and form.is_valid() and chosen(request, student, key, form):
        return redirect("strengths:picture", key=key)
    shown = media_queries.pictures_of(student, [key]).get(key)
    found = {"student": student, "form": form, "shown": shown, "key": key}
    return render(request, "strengths/picture.html", found, status=422 if form.is_bound else 200)


def own_student(request):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student.pk


def chosen(request, student, key, form):
    taken = form.cleaned_data["medium"]
    if taken is None:
        form.add_error("medium", _("Choose a photo first."))
        return False
    try:
        made = media_actions.add_media(
            by=request.user, student=student, taken=taken, audience=Audience.MINE, once=form.cleaned_data["once"]
        )
        media_actions.set_picture(by=request.user, student=student, key=key, media=made)
    except Cannot as problem:
        form.add_error("medium", str(problem))
        return False
    messages.success(request, _("Your photo is on the card."))
    return True
