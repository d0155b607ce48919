"""Identifiers are drawn by the system, differ, and are never shared by two processes."""

import multiprocessing
from threading import Thread

import pytest

from strongsuit.web.ids import AT_ONCE, BITS, random_id, read, spell


def test_they_fit_their_column_and_differ():
    drawn = [random_id() for _ in range(20 * AT_ONCE)]
    assert len(set(drawn)) == len(drawn)
    assert all(0 < number < 1 << BITS for number in drawn)
    assert max(drawn) > 1 << (BITS - 4) and min(drawn) < 1 << (BITS - 4)


def test_what_is_spelled_is_read_again():
    for number in (1, (1 << BITS) - 1, random_id()):
        assert read(spell(number)) == number


@pytest.mark.parametrize("text", ["", "0" * 12, "z" * 13, "i" * 13])
def test_what_spells_none_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        read(text)


def draw(kept):
    kept.extend(random_id() for _ in range(2 * AT_ONCE))


def test_people_at_once_never_draw_the_same():
    kept = [[] for _ in range(8)]
    threads = [Thread(target=draw, args=[one]) for one in kept]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    drawn = [number for one in kept for number in one]
    assert len(set(drawn)) == len(drawn) == 16 * AT_ONCE


def tell(into):
    into.send([random_id() for _ in range(5)])


def test_a_forked_process_draws_its_own():
    random_id()
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=tell, args=[there])
    child.start()
    theirs = here.recv()
    child.join()
    assert not set(theirs) & {random_id() for _ in range(2 * AT_ONCE)}
