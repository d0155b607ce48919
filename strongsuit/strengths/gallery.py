"""What a student does well, likes and prefers, as pictures of their own; and what others see in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.profile import Rung, Status, claims
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.media_models import Media
from strongsuit.strengths.queries import Known

# What somebody else sees and the student has not said.
OFFERED = (Status.OTHERS_SEE, Status.HIDDEN_HOME, Status.HIDDEN_SCHOOL, Status.SINGLE)


@dataclass(frozen=True, slots=True)
class Tile:
    """One strength as a picture with its words; ``concept`` names the symbol where there is no own photo."""

    known: Known
    concept: str
    photo: Media | None

    @property
    def seen_by(self) -> frozenset[str]:
        """Who sees it too; nobody is told who does not."""
        values = self.known.view.values
        return frozenset(
            str(group) for group in (Group.FAMILY, Group.SCHOOL) if claims(values.get(group), group)
        )  # fmt: skip

    @property
    def helped(self) -> bool:
        return self.known.rung == Rung.HELPED

    @property
    def used(self) -> bool:
        return self.known.rung == Rung.USED

    @property
    def with_media(self) -> list[Media]:
        """Photos and recordings that show it, the newest first."""
        shown = [each.media for each in self.known.evidence if each.media and each.media.standing]
        return [media for media in shown if media.kind != Media.Kind.FILE][:2]


@dataclass(frozen=True, slots=True)
class Gallery:
    """The student's own page."""

    abilities: tuple[Tile, ...]
    interests: tuple[Tile, ...]
    preferences: tuple[Tile, ...]
    growing: tuple[Tile, ...]
    offered: tuple[Tile, ...]
    level: str

    @property
    def early(self) -> bool:
        return self.level == Level.EARLY

    @property
    def secondary(self) -> bool:
        return self.level == Level.SECONDARY


def gallery(known: Sequence[Known], pictures: Mapping[str, Media]) -> Gallery:
    tiles = [Tile(each, concept_of(each), pictures.get(each.item.key)) for each in known]
    mine = [tile for tile in tiles if claims(tile.known.view.values.get(Group.STUDENT), Group.STUDENT)]
    return Gallery(
        abilities=of_kind(mine, ItemKind.ABILITY),
        interests=of_kind(mine, ItemKind.INTEREST),
        preferences=of_kind(mine, ItemKind.PREFERENCE),
        growing=tuple(tile for tile in tiles if any(answer.starred for answer in tile.known.student_says)),
        offered=tuple(tile for tile in tiles if is_offered(tile.known)),
        level=next((each.level for each in known if each.level), Level.UPPER),
    )


def of_kind(tiles: Iterable[Tile], kind: ItemKind) -> tuple[Tile, ...]:
    return tuple(tile for tile in tiles if tile.known.item.kind == kind)


def is_offered(known: Known) -> bool:
    """Seen by others, and the student has neither said it nor set it aside."""
    return known.view.status in OFFERED and not known.student_says


def concept_of(known: Known) -> str:
    """The name of its symbol; of a pair, the one of the side that was chosen."""
    card = decks.card(known.item.key)
    if card is None:
        return str(known.item.kind)
    return card.symbols[1] if known.side == "right" and len(card.symbols) > 1 else card.symbols[0]
