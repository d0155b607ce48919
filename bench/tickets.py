"""Signs people in and says which pages they open; run inside one place, it prints JSON."""

import json
import sys
from itertools import zip_longest
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.client import SECRET  # noqa: E402
from strongsuit.knowledge.finder.decks import deck, decks  # noqa: E402
from strongsuit.knowledge.terms import Group, PlanState  # noqa: E402
from strongsuit.people.models import Account, StaffPost  # noqa: E402
from strongsuit.people.roles import Relation, Role  # noqa: E402
from strongsuit.people.sessions import SessionStore  # noqa: E402
from strongsuit.plans.models import Goal, Plan  # noqa: E402
from strongsuit.strengths.finder_actions import Tap, answer_card, begin, end  # noqa: E402
from strongsuit.strengths.finder_models import Level, Sitting, Way  # noqa: E402
from strongsuit.strengths.models import Answer  # noqa: E402
from strongsuit.students.models import Student, TeamMember  # noqa: E402

# So many people of a kind, from schools all over the district, and so many students of each.
PEOPLE, EACH = 12, 15
# Students at cards of the strengths finder.
CHILDREN = 60


def cookie_of(account: Account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["demo"] = True
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={SECRET}"


def people_with(role: Role, **where: object) -> list[StaffPost]:
    """Some holders of a post, spread over the schools."""
    found = list(StaffPost.objects.filter(role=role, **where).select_related("account").order_by("id"))
    return found[:: max(1, len(found) // PEOPLE)][:PEOPLE]


def managers() -> list[tuple[str, list[Plan]]]:
    """Case managers signed in, each with the plans in effect of some students."""
    made = []
    for post in people_with(Role.TEACHER, title="Special education teacher"):
        mine = TeamMember.objects.filter(account=post.account, relation=Relation.CASE_MANAGER).values("student")
        plans = list(Plan.objects.filter(student__in=mine, state=PlanState.ADOPTED).order_by("id")[:EACH])
        if plans:
            made.append((cookie_of(post.account), plans))
    return made


def begun() -> list[tuple[str, Sitting]]:
    """Students in the middle of a deck that they have not answered before, each at their own card."""
    made = []
    for student in Student.objects.filter(account__isnull=False).select_related("account").order_by("id")[:CHILDREN]:
        for left in Sitting.objects.filter(student=student, by=student.account, ended_at=None):
            end(by=student.account, sitting=left)
        known = set(Answer.objects.filter(student=student, group=Group.STUDENT).values_list("item__key", flat=True))
        fresh = next((deck for deck in decks() if known.isdisjoint(card.id for card in deck.cards)), None)
        if fresh is None:
            continue
        sitting = begin(
            by=student.account, student=student, deck=fresh.id, level=Level.UPPER, language="en", way=Way.TOUCH,
            once=uuid4(),
        )  # fmt: skip
        tap = Tap(fresh.cards[0].id, "mostly", uuid4(), level=Level.UPPER)
        answer_card(by=student.account, sitting=sitting, tap=tap)
        made.append((cookie_of(student.account), sitting))
    return made


def asks() -> dict[str, list[dict[str, object]]]:
    """Every measured page with the requests that open it, in turn."""
    crew = managers()
    chairs = [(cookie_of(post.account), post.school_id) for post in people_with(Role.CHAIR)]
    pairs = mixed([[(cookie, plan) for plan in plans] for cookie, plans in crew])
    sittings = begun()
    # Whoever answers comes to the end of a deck; whoever looks at a card stays at it.
    sittings, answering = sittings[::2], sittings[1::2]
    goals = dict(Goal.objects.filter(plan__in=[plan for _c, plan in pairs], order=0).values_list("plan", "pk"))
    return {
        "empty": [page("/bench/empty/", cookie) for cookie, _plans in crew],
        "Today": [page(reverse("home:today"), cookie) for cookie, _plans in crew],
        "caseload": [page(reverse("home:caseload"), cookie) for cookie, _plans in crew],
        "school list": [page(reverse("home:school", args=[school]), cookie) for cookie, school in chairs],
        "thread": [page(reverse("home:thread", args=[plan.student_id]), cookie) for cookie, plan in pairs],
        "plan": [page(reverse("plans:plan", args=[plan.pk]), cookie) for cookie, plan in pairs],
        "finder card": [page(reverse("strengths:sitting", args=[sitting.pk]), cookie) for cookie, sitting in sittings],
        "finder answer": [
            page(reverse("strengths:finder_answer", args=[sitting.pk]), cookie)
            | {"form": {"card": card.id, "choice": "left" if card.is_pair else "mostly", "level": "U"}}
            for turn in range(8)
            for cookie, sitting in answering
            for card in deck(sitting.deck).cards[turn : turn + 1]
        ],
        "empty form": [page("/bench/empty/", cookie) | {"form": {}} for cookie, _plans in crew],
        "data point": [
            page(reverse("progress:tap", args=[goals[plan.pk]]), cookie) | {"form": {"value": "3"}}
            for cookie, plan in pairs
        ],
    }


def mixed(rows: list[list[tuple[str, Plan]]]) -> list[tuple[str, Plan]]:
    """One of each person in turn, so that no two requests in a row are alike."""
    return [one for turn in zip_longest(*rows) for one in turn if one]


def page(path: str, cookie: str) -> dict[str, object]:
    return {"path": path, "cookie": cookie}


def queries(made: dict[str, list[dict[str, object]]]) -> dict[str, int]:
    """The most database queries that any of these requests needs."""
    found = {}
    for name, requests in made.items():
        counts = []
        for one in [each for each in requests if "form" not in each][: PEOPLE * EACH // 2]:
            client = Client(SERVER_NAME="127.0.0.1", headers={"cookie": one["cookie"]})
            client.get(one["path"])
            counts.append(min(asked(client, one["path"]), asked(client, one["path"])))
        if counts:
            found[name] = max(counts)
    return found


def asked(client: Client, path: object) -> int:
    """The queries of one request; now and then there is one more, for having been seen."""
    with CaptureQueriesContext(connection) as seen:
        client.get(path)
    return len(seen)


if __name__ == "__main__":
    made = asks()
    json.dump({"asks": made, "queries": queries(made)}, sys.stdout)
