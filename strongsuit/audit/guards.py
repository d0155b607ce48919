"""Triggers as migration operations, for SQLite and PostgreSQL: what the tables themselves refuse.

Like ``strongsuit.web.ids`` this module is imported by migrations and so may only grow, never change its meaning.
"""

from django.db.migrations.operations.base import Operation

# One number for the lock that lets the seal wait until every open transaction has written its entries.
TRAIL_LOCK = 778_214_001


class Guard(Operation):
    """A trigger ``name`` on ``table``: before each of ``events``, refuse with ``message`` when ``when`` holds.

    ``when`` is a condition in SQL over OLD and NEW that both databases understand.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, name: str, table: str, events: tuple[str, ...], message: str, when: str = "") -> None:
        self.name, self.table, self.events, self.message, self.when = name, table, events, message, when

    def deconstruct(self):
        return (self.__class__.__name__, [self.name, self.table, self.events, self.message, self.when], {})

    def state_forwards(self, app_label, state):
        """A trigger is no part of Django's picture of the tables."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self.statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        vendor = schema_editor.connection.vendor
        for event in self.events:
            on = f" ON {self.table}" if vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER {self.name}_{event.lower()}{on}")
        if vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION {self.name}()")

    def statements(self, vendor: str) -> list[str]:
        message = self.message.replace("'", "''")
        if vendor == "sqlite":
            when = f"WHEN {self.when}" if self.when else ""
            return [
                f"CREATE TRIGGER {self.name}_{event.lower()} BEFORE {event} ON {self.table} FOR EACH ROW {when} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
                for event in self.events
            ]
        function = (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $guard$ "
            f"BEGIN IF {self.when or 'TRUE'} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation'; "
            "END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $guard$"
        )
        return [function] + [
            f"CREATE TRIGGER {self.name}_{event.lower()} BEFORE {event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()"
            for event in self.events
        ]

    def describe(self):
        return f"Guard {self.table}: {self.message}"


class Effect(Operation):
    """A trigger ``name`` on ``table``: after each ``event``, the one ``statement`` in SQL both databases understand."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, name: str, table: str, event: str, statement: str) -> None:
        self.name, self.table, self.event, self.statement = name, table, event, statement

    def deconstruct(self):
        return (self.__class__.__name__, [self.name, self.table, self.event, self.statement], {})

    def state_forwards(self, app_label, state):
        """A trigger is no part of Django's picture of the tables."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self.statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {self.name} ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION {self.name}()")
        else:
            schema_editor.execute(f"DROP TRIGGER {self.name}")

    def statements(self, vendor: str) -> list[str]:
        on = f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} FOR EACH ROW"
        if vendor == "sqlite":
            return [f"{on} BEGIN {self.statement}; END"]
        function = (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $effect$ "
            f"BEGIN {self.statement}; RETURN NULL; END $effect$"
        )
        return [function, f"{on} EXECUTE FUNCTION {self.name}()"]

    def describe(self):
        return f"Follow every {self.event.lower()} on {self.table}"


class Stands(Guard):
    """A guard that stood before, put back where SQLite loses it: a change of columns there makes the table anew.

    It stands at both ends of such a migration, for each direction ends at one of them.
    """

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            for statement in self.statements("sqlite"):
                schema_editor.execute(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS", 1))

    database_backwards = database_forwards

    def describe(self):
        return f"Keep the guard of {self.table}: {self.message}"


def still(*guards: Guard) -> list[Guard]:
    """The same guards as operations that keep them standing."""
    return [Stands(each.name, each.table, each.events, each.message, each.when) for each in guards]


class Aside(Stands):
    """A guard of one table that looks into another one: SQLite makes that other anew only while nothing looks at it.

    ``down`` at the beginning of such a migration, up again at its end, and the other way round on the way back.
    """

    def __init__(
        self, name: str, table: str, events: tuple[str, ...], message: str, when: str = "", *, down: bool
    ) -> None:
        super().__init__(name, table, events, message, when)
        self.down = down

    def deconstruct(self):
        name, values, _named = super().deconstruct()
        return (name, values, {"down": self.down})

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if self.down:
            self._takes_down(schema_editor)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if self.down:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        else:
            self._takes_down(schema_editor)

    def _takes_down(self, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            for event in self.events:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}_{event.lower()}")


def aside(*guards: Guard) -> tuple[list[Guard], list[Guard]]:
    """What takes guards down at the beginning of a migration, and what puts them up at its end."""
    both: list[list[Guard]] = [
        [Aside(each.name, each.table, each.events, each.message, each.when, down=down) for each in guards]
        for down in (True, False)
    ]
    return both[0], both[1]


def append_only(table: str) -> Guard:
    """Rows come, and never change or go."""
    return Guard(f"keep_{table}", table, ("UPDATE", "DELETE"), f"{table} only grows")


def same_district(table: str) -> list[Guard]:
    """A row of a student's record stands in the district of the student, and never moves to another student."""
    where = "(SELECT district_id FROM students_student WHERE id = NEW.student_id)"
    return [
        Guard(
            f"district_{table}",
            table,
            ("INSERT",),
            f"{table}: the district is not the student's",
            f"NEW.district_id IS DISTINCT FROM {where}",
        ),
        Guard(
            f"stays_{table}",
            table,
            ("UPDATE",),
            f"{table}: a row never moves to another student",
            "NEW.student_id <> OLD.student_id OR NEW.district_id <> OLD.district_id",
        ),
    ]


def same_student(table: str, **parents: str) -> list[Guard]:
    """What a row points at belongs to the same student: ``same_student("plans_goal", plan_id="plans_plan")``."""
    return [
        Guard(
            f"own_{column.removesuffix('_id')}_{table}",
            table,
            ("INSERT", "UPDATE"),
            f"{table}: {column} is of another student",
            f"NEW.{column} IS NOT NULL AND NEW.student_id IS DISTINCT FROM "
            f"(SELECT student_id FROM {parent} WHERE id = NEW.{column})",
        )
        for column, parent in parents.items()
    ]


def frozen_with(table: str, plan: str) -> list[Guard]:
    """Parts of a plan change only while the plan is a draft. ``plan`` says in SQL which plan OLD or NEW belongs to."""
    guards = []
    for events, row in ((("INSERT", "UPDATE"), "NEW"), (("DELETE",), "OLD")):
        guards.append(
            Guard(
                f"freeze_{row.lower()}_{table}",
                table,
                events,
                f"{table}: the plan is final",
                f"(SELECT state FROM plans_plan WHERE id = {plan.format(row=row)}) "
                "IN ('proposed', 'adopted', 'superseded', 'withdrawn')",
            )
        )
    return guards


class LockTrail(Operation):
    """PostgreSQL hands out numbers before they are committed; a shared lock lets the seal wait for all of them."""

    reversible = True

    def deconstruct(self):
        return (self.__class__.__name__, [], {})

    def state_forwards(self, app_label, state):
        """No part of Django's picture of the tables."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                "CREATE FUNCTION lock_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $lock$ "
                f"BEGIN PERFORM pg_advisory_xact_lock_shared({TRAIL_LOCK}); RETURN NULL; END $lock$"
            )
            schema_editor.execute(
                "CREATE TRIGGER lock_audit_entry BEFORE INSERT ON audit_entry "
                "FOR EACH STATEMENT EXECUTE FUNCTION lock_audit_entry()"
            )

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("DROP TRIGGER lock_audit_entry ON audit_entry")
            schema_editor.execute("DROP FUNCTION lock_audit_entry()")
