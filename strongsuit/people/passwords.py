"""What makes a password good enough (NIST SP 800-63B): long, not widely known, not made of names around the person."""

import re
from functools import cache
from itertools import pairwise

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from strongsuit.people import queries
from strongsuit.people.models import same_letters

ALONE = 15
BESIDE_A_FACTOR = 8
# So many letters and digits must be left when names, or a run along the keyboard, are taken out.
OWN_PART = 8
FEWEST_SIGNS = 5
ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "qwertzuiop", "azertyuiop")
SWAPS = str.maketrans("@4301!$5+7", "aaeolisstt")


def least(account) -> int:
    return BESIDE_A_FACTOR if account is not None and account.pk and queries.has_factor(account) else ALONE


def help_words(account) -> str:
    return _("At least %(least)s characters. A short sentence works well. Spaces and every script are welcome.") % {
        "least": least(account)
    }


class LongEnough:
    def validate(self, password, user=None):
        if len(same_letters(password)) < least(user):
            raise ValidationError(
                _("That is too short. Use at least %(least)s characters. A sentence you will remember works well."),
                code="password_too_short",
                params={"least": least(user)},
            )

    def get_help_text(self):
        return help_words(None)


class NotWidelyKnown:
    """Refuses what stands on lists of stolen passwords, also when it is doubled, padded or spelled with digits."""

    def validate(self, password, user=None):
        if widely_known(password):
            raise ValidationError(
                _("Many people use this password or one much like it, so it is tried first. Choose words of your own."),
                code="password_widely_known",
            )

    def get_help_text(self):
        return ""


class NotAboutThePerson:
    """Refuses what is hardly more than names that anybody at school knows."""

    def validate(self, password, user=None):
        if about(password, local_words(user)):
            raise ValidationError(
                _(
                    "This is made of names that others know: yours, the school's, the city's. "
                    "Add words that only you would think of."
                ),
                code="password_about_the_person",
            )

    def get_help_text(self):
        return ""


@cache
def listed() -> frozenset[str]:
    """Twenty thousand stolen passwords; Django brings the list, so nothing is asked outside."""
    return frozenset(CommonPasswordValidator().passwords)


def widely_known(password: str) -> bool:
    folded = same_letters(password).casefold().strip()
    plain = re.sub(r"[\W_]+", "", folded)
    forms = {folded, plain, folded.translate(SWAPS), plain.translate(SWAPS)}
    return any(known(form) for form in forms) or too_simple("".join(folded.split()))


def known(form: str) -> bool:
    core = re.sub(r"^[\d\W_]+|[\d\W_]+$", "", form)
    return any(each in listed() or doubled(each) for each in (form, core) if len(each) > 3)


def doubled(form: str) -> bool:
    """One listed password said again and again, or two of them in a row."""
    for size in range(4, len(form) // 2 + 1):
        if form[:size] in listed() and form == form[:size] * (len(form) // size):
            return True
    return any(form[:cut] in listed() and form[cut:] in listed() for cut in range(4, len(form) - 3))


def too_simple(signs: str) -> bool:
    """The same few signs, or fingers that run along a row."""
    if len(set(signs)) < FEWEST_SIGNS:
        return True
    runs = sum(1 for one, two in pairwise(signs) if any(one + two in row or two + one in row for row in ROWS))
    return len(signs) - runs < OWN_PART - 2


def local_words(account) -> set[str]:
    names = queries.local_names(account)
    words = {word for name in names for word in re.split(r"[\W_]+", same_letters(name).casefold())}
    return {word for word in words if len(word) > 3} | {"strongsuit", "school", "district"}


def about(password: str, words: set[str]) -> bool:
    rest = same_letters(password).casefold()
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, " ")
    rest = re.sub(r"[\W_]|\d{4}(?=\D|$)", "", rest)
    return rest != re.sub(r"[\W_]", "", same_letters(password).casefold()) and len(rest) < OWN_PART
