"""When a student comes of age, and what passes to the student then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.profile import Profile, load_profile
from strongsuit.students.models import Student


@dataclass(frozen=True, slots=True)
class ComingOfAge:
    """The birthday that counts where the student lives, and whether decisions about the plan pass with it."""

    age: int
    on: date
    decisions_pass: bool
    place: str
    is_near: bool
    is_past: bool


def coming_of_age(
    student: Student, *, today: date, profile_of: Callable[[str], Profile] = load_profile
) -> ComingOfAge | None:
    """34 CFR 300.320(c), 300.520, 99.5; it is near from a year before, when families must have been told.

    Nothing while no birth date is on file: nobody comes of age on an unknown day.
    """
    if student.birth_date is None:
        return None
    profile = profile_of(student.district.jurisdiction)
    on = years_after(student.birth_date, profile.majority_age)
    told_from = years_after(student.birth_date, profile.majority_age - 1)
    return ComingOfAge(
        age=profile.majority_age,
        on=student.rights_transferred_on or on,
        decisions_pass=profile.rights_transfer or student.rights_transferred_on is not None,
        place=profile.name,
        is_near=told_from <= today < on,
        is_past=on <= today,
    )


def classifications(jurisdiction: str) -> dict[str, str]:
    """The disability categories as this state names them, without those it does not use."""
    profile = load_profile(jurisdiction)
    labels = dict(sorted(profile.disability_labels.items(), key=lambda pair: pair[1]))
    if not profile.developmental_delay_max_age:
        labels.pop("DD", None)
    return labels
