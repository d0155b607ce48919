"""The people page of the office: who works here, inviting, ending posts and sign-ins."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.people import actions, queries
from strongsuit.people.forms import InviteForm
from strongsuit.people.steps import stepped_up
from strongsuit.web import clock
from strongsuit.web.inputs import search_words, whole
from strongsuit.web.refusals import Cannot

PAGE = 50


@require_GET
def people(request):
    search = search_words(request)
    found = Paginator(queries.people_for(request.user, search=search), PAGE).get_page(request.GET.get("page"))
    return render(request, "people/people.html", {"page": found, "search": search, "today": clock.today()})


@require_GET
def person(request, pk):
    shown = queries.person_for(request.user, pk)
    found = {
        "person": shown,
        "sign_ins": queries.sign_ins_of(shown),
        "has_factor": queries.has_factor(shown),
        "today": clock.today(),
    }
    return render(request, "people/person.html", found)


def office(request):
    queries.people_for(request.user)
    return ()


def colleague(request, pk):
    return (queries.person_for(request.user, pk),)


def post_of_colleague(request, pk):
    return (queries.post_for(request.user, pk),)


@require_http_methods(["GET", "POST"])
@stepped_up(office)
def invite(request):
    form = InviteForm(request.POST or None, places=queries.places_for(request.user))
    if request.method == "GET" or not form.is_valid():
        return render(request, "people/invite.html", {"form": form}, status=422 if form.is_bound else 200)
    try:
        made = actions.invite(by=request.user, **form.post())
    except Cannot as reason:
        form.add_error(None, str(reason))
        return render(request, "people/invite.html", {"form": form}, status=422)
    messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": made.account.email})
    return redirect("people:person", made.account_id)


@require_POST
@stepped_up(post_of_colleague)
def end_post(request, post):
    try:
        actions.end_post(by=request.user, post=post, version=whole(request.POST.get("version")))
    except Cannot as reason:
        messages.error(request, str(reason))
        return redirect("people:person", post.account_id)
    messages.success(request, _("The post has ended, and every sign-in with it."))
    return redirect("people:people")


@require_POST
@stepped_up(colleague)
def end_sign_ins(request, shown):
    actions.end_sign_ins(by=request.user, account=shown)
    messages.success(request, _("%(name)s is signed out everywhere.") % {"name": shown.name})
    return redirect("people:person", shown.pk)


@require_POST
@stepped_up(colleague)
def send_link(request, shown):
    actions.send_link(by=request.user, account=shown)
    messages.success(request, _("A new link is on its way to %(email)s.") % {"email": shown.email})
    return redirect("people:person", shown.pk)


@require_POST
@stepped_up(colleague)
def start_again(request, shown):
    actions.start_again(by=request.user, account=shown)
    messages.success(request, _("%(name)s can start again with the link that is on its way.") % {"name": shown.name})
    return redirect("people:person", shown.pk)
