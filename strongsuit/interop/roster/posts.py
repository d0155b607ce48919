"""Posts that come and go with their source; those given by hand are left alone."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.roster import Post
from strongsuit.interop.roster.bulk import pieces
from strongsuit.interop.roster.changes import Changes, digest, joined, last_day
from strongsuit.interop.roster.schools import is_whole_district
from strongsuit.people.models import StaffPost
from strongsuit.people.roles import Role
from strongsuit.web.ids import random_id

ACCOUNT, POST = SourceKey.Kind.ACCOUNT, SourceKey.Kind.POST
COLUMNS = ("id", "account_id", "district_id", "school_id", "role", "starts_on", "ends_on")
_TEACHERS = ("teacher", "professor", "faculty", "instructor", "lecturer", "adjunct", "substitute")
_AIDES = ("aide", "assistant", "paraprofessional", "teacherAssistant", "teachingAssistant", "support")
_PROVIDERS = ("counselor", "therapist", "specialist", "nurse")
# Leaders, chairs, psychologists and the office can open whole schools: no file gives such a post.
ROLES: dict[str, Role] = {
    **dict.fromkeys(_TEACHERS, Role.TEACHER),
    **dict.fromkeys(_AIDES, Role.AIDE),
    **dict.fromkeys(_PROVIDERS, Role.PROVIDER),
}
# (account, school, role)
Place = tuple[int, int | None, str]


def holds(post: Post, today: date) -> bool:
    return not post.ended and (post.end is None or post.end > today)


def compare_posts(
    changes: Changes, posts: dict[str, list[Post]], school_of: Callable[[str], int | None], leaving: set[str]
) -> None:
    there = _open_posts(changes)
    seen: set[str] = set()
    for user, mine in posts.items():
        account = changes.row_of(ACCOUNT, user)
        if account is None or user in leaving:
            continue
        for post in mine:
            if post.role not in ROLES:
                changes.tell("oneroster.staff.by_hand", "users", post)
            elif holds(post, changes.today):
                school = school_of(post.org)
                if school or is_whole_district(changes, post.org):
                    seen.add(_compare(changes, post, account, school, there))
                else:
                    changes.tell("oneroster.staff.place", "users", post)
    gone = {joined(post.id) for post in changes.roster.posts if not holds(post, changes.today)}
    if _is_full(changes):
        gone |= set(changes.absent(POST, seen))
    _end(changes, gone - seen, leaving)


def _open_posts(changes: Changes) -> set[Place]:
    found = StaffPost.objects.filter(Q(ends_on=None) | Q(ends_on__gte=changes.today), district=changes.district)
    return set(found.values_list("account", "school", "role"))


def _is_full(changes: Changes) -> bool:
    """Whether the set names every post there is; the older format keeps them in users.csv."""
    files = {file.name for file in changes.roster.files}
    return changes.is_full("users") and ("roles" not in files or changes.is_full("roles"))


def _compare(changes: Changes, post: Post, account: int, school: int | None, there: set[Place]) -> str:
    """The key of the post, which now is as the source says."""
    tally, key, role = changes.tallies["posts"], joined(post.id), str(ROLES[post.role])
    ends_on = last_day(post.end)
    known, said = changes.keys(POST).get(key), digest(account, school, role, ends_on)
    if known and (known.digest, known.ended_on) == (said, None):
        tally.unchanged += 1
    elif known:
        changes.set_key(POST, key, said)
        changes.amend(StaffPost, ("school_id", "role", "ends_on"), (school, role, ends_on), known.row)
        tally.changed += 1
    elif (account, school, role) in there:
        tally.unchanged += 1
    else:
        starts_on = post.begin or changes.today
        pk = random_id()
        there.add((account, school, role))
        changes.add_key(POST, key, pk, said)
        changes.load(StaffPost, COLUMNS, (pk, account, changes.district.pk, school, role, starts_on, ends_on))
        tally.new += 1
    return key


def _end(changes: Changes, gone: set[str], leaving: set[str]) -> None:
    """End posts of this source that are gone, and every post of it that a leaving colleague holds."""
    keys = changes.keys(POST)
    open_rows = {known.row: key for key, known in keys.items() if known.ended_on is None}
    left = {changes.row_of(ACCOUNT, user) for user in leaving}
    unread = {changes.row_of(ACCOUNT, user) for user in changes.unread("users")}
    for some in pieces(open_rows):
        for pk, account, starts_on in StaffPost.objects.filter(pk__in=some).values_list("pk", "account", "starts_on"):
            key = open_rows[pk]
            if account in left or (key in gone and account not in unread and key not in changes.unread("roles")):
                changes.set_key(POST, key, keys[key].digest, changes.today)
                changes.amend(StaffPost, ("ends_on",), (max(starts_on, changes.today),), pk)
                changes.tallies["posts"].ended += 1
