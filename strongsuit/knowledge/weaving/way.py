"""A way to weave a strength in: what triggers it, its clause, and the same idea as a support."""

from dataclasses import dataclass
from functools import cached_property
from re import sub

from strongsuit.knowledge.telling import roots, telling
from strongsuit.knowledge.terms import ItemKind, Pattern, SkillSet
from strongsuit.knowledge.weaving.phrase import Form


@dataclass(frozen=True)
class Way:
    """``items`` are finder IDs; other strengths trigger by ``kinds`` with telling ``words``, or by ``every`` kind.

    ``sets`` narrows the telling words to abilities of those skill sets. The clause may name what the strength is
    about (``topic``), what is done (``doing``) or what is preferred (``fits``); it is offered only where the words of
    the strength come in one of ``forms``. ``named`` is what the strength itself has to say, where a telling word in
    passing is not enough: who loves pets has no routine with one.
    """

    pattern: Pattern
    name: str
    clause: str
    support: str
    items: tuple[str, ...] = ()
    words: str = ""
    kinds: tuple[ItemKind, ...] = (ItemKind.ABILITY,)
    sets: tuple[SkillSet, ...] = ()
    every: ItemKind | None = None
    named: str = ""
    forms: tuple[Form, ...] = (Form.THING, Form.ACT)

    @property
    def key(self) -> str:
        return f"{self.pattern}-{self.name}"

    @cached_property
    def telling(self) -> frozenset[str]:
        return roots(self.words)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What a text holds that holds this clause."""
        return telling(sub(r"%\(\w+\)s", "", self.clause))
