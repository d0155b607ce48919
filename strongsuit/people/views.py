"""Pages of one's own account: one-time links, proofs, sign-ins, and the way out."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.people import actions, queries, sign_ins, steps
from strongsuit.people.forms import LanguageForm
from strongsuit.people.sessions import stored
from strongsuit.web.inputs import plain_key
from strongsuit.web.languages import keep, offered_here, speak

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def link(request, pk, token):
    """A one-time link: looking at it changes nothing, pressing the button signs in."""
    if request.method == "GET":
        invitation = actions.usable(pk)
        if invitation is not None:
            # Nobody is signed in yet; whoever has the link is greeted in the language on record.
            speak(request, invitation.account.language, staff=False)
        return render(request, "people/link.html", {"usable": invitation is not None})
    account = actions.use_link(pk=pk, token=token)
    if account is None:
        return render(request, "people/link.html", {"usable": False}, status=422)
    if request.user.is_authenticated and request.user.pk == account.pk:
        steps.note_proof(request)
        return redirect(back(request))
    account.backend = "strongsuit.people.backends.LinkBackend"
    record_authentication(request, account, method="link")
    try:
        return perform_login(request, Login(user=account, email=account.email))
    except ImmediateHttpResponse as answer:
        return answer.response


def back(request):
    kept = request.session.get(steps.KEPT)
    return reverse("people:go_on") if kept else "/"


@require_GET
def step(request):
    """Leads to the way of proof this person has: passkey, code, password or a link; in the demo a plain page."""
    there = safe(request.GET.get("next", "")) or "/"
    if steps.proved(request):
        return redirect(there)
    if request.session.get("demo"):
        return render(request, "people/step_demo.html", {"next": there})
    way = steps.way(request.user)
    if way:
        return redirect(f"{reverse(way)}?{steps.urlencode({'next': there})}")
    return render(request, "people/step_link.html", {"next": there})


@require_POST
def step_demo(request):
    if not request.session.get("demo"):
        raise Http404
    steps.note_proof(request)
    return redirect(safe(request.POST.get("next", "")) or "/")


@require_POST
def step_link(request):
    """A fresh link by mail for people who have neither password nor passkey."""
    actions.send_link(by=request.user, account=request.user)
    messages.success(request, _("The link is on its way. Open it on this device, and you can go on here."))
    return redirect(f"{reverse('people:step')}?{steps.urlencode({'next': safe(request.POST.get('next', '')) or '/'})}")


@require_GET
def go_on(request):
    """After the proof: the deed that was waiting, with everything that was typed. This page itself changes nothing.

    It sends the form by itself only straight after a proof for this very deed; otherwise its button waits.
    """
    kept = request.session.get(steps.KEPT)
    if not kept:
        return redirect("/")
    if not steps.proved(request):
        return redirect(f"{reverse('people:step')}?{steps.urlencode({'next': reverse('people:go_on')})}")
    del request.session[steps.KEPT]
    return render(request, "people/go_on.html", {"kept": kept})


@require_http_methods(["GET"])
def secure(request):
    """What is still missing before a staff account is safe to use."""
    done = queries.has_factor(request.user)
    if done and queries.may_sign_in_again(request.user):
        return redirect("/")
    return render(request, "people/secure.html", {"factor": done})


@require_http_methods(["GET", "POST"])
def account(request):
    """One's own account: language, password, second steps, and where one is signed in."""
    form = LanguageForm(request.POST or None, instance=request.user, languages=offered_here(request))
    if request.method == "POST" and form.is_valid():
        actions.choose_language(by=request.user, language=form.cleaned_data["language"])
        messages.success(request, _("Saved."))
        response = redirect("people:account")
        keep(response, request, form.cleaned_data["language"])
        return response
    here = stored(request.session.session_key)
    found = {
        "form": form,
        "factors": Authenticator.objects.filter(user=request.user).order_by("created_at"),
        "sign_ins": [(each, each.session_key == here) for each in queries.sign_ins_of(request.user)],
        "way_back": request.session.get("demo") or queries.may_sign_in_again(request.user),
        "staff": request.session.get("kind") == "staff",
    }
    return render(request, "people/account.html", found, status=422 if form.errors else 200)


@login_not_required
@require_POST
def language(request):
    """The switch on the pages before signing in, and for students: kept on the device, and with the account."""
    chosen = request.POST.get("language", "")
    response = redirect(came_from(request))
    if chosen in dict(offered_here(request)):
        if request.user.is_authenticated:
            actions.choose_language(by=request.user, language=chosen)
        keep(response, request, chosen)
    return response


@require_POST
def end_sign_in(request):
    actions.end_sign_in(by=request.user, key=plain_key(request.POST.get("key"), 100))
    messages.success(request, _("That sign-in has ended."))
    return redirect("people:account")


@require_POST
def end_every_sign_in(request):
    actions.end_sign_ins(by=request.user, account=request.user)
    logout(request)
    return redirect(f"{reverse('account_login')}?ended=all")


@require_POST
def extend(request):
    """Somebody is still there: the idle time begins anew (the request itself has been noted)."""
    return JsonResponse({"seconds": sign_ins.idle_seconds(request)})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_out(request):
    if request.method == "GET":
        return render(request, "account/logout.html") if request.user.is_authenticated else redirect("account_login")
    shared = request.user.is_authenticated and sign_ins.is_student(request)
    there = request.session.get("sign_in_again", "") or reverse("account_login")
    if request.user.is_authenticated:
        record(request.user, "signed out", request.user, kind=Kind.SIGNED_IN)
        logout(request)
    response = redirect(there)
    # On one's own device unsaved words stay, encrypted for their owner; on a shared one nothing does.
    response.headers["Clear-Site-Data"] = '"cache", "storage"' if shared else '"cache"'
    return response


@login_not_required
@require_POST
def demo(request, pk):
    """One click signs in as an invented person; only in demo mode."""
    person = next((each for each in queries.demo_people() if each.pk == pk), None)
    if person is None:
        raise Http404
    logout(request)
    login(request, person, backend=BACKEND)
    request.session["demo"] = True
    record(person, "signed in to the demo", person, kind=Kind.SIGNED_IN)
    return redirect("/")


def came_from(request):
    """The page of ours that a form was sent from; it is read from the head, so that no page spells its own address."""
    sent_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(sent_from, allowed_hosts={request.get_host()})
    return sent_from if ours else "/"


def safe(address):
    # A word that is no path would be taken for the name of a page.
    return address if address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""
