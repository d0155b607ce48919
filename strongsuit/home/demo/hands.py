"""Several schools made at once, each by a process of its own, never more than the memory holds."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from os import cpu_count
from typing import Any

from django.db import connections
from django.db.models import Model

from strongsuit.audit.models import Entry
from strongsuit.home.demo import school
from strongsuit.home.demo.load import in_order, in_time, insert

# Finished schools that may wait for the writer.
WAITING = 2
Rows = dict[type[Model], tuple[list[str], list[tuple[Any, ...]]]]


@contextmanager
def at_once(orders: list[school.Order], deed: Callable[[school.Order], Any]) -> Iterator[Iterator[Any]]:
    """``deed`` done for each order by as many processes as there are cores; answers come as they are ready."""
    cores = cpu_count() or 1
    left = iter(orders)
    # Processes begin as copies of this one, and a copied connection would end ours with its own.
    connections.close_all()
    with ProcessPoolExecutor(cores, mp_context=get_context("fork")) as pool:
        running = {pool.submit(deed, order) for order in islice(left, cores + WAITING)}
        yield answers(pool, running, left, deed)


def answers(pool: Any, running: set[Future[Any]], left: Iterator[school.Order], deed: Any) -> Iterator[Any]:
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()
            running |= {pool.submit(deed, further) for further in islice(left, 1)}


def made(order: school.Order) -> tuple[str, Rows]:
    """One school, to be written by whoever asked."""
    book = school.build(order)
    book.tables[Entry].rows = in_time(book.tables[Entry])
    return school.name_of(order.place), {model: (table.names, table.rows) for model, table in book.tables.items()}


def copied(order: school.Order) -> str:
    """One school, written from here."""
    name, rows = made(order)
    insert_all(rows)
    return name


def insert_all(rows: Rows) -> None:
    for model in in_order(rows):
        insert(model, *rows[model])
