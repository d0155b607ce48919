"""Who may see what shows a strength: the consent of whoever gave it, and the word of the student."""

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account
from strongsuit.strengths.media_actions import share_media, veto_media
from strongsuit.strengths.models import Audience, Evidence
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours


@transaction.atomic
def share_evidence(*, by: Account, evidence: Evidence, audience: str) -> Evidence:
    """Whoever gave it says anew who may see it; what is in it goes along."""
    reason = require(by, "strengths.write", evidence.student)
    hold_still(evidence.student)
    if evidence.by_id != by.pk:
        raise NotYours
    alone = evidence.group == Group.SCHOOL and audience == Audience.MINE
    if audience not in Audience.values or alone:
        raise Cannot(_("Choose who may see it."))
    if evidence.consent != audience:
        Evidence.objects.filter(pk=evidence.pk).update(audience=audience, may_share=audience != Audience.MINE)
        record(by, "changed who may see evidence", evidence, because=reason.relation, detail={"audience": audience})
    if evidence.media and evidence.media.standing:
        evidence.media.student = evidence.student
        share_media(by=by, media=evidence.media, version=evidence.media.version, audience=audience)
    evidence.refresh_from_db(fields=["audience", "may_share", "vetoed_at"])
    return evidence


def may_veto(evidence: Evidence) -> bool:
    """A family's story, and every photo or recording of oneself; what the school writes down is its record."""
    return evidence.group == Group.FAMILY or (evidence.group == Group.SCHOOL and evidence.media_id is not None)


@transaction.atomic
def veto_evidence(*, by: Account, evidence: Evidence, shown: bool) -> Evidence:
    """The student says whether others may go on seeing it."""
    reason = require(by, "words.write", evidence.student)
    hold_still(evidence.student)
    if not may_veto(evidence) or evidence.consent == Audience.MINE:
        raise NotYours
    if (evidence.vetoed_at is None) != shown:
        Evidence.objects.filter(pk=evidence.pk).update(vetoed_at=None if shown else clock.now())
        deed = "let evidence be shown" if shown else "asked not to show evidence"
        record(by, deed, evidence, because=reason.relation)
    if evidence.media and evidence.media.standing:
        evidence.media.student = evidence.student
        veto_media(by=by, media=evidence.media, version=evidence.media.version, shown=shown)
    evidence.refresh_from_db(fields=["audience", "may_share", "vetoed_at"])
    return evidence
