"""What adoption keeps: the canonical text of a plan, its digest, and the way back to facts."""

from functools import lru_cache

from strongsuit.knowledge.canonical import digest, freeze, thaw
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.plans.models import FrozenPlan


def sealed(facts: PlanFacts) -> tuple[str, str]:
    """The text that would be frozen, and its SHA-256."""
    body = freeze(facts)
    return body, digest(body)


def thawed(frozen: FrozenPlan) -> PlanFacts:
    return _thawed(frozen.sha256, frozen.body)


# A frozen body never changes, so its facts may be kept; the digest names them.
@lru_cache(maxsize=64)
def _thawed(sha256: str, body: str) -> PlanFacts:
    return thaw(body)
