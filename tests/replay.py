"""Rows that many tests begin with are written through the product once, then put back statement by statement."""

from copy import deepcopy
from functools import wraps

from django.db import connection, transaction

recording = []


def written_once(build):
    """``build()`` makes rows and returns what holds them. Its first call runs; later ones repeat its statements.

    Later calls answer with a copy of what the first returned, whose rows are in the database again, byte for byte.
    What it is given must be the same each time; in later calls it is not looked at. One may build on another.
    """
    kept = []

    @wraps(build)
    def again(*given):
        if recording:
            # Another one notes these statements among its own.
            return build(*given)
        if not kept:
            statements = []
            recording.append(build)
            try:
                with connection.execute_wrapper(recorder(statements)):
                    made = build(*given)
            finally:
                recording.pop()
            kept.append((deepcopy(made), ready(statements)))
            return made
        made, statements = kept[0]
        play(statements)
        return deepcopy(made)

    return again


def recorder(statements):
    def noted(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            assert not many
            statements.append((sql, params))
        return execute(sql, params, many, context)

    return noted


def ready(statements):
    """In the driver's own words."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            return ";\n".join(cursor.mogrify(sql, params) for sql, params in statements)
    adapted = [(sql.replace("%s", "?").replace("%%", "%"), params) for sql, params in statements]
    assert all(sql.count("?") == len(params) for sql, params in adapted)
    return adapted


def play(statements):
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        connection.connection.execute(statements)
        return
    with transaction.atomic():
        for sql, params in statements:
            connection.connection.execute(sql, params).close()
