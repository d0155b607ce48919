"""Inviting people, ending posts and sign-ins, and the small changes to one's own account."""

import time
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from sesame.utils import get_token, get_user

from strongsuit.audit.changes import change
from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.people import queries
from strongsuit.people.models import Account, District, Invitation, School, Session, StaffPost, new_stamp
from strongsuit.people.roles import Role
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

# A second wish so soon after the first is the same wish: a double tap, a page loaded again.
SAME_WISH = timedelta(seconds=30)


def require_office(by: "Account | str", district: District, school: School | None) -> None:
    """Only the office of this district or school goes on; a command names itself."""
    if isinstance(by, str):
        return
    held = [post for post in queries.offices(by, "district.people") if post.district_id == district.pk]
    if not any(post.school_id is None or (school is not None and post.school_id == school.pk) for post in held):
        raise NotYours


def district_for(wanted: str | None, *, new: bool = False) -> District:
    """The district a command is for: the only one, the one it names, or a new one where it says so."""
    every = list(District.objects.order_by("name"))
    named = [each for each in every if wanted in {each.name, each.code, None}]
    if wanted and not named and (new or not every):
        return District.objects.create(name=wanted[:200], code=wanted[:30], demo=settings.DEMO)
    if new and wanted and named:
        raise Cannot(f"There is already a district {wanted!r}. Leave --new-district out.")
    if len(named) == 1 and not new:
        return named[0]
    known = ", ".join(each.name for each in every) or "none yet; name the new one"
    raise Cannot(f"Say which district with --district. Known: {known}. To make one, give --new-district as well.")


@transaction.atomic
def invite(
    *,
    by: Account | str,
    email: str,
    name: str,
    role: Role | str,
    district: District,
    school: School | None = None,
    title: str = "",
    today: date | None = None,
) -> Invitation:
    """Give somebody a post, and a one-time link to come in. Asking twice makes one post."""
    today = today or clock.today()
    require_office(by, district, school)
    # Two invitations at the same moment are one after the other: one account, one post, one mail.
    District.objects.select_for_update(no_key=True).get(pk=district.pk)
    account = account_for(by=by, email=email, name=name)
    where = {"account": account, "district": district, "school": school, "role": role}
    if not StaffPost.objects.filter(queries.unfinished(today), **where).exists():
        post = StaffPost.objects.create(title=title, starts_on=today, **where)
        record(by, "gave a post", post, district=district.pk, detail={"role": str(role)})
        end_sign_ins(by=by, account=account, check=False)
    return send_link(by=by, account=account)


@transaction.atomic
def account_for(*, by: Account | str, email: str, name: str, language: str = "en") -> Account:
    """The account with this address, made when there is none. Nobody chooses a password for somebody else."""
    account = Account.objects.filter(email__iexact=email.strip()).first()
    if account is not None:
        if not account.is_active:
            raise Cannot(_("The account with this address is closed. Use another address, or open the account again."))
        return account
    account = Account.objects.create_user(email.strip(), None, name=name.strip(), language=language)
    record(by, "made an account", account)
    return account


@transaction.atomic
def send_link(*, by: Account | str, account: Account) -> Invitation:
    """A new one-time link by mail; every older link of the account stops working. Asking twice sends one."""
    if not account.email:
        raise Cannot(_("This account has no e-mail address. Add one first."))
    Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    now = clock.now()
    just_now = Invitation.objects.filter(account=account, used_at=None, made_at__gt=now - SAME_WISH).first()
    if just_now is not None:
        return just_now
    made = Invitation.objects.create(account=account, made_by=None if isinstance(by, str) else by, made_at=now)
    record(by, "sent a one-time link", made)
    transaction.on_commit(lambda: mail_link(made))
    return made


def link_address(invitation: Invitation) -> str:
    token = get_token(invitation.account, scope=scope_of(invitation))
    return f"{settings.SITE_ADDRESS}{reverse('people:link', args=[invitation.pk, token])}"


def scope_of(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}"


