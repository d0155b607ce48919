"""The server is killed in the middle of writing, and whatever it said is saved is there, once and whole."""

import pytest

from soak.crash import crash


@pytest.mark.sqlite
def test_what_was_acknowledged_survives_a_crash():
    kept, faults = crash(1, seed=7)
    assert kept > 0
    assert faults == []
