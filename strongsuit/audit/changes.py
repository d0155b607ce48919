"""One way to change an editable row: name the version it started from, save only what changed, record it."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from strongsuit.audit.models import EditableRow
from strongsuit.audit.trail import record
from strongsuit.web import clock
from strongsuit.web.refusals import Stale

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

RowType = TypeVar("RowType", bound=EditableRow)


@transaction.atomic
def change(
    row: RowType,
    *,
    by: "AbstractBaseUser | str",
    version: int,
    deed: str,
    because: str = "",
    detail: dict[str, Any] | None = None,
    **values: Any,
) -> RowType:
    """Set ``values`` on ``row`` if it still has ``version``; otherwise raise Stale with the row as it is now.

    The trail keeps the names of the changed columns, never their content.
    """
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    if not changed and row.version == version:
        return row
    rows = type(row)._default_manager.filter(pk=row.pk, version=version)
    now = dict(values)
    if hasattr(row, "edited_by_id"):
        now |= {"edited_by": None if isinstance(by, str) else by, "edited_at": clock.now()}
    if not rows.update(version=models.F("version") + 1, **now):
        current = type(row)._default_manager.get(pk=row.pk)
        raise Stale(_("Somebody else saved this part while you had it open. Both versions are below."), current)
    for name, value in now.items():
        setattr(row, name, value)
    row.version = version + 1
    record(by, deed, row, because=because, detail={"columns": changed} | (detail or {}))
    return row
