"""How I ask: a script from one's own pieces, practice with three answers of a teacher, and messages for a device."""

import base64

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.documents import own_card_actions as actions
from strongsuit.documents import own_card_queries as queries
from strongsuit.documents.own_forms import ChangedAskForm, NewAskForm, TurnForm
from strongsuit.documents.own_paper_views import sent
from strongsuit.documents.own_queries import reads_at
from strongsuit.documents.own_views import CHANGED, own_student, renewed
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SIZES, drawing
from strongsuit.documents.sheets.own_cards import ask_sheet, messages_sheet
from strongsuit.knowledge.own_cards import ANSWERS, SAYS, Reply
from strongsuit.web import clock, ids
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

ASK_SHAPES = ("sheet", "pocket", "messages")


def asks(request):
    """My asks, and a form for a new one."""
    student = own_student(request)
    if request.method != "POST":
        return render(request, "documents/own_asks.html", asks_page(student))
    form = NewAskForm(request.POST)
    if form.is_valid():
        try:
            script = actions.write_script(by=request.user, student=student, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("documents:own_ask", script.pk)
    return render(request, "documents/own_asks.html", asks_page(student, form), status=422)


def asks_page(student, form=None):
    target = reads_at(student)
    scripts = [(script, queries.sentences_of(script, target)) for script in queries.scripts_of(student)]
    return {"student": student, "scripts": scripts, "form": form or NewAskForm()}


def ask(request, pk):
    """One script: to read, to change, to print, to practice."""
    script = queries.script_for(request.user, pk)
    if request.method != "POST":
        return render(request, "documents/own_ask.html", ask_page(script))
    form = ChangedAskForm(request.POST)
    if form.is_valid():
        try:
            actions.change_script(by=request.user, script=script, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(CHANGED))
            renewed(form, stale.current.version)
        else:
            return redirect("documents:own_ask", pk)
    return render(request, "documents/own_ask.html", ask_page(script, form), status=422)


def ask_page(script, form=None):
    first = {name: getattr(script, name) for name in (*queries.PIECES, "version")}
    return {
        "student": script.student,
        "script": script,
        "sentences": queries.sentences_of(script, reads_at(script.student)),
        "form": form or ChangedAskForm(initial=first),
        "wrong": form is not None,
        "turns": queries.turns_of(script, most=6),
    }


@require_POST
def put_away(request, pk):
    """Off the list; what was practiced stays in the log."""
    script = queries.script_for(request.user, pk)
    try:
        actions.change_script(by=request.user, script=script, version=whole(request.POST.get("version")), put_away=True)
    except Stale:
        messages.error(request, CHANGED)
    return redirect("documents:own_asks")


@require_safe
def show(request, pk):
    """The script for a phone: large, one screen."""
    script = queries.script_for(request.user, pk)
    said = queries.sentences_of(script, reads_at(script.student))
    return render(request, "documents/own_ask_show.html", {"script": script, "sentences": said})


# Practice


def practice(request, pk):
    """The teacher says one of three things; the student answers, and the next turn says another."""
    script = queries.script_for(request.user, pk)
    target = reads_at(script.student)
    if request.method != "POST":
        return render(request, "documents/own_practice.html", practice_page(script, target, reply_of(request, script)))
    asked = request.POST.get("reply")
    if asked not in list(Reply):
        raise NotYours
    reply = Reply(asked)
    form = TurnForm(request.POST, answers=answers_at(reply, target))
    if form.is_valid():
        actions.practice(by=request.user, script=script, reply=reply, **said_of(form, reply, target))
        messages.success(request, _("You answered. Well practiced!"))
        following = dict(zip(Reply, [*list(Reply)[1:], Reply.YES], strict=True))[reply]
        return redirect(f"{reverse('documents:own_practice', args=[pk])}?reply={following.value}")
    return render(request, "documents/own_practice.html", practice_page(script, target, reply, form), status=422)


def said_of(form, reply, target):
    """One's own words if there are some, else the chosen answer."""
    told = form.cleaned_data
    own = told["words"].strip() != ""
    words = told["words"] if own else answers_at(reply, target)[int(told["choice"])]
    return {"words": words, "own_words": own, "once": told["once"], "answer_me": told["answer_me"]}


def reply_of(request, script):
    """What the teacher says next: what was asked for, else whatever was practiced least."""
    if (asked := request.GET.get("reply")) in list(Reply):
        return Reply(asked)
    done = [turn.reply for turn in queries.turns_of(script, most=60)]
    return min(Reply, key=done.count)


def answers_at(reply, target):
    return [_(each.at(target)) for each in ANSWERS[reply]]


def practice_page(script, target, reply, form=None):
    return {
        "student": script.student,
        "script": script,
        "sentences": queries.sentences_of(script, target),
        "reply": reply,
        "replies": [(each, each == reply) for each in Reply],
        "says": SAYS[reply].at(target),
        "form": form or TurnForm(answers=answers_at(reply, target), initial={"reply": reply.value}),
        "turns": queries.turns_of(script),
    }


# Ways out


@require_safe
def paper(request, pk, shape):
    """To read from, for a pocket, or the messages for a device."""
    script = queries.script_for(request.user, pk)
    if shape not in ASK_SHAPES:
        raise NotYours
    student, asked = script.student, request.GET.get("size")
    size = asked if asked in SIZES else SIZES[0]
    said = queries.sentences_of(script, reads_at(student))

    def sheet():
        if shape == "messages":
            return messages_sheet(student.called, said, size=size)
        return ask_sheet(student.called, said, shape=shape, size=size)

    return sent(request, student, own_paper(sheet, at=clock.now(), language=request.user.language), f"ask-{shape}")


@require_safe
def device(request, pk):
    """The messages as an open board (OBF), which speech devices load: label, words to speak, picture."""
    script = queries.script_for(request.user, pk)
    said = queries.sentences_of(script, reads_at(script.student))
    answer = JsonResponse(board_of(script, said, request.user.language))
    answer["Content-Disposition"] = 'attachment; filename="ask.obf"'
    return answer


COLUMNS = 4


def board_of(script, said, language):
    numbered = [(str(number), each) for number, each in enumerate(said, 1)]
    order = [number for number, _each in numbered]
    rows = [order[at : at + COLUMNS] for at in range(0, len(order), COLUMNS)]
    return {
        "format": "open-board-0.1",
        "id": ids.spell(script.pk),
        "locale": language,
        "name": _("How I ask"),
        "grid": {
            "rows": len(rows),
            "columns": COLUMNS,
            "order": [row + [None] * (COLUMNS - len(row)) for row in rows],
        },
        "buttons": [
            {"id": number, "label": each.label, "vocalization": each.words, "image_id": f"i{number}"}
            for number, each in numbered
        ],
        "images": [
            {"id": f"i{number}", "width": 24, "height": 24, "content_type": "image/svg+xml", "data": data_of(each)}
            for number, each in numbered
        ],
        "sounds": [],
    }


def data_of(sentence):
    return "data:image/svg+xml;base64," + base64.b64encode(drawing(sentence.picture).encode()).decode()
