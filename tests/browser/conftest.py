"""The plans that walks in the browser begin with are those of the tests of plans."""

from tests.plans.conftest import draft, in_effect

__all__ = ["draft", "in_effect"]
