"""Whether a reframe is English in its place; where none is, a blank that reads right anywhere."""

from strongsuit.knowledge.coach.forms import verb_of
from strongsuit.knowledge.coach.inflect import S
from strongsuit.knowledge.coach.place import Place
from strongsuit.knowledge.wordlists import words


def sound(reframes: tuple[str, ...], place: Place, instead: tuple[str, ...]) -> tuple[str, ...]:
    """Those that can stand here: rather fewer than broken ones."""
    kept = tuple(each for each in reframes if not _collides(each, place))
    if kept or not instead:
        return kept or reframes
    # "Is a waste of time" keeps its verb.
    opens = f"{place.begins} " if place.begins in words("beside.be") else ""
    return tuple(opens + each for each in instead)


def _collides(reframe: str, place: Place) -> bool:
    if reframe.lower().startswith("having ") and ", and is " in reframe:
        # "Failing to plan, he missed it": what opens a sentence this way tells one thing.
        return True
    found = verb_of(reframe)
    if found is None:
        return False
    lemma, form = found
    if form == S and place.near in words("sound.no_verb_behind"):
        return True
    if place.near in words("sound.no_learner") and form == S and lemma in words("sound.learning"):
        return place.before in words("sound.no_learner")
    return place.after == "of" and reframe.endswith("___")
