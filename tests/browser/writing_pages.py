"""Two pages to write on, small stand-ins for the real ones: one saves while one writes, one saves when asked."""

from threading import Event, Lock

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template import engines
from django.urls import include, path

AUTOSAVE = """{% extends "educator.html" %}{% block content %}<h1>Writing</h1>
<form method="post" action="/writing/" class="form" data-autosave data-keep="plan:1:section:effect">{% csrf_token %}
<input type="hidden" name="version" value="{{ version }}" autocomplete="off">
<div class="field"><label for="id_text">Words</label>
<div class="field-error" id="id_text_error" data-error-for="text" hidden><span data-error-words></span></div>
<textarea id="id_text" name="text" aria-describedby="id_text_error">{{ text }}</textarea></div>
<div data-conflict>{% if conflict %}
{% conflict mine=mine theirs=text theirs_by="James Okafor" version=version %}{% endif %}</div>
{% save_state %}{% button text="Save" kind="secondary" %}</form>{% endblock %}"""
PLAIN = """{% extends "educator.html" %}{% block content %}<h1>Note</h1>
<form method="post" class="form" data-keep="note:7" novalidate
{% if confirm %} data-confirm="Send it now?"{% endif %}>{% csrf_token %}
{% if error %}<div data-error-summary tabindex="-1">Too short</div>{% endif %}
<div class="field"><label for="id_note">Note</label><textarea id="id_note" name="note">{{ note }}</textarea></div>
<label><input type="checkbox" name="share" value="yes">Share</label>{% button text="Send" %}</form>{% endblock %}"""
CONFLICT = '{% conflict mine=mine theirs=theirs theirs_by="James Okafor" version=version %}'


class Desk:
    """What the server holds, and how it answers next."""

    def __init__(self):
        self.clear()

    def clear(self):
        self.text, self.version, self.answers, self.posts = "", 1, "well", []
        self.notes, self.at_once, self.most_at_once = [], 0, 0
        self.lock, self.gate = Lock(), Event()
        self.gate.set()

    def draw(self, source, request, status=200, **values):
        template = engines["django"].from_string(source)
        return HttpResponse(
            template.render({"text": self.text, "version": self.version, **values}, request), status=status
        )


desk = Desk()


def writing(request):
    if request.method == "GET":
        return desk.draw(AUTOSAVE, request)
    with desk.lock:
        desk.at_once += 1
        desk.most_at_once = max(desk.most_at_once, desk.at_once)
    desk.gate.wait(20)
    with desk.lock:
        desk.at_once -= 1
    return saved_while_writing(request) if "X-Autosave" in request.headers else saved(request)


def saved_while_writing(request):
    words = request.POST["text"]
    desk.posts.append(words)
    if desk.answers == "signed out":
        return redirect("/sign-in/")
    if desk.answers == "fault":
        return HttpResponse(status=500)
    if desk.answers == "wrong":
        return JsonResponse({"errors": {"text": ["Say it in fewer words."]}}, status=422)
    # The same words twice are no conflict: a page that closes may send them just before the next one does.
    if int(request.POST["version"]) != desk.version and words != desk.text:
        values = {"mine": words, "theirs": desk.text, "version": desk.version}
        return JsonResponse({"html": engines["django"].from_string(CONFLICT).render(values)}, status=409)
    desk.text, desk.version = words, desk.version + (words != desk.text)
    return JsonResponse({"version": desk.version, "saved": "10:42"})


def saved(request):
    version = int(request.POST.get("their_version", request.POST["version"]))
    if version != desk.version:
        return desk.draw(AUTOSAVE, request, 409, conflict=True, mine=request.POST["text"])
    mine = request.POST["text"]
    choice = {"theirs": desk.text, "both": f"{desk.text}\n{mine}"}
    desk.text, desk.version = choice.get(request.POST.get("resolve"), mine), desk.version + 1
    return redirect("/writing/")


def note(request):
    if request.method == "GET":
        return desk.draw(PLAIN, request, confirm="confirm" in request.GET)
    if len(request.POST["note"]) < 5:
        return desk.draw(PLAIN, request, 422, note=request.POST["note"], error=True)
    desk.notes.append(request.POST["note"])
    return redirect("/note/")


def elsewhere(request):
    return render(request, "web/help.html", {"base": "educator.html"})


urlpatterns = [
    path("writing/", writing),
    path("note/", note),
    path("elsewhere/", elsewhere),
    path("", include("strongsuit.urls")),
]
