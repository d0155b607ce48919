"""When a student was in which school and grade: a new span begins where either changes, and the old one ends."""

from collections.abc import Iterable
from datetime import date

from strongsuit.interop.roster.changes import ONE_DAY, Changes
from strongsuit.students.models import Enrollment
from strongsuit.web.ids import random_id

COLUMNS = ("id", "district_id", "student_id", "school_id", "grade", "starts_on", "ends_on")


class Schooling:
    """The open spans of some students."""

    def __init__(self, students: Iterable[int]) -> None:
        found = Enrollment.objects.filter(student__in=students, ends_on=None).order_by("starts_on")
        self.open = {
            student: (pk, school, grade, starts_on)
            for student, pk, school, grade, starts_on in found.values_list(
                "student", "pk", "school", "grade", "starts_on"
            )
        }

    @staticmethod
    def begin(
        changes: Changes, student: int, school: int | None, grade: str, starts_on: date, ends_on: date | None
    ) -> None:
        if ends_on and ends_on < starts_on:
            ends_on = starts_on
        row = (random_id(), changes.district.pk, student, school, grade, starts_on, ends_on)
        changes.load(Enrollment, COLUMNS, row)

    def change(
        self, changes: Changes, student: int, school: int | None, grade: str, begin: date | None, left_on: date | None
    ) -> None:
        """Bring the open span up to date; a span that only began today is corrected in place."""
        if left_on:
            self.end(changes, student, left_on)
        elif student not in self.open:
            self.begin(changes, student, school, grade, max(begin or changes.today, changes.today), None)
        else:
            pk, old_school, old_grade, starts_on = self.open[student]
            if (old_school, old_grade) == (school, grade):
                return
            if starts_on >= changes.today:
                changes.amend(Enrollment, ("school_id", "grade"), (school, grade), pk)
                return
            changes.amend(Enrollment, ("ends_on",), (changes.today - ONE_DAY,), pk)
            self.begin(changes, student, school, grade, changes.today, None)

    def end(self, changes: Changes, student: int, on: date) -> None:
        if student in self.open:
            pk, _school, _grade, starts_on = self.open[student]
            changes.amend(Enrollment, ("ends_on",), (max(on, starts_on),), pk)
