"""Colleagues of the roster: an account by e-mail address, without a password until they are invited."""

from collections.abc import Callable, Iterable

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.roster import Adult, Post
from strongsuit.interop.roster.bulk import pieces
from strongsuit.interop.roster.changes import Changes, digest
from strongsuit.interop.roster.posts import compare_posts, holds
from strongsuit.people.models import Account

ACCOUNT = SourceKey.Kind.ACCOUNT
LONGEST_NAME = 300


def compare_staff(changes: Changes, school_of: Callable[[str], int | None]) -> None:
    posts: dict[str, list[Post]] = {}
    for post in changes.roster.posts:
        posts.setdefault(post.user, []).append(post)
    accounts = _accounts({adult.email.casefold() for adult in changes.roster.staff if adult.email})
    leaving = set()
    for adult in changes.roster.staff:
        if adult.ended or not adult.enabled:
            leaving.add(adult.id)
        else:
            _compare(changes, adult, posts.get(adult.id, []), accounts)
    if changes.is_full("users"):
        named = {adult.id for adult in changes.roster.staff} | changes.unread("users")
        leaving |= set(changes.absent(ACCOUNT, named))
    _end_staff(changes, leaving)
    compare_posts(changes, posts, school_of, leaving)


def _accounts(emails: set[str]) -> dict[str, tuple[int, bool]]:
    """The accounts with these addresses, and whether each may be given a post."""
    found: dict[str, tuple[int, bool]] = {}
    for some in pieces(emails):
        rows = Account.objects.filter(email__in=some)
        for email, pk, is_active, kind in rows.values_list("email", "pk", "is_active", "kind"):
            found[str(email).casefold()] = (pk, is_active and kind == Account.Kind.ADULT)
    return found


def _compare(changes: Changes, adult: Adult, posts: list[Post], accounts: dict[str, tuple[int, bool]]) -> None:
    tally, email = changes.tallies["staff"], adult.email.casefold()
    known = changes.keys(ACCOUNT).get(adult.id)
    if known:
        if email and known.digest != digest(email):
            changes.tell("oneroster.staff.other_email", "users", adult)
        if known.ended_on:
            changes.set_key(ACCOUNT, adult.id, known.digest)
            tally.changed += 1
        else:
            tally.unchanged += 1
    elif posts and not any(holds(post, changes.today) for post in posts):
        changes.tell("oneroster.staff.past", "users", adult)
    elif not email:
        changes.tell("oneroster.staff.email", "users", adult)
    elif email in accounts and not accounts[email][1]:
        changes.refuse("staff", "oneroster.staff.closed", "users", adult)
    elif email in accounts:
        changes.add_key(ACCOUNT, adult.id, accounts[email][0], digest(email))
        tally.changed += 1
    else:
        account = Account(email=email, name=_name(adult))
        account.set_unusable_password()
        accounts[email] = (account.pk, True)
        changes.accounts.append(account)
        changes.add_key(ACCOUNT, adult.id, account.pk, digest(email))
        tally.new += 1


def _name(adult: Adult) -> str:
    given, family = adult.preferred_given or adult.given, adult.preferred_family or adult.family
    return f"{given} {family}".strip()[:LONGEST_NAME]


def _end_staff(changes: Changes, leaving: Iterable[str]) -> None:
    """The account stays: its owner may work elsewhere too, or have a child here. Only the posts end."""
    for id in leaving:
        known = changes.keys(ACCOUNT).get(id)
        if known and known.ended_on is None:
            changes.set_key(ACCOUNT, id, known.digest, changes.today)
            changes.tallies["staff"].ended += 1
