"""Empty frozen facts, so that a demo plan has every field that adoption would freeze, also those added later."""

from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from strongsuit.knowledge.canonical import FORMAT
from strongsuit.knowledge.shapes import PlanFacts


@cache
def skeleton(kind: type) -> dict[str, Any]:
    """Every frozen field of ``kind`` with its default in canonical form."""
    kept = [one for one in fields(kind) if one.metadata.get("frozen", True)]
    return {one.name: [] if one.default == () else one.default for one in kept if one.default is not MISSING}


def shaped(kind: type, /, **values: Any) -> dict[str, Any]:
    return skeleton(kind) | values


def whole(plan: dict[str, Any]) -> dict[str, Any]:
    return {"format": FORMAT, "plan": skeleton(PlanFacts) | plan}
