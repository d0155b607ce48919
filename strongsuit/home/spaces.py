"""The four spaces, and which of them a person may enter; somebody who is two of these switches, never mixes."""

from django.db.models import Exists
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from strongsuit.people.models import Account, StaffPost
from strongsuit.people.roles import POST_ABILITIES, Role
from strongsuit.students import access
from strongsuit.students.models import Guardian, TeamMember
from strongsuit.web import clock

LANDING = {"student": "home:me", "family": "home:family", "educator": "home:today"}
OFFICE = {Role.DISTRICT, Role.REGISTRAR}
# The office's pages with the ability of a post that opens each; one lands on the first that is open.
OFFICE_PAGES = [
    ("home:district", _("Overview"), "school", "district.overview"),
    ("interop:runs", _("Roster"), "documents", "roster.import"),
    ("people:people", _("People"), "friends", "district.people"),
    ("people:calendar", _("Calendar"), "calendar", "calendar.write"),
    ("home:trail", _("Trail"), "history", "trail.district"),
]


def office_pages(account: Account) -> list[tuple]:
    """The pages of OFFICE_PAGES that this person's district-wide posts open today."""
    roles = {Role(post.role) for post in access.posts(account) if post.school_id is None}
    return [page for page in OFFICE_PAGES if roles & POST_ABILITIES[page[3]]]


def spaces_for(account: Account) -> list[str]:
    """The spaces that posts, teams and families open for this person today, the likeliest first."""
    if account.kind == Account.Kind.STUDENT:
        return ["student"]
    posts = StaffPost.objects.filter(access.holding(clock.today()), account=account)
    works, teams, office, parent, grown = Account.objects.filter(pk=account.pk).values_list(
        Exists(posts.exclude(role__in=OFFICE)),
        Exists(TeamMember.objects.filter(account=account)),
        Exists(posts.filter(role__in=OFFICE)),
        Exists(Guardian.objects.filter(account=account)),
        # A guardian of any kind is counted already; this one question needs no look at every student.
        Exists(access.oneself(account)),
    )[0]
    open_ones = (("educator", works or teams), ("district", office), ("family", parent or grown))
    return [space for space, is_open in open_ones if is_open]


def may_switch(request) -> bool:
    """Whether the person has several spaces: asked once a day, and remembered with the sign-in."""
    day, several = request.session.get("several", ("", False))
    if day != (today := clock.today().isoformat()):
        several = len(spaces_for(request.user)) > 1
        request.session["several"] = today, several
    return several


def space_of(request) -> str:
    """The space the person is in: the one the address names, else the one chosen at sign-in."""
    if request.user.kind == Account.Kind.STUDENT:
        return "student"
    for space in ("family", "district"):
        if request.path.startswith(f"/{space}/"):
            return space
    chosen = request.session.get("space")
    return chosen if chosen in {"educator", "district", "family"} else "educator"


def first_page(account: Account, space: str) -> str:
    """The address one lands on in a space."""
    if space == "district":
        pages = office_pages(account)
        return reverse(pages[0][0] if pages else "people:account")
    return reverse(LANDING[space])


def landing(account: Account) -> str:
    """Where to go after sign-in."""
    spaces = spaces_for(account)
    return first_page(account, spaces[0]) if spaces else reverse("people:account")