def mail_link(invitation: Invitation) -> None:
    """The mail names no child and no school: whoever reads the mailbox learns only that there is an account."""
    with translation.override(invitation.account.language):
        words = {"address": link_address(invitation), "days": settings.SESAME_MAX_AGE.days}
        subject = _("Your link to sign in to Strongsuit")
        body = render_to_string("people/mail/link.txt", words)
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [str(invitation.account.email)])


def usable(pk: int) -> Invitation | None:
    """The invitation, if it is the newest of its account, unused and not too old."""
    found = Invitation.objects.select_related("account").filter(pk=pk, used_at=None, account__is_active=True).first()
    if found is None or found.made_at + settings.SESAME_MAX_AGE <= clock.now():
        return None
    newer = Invitation.objects.filter(account=found.account, made_at__gt=found.made_at)
    return None if newer.exists() else found


@transaction.atomic
def use_link(*, pk: int, token: str) -> Account | None:
    """Spend the link: its account the first time, nothing ever after."""
    found = usable(pk)
    if found is None:
        return None
    account = get_user(token, scope=scope_of(found), update_last_login=False)
    if account is None or account.pk != found.account_id:
        return None
    if not Invitation.objects.filter(pk=pk, used_at=None).update(used_at=clock.now()):
        return None
    record(account, "used a one-time link", found, kind=Kind.SIGNED_IN)
    return account


@transaction.atomic
def end_post(*, by: Account, post: StaffPost, version: int, today: date | None = None) -> StaffPost:
    """The post held yesterday for the last time; everything it opened is closed with the next request."""
    today = today or clock.today()
    require_office(by, post.district, post.school)
    last_day = max(today - timedelta(days=1), post.starts_on)
    if post.starts_on >= today:
        record(by, "took back a post", post, district=post.district_id)
        post.delete()
    else:
        change(post, by=by, version=version, deed="ended a post", ends_on=last_day)
    end_sign_ins(by=by, account=post.account, check=False)
    return post


@transaction.atomic
def end_sign_ins(*, by: Account | str, account: Account, check: bool = True) -> None:
    """Sign the account out everywhere, at once."""
    if check:
        require_person(by, account)
    account.stamp = new_stamp()
    account.save(update_fields=["stamp"])
    Session.objects.filter(account=account.pk).delete()
    record(by, "ended all sign-ins", account)


def require_person(by: Account | str, account: Account) -> None:
    if not isinstance(by, str) and by.pk != account.pk:
        queries.person_for(by, account.pk)


@transaction.atomic
def start_again(*, by: Account, account: Account) -> Invitation:
    """For somebody who lost every way in: old factors and password stop, a new link goes to the mailbox."""
    require_person(by, account)
    Authenticator.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.save(update_fields=["password"])
    end_sign_ins(by=by, account=account)
    record(by, "let a person start again", account)
    return send_link(by=by, account=account)


@transaction.atomic
def end_sign_in(*, by: Account, key: str) -> None:
    """End one of one's own sign-ins; ``key`` is what the table holds."""
    if Session.objects.filter(session_key=key, account=by.pk).delete()[0]:
        record(by, "ended a sign-in", by)


@transaction.atomic
def choose_language(*, by: Account, language: str) -> None:
    by.language = language
    other = Account.objects.filter(pk=by.pk).exclude(language=language)
    if other.exists():
        other.update(language=language)
        record(by, "chose a language", by)


def renew_reset_mark(account: Account) -> Account:
    """From now on only the next link for a new password works."""
    account.reset_mark = new_stamp()
    account.save(update_fields=["reset_mark"])
    return account


@transaction.atomic
def spend_code(authenticator: Authenticator, code: str) -> bool:
    """Whether this code of an authenticator app is newer than every code used before; it is then used up."""
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    secret = decrypt(row.data["secret"])
    now = int(time.time()) // totp.app_settings.TOTP_PERIOD
    steps = range(now - totp.app_settings.TOTP_TOLERANCE, now + totp.app_settings.TOTP_TOLERANCE + 1)
    found = [step for step in steps if totp.format_hotp_value(totp.hotp_value(secret, step)) == code.strip()]
    if not found or found[-1] <= row.data.get("spent", 0):
        return False
    row.data["spent"] = found[-1]
    row.save(update_fields=["data"])
    authenticator.data = row.data
    return True
