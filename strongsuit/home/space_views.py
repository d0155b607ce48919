"""The switch for people who are two things here, such as a teacher whose own child has a plan."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from strongsuit.home.spaces import first_page, spaces_for

NAMES = {
    "educator": (_("My work with students"), _("Students, plans and meetings"), "today"),
    "district": (_("District office"), _("Overview, people and roster"), "school"),
    "family": (_("My family"), _("My own child's plan and growth"), "family"),
}


@require_http_methods(["GET", "POST"])
def spaces(request):
    """One card per space; choosing one goes there, and nothing of the other is shown on the same page."""
    mine = spaces_for(request.user)
    if request.method == "POST":
        chosen = request.POST.get("space", "")
        if chosen not in mine or chosen not in NAMES:
            raise Http404
        request.session["space"] = chosen
        return redirect(first_page(request.user, chosen))
    offered = [(key, *NAMES[key]) for key in mine if key in NAMES]
    return render(request, "home/spaces.html", {"spaces": offered})
