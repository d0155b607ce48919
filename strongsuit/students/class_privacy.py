"""The personal data of class sign-in; the folder's own declaration includes it."""

from strongsuit.audit.privacy import Erase, Kept

BASIS = "34 CFR 99.31(a)(1)(ii): reasonable methods to see that only those with a reason get in"
TEACHER = "the teacher who keeps the class"

CLASS_SIGN_IN = (
    Kept(
        model="students.ClassGroup",
        fields=("school", "teacher", "name", "code", "opens", "closes"),
        whose="the teacher",
        purpose="to let the students of one class sign in together",
        basis=BASIS,
        audience=TEACHER,
        keep_for="until the end of the school year after the last student left the class",
        erase=Erase.DELETE,
    ),
    Kept(
        model="students.ClassDevice",
        fields=("name", "token", "made_by", "made_at", "revoked_at"),
        whose="the teacher",
        purpose="to let only the tablets of the class show it",
        basis=BASIS,
        audience=TEACHER,
        keep_for="one year after it was switched off",
        erase=Erase.DELETE,
    ),
    Kept(
        model="students.ClassSeat",
        fields=("picture", "secret", "failures", "locked_until", "revoked_at"),
        whose="the student",
        purpose="to let a child sign in without reading or remembering",
        basis=BASIS,
        audience=f"{TEACHER}; on the class tablet: first name and picture",
        keep_for="until the student leaves the class",
        erase=Erase.DELETE,
    ),
)
