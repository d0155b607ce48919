"""Each step that a page offers: the form it needs, the action it calls, and when it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.voice import Outcome, Reaction, Route, State, Step, after, must_be_talked_about
from strongsuit.people.models import Account
from strongsuit.voice import actions
from strongsuit.voice import forms as asked
from strongsuit.voice.models import VoiceItem
from strongsuit.voice.queries import Voiced, open_items
from strongsuit.web.refusals import NotYours

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """``main`` is the one step that an item waits for; the others stand behind "More"."""

    name: str
    label: str | Promise
    step: Step
    form: type[forms.Form]
    do: Callable[[Account, VoiceItem, Values], object]
    ability: str
    main: Callable[[Voiced], bool] = lambda voiced: False
    also: Callable[[Voiced], bool] = lambda voiced: True

    def offered(self, voiced: Voiced) -> bool:
        return after(voiced.state, self.step) is not None and self.also(voiced)


def _ready(voiced: Voiced) -> bool:
    """Whether it may be decided: what waits for a meeting was talked about."""
    talked = not must_be_talked_about(Route(voiced.standing.route) if voiced.standing.route else None)
    return voiced.state == State.DISCUSSED or (voiced.state == State.ROUTED and talked)


def _decide(by: Account, item: VoiceItem, told: Values) -> object:
    return actions.decide(by=by, item=item, **told | {"outcome": Outcome(told["outcome"])})


def _merge(by: Account, item: VoiceItem, told: Values) -> object:
    into = next((each.item for each in open_items(item.student) if str(each.item.pk) == told["into"]), None)
    if into is None:
        raise NotYours
    return actions.merge(by=by, item=item, into=into, once=told["once"])


def _call(action: Callable[..., object]) -> Callable[[Account, VoiceItem, Values], object]:
    return lambda by, item, told: action(by=by, item=item, **told)


def _react(by: Account, item: VoiceItem, told: Values) -> object:
    return actions.react(by=by, item=item, **told | {"reaction": Reaction(told["reaction"])})


# A student without an account: an adult writes down what the student showed, a parent may take it back.
RELAYED = Deed(
    "react", _("What the student thinks of the answer"), Step.REACTED, asked.RelayedReactForm, _react, "voice.note",
    also=lambda voiced: voiced.state == State.TOLD and voiced.item.student.account_id is None,
)  # fmt: skip
TEAM = (
    Deed(
        "confirm", _("The student confirmed it"), Step.CONFIRMED, asked.ShownForm, _call(actions.confirm), "voice.note",
        main=lambda voiced: voiced.state == State.HEARD,
    ),
    Deed(
        "route", _("Send it on"), Step.ROUTED, asked.RouteForm,
        lambda by, item, told: actions.route(by=by, item=item, **told | {"to": Route(told["to"])}), "voice.move",
        main=lambda voiced: voiced.state == State.CONFIRMED, also=lambda voiced: voiced.standing.route != Route.LEAD,
    ),
    Deed(
        "discuss", _("The team talked about it"), Step.DISCUSSED, asked.TalkForm, _call(actions.discuss), "voice.move",
        main=lambda voiced: voiced.state == State.ROUTED and not _ready(voiced),
    ),
    Deed("decide", _("Decide"), Step.DECIDED, asked.DecideForm, _decide, "voice.move", main=_ready, also=_ready),
    Deed(
        "tell", _("Tell the student"), Step.TOLD, asked.AnswerForm, _call(actions.tell), "voice.move",
        main=lambda voiced: voiced.state == State.DECIDED,
    ),
    Deed(
        "reopen", _("It comes back"), Step.REOPENED, asked.ReasonForm, _call(actions.reopen), "voice.move",
        also=lambda voiced: voiced.state != State.WITHDRAWN,
    ),
    Deed("merge", _("It says the same as another"), Step.MERGED, asked.MergeForm, _merge, "voice.move"),
    Deed(
        "flag", _("This is a matter of safety"), Step.FLAGGED, asked.WhyForm, _call(actions.flag), "voice.note",
        also=lambda voiced: not voiced.standing.safety,
    ),
    Deed(
        "unflag", _("This is no matter of safety"), Step.UNFLAGGED, asked.ReasonForm, _call(actions.unflag),
        "voice.safety",
        also=lambda voiced: voiced.standing.safety,
    ),
    RELAYED,
)  # fmt: skip
OWN = (
    Deed(
        "confirm", _("Yes, that is what I mean"), Step.CONFIRMED, asked.OnceForm, _call(actions.confirm), "voice.own",
        main=lambda voiced: voiced.state == State.HEARD,
    ),
    Deed(
        "share", _("Share it with my team"), Step.SHARED, asked.OnceForm, _call(actions.share), "voice.own",
        main=lambda voiced: voiced.state == State.PRIVATE,
    ),
    Deed(
        "react", _("Tell my team what I think"), Step.REACTED, asked.ReactForm,
        _react, "voice.own",
        main=lambda voiced: voiced.state == State.TOLD,
        also=lambda voiced: voiced.state == State.TOLD,
    ),
    Deed(
        "reopen", _("Ask again"), Step.REOPENED, asked.OnceForm, _call(actions.reopen), "voice.own",
        also=lambda voiced: voiced.was_shared,
    ),
    Deed("withdraw", _("Take it back"), Step.WITHDRAWN, asked.OnceForm, _call(actions.withdraw), "voice.own"),
)  # fmt: skip
FAMILY = (
    RELAYED,
    Deed(
        "withdraw", _("Take it back for my child"), Step.WITHDRAWN, asked.ReasonForm, _call(actions.withdraw),
        "voice.withdraw", also=lambda voiced: voiced.item.student.account_id is None,
    ),
)  # fmt: skip


def named(deeds: tuple[Deed, ...], name: str) -> Deed:
    found = next((deed for deed in deeds if deed.name == name), None)
    if found is None:
        raise NotYours
    return found
