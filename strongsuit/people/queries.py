"""What may be read about accounts: one's own sign-ins, and for the office the people of its own schools."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strongsuit.people.models import Account, District, School, Session, StaffPost
from strongsuit.people.roles import POST_ABILITIES, Role
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


def holding(today: date) -> Q:
    return Q(starts_on__lte=today) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))


def unfinished(today: date) -> Q:
    """Posts that hold today or begin later."""
    return Q(ends_on__isnull=True) | Q(ends_on__gte=today)


def is_staff(account: Account, *, today: date | None = None) -> bool:
    return StaffPost.objects.filter(unfinished(today or clock.today()), account=account).exists()


def kind_of(account: Account, *, today: date | None = None) -> str:
    """The kind of sign-in, by which its limits go: staff, family or student."""
    if account.kind == Account.Kind.STUDENT:
        return "student"
    return "staff" if is_staff(account, today=today) else "family"


def first_space(account: Account, kind: str) -> str:
    """The space a sign-in begins in: a parent's family, the office for those who hold only office posts, else work."""
    if kind != "staff":
        return kind
    roles = set(StaffPost.objects.filter(unfinished(clock.today()), account=account).values_list("role", flat=True))
    return "district" if roles <= {Role.DISTRICT, Role.REGISTRAR} else "educator"


def has_factor(account: Account, *, besides: int | None = None) -> bool:
    """Whether the account has a passkey or an authenticator app; recovery codes alone do not count."""
    factors = Authenticator.objects.filter(user=account).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return factors.exclude(pk=besides).exists()


def may_sign_in_again(account: Account) -> bool:
    """Whether the account has a way back in that needs no new link."""
    passkeys = Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN)
    return account.has_usable_password() or passkeys.exists()


def is_safe(account: Account) -> bool:
    """Whether a staff account has all it needs: a second step, and a way back in besides a one-time link."""
    return has_factor(account) and may_sign_in_again(account)


def has_signed_in_before(account: Account) -> bool:
    return Session.objects.filter(account=account.pk).count() > 1


def sign_ins_of(account: Account) -> list[Session]:
    """The places where the account is signed in now, the latest first."""
    return list(Session.objects.filter(account=account.pk, expire_date__gt=clock.now()).order_by("-seen_at")[:50])


def offices(viewer: Account, ability: str, *, today: date | None = None) -> list[StaffPost]:
    """The posts of ``viewer`` that hold ``ability`` today."""
    roles = POST_ABILITIES[ability]
    held = StaffPost.objects.filter(holding(today or clock.today()), account=viewer, role__in=roles)
    return list(held.select_related("district", "school"))


def reach(held: list[StaffPost]) -> Q:
    """The posts that these offices look after: those of their school, or of their whole district."""
    found = Q(pk__in=[])
    for post in held:
        found |= Q(school=post.school_id) if post.school_id else Q(district=post.district_id)
    return found


def people_for(viewer: Account, *, search: str = "", today: date | None = None) -> QuerySet[Account]:
    """The colleagues whose posts ``viewer`` looks after, with those posts; 404 for everybody else."""
    held = offices(viewer, "district.people", today=today)
    if not held:
        raise NotYours
    within = StaffPost.objects.filter(reach(held))
    shown = within.select_related("school", "district").order_by("-ends_on", "role")
    found = Account.objects.filter(pk__in=within.values("account")).order_by("name", "pk")
    if search:
        found = found.filter(Q(name__icontains=search) | Q(email__icontains=search))
    return found.prefetch_related(Prefetch("posts", queryset=shown, to_attr="posts_here"))


def person_for(viewer: Account, pk: int) -> Account:
    """One colleague whom ``viewer`` looks after; 404 otherwise."""
    found = people_for(viewer).filter(pk=pk).first()
    if found is None:
        raise NotYours
    return found


def post_for(viewer: Account, pk: int) -> StaffPost:
    held = offices(viewer, "district.people")
    found = StaffPost.objects.filter(reach(held), pk=pk).select_related("account", "school", "district").first()
    if found is None:
        raise NotYours
    return found


def places_for(viewer: Account) -> tuple[list[District], list[School]]:
    """The districts and the schools to which ``viewer`` may invite people."""
    held = offices(viewer, "district.people")
    districts = [post.district for post in held if post.school_id is None]
    schools = School.objects.filter(Q(district__in=districts) | Q(pk__in=[p.school_id for p in held if p.school_id]))
    return list({district.pk: district for district in districts}.values()), list(schools.order_by("name"))


def demo_people() -> list[Account]:
    """The invented people whom a demo offers for one-click sign-in, in the order of the tour."""
    if not in_demo():
        return []
    marked = Account.objects.filter(is_active=True, display__demo__order__gte=0)
    found = [account for account in marked.prefetch_related("posts") if "who" in account.display["demo"]]
    return sorted(found, key=lambda account: account.display["demo"]["order"])


def demo_groups() -> list[tuple[str, list[Account]]]:
    """The demo people under what they are here, groups and people in the order of the tour."""
    found: dict[str, list[Account]] = {}
    for account in demo_people():
        named = account.display["demo"].get("group") or str(demo_group(account))
        found.setdefault(named, []).append(account)
    return list(found.items())


def demo_group(account: Account) -> str | Promise:
    if account.kind == Account.Kind.STUDENT:
        return _("Students")
    roles = {post.role for post in account.posts.all()}
    if not roles:
        return _("Families")
    return _("District office") if roles <= {Role.DISTRICT, Role.REGISTRAR} else _("School staff")


def local_names(account: Account | None) -> list[str]:
    """Names that people around the account know: its own, those of schools and districts."""
    own = [account.name, (account.email or "").partition("@")[0]] if account is not None else []
    schools = School.objects.values_list("name", flat=True)
    return own + list(District.objects.values_list("name", flat=True).union(schools))


def is_demo(district: District) -> bool:
    """Whether the people of ``district`` are invented, or this installation is for trying out: no place for others."""
    return settings.DEMO or district.demo


def in_demo() -> bool:
    """Whether one-click sign-in is possible at all: demo mode is on and every district is invented."""
    return settings.DEMO and not District.objects.filter(demo=False).exists()
