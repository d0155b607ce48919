"""The coach's part of a form: what stands there at first, and one press: look, take, leave as it is, show again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _

from strongsuit.knowledge.terms import LeftBecause
from strongsuit.plans.actions_wording import Spot, leave_wording, show_again
from strongsuit.plans.forms import ReadAlong
from strongsuit.plans.models import LeftWording, Plan
from strongsuit.plans.queries import left_wordings
from strongsuit.plans.wording import Told, plain_ends, put_in, told
from strongsuit.web import clock
from strongsuit.web.inputs import BROKEN, HIDDEN
from strongsuit.web.refusals import Cannot


@dataclass
class Pressed:
    """The texts, which only a wording that was taken changes, what is told of them, and what was said to the press."""

    texts: Mapping[str, str]
    told: dict[str, Told]
    said: str = ""
    refused: bool = False


def is_asked(request) -> bool:
    return "wording" in request.POST or request.GET.get("wording") == "look"


def speak(plan: Plan, drawn: Iterable) -> None:
    """Put what the coach says into every form of a page, so that it is there before anybody comes to a box."""
    read = [(form, texts) for form in _forms(drawn) if not form.looked and (texts := form.texts())]
    if not read:
        return
    left: dict[str, list[LeftWording]] = defaultdict(list)
    for row in left_wordings(plan, *{form.place for form, _texts in read}):
        left[row.place].append(row)
    for form, texts in read:
        form.advice = told(plan, form.place, texts, left[form.place])


def _forms(drawn: Iterable) -> Iterator[ReadAlong]:
    """Those the coach reads among what a page draws: forms, cards that hold one, lists of these."""
    for value in drawn:
        for each in value if isinstance(value, list) else [value]:
            form = each.get("form") if isinstance(each, dict) else each
            if isinstance(form, ReadAlong):
                yield form


def beside(request, plan: Plan, form, place: str) -> int:
    """For a page without JavaScript: the form as it was typed, with what the coach says; nothing of it is saved."""
    texts = {name: form.data.get(name, "") for name in form.reads}
    pressed = press(request, plan, place, texts)
    form.data = form.data.copy()
    for name, words in pressed.texts.items():
        form.data[name] = words
    form.advice, form.looked = pressed.told, True
    anything = any(one.thoughts for one in pressed.told.values())
    if said := pressed.said or ("" if anything else _("The coach has no thought on this wording.")):
        messages.info(request, said)
    return 422 if pressed.refused else 200


def press(request, plan: Plan, place: str, texts: Mapping[str, str]) -> Pressed:
    """``wording`` names the button: take:field:rule:mark:number, leave:field:rule or show:field:rule."""
    kind, name, rule, mark, number = (request.POST.get("wording", "").split(":") + [""] * 5)[:5]
    now = _read(plan, place, texts)
    if kind == "take":
        return _taken(plan, place, texts, now, (name, rule, mark, number))
    if kind == "leave" and name in now and now[name].remembers:
        return _left(request, plan, place, texts, now, (name, rule))
    if kind == "show" and name in now:
        return _shown(request, plan, place, texts, now, (name, rule))
    return Pressed(texts, now)


def _read(plan: Plan, place: str, texts: Mapping[str, str]) -> dict[str, Told]:
    return told(plan, place, texts, left_wordings(plan, place))


def _taken(plan, place, texts, now, button) -> Pressed:
    name, rule, mark, number = button
    thought = now[name].thought(rule) if name in now else None
    quote = next((each for each in thought.quotes if each.mark.startswith(mark)), None) if thought and mark else None
    if quote is None or number not in {str(each) for each in range(len(quote.reframes))}:
        return Pressed(texts, now, _("These words are no longer there. Look at the wording again."))
    changed = {**texts, name: put_in(plain_ends(texts[name]), quote, int(number))}
    return Pressed(changed, _read(plan, place, changed), _("Taken. Read the sentence once more, then save."))


def _left(request, plan, place, texts, now, button) -> Pressed:
    name, rule = button
    thought = now[name].thought(rule)
    if thought is None:
        return Pressed(texts, now)
    key = f"{place}:{name}:{rule}"
    chosen, words = request.POST.get(f"because:{key}", ""), _typed(request.POST.get(f"words:{key}", ""))
    because = LeftBecause(chosen) if chosen in list(LeftBecause) else LeftBecause.OTHER
    spot = Spot(place, name, rule, tuple(thought.marks))
    try:
        leave_wording(by=request.user, plan=plan, spot=spot, because=because, words=words, at=clock.now())
    except Cannot as refusal:
        thought.because, thought.words, thought.refused = chosen, words, str(refusal)
        return Pressed(texts, now, refused=True)
    return Pressed(texts, _read(plan, place, texts), _("Left as it is. It comes back when the sentence changes."))


def _typed(words: str) -> str:
    return " ".join(BROKEN.sub("", HIDDEN.sub("", words)).split())


def _shown(request, plan, place, texts, now, button) -> Pressed:
    name, rule = button
    left = next((each for each in now[name].left if each.rule == rule), None)
    if left is None:
        return Pressed(texts, now)
    try:
        show_again(by=request.user, plan=plan, spot=Spot(place, name, rule, tuple(left.marks)))
    except Cannot as refusal:
        return Pressed(texts, now, str(refusal), refused=True)
    return Pressed(texts, _read(plan, place, texts), _("The thought is back."))
