"""Services and accommodations of a draft, and which goals and needs they serve."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import AccommodationKind, ServiceClass, ServiceType
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, for_writing, fresh, made_once, make, part, remove, save
from strongsuit.plans.models import Accommodation, AccommodationNeed, Goal, Need, Plan, Service, ServiceGoal
from strongsuit.web.refusals import NotYours


@transaction.atomic
def add_service(
    *, by: Account, plan: Plan, once: UUID, service_class: ServiceClass, service_type: ServiceType
) -> Service:
    """Begin a service; it runs as long as the plan until somebody says otherwise."""
    draft, because = for_writing(by, plan)
    row = Service(
        **part(draft, by),
        pk=made_once(draft, once),
        service_class=service_class,
        service_type=service_type,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        order=Service.objects.filter(plan=draft).count(),
    )
    return make(row, by=by, deed="added a service", because=because)


@transaction.atomic
def save_service(
    *, by: Account, service: Service, version: int, values: Mapping[str, Any], goals: Collection[int]
) -> Service:
    draft, because = for_writing(by, service.plan)
    row = save(
        fresh(Service, service.pk, draft), by=by, version=version, deed="changed a service", because=because, **values
    )
    if _relink(draft, row, ServiceGoal, Goal, goals):
        record(by, "linked a service to goals", row, because=because, detail={"goals": len(set(goals))})
    return row


@transaction.atomic
def remove_service(*, by: Account, service: Service) -> None:
    draft, because = for_writing(by, service.plan)
    row = Service.objects.filter(pk=service.pk, plan=draft).first()
    if row is not None:
        remove(row, by=by, deed="removed a service", because=because)


@transaction.atomic
def add_accommodation(*, by: Account, plan: Plan, once: UUID, kind: AccommodationKind, words: str) -> Accommodation:
    draft, because = for_writing(by, plan)
    order = Accommodation.objects.filter(plan=draft).count()
    row = Accommodation(**part(draft, by), pk=made_once(draft, once), kind=kind, words=words, order=order)
    return make(row, by=by, deed="added an accommodation", because=because)


@transaction.atomic
def save_accommodation(
    *, by: Account, accommodation: Accommodation, version: int, values: Mapping[str, Any], needs: Collection[int]
) -> Accommodation:
    draft, because = for_writing(by, accommodation.plan)
    row = fresh(Accommodation, accommodation.pk, draft)
    row = save(row, by=by, version=version, deed="changed an accommodation", because=because, **values)
    if _relink(draft, row, AccommodationNeed, Need, needs):
        record(by, "linked an accommodation", row, because=because, detail={"needs": len(set(needs))})
    return row


@transaction.atomic
def remove_accommodation(*, by: Account, accommodation: Accommodation) -> None:
    draft, because = for_writing(by, accommodation.plan)
    row = Accommodation.objects.filter(pk=accommodation.pk, plan=draft).first()
    if row is not None:
        remove(row, by=by, deed="removed an accommodation", because=because)


def _relink(
    plan: Plan, row: Service | Accommodation, links: type[Model], parts: type[Model], wanted: Collection[int]
) -> bool:
    """Link ``row`` to exactly these parts of its plan; whether that changed anything."""
    near, far = f"{row._meta.model_name}_id", f"{parts._meta.model_name}_id"
    wanted = set(wanted)
    if parts._default_manager.filter(plan=plan, pk__in=wanted).count() != len(wanted):
        raise NotYours
    standing = links._default_manager.filter(**{near: row.pk})
    held = set(standing.values_list(far, flat=True))
    standing.filter(**{f"{far}__in": held - wanted}).delete()
    links._default_manager.bulk_create(links(**about(plan) | {near: row.pk, far: pk}) for pk in sorted(wanted - held))
    return held != wanted
