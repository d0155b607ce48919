"""Draws the papers that wait, and files one of every newly adopted plan."""

import logging
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from strongsuit.documents.models import Copy
from strongsuit.documents.paper import Paper, Stamp, growth_paper, plan_paper, summary_paper
from strongsuit.knowledge.canonical import thaw_report
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.plans.queries import FINAL
from strongsuit.web.ids import random_id, spell

log = logging.getLogger("strongsuit.work")
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 5
FILED_DAYS = 30
PAPERS = UUID("6f0d5ac2-6a52-4a8e-9d50-5f8e2b6f2f10")


def draw_waiting(*, now: datetime) -> int:
    """Draw the paper that has waited longest; a worker that dies leaves it to the next after two minutes."""
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    waiting = Copy.objects.filter(free, state=Copy.State.WAITING).order_by("asked_at", "id").first()
    if waiting is None:
        return 0
    claimed = Copy.objects.filter(free, pk=waiting.pk, state=Copy.State.WAITING).update(
        lease_until=now + LEASE, attempts=waiting.attempts + 1
    )
    if claimed:
        finish(waiting.pk, now)
    return claimed


def finish(pk: int, now: datetime) -> None:
    """Draw outside any transaction, then note the file in a short one."""
    found = Copy.objects.select_related("plan__student__school", "plan__student__district", "report").get(pk=pk)
    try:
        paper = draw(found)
    except Exception:
        log.exception("A paper could not be drawn.")
        if found.attempts >= MOST_ATTEMPTS:
            Copy.objects.filter(pk=pk).update(state=Copy.State.FAILED, lease_until=None)
        return
    name = default_storage.save(f"papers/{spell(random_id())}.pdf", ContentFile(paper.bytes))
    with transaction.atomic():
        done = Copy.objects.filter(pk=pk, state=Copy.State.WAITING).update(
            state=Copy.State.READY, lease_until=None, file=name, size=len(paper.bytes), sha256=paper.sha256,
            warnings=list(paper.warnings), made_at=now,
        )  # fmt: skip
    if not done:
        # Another worker was faster; its file is the one that counts.
        default_storage.delete(name)


def draw(found: Copy) -> Paper:
    if found.report is not None:
        sent = thaw_report(found.report.body)
        stamp = Stamp(found.asked_by_name or "Strongsuit", found.asked_at, found.number, found.report.sha256)
        return growth_paper(sent, stamp=stamp, language=found.language)
    facts, seal = told(found.plan)
    stamp = Stamp(found.asked_by_name or "Strongsuit", found.asked_at, found.number, seal)
    if found.kind == Copy.Kind.SUMMARY:
        return summary_paper(facts, stamp=stamp, for_name=found.asked_by_name, language=found.language)
    return plan_paper(facts, stamp=stamp, language=found.language)


def told(plan: Plan) -> tuple[PlanFacts, str]:
    """The frozen facts of a final plan with their digest; a draft as it stands, without one."""
    if plan.state in FINAL:
        frozen = FrozenPlan.objects.get(plan=plan)
        return thawed(frozen), frozen.sha256
    return plan_facts(plan), ""


def file_adopted(*, now: datetime) -> int:
    """Every plan adopted in the last month has its paper on file, copy number one."""
    since = (now - timedelta(days=FILED_DAYS)).date()
    missing = FrozenPlan.objects.filter(adopted_on__gte=since, plan__copies=None)
    done = 0
    for frozen in missing.order_by("id")[:20]:
        # The name of the plan is the token, so that two workers file one paper.
        once = uuid5(PAPERS, str(frozen.plan_id))
        _row, made = Copy.objects.get_or_create(
            once=once,
            defaults={
                "district_id": frozen.district_id, "student_id": frozen.student_id, "plan_id": frozen.plan_id,
                "kind": Copy.Kind.PLAN, "number": 1, "asked_at": now, "asked_by_name": frozen.by_name,
            },
        )  # fmt: skip
        done += made
    return done


JOBS = [file_adopted, draw_waiting]
