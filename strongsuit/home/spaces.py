"""The four spaces, and which of them a person may enter; somebody who is two of these switches, never mixes."""

from django.urls import reverse

from strongsuit.people.models import Account
from strongsuit.people.roles import Role
from strongsuit.students import access
from strongsuit.students.models import Guardian, TeamMember

LANDING = {"student": "home:me", "family": "home:family", "educator": "home:today", "district": "home:district"}
OFFICE = {Role.DISTRICT, Role.REGISTRAR}


def spaces_for(account: Account) -> list[str]:
    """The spaces that posts, teams and families open for this person today, the likeliest first."""
    if account.kind == Account.Kind.STUDENT:
        return ["student"]
    found = []
    held = access.posts(account)
    if any(post.role not in OFFICE for post in held) or TeamMember.objects.filter(account=account).exists():
        found.append("educator")
    if any(post.role in OFFICE for post in held):
        found.append("district")
    if Guardian.objects.filter(account=account).exists():
        found.append("family")
    return found


def space_of(request) -> str:
    """The space the person is in: the one the address names, else the one chosen at sign-in."""
    if request.user.kind == Account.Kind.STUDENT:
        return "student"
    for space in ("family", "district"):
        if request.path.startswith(f"/{space}/"):
            return space
    chosen = request.session.get("space")
    return chosen if chosen in {"educator", "district", "family"} else "educator"


def landing(account: Account) -> str:
    """Where to go after sign-in."""
    spaces = spaces_for(account)
    return reverse(LANDING[spaces[0]]) if spaces else reverse("people:account")
