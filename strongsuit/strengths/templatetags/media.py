"""Photos, recordings and files on a page."""

from django import template
from django.urls import reverse

from strongsuit.strengths.evidence_actions import may_veto

register = template.Library()

register.filter("vetoable", may_veto)


@register.filter
def consent_in(shown, audiences):
    """Who may see it, in the words of whoever gave it."""
    return dict(audiences).get(shown.consent, "")


@register.filter
def my_small(media):
    """The address of a photo for tiles, in the student space."""
    return f"{reverse('strengths:my_media', args=[media.pk])}?small"


@register.inclusion_tag("strengths/_media.html")
def shown_media(media, *, own=False, small=False):
    """One photo, recording or file with its words. ``own``: on a page of the student space."""
    address = reverse("strengths:my_media" if own else "strengths:media", args=[media.pk])
    return {"media": media, "address": address, "small": small and bool(media.small)}
