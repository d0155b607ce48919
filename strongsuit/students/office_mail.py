"""Word to the district's office that something happened with records; it never names a child."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.functional import Promise

from strongsuit.people.models import Account, StaffPost
from strongsuit.people.queries import holding
from strongsuit.people.roles import POST_ABILITIES
from strongsuit.web import clock


def tell_office(
    district: int, *, besides: Account, subject: str | Promise, body: str | Promise, values: Mapping[str, str]
) -> None:
    """One mail to everybody of the office but ``besides``, each in their own language."""
    posts = StaffPost.objects.filter(
        holding(clock.today()), district=district, school=None, role__in=POST_ABILITIES["trail.district"],
        account__is_active=True, account__email__isnull=False,
    )  # fmt: skip
    for office in Account.objects.filter(pk__in=posts.values("account")).exclude(pk=besides.pk):
        with translation.override(office.language):
            words = str(body) % {**values, "address": settings.SITE_ADDRESS}
            EmailMessage(str(subject), words, to=[str(office.email)]).send()
